import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'

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
const LITERAL = 9
const NUMBER = 10

const EXPECTED = ['a value', 'a value or "]"', 'a key', 'a key or "}"', '":"', '"," or the end of the object or array']

const LF = 0x0a
const QUOTE = 0x22
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

const encode = (word: string) => [...word].map(letter => letter.charCodeAt(0))
const LITERALS = new Map([
  [0x74, encode('true')],
  [0x66, encode('false')],
  [0x6e, encode('null')],
])

/** States of a number: RFC 8259 §6. Those in NUMBER_ENDS may be its last. */
const NUMBER_ENDS = new Set(['zero', 'integer', 'fraction', 'exponent'])
type NumberState = 'minus' | 'zero' | 'integer' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent'

/**
 * Walks over the bytes of one JSON object (RFC 8259), as many at a time as there are, and stops
 * - `whole` behind its last brace,
 * - `broken` on the first byte that the grammar forbids, or above MAX_DEPTH,
 * - `line` on a `{` that is the first thing on its line (another record may start there: the caller decides),
 * - `list` behind the `[` of a list of records in an API body (`wrapper` says which keys make one).
 */
export class JsonScanner {
  state: ScanState = 'open'
  /** Why it is broken: `Unexpected …, expected …`. */
  reason = ''
  tooDeep = false
  /** Members of the outermost object whose key and colon have been seen. */
  members = 0
  /** A broken scan's last string ends in `{`: that brace, where the next record may start; else -1. From the object's start. */
  braceInString = -1
  /** Behind the `[` of the first list that may hold records; -1 if there is none. From the object's start. */
  listAt = -1

  private origin = 0
  private expects = VALUE
  private depth = 0
  private readonly isObject = new Uint8Array(MAX_DEPTH + 1)
  private atLineStart = false
  private stringIsKey = false
  private keyAt = -1
  private quoteAt = -1
  private hexLeft = 0
  private literal: readonly number[] = []
  private literalAt = 0
  private number: NumberState = 'minus'
  private lastInString = 0
  private readonly wrapper = new WrapperKeys()

