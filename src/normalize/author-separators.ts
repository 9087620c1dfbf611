import {isLegalForm} from './affiliation.js'
import {ungluedWords} from './glued-initials.js'
import {conjunctionIn, withoutConjunction} from './list-conjunction.js'
import {isLifeDates} from './name-noise.js'
import {beforeComma, pairsIn} from './name-pairs.js'
import {isDegrees, isSuffix} from './name-suffix.js'
import {isOrganisation} from './organisation.js'

/** Where one name stands in the source's list. */
export interface Slice {
  readonly start: number
  readonly end: number
}

const MESSY = /[;<([|\n\t\uff0c\uff1b\u3001\u060c\u061b]/
const TAG = /<(?:sup\b[^<>]{0,100}>[^<>]{0,60}<\/sup|\/?[a-z][^<>]{0,200})>/iy
const ENTITY = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/iy
const MAY_END_AL = /[lLsS.,;)\]\s\u2026\u7b49]/
const ET_AL =
  /(?:^|[\s,;(]|&\s?)(?:(?:and\s)?et\.?\s?als?|and (?:others|colleagues)|\u2026|\.\.\.)[\s.,;)\]]*$|\u7b49$/i
const AND = /\s(?:and|&amp;|&|und|et)\s/gi
const HAS_AND = /(?:^|[\s,])(?:and|&amp;|&|und|et)\s/i
const AND_BEFORE = /^(?:and|&amp;|&)\s/i
const TAIL_HEADS = new Set('Jr Sr Jn Sn jr sr Ph Ps Ed Es Dr Pv Pt In Lt Co Gm Ll ca fl bo ac'.split(' '))
/** No two names are as long. */
const LONGEST_PAIR = 200
const FOOTNOTE = /^(?:\d{1,2}|[*\u2020\u2021\u00a7\u00b6#]{1,3}|\d{1,2}[*\u2020])$/
const FOOTNOTE_END = /[\d*\u2020\u2021\u00a7\u00b6#\u00b9\u00b2\u00b3>]$/
const SUFFIX_THEN_GIVEN = /^(?:Jr|Sr)\.? \p{Lu}/u

/** Where the names of a list end: before `et al.`, if it ends so, else at its end. "A. Berg, B. Ek et al." → 13 */
export function endOfNames(list: string): number {
  if (!MAY_END_AL.test(list.slice(-1))) return list.length
  const tail = Math.max(0, list.length - 32)
  const found = ET_AL.exec(list.slice(tail))
  return found === null ? list.length : tail + found.index
}

/**
 * The slices of a joined author list that hold one author each. "Jan Berg, W. Ek, Jr., and Li Bo" → `Jan Berg`, `W. Ek, Jr.`,
 * `Li Bo`. Commas within brackets and markup and the semicolons of entities do not separate. A wrong cut is a wrong author, so
 * `Family, Given` is one slice only where the whole list says so.
 */
export function cutAuthors(list: string): readonly Slice[] {
  const isMessy = MESSY.test(list)
  if (isMessy) {
    const parts = cutAt(list, ';\uff1b\u061b|')
    const [only] = parts
    if (parts.length !== 1 || only === undefined)
      return splitLast(
        list,
        parts.flatMap(part => cutWithin(list, part)),
      )
    const {start, end} = only
    if (start > 0 || end < list.length) return shift(cutAuthors(list.slice(start, end)), start)
    if (/[\n\t]/.test(list) && !list.includes(',')) return cutAt(list, '\n\t')
  }
  const parts = mergeTails(list, isMessy ? cutAt(list, ',\uff0c\u3001\u060c') : cutAtCommas(list))
  if (!HAS_AND.test(list)) return pairsIn(list, parts, false) ?? splitLast(list, parts)
  const commas = parts.map(part => withoutAnd(list, part))
  const bibtex = cutBibtex(list)
  if (bibtex !== null) return bibtex
  const pieces = commas.flatMap(part => cutAtAnds(list, part))
  return pairsIn(list, mergeTails(list, pieces), true) ?? splitAnds(list, commas)
}

/** One part of a list with semicolons: itself a list where commas stand between full names. */
function cutWithin(list: string, part: Slice): readonly Slice[] {
  const text = list.slice(part.start, part.end)
  const commas = shift(mergeTails(text, cutAt(text, ',')), part.start)
  const isList = commas.length > 1 && commas.every(({start, end}) => isFullName(list.slice(start, end)))
  if (isList) return commas
  return HAS_AND.test(text) ? splitAnds(list, [withoutAnd(list, part)]) : [part]
}

/** `Berg, Jan and Ek, W. and Black Brown, Jr., Peter`: the ands separate, the commas do not. */
function cutBibtex(list: string): readonly Slice[] | null {
  const parts = cutAtAnds(list, {start: 0, end: list.length})
  let pairs = 0
  let isLastPair = false
  for (const part of parts) {
    const text = list.slice(part.start, part.end)
    const pieces = mergeTails(text, cutAtCommas(text)).map(({start, end}) => beforeComma(text.slice(start, end)))
    const isPair = pieces.length === 2
    if (pieces.length > 2 || isOrganisation(text.split(' '))) return null
    if (isPair ? pieces.every(isFullName) : !isFullName(pieces[0] ?? '')) return null
    if (isPair) pairs += 1
    isLastPair = isPair
  }
  return isLastPair || pairs > 1 ? parts : null
}

/** Takes the parts that are no name by themselves to the name before: `Jr.`, `PhD`, `Inc.`, life dates, footnotes. */
function mergeTails(list: string, parts: readonly Slice[]): readonly Slice[] {
  let merged: Slice[] | null = null
  for (let at = 1; at < parts.length; at += 1) {
    const part = parts[at] as Slice
    const before = merged?.at(-1) ?? (parts[at - 1] as Slice)
    if (mayBeTail(list, part) && isTail(list, before, list.slice(part.start, part.end))) {
      merged ??= parts.slice(0, at)
      merged[merged.length - 1] = {start: before.start, end: part.end}
    } else merged?.push(part)
  }
  return merged ?? parts
}

/** Nearly no part is a tail, and most say so by their first two letters. */
function mayBeTail(list: string, {start, end}: Slice): boolean {
  const second = list.charCodeAt(start + 1)
  const isLower = second >= 0x61 && second <= 0x7a
  return isLower ? TAIL_HEADS.has(list.slice(start, start + 2)) : end - start <= 24
}

function isTail(list: string, before: Slice, text: string): boolean {
  if (isSuffix(text) || isDegrees(text))
    return isLowerIn(text) || list.slice(before.start, Math.min(before.end, before.start + 60)).includes(' ')
  if (FOOTNOTE.test(text)) return FOOTNOTE_END.test(list[before.end - 1] ?? '')
  return isLegalForm(text) || isLifeDates(text) || SUFFIX_THEN_GIVEN.test(text)
}

/** `MD` and `JR` may be initials after a single word; `PhD`, `Jr.` may not. */
function isLowerIn(text: string): boolean {
  return /[a-z.]/.test(text.slice(1))
}

/** Cuts every part at its ands where persons stand on both sides; `Department of Health and Human Services` stays whole. */
function splitAnds(list: string, parts: readonly Slice[]): readonly Slice[] {
  const isBare = parts.length > 1 && parts.slice(0, -1).every(({start, end}) => !/\s/.test(list.slice(start, end)))
  return parts.flatMap(part => {
    const pieces = cutAtAnds(list, part)
    if (pieces.length < 2) return [part]
    const texts = pieces.map(({start, end}) => list.slice(start, end))
    const isSplit = texts.every(
      (text, at) => isFullName(text) || (at > 0 && isBody(text)) || (isBare && !/\s/.test(text)),
    )
    return isSplit ? pieces : [part]
  })
}

/** The `e` or `y` before the last author of a list: `Ana Silva, Rui Costa e Maria Lopes`, `Ana Silva, e Maria Lopes`. */
function splitLast(list: string, parts: readonly Slice[]): readonly Slice[] {
  const last = parts.at(-1)
  if (last === undefined || last.end - last.start > LONGEST_PAIR) return parts
  const text = list.slice(last.start, last.end)
  const lead = parts.length > 1 ? withoutConjunction(text) : 0
  if (lead > 0)
    return isFullName(text.slice(lead)) ? [...parts.slice(0, -1), {...last, start: last.start + lead}] : parts
  const found = conjunctionIn(text)
  if (found === null || !isFullName(text.slice(0, found.before)) || !isFullName(text.slice(found.after))) return parts
  const first = {start: last.start, end: last.start + found.before}
  return [...parts.slice(0, -1), first, {start: last.start + found.after, end: last.end}]
}

function withoutAnd(list: string, part: Slice): Slice {
  const [and] = AND_BEFORE.exec(list.slice(part.start, part.start + 6)) ?? []
  return and === undefined ? part : trim(list, part.start + and.length, part.end)
}

/** `the TLN-Group` */
function isBody(text: string): boolean {
  return /^the\s/i.test(text) && isOrganisation(text.split(' '))
}

/** Two to five words that begin with a capital, or are particles, and are no organisation: `Jan van der Berg`, `C. Hamel`. */
function isFullName(text: string): boolean {
  const words = ungluedWords(text.split(' '))
  return (
    words.length > 1 &&
    words.length < 7 &&
    /^\p{Lu}/u.test(text) &&
    !/^\p{Ll}{4}/u.test(words.at(-1) ?? '') &&
    !isOrganisation(words)
  )
}

function cutAtCommas(list: string): readonly Slice[] {
  const slices: Slice[] = []
  let start = 0
  while (start <= list.length) {
    const found = list.indexOf(',', start)
    const end = found < 0 ? list.length : found
    push(slices, list, start, end)
    start = end + 1
  }
  return slices
}

function cutAtAnds(list: string, {start, end}: Slice): readonly Slice[] {
  const slices: Slice[] = []
  const text = list.slice(start, end)
  let from = 0
  for (const found of text.matchAll(AND)) {
    push(slices, list, start + from, start + found.index)
    from = found.index + found[0].length
  }
  push(slices, list, start + from, end)
  return slices
}

/** Cuts at any of the separators outside of brackets, tags and entities. Brackets that do not close are text. */
function cutAt(list: string, separators: string): readonly Slice[] {
  const slices: Slice[] = []
  let start = 0
  let noClose = ''
  for (let at = 0; at < list.length; at += 1) {
    const char = list[at] ?? ''
    if (separators.includes(char)) {
      push(slices, list, start, at)
      start = at + 1
    } else if ((char === '(' || char === '[') && !noClose.includes(char)) {
      const close = list.indexOf(char === '(' ? ')' : ']', at)
      if (close < 0) noClose += char
      else at = close
    } else if (char === '<' || char === '&') {
      const pattern = char === '<' ? TAG : ENTITY
      pattern.lastIndex = at
      if (pattern.test(list)) at = pattern.lastIndex - 1
    }
  }
  push(slices, list, start, list.length)
  return slices
}

function push(slices: Slice[], list: string, start: number, end: number): void {
  const slice = trim(list, start, end)
  if (slice.end > slice.start) slices.push(slice)
}

function trim(list: string, start: number, end: number): Slice {
  let from = start
  let to = end
  while (from < to && isSpace(list.charCodeAt(from))) from += 1
  while (to > from && isSpace(list.charCodeAt(to - 1))) to -= 1
  return {start: from, end: to}
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000
}

function shift(slices: readonly Slice[], by: number): readonly Slice[] {
  return slices.map(({start, end}) => ({start: start + by, end: end + by}))
}
