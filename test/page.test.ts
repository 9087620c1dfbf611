import {readFileSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {isRecordKey} from '../src/dialects/index.js'
import {formatOf} from '../src/formats/index.js'
import {Framer} from '../src/framing/framer.js'
import {type Converted, convert} from '../src/pipeline/convert.js'
import {authorLineOf, rawRecordOf} from '../src/pipeline/raw-record.js'
import {loadLibraries} from '../src/pipeline/with-libraries.js'
import type {CanonicalRecord} from '../src/record/canonical.js'
import {scrapeLine} from './support/scrape.js'

beforeAll(loadLibraries)

const HEADING = '\u671f\u520a\u4ecb\u7ecd:'
const ABSTRACT = 'We invent results. They are long enough to be an abstract of their own.'

function read(dump: string): {records: CanonicalRecord[]} & Converted {
  const format = formatOf('ndjson')
  if (!format) throw new Error('no ndjson')
  const framer = new Framer({
    maxRecordBytes: 1 << 24,
    claims: value => rawRecordOf(value, null) !== null,
    knowsKey: isRecordKey,
    authorLine: value => authorLineOf(value, null),
  })
  const frames = [...framer.push(new TextEncoder().encode(dump)), ...framer.end()]
  const converted = convert(frames, {file: 'dump', format, dialect: null, locate: false})
  return {...converted, records: converted.texts.map(text => JSON.parse(text) as CanonicalRecord)}
}
const mismatches = ({findings}: Converted) =>
  findings.filter(it => it.rule === 'page-text-mismatch').map(it => it.pointer)
const page = (fields: {authors?: string; title?: string; abstract?: string; description?: string; doi?: string} = {}) =>
  [
    fields.authors ?? 'Ada Doe, Bo van der Berg',
    scrapeLine({abstract: `<p>${ABSTRACT}</p>`, doi: fields.doi ?? '10.5555/one'}),
    fields.title ?? 'On Invented Results.',
    fields.abstract ?? ABSTRACT,
    HEADING,
    fields.description ?? 'The journal of all that never was.',
  ].join('\n')

describe('page text', () => {
  it('gives the journal its description, and agrees', () => {
    const result = read(page())
    expect(result.records[0]?.containerDescription).toBe('The journal of all that never was.')
    expect(mismatches(result)).toEqual([])
  })

  it('goes with its record in a file of many pages', () => {
    const result = read(
      `${page({doi: '10.5555/1', description: 'First.'})}\n${page({doi: '10.5555/2', description: 'Second.'})}\n\n${page({doi: '10.5555/3', description: 'Third.'})}\n`,
    )
    expect(result.records.map(it => [it.doi, it.containerDescription])).toEqual([
      ['10.5555/1', 'First.'],
      ['10.5555/2', 'Second.'],
      ['10.5555/3', 'Third.'],
    ])
    expect(mismatches(result)).toEqual([])
  })

  it.each([
    ['an author line', {authors: 'Ada Doe, Somebody Else'}, '/authors'],
    ['a title', {title: 'On something else'}, '/title'],
    ['an abstract', {abstract: 'Another text that is no part of the record.'}, '/abstract'],
  ])('%s that disagrees is a finding', (_, fields, pointer) => {
    expect(mismatches(read(page(fields)))).toEqual([pointer])
  })

  it('agrees where the record has character references, lists of names, or boilerplate', () => {
    const dump = (authors: unknown, abstract: string, doi: string) =>
      [
        'J\u00fcrgen Roe, Ada Doe',
        JSON.stringify({...(JSON.parse(scrapeLine({abstract, doi}, null)) as object), authors}),
        'On Invented Results',
        'Abstract: One two three. \u00a9 2016 AACR.',
        HEADING,
        'One.',
      ].join('\n')
    const abstract = 'Abstract: One two three. \u00a9 2016 AACR.'
    const result = read(
      `${dump('J&uuml;rgen Roe, Ada Doe', abstract, '10.5555/1')}\n${dump(['J\u00fcrgen Roe', 'Ada Doe'], abstract, '10.5555/2')}\n${dump('J&#252;rgen Roe, Ada Doe', abstract, '10.5555/3')}`,
    )
    expect(result.records.map(it => it.containerDescription)).toEqual(['One.', 'One.', 'One.'])
    expect(mismatches(result)).toEqual([])
  })

  it('that is no page costs nothing', () => {
    const result = read(`log line {1} [12]\n${scrapeLine()}\nanother line {"@type": "x"}\n`)
    expect([result.records.length, result.rejects.length, mismatches(result)]).toEqual([1, 0, []])
  })

  it('of several paragraphs keeps them', () => {
    const result = read(page({description: 'One paragraph.\nAnother one.'}))
    expect(result.records[0]?.containerDescription).toBe('One paragraph.\n\nAnother one.')
  })
})

describe('the seed', () => {
  const result = () => read(readFileSync('fixtures/seed.txt', 'utf8'))

  it('comes out right', () => {
    const [record] = result().records
    expect(record).toMatchObject({
      id: 'doi:10.14444/8756',
      type: 'article-journal',
      title:
        'Opioid-Induced Hyperalgesia and Inflammaging in the Management of Spine Pain: The Case for Genetically Directed Dopamine Homeostasis',
      titleMarkup: null,
      language: 'en',
      issued: '2025-07-11',
      issuedOnline: null,
      containerTitle: 'International Journal of Spine Surgery',
      volume: null,
      issue: null,
      pages: null,
      doi: '10.14444/8756',
      url: 'https://doi.org/10.14444/8756',
      openAccess: {isOpen: false, pdfUrl: null, status: null, license: null},
      metrics: {
        citationCount: 0,
        impactFactor: 1.7,
        jcrQuartile: 'Q2',
        jcrCategory: 'SURGERY',
        casZone: null,
        casCategory: null,
      },
      provenance: {
        dialect: 's2-scrape',
        platform: 'Semanticscholar',
        encodings: 2,
        conflicts: [],
        sourceIds: {periodicalId: '38486', firstCategoryId: '1085'},
        source: null,
      },
    })
    expect(record?.authors.map(author => [author.given, author.family])).toEqual([
      ['Kai-Uwe', 'Lewandrowski'],
      ['Rossano Kepler Alvim', 'Fiorelli'],
      ['Sergio', 'Schmidt'],
      ['Alireza', 'Sharafshah'],
      ['David', 'Baron'],
      ['Mark S', 'Gold'],
      ['Panayotis K', 'Thanos'],
      ['Igor', 'Elman'],
      ['Debasis', 'Bagchi'],
      ['Abdalla', 'Bowirrat'],
      ['Albert', 'Pinhasov'],
      ['Morgan P', 'Lorio'],
      ['Kenneth', 'Blum'],
    ])
    expect(record?.abstractSections.map(section => section.label)).toEqual([
      'Background',
      'Methods',
      'Results',
      'Conclusions',
    ])
    expect(record?.abstract?.split('\n\n').map(paragraph => paragraph.split(' ', 1)[0])).toEqual([
      'Background:',
      'Methods:',
      'Results:',
      'Conclusions:',
    ])
    expect(record?.translations.map(it => [it.language, it.title?.slice(0, 4), it.abstract])).toEqual([
      ['zh', '\u963f\u7247\u7c7b\u836f', null],
    ])
    expect(record?.containerDescription).toMatch(
      /^The International Journal of Spine Surgery is the official .* spinal procedures\.$/,
    )
  })

  it('has no error and no warning', () => {
    expect(result().findings.filter(it => it.severity !== 'info')).toEqual([])
  })
})
