import type {JsonObject} from '../record/decoded.js'

/**
 * Keys of API bodies that wrap records: `{total, offset, next, data: […]}` (Semantic Scholar), `{results: […]}` (OpenAlex),
 * `{recommendedPapers: […]}`, `{message: {items: […]}}` (Crossref), `{resultList: {result: […]}}` (Europe PMC).
 */
const LISTS = ['data', 'results', 'recommendedPapers']
const NESTED_LISTS = [
  ['message', 'items'],
  ['resultList', 'result'],
] as const
const ENVELOPE: ReadonlySet<string> = new Set([
  ...LISTS,
  ...['total', 'offset', 'next', 'token', 'meta', 'group_by', 'status', 'message', 'message-type', 'message-version'],
  ...['version', 'hitCount', 'nextCursorMark', 'nextPageUrl', 'request', 'resultList'],
])

/** Whether the array under a key of the outermost object, or under a key of an object in it, holds records. */
export function isList(outer: string, inner: string | null): boolean {
  if (inner === null) return LISTS.includes(outer)
  return NESTED_LISTS.some(([first, second]) => first === outer && second === inner)
}

/** Whether an object with these keys is no more than what stands around records. */
export function isEnvelope(keys: readonly string[]): boolean {
  return keys.every(key => ENVELOPE.has(key))
}

/** Whether a whole object has a list that may hold records. */
export function hasList(value: JsonObject): boolean {
  if (LISTS.some(key => Object.hasOwn(value, key) && Array.isArray(value[key]))) return true
  return NESTED_LISTS.some(([outer, inner]) => {
    const member = Object.hasOwn(value, outer) ? value[outer] : null
    return isObject(member) && Object.hasOwn(member, inner) && Array.isArray(member[inner])
  })
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
