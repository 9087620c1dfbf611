import {beforeAll, describe, expect, it} from 'vitest'
import {normalizeRaw} from '../src/pipeline/normalize-raw.js'
import {loadLibraries} from '../src/pipeline/with-libraries.js'
import type {CanonicalRecord, Json} from '../src/record/canonical.js'
import {scrape} from './support/scrape.js'

beforeAll(loadLibraries)

function normalized(fields: Record<string, Json>, inner: Record<string, Json> | null = {}) {
  const {record, problems} = normalizeRaw(scrape(fields, inner))
  if (record === null) throw new Error(problems[0]?.message)
  return {record, rules: problems.filter(it => it.rule !== 'unknown-key').map(it => it.rule), problems}
}
const encoded = (fields: Record<string, Json>) => JSON.stringify(scrape(fields, null))

describe('resultStr', () => {
  it.each<[string, Json, number, string[]]>([
    ['null', null, 1, ['resultstr-missing']],
    ['empty', '', 1, ['resultstr-missing']],
    ['blank', ' \n', 1, ['resultstr-missing']],
    ['"null"', 'null', 1, ['resultstr-missing']],
    ['an empty string, encoded twice', '""', 1, ['resultstr-missing']],
    ['with a byte-order mark', `\ufeff${encoded({})}`, 2, []],
    ['nested 5,000 deep', `{"title":"x","y":${'['.repeat(5000)}${']'.repeat(5000)}}`, 1, ['resultstr-undecodable']],
    ['without a resultStr of its own', '{"doi":"10.5555/one"}', 2, []],
    ['cut off', encoded({}).slice(0, 200), 1, ['resultstr-undecodable']],
    ['not JSON', 'see {above}', 1, ['resultstr-undecodable']],
    ['a list', '[1,2]', 1, ['resultstr-undecodable']],
    ['a number', '12', 1, ['resultstr-undecodable']],
    ['of another shape', '{"title":{"en":"x"}}', 1, ['resultstr-undecodable']],
    ['an object', scrape({}, null), 2, ['wrong-type']],
    ['encoded twice', JSON.stringify(encoded({})), 2, ['resultstr-over-encoded']],
    ['encoded three times', JSON.stringify(JSON.stringify(encoded({}))), 2, ['resultstr-over-encoded']],
    ['nested', JSON.stringify(scrape({})), 3, []],
  ])('%s', (_, resultStr, encodings, rules) => {
    const result = normalized({resultStr})
    expect(result.record.provenance.encodings).toBe(encodings)
    expect(result.rules).toEqual(rules)
    expect(result.record.title).toBe('On Invented Results')
  })

  it('is followed through eight levels, and no further', () => {
    let resultStr: Json = null
    for (let level = 0; level < 12; level++) resultStr = JSON.stringify({title: `T${level}`, resultStr})
    const {record, rules} = normalized({resultStr})
    expect(record.provenance.encodings).toBe(9)
    expect(rules).toContain('resultstr-over-encoded')
  })

  it('wins field by field; null, empty and zero never conflict', () => {
    const {record, problems} = normalized(
      {publicationDate: '2020-01-31', citationCount: '3', PeriodicalIF: 2.5, JCR: 'Q1', PMCID: 'PMC12'},
      {publicationDate: '2021-02', citationCount: '', PeriodicalIF: 0, JCR: 'Q2', PMCID: null},
    )
    expect(record.issued).toBe('2021-02')
    expect(record.pmcid).toBe('PMC12')
    expect(record.metrics).toMatchObject({citationCount: 3, impactFactor: 2.5, jcrQuartile: 'Q2'})
    expect(record.provenance.conflicts).toEqual([
      {field: 'issued', record: '2020-01-31', resultStr: '2021-02'},
      {field: 'metrics', record: {jcrQuartile: 'Q1'}, resultStr: {jcrQuartile: 'Q2'}},
    ])
    expect(problems.filter(it => it.rule === 'resultstr-field-conflict').map(it => it.pointer)).toEqual([
      '/issued',
      '/metrics',
    ])
  })

  it('does not conflict where only case, punctuation or the final stop differ', () => {
    const {record} = normalized({title: 'ON INVENTED RESULTS'}, {title: 'On invented results.'})
    expect([record.title, record.provenance.conflicts, record.translations]).toEqual(['On invented results', [], []])
  })

  it('makes a title in another script or language a translation', () => {
    const han = normalized({title: '\u5173\u4e8e\u53d1\u660e\u7684\u7ed3\u679c\u3002'})
    expect(
      normalized({title: '\u5173\u4e8e\u53d1\u660e\u7684\u7ed3\u679c'}, {title: 'On Invented Results'}).record
        .translations,
    ).toEqual([{language: 'zh', title: '\u5173\u4e8e\u53d1\u660e\u7684\u7ed3\u679c', abstract: null}])
    expect(han.record.language).toBe('zh')
  })

  it('makes another title in the same language a conflict', () => {
    const {record, rules} = normalized({title: 'Some results of ours'}, {title: 'On Invented Results'})
    expect(record.provenance.conflicts).toEqual([
      {field: 'title', record: 'Some results of ours', resultStr: 'On Invented Results'},
    ])
    expect([rules.includes('resultstr-field-conflict'), record.translations]).toEqual([true, []])
  })

  it('fills translations in the order TitleCN, outer, middle; a second text in a slot is a conflict', () => {
    const cn = '\u5173\u4e8e\u53d1\u660e\u7684\u7ed3\u679c'
    const other = '\u53e6\u4e00\u4e2a\u6807\u9898\u8bf4\u660e'
    const {record} = normalized({title: other}, {title: 'On Invented Results', TitleCN: cn})
    expect(record.translations).toEqual([{language: 'zh', title: cn, abstract: null}])
    expect(record.provenance.conflicts).toEqual([
      {field: 'translations', record: {language: 'zh', title: other}, resultStr: {language: 'zh', title: cn}},
    ])
  })

  it('is another paper when its DOI differs: the outer record is used alone', () => {
    const {record, rules} = normalized({}, {doi: '10.5555/two', title: 'Another paper', PMCID: 'PMC9'})
    expect([record.doi, record.title, record.pmcid]).toEqual(['10.5555/one', 'On Invented Results', null])
    expect(rules).toEqual(['resultstr-identity-conflict'])
    expect(record.provenance.conflicts).toEqual([{field: 'doi', record: '10.5555/one', resultStr: '10.5555/two'}])
  })

  it.each<[string, Record<string, Json>, Record<string, Json>, string, string[]]>([
    [
      'only a link says so',
      {doi: null, ListUrlMain: 'https://doi.org/10.5555/a'},
      {doi: '10.5555/b', ListUrlMain: ''},
      '10.5555/a',
      ['resultstr-identity-conflict'],
    ],
    [
      'both link to it',
      {doi: '10.5555/a', ListUrlMain: 'https://doi.org/10.5555/b'},
      {doi: ''},
      '10.5555/a',
      ['doi-url-mismatch'],
    ],
  ])('is another paper, or not, where %s', (_, outer, inner, doi, rules) => {
    const result = normalized(outer, inner)
    expect([result.record.doi, result.rules]).toEqual([doi, rules])
  })

  it('is another paper when it is so for a middle encoding', () => {
    const inner = JSON.stringify(scrape({doi: '10.5555/a'}, {doi: '10.5555/b'}))
    const {record, rules} = normalized({doi: '', resultStr: inner})
    expect([record.doi, rules]).toEqual([null, ['resultstr-identity-conflict']])
  })

  it('leaves the markup of a title that it has plain', () => {
    const {record} = normalized({title: 'On <i>invented</i> results'}, {title: 'On invented results'})
    expect([record.titleMarkup, record.provenance.conflicts]).toEqual(['On <i>invented</i> results', []])
  })

  it('with an English TitleCN does not push the Chinese title out', () => {
    const cn = '\u5173\u4e8e\u53d1\u660e\u7684\u7ed3\u679c'
    const {record} = normalized({title: cn}, {title: 'On Invented Results', TitleCN: 'On results that were made up'})
    expect(record.translations).toEqual([{language: 'zh', title: cn, abstract: null}])
    expect(record.provenance.conflicts.map(it => it.field)).toEqual(['title'])
  })

  it('conflicts on the ids of the source', () => {
    const {record} = normalized({PeriodicalId: 1}, {PeriodicalId: 2})
    expect(record.provenance).toMatchObject({
      sourceIds: {periodicalId: '2'},
      conflicts: [{field: 'provenance', record: {periodicalId: '1'}, resultStr: {periodicalId: '2'}}],
    })
  })

  it('is the same paper when its DOI is only written otherwise', () => {
    const {record} = normalized({}, {doi: 'https://doi.org/10.5555/ONE'})
    expect([record.doi, record.provenance.conflicts]).toEqual(['10.5555/one', []])
  })
})

