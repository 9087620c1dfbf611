import type {Author} from '../record/canonical.js'
import {UNIT_HEADS} from './affiliation.js'
import {endOfNames} from './author-separators.js'
import {headTriples, letterOf, type Triples, withLetter} from './letter-triples.js'
import {LONGEST_NAME} from './name-noise.js'
import {type Habit, isInitialList} from './name-order.js'
import {surnameAt, VIETNAMESE} from './name-parts.js'
import {CUE_ENDS, CUE_HEADS, isCue} from './organisation.js'
import {isParticleLower, surnameStart} from './particle.js'
import {PLACEHOLDERS} from './placeholder-name.js'

/**
 * The authors of a list in which nothing is unusual ("Jan van der Berg, Ana M. Soto, J.-P. O'Neill"), or null, which says nothing
 * but: look closer. It is `authorsOfAnyText` for four lists of five at a fifth of the time, and equal to it because every name ends in
 * a spelled word, after initials, spelled words and known particles with one space between, and none of them is a word that any
 * step of the careful path looks for (`TELLING`, `isCue`). So no name is a body, a tail, a pair or a placeholder, none is inverted
 * (those end in initials, or begin with capitals), nothing is noted, and what is left to decide is where the surname starts:
 * at the last word after initials, else where `surnameStart` says. A property test holds the two together.
 */
export function plainAuthors(list: string): Author[] | null {
  const authors: Author[] = []
  const open: number[] = []
  let initialled = 0
  let isLongWord = false
  for (let start = 0; start < list.length; ) {
    const name = plainNameAt(list, start)
    if (name === null) return null
    const {family, end} = name
    if (name.isOpen) open.push(authors.length)
    if (name.isInitialled) initialled += 1
    isLongWord ||= end - family > 2
    authors.push(authorOf(list.slice(family, end), list.slice(start, family - 1), null, list.slice(start, end)))
    start = end + SEPARATOR
  }
  // A list of `Marsh Lh, Lund Lw` may be inverted; one that ends in `et al` ends before it.
  if (!isLongWord || endOfNames(list) < list.length) return null
  if (open.length === 0) return authors
  const habit: Habit = {order: 'direct', persons: authors.length, initialled, isNativeGivenFirst: false}
  for (const at of open) authors[at] = splitAuthor(authors[at]?.raw ?? '', habit)
  return authors
}

const SPACE = 0x20
const APOSTROPHE = 0x27
const COMMA = 0x2c
const HYPHEN = 0x2d
const STOP = 0x2e
const ASCII_CAPITALS_END = 0x5a
const SEPARATOR = ', '.length

/** Words that are no part of a name, or decide how it is split; `isCue` knows those of organisations. */
const TELLING = new Set([
  ...'and und et of for the with jr sr jn sn jnr snr ii iii iv filho junior j\u00fanior neto netto sobrinho'.split(' '),
  ...'dr drs prof professor mr mrs rev esq phil'.split(' '),
  ...[...UNIT_HEADS, ...VIETNAMESE].map(word => word.toLowerCase()),
  ...[...PLACEHOLDERS].map(placeholder => placeholder.split(/[ ,]/, 1)[0] ?? ''),
])
const TELLING_HEADS = headTriples(TELLING)
const WORD_HEADS: Triples = CUE_HEADS.map((isHead, at) => isHead | (TELLING_HEADS[at] ?? 0))

const UPPER = 1
const LOWER = 2
/** Latin letters by their case, up to U+024F; all are as NFC has them. */
const SIGNS = Uint8Array.from({length: 0x250}, (_, code) => {
  const char = String.fromCharCode(code)
  return /\p{Lu}/u.test(char) ? UPPER : /\p{Ll}/u.test(char) ? LOWER : 0
})

interface PlainName {
  /** Where the last word starts. */
  readonly family: number
  readonly end: number
  readonly isInitialled: boolean
  /** There is more than initials between the first word and the last. */
  readonly isOpen: boolean
}

