import type {Json} from '../record/canonical.js'
import type {DecodedFields, JsonObject} from '../record/decoded.js'
import type {DefectId} from '../record/defects.js'
import {isDeeper, MAX_DEPTH} from '../record/depth.js'
import type {Problem} from '../record/finding.js'

/** `resultStr` inside `resultStr`, and strings inside strings, are followed so far (contract §1.5). */
const MAX_LEVELS = 8

/**
 * The records that are encoded in `resultStr`, the outermost first; what cannot be decoded ends the walk with a problem, and so
 * the records before it are used. `read` gives the fields of a record, or says why it is none.
 */
export function layersOf(
  raw: JsonObject,
  read: (raw: JsonObject) => ReadFields | string,
  unknownKeys: (raw: JsonObject) => readonly string[],
): {inner: DecodedFields[]; problems: Problem[]} {
  const inner: DecodedFields[] = []
  const problems: Problem[] = reportUnknown(raw, unknownKeys, '')
  let encoded = raw.resultStr
  for (let level = 1; !isEmpty(encoded); level++) {
    if (level > MAX_LEVELS) {
      problems.push(
        problem(
          'resultstr-over-encoded',
          `Unexpected resultStr below ${MAX_LEVELS} levels, expected one; ignored the rest`,
        ),
      )
      break
    }
    const decoded = decode(encoded)
    if (decoded.problem) problems.push(decoded.problem)
    if (decoded.value === null) break
    const fields = read(decoded.value)
    if (typeof fields === 'string') {
      problems.push(undecodable(`${fields}; used the record around it`, encoded))
      break
    }
    for (const unknown of reportUnknown(decoded.value, unknownKeys, 'resultStr.'.repeat(level))) problems.push(unknown)
    problems.push(...fields.problems)
    inner.push(fields.fields)
    encoded = decoded.value.resultStr
  }
  if (inner.length === 0 && !problems.some(it => it.rule.startsWith('resultstr-'))) {
    problems.push(problem('resultstr-missing', 'Unexpected empty resultStr, expected the record encoded a second time'))
  }
  return {inner, problems}
}

/** The fields of one encoding, and what was odd about them. */
export interface ReadFields {
  readonly fields: DecodedFields
  readonly problems: readonly Problem[]
}

/** The record in a `resultStr`, through as many strings as it was put into. */
function decode(encoded: Json | undefined): {value: JsonObject | null; problem?: Problem} {
  let value: Json | undefined = encoded
  let strings = 0
  while (typeof value === 'string' && value.trim() !== '' && strings <= MAX_LEVELS) {
    const text: string = value.replace(/^\ufeff/, '')
    try {
      value = JSON.parse(text) as Json
    } catch {
      return {value: null, problem: undecodable(`${broken(text)}; used the record around it`, encoded)}
    }
    strings += 1
  }
  if (isEmpty(value)) return {value: null}
  if (value === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = Array.isArray(value) ? 'list' : typeof value
    return {
      value: null,
      problem: undecodable(`Unexpected ${found} in resultStr, expected a record; used the record around it`, encoded),
    }
  }
  if (isDeeper(value, MAX_DEPTH)) {
    const message = `Unexpected nesting above ${MAX_DEPTH} levels in resultStr, expected a record; used the record around it`
    return {value: null, problem: undecodable(message, typeof encoded === 'string' ? encoded : null)}
  }
  const object = value as JsonObject
  if (strings === 1) return {value: object}
  const message =
    strings === 0
      ? 'Unexpected object in resultStr, expected a string; read it as it is'
      : `Unexpected resultStr that is encoded ${strings} times, expected once; decoded all`
  return {value: object, problem: problem(strings === 0 ? 'wrong-type' : 'resultstr-over-encoded', message)}
}

function broken(text: string): string {
  const end = text.trimEnd().slice(-24)
  return text.trimEnd().endsWith('}')
    ? 'Unexpected text in resultStr that is not JSON, expected a record'
    : `Unexpected end of resultStr after ${JSON.stringify(end)}, expected a whole record`
}

function reportUnknown(
  raw: JsonObject,
  unknownKeys: (raw: JsonObject) => readonly string[],
  prefix: string,
): Problem[] {
  return unknownKeys(raw).map(key => ({
    rule: 'unknown-key',
    pointer: '',
    message: `Unexpected key ${JSON.stringify(prefix + key)}, expected one of the dialect's`,
    value: excerpt(key.startsWith('journal.') ? (raw.journal as JsonObject)[key.slice(8)] : raw[key]),
  }))
}

function undecodable(message: string, encoded: Json | undefined): Problem {
  return problem('resultstr-undecodable', message, excerpt(encoded))
}

function problem(rule: DefectId, message: string, value: Json = null): Problem {
  return {rule, pointer: '/provenance/encodings', message, value}
}

/** A value small enough for a finding. */
function excerpt(value: Json | undefined): Json {
  if (value === undefined) return null
  const text: string = typeof value === 'string' ? value : JSON.stringify(value)
  if (text.length <= 200) return value
  return `${text.slice(0, 200)}…`
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
