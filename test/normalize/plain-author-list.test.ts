import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {UNIT_HEADS} from '../../src/normalize/affiliation.js'
import {authorsOf, authorsOfAnyText} from '../../src/normalize/author-list.js'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {VIETNAMESE} from '../../src/normalize/name-parts.js'
import {PLACEHOLDERS} from '../../src/normalize/placeholder-name.js'
import {plainAuthors} from '../../src/normalize/plain-author-list.js'

const words = (text: string) => text.split(' ')

const SPELLED = words(
  "Ann Bo Jan Berg Soto Lh Lw Yu Ek Li Wei Da Hung Nguyen Mar\u00eda Jos\u00e9 P\u00e9rez G\u00f3mez Sim\u00f5es \u0141ukasz \u0160imi\u0107 Jane\u017e \u00d6zg\u00fcr \u0130nan Stra\u00dfe \u00c9a Kai-Uwe Xiao-ming Al-Rashid O'Neill D'Angelo McDonald DuBois McCoy YuSh YuA Mc Van De Del La Abd Abdel Abu El Ould Saint Ibn Bin Ramez In\u00e9z Ma \u0142uk M\u00fcller\u0161 Grou Unive",
)
const INITIALS = words(
  'J J. PJ A.B. J.-P. J.P J-P \u00c5. \u00d3 \u00c5sa. \u00c9\u0160 Ya. Th. Md. M. D. MD LEE III A.B.C. A.B.C.D. XMQ U.S. SA D D.- .J J..',
)
const LOWER = words(
  "van von der den de da dos du del el al ibn bin binti e y i in of on and et und zu op ten abd abdel d' 't of the ter st ni",
)
const TELLING = words(
  'University Group Team Center Study Bank Press House Hospital Institut Universit\u00e4t Berg-Group Stadtarchiv Weinbaugruppe Nationalbibliothek Landesverband Hospitaler Academico Societ\u00e9 D\u00e9partement The Of For With And Et Und Etal Als Jr Jr. Sr II III IV Iv Iii Filho J\u00fanior Neto Sobrinho Dr Dr. Prof Professor Mr Rev Esq Esq. Phil PhD MD MSc PharmD Med Ltd Inc Corp GmbH Hong Kong Iran China TANAKA SATO GARCIA Kirche',
)
const MESSY = words(
  '1 05C50 & &amp; ; (Oslo) [S.N.] <sup>1</sup> * \u2020 et\u00a0al et al. others colleagues \u2026 - -- . , ,, \u738b \u5c0f\u660e \u0418\u0432\u0430\u043d\u043e\u0432 \u0639\u0628\u062f \u0627\u0644\u0644\u0647 K\u00c3\u00bcsel O??Toole a@x.org https://x.org O\u2019Neill e\u0301 \u212aanton "Bo" \u200b \t \n \u01c5 \u1ec5 Nguy\u1ec5n \u00e9\u0161 \ufb01',
)
const VOCABULARY = [...TELLING, ...UNIT_HEADS, ...VIETNAMESE, ...[...PLACEHOLDERS].flatMap(words)]

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
const oneOf = (list: readonly string[]) => fc.constantFrom(...list)
const spelled = oneOf(SPELLED)
const given = fc.oneof({weight: 3, arbitrary: spelled}, {weight: 3, arbitrary: oneOf(INITIALS)}, oneOf(LOWER))
const plainName = fc
  .tuple(fc.oneof(spelled, oneOf(INITIALS)), fc.array(given, {maxLength: 3}), spelled)
  .map(([first, middle, last]) => [first, ...middle, last].join(' '))
const anyWord = fc.oneof({weight: 4, arbitrary: given}, oneOf(VOCABULARY), oneOf(VOCABULARY.map(capital)), {
  weight: 1,
  arbitrary: oneOf(MESSY),
})
const anyName = fc.array(anyWord, {minLength: 1, maxLength: 5}).map(name => name.join(' '))
const tellingName = fc
  .tuple(fc.array(given, {maxLength: 2}), oneOf(VOCABULARY.map(capital)), fc.array(spelled, {maxLength: 2}))
  .map(([before, telling, after]) => [...before, telling, ...after].join(' '))
