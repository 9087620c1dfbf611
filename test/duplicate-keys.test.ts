import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {duplicateKeys} from '../src/pipeline/duplicate-keys.js'
import type {JsonObject} from '../src/record/decoded.js'

const twice = (text: string) => duplicateKeys(text, JSON.parse(text) as JsonObject).map(it => it.value)
const within = (inner: string) => `{"title":"x","resultStr":${JSON.stringify(inner)},"platform":"s"}`

describe('a key that stands twice in one object', () => {
  it.each([
    ['at the top', '{"a":1,"b":2,"a":3}', ['a']],
    ['with white space', '{ "a" : 1 ,\n "a" : 3 }', ['a']],
    ['below', '{"a":{"b":1,"b":2},"c":[{"d":1},{"d":2,"d":3}]}', ['b', 'd']],
    ['three times', '{"a":1,"a":2,"a":3}', ['a']],
    ['escaped', '{"a":1,"\\u0061":2}', ['a']],
    ['as __proto__', '{"__proto__":1,"__proto__":2}', ['__proto__']],
    ['in resultStr', within('{"doi":1,"doi":2}'), ['resultStr.doi']],
    ['beside resultStr', '{"title":"x","resultStr":"{\\"a\\":1}","title":"y"}', ['title']],
    ['as resultStr', '{"resultStr":"{}","resultStr":"{}"}', ['resultStr']],
  ])('%s is found', (_, text, keys) => {
    expect(twice(text)).toEqual(keys)
  })

  it.each([
    ['none', '{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}'],
    ['text that looks like keys', String.raw`{"a":"\"b\":1,\"b\":2","c\\":"\\","d":"}\":"}`],
    ['an inner record', within('{"title":"x","abstract":"say \\"a\\": b {}}"}')],
    ['an inner text that is no JSON', within('{"title":"x')],
  ])('is not found where there is %s', (_, text) => {
    expect(twice(text)).toEqual([])
  })

  it('is never found in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (outer, inner) => {
          expect(twice(JSON.stringify({...outer, resultStr: JSON.stringify(inner)}))).toEqual([])
        },
      ),
    )
  })
})
