import * as z from 'zod'
import {CSL_TYPES, type Json} from './canonical.js'
import {type DefectId, defects} from './defects.js'

const text = z.string()
const textOrNull = text.nullable()
const texts = z.array(text)
/** HTML that does nothing: escaped text and the five elements of a title, without attributes but for small capitals. */
const INERT = /^(?:[^<>]|<\/?(?:i|b|sub|sup)>|<span style="font-variant:small-caps;?">|<\/span>)*$/
const count = z.int().nonnegative().nullable()
/** EDTF level 0, dates only (ISO 8601-2:2019). */
const date = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
  .nullable()
const url = z
  .string()
  .regex(/^(?:https?|ftp):\/\//i)
  .nullable()
const json: z.ZodType<Json> = z.json() as z.ZodType<Json>

// biome-ignore format: a table
const author = z.strictObject({
  family: textOrNull, given: textOrNull, particle: textOrNull, suffix: textOrNull, literal: textOrNull,
  raw: text, orcid: z.string().regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/).nullable(), authorId: textOrNull,
}).refine(name => name.literal === null || (name.family === null && name.given === null), {
  error: 'no family or given name beside a literal',
})

const source = z.strictObject({file: text, line: z.int().positive(), offset: z.int().nonnegative()})

/** The canonical record, version 1, as zod sees it; `citenorm schema record` prints it as JSON Schema. */
// biome-ignore format: a table
export const canonicalRecord = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^(?:doi|pmid|pmcid|arxiv|s2|s2corpus|sha256):./),
  type: z.enum(CSL_TYPES),
  sourceTypes: texts,
  title: textOrNull,
  titleMarkup: z.string().regex(INERT).nullable(),
  language: textOrNull,
  translations: z.array(z.strictObject({language: textOrNull, title: textOrNull, abstract: textOrNull})),
  authors: z.array(author),
  issued: date,
  issuedOnline: date,
  containerTitle: textOrNull,
  containerTitleShort: textOrNull,
  containerDescription: textOrNull,
  volume: textOrNull,
  issue: textOrNull,
  pages: textOrNull,
  issn: z.array(z.string().regex(/^\d{4}-\d{3}[\dX]$/)),
  publisher: textOrNull,
  abstract: textOrNull,
  abstractSections: z.array(z.strictObject({label: text, text})),
  keywords: texts,
  fieldsOfStudy: texts,
  doi: z.string().regex(/^10\.[^A-Z\s]+$/).nullable(),
  pmid: z.string().regex(/^[1-9]\d*$/).nullable(),
  pmcid: z.string().regex(/^PMC[1-9]\d*$/).nullable(),
  arxiv: textOrNull,
  s2PaperId: z.string().regex(/^[0-9a-f]{40}$/).nullable(),
  s2CorpusId: z.string().regex(/^[1-9]\d*$/).nullable(),
  otherIds: z.record(text, text),
  url,
  openAccess: z.strictObject({isOpen: z.boolean().nullable(), pdfUrl: url, status: textOrNull, license: textOrNull}),
  metrics: z.strictObject({
    citationCount: count, referenceCount: count, influentialCitationCount: count,
    impactFactor: z.number().positive().nullable(),
    jcrQuartile: z.enum(['Q1', 'Q2', 'Q3', 'Q4']).nullable(), jcrCategory: textOrNull,
    casZone: z.int().min(1).max(4).nullable(), casCategory: textOrNull,
  }),
  provenance: z.strictObject({
    dialect: text,
    platform: textOrNull,
    encodings: z.int().positive(),
    conflicts: z.array(z.strictObject({field: text, record: json, resultStr: json})),
    sourceIds: z.record(text, text),
    source: source.nullable(),
  }),
})

/** A line of `--findings`. */
const finding = z.strictObject({
  rule: z.enum(Object.keys(defects) as [DefectId, ...DefectId[]]),
  severity: z.enum(['error', 'warning', 'info']),
  pointer: z.string().regex(/^(?:\/.*)?$/),
  message: text,
  value: json,
  recordId: textOrNull,
  file: text,
  line: z.int().positive(),
  offset: z.int().nonnegative(),
})

/** What `citenorm schema` prints, by name. */
export const schemas = {record: canonicalRecord, finding} as const
