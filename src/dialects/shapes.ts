import * as z from 'zod'
import type {Json} from '../record/canonical.js'
import type {DecodedAuthor, JsonObject, Scalar} from '../record/decoded.js'

/** A string, number, boolean or null; absent is null. Numbers above the range of a double come as Infinity and pass: normalizing says so. */
export const scalar = z.custom<Scalar>(isScalar, {error: 'a string, a number or null'}).optional()

/** A list of scalars, or one. */
export const scalars = z
  .custom<Scalar | readonly Scalar[]>(value => isScalar(value) || (Array.isArray(value) && value.every(isScalar)), {
    error: 'a string or a list of strings',
  })
  .optional()

/** Names in one string, or a list of names or of objects with a `name`. */
export const names = z
  .custom<Scalar | readonly (Scalar | JsonObject)[]>(
    value => isScalar(value) || (Array.isArray(value) && value.every(name => isScalar(name) || hasName(name))),
    {error: 'a string of names or a list of names'},
  )
  .optional()

/** The author list as normalizing takes it. `["A B", {"name": "C D", "authorId": "1"}]` */
export function authorsIn(value: z.infer<typeof names>): Scalar | readonly DecodedAuthor[] {
  if (!Array.isArray(value)) return (value as Scalar | undefined) ?? null
  return value.map((author: Scalar | JsonObject) => {
    if (author === null || typeof author !== 'object') return {name: author === null ? null : String(author)}
    return {name: text(author.name), authorId: text(author.authorId), orcid: text(author.orcid)}
  })
}

/** Why a record does not fit its schema, in one line: which key, what was found, what was expected. */
export function mismatch(error: z.ZodError, raw: unknown): string {
  const [first] = error.issues
  const issue = first && innermost(first)
  if (!issue) return 'Unexpected record, expected one that fits its dialect'
  const where = issue.path.map(String).join('.')
  const found = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], raw)
  return `Unexpected ${kindOf(found)}${where === '' ? '' : ` in "${where}"`}, expected ${expectation(issue)}`
}

/** The issue of the union's branch that came furthest. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const deeper = issue.errors.flat().find(branch => branch.path.length > 0)
  if (!deeper) return {...issue, message: 'an object, a string or null'} as z.core.$ZodIssue
  return {...deeper, path: [...issue.path, ...deeper.path]} as z.core.$ZodIssue
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.expected === 'nonoptional' ? 'a value' : `a value of type ${issue.expected}`
  if (issue.code === 'invalid_value') return `one of ${issue.values.slice(0, 8).map(String).join(', ')}`
  if (issue.code === 'unrecognized_keys') return `no key ${issue.keys.map(key => JSON.stringify(key)).join(', ')}`
  if (issue.code === 'invalid_format') return 'the form that the schema has'
  return issue.message
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `list of ${value.length}`
  if (typeof value === 'object') return 'object'
  const shown = JSON.stringify(value) ?? String(value)
  return `${typeof value} ${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}`
}

function isScalar(value: unknown): value is Scalar | undefined {
  return value === null || typeof value !== 'object'
}

function hasName(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isScalar((value as JsonObject).name)
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
}
