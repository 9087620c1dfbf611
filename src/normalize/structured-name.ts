import type {Author} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {isBroken} from './brackets.js'
import {excerpt} from './excerpt.js'
import {LONGEST_NAME, tidyName} from './name-noise.js'
import {UNKNOWN_HABIT} from './name-order.js'
import {commaParts, type NameParts, partsOf, splitSuffix} from './name-parts.js'
import {isDegrees, isSuffix} from './name-suffix.js'
import {isOrganisation} from './organisation.js'

/** A name that its source has split already. */
export interface NamedParts {
  readonly family: string
  readonly given: string
  readonly suffix: string | null
}

/**
 * One author from a family and a given name of the source, which are believed but for what stands in the wrong place: a particle
 * ("Ludwig von" Mises), a suffix in the family ("Marsh II"), both in one field with a comma ("Wang," "Liewei").
 */
export function structuredAuthor(source: NamedParts, raw: string, note: Note): Author {
  const family = tidyName(source.family, note)
  const given = tidyName(source.given, note)
  const suffix = source.suffix === null ? null : tidyName(source.suffix, note)
  if (family.length + given.length > LONGEST_NAME) return literalAuthor(`${given} ${family}`, raw)
  if (isOrganisation(family.split(' ')) && given.length < 2) return literalAuthor(family, raw)
  const parts = structuredParts(source, family, given, note)
  if (hasBroken(parts)) {
    const literal = [given, family, suffix].filter(Boolean).join(' ')
    noteBrackets(literal, raw, note)
    return literalAuthor(literal, raw)
  }
  return {...parts, suffix: suffix ?? parts.suffix, literal: null, raw, orcid: null, authorId: null}
}

/** True when a name was cut within its brackets, or these within a word: no part of a name has half of them. */
export function hasBroken({family, given, particle, suffix}: NameParts): boolean {
  return [family, given, particle, suffix].some(part => part !== null && isBroken(part))
}

export function noteBrackets(name: string, raw: string, note: Note): void {
  const message = `Unexpected brackets in ${excerpt(name)}, expected a name that can be split; kept as a literal`
  note('name-separator-suspect', message, raw)
}

/** An author that is one literal. */
export function literalAuthor(literal: string, raw: string): Author {
  return {family: null, given: null, particle: null, suffix: null, literal, raw, orcid: null, authorId: null}
}

function structuredParts(source: NamedParts, family: string, given: string, note: Note): NameParts {
  if (source.given.trimEnd().endsWith(',') || /, \p{L}/u.test(given)) {
    const parts = commaParts(`${source.given.trim()} ${family}`, UNKNOWN_HABIT, note)
    if (parts !== null) return parts
  }
  const [head = family, tail] = family.split(/, ?/)
  const isTail = tail !== undefined && (isSuffix(tail) || isDegrees(tail))
  const name = splitSuffix((isTail ? head : family).split(' '))
  const first = splitSuffix(given.split(' '))
  return partsOf(name.words, first.words, (isTail && isSuffix(tail) ? tail : null) ?? name.suffix ?? first.suffix)
}
