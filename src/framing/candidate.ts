import type {JsonObject} from '../record/decoded.js'
import {type ByteWindow, isBlankByte} from './byte-window.js'
import {CLOSE_BRACE, COMMA_BYTE, LF} from './json-bytes.js'
import {parseObject} from './whole-object.js'

/** A whole object in the text. */
export interface Candidate {
  readonly value: JsonObject
  readonly text: string
  readonly end: number
  /** The `[` of a list of records in it; -1 if there is none. */
  readonly listAt: number
}

/** More bytes must tell. */
export const WAIT = 'wait'

export interface LineOptions {
  /** A longer line is none. */
  readonly maxBytes: number
  /** A comma behind the object does not count. */
  readonly mayHaveComma: boolean
  readonly isFinal: boolean
}

/** The object that a line, from `from` on, wholly consists of. */
export function lineObject(window: ByteWindow, from: number, options: LineOptions): Candidate | null | typeof WAIT {
  const {maxBytes, mayHaveComma, isFinal} = options
  const lineFeed = window.lineEnd(from)
  if (lineFeed < 0 && !isFinal) return window.end - from < maxBytes ? WAIT : null
  const lineEnd = lineFeed < 0 ? window.end : lineFeed
  if (lineEnd - from >= maxBytes) return null
  let end = window.trimmedEnd(from, lineEnd)
  if (mayHaveComma && window.byte(end - 1) === COMMA_BYTE) end = window.trimmedEnd(from, end - 1)
  if (window.byte(end - 1) !== CLOSE_BRACE) return null
  const text = window.text(from, end)
  const value = parseObject(text)
  return value === null ? null : {value, text, end, listAt: -1}
}

/** Whether a line is blank from an object's end on; asked again with more bytes it goes on where it was. */
export class LineRest {
  private at: number
  private readonly to: number

  constructor(from: number, maxBytes: number) {
    this.at = from
    this.to = from + maxBytes
  }

  isBlank(window: ByteWindow, isFinal: boolean): boolean | typeof WAIT {
    for (; this.at < window.end && this.at < this.to; this.at++) {
      const byte = window.byte(this.at)
      if (byte === LF || !isBlankByte(byte)) return byte === LF
    }
    return this.at === this.to || isFinal ? true : WAIT
  }
}
