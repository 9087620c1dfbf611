import {describe, expect, it} from 'vitest'
import type {Broken} from '../src/framing/frame.js'
import type {JsonObject} from '../src/record/decoded.js'
import {claims, frame, line, outline, record} from './support/framing.js'

const [A, B, C] = [line('a'), line('b'), line('c')]
const brokenIn = (text: string): Broken[] => frame(text).filter(it => it.kind === 'broken')

/** Forms that hold a list of texts of records. */
const FORMS: {readonly [form: string]: (texts: readonly string[]) => string} = {
  lines: texts => `${texts.join('\n')}\n`,
  'lines with CRLF': texts => texts.join('\r\n'),
  'an array': texts => `[${texts.join(',')}]`,
  'an array over lines': texts => `[\n${texts.join(',\n')}\n]\n`,
  'concatenated records': texts => texts.join(''),
  'a body': texts => `{"total":4,"data":[${texts.join(',')}],"next":5}\n`,
  'a body over lines': texts => `{"total":4,"data":[\n${texts.join(',\n')}\n],"next":5}\n`,
  'a body with foreign keys': texts => `{"mine":4,"data":[${texts.join(',')}],"next":5}\n`,
}
const STYLES: {readonly [style: string]: (value: JsonObject) => string} = {
  compact: value => JSON.stringify(value),
  'pretty-printed': value => JSON.stringify(value, null, 2),
}
const CASES = Object.keys(FORMS).flatMap(form => Object.keys(STYLES).map(style => [style, form] as const))

/** The records of a form, the third of which has been spoilt, and how many of the others came out, and of the rest. */
function spoilt(style: string, form: string, third: string): {others: string; rejects: number} {
  const texts = ['a', 'b', 'x', 'c'].map(title => STYLES[style]?.(record(title)) ?? '')
  texts[2] = third
  const found = frame(FORMS[form]?.(texts) ?? '')
  const titles = found.flatMap(it => (it.kind === 'frame' ? [String(it.value.title)] : []))
  return {others: titles.join(''), rejects: found.length - titles.length}
}

describe.each(CASES)('one %s record in %s', (style, form) => {
  const whole = STYLES[style]?.(record('x')) ?? ''

  it('costs itself and is one reject, wherever it is cut', () => {
    for (let at = 1; at < whole.length; at++) {
      expect([at, spoilt(style, form, whole.slice(0, at))]).toEqual([at, {others: 'abc', rejects: 1}])
    }
  })

  it('costs nothing but itself, whatever byte of it is gone or another', () => {
    for (const [index, letter] of ['', '{', '}', '[', ']', '"', ',', ':', '\\', '\n', 'x', '0'].entries()) {
      for (let at = index % 5; at < whole.length; at += 5) {
        const {others} = spoilt(style, form, whole.slice(0, at) + letter + whole.slice(at + 1))
        expect([letter, at, others.replace(/(?<=b).*(?=c)/s, '')]).toEqual([letter, at, 'abc'])
      }
    }
  })

  it('costs nothing but itself, wherever its head is cut off', () => {
    const members = whole.indexOf('"resultStr"')
    for (let at = 1; at < members; at++) {
      const {others, rejects} = spoilt(style, form, whole.slice(at))
      expect([at, others]).toEqual([at, 'abc'])
      expect(rejects).toBeGreaterThan(0)
    }
  })
})

const CUTS: readonly [where: string, cut: (text: string) => string][] = [
  ['in the middle of a string', text => text.slice(0, text.indexOf('Bo Li') + 3)],
  ['in the middle of the first key', text => text.slice(0, 4)],
  ['behind a backslash', text => text.slice(0, text.indexOf('\\"') + 1)],
  ['behind a colon', text => text.slice(0, text.indexOf('"authors":') + 10)],
  ['behind a comma', text => text.slice(0, text.indexOf('"authors":'))],
  ['behind a value', text => text.slice(0, text.indexOf(',"authors":'))],
  ['behind a bracket', text => text.slice(0, text.indexOf('[') + 1)],
  ['in the middle of null', text => text.slice(0, text.indexOf('null') + 2)],
  ['behind its first brace', () => '{'],
]

