/** A stretch of a text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The records in page text whose beginning is missing: `…","Score":null,"Total":0}` on a line, or lines of members up to a brace
 * that closes what was not opened. At `cutAt` text has been let go: of the lines there nothing can be said.
 */
export function headlessIn(text: string, cutAt: number | null): Span[] {
  const found: Span[] = []
  let members: Members | null = null
  let at = 0
  for (const line of text.split('\n')) {
    const to = at + line.length
    const isCut = cutAt !== null && (to === cutAt || at === cutAt + 1)
    if (members !== null && (isCut || !isOfObject(line))) {
      if (members.closedAt > 0) found.push({from: members.from, to: members.closedAt})
      members = null
    }
    if (members === null && !isCut) {
      if (endsObject(line)) found.push({from: at + leading(line), to})
      else if (MEMBER.test(line) || OPENING.test(line)) members = {from: at, depth: 0, closedAt: 0}
    }
    if (members !== null) members = follow(members, line, to)
    if (members?.depth === ENDED) {
      found.push({from: members.from, to})
      members = null
    }
    at = to + 1
  }
  if (members !== null && members.closedAt > 0) found.push({from: members.from, to: members.closedAt})
  return found
}

/** Lines of a pretty-printed object: how many levels are open, and where the last closed that had not been opened. */
interface Members extends Pick<Span, 'from'> {
  readonly depth: number
  readonly closedAt: number
}

const ENDED = -1
const MEMBER = /^\s*"[^"]{1,64}"\s*:/

const OPENING = /^\s*\{/

function isOfObject(line: string): boolean {
  return MEMBER.test(line) || /^\s*(?:[[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*",?\s*$)/.test(line)
}

/** A brace too many with a comma behind it may have closed an object in the record, or the record in its array. */
function follow({from, depth, closedAt}: Members, line: string, to: number): Members {
  const next = depth + depthOf(line)
  if (next >= 0) return {from, depth: next, closedAt}
  return {from, depth: line.trimEnd().endsWith(',') ? 0 : ENDED, closedAt: to}
}

/** Braces that open less those that close, strings aside. */
function depthOf(line: string): number {
  let depth = 0
  let inString = false
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at)
    if (inString && letter === '\\') at += 1
    else if (letter === '"') inString = !inString
    else if (!inString && letter === '{') depth += 1
    else if (!inString && letter === '}') depth -= 1
  }
  return depth
}

/**
 * Whether a line ends an object that does not begin on it: more braces close than open, or its own brace has no key behind it,
 * and what stands before the last is a member. Strings are not looked into: on a line that begins inside of one nothing tells
 * inside from outside.
 */
function endsObject(line: string): boolean {
  let to = line.length
  while (to > 0 && ' \t\r,]'.includes(line.charAt(to - 1))) to -= 1
  if (line.charAt(to - 1) !== '}') return false
  const end = line.slice(0, to)
  return (count(end, '}') > count(end, '{') || NO_KEY.test(end)) && LAST_MEMBER.test(end)
}

const NO_KEY = /^\s*\{\s*[^"'\s}]/
const LAST_MEMBER =
  /"\s*:\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[-+.\deE]*|true|false|null|\[[^[\]]*\]|\{(?:\s*"[^{}]*)?\})\s*\}$/

function count(text: string, letter: string): number {
  let found = 0
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1
  return found
}

/** Commas and brackets before the record are not part of it. */
function leading(line: string): number {
  return /^[\s,[\]]*/.exec(line)?.[0].length ?? 0
}