describe('raw values', () => {
  it.each<[string, Record<string, Json>, (record: CanonicalRecord) => unknown, unknown]>([
    ['a number in a string', {PeriodicalIF: '1.7000'}, it => it.metrics.impactFactor, 1.7],
    ['a zero that counts', {citationCount: 0}, it => it.metrics.citationCount, 0],
    [
      'a zero that cannot be',
      {PeriodicalIF: 0, RegionNum: '0'},
      it => [it.metrics.impactFactor, it.metrics.casZone],
      [null, null],
    ],
    ['a boolean in a string', {isOpenAccess: 'true'}, it => it.openAccess.isOpen, true],
    [
      'a list of names',
      {authors: ['Ada Doe', 'Bo Roe']},
      it => it.authors.map(author => author.family),
      ['Doe', 'Roe'],
    ],
    ['names as objects', {authors: [{name: 'Ada Doe', authorId: '7'}]}, it => it.authors[0]?.authorId, '7'],
    [
      'a journal as a string',
      {journal: 'Nature of Inventions', PeriodicalName: null},
      it => it.containerTitle,
      'Nature of Inventions',
    ],
    ['no journal', {journal: null}, it => it.containerTitle, 'Journal of Invented Results'],
    [
      'a PDF as an object',
      {openAccessPdf: {url: 'https://example.org/a.pdf', status: 'GOLD'}},
      it => it.openAccess,
      {isOpen: false, pdfUrl: 'https://example.org/a.pdf', status: 'GOLD', license: null},
    ],
    [
      'ids of the source',
      {PeriodicalId: 38486, FirstCategoryId: '1085'},
      it => it.provenance.sourceIds,
      {periodicalId: '38486', firstCategoryId: '1085'},
    ],
    [
      'empty lists and objects',
      {title: 'On', PMCID: [], journal: [], openAccessPdf: {}, JCR: {}},
      it => [it.pmcid, it.metrics.jcrQuartile],
      [null, null],
    ],
    ['a list of one', {title: ['On Lists']}, it => it.title, 'On Lists'],
    [
      'markup in pages',
      {journal: {name: 'J', volume: '12&#160;5', pages: '<i>1-2</i>'}},
      it => [it.volume, it.issue, it.pages],
      ['12', '5', '1-2'],
    ],
  ])('%s is read', (_, fields, pick, value) => {
    expect(pick(normalized(fields).record)).toEqual(value)
  })

  it('beyond what a double holds are dropped, and told', () => {
    const raw = JSON.parse(
      JSON.stringify(scrape({}, null)).replace('"citationCount":"0"', `"citationCount":${'9'.repeat(400)}`),
    ) as Record<string, Json>
    const {record, problems} = normalizeRaw(raw)
    expect(record?.metrics.citationCount).toBeNull()
    expect(problems.some(it => it.pointer === '/metrics/citationCount')).toBe(true)
  })

  it('of a shape that cannot be read reject the record, and say which key', () => {
    const {record, problems} = normalizeRaw(scrape({title: {en: 'x'}}))
    expect(record).toBeNull()
    expect(problems[0]).toMatchObject({
      rule: 'dialect-mismatch',
      message: 'Unexpected object in "title", expected a string, a number or null',
    })
    expect(normalizeRaw(scrape({journal: {name: ['x']}})).problems[0]?.message).toContain('"journal.name"')
  })

  it('under keys that the dialect does not know stay in sight', () => {
    const raw = {...scrape(), novelty: 'yes', __proto__x: 1, constructor: 'c'}
    const {record, problems} = normalizeRaw(raw)
    expect(record?.doi).toBe('10.5555/one')
    expect(problems.filter(it => it.rule === 'unknown-key').map(it => it.value)).toEqual(['yes', 1, 'c'])
  })

  it('under __proto__ change nothing but a finding', () => {
    const raw = JSON.parse(JSON.stringify(scrape()).replace('{', '{"__proto__":{"title":"Owned"},')) as Record<
      string,
      Json
    >
    const {record, problems} = normalizeRaw(raw)
    expect(record?.title).toBe('On Invented Results')
    expect(problems.some(it => it.rule === 'unknown-key')).toBe(true)
    expect(({} as Record<string, unknown>).title).toBeUndefined()
  })
})
