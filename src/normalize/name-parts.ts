import type {Author} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {isTrailingInitials} from './initials.js'
import {type Habit, isInitialList, isS2Initials} from './name-order.js'
import {isDegrees, isLastDegree, isPortugueseSuffix, isSuffix, isTitle} from './name-suffix.js'
import {isParticleLower, particleCount, surnameStart} from './particle.js'

export type NameParts = Pick<Author, 'family' | 'given' | 'particle' | 'suffix'>

const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'\u2019-]+$/u
const PATRONYMIC = /(?:\u0432\u0438\u0447|\u0438\u0447|\u0432\u043d\u0430|\u0447\u043d\u0430)$/
/** Family names that only Vietnamese names begin with. */
export const VIETNAMESE: ReadonlySet<string> = new Set(
  'Nguy\u1ec5n Tr\u1ea7n Ph\u1ea1m Hu\u1ef3nh Ho\u00e0ng V\u00f5 V\u0169 \u0110\u1eb7ng B\u00f9i \u0110\u1ed7 H\u1ed3 Ng\u00f4 D\u01b0\u01a1ng L\u00fd L\u00ea \u0110inh Tr\u1ecbnh Tr\u01b0\u01a1ng Ph\u00f9ng'.split(
    ' ',
  ),
)

/**
 * The parts of a person's name without a comma. ["W", "L", "Wilson", "III"] → given "W L", family "Wilson", suffix "III".
 * Titles and degrees are left out and noted.
 */
export function personParts(words: readonly string[], habit: Habit, note: Note): NameParts {
  const untitled = withoutTitle(words, note)
  const plain = habit.order === 'inverted' ? untitled : withoutDegrees(untitled, note)
  const [first, ...more] = plain
  if (more.length === 0) return {family: first ?? null, given: null, particle: null, suffix: null}
  if (habit.order === 'direct') return directParts(plain, habit)
  const start = habit.order === 'capitals-first' ? plain.findIndex(word => !CAPITALS.test(word)) : 0
  if (start > 0) return partsOf(plain.slice(0, start), plain.slice(start), null)
  return invertedParts(plain) ?? directParts(plain, habit)
}

/** The name before commas that hold only its suffix and degrees; null when a given name is among them. "W. Ek, Jr." → "W. Ek" */
export function headOf(text: string): string | null {
  const {names} = commaPieces(text)
  return names.length === 1 ? (names[0] ?? null) : null
}

/**
 * The parts of a name with commas: `Family, Given`, `Family, Given, Jr.`, `Family, Jr., Given`, `Given Family, Jr.`, `Given Family,
 * PhD`. Null when there are more parts than that.
 */
export function commaParts(text: string, habit: Habit, note: Note): NameParts | null {
  const {names, suffix, degrees} = commaPieces(text)
  const [before, after] = names
  if (before === undefined || names.length > 2) return null
  if (degrees.length > 0) noteTitle(degrees.join(', '), note)
  if (after === undefined) {
    const parts = personParts(before.split(' '), habit, note)
    return {...parts, suffix: suffix ?? parts.suffix}
  }
  const [givenSuffix, lead] = /^((?:jr|sr)\.?) (.+)$/i.exec(after)?.slice(1) ?? [null, after]
  const family = splitSuffix(withoutTitle(before.split(' '), note))
  const given = splitSuffix(withoutDegrees(withoutTitle((lead ?? after).split(' '), note), note))
  return partsOf(family.words, given.words, suffix ?? givenSuffix ?? family.suffix ?? given.suffix)
}

interface CommaPieces {
  readonly names: readonly string[]
  readonly suffix: string | null
  readonly degrees: readonly string[]
}

/** `Andrews, M.D.` is a name and initials; only a full name, or more parts, make it a degree. */
function commaPieces(text: string): CommaPieces {
  const names: string[] = []
  const degrees: string[] = []
  let suffix: string | null = null
  const pieces = text.split(',')
  for (const piece of pieces) {
    const part = piece.trim()
    if (part === '') continue
    if (names.length > 0 && isSuffix(part)) suffix = part
    else if (names.length > 0 && isDegrees(part) && (pieces.length > 2 || names[0]?.includes(' '))) degrees.push(part)
    else names.push(part)
  }
  return {names, suffix, degrees}
}

