import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'

/** The object that a JSON text is; null when it is something else or no JSON. */
export function parseObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : null
  } catch {
    return null
  }
}

/** Whether containers are nested above so many levels. */
export function isDeeper(value: Json, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some(item => typeof item === 'object' && isDeeper(item, levels - 1))
  for (const key in value) {
    const member = (value as JsonObject)[key]
    if (typeof member === 'object' && isDeeper(member, levels - 1)) return true
  }
  return false
}

/** Whether reading the bytes as UTF-8 has put U+FFFD where they do not say so themselves (EF BF BD). */
export function hasBadBytes(text: string, bytes: () => Uint8Array): boolean {
  return text.includes('\ufffd') && countReplacements(text) > countEncoded(bytes())
}

function countReplacements(text: string): number {
  return text.split('\ufffd').length - 1
}

function countEncoded(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1
  }
  return count
}
