import type {CanonicalRecord} from '../record/canonical.js'
import {canonicalRecord} from '../record/schema.js'
import type {Dialect} from './dialect.js'
import {mismatch} from './shapes.js'

/** Our own canonical record: validated and passed through, so that normalizing twice is normalizing once. */
export const citenorm: Dialect = {
  id: 'citenorm',
  summary: 'the canonical record itself, passed through',
  keys: new Set(Object.keys(canonicalRecord.shape)),
  matches: raw => Object.hasOwn(raw, 'schemaVersion'),
  decode(raw) {
    const parsed = canonicalRecord.safeParse(raw)
    if (!parsed.success) return {kind: 'rejected', rule: 'record-invalid', message: mismatch(parsed.error, raw)}
    return {kind: 'canonical', record: parsed.data as CanonicalRecord}
  },
}
