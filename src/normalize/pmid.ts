import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

const PMID = /^[1-9]\d{0,7}$/
const PMCID = /^PMC[1-9]\d{0,8}$/
const PMID_PAGE =
  /^(?:https?:)?\/\/(?:www\.|m\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\/|europepmc\.org\/(?:article|abstract)\/med\/)(\d{1,8})\/?(?:[?#].*)?$/is
const PMCID_PAGE =
  /^(?:https?:)?\/\/(?:www\.)?(?:ncbi\.nlm\.nih\.gov\/(?:labs\/)?pmc\/articles\/|pmc\.ncbi\.nlm\.nih\.gov\/articles\/|europepmc\.org\/(?:articles?|abstract)\/(?:pmc\/)?)(?:pmc)?(\d{1,9})(?:\.\d)?(?:[/?#].*)?$/is

/**
 * PubMed id: one to eight digits. "PMID: 33327342" → "33327342". `0` is no value; anything else: null and `pmid-invalid`.
 */
export function pmidOf(text: string | null, note: Note): string | null {
  if (text === null || PMID.test(text)) return text
  const value = something(text, note)
  if (value === null || isZero(value, text, note)) return null
  const pmid =
    pmidFromUrl(value) ??
    /^(?:(?:pubmed|pmid|med|medline|info:pmid)\s?(?:id)?\s?[:/]?\s?)?0{0,8}([1-9]\d{0,7})(?:\.0)?$/i.exec(value)?.[1] ??
    null
  if (pmid === null)
    note('pmid-invalid', `Unexpected ${excerpt(value)}, expected a PMID such as 33327342; dropped`, text)
  else if (pmid !== value)
    note('identifier-not-canonical', `Unexpected form ${excerpt(value)}, expected the bare PMID; read as ${pmid}`, text)
  return pmid
}

/**
 * PubMed Central id: `PMC` and digits. "8642128" → "PMC8642128" (`pmcid-prefix-missing`); a version goes ("PMC8642128.1").
 * `0` is no value; anything else: null and `pmcid-invalid`.
 */
export function pmcidOf(text: string | null, note: Note): string | null {
  if (text === null || PMCID.test(text)) return text
  const value = something(text, note)
  if (value === null || isZero(value, text, note)) return null
  if (/^[1-9]\d{0,8}$/.test(value)) {
    note('pmcid-prefix-missing', `Unexpected PMCID ${value} without prefix, expected PMC${value}; added`, text)
    return `PMC${value}`
  }
  const digits = /^(?:(?:info:)?pmcid\s?[:/]?\s?)?(?:pmc)?\s?[:-]?\s?0{0,8}([1-9]\d{0,8})(?:\.\d{1,2})?$/i.exec(
    value,
  )?.[1]
  const pmcid = pmcidFromUrl(value) ?? (digits === undefined ? null : `PMC${digits}`)
  if (pmcid === null)
    note('pmcid-invalid', `Unexpected ${excerpt(value)}, expected a PMCID such as PMC8642128; dropped`, text)
  else if (pmcid !== value)
    note(
      'identifier-not-canonical',
      `Unexpected form ${excerpt(value)}, expected the bare PMCID; read as ${pmcid}`,
      text,
    )
  return pmcid
}

/** The PMID of a page of PubMed or Europe PMC. "https://pubmed.ncbi.nlm.nih.gov/12082125/" → "12082125". Any other URL: null. */
export function pmidFromUrl(url: string | null): string | null {
  const pmid = PMID_PAGE.exec(url?.trim() ?? '')?.[1] ?? ''
  return PMID.test(pmid) ? pmid : null
}

/** The PMCID of a page of PMC or Europe PMC. "https://www.ncbi.nlm.nih.gov/pmc/articles/5815332" → "PMC5815332". Any other URL: null. */
export function pmcidFromUrl(url: string | null): string | null {
  const pmcid = `PMC${PMCID_PAGE.exec(url?.trim() ?? '')?.[1] ?? ''}`
  return PMCID.test(pmcid) ? pmcid : null
}

function isZero(value: string, text: string, note: Note): boolean {
  if (!/^(?:PMC)?0{1,9}$/i.test(value)) return false
  note('value-placeholder', `Unexpected placeholder "${value}", expected an identifier or nothing; dropped`, text)
  return true
}
