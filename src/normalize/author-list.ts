import type {Author} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {affiliationRuns} from './affiliation-list.js'
import {cutAuthors, endOfNames} from './author-separators.js'
import {excerpt} from './excerpt.js'
import {authorFrom, type NameEntry, nameOf, readName} from './name.js'
import {tidyName} from './name-noise.js'
import {type Habit, habitOf} from './name-order.js'
import {isDoubtfulPair} from './name-pairs.js'
import {isNoList, isPlaceholderName} from './placeholder-name.js'
import {plainAuthors} from './plain-author-list.js'
import {literalAuthor, structuredAuthor} from './structured-name.js'

/** One author as a source gives it: a name in one piece, or in parts. */
export interface SourceAuthor {
  readonly name: string | null
  readonly family?: string | null
  readonly given?: string | null
  readonly suffix?: string | null
  readonly literal?: string | null
  readonly orcid?: string | null
  readonly authorId?: string | null
}

/**
 * The authors of a record, from one string of names or from a list. "Jan van der Berg, WHO Study Group" → given "Jan", particle
 * "van der", family "Berg"; literal "WHO Study Group". The order of names (`Li Y, Zhang XM`) is decided for the list as a whole. What
 * is no name stays as a `literal` with a finding; only `et al.` is dropped. Notes of one author stand under `/0`, `/1`, …
 * Names as CSL-JSON 1.0.2 has them.
 */
export function authorsOf(source: string | readonly SourceAuthor[] | null, note: Note): Author[] {
  if (source === null) return []
  return typeof source === 'string' ? authorsOfText(source, note) : authorsOfList(source, note)
}

/** A name that has been read, with what was noted before its place in the list was known. */
interface Held {
  readonly entry: NameEntry
  readonly start: number
  readonly end: number
  readonly problems: readonly Problem[]
}

type Problem = Parameters<Note>

const LAST_INITIALS = /[^\s,]\s\p{Lu}{1,3}\.$/u
const BARE_INITIALS = /\s\p{Lu}{1,3},/u
const NO_PROBLEMS: readonly Problem[] = []

function authorsOfText(source: string, note: Note): Author[] {
  return plainAuthors(source.trim()) ?? authorsOfAnyText(source, note)
}

/** The authors of any text; `plainAuthors` is the same for plain ones, and quicker. */
export function authorsOfAnyText(source: string, note: Note): Author[] {
  const whole = withoutLastStop(source.trim())
  if (whole === '') return []
  if (isNoList(whole)) {
    note('value-placeholder', `Unexpected placeholder ${excerpt(whole)}, expected names or nothing; dropped`, source)
    return []
  }
  const end = endOfNames(whole)
  if (end < whole.length) noteTruncated(whole.slice(end), note)
  const list = end < whole.length ? whole.slice(0, end) : whole
  const names = cutAuthors(list).map(({start, end}) => hold(list.slice(start, end), start, end))
  noteSingleWords(names, note)
  return splitNames(joinAffiliations(names, list), note)
}

/** The one stop that ends a list of initials without stops is the list's: `Tanaka A, Sato B.` */
function withoutLastStop(list: string): string {
  const last = list.length - 1
  const isStop = list.indexOf('.') === last && LAST_INITIALS.test(list.slice(-8)) && BARE_INITIALS.test(list)
  return isStop ? list.slice(0, last) : list
}

/** `Holm, Owen, Lund, Aksel` may be two authors or four; nothing in it tells. */
function noteSingleWords(names: readonly Held[], note: Note): void {
  if (names.length < 4 || names.length % 2 === 1) return
  if (!names.every(({entry: {kind, text}}) => kind === 'literal' && /^\p{Lu}\p{Ll}+$/u.test(text))) return
  const found = names
    .slice(0, 8)
    .map(({entry}) => entry.text)
    .join(', ')
  note(
    'name-separator-suspect',
    `Unexpected single words ${excerpt(found)}, expected whole names; kept one by one`,
    found,
  )
}

function hold(raw: string, start: number, end: number): Held {
  let problems: Problem[] | null = null
  const entry = readName(raw, (...problem) => {
    if (problems === null) problems = []
    problems.push(problem)
  })
  return {entry, start, end, problems: problems ?? NO_PROBLEMS}
}

/** Makes one literal of the entries that are one affiliation. */
function joinAffiliations(names: readonly Held[], list: string): readonly Held[] {
  if (names.length < 2 || !names.some(({entry}) => entry.isOrganisation)) return names
  const joined: Held[] = []
  let next = 0
  for (const [from, to] of affiliationRuns(names.map(({entry}) => entry))) {
    for (; next < from; next += 1) joined.push(names[next] as Held)
    joined.push(joinedAffiliation(names.slice(from, to + 1), list))
    next = to + 1
  }
  return next === 0 ? names : joined.concat(names.slice(next))
}

