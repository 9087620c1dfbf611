import {isUtf8} from 'node:buffer'

/**
 * Which UTF-16 a text without a byte order mark plainly is: ASCII characters as pairs with a zero byte, on one side only, and
 * hardly any pair of two ASCII bytes, of which other text consists. `7b 00 22 00` → "utf-16le".
 */
export function utf16Of(window: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const units = window.length >> 1
  let little = 0
  let big = 0
  let zero = 0
  let ascii = 0
  for (let at = 0; at < 2 * units; at += 2) {
    const [first = 0, second = 0] = [window[at], window[at + 1]]
    if (first === 0 && second === 0) zero++
    else if (second === 0 && isText(first)) little++
    else if (first === 0 && isText(second)) big++
    else if (isText(first) && isText(second)) ascii++
  }
  if (2 * ascii > units || 20 * zero > units) return null
  if (little > 1 && 50 * little >= units && little > 20 * big) return 'utf-16le'
  if (big > 1 && 50 * big >= units && big > 20 * little) return 'utf-16be'
  return null
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/**
 * True for Chinese text in GB18030 (or GBK, GB2312): invalid as UTF-8, wholly valid as GB18030, and with Han text. A character
 * that is cut at the end counts neither way.
 *
 * "With Han text" is: of the two-byte characters that are no symbols, a third are of level 1 of GB 2312, and few are kana or of
 * the areas for private use. That tells it from EUC-JP, Big5 and the Latin encodings, of which a short piece may be valid by
 * chance; EUC-KR is not told from it. And UTF-8 in which a record was cut has whole UTF-8 characters for most of its bytes,
 * which GB18030 has not.
 */
export function isGb18030(window: Uint8Array): boolean {
  const text = window.subarray(0, window.length - cutUtf8(window))
  return !isUtf8(text) && !isMostlyUtf8(text) && isHanText(window)
}

/** How many bytes of a cut UTF-8 character stand at the end. */
function cutUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return utf8Length(byte) > back ? back : 0
  }
  return 0
}

function utf8Length(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/**
 * True for UTF-8 with some damage: half of the runs of bytes beyond ASCII are well-formed and half of those bytes, or three
 * quarters of the bytes. In GB18030 a Han character looks like one of UTF-8 in one case of four, a phrase of them hardly ever.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let runs = 0
  let wholeRuns = 0
  let all = 0
  let wellFormed = 0
  for (let at = 0; at < bytes.length; at++) {
    const start = at
    const wellFormedBefore = wellFormed
    while ((bytes[at] ?? 0) >= 0x80) {
      const length = wellFormedAt(bytes, at)
      wellFormed += length
      at += length || 1
    }
    if (at === start) continue
    runs++
    all += at - start
    if (wellFormed - wellFormedBefore === at - start) wholeRuns++
  }
  return (2 * wholeRuns >= runs && 2 * wellFormed >= all) || 4 * wellFormed >= 3 * all
}

/** The length of the UTF-8 character that begins here, 0 when none does. */
function wellFormedAt(bytes: Uint8Array, at: number): number {
  const length = utf8Length(bytes[at] ?? 0)
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length === 1 ? 0 : length
}

/** Walks the characters of GB18030 (GB 18030-2022; WHATWG Encoding §10.2). */
function isHanText(bytes: Uint8Array): boolean {
  const count = {letters: 0, common: 0, kana: 0, private: 0}
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    if (lead === 0x80 || lead === 0xff) return false
    const trail = bytes[at + 1]
    if (trail === undefined) break
    if (trail >= 0x30 && trail <= 0x39) {
      if (at + 3 >= bytes.length) break
      if (!isFourBytes(lead, trail, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0)) return false
      at += 4
    } else {
      if (trail < 0x40 || trail === 0x7f || trail === 0xff) return false
      countTwoBytes(lead, trail, count)
      at += 2
    }
  }
  const {letters, common, kana} = count
  return common > 0 && 3 * common >= letters && 4 * kana < letters && 20 * count.private <= letters
}

function isFourBytes(first: number, second: number, third: number, fourth: number): boolean {
  if (third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return false
  const pointer = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30
  return pointer <= 39_419 || (pointer >= 189_000 && pointer <= 1_237_575)
}

interface Count {
  letters: number
  common: number
  kana: number
  private: number
}

/** By the areas of GBK: from trail byte A1 on are the rows of GB 2312, below it what GBK added. */
function countTwoBytes(lead: number, trail: number, count: Count): void {
  const isGb2312 = trail >= 0xa1
  if (isGb2312 && SYMBOLS.has(lead)) return
  count.letters++
  if (isGb2312 && lead >= 0xb0 && lead <= 0xd7) count.common++
  else if (isGb2312 && (lead === 0xa4 || lead === 0xa5)) count.kana++
  else if (isGb2312 ? lead >= 0xaa && (lead <= 0xaf || lead >= 0xf8) : lead >= 0xa1 && lead <= 0xa7) count.private++
}

/** Punctuation, numbers, full-width letters, Greek, accented letters, lines. */
const SYMBOLS: ReadonlySet<number> = new Set([0xa1, 0xa2, 0xa3, 0xa6, 0xa8, 0xa9])
