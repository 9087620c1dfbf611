import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'
import type {DefectId} from '../record/defects.js'
import {ByteWindow, isBlankByte} from './byte-window.js'
import type {Broken, Frame, Framed, FramerOptions, Place} from './frame.js'
import {Held} from './held.js'
import {JsonScanner, listIn, MAX_DEPTH} from './json-scanner.js'
import {readGap, splitGap} from './page-text.js'

/** Page text that is held per record (contract §1.3). */
const PAGE_BYTES = 1 << 20
/** A line up to so long is waited for, and parsed at once; the scanner would come to the same. */
const LINE_BYTES = 1 << 18
/** Page text is taken in pieces of at least so many bytes, so that one byte at a time is no slower than it must be. */
const PIECE_BYTES = 1 << 12
const SEPARATOR_LENGTH = 256

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** A whole object that starts where the window is. */
interface Candidate {
  readonly value: JsonObject
  readonly text: string
  readonly end: number
}

/** Where an object starts: what decides whether it must be a record, or may be page text. */
interface Start extends Place {
  readonly inList: boolean
  readonly lineIsBlank: boolean
  readonly isColumn0: boolean
  readonly followsFrame: boolean
}

type Owner =
  | {kind: 'head'}
  | {kind: 'none'}
  | {kind: 'frame'; frame: Frame}
  | {kind: 'broken'; broken: Omit<Broken, 'raw'>}

/**
 * Finds the records in any text that has some: a push machine over UTF-8 bytes, in pieces of any size; the pieces never change
 * what comes out. Frames are whole JSON objects that a dialect claims; what lies between them is page text; what starts like
 * a record and is none comes out as broken, up to the next frame (contract §1.2).
 *
 * `const framer = new Framer(options); for (const chunk of chunks) use(framer.push(chunk)); use(framer.end())`
 */
export class Framer {
  private readonly window = new ByteWindow()
  private mode: 'page' | 'object' | 'verdict' = 'page'
  private isFinal = false
  private out: Framed[] = []

  /** What the gap belongs to: the text since the last frame, or since a broken one began. */
  private owner: Owner = {kind: 'head'}
  private gap = new Held(PAGE_BYTES, LINE_BYTES)
  private gapPlace: Place = {line: 1, offset: 0}
  private separator = ''
  private inList = false
  private braceFrom = 0

  private start: Start = {line: 1, offset: 0, inList: false, lineIsBlank: true, isColumn0: true, followsFrame: false}
  private scanner = new JsonScanner()
  private scanAt = 0
  private candidate: Candidate | null = null
  private readonly options: FramerOptions

  constructor(options: FramerOptions) {
    this.options = options
  }

  /** The frames that the chunk completes. The chunk must not be written to afterwards. */
  push(chunk: Uint8Array): readonly Framed[] {
    this.window.append(chunk)
    while (this.step());
    return this.drain()
  }

  /** The frames that the end of the input completes. */
  end(): readonly Framed[] {
    this.isFinal = true
    while (this.step());
    this.closeGap(null)
    return this.drain()
  }

  private drain(): readonly Framed[] {
    const out = this.out
    this.out = []
    return out
  }

  /** Moves on; false when it needs more bytes. */
  private step(): boolean {
    if (this.mode === 'page') return this.page()
    return this.mode === 'object' ? this.object() : this.verdict()
  }

  private page(): boolean {
    const {window} = this
    const brace = window.indexOf(OPEN_BRACE, Math.max(window.at, this.braceFrom))
    if (brace < 0) {
      this.braceFrom = window.end
      if (this.isFinal || window.end - window.at >= PIECE_BYTES) this.takePage(window.end)
      return false
    }
    this.takePage(brace)
    const line = this.lineObject(brace, LINE_BYTES)
    if (line === 'wait') return false
    this.begin(line)
    return true
  }

  /** The object that its line, from here on, wholly consists of. */
  private lineObject(from: number, maxBytes: number): Candidate | null | 'wait' {
    const {window} = this
    if (from === window.at && !window.lineIsBlank) return null
    const lineFeed = window.lineEnd(from)
    if (lineFeed < 0 && !this.isFinal) return window.end - from < maxBytes ? 'wait' : null
    const lineEnd = lineFeed < 0 ? window.end : lineFeed
    if (lineEnd - from >= maxBytes) return null
    const end = window.trimmedEnd(from, lineEnd)
    if (window.byte(end - 1) !== CLOSE_BRACE) return null
    const text = window.text(from, end)
    const value = parseObject(text)
    return value === null ? null : {value, text, end}
  }

