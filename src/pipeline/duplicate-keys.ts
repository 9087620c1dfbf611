import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'
import type {Problem} from '../record/finding.js'

/**
 * Keys that stand twice in one object of a JSON text; JSON.parse has kept the last (RFC 8259 §4 leaves it open). Counting the
 * keys is cheap and nearly always enough; only when the counts differ are the objects walked through.
 */
export function duplicateKeys(text: string, value: JsonObject): Problem[] {
  const {resultStr: inner} = value
  if (typeof inner !== 'string' || !inner.startsWith('{')) return duplicatesIn(text, value, '')
  const problems = duplicatesIn(withoutInner(text), value, '')
  const object = parse(inner)
  return object === null ? problems : [...problems, ...duplicatesIn(inner, object, 'resultStr.')]
}

/** The text without most of what is encoded in it, which has as many keys again. */
function withoutInner(text: string): string {
  const start = text.indexOf('"resultStr":"{')
  const end = text.indexOf('}"', start)
  return start < 0 || end < 0 ? text : text.slice(0, start + 14) + text.slice(end)
}

function duplicatesIn(text: string, value: Json, prefix: string): Problem[] {
  if (countColons(text) === countKeys(value)) return []
  return keysTwice(text).map(key => ({
    rule: 'duplicate-key',
    pointer: '',
    message: `Unexpected second key ${JSON.stringify(prefix + key)} in one object, expected each once; used the last`,
    value: prefix + key,
  }))
}

/** Closing quotes before a colon: keys, as a quote inside a string is escaped. */
function countColons(text: string): number {
  let count = 0
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) {
    if (text.charCodeAt(at - 1) !== BACKSLASH) count += 1
  }
  return count
}

const BACKSLASH = 0x5c

function countKeys(value: Json): number {
  if (value === null || typeof value !== 'object') return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item)
    return count
  }
  for (const key in value) count += 1 + countKeys((value as JsonObject)[key] ?? null)
  return count
}

/** Strings, braces and colons are all that matters: the text is known to be JSON. */
function keysTwice(text: string): string[] {
  const open: Set<string>[] = []
  const twice = new Set<string>()
  let last = ''
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}:]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (token === ':') {
      const keys = open.at(-1)
      const key = JSON.parse(last) as string
      if (keys?.has(key)) twice.add(key)
      keys?.add(key)
    }
    last = token
  }
  return [...twice]
}

function parse(text: string): Json | null {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}