const separator = fc.oneof(
  {weight: 30, arbitrary: fc.constant(', ')},
  oneOf([',', ' , ', ',  ', '; ', ' and ', ', and ']),
)
const list = fc
  .array(
    fc.tuple(
      fc.oneof(
        {weight: 20, arbitrary: plainName},
        {weight: 1, arbitrary: anyName},
        {weight: 1, arbitrary: tellingName},
      ),
      separator,
    ),
    {minLength: 1, maxLength: 5},
  )
  .map(names => names.map(([name, after], at) => (at < names.length - 1 ? name + after : name)).join(''))

/** What the careful path says of a list, findings included. */
function careful(source: string): unknown {
  const notes: unknown[] = []
  const authors = authorsOfAnyText(source, (...problem) => notes.push(problem))
  return {authors, notes}
}

beforeAll(loadHtmlLibrary)

describe('a plain author list', () => {
  it.each([
    'Ann Ek, Bo Sun, Jan van der Berg',
    "A. Berg, J.-P. O'Neill, PJ Marsh, A.B. Soto",
    'Mar\u00eda Jos\u00e9 P\u00e9rez Soto, Kai-Uwe Lund, J. \u00d3 Neill',
    'Ana M. DuBois',
    'A. Ek, B. Sun, C. Lind, M. Roca Soler',
    'Ahmed Abd El Maksoud, Mohamed Abdel Rahman',
  ])('%s is read at once, and as the careful path reads it', source => {
    expect({authors: plainAuthors(source), notes: []}).toEqual(careful(source))
  })

  it.each([
    'Li Y, Zhang XM',
    'Marsh Lh, Lund Lw',
    'TANAKA Hiroshi, SATO Yuki',
    'Ann Ek, Bo Sun, Jr.',
    'Ann Ek and Bo Sun',
    'Ann Ek, World Health Organization',
    'Ann Ek, Bo Sun et al',
    'Ann Ek,Bo Sun',
    'Ann Ek, Bo Sun ',
    'Ann Ek, Bo Sun,',
    'Ann  Ek',
    'Holm',
    '',
  ])('%j is left to the careful path', source => {
    expect(plainAuthors(source) ?? []).toEqual([])
  })

  it.each(VOCABULARY.map(capital))('a name with %s in it is read as the careful path reads it', word => {
    const sources = [`Ann ${word}`, `${word} Berg`, `A. ${word} Berg, ${word} Bo Lund`, `D ${word}, ${word} Author`]
    for (const source of [...sources, `Ann Berg, D ${word}`, `Ann Berg, ${word} Bo`]) {
      const authors = plainAuthors(source)
      if (authors !== null) expect({authors, notes: []}).toEqual(careful(source))
      expect(authorsOf(source, () => {})).toEqual(authorsOfAnyText(source, () => {}))
    }
  })

  it('is read as the careful path reads it, or not at all', () => {
    let taken = 0
    const runs = 20_000
    fc.assert(
      fc.property(list, source => {
        const authors = plainAuthors(source)
        if (authors === null) return
        taken += 1
        expect({authors, notes: []}).toEqual(careful(source))
      }),
      {numRuns: runs},
    )
    expect(taken).toBeGreaterThan(runs / 50)
  })

  it('knows only letters that NFC leaves alone', () => {
    for (let code = 0xc0; code < 0x250; code += 1) {
      const source = `Ann B${String.fromCharCode(code)}rg`
      const authors = plainAuthors(source)
      if (authors !== null) expect({authors, notes: []}).toEqual(careful(source))
    }
  })

  it('leaves pairs of letters that may be mojibake', () => {
    for (let code = 0xc2; code < 0xf5; code += 1) {
      for (const after of '\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192') {
        const pair = `${String.fromCharCode(code)}${after}`
        const source = `Ann B${pair}rg, ${pair}rg Berg, ${pair.toLowerCase()} Ek`
        for (const list of [source, ...source.split(', ')]) {
          const authors = plainAuthors(list)
          if (authors !== null) expect({authors, notes: []}).toEqual(careful(list))
        }
      }
    }
  })

  it('takes no longer than the list is long', () => {
    const started = performance.now()
    for (const part of ['Ann Ek, ', 'a ', 'Ann ', 'A.', 'A', "O'", 'Aa-', 'van ', 'Ann van ', ', '])
      plainAuthors(part.repeat(1_000_000 / part.length))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
