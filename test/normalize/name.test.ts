import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {nameOf} from '../../src/normalize/name.js'
import type {Author} from '../../src/record/canonical.js'
import type {DefectId} from '../../src/record/defects.js'

/** Given | particle | family | suffix, or the literal in brackets. */
function shown({given, particle, family, suffix, literal}: Author): string {
  return literal === null ? [given, particle, family, suffix].map(part => part ?? '').join('|') : `[${literal}]`
}

beforeAll(loadHtmlLibrary)

function read(raw: string): {name: string; rules: DefectId[]; author: Author} {
  const rules: DefectId[] = []
  const author = nameOf(raw, rule => rules.push(rule))
  return {name: shown(author), rules, author}
}

describe('a person in natural order', () => {
  it.each([
    ['Kai-Uwe Lewandrowski', 'Kai-Uwe||Lewandrowski|'],
    ['Mark S Gold', 'Mark S||Gold|'],
    ["Maeve O'Neill", "Maeve||O'Neill|"],
    ['C. Oktay Brenn', 'C. Oktay||Brenn|'],
    ['Ana Maria Coelho Frota', 'Ana Maria Coelho||Frota|'],
    [
      '\u0418\u0432\u0430\u043d \u0418\u0432\u0430\u043d\u043e\u0432\u0438\u0447 \u0421\u0435\u0434\u043e\u0432',
      '\u0418\u0432\u0430\u043d \u0418\u0432\u0430\u043d\u043e\u0432\u0438\u0447||\u0421\u0435\u0434\u043e\u0432|',
    ],
  ])('%s: the last word is the family name', (raw, name) => expect(read(raw)).toMatchObject({name, rules: []}))

  it.each([
    ['Jan van der Berg', 'Jan|van der|Berg|'],
    ['Ludwig von Mises', 'Ludwig|von|Mises|'],
    ['Luc Ren\u00e9 Olivier de la Roche Vernet', 'Luc Ren\u00e9 Olivier|de la|Roche Vernet|'],
    ['Pablo de la Fuente Soto', 'Pablo|de la|Fuente Soto|'],
    ['greta von holm lund', 'greta|von|holm lund|'],
    ['Carlo Di Nardo', 'Carlo||Di Nardo|'],
    ['EGON E. VON LUND', 'EGON E.|VON|LUND|'],
    ['Siti Aminah Binti Ibrahim', 'Siti Aminah|Binti|Ibrahim|'],
  ])('%s: a particle starts the family name and runs to the end', (raw, name) => expect(read(raw).name).toBe(name))

  it.each([
    ['Rui da Mata do Vale de Pinho', 'Rui da Mata do Vale|de|Pinho|'],
    ['Rita Moura de Pinho Teles', 'Rita Moura de Pinho||Teles|'],
    ['Rita das Dores Vaz Teles', 'Rita das Dores Vaz||Teles|'],
    ['D\u00e9bora Alves e Silva', 'D\u00e9bora Alves|e|Silva|'],
    ['Mar\u00eda del Carmen Soto', 'Mar\u00eda del Carmen||Soto|'],
  ])('%s: Portuguese particles count before the last word only', (raw, name) => expect(read(raw).name).toBe(name))

  it.each([
    ['Jaime A Teixeira da Silva', 'Jaime A||Teixeira da Silva|'],
    ['Rita V Moura da Mata', 'Rita V||Moura da Mata|'],
    ['Owen J Marsh Hill', 'Owen J||Marsh Hill|'],
    ['Nieves P\u00e9rez Otero', 'Nieves||P\u00e9rez Otero|'],
    ['Pablo Roca y Soler', 'Pablo||Roca y Soler|'],
    ['Ahmed Abd El Maksoud', 'Ahmed||Abd El Maksoud|'],
    ['Owen St John Marsh', 'Owen||St John Marsh|'],
    ['M. OLDE RIKKERT', 'M.||OLDE RIKKERT|'],
    ['Ana GARCIA SOTO', 'Ana||GARCIA SOTO|'],
  ])('%s: a double family name is kept together', (raw, name) => expect(read(raw).name).toBe(name))

  it.each([
    [
      '\u0623\u062d\u0645\u062f \u0639\u0628\u062f \u0627\u0644\u0644\u0647',
      '\u0623\u062d\u0645\u062f||\u0639\u0628\u062f \u0627\u0644\u0644\u0647|',
    ],
    [
      '\u0639\u0628\u062f \u0627\u0644\u0644\u0647 \u0623\u062d\u0645\u062f',
      '\u0639\u0628\u062f \u0627\u0644\u0644\u0647||\u0623\u062d\u0645\u062f|',
    ],
    ['\u0639\u0628\u062f \u0627\u0644\u0644\u0647', '[\u0639\u0628\u062f \u0627\u0644\u0644\u0647]'],
    ['Ahmed Abd Allah', 'Ahmed||Abd Allah|'],
    ['Mohamed Abdel Rahman', 'Mohamed||Abdel Rahman|'],
    ['Mohamed Abdel Rahman Ali', 'Mohamed Abdel Rahman||Ali|'],
    ['Abdel Rahman Ali', 'Abdel Rahman||Ali|'],
    ['abdul rahman ali', 'abdul rahman||ali|'],
    ['Abdul Kadir', 'Abdul||Kadir|'],
    ['Ahmed Abu Bakr', 'Ahmed||Abu Bakr|'],
    ['Abu Bakr Ahmed', 'Abu Bakr||Ahmed|'],
  ])('%s: half an Arabic name stays with the word after it', (raw, name) =>
    expect(read(raw)).toMatchObject({name, rules: []}),
  )

  it.each([
    ['Hung Van Nguyen', 'Hung Van||Nguyen|'],
    ['Wei Da Li', 'Wei Da||Li|'],
    ['Van Tran', 'Van||Tran|'],
    ['Mac Holm', 'Mac||Holm|'],
    ['Inez Perez', 'Inez||Perez|'],
    ['Maria Inez Holm', 'Maria Inez||Holm|'],
  ])('%s: what only looks like a particle or surname is a given name', (raw, name) => expect(read(raw).name).toBe(name))

  it.each([
    ['John Smith Jr.', 'John||Smith|Jr.'],
    ['W L Wilson III', 'W L||Wilson|III'],
    ['F. R. Gschneidner, Jr.', 'F. R.||Gschneidner|Jr.'],
    ['ANN HOLM , JR', 'ANN||HOLM|JR'],
    ['Rui Teles J\u00fanior', 'Rui||Teles|J\u00fanior'],
    ['R. S. T. de Pinho Neto', 'R. S. T.|de|Pinho|Neto'],
    ['Ana Neto', 'Ana||Neto|'],
    ['John A Holm V', 'John A||Holm V|'],
  ])('%s: the suffix is apart, and V is none', (raw, name) => expect(read(raw).name).toBe(name))

  it.each([
    ['J.Roe', 'J.||Roe|'],
    ['J.R.Roe', 'J.R.||Roe|'],
    ['J.-P.Roe', 'J.-P.||Roe|'],
    ["J.O'Neill", "J.||O'Neill|"],
    ["D.M'endez", "D.||M'endez|"],
    ['J. R.Roe-Holm', 'J. R.||Roe-Holm|'],
    ['Jane M.Roe', 'Jane M.||Roe|'],
    ['J.van der Berg', 'J.|van der|Berg|'],
    ['\u0418.\u0418.\u0421\u0435\u0434\u043e\u0432', '\u0418.\u0418.||\u0421\u0435\u0434\u043e\u0432|'],
  ])('%s: initials glued to the family name are given names', (raw, name) =>
    expect(read(raw)).toMatchObject({name, rules: [], author: {raw}}),
  )

  it.each([
    ['A.Jane Berg', 'A.Jane||Berg|'],
    ['J.ROE', '[J.ROE]'],
    ['M.Sc', '[M.Sc]'],
    ['U.S.Steel', '[U.S.Steel]'],
    ['St.John', '[St.John]'],
    ['Jane Roe B.Tech', 'Jane Roe||B.Tech|'],
  ])('%s: other glued words stay', (raw, name) => expect(read(raw).name).toBe(name))

  it('never changes case', () => {
    expect(read('ann EKBERG').name).toBe('ann||EKBERG|')
  })
})

