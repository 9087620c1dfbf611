import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {authorsOf, type SourceAuthor} from '../../src/normalize/author-list.js'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import type {Author, Json} from '../../src/record/canonical.js'

function shown({given, particle, family, suffix, literal}: Author): string {
  return literal === null ? [given, particle, family, suffix].map(part => part ?? '').join('|') : `[${literal}]`
}

beforeAll(loadHtmlLibrary)

function read(source: string | readonly SourceAuthor[] | null): {
  names: string[]
  notes: string[]
  authors: Author[]
  values: (Json | undefined)[]
} {
  const notes: string[] = []
  const values: (Json | undefined)[] = []
  const authors = authorsOf(source, (rule, _message, value, under) => {
    notes.push(`${rule}${under ?? ''}`)
    values.push(value)
  })
  return {names: authors.map(shown), notes, authors, values}
}

describe('a list in natural order', () => {
  it.each([
    ['Ann Ek, Bo Sun, Jan van der Berg', ['Ann||Ek|', 'Bo||Sun|', 'Jan|van der|Berg|']],
    ['A. Ek, F. R. Gschneidner, Jr., B. Sun', ['A.||Ek|', 'F. R.||Gschneidner|Jr.', 'B.||Sun|']],
    ['A. Ek, B. Sun, and C. Li', ['A.||Ek|', 'B.||Sun|', 'C.||Li|']],
    ['G Lund, M Holm, PJ Marsh & B Ek', ['G||Lund|', 'M||Holm|', 'PJ||Marsh|', 'B||Ek|']],
    ['A. Ek, B. Sun &amp; C. Li', ['A.||Ek|', 'B.||Sun|', 'C.||Li|']],
    ['Ann Ek and Bo Sun', ['Ann||Ek|', 'Bo||Sun|']],
    ['C. Lund; C. Holm, C. Marsh', ['C.||Lund|', 'C.||Holm|', 'C.||Marsh|']],
    ['A. Ek; B. Sun and C. Li;', ['A.||Ek|', 'B.||Sun|', 'C.||Li|']],
    ['Ann Ek\nBo Sun', ['Ann||Ek|', 'Bo||Sun|']],
    ['Ann Ek | Bo Sun', ['Ann||Ek|', 'Bo||Sun|']],
    ['Y. Susanti,', ['Y.||Susanti|']],
    ['Ann Ek, , Bo Sun', ['Ann||Ek|', 'Bo||Sun|']],
    ['J.Roe, A.B.Holm', ['J.||Roe|', 'A.B.||Holm|']],
    ['J.Roe and A.B.Holm', ['J.||Roe|', 'A.B.||Holm|']],
    ['Ann Beth Marsh, Plato', ['Ann Beth||Marsh|', '[Plato]']],
    ['Dr. Ann Marsh, Plato', ['Ann||Marsh|', '[Plato]'], ['name-academic-title/0']],
    ['Ann Marsh, Dr. B. Sun Li', ['Ann||Marsh|', 'B. Sun||Li|'], ['name-academic-title/1']],
    ['Ana Silva, Rui Costa e Maria Lopes', ['Ana||Silva|', 'Rui||Costa|', 'Maria||Lopes|']],
    ['Ana Silva; Rui Costa e Maria Lopes', ['Ana||Silva|', 'Rui||Costa|', 'Maria||Lopes|']],
    ['Ana Silva, Rui Costa, e Maria Lopes', ['Ana||Silva|', 'Rui||Costa|', 'Maria||Lopes|']],
    ['Ana Costa e Silva e Maria Lopes', ['Ana Costa|e|Silva|', 'Maria||Lopes|']],
    ['R. Costa e M. Lopes', ['R.||Costa|', 'M.||Lopes|']],
    ['Pablo Roca y Ana Soler', ['Pablo||Roca|', 'Ana||Soler|']],
    ['Ana Silva, Rui Costa e Silva', ['Ana||Silva|', 'Rui Costa|e|Silva|']],
    ['Ana Silva, Rui Costa e Silva Lopes', ['Ana||Silva|', 'Rui Costa e Silva||Lopes|']],
    ['Ana Soler, Pablo Roca y Soler', ['Ana||Soler|', 'Pablo||Roca y Soler|']],
    ['Ann Ek, Department of Health and Human Services', ['Ann||Ek|', '[Department of Health and Human Services]']],
    [
      '\u738b\u5c0f\u660e\uff0c\u674e\u56db\u3001\u5f20 \u4e09',
      ['[\u738b\u5c0f\u660e]', '[\u674e\u56db]', '\u4e09||\u5f20|'],
    ],
    ['\u5f20\u73b2, \u7530\u73b2', ['[\u5f20\u73b2]', '[\u7530\u73b2]']],
  ])('%j', (source, names, notes: string[] = []) => expect(read(source)).toMatchObject({names, notes}))

  it('takes initials with two words for a double family name where the list spells no given names', () => {
    expect(read('A. Ek, B. Sun, C. Li, M. Roca Soler').names.at(-1)).toBe('M.||Roca Soler|')
    expect(read('Ann Ek, Bo Sun, Cy Li, M. Roca Soler').names.at(-1)).toBe('M. Roca||Soler|')
    expect(read('M. Roca Soler').names).toEqual(['M. Roca||Soler|'])
  })

  it('does not split an entity at its semicolon', () => {
    expect(read('Tom J&uuml;rgens, Ann Ek').authors.map(({raw}) => raw)).toEqual(['Tom J&uuml;rgens', 'Ann Ek'])
    expect(read('J&uuml;rgen Roe, X Y').authors.map(({raw}) => raw)).toEqual(['J&uuml;rgen Roe', 'X Y'])
    expect(read('Tom J&uuml;rgens; Ann Ek').authors.map(({raw}) => raw)).toEqual(['Tom J&uuml;rgens', 'Ann Ek'])
  })

  it('keeps commas in brackets', () => {
    expect(read('Berg, Jan (Example University, Oslo); Ek, Ann').authors.map(({raw}) => raw)).toEqual([
      'Berg, Jan (Example University, Oslo)',
      'Ek, Ann',
    ])
  })
})

