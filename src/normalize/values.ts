import type {AbstractSection, Author} from '../record/canonical.js'
import type {DecodedFields, Scalar} from '../record/decoded.js'
import type {Note, Problem} from '../record/finding.js'
import {abstractOf} from './abstract.js'
import {arxivFromUrl, arxivOf} from './arxiv.js'
import {authorsOf} from './author-list.js'
import {dateOf} from './date.js'
import {doiOf} from './doi.js'
import {excerpt} from './excerpt.js'
import {fold} from './fold.js'
import {issnsOf} from './issn.js'
import {something} from './nothing.js'
import {booleanOf, casZoneOf, countOf, impactFactorOf, quartileOf} from './number.js'
import {orcidOf} from './orcid.js'
import {pagesOf} from './pages.js'
import {pmcidFromUrl, pmcidOf, pmidFromUrl, pmidOf} from './pmid.js'
import {remembered} from './remembered.js'
import {s2CorpusIdFromUrl, s2CorpusIdOf, s2PaperIdFromUrl, s2PaperIdOf} from './s2.js'
import {lineOf} from './text.js'
import {titleOf} from './title.js'
import {sourceTypesOf} from './type.js'
import {urlOf} from './url.js'
import {volumeAndIssueOf} from './volume.js'

/** The clean values of one encoding, before encodings are weighed against each other. Empty is null, never `[]`. */
export interface Values {
  sourceTypes: readonly string[] | null
  title: string | null
  titleMarkup: string | null
  abstract: string | null
  abstractSections: readonly AbstractSection[] | null
  authors: readonly Author[] | null
  issued: string | null
  issuedOnline: string | null
  containerTitle: string | null
  containerTitleShort: string | null
  volume: string | null
  issue: string | null
  pages: string | null
  issn: readonly string[] | null
  publisher: string | null
  keywords: readonly string[] | null
  fieldsOfStudy: readonly string[] | null
  doi: string | null
  pmid: string | null
  pmcid: string | null
  arxiv: string | null
  s2PaperId: string | null
  s2CorpusId: string | null
  url: string | null
  isOpen: boolean | null
  pdfUrl: string | null
  status: string | null
  license: string | null
  citationCount: number | null
  referenceCount: number | null
  influentialCitationCount: number | null
  impactFactor: number | null
  jcrQuartile: string | null
  jcrCategory: string | null
  casZone: number | null
  casCategory: string | null
  platform: string | null
}

export type ValueKey = keyof Values

/** Where in the canonical record a value goes, when that is not its own key. */
// biome-ignore format: a table
export const POINTERS: Partial<Record<ValueKey, string>> = {
  isOpen: '/openAccess/isOpen', pdfUrl: '/openAccess/pdfUrl', status: '/openAccess/status', license: '/openAccess/license',
  citationCount: '/metrics/citationCount', referenceCount: '/metrics/referenceCount',
  influentialCitationCount: '/metrics/influentialCitationCount', impactFactor: '/metrics/impactFactor',
  jcrQuartile: '/metrics/jcrQuartile', jcrCategory: '/metrics/jcrCategory', casZone: '/metrics/casZone',
  casCategory: '/metrics/casCategory', platform: '/provenance/platform',
}

