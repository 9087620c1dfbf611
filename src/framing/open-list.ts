import {WAIT} from './candidate.js'
import {CLOSE_BRACKET, COMMA_BYTE} from './json-bytes.js'
import {JsonScanner} from './json-scanner.js'
import type {TextReader} from './text-reader.js'

/** What a list reads from, and may ask. */
export interface ListContext {
  readonly reader: TextReader
  readonly maxRecordBytes: number
  readonly isFinal: () => boolean
  /** Whether a line that starts there is a record by itself. */
  readonly isRecordLine: (from: number) => boolean | typeof WAIT
}

/**
 * An array whose elements are being framed, by itself or in an API body. It deals with what stands between the elements, and with
 * what an API body has behind its list: neither is page text.
 */
export class OpenList {
  private readonly context: ListContext
  private body: {readonly scanner: JsonScanner; readonly origin: number} | null = null
  private isInTail = false
  private tailAt = 0

  constructor(context: ListContext) {
    this.context = context
  }

  /** The list that opens at `listAt` in the API body that starts where the window is; the window moves into it. */
  static inBody(context: ListContext, listAt: number): OpenList {
    const {window} = context.reader
    const {bytes, base} = window.raw
    const scanner = new JsonScanner()
    const origin = window.at
    for (let at = origin; at < listAt; scanner.goOn())
      at = base + scanner.scan(bytes, origin - base, at - base, listAt - base)
    const list = new OpenList(context)
    list.body = {scanner, origin}
    list.enter(listAt)
    return list
  }

  get isInBody(): boolean {
    return this.body !== null
  }

  /** Goes on behind an element: whether another may follow, or the list or its body has ended. */
  step(): typeof WAIT | 'element' | 'end' {
    if (!this.isInTail) {
      const next = this.separators()
      if (next !== 'tail') return next
      this.isInTail = true
      this.tailAt = this.context.reader.window.at + 1
    }
    for (;;) {
      const next = this.tail()
      if (next !== 'again') return next
    }
  }

  private enter(listAt: number): void {
    const {reader} = this.context
    this.body?.scanner.leaveList()
    reader.wrapping(listAt + 1)
    reader.between.reset('[')
  }

  private end(to: number): 'end' {
    const {reader} = this.context
    reader.wrapping(to)
    reader.between.reset()
    return 'end'
  }

  /** Passes commas, nulls and white space. */
  private separators(): typeof WAIT | 'element' | 'end' | 'tail' {
    const {reader, isFinal} = this.context
    const {window} = reader
    let at = window.skipBlank(window.at)
    for (;;) {
      if (window.byte(at) === COMMA_BYTE) at += 1
      else if (window.startsWith(NULL, at)) at += NULL.length
      else break
      at = window.skipBlank(at)
    }
    reader.wrapping(at)
    if (!isFinal() && window.mayStartWith(NULL, at)) return WAIT
    if (window.byte(at) !== CLOSE_BRACKET) return 'element'
    return this.body ? 'tail' : this.end(at + 1)
  }

  /** What is behind the list in an API body must end it as JSON does, or is page text. */
  private tail(): typeof WAIT | 'element' | 'end' | 'again' {
    const {reader, maxRecordBytes, isFinal, isRecordLine} = this.context
    const {window} = reader
    if (this.body === null) return 'end'
    const {scanner, origin} = this.body
    const {bytes, base} = window.raw
    const limit = window.at + maxRecordBytes
    this.tailAt = base + scanner.scan(bytes, origin - base, this.tailAt - base, Math.min(window.end, limit) - base)
    const isRecord = scanner.state === 'line' && isRecordLine(this.tailAt)
    if (isRecord === WAIT) return WAIT
    switch (isRecord ? 'broken' : scanner.state) {
      case 'whole':
        return this.end(this.tailAt)
      case 'broken':
        return this.end(window.at + 1)
      case 'open':
        return this.tailAt < limit && !isFinal() ? WAIT : this.end(window.at + 1)
      case 'line':
        scanner.goOn()
        return 'again'
      case 'list':
        this.enter(this.tailAt)
        this.isInTail = false
        return this.step()
    }
  }
}

const NULL = [0x6e, 0x75, 0x6c, 0x6c]
