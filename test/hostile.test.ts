import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {normalizeRaw} from '../src/pipeline/normalize-raw.js'
import {loadLibraries} from '../src/pipeline/with-libraries.js'
import type {Json} from '../src/record/canonical.js'
import type {JsonObject} from '../src/record/decoded.js'
import {canonicalRecord} from '../src/record/schema.js'
import {scrape} from './support/scrape.js'

beforeAll(loadLibraries)

const MEGABYTE = 1 << 20
const repeated = (unit: string) => unit.repeat(Math.ceil(MEGABYTE / unit.length)).slice(0, MEGABYTE)

/** What makes patterns backtrack, parsers nest, and decoders loop. */
const HOSTILE = [
  ' ', 'a ', 'a', '(', ')', '<', '>', '<i>', '</i>', '<i><b></i></b>', '&', '&amp;', '&#', '&amp;amp;', ',', ', ', ';', '. ', '-',
  '1-', '1,', '12 ', '/', '10.1/', 'http://a ', '\n', '\u00a0', '\u200d', '\u0301', 'Ã¼', '\ud83d', '中', 'A. ', 'van ', 'et al ',
  '<p>Background: ', '<sub>1', '<math><mi>', '<!--', '<![CDATA[', '$', '\\', '{', '=', 'Abstract ', '©',
] // biome-ignore format: a list

const FIELDS = [
  'title', 'abstract', 'authors', 'doi', 'url', 'publicationDate', 'EPubDate', 'publicationTypes', 'fieldsOfStudy', 'PMCID', 'JCR',
  'ListUrlMain', 'openAccessPdf', 'citationCount', 'RegionNum', 'PeriodicalIF', 'TitleCN', 'AbstractTextCN', 'paperid',
] // biome-ignore format: a list

describe('a megabyte of one thing', () => {
  it.each(HOSTILE)('%j in any field is read in linear time, and makes a valid record', unit => {
    const text = repeated(unit)
    const raw = scrape(Object.fromEntries(FIELDS.map(field => [field, text])), null)
    const journal = {name: text, volume: text, pages: text}
    const start = process.cpuUsage()
    const {record} = normalizeRaw({...raw, journal} as JsonObject)
    const {user} = process.cpuUsage(start)
    expect(canonicalRecord.safeParse(record).error?.issues ?? []).toEqual([])
    // Twenty fields of a megabyte each: quadratic time would take hours, so the bound may be generous.
    expect(user / 1e6).toBeLessThan(40)
  })
})

describe('any values', () => {
  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.string({unit: 'binary', maxLength: 60}),
    fc.string({unit: 'grapheme', maxLength: 60}),
    fc.constantFrom(...HOSTILE, '<script>alert(1)</script>', '\ud800', '\u0000', '10.5555/\ud800', 'https://\ud800'),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  ) as fc.Arbitrary<Json>

  it('come out as a valid record or a rejection, and twice is once', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...FIELDS), value),
        fc.dictionary(fc.constantFrom(...FIELDS), value),
        (outer, inner) => {
          const {record} = normalizeRaw(scrape(outer, inner) as JsonObject)
          if (record === null) return
          const text = JSON.stringify(record)
          expect(canonicalRecord.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([])
          expect(JSON.stringify(normalizeRaw(JSON.parse(text) as JsonObject).record)).toBe(text)
          expect(text).not.toMatch(/\\ud[89a-f]/)
        },
      ),
      {numRuns: 1500},
    )
  })
})

describe('markup that would run', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>x', '<img src=x onerror=alert(1)>x', '<svg/onload=alert(1)>x', '<a href="javascript:alert(1)">x</a>',
    '&lt;script&gt;alert(1)&lt;/script&gt;x', '&amp;lt;img src=x onerror=alert(1)&amp;gt;x', '<i onmouseover=alert(1)>x</i>',
    '<b><script>alert(1)</b>x', '<math><mi//xlink:href="data:x,<script>alert(1)</script>">x', '<style>@import"//e"</style>x',
    '<iframe srcdoc="<script>alert(1)</script>">x', '<i title="</i><script>alert(1)</script>">x</i>', '<<script>script>alert(1)//x',
    '<span style="background:url(javascript:alert(1))">x</span>', '<sup><img src=`x` onerror=alert(1)></sup>x',
  ] // biome-ignore format: a list

  it.each(PAYLOADS)('%s leaves nothing but inert elements in titleMarkup', payload => {
    const {record} = normalizeRaw(scrape({title: `<i>A</i> ${payload}`}, null) as JsonObject)
    const markup = record?.titleMarkup ?? ''
    const rest = markup.replace(/<\/?(?:i|b|sub|sup)>|<span style="font-variant:\s?small-caps;?">|<\/span>/g, '')
    expect(rest).not.toMatch(/[<>]/)
  })
})