/** The values of one encoding; each problem says which value it is about. */
export function valuesOf(fields: DecodedFields, report: (key: ValueKey, problem: Problem) => void): Values {
  const at = (key: ValueKey): Note => {
    const pointer = POINTERS[key] ?? `/${key}`
    return (rule, message, value = null, under = '') => report(key, {rule, pointer: pointer + under, message, value})
  }
  // Most values of a record are empty, and cost no more than this look.
  const scalar = <T>(key: ValueKey, value: Scalar, read: (value: Scalar, note: Note) => T | null) =>
    value === null || value === '' ? null : read(value, at(key))
  const text = <T>(key: ValueKey, value: Scalar, read: (text: string, note: Note) => T | null) => {
    if (value === null || value === '') return null
    const note = at(key)
    const found = textIn(value, note)
    return found === null ? null : read(found, note)
  }
  const list = <T>(
    key: ValueKey,
    value: Scalar | readonly Scalar[],
    read: (value: never, note: Note) => readonly T[],
  ) => (isEmpty(value) ? null : orNull(read(value as never, at(key))))
  const title = text('title', fields.title, titleOf) ?? NO_TITLE
  const {abstract, abstractSections} = text('abstract', fields.abstract, abstractOf) ?? NO_ABSTRACT
  const located = locators(fields, at)
  // An identifier that is read from a landing page is not noted: where there is none, nothing is wrong.
  const pages = fields.urls.filter(
    url => typeof url === 'string' && url !== '' && !DOI_URL.test(url),
  ) as readonly string[]
  return {
    sourceTypes: list('sourceTypes', fields.types, sourceTypesIn),
    ...title,
    abstract,
    abstractSections: orNull(abstractSections),
    authors: isEmpty(fields.authors) ? null : orNull(authorsIn(fields.authors, at('authors'))),
    issued: text('issued', fields.issued, dateIn),
    issuedOnline: text('issuedOnline', fields.issuedOnline, dateIn),
    containerTitle: containerTitleOf(fields.containerTitles, value => text('containerTitle', value, knownLine), at),
    containerTitleShort: text('containerTitleShort', fields.containerTitleShort, lineIn),
    volume: located.volume,
    issue: located.issue,
    pages: text('pages', fields.pages, pagesIn),
    issn: list('issn', fields.issn, issnsIn),
    publisher: text('publisher', fields.publisher, knownLine),
    keywords: list('keywords', fields.keywords, linesIn),
    fieldsOfStudy: list('fieldsOfStudy', fields.fieldsOfStudy, linesIn),
    doi: text('doi', fields.doi, doiOf),
    pmid: text('pmid', fields.pmid, pmidOf) ?? first(pages, pmidFromUrl),
    pmcid: text('pmcid', fields.pmcid, pmcidOf) ?? first(pages, pmcidFromUrl),
    arxiv: text('arxiv', fields.arxiv, arxivOf) ?? located.arxiv ?? first(pages, arxivFromUrl),
    s2PaperId: text('s2PaperId', fields.s2PaperId, s2PaperIdOf) ?? first(pages, s2PaperIdFromUrl),
    s2CorpusId: text('s2CorpusId', fields.s2CorpusId, s2CorpusIdOf) ?? first(pages, s2CorpusIdFromUrl),
    url: first(fields.urls, value => text('url', value, urlOf)),
    isOpen: scalar('isOpen', fields.isOpen, booleanOf),
    pdfUrl: text('pdfUrl', fields.pdfUrl, urlOf),
    status: text('status', fields.openAccessStatus, knownLine),
    license: text('license', fields.license, knownLine),
    citationCount: scalar('citationCount', fields.citationCount, countOf),
    referenceCount: scalar('referenceCount', fields.referenceCount, countOf),
    influentialCitationCount: scalar('influentialCitationCount', fields.influentialCitationCount, countOf),
    impactFactor: scalar('impactFactor', fields.impactFactor, impactFactorOf),
    jcrQuartile: scalar('jcrQuartile', fields.jcrQuartile, quartileOf),
    jcrCategory: text('jcrCategory', fields.jcrCategory, knownLine),
    casZone: scalar('casZone', fields.casZone, casZoneOf),
    casCategory: text('casCategory', fields.casCategory, knownLine),
    platform: text('platform', fields.platform, knownLine),
  }
}

const NO_TITLE = {title: null, titleMarkup: null}
const NO_ABSTRACT = {abstract: null, abstractSections: []}
const DOI_URL = /^https?:\/\/(?:dx\.)?doi\.org\//

function locators(fields: DecodedFields, at: (key: ValueKey) => Note): ReturnType<typeof volumeAndIssueOf> {
  if (isEmpty(fields.volume) && isEmpty(fields.issue)) return {volume: null, issue: null}
  const noteVolume = at('volume')
  const noteIssue = at('issue')
  const line = (value: Scalar, note: Note) => {
    const text = textIn(value, note)
    return text === null ? null : lineOf(text, note)
  }
  return volumeAndIssueOf(line(fields.volume, noteVolume), line(fields.issue, noteIssue), noteVolume, noteIssue)
}

