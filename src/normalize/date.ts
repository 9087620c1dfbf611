import type {DefectId} from '../record/defects.js'
import type {Note} from '../record/finding.js'
import {commonEra, DATE_WORDS, NO_DATE} from './date-words.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

/** A date that needs no look at the calendar. */
const PLAIN = /^(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?)?$/
const LONGEST = 200

/** What was understood. A part that is null is unknown; 0 too, but the source wrote it as a zero. */
interface Reading {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** How it was found, when not as an ISO date, and why: the first of several. */
  readonly rule: DefectId | null
  readonly found: string
}

/**
 * Date of EDTF level 0: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. "1996 Jul 9" → "1996-07-09", "SPR 2011" → "2011". An interval gives its
 * start, an impossible part goes (`2020-02-30` → `2020-02`), an ambiguous order (`03/04/2002`) gives the year, each with a finding. A year of
 * another era (2541) is kept with `date-era-suspect`; only one that names its era is converted. No date: null and `date-invalid`.
 */
export function dateOf(text: string | null, note: Note): string | null {
  if (text === null || PLAIN.test(text)) return text
  const value = something(text, note)
  if (value === null) return null
  const tidied = value.length > LONGEST ? '' : tidy(value)
  if (NO_DATE.test(tidied)) {
    note('value-placeholder', `Unexpected placeholder ${excerpt(value)}, expected a date or nothing; dropped`, text)
    return null
  }
  const common = commonEra(tidied)
  const reading = read(common)
  const seen = new Set<DefectId>()
  const date = dateFrom(reading, text, (rule, message, old) => {
    seen.add(rule)
    note(rule, message, old)
  })
  if (date === null) {
    if (seen.size === 0) note('date-invalid', `Unexpected ${excerpt(value)}, expected a date; dropped`, text)
  } else if (common !== tidied) {
    note('date-era-suspect', `Unexpected era in ${excerpt(value)}, expected a common year; read as ${date}`, text)
  } else if (
    !seen.has('date-invalid') &&
    !seen.has('date-not-iso') &&
    (reading.rule || date !== value.normalize('NFKC'))
  ) {
    const rule = reading.rule ?? 'date-not-iso'
    note(rule, `Unexpected ${reading.found} ${excerpt(value)}, expected an ISO date; read as ${date}`, text)
  }
  return date
}

