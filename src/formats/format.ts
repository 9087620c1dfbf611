import type {CanonicalRecord} from '../record/canonical.js'

/** How canonical records are written. It writes, and never decides. */
export interface Format {
  readonly id: string
  readonly summary: string
  readonly extension: string
  /** Before the first record, between two, and after the last. */
  readonly begin: string
  readonly separator: string
  readonly end: string
  readonly write: (record: CanonicalRecord) => string
}
