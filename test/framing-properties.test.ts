import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Framed} from '../src/framing/frame.js'
import type {Json} from '../src/record/canonical.js'
import type {JsonObject} from '../src/record/decoded.js'
import {frame, line, outline} from './support/framing.js'

const RUNS = {numRuns: 300}
const encode = (text: string) => new TextEncoder().encode(text)

const text = fc.string({
  unit: fc.constantFrom(...'ab {}[]",:\\/\u00e9\u6587\u{1f600}\u0000\n\ud800'.split('')),
  maxLength: 12,
})
const record: fc.Arbitrary<JsonObject> = fc
  .record({
    title: fc.oneof(text, fc.string({unit: 'binary'})),
    authors: fc.constantFrom('Ada Doe, Bo Li', '\u738b\u5c0f\u660e', ''),
    more: fc.jsonValue({maxDepth: 3}) as fc.Arbitrary<Json>,
  })
  .map(({more, ...rest}) => (more === null ? rest : {...rest, more}))
const layout = fc.constantFrom<(string | number)[]>(0, 1, 2, '\t')
const styled = fc.tuple(record, layout).map(([value, indent]) => JSON.stringify(value, null, indent))

/** What dumps are made of, and what breaks them. */
const piece = fc.oneof(
  {weight: 4, arbitrary: styled},
  {weight: 2, arbitrary: fc.constantFrom('\n', '\r\n', ' ', ',', '\n\n', '[', ']', 'null', '{', '}', '"')},
  {weight: 1, arbitrary: fc.tuple(styled, fc.nat()).map(([whole, at]) => whole.slice(0, at % whole.length))},
  {weight: 1, arbitrary: fc.tuple(styled, fc.nat()).map(([whole, at]) => whole.slice(at % whole.length))},
  {weight: 1, arbitrary: fc.constantFrom('NaN', "{'a': 1}", '{"x":1}', '{"@context":"x"}', '{}', '{"a":{"b":[{}]}}')},
  {
    weight: 1,
    arbitrary: fc.constantFrom('{"total":1,"data":[', '],"next":1}', '{"message":{"items":[', '{"y":1,"data":['),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Ada Doe, Bo Li',
      '\u671f\u520a\u4ecb\u7ecd:\nText',
      'text {x} [12]',
      '\u738b\u5c0f\u660e',
    ),
  },
  {weight: 1, arbitrary: text},
)
const dump = fc.array(piece, {maxLength: 12}).map(pieces => pieces.join(''))
const tokens = '{ } [ ] " : , \\ null 1 "title" "title":"x" "authors":"y" {"title":"x","authors":"y"} "data":[ x'.split(
  ' ',
)
const soup = fc
  .array(fc.constantFrom(...tokens, '\n', ' ', '\u0000', '\u6587', '\u001e'), {maxLength: 40})
  .map(parts => parts.join(''))
const sizes = fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 5})

describe('whatever comes in', () => {
  it.each([
    ['dumps', dump],
    ['tokens', soup],
  ])('the pieces that %s come in make no difference', (_what, input) => {
    fc.assert(
      fc.property(input, sizes, fc.constantFrom(1 << 24, 40), (given, pieces, maxRecordBytes) => {
        const whole = frame(given, {maxRecordBytes})
        expect(frame(given, {sizes: pieces, maxRecordBytes})).toEqual(whole)
        expect(frame(given, {sizes: [1], maxRecordBytes})).toEqual(whole)
      }),
      {numRuns: 500},
    )
  })

  it('nor above the lengths at which text is taken in pieces, waited for or let go', () => {
    const long = (length: number) => 'Text {x} "y": {"z" '.repeat(length / 19)
    const parts = [
      `${line('a')}\n${long(5000)}\n${line('b', {x: 'y'.repeat(300_000)})} ${' '.repeat(300_000)}!\n`,
      `{"x":1}${' '.repeat(300_000)}!\n${long(1_400_000)}"v":1}\n"Total":0}\nAda Doe, Bo Li\n${line('c')},\n`,
      `[${line('d')}${',null'.repeat(2000)},${line('e').slice(0, 60)}\n${line('f', {x: [[long(3000)]]})}]\n${long(9000)}`,
    ]
    const given = encode(parts.join(''))
    const whole = frame(given)
    expect(outline(whole)).toBe('a b dialect-unknown frame-broken c d frame-broken f')
    for (const size of [1 << 20, 65536, 4097, 512]) expect(frame(given, {sizes: [size]})).toEqual(whole)
  })

  it('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), sizes, (bytes, pieces) => {
        expect(frame(bytes, {sizes: pieces})).toEqual(frame(bytes))
      }),
      RUNS,
    )
  })

  it.each([
    ['dumps', dump],
    ['tokens', soup],
  ])('the places and texts in %s are those of the input, one behind the other', (_what, input) => {
    fc.assert(
      fc.property(input, given => {
        const bytes = encode(given)
        let at = 0
        for (const found of frame(given)) {
          const own = found.kind === 'frame' ? found.text : found.raw
          expect(found.offset).toBeGreaterThanOrEqual(at)
          at = found.offset + encode(own).length
          expect(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes.slice(found.offset, at))).toBe(own)
          expect(found.line).toBe(bytes.slice(0, found.offset).filter(byte => byte === 10).length + 1)
          if (found.kind === 'frame') expect(found.value).toEqual(JSON.parse(own))
        }
      }),
      {numRuns: 500},
    )
  })
})

