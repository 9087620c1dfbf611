import type {CanonicalRecord} from '../record/canonical.js'
import type {Decoded, JsonObject} from '../record/decoded.js'
import type {DefectId} from '../record/defects.js'
import type {Problem} from '../record/finding.js'

/** What a dialect makes of a raw record. Bad data is a value: it says why the record is rejected. */
export type Decoding =
  | {readonly kind: 'decoded'; readonly decoded: Decoded; readonly problems: readonly Problem[]}
  | {readonly kind: 'canonical'; readonly record: CanonicalRecord}
  | {readonly kind: 'rejected'; readonly rule: DefectId; readonly message: string}

/** One shape of raw records. It renames and unwraps, and never cleans. */
export interface Dialect {
  readonly id: string
  readonly summary: string
  /** The keys of its records. */
  readonly keys: ReadonlySet<string>
  /** Exactly one dialect matches a record. */
  readonly matches: (raw: JsonObject) => boolean
  readonly decode: (raw: JsonObject) => Decoding
  /** The record's authors as a page shows them, in one line. */
  readonly authorLine?: (raw: JsonObject) => string | null
}