  /** Goes on at `from`; returns where it stopped. `origin` is the object's first byte, from which all places are told. */
  scan(buffer: Uint8Array, origin: number, from: number, end: number): number {
    let at = from
    this.origin = origin
    this.state = 'open'
    while (at < end) {
      if (this.expects === STRING) at = this.string(buffer, at, end)
      else at = this.token(buffer, at)
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

  private string(buffer: Uint8Array, from: number, end: number): number {
    for (let at = from; at < end; at++) {
      const byte = buffer[at] as number
      if (byte === QUOTE) {
        this.closeString(buffer, at)
        return at + 1
      }
      if (byte === 0x5c) {
        this.expects = ESCAPE
        this.lastInString = byte
        return at + 1
      }
      if (byte < 0x20) {
        this.break(
          `Unexpected ${byte === LF ? 'line feed' : 'control character'} in a string, expected the closing quote`,
        )
        return at
      }
      this.lastInString = byte
    }
    return end
  }

  private closeString(buffer: Uint8Array, at: number): void {
    this.quoteAt = at - this.origin
    if (!this.stringIsKey) {
      this.expects = COMMA_OR_END
      return
    }
    this.expects = COLON
    if (this.depth <= 2) this.wrapper.key(this.depth, buffer, this.origin + this.keyAt, at)
  }

  private token(buffer: Uint8Array, at: number): number {
    const byte = buffer[at] as number
    switch (this.expects) {
      case ESCAPE:
        return this.escape(byte, at)
      case HEX:
        return this.hex(byte, at)
      case LITERAL:
        return this.inLiteral(byte, at)
      case NUMBER:
        return this.inNumber(byte, at)
    }
    if (byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09) {
      if (byte === LF) this.atLineStart = true
      return at + 1
    }
    if (this.atLineStart && byte === OPEN_BRACE && this.depth > 0) {
      this.state = 'line'
      return at
    }
    this.atLineStart = false
    return this.structure(byte, at)
  }

  private structure(byte: number, at: number): number {
    if (byte === QUOTE && this.expects !== COLON && this.expects !== COMMA_OR_END) {
      this.stringIsKey = this.expects === KEY || this.expects === KEY_OR_END
      this.keyAt = at + 1 - this.origin
      this.expects = STRING
      this.lastInString = 0
      return at + 1
    }
    if (this.expects === COLON && byte === 0x3a) {
      if (this.depth === 1) this.members += 1
      this.expects = VALUE
      return at + 1
    }
    if (this.expects === COMMA_OR_END) return this.next(byte, at)
    if (this.expects === KEY_OR_END && byte === CLOSE_BRACE) return this.close(at)
    if (this.expects === VALUE_OR_END && byte === CLOSE_BRACKET) return this.close(at)
    if (this.expects === VALUE || this.expects === VALUE_OR_END) return this.value(byte, at)
    return this.unexpected(byte, at)
  }

  private next(byte: number, at: number): number {
    const inObject = this.isObject[this.depth] === 1
    if (byte === 0x2c) {
      this.expects = inObject ? KEY : VALUE
      return at + 1
    }
    if (byte === (inObject ? CLOSE_BRACE : CLOSE_BRACKET)) return this.close(at)
    return this.unexpected(byte, at)
  }

  private close(at: number): number {
    this.depth -= 1
    this.expects = COMMA_OR_END
    if (this.depth === 0) this.state = 'whole'
    return at + 1
  }

  private value(byte: number, at: number): number {
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) return this.open(byte === OPEN_BRACE, at)
    const literal = LITERALS.get(byte)
    if (literal) {
      this.expects = LITERAL
      this.literal = literal
      this.literalAt = 1
      return at + 1
    }
    if (byte !== 0x2d && !isDigit(byte)) return this.unexpected(byte, at)
    this.expects = NUMBER
    this.number = byte === 0x2d ? 'minus' : byte === 0x30 ? 'zero' : 'integer'
    return at + 1
  }

  private open(isObject: boolean, at: number): number {
    if (this.depth === MAX_DEPTH) {
      this.tooDeep = true
      this.break(`Unexpected nesting above ${MAX_DEPTH} levels, expected a record`)
      return at
    }
    if (!isObject && this.depth <= 2 && this.wrapper.isList(this.depth)) {
      if (this.listAt < 0) this.listAt = at + 1 - this.origin
      if (this.wrapper.isEnvelope) {
        this.state = 'list'
        return at + 1
      }
    }
    this.depth += 1
    this.isObject[this.depth] = isObject ? 1 : 0
    this.expects = isObject ? KEY_OR_END : VALUE_OR_END
    return at + 1
  }

  private escape(byte: number, at: number): number {
    if (byte === 0x75) {
      this.expects = HEX
      this.hexLeft = 4
    } else if (ESCAPES.has(byte)) {
      this.expects = STRING
    } else {
      this.break(`Unexpected escape \\${show(byte)} in a string, expected one of " \\ / b f n r t u`)
      return at
    }
    return at + 1
  }

  private hex(byte: number, at: number): number {
    if (!isHex(byte)) {
      this.break(`Unexpected "${show(byte)}" in a \\u escape, expected a hexadecimal digit`)
      return at
    }
    this.hexLeft -= 1
    if (this.hexLeft === 0) this.expects = STRING
    return at + 1
  }

  private inLiteral(byte: number, at: number): number {
    if (byte !== this.literal[this.literalAt]) {
      this.expects = VALUE
      return this.unexpected(byte, at)
    }
    this.literalAt += 1
    if (this.literalAt === this.literal.length) this.expects = COMMA_OR_END
    return at + 1
  }

  private inNumber(byte: number, at: number): number {
    const next = nextInNumber(this.number, byte)
    if (next) {
      this.number = next
      return at + 1
    }
    if (!NUMBER_ENDS.has(this.number)) {
      this.break(`Unexpected "${show(byte)}" in a number, expected a digit`)
      return at
    }
    this.expects = COMMA_OR_END
    return at
  }

  private unexpected(byte: number, at: number): number {
    if (this.expects >= COLON && this.lastInString === OPEN_BRACE) this.braceInString = this.quoteAt - 1
    this.break(`Unexpected "${show(byte)}", expected ${this.expectation()}`)
    return at
  }

  private break(reason: string): void {
    this.state = 'broken'
    this.reason = reason
  }
}

/**
 * Tells an API body from a record while its keys go by: `{total, offset, next, data: […]}` (Semantic Scholar), `{results: […]}`
 * (OpenAlex), `{recommendedPapers: […]}`, `{message: {items: […]}}` (Crossref), `{resultList: {result: […]}}` (Europe PMC).
 */
class WrapperKeys {
  isEnvelope = true
  private outer = ''
  private inner = ''

