import type {JsonObject, PageText} from '../record/decoded.js'
import type {DefectId} from '../record/defects.js'

/** Where something starts in the text of its input: lines are 1-based, offsets 0-based bytes. */
export interface Place {
  readonly line: number
  readonly offset: number
}

/** One raw record, whole, with the page text around it. */
export interface Frame extends Place, PageText {
  readonly kind: 'frame'
  readonly value: JsonObject
  /** The record's own JSON, as it stood. */
  readonly text: string
  /** Bytes of the record that its encoding does not allow were read as U+FFFD. */
  readonly badBytes: boolean
}

/** What was no record, whole, up to the next frame. */
export interface Broken extends Place {
  readonly kind: 'broken'
  readonly rule: DefectId
  readonly message: string
  readonly raw: string
}

export type Framed = Frame | Broken

/** What a framer must know of records: it knows JSON, not dialects. */
export interface FramerOptions {
  /** A record of so many bytes or more is rejected. */
  readonly maxRecordBytes: number
  /** Whether some dialect claims the object, or one that it merely wraps. */
  readonly claims: (value: JsonObject) => boolean
  /** Whether some dialect has the key in its records. */
  readonly knowsKey: (key: string) => boolean
  /** The record's authors as a page shows them, in one line. */
  readonly authorLine: (value: JsonObject) => string | null
}