describe('a list of inverted names', () => {
  it.each([
    ['Li Y, Zhang XM', ['Y||Li|', 'XM||Zhang|']],
    ['Van Holm Y, de Pinho M, Marsh DF Jr, Lund JR', ['Y||Van Holm|', 'M|de|Pinho|', 'DF||Marsh|Jr', 'JR||Lund|']],
    ['Tanaka A., Sato B.', ['A.||Tanaka|', 'B.||Sato|']],
    ['HOLM A, MARSH R, GAO F', ['A||HOLM|', 'R||MARSH|', 'F||GAO|']],
    ['Tanaka A, Sato B.', ['A||Tanaka|', 'B||Sato|']],
    ['Smith J, Jones B and Brown C', ['J||Smith|', 'B||Jones|', 'C||Brown|']],
    ['Holm N, Lund N, and the TLN-Group', ['N||Holm|', 'N||Lund|', '[the TLN-Group]']],
    [
      '\u0418\u0432\u0430\u043d\u043e\u0432 \u0418.\u0418., \u041f\u0435\u0442\u0440\u043e\u0432 \u041f.\u041f.',
      [
        '\u0418.\u0418.||\u0418\u0432\u0430\u043d\u043e\u0432|',
        '\u041f.\u041f.||\u041f\u0435\u0442\u0440\u043e\u0432|',
      ],
    ],
    ['Marsh Lh, Lund Lw', ['Lh||Marsh|', 'Lw||Lund|']],
    ['TANAKA Hiroshi, SATO Yuki', ['Hiroshi||TANAKA|', 'Yuki||SATO|']],
    ['MARSH Owen B., LUND Greta D.', ['Owen B.||MARSH|', 'Greta D.||LUND|']],
  ])('%s: initials or capitals tell for the whole list', (source, names) => {
    expect(read(source)).toMatchObject({names, notes: ['name-inverted']})
  })

  it.each([
    ['Cury, J.', ['J.||Cury|']],
    ['Shahin, A.', ['A.||Shahin|']],
    ['Shahin, A. B.', ['A. B.||Shahin|']],
    ['Wang, Liewei', ['Liewei||Wang|']],
    ['Marsh, Ann Beth', ['Ann Beth||Marsh|']],
    ['Roca-Soler, Ana', ['Ana||Roca-Soler|']],
    ['de la Roca Soler, Ana', ['Ana|de la|Roca Soler|']],
    ['Roca e Soler, Ana', ['Ana||Roca e Soler|']],
    ['Roca Soler, Ana P.', ['Ana P.||Roca Soler|']],
    ['Roca Soler Lund, AP', ['AP||Roca Soler Lund|']],
    [
      'Drew, Melanie A., Arndt, Sebastian, Hashmi, A. Stephen K.',
      ['Melanie A.||Drew|', 'Sebastian||Arndt|', 'A. Stephen K.||Hashmi|'],
    ],
    ['Di Lund, M., von Holm, P.', ['M.||Di Lund|', 'P.|von|Holm|']],
    ['Smith, J., Jones, B., & Brown, C.', ['J.||Smith|', 'B.||Jones|', 'C.||Brown|']],
    ['Smith, J., Jones, B. and Brown, C.', ['J.||Smith|', 'B.||Jones|', 'C.||Brown|']],
    ['Holm, Aksel; Lund, Greta', ['Aksel||Holm|', 'Greta||Lund|']],
    ['Smith, John and Doe, Jane', ['John||Smith|', 'Jane||Doe|']],
    ['Ann Marsh and de Roca Soler, Jr., Pablo', ['Ann||Marsh|', 'Pablo|de|Roca Soler|Jr.']],
    ['U, Greta and Holm, Aksel', ['Greta||U|', 'Aksel||Holm|']],
    ['\u738b, \u5c0f\u660e, \u674e, \u56db', ['\u5c0f\u660e||\u738b|', '\u56db||\u674e|']],
  ])('%s: commas stand within pairs', (source, names) => expect(read(source).names).toEqual(names))

  it('takes two words before a lone comma for a family name, and says that it may be wrong', () => {
    expect(read('Roca Soler, Ana')).toMatchObject({
      names: ['Ana||Roca Soler|'],
      notes: ['name-separator-suspect/0', 'name-inverted'],
    })
    for (const source of ['Roca, Ana', 'de Roca Soler, Ana', 'Roca y Soler, Ana', 'Roca Soler, A.'])
      expect(read(source).notes).toEqual(['name-inverted'])
  })

  it('keeps the stop of initials that stand alone after a comma', () => {
    expect(read('Holm, T K, Shahin, A.').names).toEqual(['T K||Holm|', 'A.||Shahin|'])
  })

  it('reads Chinese names given first where the whole list proves it', () => {
    const given = '\u6587\u8c6a \u9673, \u7f8e\u73b2 \u5433, \u5fd7\u660e \u9ec3'
    expect(read(given)).toMatchObject({
      names: ['\u6587\u8c6a||\u9673|', '\u7f8e\u73b2||\u5433|', '\u5fd7\u660e||\u9ec3|'],
      notes: ['name-inverted'],
      values: ['\u6587\u8c6a \u9673'],
    })
    expect(read('\u738b \u5c0f\u660e, \u674e \u56db').notes).toEqual([])
    expect(read('\u7530\u4e2d \u5b8f, \u8fd1\u85e4 \u6b66').names).toEqual([
      '\u5b8f||\u7530\u4e2d|',
      '\u6b66||\u8fd1\u85e4|',
    ])
  })

  it.each(['Wei LI, Ke WU', 'Xiu-Mei Lv, Wei Li', 'Ann Ek, Padma MG', 'Hiroshi TANAKA, Yuki SATO'])(
    '%s is none',
    source => {
      expect(read(source).notes).toEqual([])
    },
  )

  it('leaves single words alone when they may be pairs or not, and says so', () => {
    expect(read('Kern, Brian, Ritch, Dennis')).toMatchObject({
      names: ['[Kern]', '[Brian]', '[Ritch]', '[Dennis]'],
      notes: ['name-separator-suspect'],
    })
  })
})

