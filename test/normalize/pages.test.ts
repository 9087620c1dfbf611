import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {pagesOf} from '../../src/normalize/pages.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const read = (text: string | null) => noted(note => pagesOf(text, note))

describe('pagesOf', () => {
  it.each([
    '10-20', '308-308', '1088', 'e1001', 'S12-S18', 'e1001-e1010', 'xii-xx', 'iii', 'I-VII, 1-242', '286:1-286:12', '1258713-1258713-5', '481-490.e3', '49.e9-49.e14',
    '2.1-2.55', 'S0360-3016(25)00593-0', 'BJGPO.2024.0052', '04E109', '1563S-5S', '80-84+92', '40&50', '0052-0060', '1,2,3', '10-1-10-8',
    '123,125-127,130', '98,101-105', '1,234-240', 'msac209', 'Suppl1',
  ])('leaves %s alone', pages => {
    expect(read(pages)).toEqual({value: pages, rules: []})
  }) // biome-ignore format: a table

  it.each([
    ['116 - 135', '116-135'],
    ['\n          105197\n        ', '105197'],
    ['1258713 - 1258713-5', '1258713-1258713-5'],
    ['127861S - 127861-12', '127861S-127861-12'],
    ['137\u2013149', '137-149'],
    ['12\u201415', '12-15'],
    ['43 -- 103', '43-103'],
    ['12&ndash;15', '12-15'],
    ['\uff11\uff12\uff0d\uff11\uff15', '12-15'],
  ])('needs no finding for white space and dashes: %j', (text, pages) => {
    expect(read(text)).toEqual({value: pages, rules: []})
  })

  it.each([
    ['1234-45', '1234-1245'],
    ['1194-209', '1194-1209'],
    ['12-9', '12-19'],
    ['048-9', '048-049'],
    ['E550-556', 'E550-E556'],
    ['M11-6', 'M11-M16'],
    ['S1-10', 'S1-S10'],
    ['e1001-e10', 'e1001-e1010'],
    ['130, 137-8', '130, 137-138'],
    ['127-8,130', '127-128,130'],
    ['123,125-7,130', '123,125-127,130'],
  ])('expands %s to %s', (text, pages) => {
    expect(read(text)).toEqual({value: pages, rules: ['pages-abbreviated']})
  })

  it.each(['121002-7', 'e100123-30'])('does not expand %s: it may be an article number and its page', pages => {
    expect(read(pages)).toEqual({value: pages, rules: ['pages-abbreviated']})
  })

  it.each([
    ['460???470', '460-470'],
    ['460\ufffd470', '460-470'],
    ['460\u00e2\u20ac\u201c470', '460-470'],
    ['12 to 15', '12-15'],
    ['12~15', '12-15'],
    ['pp. 12-15', '12-15'],
    ['pages 1-50', '1-50'],
    ['p.50', '50'],
    ['S. 12-18', '12-18'],
    ['pp. xii-xx', 'xii-xx'],
    ['\u7b2c12-15\u9875', '12-15'],
    ['12-15.', '12-15'],
    ['1,234-1,240', '1234-1240'],
    ['9,876\u201310,123', '9876-10123'],
    ['1,230-1,240', '1230-1240'],
  ])('reads %j as %s', (text, pages) => {
    expect(read(text)).toEqual({value: pages, rules: ['pages-not-canonical']})
  })

  it.each([
    ['20-10', 'pages-descending'],
    ['101 - 98', 'pages-descending'],
    ['248-', 'pages-open'],
    ['248 ff.', 'pages-open'],
    ['10+', 'pages-open'],
    ['A1+', 'pages-open'],
    ['10ff', 'pages-open'],
    ['10-20+', 'pages-open'],
    ['10-20ff.', 'pages-open'],
    ['-43', 'pages-invalid'],
    ['1,234-40', 'pages-invalid'],
    ['1,234-1240', 'pages-invalid'],
    ['1,240-1,234', 'pages-invalid'],
    ['999-1,004', 'pages-invalid'],
    ['Content7', 'pages-invalid'],
    ['297a-297', 'pages-invalid'],
    ['n/a - 5', 'pages-invalid'],
    ['Back Page', 'pages-invalid'],
    ['5-Jan', 'pages-invalid'],
    ['1563-5; author reply 1565-6', 'pages-invalid'],
    ['some-text-with-dashes', 'pages-invalid'],
    ['x '.repeat(400).trim(), 'pages-invalid'],
  ])('keeps %s and reports it', (text, rule) => {
    expect(read(text)).toEqual({value: text.replace(' - ', '-'), rules: [rule]})
  })

  it.each(['n/a-n/a', 'no-no', '0-0', '0', '--', '?-?', 'N/A', 'No Pagination Specified'])(
    'takes %s for nothing',
    text => {
      expect(read(text)).toEqual({value: null, rules: ['value-placeholder']})
    },
  )

  it('says what is wrong with a range that runs downwards', () => {
    const messages: string[] = []
    pagesOf('101-98', (_rule, message) => messages.push(message))
    expect(messages).toEqual(['Unexpected range that runs downwards in "101-98", expected one that runs upwards; kept'])
  })

  it.each([
    ['1 - n/a', '1'],
    ['E12-null', 'E12'],
    ['1-4, 9-n/a', '1-4, 9'],
  ])('takes the placeholder in %s for no last page: %s', (text, pages) => {
    expect(read(text)).toEqual({value: pages, rules: ['value-placeholder']})
  })

  it('takes nothing for nothing', () => {
    expect([read(null), read(''), read(' \n')]).toEqual(Array(3).fill({value: null, rules: []}))
  })
})

describe('any text', () => {
  const near = fc.array(fc.constantFrom('1', '45', '1234', '308', 'e', 'S', 'n/a', 'ff', ',234', ',', 'xii', '-', '\u2013', ' - ', '--', ', ', ';', '+', '.', ':', '???', 'pp. ', 'p', ' ', '0', '?', '~', ' to ', '(', ')'), {maxLength: 8}) // biome-ignore format: a table

  it('is normalized once and for all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          near.map(parts => parts.join('')),
          fc.string({unit: 'binary'}),
        ),
        text => {
          const pages = pagesOf(text, silent)
          if (pages !== null) expect(pagesOf(pages, silent)).toBe(pages)
        },
      ),
      {numRuns: 3000},
    )
  })

  it('of two ascending numbers stays as it is', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 99_999}), fc.nat(500), (first, more) => {
        const pages = `${first}-${first + more}`
        expect(read(pages)).toEqual({value: pages, rules: []})
      }),
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => pagesOf(text, silent))).toBeLessThan(BOUND_MS)
  })
})
