import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {dateOf} from '../../src/normalize/date.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const read = (text: string | null) => noted(note => dateOf(text, note))

describe('dateOf', () => {
  it.each(['2025', '2025-07', '2025-07-11', '2001-12-31', '2000-02-29', '1577', '1215', '2100'])(
    'leaves %s alone',
    date => {
      expect(read(date)).toEqual({value: date, rules: []})
    },
  )

  it('trims, and takes the digits of another form of Unicode, in silence', () => {
    expect(read('2018 ')).toEqual({value: '2018', rules: []})
    expect(read('\uff12\uff10\uff11\uff19\uff0d\uff10\uff13')).toEqual({value: '2019-03', rules: []})
  })

  it.each([
    ['20200305', '2020-03-05'],
    ['202003', '2020-03'],
    ['20200305123000', '2020-03-05'],
    ['2010/04/14', '2010-04-14'],
    ['2013/9', '2013-09'],
    ['2009-1-15', '2009-01-15'],
    ['2015.1.15', '2015-01-15'],
    ['1978 03 01', '1978-03-01'],
    ['04/2020', '2020-04'],
    ['08.01.2015', '2015-01-08'],
    ['1. 5. 2001', '2001-05-01'],
    ['13/04/2002', '2002-04-13'],
    ['04/13/2002', '2002-04-13'],
    ['03/03/2002', '2002-03-03'],
    ['1999-01-01T00:00:00Z', '1999-01-01'],
    ['2018-10-03T7:2', '2018-10-03'],
    ['2018-10-03T07', '2018-10-03'],
    ['2020-05-12 22:00:00', '2020-05-12'],
    ['2019-03-05+08:00', '2019-03-05'],
    ['Fri, 12 Jun 2020 00:00:00 GMT', '2020-06-12'],
    ['Mon Jan 06 2003 00:00:00 GMT+0800 (China Standard Time)', '2003-01-06'],
    ['1583366400000', '2020-03-05'],
    ['1583366400', '2020-03-05'],
    ['1996 Jul 9', '1996-07-09'],
    ['February 1, 1997', '1997-02-01'],
    ['16 March 2020', '2020-03-16'],
    ['15-Mar-1998', '1998-03-15'],
    ['Sept. 2001', '2001-09'],
    ['12 ao\u00fbt 2014', '2014-08-12'],
    ['3. M\u00e4rz 2011', '2011-03-03'],
    ['1\u00ba de enero de 2019', '2019-01-01'],
    ['ottobre 2001', '2001-10'],
    ['15 de mar\u00e7o de 2009', '2009-03-15'],
    ['maart 2001', '2001-03'],
    ['2019\u5e743\u67085\u65e5', '2019-03-05'],
    ['2019 \u5e74 3 \u6708', '2019-03'],
    ['2019\u5e74', '2019'],
    ['2019\ub144 3\uc6d4 5\uc77c', '2019-03-05'],
    ['SPR 2011', '2011'],
    ['2007 Spring', '2007'],
    ['Christmas 1998', '1998'],
    ['2019 Q3', '2019'],
    ['1983 2d Trimest', '1983'],
    ['[2019]', '2019'],
    ['\u00a92019', '2019'],
    ['ca. 1850?', '1850'],
    ['Published: 12 March 2019', '2019-03-12'],
    ['2004-06-XX', '2004-06'],
    ['2020-03-00', '2020-03'],
    ['2020-00-00', '2020'],
    ['20200300', '2020-03'],
    ['2020 (online 2019)', '2020'],
    ['May 2020 (Epub 2019 Dec 3)', '2020-05'],
    ['2020-05-03 (print)', '2020-05-03'],
    ['2020-05-03 print', '2020-05-03'],
    ['Published: 2019-03-12', '2019-03-12'],
    ['1998 (Mar)', '1998-03'],
  ])('reads %j as %s', (text, date) => {
    expect(read(text)).toEqual({value: date, rules: ['date-not-iso']})
  })

  it.each([
    ['1998 Dec-1999 Jan', '1998-12'],
    ['2018 Jul-Aug', '2018-07'],
    ['1855-1858, 1870, 1896', '1855'],
    ['1995-1996', '1995'],
    ['1995--96', '1995'],
    ['2021-22', '2021'],
    ['2020/2021', '2020'],
    ['2012\u20132014', '2012'],
    ['2015-', '2015'],
    ['2021/..', '2021'],
    ['2015-01-15/2015-02-25', '2015-01-15'],
    ['2012-10-01 - 2012-10-05', '2012-10-01'],
    ['Jan 1-5, 2019', '2019-01-01'],
    ['1-5 January 2019', '2019-01-01'],
    ['January/February 2010', '2010-01'],
    ['30 Dec 1998-2 Jan 1999', '1998-12-30'],
    ['2000 Dec 23- 30', '2000-12-23'],
    ['1977-1978 Fall-Winter', '1977'],
    ['1979 Winter-1980', '1979'],
  ])('takes the start of %j: %s', (text, date) => {
    expect(read(text)).toEqual({value: date, rules: ['date-interval']})
  })

  it.each([
    ['03/04/2002', '2002'],
    ['Dec-Jan 2010', '2010'],
    ['2011/12', '2011'],
    ['200305', '2003'],
    ['1583337600000', '2020-03'],
  ])('takes what is certain of %s: %s', (text, date) => {
    expect(read(text)).toEqual({value: date, rules: ['date-ambiguous']})
  })

  it.each([
    ['2020-02-30', '2020-02'],
    ['1900-02-29', '1900-02'],
    ['2020-13-01', '2020'],
    ['20201301', '2020'],
    ['20200230', '2020-02'],
    ['30-13-2014', '2014'],
    ['2021-06-31', '2021-06'],
    ['2019\u5e74\u7b2c3\u671f', '2019'],
    ['forthcoming 2019', '2019'],
  ])('drops what is impossible in %s: %s', (text, date) => {
    expect(read(text)).toEqual({value: date, rules: ['date-invalid']})
  })

  it.each([
    ['2020-02-30', 'Unexpected day 30 in "2020-02-30", expected a possible one; kept 2020-02'],
    ['2020-13-01', 'Unexpected month 13 in "2020-13-01", expected a possible one; kept 2020'],
    ['2020-03-00', 'Unexpected zero in "2020-03-00", expected a date without its unknown parts; kept 2020-03'],
  ])('says what it kept of %s', (text, message) => {
    const messages: string[] = []
    dateOf(text, (_rule, said) => messages.push(said))
    expect(messages).toEqual([message])
  })

  it.each([
    '5 Mar 04',
    '20032019',
    '01/15',
    '196X',
    '1990s',
    '19--',
    '30 BC/5 AD',
    '43895',
    'two thousand',
    '2001 or 2003',
    '429',
    `${'2019 '.repeat(90)}`,
  ])('finds no date in %s', text => {
    expect(read(text)).toEqual({value: null, rules: ['date-invalid']})
  })

  it.each(['0000-00-00', '0000', '0', '0000-00-00T00:00:00Z', 'n.d.', '[s.a.]', 'in press', 'N/A'])(
    'takes %s for nothing',
    text => {
      expect(read(text)).toEqual({value: null, rules: ['value-placeholder']})
    },
  )

  it.each(['0216-01-01', '0001-01-01', '9999-12-31', '2101', '2399'])(
    'takes no year that cannot be one of publication: %s',
    text => {
      expect(read(text)).toEqual({value: null, rules: ['year-out-of-range']})
    },
  )

  it('keeps a year of another era, and converts one that names its era', () => {
    expect(read('2541')).toEqual({value: '2541', rules: ['date-era-suspect']})
    expect(read('1398-05-12')).toEqual({value: '1398-05-12', rules: ['date-era-suspect']})
    expect(read('\u0e1e.\u0e28. 2541')).toEqual({value: '1998', rules: ['date-era-suspect']})
    expect(read('\u6c11\u570b108\u5e743\u6708')).toEqual({value: '2019-03', rules: ['date-era-suspect']})
    expect(read('\u4ee4\u548c\u5143\u5e745\u67081\u65e5')).toEqual({value: '2019-05-01', rules: ['date-era-suspect']})
  })

  it('takes nothing for nothing', () => {
    expect([read(null), read(''), read(' \n')]).toEqual(Array(3).fill({value: null, rules: []}))
  })
})

