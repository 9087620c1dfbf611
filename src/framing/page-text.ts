import {headlessIn, type Span} from './headless.js'

/** Page text between two records, told apart. */
export interface Gap {
  /** What belongs to the record before. */
  readonly after: string
  /** The line that belongs to the record behind: its authors, as the page shows them. */
  readonly before: string | null
}

/**
 * The last line before a record belongs to that record when it equals its authors (contract §1.3); when it has half of their
 * names, it is their line all the same, and one that disagrees.
 */
export function splitGap(text: string, authors: string | null): Gap {
  const trimmed = text.trimEnd()
  if (trimmed === '' || authors === null) return {after: trimmed, before: null}
  const at = trimmed.lastIndexOf('\n') + 1
  const line = trimmed.slice(at).trim()
  if (!isAuthorLine(line, authors)) return {after: trimmed, before: null}
  return {after: trimmed.slice(0, at).trimEnd(), before: line}
}

function isAuthorLine(line: string, authors: string): boolean {
  if (line.length > 4 * authors.length + 64) return false
  const shown = squash(line)
  const known = squash(authors)
  if (shown === known || matchesReferences(shown, known)) return known !== ''
  const names = new Set(shown.split(/[,;]/).map(name => name.trim()))
  const wanted = known.split(/[,;]/).map(name => name.trim())
  const found = wanted.filter(name => name.includes(' ') && names.has(name)).length
  return found > 0 && 2 * found >= Math.min(wanted.length, names.size)
}

/** Equal where a page shows the characters that the record has as references: `j&uuml;rgen` and `jürgen`. */
function matchesReferences(shown: string, known: string): boolean {
  const pieces = known.split(/&#?\w{1,32};/)
  if (pieces.length === 1 || !shown.startsWith(pieces[0] ?? '')) return false
  let at = pieces[0]?.length ?? 0
  for (const piece of pieces.slice(1)) {
    // A reference is one character, or two code units.
    if (shown.startsWith(piece, at + 1)) at += 1 + piece.length
    else if (shown.startsWith(piece, at + 2)) at += 2 + piece.length
    else return false
  }
  return at === shown.length
}

function squash(text: string): string {
  return text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')
}

/**
 * Page text without the records in it whose beginning is missing, and without the brackets and commas that closed or separated
 * what wrapped records. At `cutAt` text has been let go.
 */
export function readGap(
  text: string,
  cutAt: number | null,
): {readonly text: string; readonly headless: readonly Span[]} {
  if (!/[[\]{},]/.test(text)) return {text, headless: []}
  const headless = headlessIn(text, cutAt)
  const kept: string[] = []
  let next = 0
  let at = 0
  for (const line of text.split('\n')) {
    while (next < headless.length && (headless[next] as Span).to < at) next += 1
    const isHeadless = at + line.length >= (headless[next]?.from ?? Number.POSITIVE_INFINITY)
    if (!isHeadless && (line.trim() === '' || !CLOSING.test(line))) kept.push(line)
    at += line.length + 1
  }
  return {text: kept.join('\n'), headless}
}

/** A line that only closes or separates: `]`, `},`, `null,`. */
const CLOSING = /^(?:[[\]{},\s]|null\b)*$/