/** The first title that says something; another one beside it is noted. */
function containerTitleOf(
  titles: readonly Scalar[],
  read: (value: Scalar) => string | null,
  at: (key: ValueKey) => Note,
): string | null {
  let title: string | null = null
  for (const [index, value] of titles.entries()) {
    if (titles.indexOf(value) < index) continue
    const other = read(value)
    title ??= other
    if (other === null || title === null || other === title || fold(other) === fold(title)) continue
    const message = `Unexpected second container title ${excerpt(other)}, expected ${excerpt(title)}; kept the latter`
    at('containerTitle')('container-title-ambiguous', message, other)
  }
  return title
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === 'string' && (value === '' || value === ' ')) ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** Text from a scalar: a number is read as its digits, which is noted; a boolean is no text. Half surrogate pairs are none either. */
export function textIn(value: Scalar, note: Note): string | null {
  if (value === null) return null
  if (typeof value === 'string') {
    if (value.isWellFormed()) return value
    note(
      'lone-surrogate',
      'Unexpected half of a surrogate pair, expected a character; read as U+FFFD',
      value.toWellFormed(),
    )
    return value.toWellFormed()
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (value === 0) return null
    note('wrong-type', `Unexpected number ${value}, expected a string; read it as one`, value)
    return String(value)
  }
  note('wrong-type', `Unexpected ${typeof value} ${String(value)}, expected a string; dropped`, String(value))
  return null
}

function lineIn(value: string, note: Note): string | null {
  const text = something(value, note)
  return text === null ? null : lineOf(text, note) || null
}

const knownLine = remembered(lineIn)
const dateIn = remembered(dateOf)
const typesIn = remembered((text: string, note) => sourceTypesOf(lineOf(text, note), note))

function pagesIn(value: string, note: Note): string | null {
  return pagesOf(lineOf(value, note), note)
}

function linesIn(value: Scalar | readonly Scalar[], note: Note): readonly string[] {
  const items = Array.isArray(value)
    ? (value as readonly Scalar[]).map(item => textIn(item, note))
    : splitList(textIn(value as Scalar, note))
  return [...new Set(items.map(item => (item === null ? null : lineIn(item, note))).filter(line => line !== null))]
}

function sourceTypesIn(value: Scalar | readonly Scalar[], note: Note): readonly string[] {
  return typeof value === 'string' ? typesIn(value.toWellFormed(), note) : sourceTypesOf(listOrText(value), note)
}

function issnsIn(value: Scalar | readonly Scalar[], note: Note): readonly string[] {
  return issnsOf(listOrText(value), note)
}

function splitList(text: string | null): string[] {
  if (text === null) return []
  return text.split(text.includes(';') && !text.includes('&') ? ';' : ',')
}

function authorsIn(value: DecodedFields['authors'], note: Note): Author[] {
  if (!Array.isArray(value)) return authorsOf(textIn(value as Scalar, note), note)
  const authors = value as Exclude<DecodedFields['authors'], Scalar>
  return authorsOf(
    authors.map((author, index) => ({
      ...author,
      name: author.name?.toWellFormed() ?? null,
      orcid: orcidOf(author.orcid ?? null, (rule, message, value) => note(rule, message, value, `/${index}/orcid`)),
    })),
    note,
  )
}

function listOrText(value: Scalar | readonly Scalar[]): string | readonly string[] | null {
  if (Array.isArray(value))
    return (value as readonly Scalar[]).filter(item => item !== null).map(item => String(item).toWellFormed())
  return value === null ? null : String(value).toWellFormed()
}

function first<T, V>(values: readonly V[], read: (value: V) => T | null): T | null {
  for (const value of values) {
    const found = read(value)
    if (found !== null) return found
  }
  return null
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list
}