function plainNameAt(list: string, start: number): PlainName | null {
  let isOpen = false
  let isInitialled = false
  for (let at = start; ; ) {
    const isSpelled = isSpelledAt(list, at)
    const end = isSpelled ? endOfSpelled(list, at) : endOfOther(list, at, start)
    if (end < 0) return null
    if (at === start) isInitialled = !isSpelled
    if (list.charCodeAt(end) === SPACE) {
      // `\u00d3` is an initial that may begin a surname.
      if (at > start && (isSpelled || list.charCodeAt(at) > ASCII_CAPITALS_END)) isOpen = true
      at = end + 1
      continue
    }
    const isEnd = end === list.length || (list.charCodeAt(end) === COMMA && list.charCodeAt(end + 1) === SPACE)
    if (!isEnd || !isSpelled || at === start || end - start > LONGEST_NAME) return null
    return {family: at, end, isInitialled, isOpen}
  }
}

function caseAt(list: string, at: number): number {
  return at < list.length ? (SIGNS[list.charCodeAt(at)] ?? 0) : 0
}

/** `Berg`, `O'Neill`; not `J.`, `PJ`, `van`. */
function isSpelledAt(list: string, at: number): boolean {
  if (caseAt(list, at) !== UPPER) return false
  return caseAt(list, at + 1) === LOWER || list.charCodeAt(at + 1) === APOSTROPHE
}

/**
 * The end of the spelled word at `start`, or -1 when it is not one or a telling one. Hyphens, apostrophes and capitals stand inside,
 * each before a letter: `Kai-Uwe`, `D'Angelo`, `DuBois`; with a capital inside, short ones may be initials (`YuSh`).
 */
function endOfSpelled(list: string, start: number): number {
  let at = start + 1
  let before = list.charCodeAt(start)
  let triple = letterOf(before)
  let head = 0
  let hasCapital = false
  for (; at < list.length; at += 1) {
    const code = list.charCodeAt(at)
    const sign = SIGNS[code] ?? 0
    if (sign < LOWER) {
      if (sign === UPPER) {
        if (caseAt(list, at + 1) !== LOWER) return -1
        hasCapital ||= before !== HYPHEN && before !== APOSTROPHE
      } else if (code !== HYPHEN && code !== APOSTROPHE) break
      else if (caseAt(list, at + 1) === 0) return -1
    }
    // Such a pair may be one letter in the wrong encoding.
    if (code >= 0x152 && before >= 0xc2 && before <= 0xf4) return -1
    triple = withLetter(triple, letterOf(code))
    if (at === start + 2) head = triple
    before = code
  }
  const length = at - start
  if (hasCapital && length < 6) return -1
  if (length === 2) head = withLetter(triple, 0)
  const mayTell = WORD_HEADS[head] === 1 || (length >= 6 && CUE_ENDS[triple] === 1)
  return mayTell && isTelling(list.slice(start, at)) ? -1 : at
}

function isTelling(word: string): boolean {
  return TELLING.has(word.toLowerCase()) || isCue(word)
}

/** The end of the initials (`J`, `J.`, `PJ`, `A.B.`, `J.-P.`) or the particle at `at`, or -1. */
function endOfOther(list: string, at: number, start: number): number {
  if (caseAt(list, at) === UPPER) return endOfInitials(list, at)
  let end = at
  while (list.charCodeAt(end) >= 0x61 && list.charCodeAt(end) <= 0x7a) end += 1
  // `e` may stand between two authors.
  return at > start && end - at > 1 && isParticleLower(list.slice(at, end)) ? end : -1
}

function endOfInitials(list: string, start: number): number {
  const second = list.charCodeAt(start + 1)
  if (second >= 0x41 && second <= ASCII_CAPITALS_END) return start + 2
  if (second !== STOP) return start + 1
  let end = start + 2
  for (;;) {
    const next = list.charCodeAt(end) === HYPHEN ? end + 1 : end
    if (caseAt(list, next) !== UPPER || list.charCodeAt(next + 1) !== STOP) return end - start > 6 ? -1 : end
    end = next + 2
  }
}

function splitAuthor(raw: string, habit: Habit): Author {
  const words = raw.split(' ')
  const parts = surnameAt(words, surnameStart(words, isInitialList(habit, words)), null)
  return authorOf(parts.family, parts.given, parts.particle, raw)
}

function authorOf(family: string | null, given: string | null, particle: string | null, raw: string): Author {
  return {family, given, particle, suffix: null, literal: null, raw, orcid: null, authorId: null}
}
