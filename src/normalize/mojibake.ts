import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'

/**
 * UTF-8 that was read as windows-1252 or Latin-1, set right, word by word, where the reading is certain. "KÃ¼sel" →
 * "Küsel", "cellsâ€™" → "cells’", "Ð¼Ð¸Ñ€" → "мир". A word is repaired whole or not at all, up to three times over; a
 * control character U+0080–009F becomes what windows-1252 has there, but U+FFFD where it may stand for a letter. Where
 * text only smells of mojibake it is kept and noted. Encoding Standard §9
 */
export function repairMojibake(text: string, note: Note): string {
  const words = BROKEN.test(text) ? repairWords(text) : text
  const repaired = CONTROLS.test(words) ? readControls(words) : words
  if (repaired !== text) noteRepair(text, words, repaired, note)
  const left = LEFT.exec(repaired)
  if (left)
    note('mojibake', `Unexpected ${excerpt(piece(repaired, left.index))}, expected text in its own encoding; kept`)
  return repaired
}

/** A letter that is lost is no repair. */
function noteRepair(text: string, words: string, repaired: string, note: Note): void {
  const isLost = repaired.split('\ufffd').length > words.split('\ufffd').length
  const at = firstDifference(text, repaired)
  const expected = isLost ? 'text in its own encoding' : excerpt(piece(repaired, at))
  const outcome = isLost ? 'replaced by U+FFFD' : 'repaired'
  note('mojibake', `Unexpected ${excerpt(piece(text, at))}, expected ${expected}; ${outcome}`, text)
}

// windows-1252 from 0x80 on; the five bytes it leaves undefined are themselves.
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'
const BYTES = new Map([...WINDOWS_1252].map((character, index) => [character, 0x80 + index]))
const HIGH = `\\x80-\\xff${[...WINDOWS_1252].join('')}`
const CONTINUATION = `\\x80-\\xbf${[...WINDOWS_1252].join('')}`
const BROKEN = new RegExp(`[\\xc2-\\xf4][${CONTINUATION}]|[\\x80-\\x84\\x86-\\x9f]`)
const CONTROLS = /[\x80-\x84\x86-\x9f]/
const CONTROL = new RegExp(CONTROLS.source, 'g')
const WORD = /[^\x00-\x20]+/g
const RUN = new RegExp(`[${HIGH}]+`, 'g')
// U+FFFD and other signs of UTF-8 read as GBK, and what a repair would have had to take.
const LEFT = /\u951f\u65a4\u62f7|[A-Za-z]\u9225|\u00e2\u20ac|\u00c3[\u00a1-\u00bf][a-z]|\u00ef\u00bf\u00bd/
// What stands after a letter in clean text, too: quotes, dashes, marks, a no-break space.
const NATURAL =
  /^[\xa0\xa3\xaa\xab\xae\xa9\xb0\xb2\xb3\xb9\xba\xbb\xbf\u2026\u2013\u2014\u2018-\u201e\u2122\u2020-\u2022\u203a]+$/

function repairWords(text: string): string {
  let clean = text
  for (let round = 0; round < 3; round++) {
    const next = clean.replace(WORD, word => (BROKEN.test(word) ? repairWord(word) : word))
    if (next === clean) break
    clean = next
  }
  return clean
}

function repairWord(word: string): string {
  let evidence = 0
  let failed = false
  const repaired = word.replace(RUN, (run, at: number) => {
    const characters = decodeRun(run)
    if (characters === null) failed ||= /[\xc2-\xf4]/.test(run) || !/^[\x80-\xff]*$/.test(run)
    if (characters !== null && characters.length > 2) evidence += 2 // nobody writes three letters each with a sign after it
    let from = at
    for (const {text, read} of characters ?? []) {
      const weight = weigh(text, read, word.charAt(from - 1), word.charAt(from + text.length))
      if (weight < 0) failed = true
      evidence += weight
      from += text.length
    }
    return characters?.map(character => character.read).join('') ?? run
  })
  return failed || evidence < 2 ? word : repaired
}