describe('a person with the family name first', () => {
  it.each([
    ['Berg, Jan van der', 'Jan|van der|Berg|'],
    ['van den Berg, Jan', 'Jan|van den|Berg|'],
    ['Doe, Jr, John', 'John||Doe|Jr'],
    ['Doe, John, Jr.', 'John||Doe|Jr.'],
    ['Holm-Lund, Aksel P. Jr.', 'Aksel P.||Holm-Lund|Jr.'],
    ['Holm, M.D.', 'M.D.||Holm|'],
  ])('%s', (raw, name) => {
    expect(read(raw).name).toBe(name)
  })

  it.each([
    ['\u738b\u5c0f\u660e', '[\u738b\u5c0f\u660e]'],
    ['\u738b \u5c0f\u660e', '\u5c0f\u660e||\u738b|'],
    ['\u738b, \u5c0f\u660e', '\u5c0f\u660e||\u738b|'],
    ['\u5f8c\u85e4 \u771e\u4e8c', '\u771e\u4e8c||\u5f8c\u85e4|'],
    [
      '\u30de\u30a4\u30b1\u30eb \u30b8\u30e3\u30af\u30bd\u30f3',
      '[\u30de\u30a4\u30b1\u30eb \u30b8\u30e3\u30af\u30bd\u30f3]',
    ],
    ['\u6e05\u534e\u5927\u5b66 \u8ba1\u7b97\u673a\u7cfb', '[\u6e05\u534e\u5927\u5b66 \u8ba1\u7b97\u673a\u7cfb]'],
    ['Nguy\u1ec5n V\u0103n A', 'V\u0103n A||Nguy\u1ec5n|'],
    [
      '\u0421\u0435\u0434\u043e\u0432 \u0418\u0432\u0430\u043d \u0418\u0432\u0430\u043d\u043e\u0432\u0438\u0447',
      '\u0418\u0432\u0430\u043d \u0418\u0432\u0430\u043d\u043e\u0432\u0438\u0447||\u0421\u0435\u0434\u043e\u0432|',
    ],
  ])('%s in its own script', (raw, name) => expect(read(raw)).toMatchObject({name, rules: []}))
})

