import type {DefectId} from '../record/defects.js'
import {hasList} from './api-body.js'
import {Between} from './between.js'
import {ByteWindow} from './byte-window.js'
import {type Candidate, LineRest, lineObject, WAIT} from './candidate.js'
import {DeadBraces} from './dead-braces.js'
import {Found} from './found.js'
import type {Broken, Framed, FramerOptions} from './frame.js'
import {OPEN_BRACE} from './json-bytes.js'
import {JsonScanner, MAX_DEPTH} from './json-scanner.js'
import {anotherMessage, SWALLOWED, tooLargeMessage, UNPARSED, unknownMessage} from './messages.js'
import {type ListContext, OpenList} from './open-list.js'
import {beginsRecord, holdsNext, isAnother, isPartOf, startAt} from './start.js'
import {keysThatSwallow} from './swallowed.js'
import {TextReader} from './text-reader.js'
import {hasBadBytes, isDeeper, parseObject} from './whole-object.js'

/** A line up to so long is waited for, and parsed at once; the scanner would come to the same. */
const LINE_BYTES = 1 << 18
/** Page text is taken in pieces of at least so many bytes, so that one byte at a time is no slower than it must be. */
const PIECE_BYTES = 1 << 12

/**
 * Finds the records in any text that has some: a push machine over UTF-8 bytes, in pieces of any size; the pieces never change
 * what comes out. Frames are whole JSON objects that a dialect claims; what lies between them is page text; what starts like
 * a record and is none comes out as broken, up to the next frame (contract §1.2).
 *
 * `const framer = new Framer(options); for (const chunk of chunks) use(framer.push(chunk)); use(framer.end())`
 */
export class Framer {
  private hasFrame = false
  private readonly options: FramerOptions
  private readonly window = new ByteWindow()
  private readonly between = new Between()
  private readonly found: Found
  private readonly reader: TextReader
  private mode: 'page' | 'list' | 'object' | 'verdict' = 'page'
  private isFinal = false
  private braceFrom = 0

  private list: OpenList | null = null
  private readonly listContext: ListContext

  private start = startAt(this.window, this.between, false)
  private readonly scanner = new JsonScanner()
  private scanAt = 0
  private candidate: Candidate | null = null
  private lineRest = new LineRest(0, 0)
  private readonly dead = new DeadBraces()

  constructor(options: FramerOptions) {
    this.options = options
    const {window, between} = this
    const {maxRecordBytes} = options
    this.found = new Found(maxRecordBytes)
    const isFinal = () => this.isFinal
    const isRecordLine = (from: number) => this.isRecordLine(from)
    this.reader = new TextReader(window, between, this.found)
    this.listContext = {reader: this.reader, maxRecordBytes, isFinal, isRecordLine}
  }

  /** The frames that the chunk completes. The chunk must not be written to afterwards. */
  push(chunk: Uint8Array): readonly Framed[] {
    this.window.append(chunk)
    while (this.step());
    return this.found.drain()
  }

  /** The frames that the end of the input completes. */
  end(): readonly Framed[] {
    this.isFinal = true
    while (this.step());
    this.found.finish()
    return this.found.drain()
  }

  /** Moves on; false when it needs more bytes. */
  private step(): boolean {
    switch (this.mode) {
      case 'page':
        return this.page()
      case 'list':
        return this.behindElement()
      case 'object':
        return this.object()
      case 'verdict':
        return this.verdict()
    }
  }

  private page(): boolean {
    const {window} = this
    const brace = window.indexOf(OPEN_BRACE, Math.max(window.at, this.braceFrom))
    if (brace < 0) {
      this.braceFrom = window.end
      if (this.isFinal || window.end - window.at >= PIECE_BYTES) this.reader.page(window.end)
      return false
    }
    this.reader.page(brace)
    if (this.dead.take(brace) && window.lineStart !== brace) {
      this.reader.page(brace + 1)
      return true
    }
    const line = window.lineIsBlank ? this.line(brace, LINE_BYTES, true) : null
    if (line === WAIT) return false
    this.begin(line)
    return true
  }

