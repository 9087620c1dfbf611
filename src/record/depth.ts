import type {Json} from './canonical.js'

/** Containers may be nested this deep in a record (contract §1.2). RFC 8259 §9 lets a reader set its limit. */
export const MAX_DEPTH = 64

/** Whether containers are nested above so many levels. What lies deeper is not walked into. */
export function isDeeper(value: Json, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false
  if (levels === 0) return true
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null && isDeeper(member, levels - 1)) return true
  }
  return false
}
