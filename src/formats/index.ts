import type {Format} from './format.js'
import * as registry from './registry.js'

/** All formats, sorted by name. */
export const formats: readonly Format[] = Object.values(registry)

export function formatOf(id: string): Format | null {
  return formats.find(format => format.id === id) ?? null
}