describe('records without fault', () => {
  const separators = fc.constantFrom('\n', '\r\n', '\n\n', '', ' ')
  const values = (found: readonly Framed[]) => found.map(it => (it.kind === 'frame' ? it.value : it))

  it('come out as JSON.parse reads them, one after the other', () => {
    fc.assert(
      fc.property(fc.array(styled, {maxLength: 6}), separators, sizes, (texts, separator, pieces) => {
        const found = frame(texts.join(separator), {sizes: pieces})
        expect(values(found)).toEqual(texts.map(it => JSON.parse(it)))
        expect(found.map(it => it.kind === 'frame' && it.text)).toEqual(texts)
      }),
      RUNS,
    )
  })

  it('come out of an array and a body as JSON.parse reads them', () => {
    const wraps = fc.constantFrom<((list: unknown) => unknown)[]>(
      list => list,
      list => ({total: 1, data: list, next: {a: [1]}}),
      list => ({mine: {a: 1}, results: list, more: ['x']}),
      list => ({status: 'ok', message: {facets: {}, items: list, query: {a: {}}}, version: 1}),
    )
    const list = fc.array(fc.option(record, {freq: 4}), {maxLength: 6})
    fc.assert(
      fc.property(list, wraps, layout, sizes, (items, wrap, indent, pieces) => {
        const found = frame(`${JSON.stringify(wrap(items), null, indent)}\n${line('last')}`, {sizes: pieces})
        const expected = items.filter(item => item !== null).map(item => JSON.parse(JSON.stringify(item)))
        expect(values(found.slice(0, -1))).toEqual(expected)
        expect(outline(found.slice(-1))).toBe('last')
        for (const it of found) if (it.kind === 'frame') expect([it.before, it.after]).toEqual([null, null])
      }),
      RUNS,
    )
  })
})

describe('faults in a record of a file of lines', () => {
  const compact = record.map(value => JSON.stringify(value))
  const lines = fc.array(compact, {minLength: 2, maxLength: 5})
  const rawOf = (found: readonly Framed[]) => found.flatMap(it => (it.kind === 'frame' ? [it.text] : []))

  it('a byte that changes or goes costs that record at most', () => {
    const byte = fc.option(fc.integer({min: 0, max: 255}))
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), byte, (texts, which, where, value) => {
        const index = which % texts.length
        const bytes = [...encode(texts[index] ?? '')]
        bytes.splice(where % bytes.length, 1, ...(value === null ? [] : [value]))
        const parts = texts.map((it, place) => (place === index ? Uint8Array.from(bytes) : encode(it)))
        const found = rawOf(frame(Uint8Array.from(parts.flatMap(part => [...part, 10]))))
        const before = texts.slice(0, index)
        const behind = texts.slice(index + 1)
        expect(found.slice(0, before.length)).toEqual(before)
        expect(found.slice(found.length - behind.length)).toEqual(behind)
      }),
      {numRuns: 600},
    )
  })

  it('a file that is cut anywhere gives all records before the cut, and one reject at most', () => {
    const forms = fc.constantFrom<((texts: readonly string[]) => string)[]>(
      texts => texts.join('\n'),
      texts => `[${texts.join(',')}]`,
      texts => `{"total":1,"data":[\n${texts.join(',\n')}\n],"next":1}`,
      texts => texts.join(''),
    )
    fc.assert(
      fc.property(fc.array(styled, {minLength: 1, maxLength: 4}), forms, fc.nat(), (texts, form, where) => {
        const bytes = encode(form(texts))
        const cut = where % (bytes.length + 1)
        const whole = frame(bytes)
        const found = frame(bytes.slice(0, cut))
        const before = whole.filter(it => it.kind === 'frame' && it.offset + encode(it.text).length <= cut)
        expect(rawOf(found)).toEqual(rawOf(before))
        expect(found.length - before.length).toBeLessThanOrEqual(1)
      }),
      {numRuns: 400},
    )
  })
})

