import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

/** Since April 2007: four digits after the stop to the end of 2014, five since (arxiv.org/help/arxiv_identifier). */
const NEW = /^(?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})$/
const OLD =
  /^(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con)\/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])\d{3}$/

/**
 * arXiv id without prefix, subject class or version. "arXiv:2404.13957v2" → "2404.13957", "math.GT/0309136" → "math/0309136",
 * "abs/2404.13957", arXiv's URLs. Anything else: null and `arxiv-invalid`.
 */
export function arxivOf(text: string | null, note: Note): string | null {
  if (text === null || NEW.test(text)) return text
  const value = something(text, note)
  if (value === null) return null
  const arxiv = arxivIn(value)
  if (arxiv === null)
    note('arxiv-invalid', `Unexpected ${excerpt(value)}, expected an arXiv id such as 2404.13957; dropped`, text)
  else if (arxiv !== value)
    note(
      'identifier-not-canonical',
      `Unexpected form ${excerpt(value)}, expected the bare arXiv id; read as ${arxiv}`,
      text,
    )
  return arxiv
}

/** The arXiv id of a DOI that arXiv registered. "10.48550/arXiv.2404.13957" → "2404.13957". Any other DOI: null. */
export function arxivFromDoi(doi: string | null): string | null {
  const suffix = /^10\.48550\/arxiv\.(.{9,30})$/i.exec(doi ?? '')?.[1]
  return suffix === undefined ? null : bare(suffix)
}

/** The arXiv id of one of arXiv's own pages. "https://arxiv.org/pdf/2404.13957v1.pdf" → "2404.13957". Any other URL: null. */
export function arxivFromUrl(url: string | null): string | null {
  const path = PAGE.exec(url?.trim() ?? '')?.[1]
  return path === undefined ? null : bare(path)
}

const PAGE =
  /^(?:https?:)?\/\/(?:www\.|export\.|[a-z]{2}\.)?(?:arxiv\.org|xxx\.lanl\.gov|ar5iv\.org|ar5iv\.labs\.arxiv\.org)\/(?:abs|pdf|html|ps|e-print|format)\/([\w./-]{9,40}?)(?:\.pdf)?\/?(?:[?#].*)?$/is

/** The arXiv id that a text is, in any of its forms; null when it is none. Without a finding, for fields where one may stray in. */
export function arxivIn(value: string): string | null {
  if (value.length > 200) return null
  const url = arxivFromUrl(value)
  if (url !== null) return url
  const form =
    /^(?:corr\s)?(?:(?:oai:)?arxiv(?:\.org)?(?:\sid)?[\s:./]{1,3})?(?:abs\/)?([\w./-]{9,40})(?:\s?\[[\w.\s-]{2,40}\])?$/i.exec(
      value,
    )
  return bare(form?.[1] ?? '') ?? arxivFromDoi(value)
}

function bare(text: string): string | null {
  const id = text.toLowerCase().replace(/v\d{1,3}$/, '')
  if (NEW.test(id) || OLD.test(id)) return id
  // "math.GT/0309136" names a subject class; "hep-th/1601.07616" is INSPIRE's mixture of both schemes.
  const [archive, number] = id.split('/')
  if (archive === undefined || number === undefined) return null
  const old = `${archive.replace(/\.[a-z-]{2,9}$/, '')}/${number}`
  return OLD.test(old) ? old : NEW.test(number) && OLD.test(`${archive}/0001001`) ? number : null
}
