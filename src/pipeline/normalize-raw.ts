import type {CanonicalRecord} from '../record/canonical.js'
import type {JsonObject, PageText} from '../record/decoded.js'
import type {Problem} from '../record/finding.js'
import {UNKNOWN} from './convert.js'
import {rawRecordOf} from './raw-record.js'
import {recordOf} from './record-of.js'

export interface Normalized {
  /** Null when the raw record is rejected; the one problem then says why. */
  readonly record: CanonicalRecord | null
  readonly problems: readonly Problem[]
}

/**
 * The canonical record of a raw one, as `JSON.parse` gives it, with what is wrong with it.
 * `normalize({title: 'A &amp; B.', authors: 'Ada Doe', resultStr: null}).record.title` → "A & B"
 */
export function normalizeRaw(raw: JsonObject, page: PageText = {before: null, after: null}): Normalized {
  const rawRecord = rawRecordOf(raw, null)
  const result = rawRecord ? recordOf(rawRecord, rawRecord.page ?? page, rawRecord.source) : UNKNOWN
  if ('record' in result) return result
  return {record: null, problems: [{rule: result.rule, pointer: '', message: result.message, value: null}]}
}
