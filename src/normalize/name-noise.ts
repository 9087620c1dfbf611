import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {lineOf} from './text.js'

const PLAIN_ASCII = /^[A-Za-z](?:[A-Za-z .'-]*[A-Za-z])?$/
const PLAIN = /^\p{L}(?:[\p{L}\p{M} .'\u2019\u2010-]*[\p{L}\p{M}])?$/u
const ADDRESS = /\s*[<(]?(?:https?:\/\/|www\.|mailto:)\S*|\s*[<(]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}[>)]?/i
const MARKS_BEFORE = /^[*\u2020\u2021\u00a7\u00b6#|\u2016\u00b9\u00b2\u00b3\u2070\u2074-\u2079,;:.\s\u00b7\u2022-]+/
const MARKS_AFTER = /[*\u2020\u2021\u00a7\u00b6#|\u2016\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2709,;:\s\u00b7\u2022-]+$/
/** A digit at the end is a footnote only after a small letter, and in ones and twos: not in `Horizon 2030`, `GPT-4`, `15A18`. */
const DIGITS_AFTER = /^(\D*\s\D*\p{Ll}\.?)\s?\d{1,2}(?:[,\s]+\d{1,2})*$/u
const LIFE_DATES = /^\(?(?:b\.|d\.|ca?\.|fl\.|born|active)? ?\d{3,4}\?? ?(?:[-\u2013] ?(?:\d{3,4}\??)?)?\)?\.?$/
const DATES_AFTER = /(?:, ?| (?=\())(?=[(\d]|b\.|d\.|ca?\.|fl\.|born|active)([^,]{3,20})$/
const LOST = /\p{L}\?+\p{L}|\p{L}\?{2}|(?:^|\s)\?+\p{L}/u
const END_STOP = /\p{Ll}{3}\.$/u
const ABBREVIATION =
  /(?:^|[\s.])(?:Inc|Ltd|Corp|Univ|Inst|Dept|Bros|Assoc|Acad|Natl|Lab|Soc|Coll|Esq|Hosp|Jnr|Snr|Ing|Org|anon)\.$/i
const QUOTES = /["\u201c\u201d\u201e\u00ab\u00bb]/g
/** No name is as long; nothing longer is looked at closely. */
export const LONGEST_NAME = 600

/**
 * The text of one name without what does not belong to it: markup, entities and invisible characters (`lineOf`), a glued URL or
 * e-mail address, footnote marks, stray punctuation at its ends. "Michal Kosinskihttps://x.org/me" → "Michal Kosinski", noted.
 */
export function tidyName(raw: string, note: Note): string {
  if (raw.length < LONGEST_NAME && PLAIN_ASCII.test(raw)) return raw.includes('  ') ? raw.replace(/ {2,}/g, ' ') : raw
  const line = lineOf(raw, note).replaceAll(' ,', ',')
  if (line.length > LONGEST_NAME || PLAIN.test(line)) return line
  const name = withoutAddress(line, note)
  const {bare, dropped} = withoutMarks(name)
  if (LOST.test(bare)) note('name-characters-lost', `Unexpected "?" in ${excerpt(bare)}, expected a letter; kept`, line)
  if (bare === '') return name
  if (bare !== name)
    note('name-footnote-mark', `Unexpected ${dropped} in ${excerpt(name)}, expected a name alone; dropped`, line)
  return bare
}

/** True for a person's years as library catalogues add them: `1538?-1599`, `(1712-1796)`, `b. 1950`. */
export function isLifeDates(text: string): boolean {
  return text.length <= 20 && /\d{3}/.test(text) && LIFE_DATES.test(text)
}

function withoutAddress(line: string, note: Note): string {
  const found = line.includes('@') || line.includes('://') || line.includes('www.') ? ADDRESS.exec(line) : null
  if (found === null) return line
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim()
  if (rest === '') {
    note('name-url', `Unexpected address ${excerpt(line)}, expected a name; kept`, line)
    return line
  }
  note('name-url', `Unexpected address ${excerpt(found[0].trim())} in a name, expected the name alone; cut off`, line)
  return rest
}

/** The name without what stands around it, and in words what was dropped: `mark "*" and life dates "1588-1649"`. */
function withoutMarks(name: string): {readonly bare: string; readonly dropped: string} {
  let bare = name.replace(MARKS_BEFORE, '')
  const marks = [name.slice(0, name.length - bare.length)]
  const cut = (end: number) => {
    marks.push(bare.slice(end))
    bare = bare.slice(0, end)
  }
  cut(bare.replace(MARKS_AFTER, '').length)
  const [tail, dates] = DATES_AFTER.exec(bare) ?? []
  const isDated = tail !== undefined && dates !== undefined && isLifeDates(dates)
  if (isDated) bare = bare.slice(0, -tail.length)
  cut(DIGITS_AFTER.exec(bare)?.[1]?.length ?? bare.length)
  if (hasStrayQuotes(bare)) {
    marks.push(...(bare.match(QUOTES) ?? []))
    bare = bare.replace(QUOTES, '').trim()
  }
  if (END_STOP.test(bare) && !ABBREVIATION.test(bare)) cut(bare.length - 1)
  const found = marks.map(mark => mark.trim()).filter(mark => mark !== '')
  const named = found.length > 0 ? `mark ${excerpt(found.join(' '))}` : ''
  return {bare, dropped: [named, isDated ? `life dates ${excerpt(dates)}` : ''].filter(Boolean).join(' and ')}
}

/** One quote alone, or two around the whole name. */
function hasStrayQuotes(name: string): boolean {
  const count = name.match(QUOTES)?.length ?? 0
  return count === 1 || (count === 2 && /^["\u201c\u201e\u00ab].*["\u201d\u201c\u00bb]$/.test(name))
}
