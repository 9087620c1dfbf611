import {readFileSync} from 'node:fs'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {describe, expect, it} from 'vitest'
import type {Broken, Frame} from '../src/framing/frame.js'
import type {JsonObject} from '../src/record/decoded.js'
import {frame, line, newFramer, outline, record} from './support/framing.js'

const [A, B, C] = [line('a'), line('b'), line('c')]
const pretty = (value: unknown, indent: number | string = 2) => JSON.stringify(value, null, indent)
const wrapped = (value: JsonObject) => ({contexts: [], citedPaper: value})

describe('records are found in every form of input', () => {
  it.each<[form: string, text: string, outline: string]>([
    ['nothing', '', ''],
    ['blank lines', '\n \n\r\n', ''],
    ['text without a record', 'hello {world}\n[12]\n', ''],
    ['NDJSON', `${A}\n${B}\n${C}\n`, 'a b c'],
    ['NDJSON without a line feed at the end', `${A}\n${B}`, 'a b'],
    ['NDJSON with CRLF', `${A}\r\n${B}\r\n\r\n${C}\r\n`, 'a b c'],
    ['NDJSON with blank and indented lines', `\n\n  ${A}\n\n\t${B}  \n`, 'a b'],
    ['a JSON text sequence', `\u001e${A}\n\u001e${B}\n`, 'a b'],
    ['one record', A, 'a'],
    ['one record, pretty-printed', pretty(record('a')), 'a'],
    ['pretty-printed records, one after the other', `${pretty(record('a'))}\n${pretty(record('b'), '\t')}`, 'a b'],
    ['an array', `[${A},${B}]`, 'a b'],
    ['an array with a record on each line', `[\n${A},\n${B}\n]\n`, 'a b'],
    ['an array with leading commas', `[ ${A}\n, ${B}\n]\n`, 'a b'],
    ['a pretty-printed array', pretty([record('a'), record('b')]), 'a b'],
    ['an array in an array', `[[${A}],[${B},${C}]]`, 'a b c'],
    ['a batch array with nulls', `[null,${A},null,null,${B},null]`, 'a b'],
    ['a pretty-printed batch array with nulls', pretty([null, record('a'), null, record('b'), null]), 'a b'],
    ['NDJSON with commas and nulls', `${A},\nnull,\n${B},\nnull\n`, 'a b'],
    ['concatenated records', `${A}${B} ${C}`, 'a b c'],
    ['concatenated arrays', `[${A}][${B}]\n[]${C}`, 'a b c'],
    ['a Graph API body', `{"total":2,"offset":0,"next":2,"data":[${A},${B}]}`, 'a b'],
    ['a body with keys behind its list', `{"data":[${A},${B}],"next":{"a":[1,{"b":2}]},"token":null}\n${C}`, 'a b c'],
    ['a body whose list is empty', '{"total":0,"data":[],"token":null}', ''],
    ['a body of nulls', '{"data":[null,null]}', ''],
    ['bodies line by line', `{"data":[${A}]}\n{"data":[${B}]}\n`, 'a b'],
    ['a pretty-printed body', pretty({total: 1, data: [record('a'), record('b')], next: {a: 1}}), 'a b'],
    ['a body with foreign keys before its list', `{"mine":1,"data":[${A},${B}],"more":{"x":1}}\n${C}`, 'a b c'],
    ['a pretty-printed body with foreign keys', pretty({mine: {a: 1}, data: [record('a')], more: [{}]}), 'a'],
    ['results (OpenAlex)', `{"meta":{"count":1},"results":[${A},${B}],"group_by":[]}`, 'a b'],
    ['recommendedPapers', `{"recommendedPapers":[${A},${B}]}`, 'a b'],
    [
      'message.items (Crossref)',
      `{"status":"ok","message-type":"work-list","message":{"facets":{},"items":[${A},${B}],"query":{"q":null}}}\n${C}`,
      'a b c',
    ],
    ['message (Crossref)', `{"status":"ok","message":${A}}`, 'message:a'],
    ['resultList.result', `{"hitCount":2,"request":{},"resultList":{"result":[${A},${B}]}}\n${C}`, 'a b c'],
    ['citedPaper', pretty({data: [wrapped(record('a')), wrapped(record('b'))]}), 'citedPaper:a citedPaper:b'],
    ['two lists in a body', `{"data":[${A}],"recommendedPapers":[${B}],"next":1}\n${C}`, 'a b c'],
    ['an array of bodies', `[{"data":[${A}]},{"data":[${B}]}]`, 'a b'],
    ['lines of citenorm frame', `{"file":"x","line":1,"offset":0,"record":${A}}\n`, 'record:a'],
    ['a record with keys of a body', `{"data":["x"],"title":"a","authors":"b","results":[]}\n${B}`, 'a b'],
    ['a page', `Ada Doe, Bo Li\n${A}\na\nAbout a.\n`, 'a'],
    ['records in the middle of lines', `first ${A} then ${B}, last`, 'a b'],
  ])('%s', (_form, text, expected) => {
    expect(outline(frame(text))).toBe(expected)
    expect(frame(text, {sizes: [1]})).toEqual(frame(text))
  })

  it.each<[file: string, outline: string]>([
    ['author-line-that-disagrees', 'Paper A|Paper B|Paper C'],
    ['cut-between-tokens', 'Paper A|frame-broken|Paper B|Paper C'],
    ['cut-in-a-string', 'Paper A|frame-broken|Paper B'],
    [
      'everything-at-once',
      'Paper A|Paper B|Paper D|Paper E|citedPaper:Paper F|citedPaper:Paper G|Paper H|Paper I|frame-broken|Paper J|Paper K|Paper L|dialect-unknown|Paper C',
    ],
    ['head-cut-off', 'frame-broken|Paper A|Paper B'],
    ['nan', 'Paper A|frame-broken|Paper B'],
    ['raw-line-feed', 'Paper A|frame-broken|Paper B'],
    ['single-quotes', 'Paper A|frame-broken|Paper B'],
    ['stray-braces', 'Paper A|Paper B'],
    ['tail-cut-off', 'Paper A|Paper B|frame-broken'],
    ['trailing-comma', 'Paper A|frame-broken|Paper B'],
    ['two-cut-in-a-row', 'Paper A|frame-broken|frame-broken|Paper B'],
    ['unescaped-quotes', 'Paper A|frame-broken|Paper B'],
    ['unknown-objects', 'Paper A|dialect-unknown|Paper B|dialect-unknown|Paper C'],
  ])('fixtures/framing/%s.txt', (file, expected) => {
    const bytes = readFileSync(`fixtures/framing/${file}.txt`)
    const found = frame(bytes)
    expect(found.map(it => outline([it])).join('|')).toBe(expected)
    expect(frame(bytes, {sizes: [1, 7, 64]})).toEqual(found)
  })

  it('gives the place, the value and the text of a record', () => {
    const text = `p\u00e4ge\n[${A},\n  ${pretty(record('b'))}]`
    const bytes = new TextEncoder().encode(text)
    const [a, b] = frame(text) as Frame[]
    expect(a).toMatchObject({line: 2, offset: 7, text: A, value: record('a'), badBytes: false})
    expect(b).toMatchObject({line: 3, offset: bytes.length - 1 - (b?.text.length ?? 0), text: pretty(record('b'))})
  })

  it('reads bytes that are no UTF-8 as U+FFFD and says so, but not where the input says U+FFFD itself', () => {
    const bytes = new TextEncoder().encode(`${line('x\ufffdx')}\n${line('y_\ufffdy')}\n`)
    bytes[bytes.indexOf('_'.charCodeAt(0))] = 0xff
    expect(frame(bytes).map(it => it.kind === 'frame' && [it.value.title, it.badBytes])).toEqual([
      ['x\ufffdx', false],
      ['y\ufffd\ufffdy', true],
    ])
  })

  it('keeps __proto__ and constructor as keys', () => {
    const text = '{"__proto__":{"title":1},"constructor":{"prototype":null},"title":"a","authors":"b"}'
    const [found] = frame(text) as Frame[]
    expect(Object.keys(found?.value ?? {})).toEqual(['__proto__', 'constructor', 'title', 'authors'])
    expect(outline(frame('{"__proto__":{"title":"a","authors":"b"}}'))).toBe('dialect-unknown')
    expect({}).not.toHaveProperty('title')
  })
})

