import type {CanonicalRecord, Source} from '../record/canonical.js'
import type {Decoded, DecodedFields, PageText, Scalar} from '../record/decoded.js'
import type {Note, Problem} from '../record/finding.js'
import {arxivFromDoi} from './arxiv.js'
import {idOf} from './id.js'
import {languageOf} from './language.js'
import {type Merged, merge} from './merge.js'
import {something} from './nothing.js'
import {containerDescriptionOf} from './page.js'
import {lineOf} from './text.js'
import {typeOf} from './type.js'
import {urlOfDoi} from './url.js'

/**
 * The canonical record of a decoded one, with what is wrong with it. `authorLine` is the author list as a page would show it.
 */
export function normalize(
  decoded: Decoded,
  page: PageText,
  authorLine: string | null,
  source: Source | null,
): {record: CanonicalRecord; problems: readonly Problem[]} {
  const merged = merge(decoded.layers)
  const problems = [...merged.problems]
  const at =
    (pointer: string): Note =>
    (rule, message, value = null, under = '') =>
      problems.push({rule, pointer: pointer + under, message, value})
  const {title, abstract} = merged.values
  const shown = {title, abstract, translations: merged.translations, authorLine}
  const containerDescription = containerDescriptionOf(page, shown, at)
  const record = assemble(decoded, merged, containerDescription, source, at)
  return {record, problems}
}

function assemble(
  decoded: Decoded,
  merged: Merged,
  containerDescription: string | null,
  source: Source | null,
  at: (pointer: string) => Note,
): CanonicalRecord {
  const {values, layers, translations} = merged
  const conflicts = [...merged.conflicts]
  const clash = (field: string) => (name: string, other: string, kept: string) => {
    conflicts.push({field, record: {[name]: other}, resultStr: {[name]: kept}})
    const message = `Unexpected ${name} "${other}" beside "${kept}" in resultStr, expected one; kept the latter`
    at(`/${field}`)('resultstr-field-conflict', message, other)
  }
  const {doi} = values
  const sourceTypes = values.sourceTypes ?? []
  const says = first(layers, layer => layer.language)
  const sourceIds = idsIn(layers, layer => layer.sourceIds, clash('provenance'), at('/provenance/sourceIds'))
  const rest = {
    type: typeOf(sourceTypes, {...values, issn: values.issn ?? []}, at('/type')),
    sourceTypes,
    title: values.title,
    titleMarkup: values.titleMarkup,
    language: languageOf(values.title, values.abstract, says),
    translations,
    authors: values.authors ?? [],
    issued: values.issued,
    issuedOnline: values.issuedOnline,
    containerTitle: values.containerTitle,
    containerTitleShort: values.containerTitleShort,
    containerDescription,
    volume: values.volume,
    issue: values.issue,
    pages: values.pages,
    issn: values.issn ?? [],
    publisher: values.publisher,
    abstract: values.abstract,
    abstractSections: values.abstractSections ?? [],
    keywords: values.keywords ?? [],
    fieldsOfStudy: values.fieldsOfStudy ?? [],
    doi,
    pmid: values.pmid,
    pmcid: values.pmcid,
    arxiv: values.arxiv ?? (doi === null ? null : arxivFromDoi(doi)),
    s2PaperId: values.s2PaperId,
    s2CorpusId: values.s2CorpusId,
    otherIds: idsIn(layers, layer => layer.otherIds, clash('otherIds'), at('/otherIds')),
    url: doi === null ? values.url : urlOfDoi(doi),
    openAccess: {isOpen: values.isOpen, pdfUrl: values.pdfUrl, status: values.status, license: values.license},
    metrics: {
      citationCount: values.citationCount,
      referenceCount: values.referenceCount,
      influentialCitationCount: values.influentialCitationCount,
      impactFactor: values.impactFactor,
      jcrQuartile: values.jcrQuartile,
      jcrCategory: values.jcrCategory,
      casZone: values.casZone,
      casCategory: values.casCategory,
    },
    provenance: {
      dialect: decoded.dialect,
      platform: values.platform,
      encodings: decoded.layers.length,
      conflicts,
      sourceIds,
      source,
    },
  }
  return {schemaVersion: 1, id: idOf({schemaVersion: 1, ...rest}), ...rest}
}

/**
 * Identifiers by name, the innermost encoding first; nothing and zero are left out. One on which encodings disagree is a conflict.
 */
function idsIn(
  layers: Merged['layers'],
  pick: (layer: DecodedFields) => {readonly [id: string]: Scalar},
  clash: (name: string, other: string, kept: string) => void,
  note: Note,
): Record<string, string> {
  const ids: Record<string, string> = {}
  for (const layer of [...layers].reverse()) {
    for (const [name, value] of Object.entries(pick(layer))) {
      if (value === null || value === 0 || value === '0' || value === '') continue
      const text = something(lineOf(String(value).toWellFormed(), note), note)
      if (text === null) continue
      const kept = ids[name]
      if (kept === undefined) ids[name] = text
      else if (kept !== text) clash(name, text, kept)
    }
  }
  return ids
}

function first(layers: Merged['layers'], pick: (layer: DecodedFields) => Scalar): string | null {
  for (const layer of [...layers].reverse()) {
    const value = pick(layer)
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}
