import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'

/**
 * A raw record without packing that says nothing: an empty list or object is null, and a list of one scalar is that scalar,
 * but for keys that have lists. `{"title": ["A"], "journal": []}` → `{"title": "A", "journal": null}`. `seen` is told each key whose
 * list had one.
 */
export function unpack(
  raw: JsonObject,
  lists: ReadonlySet<string>,
  seen: (key: string, value: Json) => void,
): JsonObject {
  let unpacked: Record<string, Json> | null = null
  for (const key in raw) {
    const value = raw[key] ?? null
    if (value === null || typeof value !== 'object') continue
    const plain = lists.has(key) && Array.isArray(value) ? value : unpackValue(value)
    if (plain === value) continue
    if (plain !== null) seen(key, value)
    unpacked ??= {...raw}
    unpacked[key] = plain
  }
  return unpacked ?? raw
}

function unpackValue(value: Json): Json {
  if (!Array.isArray(value)) return Object.keys(value as JsonObject).length === 0 ? null : value
  const [only = null] = value as readonly Json[]
  return value.length === 0 || (value.length === 1 && (only === null || typeof only !== 'object')) ? only : value
}
