import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

const PAPER = /^[0-9a-f]{40}$/
const CORPUS = /^[1-9]\d{0,11}$/
const PAPER_PAGE =
  /^https?:\/\/(?:www\.|api\.)?semanticscholar\.org\/(?:[a-z]{2}\/)?(?:paper\/|v1\/paper\/|graph\/v1\/paper\/)?(?:[^/?#\s]{1,400}\/)?([0-9a-f]{40})(?:[/?#].*)?$/is
const CORPUS_PAGE =
  /^https?:\/\/(?:www\.|api\.)?semanticscholar\.org\/(?:(?:graph\/v1\/|v1\/)?paper\/)?corpusid:\s?(\d{1,12})(?:[/?#].*)?$/is

/** Semantic Scholar's paper id: 40 hexadecimal digits. A URL of the paper's page → the id. Anything else: null and `identifier-invalid`. */
export function s2PaperIdOf(text: string | null, note: Note): string | null {
  if (text === null || PAPER.test(text)) return text
  const value = something(text, note)
  if (value === null) return null
  const id = s2PaperIdFromUrl(value) ?? value.toLowerCase()
  return PAPER.test(id)
    ? changed(id, value, text, note)
    : refused(value, text, 'a paper id of 40 hexadecimal digits', note)
}

/** Semantic Scholar's corpus id: digits. "CorpusID:116980993" → "116980993". `0` is no value; anything else: null and `identifier-invalid`. */
export function s2CorpusIdOf(text: string | null, note: Note): string | null {
  if (text === null || CORPUS.test(text)) return text
  const value = something(text, note)
  if (value === null) return null
  if (/^0{1,12}$/.test(value)) {
    note('value-placeholder', `Unexpected placeholder "${value}", expected a corpus id or nothing; dropped`, text)
    return null
  }
  const id =
    s2CorpusIdFromUrl(value) ??
    /^(?:(?:s2|s2corpus)?\s?corpus\s?id\s?:\s?)?0{0,9}([1-9]\d{0,11})(?:\.0)?$/i.exec(value)?.[1]
  return id === undefined ? refused(value, text, 'a corpus id of digits', note) : changed(id, value, text, note)
}

/** The paper id of a page of Semantic Scholar. Any other URL: null, without a finding. */
export function s2PaperIdFromUrl(url: string | null): string | null {
  return PAPER_PAGE.exec(url?.trim() ?? '')?.[1]?.toLowerCase() ?? null
}

/** The corpus id of a page of Semantic Scholar. "https://api.semanticscholar.org/CorpusID:116980993" → "116980993". Any other URL: null. */
export function s2CorpusIdFromUrl(url: string | null): string | null {
  const id = CORPUS_PAGE.exec(url?.trim() ?? '')?.[1] ?? ''
  return CORPUS.test(id) ? id : null
}

function changed(id: string, value: string, text: string, note: Note): string {
  if (id !== value)
    note('identifier-not-canonical', `Unexpected form ${excerpt(value)}, expected the bare id; read as ${id}`, text)
  return id
}

function refused(value: string, text: string, expected: string, note: Note): null {
  note('identifier-invalid', `Unexpected ${excerpt(value)}, expected ${expected}; dropped`, text)
  return null
}
