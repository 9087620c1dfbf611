import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'

export type Claims = (value: JsonObject) => boolean

/**
 * A record that was cut inside an array takes the records behind it for items of that array. They then have all keys that it had
 * come to, the array's among them, which records that are really nested (references, citations) have not. Gives those keys; null
 * for a record that holds none of its like.
 */
export function keysThatSwallow(value: JsonObject, claims: Claims): string[] | null {
  const keys: string[] = []
  for (const key in value) {
    keys.push(key)
    if (holdsRecord(value[key] ?? null, keys, claims)) return keys
  }
  return null
}

/** Whether there is a record with all these keys in it, at any depth. */
export function holdsRecord(value: Json, keys: readonly string[], claims: Claims): boolean {
  if (value === null || typeof value !== 'object') return false
  const members = Array.isArray(value) ? value : Object.values(value)
  return members.some(member => isRecordWith(member, keys, claims) || holdsRecord(member, keys, claims))
}

function isRecordWith(value: Json, keys: readonly string[], claims: Claims): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const object = value as JsonObject
  return hasKeys(object, keys) && claims(object)
}

/** Whether an object has keys that have been read off the bytes; those that do not stand there as they are count as had. */
export function hasKeys(value: JsonObject, keys: readonly string[]): boolean {
  return keys.every(key => Object.hasOwn(value, key) || !PLAIN.test(key))
}

const PLAIN = /^[ !#-[\]-~]{1,63}$/
