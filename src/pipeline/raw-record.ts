import type {Dialect} from '../dialects/dialect.js'
import {dialectOf} from '../dialects/index.js'
import type {Source} from '../record/canonical.js'
import type {JsonObject, PageText} from '../record/decoded.js'

/** A raw record out of what wraps it alone, with the place and page text that a line of `citenorm frame` carries. */
export interface RawRecord {
  readonly raw: JsonObject
  readonly dialect: Dialect
  readonly source: Source | null
  readonly page: PageText | null
}

/** Objects that wrap one record: `data[].citedPaper` (Semantic Scholar), `message` (Crossref). */
const WRAPPERS = ['citedPaper', 'citingPaper', 'message']

/** The raw record in an object; null when no dialect claims it. A dialect that is asked for claims every object. */
export function rawRecordOf(value: JsonObject, asked: Dialect | null): RawRecord | null {
  const framed = framedRecord(value)
  if (framed) {
    const inner = rawRecordOf(framed.record, asked)
    return inner && {...inner, source: framed.source, page: framed.page}
  }
  const dialect = dialectOf(value)
  if (dialect) return {raw: value, dialect: asked ?? dialect, source: null, page: null}
  for (const key of WRAPPERS) {
    const inner = value[key]
    if (isObject(inner) && dialectOf(inner))
      return {raw: inner, dialect: asked ?? (dialectOf(inner) as Dialect), source: null, page: null}
  }
  return asked ? {raw: value, dialect: asked, source: null, page: null} : null
}

/** The author line that a page would show above a record. */
export function authorLineOf(value: JsonObject, asked: Dialect | null): string | null {
  const record = rawRecordOf(value, asked)
  return record?.dialect.authorLine?.(record.raw) ?? null
}

/** The place that a line of `citenorm frame` carries; null for any other object. */
export function frameLineSource(value: JsonObject): Source | null {
  return framedRecord(value)?.source ?? null
}

/** A line of `citenorm frame`: `{file, line, offset, record}`, and `page` where there was page text. */
function framedRecord(value: JsonObject): {record: JsonObject; source: Source; page: PageText | null} | null {
  const {file, line, offset, record, page} = value
  if (typeof file !== 'string' || typeof line !== 'number' || typeof offset !== 'number' || !isObject(record))
    return null
  if (!Number.isSafeInteger(line) || line < 1 || !Number.isSafeInteger(offset) || offset < 0) return null
  return {record, source: {file, line, offset}, page: isObject(page) ? pageText(page) : null}
}

function pageText({before, after}: JsonObject): PageText {
  return {before: typeof before === 'string' ? before : null, after: typeof after === 'string' ? after : null}
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