describe('affiliations in the list', () => {
  it.each([
    ['School of Medicine, Tehran University of Medical Sciences, Tehran, Iran', 1],
    ['Assistant Professor, Department of Microbiology, Example Medical College, Chennai, India', 1],
    ['QX Wind Consultants, Inc., Los Angeles, CA (USA)', 1],
    ['Natural History Museum, London', 1],
    ['Ann Ek, Bo Sun, Example University, Oslo, Norway', 3],
    ['Institute For Glaciology, Freie Universit\u00e4t Berlin', 2],
    ['Ann Ek, GADGET Study Group, Bo Sun', 3],
  ])('%s: one literal where a country or the whole list proves it', (source, count) => {
    const {names, notes} = read(source)
    expect(names).toHaveLength(count)
    expect(notes.filter(note => note.startsWith('name-affiliation'))).toHaveLength(
      count === 1 || source.includes('Norway') ? 1 : 0,
    )
  })

  it('keeps the text of a joined affiliation whole in raw', () => {
    const source = 'School of Medicine, Tehran University of Medical Sciences, Tehran, Iran'
    expect(read(source).authors).toMatchObject([{literal: source, raw: source}])
  })
})

describe('the end and the absence of a list', () => {
  it.each(['A. Berg, B. Ek, et al.', 'A. Berg, B. Ek et al', 'A. Berg, B. Ek, and others', 'A. Berg, B. Ek, ...'])(
    '%s: is cut off, and noted',
    source => {
      expect(read(source)).toMatchObject({names: ['A.||Berg|', 'B.||Ek|'], notes: ['authors-truncated']})
    },
  )

  it.each([null, '', '  ', ',', ' ; '])('%j: has no authors', source =>
    expect(read(source)).toMatchObject({names: [], notes: []}),
  )

  it.each(['N/A', 'null', '-', '\u65e0'])('%s: is a placeholder', source => {
    expect(read(source)).toMatchObject({names: [], notes: ['value-placeholder']})
  })

  it('keeps an unknown author as a literal', () => {
    expect(read('Unknown')).toMatchObject({names: ['[Unknown]'], notes: ['value-placeholder/0']})
  })
})