describe('a literal', () => {
  it.each([
    'World Health Organization',
    'Dutch Pancreatic Cancer Group',
    'the TLN-Group',
    'The Journal Staff',
    'Nordic Group for Clinical Sleep Research (NGSR)',
    'Download Example.Org',
    '500 Lichens Project Consortium',
    'X0 Collaboration',
    'Register Of The ABCDE',
    'U.S. Geological Survey',
    'Universit\u00e9 de Montr\u00e9al',
    'GADGET team',
    'Alpina Photo AG',
    'SNORE Study',
    "Usa Instituto de Astrof'isica de Canarias",
    'Department of Health and Human Services',
    'John Wiley & Sons',
    'UK10K',
    'CECT-Coleccion Espanola De Cultivos Tipo',
    'BCCX-Collection Gent',
    'Sudarsih',
  ])('%s is one, without a finding', raw => expect(read(raw)).toMatchObject({name: `[${raw}]`, rules: []}))

  it.each([
    'Ann Berit Staff',
    'Owen States',
    'Owen Bank',
    'J. Board',
    'Helena Sa',
    'Gino Commisso',
    'Minh The Nguyen',
    'Ann J. Branch',
    'Min Park',
    'Owen Church',
    'Jean ROYAL',
    'Ann MARSH-Holm',
  ])('%s is a person', raw => expect(read(raw).author.literal).toBeNull())

  it.each(['(:unav)', '(:Unav)', '[S.N.]', 'Unknown', 'Anonymous', '&NA;', 'N.N.', '\u4f5a\u540d'])(
    '%s is a placeholder',
    raw => {
      expect(read(raw)).toMatchObject({name: `[${raw}]`, rules: ['value-placeholder']})
    },
  )

  it.each<[string, DefectId]>([
    ['05C50 15A18', 'name-not-a-person'],
    ['London NW1 2DB', 'name-not-a-person'],
    ['I. -. London', 'name-not-a-person'],
    ['Aulus and Brutus', 'name-separator-suspect'],
    ['Doe, John, Ann, Max', 'name-separator-suspect'],
    ['Made Wijaya (Michael White)', 'name-separator-suspect'],
    ['Jane Roe (Bo', 'name-separator-suspect'],
    ['Jane Roe [Bo', 'name-separator-suspect'],
    ['Jane M(ax) Roe', 'name-separator-suspect'],
    ['Roe), Jane', 'name-separator-suspect'],
    ['Jane (Roe)', 'name-separator-suspect'],
    ['Jane Roe\uff08Bo\uff09', 'name-separator-suspect'],
    ['Assistant Professor', 'name-affiliation'],
  ])('%s is no name, which is noted', (raw, rule) => expect(read(raw)).toMatchObject({name: `[${raw}]`, rules: [rule]}))
})

