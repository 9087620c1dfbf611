/** The scripts that tell languages apart, as ISO 15924 codes; `Jpan` is Han with kana. */
// biome-ignore format: a table
export type Script =
  | 'Latn' | 'Cyrl' | 'Grek' | 'Arab' | 'Hebr' | 'Deva' | 'Beng' | 'Guru' | 'Gujr' | 'Orya' | 'Taml' | 'Telu' | 'Knda' | 'Mlym' | 'Sinh'
  | 'Thai' | 'Laoo' | 'Tibt' | 'Mymr' | 'Geor' | 'Armn' | 'Ethi' | 'Khmr' | 'Hang' | 'Jpan' | 'Hani'

/**
 * The script that a text is written in, by its first 1,000 characters; null without letters, or when none prevails.
 * "CRISPR \u7684\u7814\u7a76" → `Hani`; "The \u03b2-blockers" → `Latn`. A CJK character counts as three letters: it is about a word.
 */
export function scriptOf(text: string): Script | null {
  const start = text.length > READ ? text.slice(0, READ) : text
  if (PLAIN_LATIN.test(start)) return 'Latn'
  const letters = new Map<Script, number>()
  let kana = 0
  let all = 0
  for (let at = 0; at < start.length; at++) {
    const code = start.charCodeAt(at)
    if (code < 0x41) continue
    const script = scriptAt(code)
    if (script === null) continue
    if (script === 'Jpan') kana++
    const weight = script === 'Hani' || script === 'Jpan' || script === 'Hang' ? CJK_WEIGHT : 1
    const counted = script === 'Jpan' ? 'Hani' : script
    letters.set(counted, (letters.get(counted) ?? 0) + weight)
    all += weight
  }
  return prevailing(letters, all, kana)
}

const READ = 1000
const CJK_WEIGHT = 3

/** Basic Latin without a letter above it, the usual case: no loop is needed. It must hold a letter. */
const PLAIN_LATIN = /^[^A-Za-z\u0080-\uffff]{0,200}[A-Za-z][\u0000-\u024f\u2010-\u2027]*$/

/** Han and Hangul together are Korean, Han and kana Japanese; otherwise more than half of the letters decide. */
function prevailing(letters: ReadonlyMap<Script, number>, all: number, kana: number): Script | null {
  const hangul = letters.get('Hang') ?? 0
  const han = letters.get('Hani') ?? 0
  if (2 * (hangul + han) >= all && all > 0) {
    if (hangul > CJK_WEIGHT * kana) return 'Hang'
    return kana > 0 ? 'Jpan' : 'Hani'
  }
  for (const [script, count] of letters) if (2 * count > all) return script
  return null
}

/** First code unit, last code unit, script; sorted. Unicode 16, Blocks.txt; planes 2 and 3 by their first surrogate. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x530, 0x58f, 'Armn'],
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x77f, 'Arab'],
  [0x900, 0x963, 'Deva'],
  [0x970, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xa00, 0xa7f, 'Guru'],
  [0xa80, 0xaff, 'Gujr'],
  [0xb00, 0xb7f, 'Orya'],
  [0xb80, 0xbff, 'Taml'],
  [0xc00, 0xc7f, 'Telu'],
  [0xc80, 0xcff, 'Knda'],
  [0xd00, 0xd7f, 'Mlym'],
  [0xd80, 0xdff, 'Sinh'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Laoo'],
  [0xf00, 0xfff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x2e80, 0x2fdf, 'Hani'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x309f, 'Jpan'],
  [0x30a1, 0x30fa, 'Jpan'],
  [0x30ff, 0x30ff, 'Jpan'],
  [0x3100, 0x312f, 'Hani'],
  [0x3130, 0x318f, 'Hang'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7ff, 'Hang'],
  [0xd840, 0xd888, 'Hani'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff3a, 'Latn'],
  [0xff41, 0xff5a, 'Latn'],
  [0xff66, 0xff9d, 'Jpan'],
]

function scriptAt(code: number): Script | null {
  // The two usual cases, before the table is walked through.
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 'Latn' : null
  if (code >= 0x3400 && code <= 0x9fff) return 'Hani'
  for (const [first, last, script] of RANGES) if (code <= last) return code >= first ? script : null
  return null
}
