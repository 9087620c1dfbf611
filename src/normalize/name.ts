import type {Author} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {isUnit} from './affiliation.js'
import {eastAsianParts, isEastAsian} from './east-asian-name.js'
import {excerpt} from './excerpt.js'
import {ungluedWords} from './glued-initials.js'
import {LONGEST_NAME, tidyName} from './name-noise.js'
import {type Habit, UNKNOWN_HABIT} from './name-order.js'
import {commaParts, headOf, type NameParts, personParts} from './name-parts.js'
import {isOrganisation} from './organisation.js'
import {isBoundPair} from './particle.js'
import {isPlaceholderName} from './placeholder-name.js'
import {hasBroken, literalAuthor, noteBrackets} from './structured-name.js'

/**
 * One name, cleaned, and what it is: a `person` in one piece; one with a suffix or degree after a comma (`suffixed`: its `words` are
 * those before it); one with the family name before a `comma`; an East Asian name in its own script (`native`); or a `literal`: an
 * organisation, a placeholder, a single word, no name at all.
 */
export interface NameEntry {
  readonly raw: string
  readonly text: string
  readonly words: readonly string[]
  readonly kind: 'person' | 'suffixed' | 'comma' | 'native' | 'literal'
  readonly isOrganisation: boolean
}

/**
 * One author from one name. "Jan van der Berg" → given "Jan", particle "van der", family "Berg". Organisations, single words and
 * what cannot be split are a `literal`, noted when it is no name: "05C50 15A18". A capital particle ("Di Nardo") is part of the
 * family name, as CSL 1.0.2 has it. `habit` is what the list says of its names.
 */
export function nameOf(raw: string, note: Note, habit: Habit = UNKNOWN_HABIT): Author {
  return authorFrom(readName(raw, note), habit, note)
}

/** The first half of `nameOf`: cleans a name and says what it is, so that a list can be looked at before its names are split. */
export function readName(raw: string, note: Note): NameEntry {
  if (isPlaceholderName(raw)) return placeholder(raw, raw.trim(), note)
  const text = withoutAffiliation(tidyName(raw, note), note)
  if (text !== raw && isPlaceholderName(text)) return placeholder(raw, text, note)
  const words = text.length > LONGEST_NAME ? [text] : text.split(' ')
  if (isOrganisation(words)) return {raw, text, words, kind: 'literal', isOrganisation: true}
  if (isUnit(text)) {
    note('name-affiliation', `Unexpected affiliation ${excerpt(text)}, expected a name; kept as a literal`, raw)
    return {raw, text, words, kind: 'literal', isOrganisation: true}
  }
  if (text.length > LONGEST_NAME || isLetterless(words)) return nobody(raw, text, words, note)
  if (UNUSUAL.test(text)) return readUnusual(raw, text, words, note)
  const spaced = text.includes('.') ? ungluedWords(words) : words
  if (spaced.length === 1) return {raw, text, words, kind: 'literal', isOrganisation: false}
  if (words.length > 2 && JOINED.test(text)) {
    suspect(text, note)
    return {raw, text, words, kind: 'literal', isOrganisation: false}
  }
  return {raw, text, words: spaced, kind: 'person', isOrganisation: false}
}

/** A name with more in it than Latin letters, spaces and stops. */
function readUnusual(raw: string, text: string, words: readonly string[], note: Note): NameEntry {
  const isCode = HAS_DIGIT.test(text) && hasCode(words)
  if (isCode || !HAS_LETTER.test(text)) return nobody(raw, text, words, note)
  if (isEastAsian(text)) return {raw, text, words, kind: 'native', isOrganisation: false}
  if (text.includes(',')) {
    const head = headOf(text)
    if (head === null) return {raw, text, words, kind: 'comma', isOrganisation: false}
    return {raw, text, words: head.split(' '), kind: 'suffixed', isOrganisation: false}
  }
  const isJoined = JOINED.test(text)
  if (isJoined) suspect(text, note)
  const spaced = ungluedWords(words)
  const isWhole = spaced.length === 1 || isBoundPair(spaced)
  return {raw, text, words: spaced, kind: isJoined || isWhole ? 'literal' : 'person', isOrganisation: false}
}