  private line(from: number, maxBytes: number, mayHaveComma: boolean): Candidate | null | typeof WAIT {
    return lineObject(this.window, from, {maxBytes, mayHaveComma, isFinal: this.isFinal})
  }

  private begin(line: Candidate | null): void {
    const {window} = this
    this.start = startAt(window, this.between, this.list !== null)
    const isShort = line !== null && line.end - window.at < this.options.maxRecordBytes
    if (isShort && !isDeeper(line.value, MAX_DEPTH) && (!hasList(line.value) || this.options.claims(line.value))) {
      this.judge(line)
      return
    }
    this.scanner.reset()
    this.scanAt = window.at
    this.mode = 'object'
  }

  private judge(candidate: Candidate): void {
    this.candidate = candidate
    this.lineRest = new LineRest(candidate.end, LINE_BYTES)
    this.mode = 'verdict'
  }

  private object(): boolean {
    const {window, scanner, start} = this
    const limit = start.offset + this.options.maxRecordBytes - 1
    const {bytes, base} = window.raw
    const end = Math.min(window.end, limit)
    this.scanAt = base + scanner.scan(bytes, start.offset - base, this.scanAt - base, end - base)
    switch (scanner.state) {
      case 'line':
        return this.lineInside()
      case 'list':
        return this.enterBody(this.scanAt)
      case 'whole':
        return this.whole()
      case 'broken':
        return this.failed(scanner.tooDeep ? 'frame-too-deep' : 'frame-broken', scanner.reason)
    }
    if (this.scanAt >= limit) return this.failed('frame-too-large', tooLargeMessage(this.options.maxRecordBytes))
    if (!this.isFinal) return false
    scanner.end()
    return this.failed('frame-broken', scanner.reason)
  }

  private whole(): boolean {
    const {start, scanner, scanAt} = this
    const text = this.window.text(start.offset, scanAt)
    const value = parseObject(text)
    if (value === null) return this.failed('frame-broken', UNPARSED)
    const {listAt} = scanner.outline
    this.judge({value, text, end: scanAt, listAt: listAt < 0 ? -1 : start.offset + listAt})
    return true
  }

  /** Inside an open object, on a `{` that is the first on its line: a record that the line wholly consists of ends it. */
  private lineInside(): boolean {
    const isRecord = this.isRecordLine(this.scanAt)
    if (isRecord === WAIT) return false
    if (isRecord) return this.failed('frame-broken', anotherMessage(this.scanner.expectation()))
    this.scanner.goOn()
    return true
  }

  private isRecordLine(from: number): boolean | typeof WAIT {
    const line = this.line(from, this.options.maxRecordBytes, false)
    return line === WAIT ? WAIT : line !== null && this.options.claims(line.value)
  }

  /** The elements of a list in an API body are the frames. */
  private enterBody(listAt: number): boolean {
    this.list = OpenList.inBody(this.listContext, listAt)
    this.mode = 'list'
    return true
  }

  private behindElement(): boolean {
    const next = this.list === null ? 'end' : this.list.step()
    if (next === WAIT) return false
    if (next === 'end') this.list = null
    this.mode = 'page'
    return true
  }

  private verdict(): boolean {
    const {start, candidate, options} = this
    if (candidate === null) throw new Error('a verdict without an object')
    const {value, end} = candidate
    const {remains} = this.found
    if (options.claims(value) && !isPartOf(remains, start, value)) {
      const keys = start.isElement && this.list?.isInBody ? keysThatSwallow(value, options.claims) : null
      return keys ? this.swallowed(candidate, keys) : this.frame(candidate)
    }
    if (candidate.listAt >= 0 && !start.isElement) return this.enterBody(candidate.listAt)
    const isAlone = start.lineIsBlank && !start.followsComma ? this.lineRest.isBlank(this.window, this.isFinal) : false
    if (isAlone === WAIT) return false
    const isRecord = (start.isElement || isAlone) && !Object.hasOwn(value, '@context')
    const isPartOfBroken = remains !== null && !(start.isColumn0 && isAlone && start.offset >= remains.to)
    this.mode = 'page'
    if (isRecord && !isPartOfBroken) this.reject(candidate)
    else if (holdsNext(remains, start, value, options.claims)) this.reader.page(start.offset + 1)
    else this.reader.page(end)
    return true
  }

