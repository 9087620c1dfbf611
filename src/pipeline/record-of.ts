import {normalize} from '../normalize/record.js'
import type {CanonicalRecord, Source} from '../record/canonical.js'
import type {PageText} from '../record/decoded.js'
import type {DefectId} from '../record/defects.js'
import type {Problem} from '../record/finding.js'
import type {RawRecord} from './raw-record.js'

export type Result =
  | {readonly record: CanonicalRecord; readonly problems: readonly Problem[]}
  | {readonly rule: DefectId; readonly message: string}

/** raw → decoded → canonical. */
export function recordOf({raw, dialect}: RawRecord, page: PageText, source: Source | null): Result {
  const decoding = dialect.decode(raw)
  if (decoding.kind === 'rejected') return decoding
  if (decoding.kind === 'canonical') return {record: located(decoding.record, source), problems: []}
  const {record, problems} = normalize(decoding.decoded, page, dialect.authorLine?.(raw) ?? null, source)
  return {record, problems: [...decoding.problems, ...problems]}
}

/** A record that was canonical before keeps its provenance; only a missing source is filled. */
function located(record: CanonicalRecord, source: Source | null): CanonicalRecord {
  if (source === null || record.provenance.source !== null) return record
  return {...record, provenance: {...record.provenance, source}}
}