function joinedAffiliation(names: readonly Held[], list: string): Held {
  const start = names[0]?.start ?? 0
  const end = names.at(-1)?.end ?? start
  const raw = list.slice(start, end)
  const text = names.map(({entry}) => entry.text).join(', ')
  const message = `Unexpected affiliation ${excerpt(text)} in an author list, expected names; kept as one literal`
  const entry: NameEntry = {raw, text, words: [text], kind: 'literal', isOrganisation: true}
  return {entry, start, end, problems: [['name-affiliation', message, raw]]}
}

function splitNames(names: readonly Held[], note: Note): Author[] {
  if (names.length === 1) noteDoubtfulPair(names[0] as Held, note)
  const habit = habitOf(names.map(({entry}) => entry))
  const authors = names.map(({entry, problems}, at) => {
    for (const [rule, message, value] of problems) note(rule, message, value, `/${at}`)
    return authorFrom(entry, habit, (rule, message, value) => note(rule, message, value, `/${at}`))
  })
  noteInverted(names, authors, habit, note)
  return authors
}

function noteDoubtfulPair({entry: {kind, text, raw}}: Held, note: Note): void {
  if (kind !== 'comma' || !isDoubtfulPair(text)) return
  const message = `Unexpected comma in ${excerpt(text)}, expected one name or two full ones; read as one, family name first`
  note('name-separator-suspect', message, raw, '/0')
}

/** One note for the list: the names were set right, `raw` has them as they were. */
function noteInverted(names: readonly (Held | null)[], authors: readonly Author[], habit: Habit, note: Note): void {
  const isInverted = habit.order !== 'direct'
  const found = names.find((name, at) => {
    if (name === null) return false
    const {kind} = name.entry
    if (kind === 'native') return habit.isNativeGivenFirst && Boolean(authors[at]?.given)
    return isInverted ? kind === 'person' : isCommaInverted(name.entry, authors[at])
  })
  if (!found) return
  const {text, raw, kind} = found.entry
  const order = kind === 'native' ? ['given name', 'family name'] : ['family name', 'given names']
  const message = `Unexpected ${order[0]} first in ${excerpt(text)}, expected ${order[1]} first; set right in the whole list`
  note('name-inverted', message, raw)
}

function isCommaInverted({kind, text}: NameEntry, author: Author | undefined): boolean {
  return kind === 'comma' && Boolean(author?.given) && text.lastIndexOf(author?.given ?? '') > text.indexOf(',')
}

function noteTruncated(tail: string, note: Note): void {
  note(
    'authors-truncated',
    `Unexpected ${excerpt(tail.trim())} at the end of the author list, expected all authors; dropped`,
    tail.trim(),
  )
}

function authorsOfList(sources: readonly SourceAuthor[], note: Note): Author[] {
  const kept = sources.filter(source => shownName(source) !== '' && endOfNames(shownName(source)) > 0)
  const last = sources.at(-1)
  if (last !== undefined && shownName(last) !== '' && endOfNames(shownName(last)) === 0)
    noteTruncated(shownName(last), note)
  const names = kept.map(source => (isWhole(source) ? hold(source.name ?? '', 0, 0) : null))
  const habit = habitOf(names.flatMap(name => (name === null ? [] : [name.entry])))
  const authors = kept.map((source, at) => {
    const noteAt: Note = (rule, message, value) => note(rule, message, value, `/${at}`)
    const name = names[at] ?? null
    if (name !== null) for (const [rule, message, value] of name.problems) noteAt(rule, message, value)
    const author = name === null ? authorOfParts(source, noteAt) : authorFrom(name.entry, habit, noteAt)
    return {...author, orcid: source.orcid ?? null, authorId: source.authorId ?? null}
  })
  noteInverted(names, authors, habit, note)
  return authors
}

function authorOfParts(source: SourceAuthor, note: Note): Author {
  const raw = source.name ?? shownName(source)
  const family = source.family?.trim() ?? ''
  const given = source.given?.trim() ?? ''
  const suffix = source.suffix?.trim() || null
  if (family !== '' && (given !== '' || !family.includes(' '))) {
    return structuredAuthor({family, given, suffix}, raw, note)
  }
  if (family !== '') {
    const author = nameOf(family, note)
    return {...author, suffix: author.suffix ?? (author.literal === null ? suffix : null), raw}
  }
  const literal = tidyName(source.literal?.trim() || given, note)
  if (isPlaceholderName(literal))
    note('value-placeholder', `Unexpected placeholder ${excerpt(literal)}, expected a name; kept as a literal`, raw)
  return literalAuthor(literal, raw)
}

/** True for a name that the source has not split. */
function isWhole({name, family, given, literal}: SourceAuthor): boolean {
  return !family?.trim() && !given?.trim() && !literal?.trim() && Boolean(name?.trim())
}

function shownName({name, family, given, suffix, literal}: SourceAuthor): string {
  const parts = [given, family, suffix].map(part => part?.trim()).filter(Boolean)
  return (parts.length > 0 ? parts.join(' ') : literal?.trim() || name?.trim()) ?? ''
}