describe.each([
  ['lines', 20_000],
  ['an array', 20_000],
  ['an array over lines', 1000],
  ['concatenated records', 1000],
  ['a body', 1000],
  ['a body with foreign keys', 1000],
])('in %s of %i records', (form, size) => {
  const texts = Array.from({length: size}, (_, index) => line(`t${index}`))
  const middle = size / 2
  const x = texts[middle] ?? ''
  const count = (spoiled: readonly string[]) => {
    const found = frame(FORMS[form]?.(spoiled) ?? '', {sizes: [65536]})
    return [found.filter(it => it.kind === 'frame').length, found.filter(it => it.kind === 'broken').length]
  }

  it.each(CUTS)('one cut %s is one reject, and all others are records', (_where, cut) => {
    expect(count(texts.with(middle, cut(x)))).toEqual([size - 1, 1])
  })

  it('two in a row with NaN are two rejects', () => {
    const broken = x.replace('null', 'NaN')
    expect(count(texts.with(middle, broken).with(middle + 1, broken))).toEqual([size - 2, 2])
  })
})

it.each(CUTS.slice(0, -1))('on lines, two in a row cut %s are two rejects', (_where, cut) => {
  const texts = Array.from({length: 20_000}, (_, index) => line(`t${index}`))
  const two = [cut(texts[10_000] ?? ''), cut(texts[10_001] ?? '')]
  const found = frame([...texts.slice(0, 10_000), ...two, ...texts.slice(10_002)].join('\n'))
  expect(found.filter(it => it.kind === 'frame').length).toBe(19_998)
  expect(found.flatMap(it => (it.kind === 'broken' ? [it.raw] : []))).toEqual(two.map(raw => raw.trimEnd()))
})