describe('notes', () => {
  it('point to their author by its place in the result', () => {
    expect(read('Ann Ek, Bo Sun, Cy Li, 05C50 15A18').notes).toEqual(['name-not-a-person/3'])
    expect(read('Ann Ek1, 2, Dr. Bo Sun').notes).toEqual(['name-footnote-mark/0', 'name-academic-title/1'])
  })

  it('carry what the source said', () => {
    expect(read('Ann Ek, Bo Sunhttps://example.org').values).toEqual(['Bo Sunhttps://example.org'])
  })
})

describe('a list that the source has split', () => {
  const author = (parts: Partial<SourceAuthor>): SourceAuthor => ({name: null, ...parts})

  it.each<[Partial<SourceAuthor>, string]>([
    [{name: 'Jan van der Berg'}, 'Jan|van der|Berg|'],
    [{name: 'Berg, Jan'}, 'Jan||Berg|'],
    [{family: 'van der Berg', given: 'Jan'}, 'Jan|van der|Berg|'],
    [{family: 'Mises', given: 'Ludwig von'}, 'Ludwig|von|Mises|'],
    [{family: 'Roca Soler', given: 'B'}, 'B||Roca Soler|'],
    [{family: 'Marsh II', given: 'Owen R.'}, 'Owen R.||Marsh|II'],
    [{family: 'Marsh', given: 'P. Owen', suffix: 'Jr.'}, 'P. Owen||Marsh|Jr.'],
    [{family: 'Gschneidner, Jr.', given: 'Karl'}, 'Karl||Gschneidner|Jr.'],
    [{family: 'Liewei', given: 'Wang,'}, 'Liewei||Wang|'],
    [{family: 'J', given: 'Marsh, Owen'}, 'Owen J||Marsh|'],
    [{family: 'Sudarsih'}, '||Sudarsih|'],
    [{family: 'White)', given: 'Made (Michael'}, '[Made (Michael White)]'],
    [{family: 'Holm (Lund)', given: 'Elena'}, 'Elena||Holm (Lund)|'],
    [{family: 'Xiu-Mei Lin', given: ''}, 'Xiu-Mei||Lin|'],
    [{family: 'GADGET Collaboration'}, '[GADGET Collaboration]'],
    [{literal: 'Jane Roe Studio'}, '[Jane Roe Studio]'],
    [{given: 'Plato'}, '[Plato]'],
    [{name: 'Sudarsih'}, '[Sudarsih]'],
  ])('%j', (parts, name) => expect(read([author(parts)]).names).toEqual([name]))

  it('decides inverted names for the whole list, too', () => {
    expect(read([author({name: 'Li Y'}), author({name: 'Zhang XM'})])).toMatchObject({
      names: ['Y||Li|', 'XM||Zhang|'],
      notes: ['name-inverted'],
    })
  })

  it('keeps identifiers, and drops blank entries and et al.', () => {
    const {authors, notes} = read([
      author({name: 'Ann Ek', orcid: '0000-0002-1825-0097', authorId: '7'}),
      author({name: ' '}),
      author({name: 'et al.'}),
    ])
    expect(authors).toMatchObject([{family: 'Ek', orcid: '0000-0002-1825-0097', authorId: '7'}])
    expect(notes).toEqual(['authors-truncated'])
  })

  it('gives every author all keys in one order', () => {
    const keys = ['family', 'given', 'particle', 'suffix', 'literal', 'raw', 'orcid', 'authorId']
    const {authors} = read([
      author({name: 'Ann Ek'}),
      author({name: 'Ek'}),
      author({family: 'Ek', given: 'Ann'}),
      author({literal: 'Ek'}),
    ])
    for (const found of [...authors, ...read('Ann Ek, WHO Group, Li').authors]) expect(Object.keys(found)).toEqual(keys)
  })
})

