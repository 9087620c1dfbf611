import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {JsonScanner} from '../src/framing/json-scanner.js'

const encode = (text: string) => new TextEncoder().encode(text)

/** What a scan of a text comes to, and the text up to there; `step` bytes at a time. */
function scan(text: string, step = Number.POSITIVE_INFINITY): {state: string; read: string} {
  const bytes = encode(text)
  const scanner = new JsonScanner()
  let at = 0
  for (let end = 0; at < bytes.length; ) {
    end = Math.min(bytes.length, Math.max(end, at) + step)
    at = scanner.scan(bytes, 0, at, end)
    if (scanner.state === 'line') scanner.goOn()
    else if (scanner.state !== 'open') break
  }
  return {state: scanner.state, read: new TextDecoder().decode(bytes.slice(0, at))}
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const indent = fc.constantFrom<(string | number)[]>(0, 1, '\t', '\r\n \n')
const object = fc
  .tuple(fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue({stringUnit: 'binary'})), indent)
  .map(([value, space]) => JSON.stringify(value, null, space))
const number = fc
  .array(fc.constantFrom(...'-+.eE0019'), {minLength: 1, maxLength: 6})
  .map(letters => `{"a":${letters.join('')}}`)
const word = fc
  .array(fc.constantFrom('true', 'false', 'null', 'tr', 'nul', 'l', 'e', ' ', ',', '[', ']'), {
    minLength: 1,
    maxLength: 4,
  })
  .map(parts => `{"a":[${parts.join('')}]}`)
const string = fc
  .array(fc.constantFrom('\\', '"', 'u', '00', 'aF', 'g', 'n', '/', '\u0000', '\n', '\u007f', '\u6587'), {maxLength: 8})
  .map(parts => `{"a":"${parts.join('')}"}`)
const mutated = fc
  .tuple(object, fc.nat(), fc.constantFrom('', ...'{}[]",:\\ \n0-.eE+tfn\u0000\u6587'), fc.boolean())
  .map(([text, where, letter, isAdded]) => {
    const at = where % text.length
    return text.slice(0, at) + letter + text.slice(isAdded ? at : at + 1)
  })

describe('the scanner agrees with JSON.parse', () => {
  it('on objects: whole, behind the last brace', () => {
    fc.assert(
      fc.property(object, fc.integer({min: 1, max: 5}), (text, step) => {
        expect(scan(text)).toEqual({state: 'whole', read: text})
        expect(scan(`${text} {`, step)).toEqual({state: 'whole', read: text})
      }),
      {numRuns: 500},
    )
  })

  it.each([
    ['numbers', number],
    ['words', word],
    ['strings', string],
    ['objects with a letter more, less or another', mutated],
  ])('on %s, good and bad', (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.integer({min: 1, max: 5}), (given, step) => {
        const text = new TextDecoder().decode(encode(given))
        if (!text.startsWith('{')) return
        const {state, read} = scan(text)
        expect(scan(text, step)).toEqual({state, read})
        if (state === 'whole') expect(parses(read)).toBe(true)
        else
          for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
            expect([text.slice(0, end + 1), parses(text.slice(0, end + 1))]).toEqual([text.slice(0, end + 1), false])
          }
        if (parses(text)) expect({state, read: read.trim()}).toEqual({state: 'whole', read: text.trim()})
      }),
      {numRuns: 2000},
    )
  })

  it.each<[text: string, read: string]>([
    ['{"a":NaN}', '{"a":'],
    ['{"a":1 "b":2}', '{"a":1 '],
    ['{"a":01}', '{"a":0'],
    ['{"a":-}', '{"a":-'],
    ['{"a":1.}', '{"a":1.'],
    ['{"a":truth}', '{"a":tru'],
    ['{"a":"x\ny"}', '{"a":"x'],
    ['{"a":"\\q"}', '{"a":"\\'],
    ['{"a":"\\u12x4"}', '{"a":"\\u12'],
    ['{"a":[1,]}', '{"a":[1,'],
    ['{"a":1,}', '{"a":1,'],
    ['{"a":[1}', '{"a":[1'],
    ['{a:1}', '{'],
    ['{"a":{"b":1]', '{"a":{"b":1'],
  ])('%j breaks at the first byte that the grammar forbids', (text, read) => {
    expect(scan(text)).toEqual({state: 'broken', read})
    expect(scan(text, 1)).toEqual({state: 'broken', read})
  })
})