  private begin(line: Candidate | null): void {
    const {window} = this
    this.inList = this.isElement()
    this.start = {
      ...window.place,
      inList: this.inList,
      lineIsBlank: window.lineIsBlank,
      isColumn0: window.lineStart === window.at,
      followsFrame: this.owner.kind !== 'head' && this.separator.trim() === '',
    }
    if (line && line.end - window.at < this.options.maxRecordBytes && !isDeeper(line.value, MAX_DEPTH)) {
      const list = listIn(line.value)
      if (list === 'none' || (list === 'record' && this.options.claims(line.value))) {
        this.candidate = line
        this.mode = 'verdict'
        return
      }
    }
    this.scanner = new JsonScanner()
    this.scanAt = window.at
    this.mode = 'object'
  }

  /** Whether what lies between the last object and this one makes it an element of an array. */
  private isElement(): boolean {
    if (/\[\s*(?:null\s*,\s*)*$/.test(this.separator)) return true
    return this.inList && /^\s*,\s*(?:null\s*,\s*)*$/.test(this.separator)
  }

  private object(): boolean {
    const {window, scanner} = this
    const limit = this.start.offset + this.options.maxRecordBytes - 1
    const {bytes, base} = window.raw
    const end = Math.min(window.end, limit)
    this.scanAt = base + scanner.scan(bytes, this.start.offset - base, this.scanAt - base, end - base)
    switch (scanner.state) {
      case 'line':
        return this.lineInside()
      case 'list':
        this.enterList(this.scanAt)
        return true
      case 'whole':
        return this.wholeObject()
      case 'broken':
        return this.failed(scanner.tooDeep ? 'frame-too-deep' : 'frame-broken', scanner.reason)
    }
    if (this.scanAt >= limit) return this.failed('frame-too-large', tooLarge(this.options.maxRecordBytes))
    if (!this.isFinal) return false
    scanner.end()
    return this.failed('frame-broken', scanner.reason)
  }

  private wholeObject(): boolean {
    const text = this.window.text(this.start.offset, this.scanAt)
    const value = parseObject(text)
    if (value === null)
      return this.failed('frame-broken', 'Unexpected JSON that the runtime cannot parse, expected a record')
    this.candidate = {value, text, end: this.scanAt}
    this.mode = 'verdict'
    return true
  }

  /** Inside an open object, on a `{` that is the first on its line: a record that the line wholly consists of ends it. */
  private lineInside(): boolean {
    const line = this.lineObject(this.scanAt, this.options.maxRecordBytes)
    if (line === 'wait') return false
    if (line === null || !this.options.claims(line.value)) {
      this.scanner.goOn()
      return true
    }
    return this.failed('frame-broken', `Unexpected start of another record, expected ${this.scanner.expectation()}`)
  }

  /** Goes on behind the `[` of an API body: its elements are the frames. */
  private enterList(to: number): void {
    this.window.consume(to)
    this.separator = '['
    this.mode = 'page'
  }

  private verdict(): boolean {
    const {start, candidate} = this
    if (candidate === null) throw new Error('a verdict without an object')
    if (this.options.claims(candidate.value)) {
      this.frame(candidate)
      return true
    }
    if (candidate.end === this.scanAt && this.scanner.listAt >= 0) {
      this.enterList(start.offset + this.scanner.listAt)
      return true
    }
    const alone = start.lineIsBlank ? this.restIsBlank(candidate.end) : false
    if (alone === 'wait') return false
    const isRecord = (start.inList || alone) && !('@context' in candidate.value)
    const isPartOfBroken = this.owner.kind === 'broken' && !(start.isColumn0 && alone)
    this.mode = 'page'
    if (!isRecord || isPartOfBroken) this.takePage(candidate.end)
    else this.reject('dialect-unknown', unknown(candidate.value), candidate.end)
    return true
  }

  private restIsBlank(from: number): boolean | 'wait' {
    const {window} = this
    const lineFeed = window.lineEnd(from)
    const end = lineFeed < 0 ? window.end : lineFeed
    if (!isBlankByte(window.byte(from)) && from < end) return false
    if (lineFeed < 0 && !this.isFinal && window.end - from < LINE_BYTES && window.isBlank(from, end)) return 'wait'
    return window.isBlank(from, end)
  }

  private frame({value, text, end}: Candidate): void {
    const {line, offset} = this.start
    const badBytes = text.includes('\ufffd') && countReplacements(text) > countEncoded(this.window.view(offset, end))
    const before = this.closeGap(value)
    this.owner = {kind: 'frame', frame: {kind: 'frame', value, text, line, offset, before, after: null, badBytes}}
    this.leave(end)
  }

  /** What starts at `start` is no record: a reject when it must be one, else page text. */
  private failed(rule: DefectId, message: string): boolean {
    const {scanner, start, window} = this
    this.mode = 'page'
    if (scanner.listAt >= 0) {
      this.enterList(start.offset + scanner.listAt)
      return true
    }
    const stop = scanner.braceInString > 0 ? start.offset + scanner.braceInString : this.scanAt
    const mayBeText = !start.lineIsBlank && !start.inList && !start.followsFrame
    if (scanner.members === 0) this.takePage(window.at + 1)
    else if (mayBeText && scanner.members === 1) this.takePage(stop)
    else if (this.owner.kind === 'broken' && !start.isColumn0 && !start.followsFrame) this.takePage(stop)
    else {
      this.closeGap(null)
      this.owner = {kind: 'broken', broken: {kind: 'broken', rule, message, line: start.line, offset: start.offset}}
      this.gap = new Held(this.options.maxRecordBytes, LINE_BYTES)
      this.takePage(stop)
    }
    return true
  }

  /** A whole object that is no record: its own reject, and what follows it is nobody's. */
  private reject(rule: DefectId, message: string, end: number): void {
    const {line, offset} = this.start
    this.closeGap(null)
    this.out.push({kind: 'broken', rule, message, line, offset, raw: this.window.text(offset, end)})
    this.owner = {kind: 'none'}
    this.leave(end)
  }

  private leave(end: number): void {
    this.window.consume(end)
    this.separator = ''
    this.candidate = null
    this.mode = 'page'
  }

  private takePage(to: number): void {
    const {window} = this
    if (to <= window.at) return
    const bytes = window.view(window.at, to)
    this.separator = separatorWith(this.separator, bytes)
    if (!this.gap.isEmpty || !window.isBlank(window.at, to)) {
      if (this.gap.isEmpty) this.gapPlace = window.place
      this.gap.push(bytes)
    }
    window.consume(to)
  }

  /** Ends what the gap belonged to, and gives the line of it that belongs to the record behind. */
  private closeGap(next: JsonObject | null): string | null {
    const {owner} = this
    if (this.gap.isEmpty) {
      if (owner.kind === 'frame') this.out.push(owner.frame)
      return null
    }
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(this.gap.take())
    const {after, before} = splitGap(text, next === null ? null : this.options.authorLine(next))
    if (owner.kind === 'broken') {
      this.gap = new Held(PAGE_BYTES, LINE_BYTES)
      this.out.push({...owner.broken, raw: after})
      return before
    }
    const page = readGap(after)
    if (owner.kind === 'frame') this.out.push({...owner.frame, after: page.text.trim() || null})
    for (const at of page.headless) this.out.push(this.headless(after, at))
    if (owner.kind !== 'head' || next === null) return before
    return before ?? (page.text.trim().split('\n').at(-1)?.trim() || null)
  }

  private headless(text: string, at: number): Broken {
    const before = text.slice(0, at)
    const line = this.gapPlace.line + before.split('\n').length - 1
    const offset = this.gapPlace.offset + new TextEncoder().encode(before).length
    const raw = text.slice(at).split('\n', 1)[0] ?? ''
    const message = 'Unexpected end of a record, expected its beginning before it'
    return {kind: 'broken', rule: 'frame-broken', message, line, offset, raw}
  }
}

function parseObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : null
  } catch {
    return null
  }
}