describe('any list', () => {
  it('of plain names keeps them all, each as it was', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,6}x [A-Z][a-z]{3,6}x$/)
    fc.assert(
      fc.property(fc.array(name, {minLength: 1, maxLength: 8}), names => {
        expect(read(names.join(', ')).authors.map(({raw}) => raw)).toEqual(names)
      }),
    )
  })

  it('is read without an error, and raw comes from the source', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ', ',
        '; ',
        ' and ',
        'Jr.',
        'Li Y',
        'University',
        'Iran',
        '(',
        '<sup>',
        '&amp;',
        'et al.',
        '\u738b',
        'PhD',
        '1',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), pieces => {
        const source = pieces.join('')
        for (const {raw} of read(source).authors) expect(source).toContain(raw)
      }),
    )
  })

  it.each(
    Object.entries({
      words: 'a '.repeat(200_000),
      names: 'Jan Berg, '.repeat(30_000),
      pairs: 'Li, Y., '.repeat(30_000),
      bodies: 'University of X, '.repeat(20_000),
      places: 'University of X, Iran, '.repeat(20_000),
      suffixes: 'Jr., '.repeat(60_000),
      suffixLines: 'Jr.,\n'.repeat(60_000),
      initials: ' A'.repeat(200_000),
      ands: 'A B and '.repeat(30_000),
      open: '('.repeat(400_000),
      bracket: `${'(a'.repeat(200_000)})`,
      less: '<'.repeat(400_000),
      tags: '<sup>'.repeat(80_000),
      entities: '&amp;'.repeat(80_000),
      address: `${'a'.repeat(400_000)}@`,
      digits: '1'.repeat(400_000),
      commas: ','.repeat(400_000),
      han: '\u738b'.repeat(400_000),
      particles: 'van '.repeat(100_000),
      shouts: 'A'.repeat(400_000),
    }),
  )('of 400 kB of %s takes no quadratic time', (_, source) => {
    const start = performance.now()
    read(source)
    read([{name: source}, {name: null, family: source, given: source}])
    expect(performance.now() - start).toBeLessThan(6000)
  })

  it('never has half a bracket in a part of a name', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      'Ann',
      'Berg',
      'Ek',
      ' ',
      ' ',
      ', ',
      '; ',
      'van ',
      'A. ',
      '\u738b ',
    )
    const parts = ({family, given, particle, suffix}: Author) =>
      [family, given, particle, suffix].map(part => part ?? '')
    const isHalf = (part: string) => part.replace(/\([^()[\]]*\)|\[[^()[\]]*\]/g, '').match(/[()[\]]/) !== null
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), pieces => {
        const name = pieces.join('')
        const authors = [...read(name).authors, ...read([{name: null, family: name, given: `Ann ${name}`}]).authors]
        expect(authors.flatMap(parts).filter(isHalf)).toEqual([])
      }),
      {numRuns: 2000},
    )
  })

  it('of 500,000 names and an affiliation does not overflow the stack', () => {
    const bodies = 'School of Medicine, Example University, Oslo, Norway'
    expect(read(`${'Li, '.repeat(500_000)}${bodies}, ${'Li, '.repeat(5)}`).names).toHaveLength(500_006)
  }, 20_000)

  it('of 2,858 authors is read in a blink', () => {
    const source = Array.from({length: 2858}, (_, at) => `Jan P. Berg${String.fromCharCode(97 + (at % 26))}`).join(', ')
    const start = performance.now()
    expect(read(source).names).toHaveLength(2858)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