/** Family and given names known, the particle moved to its place, wherever it stands. */
export function partsOf(family: readonly string[], given: readonly string[], suffix: string | null): NameParts {
  let end = given.length
  while (end > 1 && isParticleLower(given[end - 1] ?? '')) end -= 1
  const count = end < given.length ? 0 : particleCount(family)
  const particle = [...given.slice(end), ...family.slice(0, count)].join(' ')
  return {
    family: family.slice(count).join(' ') || null,
    given: given.slice(0, end).join(' ') || null,
    particle: particle || null,
    suffix,
  }
}

/** The words of a family or given name without the generational suffix at their end. */
export function splitSuffix(words: readonly string[]): {
  readonly words: readonly string[]
  readonly suffix: string | null
} {
  const last = words.at(-1) ?? ''
  return words.length > 1 && isSuffix(last) ? {words: words.slice(0, -1), suffix: last} : {words, suffix: null}
}

function directParts(words: readonly string[], habit: Habit): NameParts {
  const nativeStart = nativeGivenStart(words)
  if (nativeStart > 0) return partsOf(words.slice(0, nativeStart), words.slice(nativeStart), null)
  let end = words.length
  let suffix: string | null = null
  const last = words[end - 1] ?? ''
  if (end > 1 && (isSuffix(last) || (isPortugueseSuffix(last, end) && !isTrailingInitials(words[end - 2] ?? '')))) {
    suffix = last
    end -= 1
  }
  // A word in brackets belongs to the one before it: `Elena Holm (Lund)`.
  const plain = end < words.length ? words.slice(0, end) : words
  if (plain.length > 2 && /^[("\u201c]/.test(plain.at(-1) ?? '')) {
    const start = surnameStart(plain.slice(0, -1), false)
    return surnameAt(plain, start, suffix)
  }
  return surnameAt(plain, surnameStart(plain, isInitialList(habit, words)), suffix)
}

/** The parts of a name in its natural order, the surname (with its particle) from the word at `start` on. */
export function surnameAt(words: readonly string[], start: number, suffix: string | null): NameParts {
  if (start === 0 || words.length === 1) return partsOf(words, [], suffix)
  if (start === words.length - 1) {
    return {family: words[start] ?? null, given: words.slice(0, start).join(' '), particle: null, suffix}
  }
  return partsOf(words.slice(start), words.slice(0, start), suffix)
}

/** `Van Herck Y`, `Moore DF Jr`. Null when the name does not end in initials. */
function invertedParts(words: readonly string[]): NameParts | null {
  if (nativeGivenStart(words) > 0) return null
  const {words: plain, suffix} = words.length > 2 ? splitSuffix(words) : {words, suffix: null}
  let start = plain.length
  while (start > 1 && isTrailingInitials(plain[start - 1] ?? '')) start -= 1
  if (start === plain.length && isS2Initials(plain.at(-1) ?? '')) start -= 1
  if (start === plain.length || start === 0) return null
  return partsOf(plain.slice(0, start), plain.slice(start), suffix)
}

/**
 * Where the given name starts in a name whose own words show that the family comes first, or 0: Vietnamese with its accents
 * (`Nguyễn Văn A`), and Russian with the patronymic last (`Супрун Иван Иванович`).
 */
function nativeGivenStart(words: readonly string[]): number {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  const code = first.charCodeAt(0)
  if (code >= 0x400 && code <= 0x4ff) {
    return words.length === 3 && PATRONYMIC.test(last) && !PATRONYMIC.test(words[1] ?? '') ? 1 : 0
  }
  if (!VIETNAMESE.has(first) || VIETNAMESE.has(last)) return 0
  return words.length > 2 || !isTrailingInitials(last) ? 1 : 0
}

function withoutTitle(words: readonly string[], note: Note): readonly string[] {
  let start = 0
  while (start < words.length - 1 && isTitle(words[start] ?? '')) start += 1
  if (start === 0) return words
  noteTitle(words.slice(0, start).join(' '), note)
  return words.slice(start)
}

function withoutDegrees(words: readonly string[], note: Note): readonly string[] {
  let end = words.length
  while (end > 2 && isLastDegree(words[end - 1] ?? '')) end -= 1
  if (end === words.length) return words
  noteTitle(words.slice(end).join(' '), note)
  return words.slice(0, end)
}

function noteTitle(title: string, note: Note): void {
  note('name-academic-title', `Unexpected ${excerpt(title)} in a name, expected the name alone; left out`, title)
}
