import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

const CLEAN = /^\d{4}-\d{3}[\dX]$/
const ZEROS = '0000-0000'

/**
 * Distinct ISSNs with a valid check digit, as `NNNN-NNNX`, in their order. ["01678655", "1048-891x"] → ["0167-8655", "1048-891X"].
 * One text may hold several, with labels: "1234-5679 (print); eISSN 0028-0836". A wrong check digit: dropped, `issn-invalid`. ISO 3297
 */
export function issnsOf(values: string | readonly string[] | null, note: Note): string[] {
  const issns = new Set<string>()
  for (const text of typeof values === 'string' ? [values] : (values ?? [])) {
    for (const issn of CLEAN.test(text) && isIssn(text) ? [text] : issnsIn(text, note)) issns.add(issn)
  }
  return [...issns]
}

/** True for `NNNN-NNNX` with a valid check digit; never for `0000-0000`, whose check digit is valid. */
export function isIssn(text: string): boolean {
  if (!CLEAN.test(text) || text === ZEROS) return false
  let sum = 0
  for (let at = 0, weight = 8; at < 9; at += 1) {
    if (at === 4) continue
    sum += weight * (text[at] === 'X' ? 10 : Number(text[at]))
    weight -= 1
  }
  return sum % 11 === 0
}

const LONGEST = 1000
/** Hyphens of all kinds and white space may stand between the digits; no digit may stand directly before or after. */
const CANDIDATE = /(?<![\dxX])(\d{4})[\s\p{Pd}\u2043\u00ad]{0,5}(\d{3}[\dxX])(?![\p{L}\d])/gu

function issnsIn(text: string, note: Note): string[] {
  const value = something(text, note)
  if (value === null) return []
  const found: string[] = []
  const candidates = value.length > LONGEST ? [] : candidatesIn(value)
  for (const candidate of candidates) {
    if (isIssn(candidate)) found.push(candidate)
    else if (candidate === ZEROS) {
      note('value-placeholder', `Unexpected placeholder ${ZEROS}, expected an ISSN or nothing; dropped`, text)
    } else note('issn-invalid', `Unexpected check digit in ${candidate}, expected a valid ISSN; dropped`, text)
  }
  if (candidates.length === 0)
    note('issn-invalid', `Unexpected ${excerpt(value)}, expected an ISSN such as 1234-5679; dropped`, text)
  if (found.length > 0 && found.join() !== value) {
    note(
      'identifier-not-canonical',
      `Unexpected form ${excerpt(value)}, expected NNNN-NNNX; read as ${found.join(', ')}`,
      text,
    )
  }
  return found
}

function candidatesIn(value: string): string[] {
  const candidates = Array.from(value.matchAll(CANDIDATE), ([, left, right]) => `${left}-${right?.toUpperCase()}`)
  if (candidates.length > 0) return candidates
  // A hyphen in the wrong place: "1-2345679", "12345-679"
  const compact = value.replace(/^(?:e-?|p-?)?issn\s?:?/i, '').replace(/[\s\p{Pd}\u2043\u00ad]+/gu, '')
  return /^\d{7}[\dX]$/i.test(compact) ? [`${compact.slice(0, 4)}-${compact.slice(4).toUpperCase()}`] : []
}
