import fc from 'fast-check'
import he from 'he'
import {beforeAll, describe, expect, it} from 'vitest'
import {decodeEntities} from '../../src/normalize/entity.js'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

beforeAll(loadHtmlLibrary)

const NAMES =
  'amp lt gt quot apos nbsp ndash mdash lsquo rsquo ldquo rdquo hellip thinsp deg plusmn micro times alpha beta gamma ge le minus eacute Uuml szlig ouml notin semi fjlig'.split(
    ' ',
  )

describe('decodeEntities', () => {
  it('reads references that end in ; as he does', () => {
    for (const name of NAMES) expect(decodeEntities(`a&${name};b`, silent)).toBe(he.decode(`a&${name};b`))
    const codes = fc.integer({min: 1, max: 0x10ffff}).filter(code => code < 0xd800 || code > 0xdfff)
    fc.assert(
      fc.property(codes, code => {
        expect(decodeEntities(`&#${code};`, silent)).toBe(he.decode(`&#${code};`))
        expect(decodeEntities(`&#x${code.toString(16)};`, silent)).toBe(he.decode(`&#x${code.toString(16)};`))
      }),
    )
  })

  it.each([
    ['AT&amp T', 'AT& T'],
    ['a &lt 5 &gt 3', 'a < 5 > 3'],
    ['caf&eacute', 'café'],
    ['&#8217 s', '’ s'],
    ['&amp;amp;', '&amp;'],
    ['&COPY;&copy ', '©© '],
  ])('reads %j as %j', (text, decoded) => {
    expect(noted(note => decodeEntities(text, note))).toEqual({value: decoded, rules: []})
  })

  it.each([
    '?lang=en&sect=3',
    '&copy2020',
    '&notit',
    'R&D; no',
    'AT&T',
    '& & &',
    '&;',
    '&#;',
    '&#x;',
    'Pettie&Ramachandran 2005',
    '&#39s',
  ])('leaves %j alone', text => {
    expect(noted(note => decodeEntities(text, note))).toEqual({value: text, rules: []})
  })

  it.each(['&dquo;upper classes&dquo;', '&copyright;', '&#xD800;', '&#0;', '&#1114112;'])(
    'leaves and notes %j, which means nothing',
    text => {
      const {value, rules} = noted(note => decodeEntities(text, note))
      expect(value).toBe(text)
      expect(rules[0]).toBe('entity-unknown')
    },
  )

  it('takes linear time', () => {
    expect(slowest(text => decodeEntities(text, silent))).toBeLessThan(BOUND_MS)
  })
})
