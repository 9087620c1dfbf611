import type {Json} from './canonical.js'

export type JsonObject = {readonly [key: string]: Json}
export type Scalar = string | number | boolean | null

/** One author as a source gives it: a name in one piece, or in parts. */
export interface DecodedAuthor {
  readonly name: string | null
  readonly family?: string | null
  readonly given?: string | null
  readonly suffix?: string | null
  readonly literal?: string | null
  readonly orcid?: string | null
  readonly authorId?: string | null
}

/** What one encoding of a record says, renamed and unwrapped, not cleaned: values are the source's own. */
export interface DecodedFields {
  readonly types: Scalar | readonly Scalar[]
  readonly title: Scalar
  readonly abstract: Scalar
  readonly language: Scalar
  /** The translations that the source itself calls so. */
  readonly translations: readonly DecodedTranslation[]
  /** One string of names, or a list. */
  readonly authors: Scalar | readonly DecodedAuthor[]
  readonly issued: Scalar
  readonly issuedOnline: Scalar
  /** The first that says something counts. */
  readonly containerTitles: readonly Scalar[]
  readonly containerTitleShort: Scalar
  readonly volume: Scalar
  readonly issue: Scalar
  readonly pages: Scalar
  readonly issn: Scalar | readonly Scalar[]
  readonly publisher: Scalar
  readonly keywords: Scalar | readonly Scalar[]
  readonly fieldsOfStudy: Scalar | readonly Scalar[]
  readonly doi: Scalar
  readonly pmid: Scalar
  readonly pmcid: Scalar
  readonly arxiv: Scalar
  readonly s2PaperId: Scalar
  readonly s2CorpusId: Scalar
  readonly otherIds: {readonly [id: string]: Scalar}
  /** Landing pages; the first good one counts, and a DOI is read from them where `doi` is empty. */
  readonly urls: readonly Scalar[]
  readonly isOpen: Scalar
  readonly pdfUrl: Scalar
  readonly openAccessStatus: Scalar
  readonly license: Scalar
  readonly citationCount: Scalar
  readonly referenceCount: Scalar
  readonly influentialCitationCount: Scalar
  readonly impactFactor: Scalar
  readonly jcrQuartile: Scalar
  readonly jcrCategory: Scalar
  readonly casZone: Scalar
  readonly casCategory: Scalar
  readonly platform: Scalar
  readonly sourceIds: {readonly [id: string]: Scalar}
}

export interface DecodedTranslation {
  readonly language: string
  readonly title: Scalar
  readonly abstract: Scalar
}

/** A record as its dialect reads it: its encodings, the outer one first. */
export interface Decoded {
  readonly dialect: string
  readonly layers: readonly [DecodedFields, ...DecodedFields[]]
}

/** Page text around a record: the line before it, and all that follows it up to the next. */
export interface PageText {
  readonly before: string | null
  readonly after: string | null
}