describe('an object that no dialect claims', () => {
  it.each<[where: string, text: string, outline: string]>([
    ['alone on its line', `${A}\n{"x":1}\n${B}`, 'a dialect-unknown b'],
    ['alone on its lines', `${A}\n${pretty({x: {y: 1}})}\n${B}`, 'a dialect-unknown b'],
    ['empty, alone on its line', `${A}\n{}\n${B}`, 'a dialect-unknown b'],
    ['as an element', `[${A},{"x":1},${B}]`, 'a dialect-unknown b'],
    ['as every element', '[{"x":1},{"y":{"z":1}}]', 'dialect-unknown dialect-unknown'],
    ['as an element of a body', `{"data":[{"x":1},${A}]}`, 'dialect-unknown a'],
    ['in the middle of a line', `${A}\ntext {"x":1}\n{"x":1} text\n${B}`, 'a b'],
    ['JSON-LD', `{"@context":"x"}\n${A}\n[{"@context":"x"}]\n${pretty({'@context': 'x', a: {b: 1}})}\n${B}`, 'a b'],
  ])('%s', (_where, text, expected) => {
    expect(outline(frame(text))).toBe(expected)
  })

  it('is told by its keys', () => {
    const [found] = frame('{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}') as Broken[]
    expect(found?.message).toBe(
      'Unexpected object with "a", "b", "c", "d", "e" \u2026, expected a record of a known dialect',
    )
  })
})

