import {isCountry} from './affiliation.js'
import type {Slice} from './author-separators.js'
import {isEastAsian, isEastAsianFamily} from './east-asian-name.js'
import {isInitials, isTrailingInitials} from './initials.js'
import {isTitle} from './name-suffix.js'
import {isOrganisation} from './organisation.js'
import {isParticleLower} from './particle.js'

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
  if (givens.every(isOnlyInitials)) return pair(parts)
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

/** `Wang, Liewei`, `Marsh, Ann Beth`, `Soto Mayor, Ana`. */
function isLonePair(family: string, given: string): boolean {
  if (isCountry(given)) return false
  const words = family.split(' ')
  return (
    words.length === 1 ||
    !hasSpace(given) ||
    isParticleLower(words[0] ?? '') ||
    words[1] === 'y' ||
    isTitle(given.split(' ')[0] ?? '')
  )
}

function isFamily(text: string): boolean {
  if (/\d/.test(text) || text.length > 40) return false
  const words = text.split(' ')
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
