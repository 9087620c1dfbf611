import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {isPlaceholder, something} from './nothing.js'

/** Longer than any list of ranges in real records; what is longer is prose and kept. */
const LONGEST = 300
/** From here on a number is an article's, and "148301-4" is its fourth page rather than a shortened end. */
const ARTICLE_NUMBER_DIGITS = 6
const LONG_ARTICLE_PAGES = 40

/**
 * Pages as `first-last` with an ASCII hyphen, or the single locator. "1234\u201345" → "1234-1245", "E550-556" → "E550-E556", "pp. 12 - 15" →
 * "12-15"; several ranges keep their order. Descending, open and prose: kept, with a finding. `n/a-n/a`, `0-0`: null.
 */
export function pagesOf(text: string | null, note: Note): string | null {
  if (text === null || isPlain(text)) return text
  const value = something(text, note)
  if (value === null) return null
  const line = (/[\uff01-\uff5e]/.test(value) ? value.normalize('NFKC') : value).replace(/\s+/g, ' ')
  if (line.length > LONGEST) return doubted(line, 'pages-invalid', 'a page range; kept', text, note)
  const {dashed, pages} = bare(line)
  if (isPlaceholder(pages) || NO_PAGES.test(pages)) {
    note('value-placeholder', `Unexpected placeholder ${excerpt(value)}, expected pages or nothing; dropped`, text)
    return null
  }
  if (pages !== dashed) {
    note(
      'pages-not-canonical',
      `Unexpected form ${excerpt(dashed)}, expected pages only; read as ${excerpt(pages)}`,
      text,
    )
  }
  return withoutThousands(pages, text, note) ?? listed(pages, text, note)
}

/** What most records have, a number or two of the same length that ascend: nothing in it could be changed. */
function isPlain(text: string): boolean {
  const [, first, last] = /^e?([1-9]\d{0,14})(?:-(\d{1,15}))?$/.exec(text) ?? []
  return (
    first !== undefined &&
    (last === undefined || (last.length === first.length && last >= first && !text.startsWith('e')))
  )
}

const NO_PAGES =
  /^(?:(?:n\/?a|no|none|null|nan|undefined|0{1,9}|\?|-)(?:-(?:n\/?a|no|none|null|nan|undefined|0{1,9}|\?)?)?|np|n\.\s?p\.|no pag(?:es|ination)(?: (?:specified|given|available))?|not paginated|unpaginated)$/i
