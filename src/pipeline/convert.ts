import type {Dialect} from '../dialects/dialect.js'
import type {Format} from '../formats/format.js'
import type {Frame, Framed} from '../framing/frame.js'
import type {CanonicalRecord, Source} from '../record/canonical.js'
import {type DefectId, defects} from '../record/defects.js'
import type {Finding, Problem} from '../record/finding.js'
import {duplicateKeys} from './duplicate-keys.js'
import {frameLineSource, rawRecordOf} from './raw-record.js'
import {recordOf} from './record-of.js'

export interface ConvertOptions {
  /** The input's name, as findings and `provenance.source` tell it. */
  readonly file: string
  readonly format: Format
  /** Null is auto. */
  readonly dialect: Dialect | null
  readonly locate: boolean
}

/** What was no record, with its place: a line of `--rejects`. */
export interface Reject extends Source {
  readonly rule: DefectId
  readonly message: string
  readonly raw: string
}

/** What a block of frames came to. Plain data: it may cross a thread. */
export interface Converted {
  /** The records as the format writes them, in order; joined by its separator. */
  readonly texts: readonly string[]
  readonly rejects: readonly Reject[]
  readonly findings: readonly Finding[]
}

/** frames → records, findings and rejects: the core. Nothing that a frame holds can make it throw. */
export function convert(block: readonly Framed[], options: ConvertOptions): Converted {
  const texts: string[] = []
  const rejects: Reject[] = []
  const findings: Finding[] = []
  for (const framed of block) {
    const result = convertFramed(framed, options)
    if ('reject' in result) {
      rejects.push(result.reject)
      findings.push(
        findingOf({...result.reject, pointer: '', value: beginning(result.reject.raw)}, null, result.reject),
      )
      continue
    }
    texts.push(options.format.write(result.record))
    for (const problem of result.problems) findings.push(findingOf(problem, result.record.id, result.place))
  }
  return {texts, rejects, findings}
}

type Conversion =
  | {readonly record: CanonicalRecord; readonly problems: readonly Problem[]; readonly place: Source}
  | {readonly reject: Reject}

function convertFramed(framed: Framed, options: ConvertOptions): Conversion {
  const found = {file: options.file, line: framed.line, offset: framed.offset}
  if (framed.kind === 'broken') return rejected(framed, found, framed.raw)
  const rawRecord = rawRecordOf(framed.value, options.dialect)
  if (!rawRecord) return rejected(UNKNOWN, frameLineSource(framed.value) ?? found, framed.text)
  const place = rawRecord.source ?? found
  const result = recordOf(rawRecord, rawRecord.page ?? framed, options.locate ? place : null)
  if ('rule' in result) return rejected(result, place, framed.text)
  return {
    record: result.record,
    problems: [...badBytes(framed), ...duplicateKeys(framed.text, framed.value), ...result.problems],
    place,
  }
}

/** Enough of a reject to know it again; the whole is in the rejects. */
export function beginning(raw: string): string {
  return raw.length > 200 ? `${raw.slice(0, 200)}…` : raw
}

export const UNKNOWN = {
  rule: 'dialect-unknown',
  message: 'Unexpected object, expected a record of a known dialect',
} as const

function rejected({rule, message}: {rule: DefectId; message: string}, place: Source, raw: string): Conversion {
  return {reject: {...place, rule, message, raw}}
}

function badBytes(frame: Frame): Problem[] {
  if (!frame.badBytes) return []
  const message = "Unexpected bytes that the input's encoding does not allow, expected text; read as U+FFFD"
  return [{rule: 'encoding-invalid', pointer: '', message, value: null}]
}

export function findingOf(
  {rule, pointer, message, value}: Problem,
  recordId: string | null,
  {file, line, offset}: Source,
): Finding {
  return {rule, severity: defects[rule][0], pointer, message, value, recordId, file, line, offset}
}