/** How much one decoded character speaks for mojibake: 2 is certain, 1 needs company, 0 says nothing, -1 forbids. */
function weigh(text: string, read: string, before: string, after: string): number {
  const lead = text.charCodeAt(0)
  const rest = text.slice(1)
  if (/[\x80-\x9f]/.test(rest)) return 2
  const isNatural = NATURAL.test(rest)
  const afterCapital = /\p{Lu}/u.test(before)
  if (lead === 0xc2) return isNatural && afterCapital ? -1 : 2
  if (lead === 0xc3) return weighLatin(rest, before, after)
  if (lead === 0xe2) return rest.startsWith('\u2026') || isNatural ? 0 : 2
  if (lead === 0xef) return read === '\ufffd' || read === '\ufeff' ? 2 : 1
  if (lead >= 0xf0) return 2
  if (lead === 0xe1 && read >= '\u1e00' && read <= '\u1eff') return 2
  const isInside = /\p{L}/u.test(before) && /\p{Ll}/u.test(after)
  if (lead === 0xce || lead === 0xcf)
    return !isNatural || isInside || (lead === 0xce && !afterCapital && before !== '\xab') ? 2 : 1
  if (lead === 0xc4 || lead === 0xc5) return isNatural ? (isInside ? 2 : 0) : 1
  return isNatural || (lead > 0xc5 && lead < 0xce) ? 0 : 1
}

/** `Ã` and a sign. Capitals end words in `Ã` (MANHÃ”, MAÇÃ»), and a quote after it may be one. */
function weighLatin(rest: string, before: string, after: string): number {
  const beforeCapital = /\p{Lu}/u.test(after)
  if (/^[\u2018\u2019\u201c\u201d\u2026\u2013\u2014\u2122]$/.test(rest))
    return /\p{Lu}/u.test(before) && beforeCapital ? 2 : -1
  if (/\p{Lu}/u.test(before) && NATURAL.test(rest) && !/\p{L}/u.test(after)) return -1
  return 2
}

interface Character {
  readonly text: string
  readonly read: string
}

/** A run as UTF-8, character by character; null when it is not wholly UTF-8 of two bytes or more (RFC 3629 §4). */
function decodeRun(run: string): readonly Character[] | null {
  const characters: Character[] = []
  let at = 0
  while (at < run.length) {
    const lead = byteOf(run, at)
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    let code = lead & (0xff >> (length + 1))
    if (length === 0 || at + length > run.length) return null
    for (let next = at + 1; next < at + length; next++) {
      const byte = byteOf(run, next)
      if (byte < 0x80 || byte > 0xbf) return null
      code = (code << 6) | (byte & 0x3f)
    }
    const isOverlong = code < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000)
    if (isOverlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null
    characters.push({text: run.slice(at, at + length), read: String.fromCodePoint(code)})
    at += length
  }
  return characters
}

function byteOf(text: string, at: number): number {
  return BYTES.get(text.charAt(at)) ?? text.charCodeAt(at)
}

/**
 * A control character U+0080–009F never stands in text: it is the windows-1252 byte. Between letters it may as well be
 * a letter of MacRoman or windows-1251 ("tur\x92stico" was "turístico"): then it is read only as an apostrophe or a
 * dash that fits there, else it is lost. What windows-1252 leaves undefined stays for the dropping of controls, as does
 * U+0085, which may be a line end (ISO 6429).
 */
function readControls(text: string): string {
  return text.replace(CONTROL, (control, at: number) => {
    const read = WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80)
    if (read === control) return control
    const before = text.slice(Math.max(0, at - 3), at)
    const after = text.slice(at + 1, at + 5)
    if (/[\x80-\x9f]$/.test(before) || /^[\x80-\x9f]/.test(after)) return '\ufffd'
    if (/\p{L}$/u.test(before) && /^\p{L}/u.test(after)) return fitsBetween(read, before, after) ? read : '\ufffd'
    return /[\xc2-\xf4]$/.test(before) && !NATURAL.test(read) ? '\ufffd' : read
  })
}

/**
 * "O’Neill", "don’t", "l’eau", "Bose–Einstein", "dose–response": those bytes are í, ñ and ó in MacRoman, which stand
 * before no capital, and ñ before no consonant.
 */
function fitsBetween(read: string, before: string, after: string): boolean {
  if (read === '\u2013') return /^(?:\p{Lu}|[b-df-hj-np-tv-xz])/u.test(after)
  if (read === '\u2014') return /^\p{Lu}/u.test(after)
  if (read !== '\u2019') return false
  return /^(?:\p{Lu}|(?:s|t|d|m|ll|re|ve)\b)/u.test(after) || /(?:^|[^\p{L}\p{M}])(?:[cdjlmnst]|qu)$/iu.test(before)
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function piece(text: string, at: number): string {
  return text.slice(Math.max(0, at - 12), at + 20)
}
