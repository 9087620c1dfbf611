import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON_BYTE,
  COMMA_BYTE,
  isBlank,
  isHex,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SIMPLE_ESCAPES,
  shown,
} from './json-bytes.js'
import {isWordEnd, nextInWord, type Word, wordStart} from './json-word.js'
import {Outline} from './outline.js'

/** What a scan has come to: still inside, whole, or at the first byte that JSON's grammar forbids. */
export type ScanState = 'open' | 'whole' | 'broken' | 'list' | 'line'

/** Containers may be this deep. RFC 8259 §9 lets a reader set its limit. */
export const MAX_DEPTH = 64

const VALUE = 0
const VALUE_OR_END = 1
const KEY = 2
const KEY_OR_END = 3
const COLON = 4
const COMMA_OR_END = 5
const STRING = 6
const ESCAPE = 7
const HEX = 8
const WORD = 9

const EXPECTED = ['a value', 'a value or "]"', 'a key', 'a key or "}"', '":"', '"," or the end of the object or array']

/**
 * Walks over the bytes of one JSON object (RFC 8259), as many at a time as there are, and stops
 * - `whole` behind its last brace,
 * - `broken` on the first byte that the grammar forbids, or above MAX_DEPTH,
 * - `line` on a `{` that is the first thing on its line (another record may start there: the caller decides, and may go on),
 * - `list` on the `[` of a list of records in an API body.
 *
 * Places are told from the object's first byte.
 */
export class JsonScanner {
  state: ScanState = 'open'
  /** Why it is broken: `Unexpected …, expected …`. */
  reason = ''
  tooDeep = false
  readonly outline = new Outline()

  private origin = 0
  private expects = VALUE
  private depth = 0
  private readonly isObject = new Uint8Array(MAX_DEPTH + 1)
  private readonly openedAt = new Float64Array(MAX_DEPTH + 1)
  private atLineStart = false
  private stringIsKey = false
  private keyAt = -1
  private hexLeft = 0
  private word: Word = 'minus'
  private inBody = false

  /** Starts on another object. */
  reset(): void {
    this.state = 'open'
    this.reason = ''
    this.tooDeep = false
    this.outline.reset()
    this.expects = VALUE
    this.depth = 0
    this.atLineStart = false
    this.inBody = false
  }

  /** Goes on at index `from`; returns where it stopped. `origin` is the index of the object's first byte. */
  scan(buffer: Uint8Array, origin: number, from: number, end: number): number {
    let at = from
    this.origin = origin
    this.state = 'open'
    while (at < end) {
      at = this.expects === STRING ? this.string(buffer, at, end) : this.token(buffer, at)
      if (this.state !== 'open') return at
    }
    return at
  }

  /** The input ends here. */
  end(): void {
    this.break(`Unexpected end of the input, expected ${this.expectation()}`)
  }

  /** What the grammar allows where it stands: `a key`, `"," or the end of …`. */
  expectation(): string {
    return EXPECTED[this.expects] ?? (this.expects <= HEX ? 'the closing quote of a string' : 'the end of a value')
  }

  /** After `line`: the brace is part of this object all the same. */
  goOn(): void {
    this.atLineStart = false
  }

  /** On a list of records: goes on behind it, as an API body does. */
  leaveList(): void {
    this.expects = COMMA_OR_END
    this.inBody = true
  }

  /** The braces of the objects in this one that are open, from the outermost inwards. */
  openObjects(): number[] {
    const places: number[] = []
    for (let depth = 2; depth <= this.depth; depth++) {
      if (this.isObject[depth] === 1) places.push(this.openedAt[depth] as number)
    }
    return places
  }

  private string(buffer: Uint8Array, from: number, end: number): number {
    let at = from
    while (at < end) {
      const byte = buffer[at] as number
      if (byte === QUOTE) {
        this.closeString(at)
        return at + 1
      }
      if (byte === BACKSLASH) {
        if (at + 1 === end || SIMPLE_ESCAPES[buffer[at + 1] as number] === 0) {
          this.expects = ESCAPE
          return at + 1
        }
        at += 2
        continue
      }
      if (byte < 0x20) {
        const found = byte === LF ? 'line feed' : 'control character'
        this.break(`Unexpected ${found} in a string, expected the closing quote`)
        return at
      }
      at += 1
    }
    return end
  }

  private closeString(at: number): void {
    if (!this.stringIsKey) {
      this.expects = COMMA_OR_END
      return
    }
    this.expects = COLON
    this.outline.key(this.depth, this.keyAt, at - this.origin)
  }