describe('a broken record', () => {
  it.each<[what: string, raw: string, message: string]>([
    ['NaN', '{"title":"x","a":NaN}', 'Unexpected "N", expected a value'],
    ['a raw line feed', '{"title":"x\ny"}', 'Unexpected line feed in a string, expected the closing quote'],
    [
      'a control character',
      '{"title":"x\u0001"}',
      'Unexpected control character in a string, expected the closing quote',
    ],
    ['an unescaped quote', '{"title":"x "y" z"}', 'Unexpected "y", expected "," or the end of the object or array'],
    ['a trailing comma', '{"title":"x",}', 'Unexpected "}", expected a key'],
    ['a trailing comma in an array', '{"title":["x",]}', 'Unexpected "]", expected a value'],
    ['single quotes', "{'title':'x'}", 'Unexpected "\'", expected a key or "}"'],
    ['a bad escape', '{"title":"\\x"}', 'Unexpected escape \\x in a string, expected one of " \\ / b f n r t u'],
    ['a bad \\u escape', '{"title":"\\u00g0"}', 'Unexpected "g" in a \\u escape, expected a hexadecimal digit'],
    ['a bad number', '{"title":1.x}', 'Unexpected "x", expected the rest of a number, true, false or null'],
    ['a leading zero', '{"title":01}', 'Unexpected "1", expected "," or the end of the object or array'],
    ['a bad literal', '{"title":nil}', 'Unexpected "i", expected the rest of a number, true, false or null'],
    ['a key without a value', '{"title" "x"}', 'Unexpected """, expected ":"'],
    ['bytes outside of strings', '{"title":\u00a0"x"}', 'Unexpected "byte 0xc2", expected a value'],
  ])('with %s says what was found', (_what, raw, message) => {
    const found = frame(`${A}\n${raw}\n${B}\n`)
    expect(outline(found)).toBe('a frame-broken b')
    expect(found[1]).toMatchObject({kind: 'broken', rule: 'frame-broken', message, raw, line: 2, offset: A.length + 1})
  })

  it('covers all up to the next frame, unknown objects in it too', () => {
    const text = '{"title":"x","a":NaN,"b":{"c":1},"d":[{"e":1},{"e":2}]}\nmore {"f":1} text'
    const [found] = brokenIn(`${A}\n${text}\n${B}\n`)
    expect(found?.raw).toBe(text)
    const [inArray] = brokenIn(`[${A},{"title":"x","a":NaN,"d":[{"e":1},{"e":2}]},{"g":1},${B},{"h":1}]`)
    expect(inArray?.raw).toBe('{"title":"x","a":NaN,"d":[{"e":1},{"e":2}]},{"g":1},')
  })

  it('takes no record with it that it merely wraps', () => {
    const wrapped = `{"file":"x","line":1,"offset":0,"record":${A},"page":{"before":"cut`
    expect(outline(frame(`${wrapped}\n${B}\n`))).toBe('frame-broken b')
    expect(outline(frame(`{"isInfluential":NaN,"citedPaper":${A}}\n${B}\n`))).toBe('frame-broken b')
  })

  it('does not hide the one behind it that an array or a body has made a part of it', () => {
    const deep = '{"title":"x","authors":"y","ids":{"a":['
    expect(outline(frame(`{"total":3,"data":[${A},${deep},${B},${C}],"next":5}\n${A}`))).toBe('a frame-broken b c a')
    expect(outline(frame(`[${A},${deep},${B},${C}]`))).toBe('a frame-broken b c')
  })

  it('leaves records alone that really hold others', () => {
    const cited = {title: 't', authors: 'u'}
    const value = record('x', {references: [cited, cited], last: 1})
    expect(frame(JSON.stringify({data: [value]})).map(it => it.kind === 'frame' && it.value)).toEqual([value])
    expect(outline(frame(`{"data":[${JSON.stringify(value).slice(0, -6)}NaN}]}\n${B}`))).toBe('frame-broken b')
  })

  it('above the first record is page text when no dialect has any of its keys', () => {
    const knowsKey = (key: string) => key === 'title'
    const config = '{\n  "extends": "x",\n  "rules": {...}\n}\n'
    expect(outline(frame(config, {knowsKey}))).toBe('')
    expect(outline(frame(`${config}${A}\n${config}`, {knowsKey}))).toBe('a frame-broken')
    expect(outline(frame(`{"doi":1,"title":x}\n${A}`, {knowsKey}))).toBe('frame-broken a')
  })

  it('on a page is page text where it does not look like a record', () => {
    const text = `${A}\nsee {"a": b} and {x} {"q"} {'q'} {"a":1,} here {"a": {}\n${B}\n`
    expect(frame(text)[0]).toMatchObject({after: `see {"a": b} and {x} {"q"} {'q'} {"a":1,} here {"a": {}`})
    expect(outline(frame(text))).toBe('a b')
    expect(outline(frame(`${A}\nsee {"a":1,"b":x}\n${B}\n`))).toBe('a frame-broken b')
  })
})

describe('a record without its head', () => {
  const headless = 'lf","journal":{"name":"x"},"Score":null,"Total":0}'
  it.each<[where: string, text: string, outline: string, line: number, offset: number]>([
    ['at the beginning', `${headless}\n${A}`, 'frame-broken a', 1, 0],
    ['between lines', `${A}\n${headless}\n${B}`, 'a frame-broken b', 2, A.length + 1],
    ['in an array', `[${A},${headless},${B}]`, 'a frame-broken b', 1, A.length + 2],
    ['at the end of an array', `[${A},\n${headless}]`, 'a frame-broken', 2, A.length + 3],
    ['in page text', `${A}\nT\u00eftle\n\n${headless}\nabout\n${B}`, 'a frame-broken b', 4, A.length + 9],
  ])('%s is one reject', (_where, text, expected, at, offset) => {
    const found = frame(text)
    const reject = found.find(it => it.kind === 'broken')
    expect(outline(found)).toBe(expected)
    expect(reject?.raw.replace(/[,\]]+$/, '')).toBe(headless)
    expect(reject).toMatchObject({
      line: at,
      offset,
      message: 'Unexpected end of a record, expected its beginning before it',
    })
  })

  it.each([
    'a } b',
    'The set {x : "a": 1} and "b": {2}}',
    'say "this": that}',
    '"quoted": words',
    '}',
    '  },\n]',
    '"a": 1,\n"b": 2',
    '{"@context":"x","a":{"b":1}} and {"c":1}',
    'function() {\n  return {"a": 1}\n}',
  ])('is not to be confused with page text: %j', text => {
    expect(outline(frame(`${A}\n${text}\n${B}`))).toBe('a b')
  })

  it('is found a thousand times in no time', () => {
    expect(frame(`${headless}\n`.repeat(1000)).length).toBe(1000)
  })
})

