import * as z from 'zod'
import type {Json} from '../record/canonical.js'
import type {DecodedAuthor, DecodedFields, JsonObject, Scalar} from '../record/decoded.js'
import type {Problem} from '../record/finding.js'
import type {Dialect} from './dialect.js'
import {layersOf, type ReadFields} from './result-str.js'
import {authorsIn, mismatch, names, scalar, scalars} from './shapes.js'
import {unpack} from './unpack.js'

const journal = z.object({name: scalar, volume: scalar, issue: scalar, pages: scalar})
const pdf = z.object({url: scalar, status: scalar, license: scalar})

/** Every key of the shape; all may be absent. */
// biome-ignore format: a table
const schema = z.object({
  title: scalar, authors: names, doi: scalar, DOIUrl: scalar, url: scalar, abstract: scalar,
  PeriodicalId: scalar, journal: z.union([journal, scalar]), PeriodicalIF: scalar, publicationDate: scalar,
  publicationTypes: scalars, fieldsOfStudy: scalars, isOpenAccess: scalar, openAccessPdf: z.union([pdf, scalar]),
  citationCount: scalar, resultStr: z.unknown().optional(), platform: scalar, paperid: scalar, PeriodicalName: scalar,
  FirstCategoryId: scalar, ListUrlMain: scalar, RegionNum: scalar, RegionCategory: scalar, ArticlePicture: scalars,
  TitleCN: scalar, AbstractTextCN: scalar, PMCID: scalar, EPubDate: scalar, PubModel: scalar,
  JCR: scalar, JCRName: scalar, Score: scalar, Total: scalar,
})
type Scrape = z.infer<typeof schema>

const KEYS = new Set(Object.keys(schema.shape))
const LISTS = new Set(['authors', 'publicationTypes', 'fieldsOfStudy', 'ArticlePicture'])
const JOURNAL_KEYS = new Set(Object.keys(journal.shape))

/** Keys that no other dialect has. */
// biome-ignore format: a table
const OWN_KEYS = [
  'resultStr', 'PeriodicalId', 'PeriodicalName', 'PeriodicalIF', 'DOIUrl', 'ListUrlMain', 'TitleCN', 'AbstractTextCN',
  'FirstCategoryId', 'RegionNum', 'JCRName', 'EPubDate', 'PubModel',
]

/**
 * The scrape of Semantic Scholar pages that carries each record twice: the translated one, and the untranslated original
 * JSON-encoded in `resultStr`.
 */
export const s2Scrape: Dialect = {
  id: 's2-scrape',
  summary: 'Semantic Scholar scrape, the record encoded a second time in resultStr',
  keys: KEYS,
  matches: raw =>
    !Object.hasOwn(raw, 'schemaVersion') &&
    (OWN_KEYS.some(key => Object.hasOwn(raw, key)) || (typeof raw.authors === 'string' && Object.hasOwn(raw, 'title'))),
  authorLine: raw => authorLine(raw.authors),
  decode(raw) {
    const outer = read(raw)
    if (typeof outer === 'string') return {kind: 'rejected', rule: 'dialect-mismatch', message: outer}
    const {inner, problems} = layersOf(raw, read, unknownKeys)
    const decoded = {dialect: 's2-scrape', layers: [outer.fields, ...inner]} as const
    return {kind: 'decoded', decoded, problems: [...outer.problems, ...problems]}
  },
}

function read(packed: JsonObject): ReadFields | string {
  const problems: Problem[] = []
  const raw = unpack(packed, LISTS, (key, value) => {
    const message = `Unexpected list in ${JSON.stringify(key)}, expected its one value; read that`
    problems.push({rule: 'wrong-type', pointer: '', message, value})
  })
  const parsed = schema.safeParse(raw)
  return parsed.success ? {fields: fields(parsed.data), problems} : mismatch(parsed.error, raw)
}

function authorLine(authors: Json | undefined): string | null {
  const listed = authorsIn(names.safeParse(authors).data)
  if (!Array.isArray(listed)) return typeof listed === 'string' ? listed : null
  return listed.map((author: DecodedAuthor) => author.name ?? '').join(', ')
}

/** The keys of a record that the dialect does not know, by their path. */
function unknownKeys(raw: JsonObject): string[] {
  const unknown: string[] = []
  for (const key in raw) if (!KEYS.has(key)) unknown.push(key)
  const inJournal = raw.journal
  if (inJournal !== null && typeof inJournal === 'object') {
    for (const key in inJournal) if (!JOURNAL_KEYS.has(key)) unknown.push(`journal.${key}`)
  }
  return unknown
}

function fields(raw: Scrape): DecodedFields {
  const {journal: container, openAccessPdf} = raw
  const inJournal = isObject(container) ? container : {name: container, volume: null, issue: null, pages: null}
  const open = isObject(openAccessPdf) ? openAccessPdf : {url: openAccessPdf, status: null, license: null}
  return {
    types: raw.publicationTypes ?? null,
    title: raw.title ?? null,
    abstract: raw.abstract ?? null,
    language: null,
    translations: [{language: 'zh', title: raw.TitleCN ?? null, abstract: raw.AbstractTextCN ?? null}],
    authors: authorsIn(raw.authors),
    issued: raw.publicationDate ?? null,
    issuedOnline: raw.EPubDate ?? null,
    containerTitles: [inJournal.name ?? null, raw.PeriodicalName ?? null],
    containerTitleShort: null,
    volume: inJournal.volume ?? null,
    issue: inJournal.issue ?? null,
    pages: inJournal.pages ?? null,
    issn: null,
    publisher: null,
    keywords: null,
    fieldsOfStudy: raw.fieldsOfStudy ?? null,
    doi: raw.doi ?? null,
    pmid: null,
    pmcid: raw.PMCID ?? null,
    arxiv: null,
    s2PaperId: raw.paperid ?? null,
    s2CorpusId: null,
    otherIds: {},
    urls: [raw.DOIUrl ?? null, raw.url ?? null, raw.ListUrlMain ?? null],
    isOpen: raw.isOpenAccess ?? null,
    pdfUrl: open.url ?? null,
    openAccessStatus: open.status ?? null,
    license: open.license ?? null,
    citationCount: raw.citationCount ?? null,
    referenceCount: null,
    influentialCitationCount: null,
    impactFactor: raw.PeriodicalIF ?? null,
    jcrQuartile: raw.JCR ?? null,
    jcrCategory: raw.JCRName ?? null,
    casZone: raw.RegionNum ?? null,
    casCategory: raw.RegionCategory ?? null,
    platform: raw.platform ?? null,
    sourceIds: {
      periodicalId: raw.PeriodicalId ?? null,
      firstCategoryId: raw.FirstCategoryId ?? null,
      paperId: raw.paperid ?? null,
      pubModel: raw.PubModel ?? null,
      score: raw.Score ?? null,
      total: raw.Total ?? null,
      articlePicture: joined(raw.ArticlePicture),
    },
  }
}

function isObject<T extends object>(value: T | Scalar | undefined): value is T {
  return typeof value === 'object' && value !== null
}

function joined(value: Scrape['ArticlePicture']): Scalar {
  return Array.isArray(value) ? value.filter(item => item !== null).join(' ') : ((value as Scalar | undefined) ?? null)
}