function nobody(raw: string, text: string, words: readonly string[], note: Note): NameEntry {
  note('name-not-a-person', `Unexpected ${excerpt(text)}, expected a name; kept as a literal`, raw)
  return {raw, text, words, kind: 'literal', isOrganisation: false}
}

function placeholder(raw: string, text: string, note: Note): NameEntry {
  note('value-placeholder', `Unexpected placeholder ${excerpt(text)}, expected a name; kept as a literal`, raw)
  return {raw, text, words: [text], kind: 'literal', isOrganisation: false}
}

/** The second half of `nameOf`: splits a name that `readName` has read. */
export function authorFrom(entry: NameEntry, habit: Habit, note: Note): Author {
  const parts = partsFrom(entry, habit, note)
  if (parts === null) return literalAuthor(entry.text, entry.raw)
  const {family, given, particle, suffix} = parts
  if (hasBroken(parts)) {
    noteBrackets(entry.text, entry.raw, note)
    return literalAuthor(entry.text, entry.raw)
  }
  return {family, given, particle, suffix, literal: null, raw: entry.raw, orcid: null, authorId: null}
}

/** All that needs a closer look; a name of Latin letters does not. */
const UNUSUAL = /[^A-Za-z\u00c0-\u024f\u1e00-\u1eff .'\u2019\u2010-]/
const HAS_DIGIT = /\d/
const HAS_LETTER = /\p{L}/u
const JOINED = / (?:[Aa]nd|und|et) |&/
const BRACKETED = /^([^()]*[^()\s]) ?\(([^()]*)\)$/

function partsFrom(entry: NameEntry, habit: Habit, note: Note): NameParts | null {
  switch (entry.kind) {
    case 'literal':
      return null
    case 'person':
      return personParts(entry.words, habit, note)
    case 'suffixed':
    case 'comma': {
      const parts = commaParts(entry.text, habit, note)
      if (parts === null) suspect(entry.text, note)
      return parts
    }
    case 'native':
      return nativeParts(entry, habit, note)
  }
}

function nativeParts({text, words}: NameEntry, {isNativeGivenFirst}: Habit, note: Note): NameParts | null {
  const pieces = /[,\uff0c]/.test(text) ? text.split(/[,\uff0c\s]+/).filter(piece => piece !== '') : words
  const [family, given] = eastAsianParts(isNativeGivenFirst ? [...pieces].reverse() : pieces) ?? []
  if (family !== undefined && given !== undefined) return {family, given, particle: null, suffix: null}
  if (pieces.length > 2 && pieces.every(piece => piece.length > 1 && piece.length < 5)) suspect(text, note)
  return null
}

function suspect(text: string, note: Note): void {
  note(
    'name-separator-suspect',
    `Unexpected separators in ${excerpt(text)}, expected one name; kept as a literal`,
    text,
  )
}

/** `Jane Roe (Example University)` without the affiliation, which is noted. */
function withoutAffiliation(text: string, note: Note): string {
  if (!text.endsWith(')') || text.length > LONGEST_NAME) return text
  const [, name, body] = BRACKETED.exec(text) ?? []
  if (name === undefined || body === undefined || !/[ ,]/.test(name)) return text
  if (!isOrganisation(body.split(' ')) || isOrganisation(name.split(' '))) return text
  note('name-affiliation', `Unexpected affiliation ${excerpt(body)} in a name, expected the name alone; left out`, text)
  return name
}

/** Digits make no name, but a body may be called so in one word: `UK10K`, `23andMe`. */
function hasCode(words: readonly string[]): boolean {
  const word = words[0] ?? ''
  return words.length > 1 || word.replace(/\P{L}/gu, '').length <= word.replace(/\D/g, '').length
}

/** `A. -`, `I. -. London`: a word without a letter in it. */
function isLetterless(words: readonly string[]): boolean {
  for (const word of words) {
    if (word.length < 3 && word.charCodeAt(0) < 0x41 && word !== '&' && !HAS_LETTER.test(word)) return true
  }
  return false
}
