import type * as z from 'zod'
import {UsageError} from '../engine/usage-error.js'

/** The flags as their schema reads them; bad ones are told in one line. */
export function flagsOf<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? 'bad flags')
  return parsed.data
}