describe('time grows no faster than the input', () => {
  const n = 100_000
  it.each<[what: string, input: string]>([
    ['open objects', '{"a":'.repeat(n)],
    ['open objects on lines', '{"a":\n'.repeat(n)],
    ['open keys', '{"'.repeat(n)],
    ['open objects and strings', '{"a":"{"'.repeat(n)],
    ['open objects after strings that look like one', '{"a":"{",'.repeat(n)],
    ['open arrays', '['.repeat(n)],
    ['open objects in arrays', '{"a":[1,'.repeat(n)],
    ['braces', '{'.repeat(n)],
    ['braces on lines', '\n{'.repeat(n)],
    ['open bodies', '{"data":['.repeat(n)],
    ['open bodies with foreign keys', '{"a":1,"data":['.repeat(n)],
    ['unknown objects on lines', '{"a":1}\n'.repeat(n)],
    ['unknown objects on a line', '{"a":1} '.repeat(n)],
    ['objects that are not closed', '{"a":{}\n'.repeat(n)],
    ['small objects in an array', `[\n${'{"a":1},\n'.repeat(n)}{}]`],
    ['small objects in an object', `{"a":[\n${'{"a":1},\n'.repeat(n)}{}]}`],
    ['small objects in a broken object', `{"a":[\n${'{"a":1},\n'.repeat(n)}{}!`],
    ['records on a line', `[${'{"title":"x","authors":"y"},'.repeat(n / 4)}]`],
    ['records in records', `${'{"title":"x","authors":['.repeat(n / 4)}{"title":"x","authors":"y"}`],
    ['nulls', `[{"title":"x","authors":"y"}${',null'.repeat(n)}]`],
    ['escapes', '{"a":"\\'.repeat(n)],
    ['blanks behind an object', `{"a":1}${' '.repeat(n)}`],
    ['deep objects around a long string', `${'{"a":'.repeat(60)}"${'x'.repeat(5 * n)}"!`],
    ['ends of records on lines', '"a":1}\n'.repeat(n)],
    ['ends of records on a line', '"a":1,"b":"x"},'.repeat(n)],
    ['members on lines', '"a":1,\n'.repeat(n)],
    ['quotes and colons', `${'":"'.repeat(n)}}\n{`],
    ['escaped quotes behind a key', `"a":"${'\\"'.repeat(n)}}\n{`],
    ['blanks in page text', `${' \t'.repeat(n)}}\n{"title":"x","authors":"y"}`],
    ['words in page text', `${'ab, '.repeat(n)}\n{"title":"x","authors":"y"}`],
  ])('%s', (_what, input) => {
    const start = performance.now()
    frame(input, {sizes: [65536]})
    // Far above what a slow machine takes, far below what a quadratic way would.
    expect(performance.now() - start).toBeLessThan(8000)
  })

  it('a record that comes byte by byte, and records that do', () => {
    const start = performance.now()
    expect(outline(frame(line('a', {x: 'y'.repeat(n)}), {sizes: [1]}))).toBe('a')
    expect(frame(`${'{"title":"x","authors":"y"}\n'.repeat(n / 10)}`, {sizes: [1]}).length).toBe(n / 10)
    expect(frame(`[${'{"title":"x","authors":"y"},'.repeat(n / 10)}`, {sizes: [1]}).length).toBe(n / 10)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
