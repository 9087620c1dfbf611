import * as z from 'zod'
import {dialectById, dialects} from '../dialects/index.js'

/** `5`, or `5%` of what was read. */
export type Allowance = {readonly count: number} | {readonly share: number}

const allowance = z.string().transform((text, context): Allowance => {
  const [, number, percent] = /^(\d{1,15}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? []
  const value = Number(number)
  if (number !== undefined && percent === '%' && value <= 100) return {share: value / 100}
  if (number !== undefined && percent === '' && Number.isSafeInteger(value)) return {count: value}
  context.addIssue(`--max-rejects is ${JSON.stringify(text)}, expected a number of records or a share from 0% to 100%`)
  return z.NEVER
})

const bytes = z.string().transform((text, context) => {
  const value = Number(text)
  if (/^\d{1,15}$/.test(text) && value >= 2) return value
  context.addIssue(`--max-record-bytes is ${JSON.stringify(text)}, expected a number of bytes`)
  return z.NEVER
})

const dialect = z.string().transform((id, context) => {
  const found = dialectById(id)
  if (found !== null || id === 'auto') return found
  const known = ['auto', ...dialects.map(it => it.id)].join(', ')
  context.addIssue(`--dialect is ${JSON.stringify(id)}, expected one of ${known}`)
  return z.NEVER
})

const reading = z.object({
  output: z.string().optional(),
  rejects: z.string().optional(),
  maxRejects: allowance,
  dialect,
  encoding: z.string(),
  maxRecordBytes: bytes,
  quiet: z.boolean().default(false),
})

/** The flags of `citenorm frame`. */
export const frameFlags = reading

/** The flags of `citenorm normalize`. */
export const normalizeFlags = reading.extend({
  to: z.string(),
  findings: z.string().optional(),
  summary: z.string().optional(),
  locate: z.boolean().default(false),
})

export type ReadingFlags = z.infer<typeof reading>