describe('limits', () => {
  const nested = (depth: number) => `{"title":"a","authors":"b","x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

  it('64 levels are a record, 65 are not', () => {
    expect(outline(frame(`${nested(64)}\n${B}`))).toBe('a b')
    expect(outline(frame(`${nested(65)}\n${B}`))).toBe('frame-too-deep b')
    expect(outline(frame(`[${nested(64)},${nested(65)},${B}]`))).toBe('a frame-too-deep b')
    expect(outline(frame(`{"data":[${nested(64)},${nested(65)},${B}]}`))).toBe('a frame-too-deep b')
  })

  it.each(['{"a":', '['])('a million levels of %s cost a moment', opening => {
    const start = performance.now()
    expect(outline(frame(`${A}\n{"title":${opening.repeat(1_000_000)}\n${B}`, {sizes: [65536]}))).toBe(
      'a frame-too-deep b',
    )
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it.each(Object.keys(FORMS))('in %s a record of maxRecordBytes is rejected, and one of a byte less is not', form => {
    const small = '{"title":"s","authors":"s"}'
    const big = line('big', {x: {y: ['long '.repeat(50)]}})
    const text = FORMS[form]?.([small, big, small]) ?? ''
    for (const sizes of [[1 << 20], [1], [7]]) {
      expect(outline(frame(text, {maxRecordBytes: big.length + 1, sizes}))).toBe('s big s')
      for (const maxRecordBytes of [big.length, big.length - 1, 200, 30, small.length + 1]) {
        expect(outline(frame(text, {maxRecordBytes, sizes}))).toBe('s frame-too-large s')
      }
    }
  })

  it('a record above the limit goes whole to the rejects as long as it can be held', () => {
    const [found] = brokenIn(`${A}\n${B}\n`.replace('Bo Li', 'x'.repeat(500_000)))
    expect(found).toBeUndefined()
    const big = line('big', {x: 'y'.repeat(500_000)})
    const [reject] = frame(`${big}\n${B}`, {maxRecordBytes: 1000}) as Broken[]
    expect(reject).toMatchObject({rule: 'frame-too-large', raw: big})
    expect(reject?.message).toBe('Unexpected record of 1000 bytes or more, expected less than --max-record-bytes')
  })

  it('a line of 1 MB and an array of 180 kB on one line are records', () => {
    const long = line('long', {x: 'y'.repeat(1_000_000)})
    const array = `[${Array.from({length: 600}, () => A).join(',')}]`
    expect(array.length).toBeGreaterThan(180_000)
    const found = frame(`${long}\n${array}\n${long}`, {sizes: [65536]})
    expect(outline(found)).toBe(`long ${'a '.repeat(600)}long`)
    expect(found.every(it => it.kind === 'frame' && claims(it.value))).toBe(true)
  })

  it('a record of more than a line of 256 kB is found in pieces', () => {
    const long = line('long', {x: 'y'.repeat(300_000)})
    expect(outline(frame(`${long}\n{"x":"${'y'.repeat(300_000)}"}\n${long}`, {sizes: [1000]}))).toBe(
      'long dialect-unknown long',
    )
  })
})