describe('what does not belong to a name', () => {
  it.each<[string, string, DefectId]>([
    ['Michal Kosinskihttps://www.semanticscholar.org/me/account', 'Michal||Kosinski|', 'name-url'],
    ['Jane Roe (jane.roe@example.org)', 'Jane||Roe|', 'name-url'],
    ['Dr. Jane Roe', 'Jane||Roe|', 'name-academic-title'],
    ['Jane Roe, MD, PhD', 'Jane||Roe|', 'name-academic-title'],
    ['Jane A. Roe PhD', 'Jane A.||Roe|', 'name-academic-title'],
    ['Roe, Dr. Jane', 'Jane||Roe|', 'name-academic-title'],
    ['Jane Roe*\u2020', 'Jane||Roe|', 'name-footnote-mark'],
    ['Jane Roe1,2', 'Jane||Roe|', 'name-footnote-mark'],
    ['\u201cJane Roe', 'Jane||Roe|', 'name-footnote-mark'],
    ['. L. Roe', 'L.||Roe|', 'name-footnote-mark'],
    ['Holm, Aksel, 1588?-1649', 'Aksel||Holm|', 'name-footnote-mark'],
    ['Roe, Jane (Example University)', 'Jane||Roe|', 'name-affiliation'],
    ['R. O??Toole', 'R.||O??Toole|', 'name-characters-lost'],
  ])('%s: goes, or stays in doubt, with a finding', (raw, name, rule) =>
    expect(read(raw)).toMatchObject({name, rules: [rule]}),
  )

  it.each([
    ['Md Amimul Holm', 'Md Amimul||Holm|'],
    ['Yukihiro "Matz" Holm', 'Yukihiro "Matz"||Holm|'],
    ['Owen (Bo) Zhang', 'Owen (Bo)||Zhang|'],
    ['Elena Holm (Lund)', 'Elena||Holm (Lund)|'],
    ['Jan  Holm', 'Jan||Holm|'],
  ])('%s: stays where it belongs to the name', (raw, name) => expect(read(raw)).toMatchObject({name, rules: []}))

  it.each([
    ['Jane Roe*\u2020', 'mark "*\u2020"'],
    ['Jane Roe1,2', 'mark "1,2"'],
    ['\u201cJane Roe', 'mark "\u201c"'],
    ['. L. Roe', 'mark "."'],
    ['*Jane Roe\u2021', 'mark "* \u2021"'],
    ['Holm, Aksel, 1588?-1649', 'life dates "1588?-1649"'],
    ['*Aksel Holm (1712-1796)', 'mark "*" and life dates "(1712-1796)"'],
  ])('%s: the finding names what was dropped', (raw, dropped) => {
    const messages: string[] = []
    nameOf(raw, (_rule, message) => messages.push(message))
    expect(messages).toEqual([`Unexpected ${dropped} in "${raw}", expected a name alone; dropped`])
  })

  it('keeps the source untouched in raw', () => {
    expect(read('Dr. Jane  Roe*').author.raw).toBe('Dr. Jane  Roe*')
  })
})

describe('any name', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{3,8}x$/)
  const letters = (text: string) => text.replace(/[^A-Za-z]/g, '')

  it('of clean words keeps every letter and is not noted', () => {
    fc.assert(
      fc.property(fc.array(word, {minLength: 2, maxLength: 5}), words => {
        const {author, rules} = read(words.join(' '))
        const {given, particle, family, suffix} = author
        expect(letters([given, particle, family, suffix].join(''))).toBe(letters(words.join('')))
        expect(rules).toEqual([])
      }),
    )
  })

  it('is read without an error and is either split or a literal', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1}), raw => {
        const {author} = read(raw)
        expect(author.raw).toBe(raw)
        expect((author.literal === null) !== (author.family === null && author.given === null)).toBe(true)
      }),
    )
  })
})
