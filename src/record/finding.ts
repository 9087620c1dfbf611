import type {Json} from './canonical.js'
import type {DefectId} from './defects.js'

export type Severity = 'error' | 'warning' | 'info'

/** A defect seen in one record. `pointer` is a JSON Pointer (RFC 6901) into the canonical record. */
export interface Problem {
  readonly rule: DefectId
  readonly pointer: string
  /** `Unexpected <what was found>, expected <what would do>[; <what was done>]` */
  readonly message: string
  /** What the source said, when it was changed, dropped or doubted. */
  readonly value: Json
}

/** A problem with its severity and its place. Lines are 1-based, offsets 0-based bytes. */
export interface Finding extends Problem {
  readonly severity: Severity
  readonly recordId: string | null
  readonly file: string
  readonly line: number
  readonly offset: number
}

/**
 * How a normalizer says what it saw: the caller has bound the pointer, `under` goes below it (`/3` for the fourth author).
 * `note('date-invalid', 'Unexpected day 30 in February, expected 1 to 29; kept the month', '2020-02-30')`
 */
export type Note = (rule: DefectId, message: string, value?: Json, under?: string) => void
