import type {JsonObject} from '../record/decoded.js'
import type {Dialect} from './dialect.js'
import * as registry from './registry.js'

/** All dialects, sorted by name. */
export const dialects: readonly Dialect[] = Object.values(registry)

/** The dialect that claims a raw record; null when none does. */
export function dialectOf(raw: JsonObject): Dialect | null {
  return dialects.find(dialect => dialect.matches(raw)) ?? null
}

export function dialectById(id: string): Dialect | null {
  return dialects.find(dialect => dialect.id === id) ?? null
}

export function isRecordKey(key: string): boolean {
  return dialects.some(dialect => dialect.keys.has(key))
}
