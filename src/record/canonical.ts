/** What JSON can say: the only values that cross a thread or reach a finding. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json}

/**
 * The canonical record, version 1. Every key is always there, in this order; unknown is `null` or `[]`.
 * Names follow CSL-JSON 1.0.2 in camelCase where CSL has the thing.
 */
export interface CanonicalRecord {
  readonly schemaVersion: 1
  /** The best identifier, prefixed: `doi:` `pmid:` `pmcid:` `arxiv:` `s2:` `s2corpus:`, else `sha256:` and 16 hex digits. */
  readonly id: string
  /** A CSL 1.0.2 item type. */
  readonly type: CslType
  /** The source's own words for the type, in its order. */
  readonly sourceTypes: readonly string[]
  /** Plain text, one line, NFC. Safe as text, not as HTML. */
  readonly title: string | null
  /** The title as escaped, inert HTML with `<i> <b> <sub> <sup>` and small-caps spans only; null when none remains. */
  readonly titleMarkup: string | null
  /** BCP 47 tag of the title and abstract. */
  readonly language: string | null
  readonly translations: readonly Translation[]
  readonly authors: readonly Author[]
  /** EDTF level 0 date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly issued: string | null
  /** EDTF level 0 date of the electronic publication. */
  readonly issuedOnline: string | null
  readonly containerTitle: string | null
  readonly containerTitleShort: string | null
  /** The journal's own description, as the page shows it. */
  readonly containerDescription: string | null
  readonly volume: string | null
  readonly issue: string | null
  /** `first-last` with an ASCII hyphen, or the single locator. */
  readonly pages: string | null
  /** `NNNN-NNNX` with a valid check digit (ISO 3297). */
  readonly issn: readonly string[]
  readonly publisher: string | null
  /** Plain text, NFC, paragraphs separated by a blank line; section labels as `Label: text`. */
  readonly abstract: string | null
  readonly abstractSections: readonly AbstractSection[]
  readonly keywords: readonly string[]
  readonly fieldsOfStudy: readonly string[]
  /** Bare and lower-case. */
  readonly doi: string | null
  readonly pmid: string | null
  /** `PMC` and digits. */
  readonly pmcid: string | null
  /** Without prefix or version. */
  readonly arxiv: string | null
  readonly s2PaperId: string | null
  readonly s2CorpusId: string | null
  readonly otherIds: Readonly<Record<string, string>>
  /** The best landing page: http, https or ftp. */
  readonly url: string | null
  readonly openAccess: OpenAccess
  readonly metrics: Metrics
  readonly provenance: Provenance
}

export interface Author {
  readonly family: string | null
  readonly given: string | null
  readonly particle: string | null
  readonly suffix: string | null
  /** An organisation, or a name that cannot be split; then family and given are null. */
  readonly literal: string | null
  /** The source's text, untouched. */
  readonly raw: string
  readonly orcid: string | null
  readonly authorId: string | null
}

export interface Translation {
  readonly language: string | null
  readonly title: string | null
  readonly abstract: string | null
}

export interface AbstractSection {
  readonly label: string
  readonly text: string
}

export interface OpenAccess {
  readonly isOpen: boolean | null
  readonly pdfUrl: string | null
  readonly status: string | null
  readonly license: string | null
}

export interface Metrics {
  readonly citationCount: number | null
  readonly referenceCount: number | null
  readonly influentialCitationCount: number | null
  readonly impactFactor: number | null
  /** Journal Citation Reports quartile, `Q1` to `Q4`. */
  readonly jcrQuartile: string | null
  readonly jcrCategory: string | null
  /** Zone of the Chinese Academy of Sciences' journal ranking, 1 to 4. */
  readonly casZone: number | null
  readonly casCategory: string | null
}

/** A value on which the outer record and its `resultStr` disagree; `field` is a canonical key. */
export interface Conflict {
  readonly field: string
  readonly record: Json
  readonly resultStr: Json
}

export interface Source {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 0-based bytes. */
  readonly offset: number
}

export interface Provenance {
  readonly dialect: string
  readonly platform: string | null
  /** The number of records decoded, the outer one included. */
  readonly encodings: number
  readonly conflicts: readonly Conflict[]
  readonly sourceIds: Readonly<Record<string, string>>
  readonly source: Source | null
}

/** CSL 1.0.2 item types (csl-data.json). */
// biome-ignore format: a table
export const CSL_TYPES = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic',
  'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic',
  'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet',
  'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation',
  'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage',
] as const

export type CslType = (typeof CSL_TYPES)[number]
