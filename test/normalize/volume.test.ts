import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {volumeAndIssueOf} from '../../src/normalize/volume.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const read = (volume: string | null, issue: string | null = null) =>
  noted(note => volumeAndIssueOf(volume, issue, note))

describe('volumeAndIssueOf', () => {
  it.each(['12', '312B', 'LXII', 'iv', 'AU-13', 'SE-5', 'PP', '296-297', '12/13', '43S1', '12.3'])(
    'leaves the volume %s alone',
    volume => {
      expect(read(volume)).toEqual({value: {volume, issue: null}, rules: []})
    },
  )

  it.each(['1-2', 'Suppl 3', '2/3', '4s', 'S1', 'ed.esp.', '3(2)'])('leaves the issue %s alone', issue => {
    expect(read('12', issue)).toEqual({value: {volume: '12', issue}, rules: []})
  })

  it.each([
    ['12 5', '12', '5'],
    ['  12\n 5 ', '12', '5'],
    ['43 Suppl 3', '43', 'Suppl 3'],
    ['43Suppl 3', '43', 'Suppl 3'],
    ['102 6-1', '102', '6-1'],
    ['273(Pt 1)', '273', 'Pt 1'],
    ['56 ( Pt 10)', '56', 'Pt 10'],
    ['52 1-2', '52', '1-2'],
    ['312B 2', '312B', '2'],
    ['83 3 Pt 2', '83', '3 Pt 2'],
    ['2007 Spring', '2007', 'Spring'],
    ['27 1 (March)', '27', '1 (March)'],
    ['XXV 9', 'XXV', '9'],
    ['14 1/2', '14', '1/2'],
    ['PP 99', 'PP', '99'],
    ['12(3)', '12', '3'],
    ['12:3', '12', '3'],
    ['Vol. 12, No. 3', '12', '3'],
    ['v.12 n.3', '12', '3'],
    ['12 #3', '12', '3'],
    ['12 1\u20132', '12', '1-2'],
    ['\u7b2c12\u5377\u7b2c3\u671f', '12', '3'],
    ['\u7b2c3\u671f', null, '3'],
  ])('splits %j into %s and %s', (text, volume, issue) => {
    expect(read(text)).toEqual({value: {volume, issue}, rules: ['volume-issue-joined']})
  })

  it.each([
    ['Volume 14', '14'],
    ['Vol 14', '14'],
    ['Bd. 12', '12'],
    ['n\u00b0 95', '95'],
    ['(12)', '12'],
    ['12.', '12'],
    ['12\u201313', '12-13'],
    ['12 null', '12'],
  ])('reads %j as volume %s', (text, volume) => {
    expect(read(text)).toEqual({value: {volume, issue: null}, rules: ['volume-not-canonical']})
  })

  it.each([
    ['(3)', '3'],
    ['no. 3', '3'],
    ['n\u00b0 95', '95'],
    ['\u7b2c3\u671f', '3'],
    ['#3', '3'],
    ['1\u20132', '1-2'],
  ])('reads %j as issue %s, and says so of the issue', (text, issue) => {
    const rules: string[] = []
    const value = volumeAndIssueOf('12', text, silent, rule => rules.push(rule))
    expect({value, rules}).toEqual({value: {volume: '12', issue}, rules: ['volume-not-canonical']})
  })

  it.each([
    ['abs/2404.13957', '2404.13957'],
    ['cs.AI/9603104', 'cs/9603104'],
  ])('takes %s for an arXiv id', (text, arxiv) => {
    expect(read(text, '5')).toEqual({value: {volume: null, issue: '5', arxiv}, rules: ['volume-not-canonical']})
  })

  it.each(['Special Issue 2', 'preprint 2006', 'Supplement 1'])('keeps the phrase %s and reports it', volume => {
    expect(read(volume)).toEqual({value: {volume, issue: null}, rules: ['volume-invalid']})
  })

  it('keeps both where the volume holds another issue than the issue', () => {
    expect(read('15 2', '2').value).toEqual({volume: '15', issue: '2'})
    expect(read('15 Suppl 1', '3')).toEqual({value: {volume: '15 Suppl 1', issue: '3'}, rules: ['volume-issue-joined']})
  })

  it('takes zero and "ahead of print" for nothing', () => {
    expect(read('0', '0')).toEqual({
      value: {volume: null, issue: null},
      rules: ['value-placeholder', 'value-placeholder'],
    })
    expect(read('ahead-of-print').rules).toEqual(['value-placeholder'])
    expect(read('null 18')).toEqual({
      value: {volume: null, issue: '18'},
      rules: ['value-placeholder', 'volume-issue-joined'],
    })
  })

  it('takes nothing for nothing', () => {
    expect([read(null), read(' '), read('', '')]).toEqual(
      Array(3).fill({value: {volume: null, issue: null}, rules: []}),
    )
  })
})

describe('any text', () => {
  const near = fc.array(fc.constantFrom('12', '0', '3-4', 'A', 'XXV', 'v', 'Vol. ', 'no. ', '#', 'n\u00b0 ', '\u2013', 'Pt', 'Suppl', '(', ')', '[', ']', ' ', ', ', ':', '.', '/', 'null', 'abs/', '2404.13957', '\u7b2c', '\u5377', '\u671f'), {maxLength: 7}) // biome-ignore format: a table
  const text = fc.oneof(
    near.map(parts => parts.join('')),
    fc.string({unit: 'binary'}),
  )

  it('is normalized once and for all', () => {
    fc.assert(
      fc.property(text, fc.option(text), (volume, issue) => {
        const {arxiv: _, ...once} = volumeAndIssueOf(volume, issue, silent)
        expect(volumeAndIssueOf(once.volume, once.issue, silent)).toEqual(once)
      }),
      {numRuns: 3000},
    )
  })

  it('takes linear time', () => {
    expect(slowest(value => volumeAndIssueOf(value, value, silent))).toBeLessThan(BOUND_MS)
  })
})
