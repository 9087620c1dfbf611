import {isDigit} from './json-bytes.js'

/** How far a number (RFC 8259 §6) has come: what its last byte is. */
type NumberPart = 'minus' | 'zero' | 'integer' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent'
/** How far a number, `true`, `false` or `null` has come; of those three, the letters so far. */
export type Word = NumberPart | {readonly letters: string}

const LITERALS = ['true', 'false', 'null']
const MINUS = 0x2d
const ZERO = 0x30

/** Null: no word starts so. */
export function wordStart(byte: number): Word | null {
  if (byte === MINUS) return 'minus'
  if (isDigit(byte)) return byte === ZERO ? 'zero' : 'integer'
  return literal(String.fromCharCode(byte))
}

/** Null: the byte is no part of the word. */
export function nextInWord(word: Word, byte: number): Word | null {
  return typeof word === 'string' ? nextInNumber(word, byte) : literal(word.letters + String.fromCharCode(byte))
}

export function isWordEnd(word: Word): boolean {
  if (typeof word !== 'string') return LITERALS.includes(word.letters)
  return word === 'zero' || word === 'integer' || word === 'fraction' || word === 'exponent'
}

function literal(letters: string): Word | null {
  return LITERALS.some(it => it.startsWith(letters)) ? {letters} : null
}

function nextInNumber(part: NumberPart, byte: number): NumberPart | null {
  if (isDigit(byte)) {
    if (part === 'minus') return byte === ZERO ? 'zero' : 'integer'
    if (part === 'zero') return null
    if (part === 'point') return 'fraction'
    return part === 'e' || part === 'sign' ? 'exponent' : part
  }
  if (byte === 0x2e) return part === 'zero' || part === 'integer' ? 'point' : null
  if (byte === 0x65 || byte === 0x45) return part === 'zero' || part === 'integer' || part === 'fraction' ? 'e' : null
  return (byte === 0x2b || byte === MINUS) && part === 'e' ? 'sign' : null
}
