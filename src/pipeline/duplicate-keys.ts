import type {Json} from '../record/canonical.js'
import type {JsonObject} from '../record/decoded.js'
import type {Problem} from '../record/finding.js'

/**
 * Keys that stand twice in one object of a JSON text; JSON.parse has kept the last (RFC 8259 §4 leaves it open). Counting the
 * keys is cheap and nearly always enough; only when the counts differ are the objects walked through.
 */
export function duplicateKeys(text: string, value: JsonObject): Problem[] {
  const {resultStr: inner} = value
  if (typeof inner !== 'string' || !inner.startsWith('{')) {
    return countColons(text, 0, text.length) === countKeys(value) ? [] : duplicatesIn(text, '')
  }
  const problems = countOutside(text) === countKeys(value) ? [] : duplicatesIn(text, '')
  const object = parse(inner)
  if (object === null || countColons(inner, 0, inner.length) === countKeys(object)) return problems
  return [...problems, ...duplicatesIn(inner, 'resultStr.')]
}

function duplicatesIn(text: string, prefix: string): Problem[] {
  return keysTwice(text).map(key => ({
    rule: 'duplicate-key',
    pointer: '',
    message: `Unexpected second key ${JSON.stringify(prefix + key)} in one object, expected each once; used the last`,
    value: prefix + key,
  }))
}

/** The keys of a record outside what is encoded in it, which has as many again. */
function countOutside(text: string): number {
  const start = text.indexOf('"resultStr":"{')
  const end = start < 0 ? -1 : text.indexOf('}"', start)
  if (end < 0) return countColons(text, 0, text.length)
  return countColons(text, 0, start + 14) + countColons(text, end, text.length)
}

/** Closing quotes before a colon: keys, as a quote inside a string is escaped. */
function countColons(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('":', from); at >= 0 && at < to; at = text.indexOf('":', at + 2)) {
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