  private token(buffer: Uint8Array, at: number): number {
    const byte = buffer[at] as number
    switch (this.expects) {
      case ESCAPE:
        return this.escape(byte, at)
      case HEX:
        return this.hex(byte, at)
      case WORD:
        return this.inWord(byte, at)
    }
    if (isBlank(byte)) {
      if (byte === LF) this.atLineStart = true
      return at + 1
    }
    if (this.atLineStart && byte === OPEN_BRACE && this.depth > 0) {
      this.state = 'line'
      return at
    }
    this.atLineStart = false
    return this.structure(buffer, byte, at)
  }

  private structure(buffer: Uint8Array, byte: number, at: number): number {
    switch (this.expects) {
      case COMMA_OR_END:
        return this.next(byte, at)
      case COLON:
        if (byte !== COLON_BYTE) return this.unexpected(byte, at)
        if (this.depth === 1) this.outline.colon()
        this.expects = VALUE
        return at + 1
      case KEY_OR_END:
        if (byte === CLOSE_BRACE) return this.close(at)
        break
      case VALUE_OR_END:
        if (byte === CLOSE_BRACKET) return this.close(at)
        break
    }
    const isKey = this.expects === KEY || this.expects === KEY_OR_END
    if (byte === QUOTE) return this.openString(isKey, at)
    return isKey ? this.unexpected(byte, at) : this.value(buffer, byte, at)
  }

  private openString(isKey: boolean, at: number): number {
    this.stringIsKey = isKey
    this.keyAt = at + 1 - this.origin
    this.expects = STRING
    return at + 1
  }

  private next(byte: number, at: number): number {
    const inObject = this.isObject[this.depth] === 1
    if (byte === COMMA_BYTE) {
      if (this.depth === 1) this.outline.commaAt = at - this.origin
      this.expects = inObject ? KEY : VALUE
      return at + 1
    }
    return byte === (inObject ? CLOSE_BRACE : CLOSE_BRACKET) ? this.close(at) : this.unexpected(byte, at)
  }

  private close(at: number): number {
    this.depth -= 1
    this.expects = COMMA_OR_END
    if (this.depth === 0) this.state = 'whole'
    return at + 1
  }

  private value(buffer: Uint8Array, byte: number, at: number): number {
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) return this.open(buffer, byte === OPEN_BRACE, at)
    const word = wordStart(byte)
    if (word === null) return this.unexpected(byte, at)
    this.expects = WORD
    this.word = word
    return at + 1
  }

  private open(buffer: Uint8Array, isObject: boolean, at: number): number {
    if (this.depth === MAX_DEPTH) {
      this.tooDeep = true
      this.break(`Unexpected nesting above ${MAX_DEPTH} levels, expected a record`)
      return at
    }
    const mayBeList = !isObject && this.depth <= 2 && this.isObject[this.depth] === 1
    if (mayBeList && this.outline.isList(this.depth, buffer, this.origin)) {
      if (this.outline.listAt < 0) this.outline.listAt = at - this.origin
      if (this.inBody || this.outline.isEnvelope(buffer, this.origin)) {
        this.state = 'list'
        return at
      }
    }
    this.depth += 1
    this.isObject[this.depth] = isObject ? 1 : 0
    this.openedAt[this.depth] = at - this.origin
    this.expects = isObject ? KEY_OR_END : VALUE_OR_END
    return at + 1
  }

  private escape(byte: number, at: number): number {
    if (byte === 0x75) {
      this.expects = HEX
      this.hexLeft = 4
    } else if (SIMPLE_ESCAPES[byte] === 1) {
      this.expects = STRING
    } else {
      this.break(`Unexpected escape \\${shown(byte)} in a string, expected one of " \\ / b f n r t u`)
      return at
    }
    return at + 1
  }

  private hex(byte: number, at: number): number {
    if (!isHex(byte)) {
      this.break(`Unexpected "${shown(byte)}" in a \\u escape, expected a hexadecimal digit`)
      return at
    }
    this.hexLeft -= 1
    if (this.hexLeft === 0) this.expects = STRING
    return at + 1
  }

  private inWord(byte: number, at: number): number {
    const next = nextInWord(this.word, byte)
    if (next !== null) {
      this.word = next
      return at + 1
    }
    if (!isWordEnd(this.word)) {
      this.break(`Unexpected "${shown(byte)}", expected the rest of a number, true, false or null`)
      return at
    }
    this.expects = COMMA_OR_END
    return at
  }

  private unexpected(byte: number, at: number): number {
    this.break(`Unexpected "${shown(byte)}", expected ${this.expectation()}`)
    return at
  }

  private break(reason: string): void {
    this.state = 'broken'
    this.reason = reason
  }
}