  key(depth: number, buffer: Uint8Array, from: number, to: number): void {
    const key = to - from > 24 ? '' : String.fromCharCode(...buffer.subarray(from, to))
    if (depth === 2) {
      this.inner = key
      return
    }
    this.outer = key
    if (!ENVELOPE.has(key)) this.isEnvelope = false
  }

  /** Whether an array that opens in a container at `depth` holds records. */
  isList(depth: number): boolean {
    if (depth === 1) return LISTS.has(this.outer)
    return depth === 2 && NESTED_LISTS.has(`${this.outer}.${this.inner}`)
  }
}

const LISTS: ReadonlySet<string> = new Set(['data', 'results', 'recommendedPapers'])
const NESTED_LISTS: ReadonlySet<string> = new Set(['message.items', 'resultList.result'])
const ENVELOPE: ReadonlySet<string> = new Set([
  ...LISTS,
  ...['total', 'offset', 'next', 'token', 'meta', 'group_by', 'status', 'message', 'message-type', 'message-version'],
  ...['version', 'hitCount', 'nextCursorMark', 'nextPageUrl', 'request', 'resultList'],
])

/** The same for a parsed object: whether it has a list of records, and whether nothing but an envelope stands before it. */
export function listIn(value: JsonObject): 'none' | 'envelope' | 'record' {
  let found: 'envelope' | 'record' = 'envelope'
  for (const [key, member] of Object.entries(value)) {
    if (Array.isArray(member) ? LISTS.has(key) : hasNestedList(key, member)) return found
    if (!ENVELOPE.has(key)) found = 'record'
  }
  return 'none'
}

function hasNestedList(outer: string, member: Json | undefined): boolean {
  if ((outer !== 'message' && outer !== 'resultList') || member === null || typeof member !== 'object') return false
  return Object.entries(member).some(([key, list]) => Array.isArray(list) && NESTED_LISTS.has(`${outer}.${key}`))
}

const ESCAPES = new Set(encode('"\\/bfnrt'))

function nextInNumber(state: NumberState, byte: number): NumberState | null {
  if (isDigit(byte)) {
    if (state === 'minus') return byte === 0x30 ? 'zero' : 'integer'
    if (state === 'zero') return null
    if (state === 'point') return 'fraction'
    if (state === 'e' || state === 'sign') return 'exponent'
    return state
  }
  if (byte === 0x2e) return state === 'zero' || state === 'integer' ? 'point' : null
  if (byte === 0x65 || byte === 0x45)
    return state === 'zero' || state === 'integer' || state === 'fraction' ? 'e' : null
  return (byte === 0x2b || byte === 0x2d) && state === 'e' ? 'sign' : null
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isHex(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
}

function show(byte: number): string {
  if (byte === LF) return 'line feed'
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `byte 0x${byte.toString(16).padStart(2, '0')}`
}
