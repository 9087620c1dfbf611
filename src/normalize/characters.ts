import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {repairMojibake} from './mojibake.js'

/**
 * The text without what cannot be seen and does not belong: control, zero-width and bidi-override characters; mojibake
 * repaired where that is certain; NFC. U+200C and U+200D stay between Arabic, Indic and emoji characters. "a\u200bb" →
 * "ab", "KÃ¼sel" → "Küsel". Half a surrogate pair becomes U+FFFD. Everything but NFC is noted. Unicode 16 §23.2, UAX
 * #9, UAX #15
 */
export function cleanCharacters(text: string, note: Note): string {
  if (PRINTABLE.test(text) || INERT.test(text)) return text
  if (!SUSPECT.test(text)) return HIGH.test(text) ? text.normalize('NFC') : text
  let clean = repairMojibake(text, note)
  if (LONE_SURROGATE.test(clean)) {
    note(
      'lone-surrogate',
      `Unexpected half of a surrogate pair in ${excerpt(clean)}, expected whole characters; replaced by U+FFFD`,
      text,
    )
    clean = clean.replace(LONE_SURROGATES, '\ufffd')
  }
  // Not where it was put here, which is noted already.
  if (text.includes('\ufffd') || (text.includes('\u00ef\u00bf\u00bd') && clean.includes('\ufffd'))) {
    note(
      'replacement-character',
      `Unexpected U+FFFD in ${excerpt(around(clean, '\ufffd'))}, expected the character that was lost; kept`,
    )
  }
  return dropInvisible(clean, note).normalize('NFC')
}

/** True for printable ASCII alone, which most text is: nothing in it is invisible, mojibake or not in NFC. */
export function isPrintable(text: string): boolean {
  return PRINTABLE.test(text)
}

/** True when some white space is no single space. "a  b", "a\nb" → true; "a b" → false. */
export function hasLooseSpace(text: string): boolean {
  return GAP.test(text) || (!PRINTABLE.test(text) && OTHER_SPACE.test(text))
}

// One class each, no alternative: V8 reads them at 2 to 3 GB/s, and `[^\S ]| {2}` at 0.4.
const PRINTABLE = /^[ -~]*$/
// Wider than two spaces, since that is twice as fast: a control character is no harm, it only costs the slower way.
const GAP = /[\0- ]{2}/
const OTHER_SPACE = /[^\S ]/
// Characters that are in NFC in any company of each other, and of which none is in SUSPECT: no lead of mojibake.
const INERT =
  /^[\t-\r -~\u00a0-\u00ac\u00ae-\u00c1\u00f5-\u02ff\u0391-\u03c9\u0401-\u044f\u2010-\u2027\u2030-\u205e\u2070-\u208e\u20ac\u2122\u2190-\u22ff\u3000-\u3020\u3041-\u3096\u30a1-\u30fa\u4e00-\u9224\u9226-\u951e\u9520-\u9fff\uff01-\uff5e]*$/

// Controls but white space, invisible characters, surrogates, and a first byte of UTF-8 read as Latin-1 before a
// second one.
const CONTINUED = String.raw`\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122`
const SUSPECT = new RegExp(
  String.raw`[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]|[\u00c2-\u00f4][${CONTINUED}]|[\u9225\u951f]`,
)
const HIGH = /[\u0300-\uffff]/
const LONE_SURROGATE = /\p{Surrogate}/u
const LONE_SURROGATES = /\p{Surrogate}/gu
const INVISIBLE =
  /[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/u
const INVISIBLES = new RegExp(INVISIBLE.source, 'gu')
const JOINS =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f]/u
// Flags of regions are a black flag, tag characters and an end (UTS #51 §ED-14a).
const TAGGED_FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,12}\u{e007f}/u

function dropInvisible(text: string, note: Note): string {
  if (!INVISIBLE.test(text)) return text
  const isFlagged = TAGGED_FLAG.test(text)
  const found = new Set<string>()
  const clean = text.replace(INVISIBLES, (character: string, at: number) => {
    if ((character === '\u200c' || character === '\u200d') && isBetweenJoining(text, at)) return character
    if (character.length === 2 && isFlagged) return character
    found.add(character)
    return character === '\x85' ? ' ' : ''
  })
  if (found.size === 0) return text
  const names = [...found].slice(0, 5).map(nameOf).join(', ')
  note(
    'control-character',
    `Unexpected ${names}${clean.trim() === '' ? '' : ` in ${excerpt(clean)}`}, expected visible characters; dropped`,
    text,
  )
  return clean
}

function isBetweenJoining(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const last = before > 0xdbff && before < 0xe000 ? text.slice(at - 2, at) : text.charAt(at - 1)
  return JOINS.test(last) && JOINS.test(String.fromCodePoint(text.codePointAt(at + 1) ?? 0))
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function around(text: string, what: string): string {
  const at = text.indexOf(what)
  return text.slice(Math.max(0, at - 25), at + 25)
}