  /** An element of an API body that was cut inside an array, and whole again by what closes the body's own list. */
  private swallowed({end}: Candidate, keys: readonly string[]): boolean {
    this.found.breaks(this.broken('frame-broken', SWALLOWED), {to: end, keys}, () => null)
    this.mode = 'page'
    this.reader.page(this.start.offset + 1)
    return true
  }

  private frame({value, text, end}: Candidate): boolean {
    const {line, offset} = this.start
    this.hasFrame = true
    const badBytes = hasBadBytes(text, () => this.window.view(offset, end))
    this.found.frame({kind: 'frame', value, text, line, offset, before: null, after: null, badBytes}, () =>
      this.options.authorLine(value),
    )
    this.leaveObject(end)
    return true
  }

  /** A whole object that is no record. */
  private reject({value, text, end}: Candidate): void {
    this.found.reject({...this.broken('dialect-unknown', unknownMessage(value)), raw: text})
    this.leaveObject(end)
  }

  private leaveObject(end: number): void {
    if (!this.start.isElement) this.list = null
    else this.list ??= new OpenList(this.listContext)
    this.dead.clear()
    this.candidate = null
    this.reader.record(end)
    this.mode = this.list === null ? 'page' : 'list'
  }

  /**
   * What starts at `start` breaks: a reject when it must be a record, else page text. Either way what is left of it is looked
   * through, as the record behind may have been taken for a part of it.
   */
  private failed(rule: DefectId, message: string): boolean {
    const {scanner, start, scanAt, window} = this
    if (scanner.outline.listAt >= 0 && !start.isElement) return this.enterBody(start.offset + scanner.outline.listAt)
    const {bytes, base} = window.raw
    const keys = scanner.outline.keys(bytes, start.offset - base)
    // Above the size limit, the outermost of the open ones may yet be whole below it.
    const open = scanner.openObjects().slice(rule === 'frame-too-large' ? 1 : 0)
    this.dead.add(start.offset, open)
    this.mode = 'page'
    if (this.mustBeRecord(keys)) {
      this.found.breaks(this.broken(rule, message), {to: scanAt, keys}, () => this.authorsSoFar())
    }
    this.reader.page(start.offset + 1)
    return true
  }

  private mustBeRecord(keys: readonly string[]): boolean {
    const {start, window, scanner} = this
    const {remains} = this.found
    // In a text without a record, say a README, an example of JSON is no broken one.
    if (!this.hasFrame && keys.length > 0 && !keys.some(this.options.knowsKey)) return false
    if (remains !== null && (!start.isColumn0 || start.offset < remains.to)) return isAnother(remains, start, keys)
    if (keys.length > 1 || (start.isElement && this.list !== null)) return true
    if (!start.lineIsBlank && !start.isElement && !start.isFree) return false
    return keys.length === 1 || beginsRecord(window, start, scanner.state === 'open' ? this.scanAt - 1 : this.scanAt)
  }

  private broken(rule: DefectId, message: string): Omit<Broken, 'raw'> {
    const {line, offset} = this.start
    return {kind: 'broken', rule, message, line, offset}
  }

  /** The authors of a broken record, for their line on the page: they are among the members that are whole. */
  private authorsSoFar(): string | null {
    const {start, window} = this
    const {commaAt} = this.scanner.outline
    if (commaAt < 0) return null
    const value = parseObject(`${window.text(start.offset, start.offset + commaAt)}}`)
    return value === null ? null : this.options.authorLine(value)
  }
}