const DASH = /(?:\s?(?:[-\u2010-\u2015\u2212\ufe58\ufe63]|&(?:ndash|mdash|#8211|#8212|#x201[34]);))+\s?/g
/** A dash that an encoding turned into `???` or mojibake can only have been one between digits; `~` and "to" are other signs for it. */
const OTHER_DASH =
  /(\d)\s?(?:\?{3}|\ufffd{1,3}|\u00e2\u20ac[\u201c\u201d\u0093\u0094]|\u00e2\u0080[\u0093\u0094]|[~\u301c]|\b(?:to|bis)\b)\s?(?=\d)/g
const LABEL =
  /^(?:pages?\s?:?|pgs?\.?\s?:?|pp\.?\s?:?|p\.|p\s(?=\d)|s\.(?=\s?\d)|seiten?\s|p\u00e1gs?\.?\s?|\u7b2c)\s?(?=\d|[a-z]{1,4}\.?\d|[ivxlcdm]{1,9}(?:-|$))/i
const TAIL = /(?<=\d)(?:\s?[\u9875\u9801]|[.,;:]{1,3})$/

/** With plain hyphens, and further without labels; each label uncovers at most another. */
function bare(line: string): {dashed: string; pages: string} {
  const dashed = line.replace(DASH, '-')
  let pages = dashed.replace(OTHER_DASH, '$1-')
  for (let before = ''; before !== pages; ) {
    before = pages
    pages = pages.replace(LABEL, '').replace(TAIL, '')
  }
  return {dashed, pages}
}

const THOUSANDS = /^(\d{1,3}(?:,\d{3}){0,3})-(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})$/

/**
 * "1,234-1,240" without its thousands separators, "1234-1240"; where they may also stand between pages ("1,234-40") it is kept, with a
 * finding. Null for what is a list: "123,125-127,130".
 */
function withoutThousands(pages: string, text: string, note: Note): string | null {
  if (!pages.includes(',')) return null
  const [, first = '', last = ''] = THOUSANDS.exec(pages) ?? []
  if (first === '' || isList(first, last)) return null
  const plain = `${first}-${last}`.replaceAll(',', '')
  const isCertain = first.includes(',') && last.includes(',') && numberIn(last) >= numberIn(first)
  if (!isCertain) return doubted(pages, 'pages-invalid', 'pages without thousands separators; kept', text, note)
  const message = `Unexpected thousands separators in ${excerpt(pages)}, expected none; read as ${plain}`
  note('pages-not-canonical', message, text)
  return plain
}

/** True where the commas stand between pages: "1,234-240", "123,125-7,130", "127-8,130", but not "1,234-1,240", whose 234-1 is no range. */
function isList(first: string, last: string): boolean {
  const from = first.slice(-3)
  const to = last.split(',', 1)[0] ?? ''
  const isRange = Number(to) >= Number(from)
  if (!last.includes(',')) return isRange ? numberIn(last) < numberIn(first) : first.length > '12,345'.length
  if (isRange) return true
  return first.includes(',')
    ? Number(to) < Number.parseInt(first, 10)
    : Number(from.slice(0, -to.length) + to) > Number(from)
}

function numberIn(digits: string): number {
  return Number(digits.replaceAll(',', ''))
}

/** Each range by itself; what stands between them stays. Only when every part is a range or locator is any of them touched. */
function listed(value: string, text: string, note: Note): string {
  const parts = value.split(/(\s?[,;+&]\s?(?=\S))/)
  if (!parts.every((part, at) => at % 2 === 1 || isLocator(part)))
    return doubted(value, ruleOf(value), 'a page range; kept', text, note)
  const ranges = parts.map((part, at) => (at % 2 === 1 ? part : range(part, text, note)))
  return ranges.join('')
}

function ruleOf(value: string): 'pages-open' | 'pages-invalid' {
  return OPEN.test(value) ? 'pages-open' : 'pages-invalid'
}

/** "248-", "248-?", "10+", "10-20+", "248 ff." */
const OPEN = /^[a-z]{0,2}\d+(?:-\s?\?*|(?:-[a-z]{0,2}\d+)?(?:\+|\s?ff\.?))$/i
/** A word rather than a prefix ("Content7"), or no first page ("n/a-5"). */
const WORD = /^(?:(?!Suppl)\p{Lu}\p{Ll}{4,7}\d|[nN]\/[aA]-)/u

/** A word with a digit ("e1001", "S0360-3016(25)00593-0", "49.e9-49.e14") or Roman numerals, with hyphens inside only. */
function isLocator(part: string): boolean {
  if (/\s/.test(part) || /^-|-$/.test(part) || OPEN.test(part) || WORD.test(part) || isBackwards(part)) return false
  if (/^[ivxlcdm]+(?:-[ivxlcdm]+)?$/i.test(part)) return true
  return /\d/.test(part) && !/\?|\p{L}{9}/u.test(part) && !/^\d{1,2}-\p{L}{3,}$|^\p{L}{3,}-\d{1,2}$/u.test(part)
}

/** "297a-297", whose last page is not after its first. */
function isBackwards(part: string): boolean {
  const [, first, last] = /^(\d{1,15})[a-z]-(\d{1,15})$/i.exec(part) ?? []
  return first !== undefined && Number(last) <= Number(first)
}

const NO_LAST = /^([a-z]{0,4}\d{1,15})-(n\/?a|none|no|null|nan|undefined)$/i
const RANGE = /^([a-z]{0,4})(\d{1,15})-([a-z]{0,4})(\d{1,15})$/i

function range(part: string, text: string, note: Note): string {
  const [, only, placeholder] = NO_LAST.exec(part) ?? []
  if (only !== undefined) {
    note(
      'value-placeholder',
      `Unexpected placeholder "${placeholder}" in ${excerpt(part)}, expected a last page; read as ${only}`,
      text,
    )
    return only
  }
  const [, prefix = '', first = '', lastPrefix = '', last = ''] = RANGE.exec(part) ?? []
  if (first === '' || (lastPrefix !== '' && lastPrefix !== prefix)) return part
  if (Number(last) >= Number(first)) {
    if (lastPrefix === prefix) return part
    return expanded(part, `${prefix}${first}-${prefix}${last}`, text, note)
  }
  const end = first.slice(0, Math.max(0, first.length - last.length)) + last
  if (Number(end) <= Number(first) || isDescent(Number(first), Number(last), Number(end))) {
    const message = `Unexpected range that runs downwards in ${excerpt(part)}, expected one that runs upwards; kept`
    note('pages-descending', message, text)
    return part
  }
  if (first.length >= ARTICLE_NUMBER_DIGITS) {
    return doubted(
      part,
      'pages-abbreviated',
      'a whole last page; kept, for it may be an article number and its page',
      text,
      note,
    )
  }
  return expanded(part, `${prefix}${first}-${prefix}${end}`, text, note)
}

/** "101-98" is two numbers in the wrong order rather than 98 pages; "12-9" is what MEDLINE makes of 12-19. */
function isDescent(first: number, last: number, end: number): boolean {
  return first - last < end - first && end - first > LONG_ARTICLE_PAGES
}

function expanded(part: string, whole: string, text: string, note: Note): string {
  note('pages-abbreviated', `Unexpected shortened end in ${excerpt(part)}, expected ${whole}; expanded`, text)
  return whole
}

function doubted(
  part: string,
  rule: 'pages-abbreviated' | 'pages-invalid' | 'pages-open',
  expected: string,
  text: string,
  note: Note,
): string {
  note(rule, `Unexpected ${excerpt(part)}, expected ${expected}`, text)
  return part
}
