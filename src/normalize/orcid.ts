import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

const CLEAN = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/

/**
 * ORCID iD as `NNNN-NNNN-NNNN-NNNX`. "https://orcid.org/0000-0002-1825-0097" → "0000-0002-1825-0097". Wrong check digit
 * (ISO 7064 MOD 11-2) or outside the blocks that ISNI reserved for ORCID (`0123-4567-3456-6789`): null and `orcid-invalid`.
 */
export function orcidOf(text: string | null, note: Note): string | null {
  if (text === null || isOrcid(text)) return text
  const value = something(text, note)
  if (value === null) return null
  const orcid = orcidIn(value)
  if (orcid === '0000-0000-0000-0000') {
    note('value-placeholder', `Unexpected placeholder ${orcid}, expected an ORCID iD or nothing; dropped`, text)
    return null
  }
  if (orcid === null || !isOrcid(orcid)) {
    note(
      'orcid-invalid',
      `Unexpected ${excerpt(value)}, expected an ORCID iD such as 0000-0002-1825-0097; dropped`,
      text,
    )
    return null
  }
  if (orcid !== value)
    note(
      'identifier-not-canonical',
      `Unexpected form ${excerpt(value)}, expected the bare ORCID iD; read as ${orcid}`,
      text,
    )
  return orcid
}

/** True for a bare ORCID iD with a valid check digit that lies in one of ORCID's blocks. */
export function isOrcid(text: string): boolean {
  return CLEAN.test(text) && isReserved(text) && hasCheckDigit(text)
}

/** support.orcid.org, "What is the relationship between ISNI and ORCID?" (2023). Digits compare as text. */
function isReserved(orcid: string): boolean {
  return (
    (orcid >= '0000-0001-5000-0007' && orcid <= '0000-0003-5000-0001') ||
    (orcid >= '0009-0000-0000-0000' && orcid <= '0009-0010-0000-0000')
  )
}

function hasCheckDigit(orcid: string): boolean {
  let total = 0
  for (const digit of orcid.slice(0, -1).replaceAll('-', '')) total = ((total + Number(digit)) * 2) % 11
  const check = (12 - total) % 11
  return orcid.endsWith(check === 10 ? 'X' : String(check))
}

/** Of a URL or label and sixteen digits, with hyphens of any kind or none; ORCID's sandbox has no real people. */
function orcidIn(value: string): string | null {
  const found =
    /^(?:https?:\/\/)?(?:(?:www\.)?orcid\.org\/(?:my-orcid\?orcid=)?)?(?:orcid(?:\s?id)?\s?:?\s?)?([\dX\s\p{Pd}]{16,30})\/?$/iu.exec(
      value,
    )
  const digits = found?.[1]?.replace(/[\s\p{Pd}]+/gu, '').toUpperCase() ?? ''
  return /^\d{15}[\dX]$/.test(digits) ? digits.replace(/^(.{4})(.{4})(.{4})/, '$1-$2-$3-') : null
}
