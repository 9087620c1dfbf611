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
  const shown = squash(line)
  const known = squash(authors)
  if (shown === known) return known !== ''
  if (shown.length > 4 * known.length + 64) return false
  const names = new Set(shown.split(/[,;]/).map(name => name.trim()))
  const wanted = known.split(/[,;]/).map(name => name.trim())
  const found = wanted.filter(name => name.includes(' ') && names.has(name)).length
  return found > 0 && 2 * found >= Math.min(wanted.length, names.size)
}

function squash(text: string): string {
  return text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')
}

/** Lines that only close or separate what wraps records: `]`, `},`, `null,`, `], "next": 100}`. They are no page text. */
const RESIDUE = /^(?:[[\]{},\s]|null\b)*(?:"[\w@.-]{1,40}" ?: ?(?:"[^"]{0,200}"|[-\w.]{1,40}|[[{]*)[\s,\]}]*)*$/
const RESIDUE_LENGTH = 512

/** The page text of a gap without what wraps records, and where in it a record without its beginning ends. */
export function readGap(text: string): {readonly text: string; readonly headless: readonly number[]} {
  if (!/[[\]{},]/.test(text)) return {text, headless: []}
  const kept: string[] = []
  const headless: number[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const isResidue = line.length < RESIDUE_LENGTH && line.trim() !== '' && RESIDUE.test(line)
    if (!isResidue) {
      if (isHeadless(line)) headless.push(at)
      else kept.push(line)
    }
    at += line.length + 1
  }
  return {text: kept.join('\n'), headless}
}

/** A line that ends a record whose beginning is missing: `…","Score":null,"Total":0}`. */
function isHeadless(line: string): boolean {
  const end = line.trimEnd()
  if (!end.endsWith('}')) return false
  const member = end.lastIndexOf('":')
  return member > 0 && !end.includes('{', member) && end.lastIndexOf('"', member - 1) >= 0
}