/** Whether containers are nested above so many levels. */
function isDeeper(value: Json, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false
  if (levels === 0) return true
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null && isDeeper(member, levels - 1)) return true
  }
  return false
}

function unknown(value: JsonObject): string {
  const keys = Object.keys(value)
  const shown = keys.slice(0, 5).map(key => JSON.stringify(key.slice(0, 24)))
  const found =
    keys.length === 0 ? 'an empty object' : `an object with ${shown.join(', ')}${keys.length > 5 ? ' …' : ''}`
  return `Unexpected ${found}, expected a record of a known dialect`
}

function tooLarge(maxRecordBytes: number): string {
  return `Unexpected record of ${maxRecordBytes} bytes or more, expected less than --max-record-bytes`
}

/** The text between two objects: whole as long as it is short, then a NUL and its end. */
function separatorWith(separator: string, bytes: Uint8Array): string {
  const text = separator + String.fromCharCode(...bytes.subarray(-SEPARATOR_LENGTH))
  const isWhole = bytes.length <= SEPARATOR_LENGTH && text.length <= SEPARATOR_LENGTH
  return isWhole ? text : `\u0000${text.slice(-SEPARATOR_LENGTH)}`
}

function countReplacements(text: string): number {
  return text.split('\ufffd').length - 1
}

/** U+FFFD that the bytes themselves say, as EF BF BD. */
function countEncoded(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1
  }
  return count
}
