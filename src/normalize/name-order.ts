import {isGivenFirst} from './east-asian-name.js'
import {isInitials, isTrailingInitials} from './initials.js'
import type {NameEntry} from './name.js'
import {isSuffix} from './name-suffix.js'
import {isEastAsianSurname} from './particle.js'

/**
 * How the names of one list are written. `direct`: given name first; `inverted`: `Li Y`; `capitals-first`: `TANAKA Hiroshi`.
 * `initialled` of the `persons` begin with initials.
 */
export interface Habit {
  readonly order: 'direct' | 'inverted' | 'capitals-first'
  readonly persons: number
  readonly initialled: number
  /** East Asian names in their own script are all written given name first. */
  readonly isNativeGivenFirst: boolean
}

/** A name of which nothing is known. */
export const UNKNOWN_HABIT: Habit = {order: 'direct', persons: 1, initialled: 0, isNativeGivenFirst: false}

const S2_INITIALS = /^\p{Lu}\p{Ll}$/u
/** Two-letter words that are names in some language; any other two letters that end a name are initials that lost their case. */
const SHORT_NAMES =
  /^(?:[bpmfdtnlgkhjqxzcsrywv][aeiou]|[aeiouy][iouyh]|an|en|er|al|as|os|oz|ok|ek|ak|ax|ng|im|un|uk|in|on|or|ip|ly|lv|by|ty|yu|ee|oe|st)$/i
const VOWELLESS = /^[^aeiouy]{2}$/i
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'\u2019-]+$/u

/**
 * What order a list of names is in, decided for the whole list: ["Li Y", "Zhang XM"] → inverted, because four in five of its
 * persons end in initials and do not begin with them. Names with a comma say their order themselves and do not count.
 */
export function habitOf(entries: readonly NameEntry[]): Habit {
  let persons = 0
  let initialled = 0
  let inverted = 0
  let perhaps = 0
  for (const {kind, words} of entries) {
    if (kind !== 'person' && kind !== 'suffixed') continue
    persons += 1
    if (isInitials(words[0] ?? '') && !isTrailingInitials(words.at(-1) ?? '')) initialled += 1
    else {
      const sign = signOfInversion(words)
      if (sign === 'certain') inverted += 1
      else if (sign === 'possible') perhaps += 1
    }
  }
  const order = persons === 0 || initialled * 5 > persons ? 'direct' : orderOf(entries, persons, inverted, perhaps)
  return {order, persons, initialled, isNativeGivenFirst: isNativeGivenFirst(entries)}
}

function orderOf(entries: readonly NameEntry[], persons: number, inverted: number, perhaps: number): Habit['order'] {
  if (hasCapitalsFirst(entries, persons)) return 'capitals-first'
  if (inverted > 0 && (inverted + perhaps) * 5 >= persons * 4) return 'inverted'
  return hasS2Initials(entries) ? 'inverted' : 'direct'
}

/** Three names at least, and all end in a common Chinese family name: with fewer, Japanese names of two and one would pass. */
function isNativeGivenFirst(entries: readonly NameEntry[]): boolean {
  if (entries[0]?.kind !== 'native') return false
  const names = entries.filter(({kind, words}) => kind === 'native' && words.length > 1)
  return names.length > 2 && names.every(({words}) => isGivenFirst(words))
}

/**
 * True when the list, this entry aside, writes given names as initials: four in five of the others do. In lists of three the sign
 * fails as often as not.
 */
export function isInitialList({persons, initialled}: Habit, words: readonly string[]): boolean {
  if (persons < 4) return false
  const own = isInitials(words[0] ?? '') ? 1 : 0
  return (initialled - own) * 5 >= (persons - 1) * 4
}

/** True for initials as S2 writes them: `Lh` of `Marsh Lh`. */
export function isS2Initials(word: string): boolean {
  return S2_INITIALS.test(word)
}

function signOfInversion(words: readonly string[]): 'certain' | 'possible' | null {
  let end = words.length - 1
  let last = words[end] ?? ''
  if (isSuffix(last) && end > 1) {
    end -= 1
    last = words[end] ?? ''
    if (!isTrailingInitials(last)) return null
  }
  if (!isTrailingInitials(last)) return null
  const first = words[0] ?? ''
  if (isInitials(first) && !(last.length === 1 && first.length > 1 && !first.includes('.'))) return null
  const isShouted =
    last.length > 1 && !last.includes('.') && (first === first.toUpperCase() || isEastAsianSurname(last))
  return isShouted ? 'possible' : 'certain'
}

/** Every name ends in initials as S2 writes them, and some of these can be nothing else: `Marsh Lh, Lund Lw`. */
function hasS2Initials(entries: readonly NameEntry[]): boolean {
  let isCertain = false
  for (const {kind, words} of entries) {
    if (kind !== 'person' && kind !== 'suffixed') continue
    const last = words.at(-1) ?? ''
    const isS2 = S2_INITIALS.test(last)
    if (words.length > 3 || !(isS2 || isTrailingInitials(last))) return false
    if (isS2 && !SHORT_NAMES.test(last)) isCertain ||= entries.length > 1 || VOWELLESS.test(last)
  }
  return isCertain
}

/** Three in four names are `TANAKA Hiroshi`, and one at least has a first word too long for initials. */
function hasCapitalsFirst(entries: readonly NameEntry[], persons: number): boolean {
  let capitals = 0
  let isLong = false
  for (const {kind, words} of entries) {
    const first = words[0] ?? ''
    if ((kind !== 'person' && kind !== 'suffixed') || !isCapitals(first) || !isMixed(words)) continue
    capitals += 1
    if (first.length >= 4) isLong = true
  }
  return isLong && capitals * 4 >= persons * 3
}

function isCapitals(word: string): boolean {
  const second = word.charCodeAt(1)
  return !(second >= 0x61 && second <= 0x7a) && CAPITALS.test(word)
}

/** Capitals first, and after them at least one word in the usual case and none in capitals. */
function isMixed(words: readonly string[]): boolean {
  const rest = words.slice(words.findIndex(word => !CAPITALS.test(word)))
  return rest.some(word => /\p{Ll}/u.test(word)) && !rest.some(word => CAPITALS.test(word) && word.length > 2)
}