describe('any text', () => {
  const near = fc.array(
    fc.constantFrom('2019', '1998', '2541', '1', '03', '30', '13', '0', '-', '/', '.', ' ', ', ', 'Jan', 'dec', 'spring', 'to', 'T', '10:20', 'Z', '\u5e74', '\u6708', '\u65e5', 'x', '?'),
    {maxLength: 9},
  ) // biome-ignore format: a table

  it('gives a date of EDTF level 0 or none, and that one again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          near.map(parts => parts.join('')),
          fc.string({unit: 'binary'}),
        ),
        text => {
          const date = dateOf(text, silent)
          if (date === null) return
          expect(date).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
          const again = read(date)
          expect(again.value).toBe(date)
          expect(again.rules.filter(rule => rule !== 'date-era-suspect')).toEqual([])
        },
      ),
      {numRuns: 3000},
    )
  })

  it('gives every real day as it is', () => {
    const days = fc.date({min: new Date('1500-01-01'), max: new Date('2100-12-31'), noInvalidDate: true})
    fc.assert(
      fc.property(days, day => {
        const iso = day.toISOString().slice(0, 10)
        expect(read(iso)).toEqual({value: iso, rules: []})
      }),
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => dateOf(text, silent))).toBeLessThan(BOUND_MS)
  })
})