describe('page text', () => {
  const around = (text: string) =>
    frame(text).map(it => (it.kind === 'frame' ? [it.value.title, it.before, it.after] : [it.rule, it.raw]))

  it('belongs to the record before it, its last line to the record behind when it equals its authors', () => {
    expect(around(`Ada Doe, Bo Li\n${A}\nA title\n\nAbout.\n\n\nAda  Doe, BO Li \n\n${B}\nEnd\n`)).toEqual([
      ['a', 'Ada Doe, Bo Li', 'A title\n\nAbout.'],
      ['b', 'Ada  Doe, BO Li', 'End'],
    ])
  })

  it('has an author line that disagrees when half of its names are there', () => {
    expect(around(`${A}\nText\nAda Doe, Cy Poe\n${B}\n`)).toEqual([
      ['a', null, 'Text'],
      ['b', 'Ada Doe, Cy Poe', null],
    ])
    expect(around(`${A}\nText\nDee Roe, Cy Poe\n${B}\n`)[0]).toEqual(['a', null, 'Text\nDee Roe, Cy Poe'])
  })

  it('above the first record has nobody else to belong to', () => {
    expect(around(`Heading\nDee Roe\n${A}`)).toEqual([['a', 'Dee Roe', null]])
  })

  it('keeps the author line of a broken record out of the text of the record before', () => {
    const broken = line('x', {doi: 1}).replace('"doi":1', '"doi":NaN')
    expect(around(`${A}\nText of a\nAda Doe, Bo Li\n${broken}\nText of x\nAda Doe, Bo Li\n${B}\n`)).toEqual([
      ['a', null, 'Text of a'],
      ['frame-broken', `${broken}\nText of x`],
      ['b', 'Ada Doe, Bo Li', null],
    ])
  })

  it('is not what wraps records', () => {
    const texts = [
      `[\n${A},\n${B}\n]\n`,
      `{"data":[${A},${B}],"next":{"a":["x"]}}`,
      pretty({total: 9, data: [record('a'), record('b')], next: {a: 'long '.repeat(100), b: ['x', {}]}}),
      `[${A}, null, ${B}, null]`,
      `{"data":[${A},${B},null],"x":[{"y":"]"}]}`,
    ]
    for (const text of texts) {
      expect(around(text)).toEqual([
        ['a', null, null],
        ['b', null, null],
      ])
    }
  })

  it('is held up to 1 MiB for a record, its beginning and its end', () => {
    const text = `${A}\nTITLE\n${'x'.repeat(3 << 20)}\nlast\nAda Doe, Bo Li\n${B}\n`
    const [a, b] = frame(text, {sizes: [65536]}) as Frame[]
    expect(a?.after).toMatch(/^TITLE\nx+\nx+\nlast$/)
    expect(a?.after?.length).toBeLessThanOrEqual(1 << 20)
    expect(b?.before).toBe('Ada Doe, Bo Li')
  })

  it('is cut between characters', () => {
    const [a] = frame(`${A}\n${'\u6587\u{1f600}'.repeat(1 << 18)}`, {sizes: [1000, 1]}) as Frame[]
    expect(a?.after).toMatch(/^[\u6587\u{1f600}]+\n[\u6587\u{1f600}]+$/u)
  })

  it('takes no more memory for 20 MB than for 2', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = () => {
      collect()
      return process.memoryUsage().arrayBuffers
    }
    const framer = newFramer()
    const text = new TextEncoder().encode(`Page text, {stray} or "not".\n`.repeat(2000))
    const before = held()
    framer.push(new TextEncoder().encode(`${A}\n`))
    for (let turn = 0; turn < 350; turn++) framer.push(text.slice())
    expect(held() - before).toBeLessThan(3 << 20)
    expect(outline(framer.end())).toBe('a')
  })
})