/** Lower case, one kind of space and digit, without brackets, quotes, marks of doubt, and the time of day. */
function tidy(value: string): string {
  const text = value.normalize('NFKC').toLowerCase()
  return withoutRemark(text)
    .replace(/[[\](){}"'\u2018\u2019?\u00a9\p{Cf}]|~$/gu, '')
    .replace(TIME, ' ')
    .replace(/(?<=-\d\d)(?:t\d\d?|z|[+-]\d\d:\d\d)$|(?:-(?:xx|uu)){1,2}$/, '')
    .replace(/(\d) ?[\u5e74\ub144] ?/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Brackets at the end go with what they say where it is a time zone, or the date of another edition: "2020 (online 2019)". */
function withoutRemark(text: string): string {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1
  if (open <= 0) return text
  const lead = text.slice(0, open)
  const isRemark = lead.includes(':') || (EDITION.test(text.slice(open)) && /\d{4}/.test(lead))
  return isRemark ? lead : text
}

const EDITION = /\b(?:online|print|printed|e-?pub|electronic)\b/

/** The time of day, with its zone: "t07:24:00.000z", " 12:00 am", " 00:00:00 gmt+0800". */
const TIME =
  /(?:(?<=\d)t|\s)\d{1,2}:\d{1,2}(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|[ecmpj][sd]?t))?(?: ?[+-]\d\d:?\d\d)?/

const NOTHING: Reading = {year: null, month: null, day: null, rule: 'date-invalid', found: 'form'}

function read(text: string): Reading {
  const digits = /^\d+$/.test(text)
  return (digits ? readDigits(text) : readDate(text)) ?? readYear(text)
}

function readDate(text: string): Reading | null {
  return readInterval(text) ?? readNumbers(text) ?? readLabelled(text) ?? readWords(text)
}

/** `2018`, `202003`, `20200305`, `20200305123000`, and milliseconds or seconds since 1970. */
function readDigits(text: string): Reading | null {
  if (text.length === 4) return {...NOTHING, year: Number(text), rule: null}
  const [, year, month, day] =
    /^((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?(?:[01]\d|2[0-3])?(?:[0-5]\d){0,2}$/.exec(text) ?? []
  if (year !== undefined && month !== undefined && text.length % 2 === 0) {
    // "200305" may as well be 5 March 2020.
    if (text.length === 6 && /^(?:19|20)(?:0[1-9]|1[0-2])/.test(text))
      return {...NOTHING, year: Number(year), rule: 'date-ambiguous', found: 'order in'}
    return reading(year, month, day, 'date-not-iso', 'form')
  }
  // An impossible month or day; not "20032019", which has its year at the end.
  const [, y, m, d] = /^((?:19|20)\d\d)(?!(?:1[89]|20)\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  if (y !== undefined) return reading(y, m, d, 'date-not-iso', 'form')
  return /^\d{10}$|^\d{12,13}$/.test(text) ? readEpoch(Number(text) * (text.length === 10 ? 1000 : 1)) : null
}

/** A moment is a date only where the whole Earth has the same one: the scraper's time zone is not known. */
function readEpoch(milliseconds: number): Reading {
  const isDay = milliseconds % 86_400_000 === 0
  const [west, east] = [-12, 14].map(hours =>
    new Date(milliseconds + (isDay ? 0 : hours * 3_600_000)).toISOString().slice(0, 10),
  )
  const [year = '', month, day] = (west ?? '').split('-')
  if (west === east) return reading(year, month, day, 'date-not-iso', 'moment')
  const isMonth = west?.slice(0, 7) === east?.slice(0, 7)
  if (!isMonth && east?.slice(0, 4) !== year) return NOTHING
  return reading(year, isMonth ? month : undefined, undefined, 'date-ambiguous', 'moment')
}

/** Two dates with the year first: the first of them. `2015-01-15/2015-02-25`, `1995-1996`, `2021-22`, `2015-` */
function readInterval(text: string): Reading | null {
  const whole =
    /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))? ?(?:\/|-{1,2}|~|\.\.|to|until|bis) ?(?=\d{4}(?!\d)|\.\.|$)/.exec(text)
  if (whole) return reading(whole[1], whole[2], whole[3], 'date-interval', 'interval')
  const [, first = '', dash = '', last = ''] = /^(\d{4}) ?(-{1,2}|\/|~) ?(\d\d)$/.exec(text) ?? []
  const follows = Number(last) === (Number(first) + 1) % 100
  if (first === '' || (Number(last) <= 12 && !(follows && dash !== '-'))) return null
  if (Number(last) <= 12) return {...NOTHING, year: Number(first), rule: 'date-ambiguous', found: 'month or year in'}
  return Number(last) > Number(first) % 100 ? reading(first, undefined, undefined, 'date-interval', 'interval') : null
}

/** Numbers only: `2010/04/14`, `2013/9`, `08.01.2015`, `04/2020`. */
function readNumbers(text: string): Reading | null {
  const [, year, , month, day] = /^(\d{4})( ?[-/.] ?| )(\d{1,2})(?:\2(\d{1,2}))?\.?$/.exec(text) ?? []
  if (year !== undefined)
    return reading(year, month, day, /^\d{4}-\d\d(?:-\d\d)?$/.test(text) ? null : 'date-not-iso', 'form')
  const [, a, b] = /^(\d{1,2}) ?[-/.] ?(\d{4})$/.exec(text) ?? []
  if (a !== undefined) return reading(b, a, undefined, 'date-not-iso', 'form')
  const [, first, sign, second, last] = /^(\d{1,2})( ?[-/.] ?| )(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  const [x, y] = [Number(first), Number(second)]
  if (x > 12 && y > 12) return reading(last, second, undefined, 'date-not-iso', 'form')
  // No locale of CLDR writes the month first with full stops.
  if (x > 12 || x === y || (sign?.trim() === '.' && y <= 12))
    return reading(last, second, first, 'date-not-iso', 'form')
  if (y > 12) return reading(last, first, second, 'date-not-iso', 'form')
  return {...NOTHING, year: Number(last), rule: 'date-ambiguous', found: 'order in'}
}

/** Numbers only, with words that say nothing before or after them: `published: 2019-03-12`, `2020-05-03 print`. */
function readLabelled(text: string): Reading | null {
  const [, before = '', numbers = '', after = ''] = /^(\D*)(\d[-\d ./]*\d)(\D*)$/.exec(text) ?? []
  const labels = `${before} ${after}`.match(/\p{L}+/gu) ?? []
  if (labels.length === 0 || !labels.every(word => DATE_WORDS.get(word) === 'noise')) return null
  const found = readInterval(numbers) ?? readNumbers(numbers)
  return found && {...found, rule: found.rule ?? 'date-not-iso'}
}

type Bag = {year?: number; month?: number; day?: number; season?: true; known: boolean}

/** Numbers and words in any order, each kind once; or two such dates, of which the first takes what it lacks from the second. */
function readWords(text: string): Reading | null {
  const tokens = text.match(/\d+|\p{L}+|\.\.|[^\s\p{L}\d]/gu) ?? []
  const one = bagOf(tokens)
  if (one !== null) return one.known && one.year !== undefined ? fromBag(one, 'date-not-iso', 'form') : null
  const cut = tokens.findIndex((token, at) => at > 0 && DATE_WORDS.get(token) === 'range')
  const left = cut < 0 ? null : bagOf(tokens.slice(0, cut))
  if (left === null) return null
  const right = bagOf(tokens.slice(cut + 1))
  const year = left.year ?? right?.year
  if (year === undefined || !left.known) return null
  const month = left.month ?? (left.day === undefined ? undefined : right?.month)
  const turns = left.year === undefined && (month ?? 0) > (right?.month ?? 12)
  if (turns) return {...NOTHING, year, rule: 'date-ambiguous', found: 'year of the start in'}
  return fromBag({...left, year, ...(month === undefined ? {} : {month})}, 'date-interval', 'interval')
}

function bagOf(tokens: readonly string[]): Bag | null {
  const bag: Bag = {known: true}
  for (const [at, token] of tokens.entries()) {
    const kind = kindOf(token, tokens[at + 1])
    if (kind === null) continue
    if (kind === 'unknown') bag.known = false
    else if (kind === 'season') bag.season = true
    else {
      if (bag[kind[0]] !== undefined) return null
      bag[kind[0]] = kind[1]
    }
  }
  return bag
}

function kindOf(
  token: string,
  next: string | undefined,
): ['year' | 'month' | 'day', number] | 'season' | 'unknown' | null {
  if (/^\d/.test(token)) {
    if (token.length === 4) return ['year', Number(token)]
    if (token.length > 2) return 'unknown'
    return [next === '\u6708' || next === '\uc6d4' ? 'month' : 'day', Number(token)]
  }
  if (/^[\u6708\uc6d4\u65e5\u53f7\u865f\uc77c\u5e74]$/.test(token)) return null
  const word = DATE_WORDS.get(token)
  if (typeof word === 'number') return ['month', word]
  if (word === 'season') return word
  return word !== undefined || !/\p{L}/u.test(token) ? null : 'unknown'
}

function fromBag(bag: Bag, rule: DefectId, found: string): Reading {
  // With a season a small number is its ordinal ("2d Trimest"); a day without a month may be anything.
  if (bag.month === undefined && bag.day !== undefined && bag.season === undefined)
    return {...NOTHING, year: bag.year ?? null}
  const day = bag.month === undefined ? null : (bag.day ?? null)
  return {
    year: bag.year ?? null,
    month: bag.month ?? null,
    day,
    rule,
    found: bag.season && rule !== 'date-interval' ? 'season in' : found,
  }
}

/** In other text: its year, when it names only one. */
function readYear(text: string): Reading {
  const years = new Set(text.match(/(?<![\p{L}\d])(?:1[5-9]|20)\d\d(?![\p{L}\d])/gu))
  const [year] = years
  return years.size === 1 && !/\bb\.?c/.test(text) ? {...NOTHING, year: Number(year), found: 'text in'} : NOTHING
}

function reading(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  rule: DefectId | null,
  found: string,
): Reading {
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  return {year: number(year), month: number(month), day: number(day), rule, found}
}

/** The date of the parts that are possible; the others are noted, a year that cannot be one takes all with it. */
function dateFrom({year, month, day}: Reading, text: string, note: Note): string | null {
  if (year === null) return null
  const isOtherEra = (year >= 1300 && year < 1450) || (year >= 2400 && year < 2700)
  if (year < 1000 || (year > 2100 && !isOtherEra)) {
    note(
      'year-out-of-range',
      `Unexpected year ${year} in ${excerpt(text.trim())}, expected one of publication; dropped`,
      text,
    )
    return null
  }
  if (isOtherEra) {
    note(
      'date-era-suspect',
      `Unexpected year ${year}, expected a common year, ${year > 2100 ? `perhaps ${year - 543}` : 'not a Hijri one'}; kept`,
      text,
    )
  }
  const ok = {month: month !== null && month >= 1 && month <= 12, day: false}
  if (ok.month && month !== null && day !== null) ok.day = day >= 1 && day <= daysIn(year, month)
  const bad =
    month !== null && month > 12
      ? `month ${month}`
      : ok.month && day !== null && day > 0 && !ok.day
        ? `day ${day}`
        : null
  const date = [String(year), ...(ok.month ? [pad(month)] : []), ...(ok.day ? [pad(day)] : [])].join('-')
  if (bad)
    note('date-invalid', `Unexpected ${bad} in ${excerpt(text.trim())}, expected a possible one; kept ${date}`, text)
  else if (month === 0 || (ok.month && day === 0)) {
    note(
      'date-not-iso',
      `Unexpected zero in ${excerpt(text.trim())}, expected a date without its unknown parts; kept ${date}`,
      text,
    )
  }
  return date
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function pad(part: number | null): string {
  return String(part).padStart(2, '0')
}
