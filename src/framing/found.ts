import type {Broken, Frame, Framed, Place} from './frame.js'
import type {Span} from './headless.js'
import {Held} from './held.js'
import {anotherMessage, HEADLESS} from './messages.js'
import {readGap, splitGap} from './page-text.js'

/** Page text that is held per record (contract §1.3). */
const PAGE_BYTES = 1 << 20

/** What a broken record has shown of itself: where it broke, and its keys. */
export interface Remains {
  readonly to: number
  readonly keys: readonly string[]
}

/** A record's authors as a page shows them; asked for only where there is page text. */
export type AuthorLine = () => string | null

type Last =
  | {readonly kind: 'head'}
  | {readonly kind: 'rejected'}
  | {readonly kind: 'frame'; readonly frame: Frame}
  | {readonly kind: 'broken'; broken: Omit<Broken, 'raw'>; readonly remains: Remains}

/**
 * The last thing that was found, and the text since: whose it is shows only when the next is found. A record is given out with
 * the page text around it, a broken one with all up to the next.
 */
export class Found {
  private out: Framed[] = []
  private last: Last = {kind: 'head'}
  private readonly gap = new Held()
  private gapPlace: Place = {line: 1, offset: 0}
  private readonly brokenBytes: number

  constructor(maxRecordBytes: number) {
    this.brokenBytes = Math.max(maxRecordBytes, PAGE_BYTES)
    this.gap.reset(PAGE_BYTES)
  }

  /** All that is whole by now. */
  drain(): readonly Framed[] {
    const out = this.out
    this.out = []
    return out
  }

  /** The broken record that the text since belongs to. */
  get remains(): Remains | null {
    return this.last.kind === 'broken' ? this.last.remains : null
  }

  text(bytes: Uint8Array, place: Place): void {
    if (this.gap.isEmpty) this.gapPlace = place
    this.gap.push(bytes)
  }

  get hasText(): boolean {
    return !this.gap.isEmpty
  }

  /** What is no page text is passed: part of what is broken, else a gap in the text, which must not look like a whole. */
  pass(bytes: Uint8Array): void {
    const {last, gap} = this
    if (gap.isEmpty) return
    if (last.kind === 'broken') {
      gap.push(bytes)
      return
    }
    const {text, cutAt} = gap.text()
    gap.reset(PAGE_BYTES)
    const page = readGap(text, cutAt)
    const after = page.text.trim() || null
    if (last.kind === 'frame')
      this.last = {kind: 'frame', frame: {...last.frame, after: joined(last.frame.after, after)}}
    if (page.headless.length === 0) return
    if (this.last.kind === 'frame') this.out.push(this.last.frame)
    this.last = {kind: 'rejected'}
    this.headless(text, page.headless, cutAt)
  }

  frame(frame: Frame, authors: AuthorLine): void {
    if (this.last.kind === 'broken' && frame.offset < this.last.remains.to)
      this.last.broken = swallowed(this.last.broken)
    const before = this.close(authors, true)
    this.last = {kind: 'frame', frame: before === null ? frame : {...frame, before}}
  }

  /** A record starts here and breaks; what follows up to the next is its raw text. */
  breaks(broken: Omit<Broken, 'raw'>, remains: Remains, authors: AuthorLine): void {
    this.close(authors, false)
    this.last = {kind: 'broken', broken, remains}
    this.gap.reset(this.brokenBytes)
  }

  /** A whole object that is no record: what follows it is nobody's. */
  reject(broken: Broken): void {
    this.close(() => null, false)
    this.out.push(broken)
    this.last = {kind: 'rejected'}
  }

  finish(): void {
    this.close(() => null, false)
    this.last = {kind: 'rejected'}
  }

  /** Gives out what was last, and returns the line of the text since that belongs to what is next. */
  private close(authors: AuthorLine, isRecordNext: boolean): string | null {
    const {last, gap} = this
    if (gap.isEmpty) {
      if (last.kind === 'frame') this.out.push(last.frame)
      return null
    }
    const {text, cutAt} = gap.text()
    gap.reset(PAGE_BYTES)
    const {after, before} = splitGap(text, authors())
    if (last.kind === 'broken') {
      this.out.push({...last.broken, raw: after})
      return before
    }
    const page = readGap(after, cutAt)
    const shown = page.text.trim() || null
    if (last.kind === 'frame') this.out.push({...last.frame, after: joined(last.frame.after, shown)})
    this.headless(after, page.headless, cutAt)
    // Above the first record of an input there is nothing that its last line could belong to but that record.
    return before ?? (last.kind === 'head' && isRecordNext ? (shown?.split('\n').at(-1)?.trim() ?? null) : null)
  }

  private headless(text: string, records: readonly Span[], cutAt: number | null): void {
    let {line, offset} = this.gapPlace
    let at = 0
    for (const {from, to} of records) {
      // Where bytes were let go the way from the beginning cannot be told: the place stays what it was.
      if (cutAt === null || from < cutAt) {
        const before = text.slice(at, from)
        line += before.split('\n').length - 1
        offset += new TextEncoder().encode(before).length
        at = from
      }
      this.out.push({kind: 'broken', rule: 'frame-broken', message: HEADLESS, line, offset, raw: text.slice(from, to)})
    }
  }
}

function joined(text: string | null, more: string | null): string | null {
  if (text === null || more === null) return text ?? more
  return text.length + more.length < PAGE_BYTES ? `${text}\n${more}` : text
}

/** What seemed to go on for long had another record in it: it was cut before that one. */
function swallowed(broken: Omit<Broken, 'raw'>): Omit<Broken, 'raw'> {
  return {...broken, rule: 'frame-broken', message: anotherMessage('the rest of this one')}
}
