import {isCountry} from './affiliation.js'
import type {Slice} from './author-separators.js'
import {isEastAsian, isEastAsianFamily} from './east-asian-name.js'
import {ungluedWords} from './glued-initials.js'
import {isInitials, isTrailingInitials} from './initials.js'
import {isTitle} from './name-suffix.js'
import {isOrganisation} from './organisation.js'
import {isEastAsianSurname, isParticleLower} from './particle.js'

/**
 * The slices of a list in which commas stand between family and given names as well as between authors, two by two; null when
 * that is not certain. `Holm, Aksel A., Lund, Greta` → `Holm, Aksel A.`, `Lund, Greta`. Certain is: every second
 * part is nothing but initials; or every other part is a single word and some of those between are not; or there are just two parts
 * that cannot be two full names. `joined` says that an `and` stood between authors, and the parts are of full pairs.
 */
export function pairsIn(list: string, parts: readonly Slice[], joined: boolean): readonly Slice[] | null {
  const count = parts.length
  if (count < 2 || count % 2 === 1) return null
  const first = parts[0] as Slice
  // Nearly every list stops here: it begins with a full name.
  if (count > 2 && !mayBePairs(list, parts)) return null
  const texts = parts.map(({start, end}) => beforeComma(list.slice(start, end)))
  if (isEastAsian(texts[0] ?? ''))
    return texts.every((text, at) => at % 2 === 1 || isEastAsianFamily(text)) ? pair(parts) : null
  const families = texts.filter((_, at) => at % 2 === 0)
  const givens = texts.filter((_, at) => at % 2 === 1)
  if (!families.every(isFamily) || texts.some(text => isOrganisation(text.split(' ')))) return null
  const isTwoNames = count === 2 && hasSpace(families[0] ?? '') && SPACED_LETTERS.test(givens[0] ?? '')
  if (givens.every(isOnlyInitials)) return isTwoNames ? null : pair(parts)
  if (count === 2)
    return !joined && first.end > first.start && isLonePair(families[0] ?? '', givens[0] ?? '') ? pair(parts) : null
  const single = families.filter(family => !hasSpace(family) || isParticleLower(family.split(' ')[0] ?? '')).length
  return single * 4 >= families.length * 3 && (joined || givens.some(hasSpace)) && givens.every(isGiven)
    ? pair(parts)
    : null
}

/** In three parts of four at least, the first of two is a single word or the second is initials. */
function mayBePairs(list: string, parts: readonly Slice[]): boolean {
  let single = 0
  for (let at = 0; at < parts.length; at += 2) {
    const {start, end} = parts[at] as Slice
    const space = list.indexOf(' ', start)
    if (space < 0 || space >= end) single += 1
    else if (isOnlyInitials(list.slice((parts[at + 1] as Slice).start, (parts[at + 1] as Slice).end))) single += 1
    else if (single * 8 < at) return false
  }
  return single * 8 >= parts.length
}

function pair(parts: readonly Slice[]): readonly Slice[] {
  const pairs: Slice[] = []
  for (let at = 0; at < parts.length; at += 2)
    pairs.push({start: (parts[at] as Slice).start, end: (parts[at + 1] as Slice).end})
  return pairs
}

/** `Jane Roe, X Y`: initials are written `XY` or `X. Y.` */
const SPACED_LETTERS = /^\p{Lu} \p{Lu}$/u
const LAST_INITIAL = / (?:\p{Lu}\.[-\u2010]?){1,3}$/u

/**
 * `Wang, Liewei`, `Marsh, Ann Beth`, `van der Berg, Jan`, `Soto Mayor, Ana`, `Soto Mayor, Ana P.`; but `Ann Beth Marsh, Plato` and
 * `Dr. Ann Marsh, Plato` are two.
 */
function isLonePair(family: string, given: string): boolean {
  if (isCountry(given)) return false
  const words = untitled(family)
  const givens = untitled(given)
  if (words.length === 1 || isSurname(words)) return true
  if (givens.length > 1) return LAST_INITIAL.test(given) && isSpelledGiven(givens[0] ?? '')
  return !isTitle(family.split(' ')[0] ?? '') && words.filter(word => !isParticleLower(word)).length < 3
}

/** True when `Soto Mayor, Ana` may as well be two authors: nothing but the comma says that the words before it are a family name. */
export function isDoubtfulPair(text: string): boolean {
  const [family = '', given = '', ...more] = text.split(', ')
  const words = family.split(' ')
  return more.length === 0 && words.length > 1 && !isSurname(words) && !isOnlyInitials(given)
}

/** Words that can only be a family name: a particle before them, or `y` or `e` after the first. */
function isSurname(words: readonly string[]): boolean {
  return isParticleLower(words[0] ?? '') || words[1] === 'y' || words[1] === 'e'
}

function isSpelledGiven(word: string): boolean {
  return !isInitials(word) && !isEastAsianSurname(word)
}

function untitled(text: string): readonly string[] {
  const words = text.split(' ')
  const start = words.findIndex(word => !isTitle(word))
  return start > 0 ? words.slice(start) : words
}

function isFamily(text: string): boolean {
  if (/\d/.test(text) || text.length > 40) return false
  const words = text.split(' ')
  if (ungluedWords(words) !== words) return false
  return words.length < 5 && !words.some(word => isInitials(word) && word !== word.toLowerCase())
}

function isGiven(text: string): boolean {
  return /^\p{L}/u.test(text) && !/\d/.test(text) && text.length < 40
}

function isOnlyInitials(text: string): boolean {
  const second = text.charCodeAt(1)
  if (second >= 0x61 && second <= 0x7a && text.length > 3 && !text.includes('.')) return false
  return text.length < 16 && text.split(' ').every(word => isInitials(word) || isTrailingInitials(word))
}

function hasSpace(text: string): boolean {
  return text.includes(' ')
}

/** What stands before the first comma: a name without the suffix that was merged to it. */
export function beforeComma(text: string): string {
  const comma = text.indexOf(',')
  return comma < 0 ? text : text.slice(0, comma)
}
