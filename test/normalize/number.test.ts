import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {booleanOf, casZoneOf, countOf, impactFactorOf, quartileOf} from '../../src/normalize/number.js'
import type {DefectId} from '../../src/record/defects.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

type Row = readonly [value: string | number | boolean | null, expected: unknown, rules: readonly DefectId[]]

const bad = (rule: DefectId, ...values: (string | number | boolean)[]): Row[] =>
  values.map(value => [value, null, [rule]])
const good = (expected: unknown, ...values: (string | number | boolean | null)[]): Row[] =>
  values.map(value => [value, expected, []])

const noncanonical = (...values: (string | number)[]): Row[] =>
  values.map(value => [value, 'Q2', ['jcr-quartile-not-canonical']])

describe('countOf', () => {
  it.each([
    ...good(0, 0, '0'), ...good(12, 12, '12', ' 12 ', '12.0'), ...good(null, null, '', ' '),
    ['1,234', 1234, ['wrong-type']], ['N/A', null, ['value-placeholder']],
    ...bad('citation-count-invalid', -1, '-1', 1.5, '<5', '12+', '1,2', true, Number.POSITIVE_INFINITY, Number.NaN, 1e20, '9'.repeat(400)),
  ] satisfies Row[])('reads %j as %j', (value, count, rules) => {
    expect(noted(note => countOf(value, note))).toEqual({value: count, rules})
  }) // biome-ignore format: a table
})

describe('impactFactorOf', () => {
  it.each([
    ...good(1.7, 1.7, '1.7000', ' 1.7'), ...good(503.1, 503.1), ...good(null, 0, '0', '0.0000', '', null),
    ['1,7', 1.7, ['wrong-type']], ['N/A', null, ['value-placeholder']],
    ...bad('impact-factor-invalid', '<0.1', -1, 5000, 'Q1', false, Number.POSITIVE_INFINITY, Number.NaN, '1e400'),
  ] satisfies Row[])('reads %j as %j', (value, factor, rules) => {
    expect(noted(note => impactFactorOf(value, note))).toEqual({value: factor, rules})
  }) // biome-ignore format: a table
})

describe('quartileOf and casZoneOf', () => {
  it.each([
    ...good('Q2', 'Q2', ' Q2', 'Q 2'), ...good(null, 0, '0', '', null), ...noncanonical('q2', 2, '2', 'JCR Q2'),
    ...bad('jcr-quartile-invalid', '1\u533a', 'JCR 1\u5340', 'Q5', 'Q0', 'Q1/Q2', true, 2.5),
  ] satisfies Row[])('reads the quartile %j as %j', (value, quartile, rules) => {
    expect(noted(note => quartileOf(value, note))).toEqual({value: quartile, rules})
  }) // biome-ignore format: a table

  it.each([
    ...good(2, 2, '2', '2\u533a', '2\u5340', '\u4e8c\u533a', '2.0'), ...good(4, 4), ...good(null, 0, '0', '', null),
    ...bad('cas-zone-invalid', 5, '5', -1, 2.5, 'Q2', true),
  ] satisfies Row[])('reads the zone %j as %j', (value, zone, rules) => {
    expect(noted(note => casZoneOf(value, note))).toEqual({value: zone, rules})
  }) // biome-ignore format: a table
})

describe('booleanOf', () => {
  it.each([
    ...good(true, true, 'true', 'True', 1, '1', 'yes', '\u662f'), ...good(false, false, 'FALSE', 0, '0', 'no', '\u5426'), ...good(null, null, '', ' '),
    ...bad('wrong-type', 'maybe', 2, Number.NaN), ['N/A', null, ['value-placeholder']],
  ] satisfies Row[])('reads %j as %j', (value, truth, rules) => {
    expect(noted(note => booleanOf(value, note))).toEqual({value: truth, rules})
  }) // biome-ignore format: a table
})

describe('any scalar', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('Q1', '1,234', '0.5', '2\u533a', 'yes'),
  )

  it.each([
    ['countOf', countOf], ['impactFactorOf', impactFactorOf], ['quartileOf', quartileOf], ['casZoneOf', casZoneOf], ['booleanOf', booleanOf],
  ] as const)('%s normalizes once and for all', (_, normalize) => {
    fc.assert(
      fc.property(scalar, value => {
        const once = normalize(value, silent)
        expect(noted(note => normalize(once, note))).toEqual({value: once, rules: []})
      }),
      {numRuns: 1000},
    )
  }) // biome-ignore format: a table

  it('notes values that JSON can carry', () => {
    const values: unknown[] = []
    for (const value of [Number.POSITIVE_INFINITY, Number.NaN])
      countOf(value, (_rule, _message, old) => values.push(old))
    expect(values).toEqual(['Infinity', 'NaN'])
  })

  it('takes linear time', () => {
    const all = [countOf, impactFactorOf, quartileOf, casZoneOf, booleanOf]
    expect(slowest(text => all.map(normalize => normalize(text, silent)))).toBeLessThan(BOUND_MS)
  })
})
