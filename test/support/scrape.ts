import type {Json} from '../../src/record/canonical.js'

type Fields = Record<string, Json>

/** A scraped record with every key of the seed, of invented content; `inner` goes into resultStr on top of the same. */
export function scrape(fields: Fields = {}, inner: Fields | null = {}): Fields {
  const outer = {...EMPTY, ...fields}
  const second = inner === null ? null : JSON.stringify({...outer, resultStr: null, ...inner})
  return {...outer, resultStr: fields.resultStr === undefined ? second : fields.resultStr}
}

export function scrapeLine(fields: Fields = {}, inner: Fields | null = {}): string {
  return JSON.stringify(scrape(fields, inner))
}

// biome-ignore format: as in the seed
const EMPTY: Fields = {
  title: 'On Invented Results', authors: 'Ada Doe, Bo van der Berg', doi: '10.5555/one', DOIUrl: null, url: null,
  abstract: '', PeriodicalId: 0, journal: {name: 'Journal of Invented Results', volume: ' ', pages: ''}, PeriodicalIF: 0,
  publicationDate: '2020-01-31', publicationTypes: 'Journal Article', fieldsOfStudy: null, isOpenAccess: false,
  openAccessPdf: '', citationCount: '0', platform: 'Semanticscholar', paperid: null,
  PeriodicalName: 'Journal of Invented Results', FirstCategoryId: '', ListUrlMain: '', RegionNum: 0, RegionCategory: null,
  ArticlePicture: [], TitleCN: null, AbstractTextCN: null, PMCID: null, EPubDate: '', PubModel: '', JCR: '', JCRName: '',
  Score: null, Total: 0,
}
