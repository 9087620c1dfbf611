import type {Conflict, Json, Translation} from '../record/canonical.js'
import type {DecodedFields} from '../record/decoded.js'
import type {Problem} from '../record/finding.js'
import {doiFromUrl, doiOf} from './doi.js'
import {fold} from './fold.js'
import {Translations} from './translation.js'
import {POINTERS, type ValueKey, type Values, valuesOf} from './values.js'

type Layers = readonly [DecodedFields, ...DecodedFields[]]

export interface Merged {
  readonly values: Values
  readonly translations: readonly Translation[]
  readonly conflicts: readonly Conflict[]
  readonly problems: readonly Problem[]
  /** The encodings that count: all, or the outer one where another is another paper. */
  readonly layers: Layers
}

/** One encoding's clean values, and what was said about each. */
interface Reading {
  readonly fields: DecodedFields
  readonly values: Values
  readonly problems: Map<ValueKey, Problem[]>
}

/**
 * One record out of its encodings, the outer first (contract §1.5): the innermost value that is not null wins, field by field.
 * Titles and abstracts in other languages are translations; other differences are conflicts, unless equal when folded.
 */
export function merge(all: Layers): Merged {
  const identity = identityConflict(all)
  const layers: Layers = identity ? [all[0]] : all
  const innermost = layers[layers.length - 1] ?? layers[0]
  const base = read(innermost)
  const others = layers.slice(0, -1).flatMap(layer => {
    const different = differentFrom(innermost, layer)
    return different ? [read(different)] : []
  })
  const problems: Problem[] = identity ? [identity.problem] : []
  const conflicts: Conflict[] = identity ? [identity.conflict] : []
  const translations = new Translations()
  const picked = pickValues(base, others, problems)
  const values = {...picked, doi: doiIn(picked.doi, layers, problems)}
  addSourceTranslations(layers, values, translations, problems)
  for (const other of others) compare(other, values, translations, conflicts, problems)
  for (const clash of translations.conflicts) addConflict(clash, conflicts, problems)
  return {values, translations: translations.all, conflicts, problems, layers}
}

function read(fields: DecodedFields): Reading {
  const problems: Reading['problems'] = new Map()
  const values = valuesOf(fields, (key, problem) => {
    const known = problems.get(key)
    if (known) known.push(problem)
    else problems.set(key, [problem])
  })
  return {fields, values, problems}
}

/** The values that win, with what was said about them; where none does, what was said about all. */
function pickValues(base: Reading, others: readonly Reading[], problems: Problem[]): Values {
  if (others.length === 0) {
    for (const said of base.problems.values()) append(problems, said)
    return base.values
  }
  const values: Record<string, unknown> = {...base.values}
  const givers = new Map<string, Reading>()
  for (const other of [...others].reverse()) {
    for (const key of saidBy(other)) {
      if (values[key] !== null) continue
      givers.set(key, other)
      for (const tied of [key, TIED[key]]) if (tied) values[tied] = other.values[tied]
    }
  }
  const markup = others.findLast(other => other.values.titleMarkup !== null && other.values.title === values.title)
  values.titleMarkup ??= markup?.values.titleMarkup ?? null
  for (const reading of [base, ...others]) {
    for (const [key, said] of reading.problems) {
      const isGiver = (givers.get(key) ?? base) === reading
      if (isGiver || reading.values[key] === null) append(problems, said)
    }
  }
  return values as unknown as Values
}

/** The keys on which an encoding has a value of its own. */
function saidBy({values}: Reading): ValueKey[] {
  const keys: ValueKey[] = []
  for (const key in values) if (values[key as ValueKey] !== null && !FOLLOWS.has(key)) keys.push(key as ValueKey)
  return keys
}

/** Values that come from the same encoding as another. */
const TIED: Partial<Record<ValueKey, ValueKey>> = {title: 'titleMarkup', abstract: 'abstractSections'}
const FOLLOWS: ReadonlySet<string> = new Set(Object.values(TIED))

/** What a losing encoding says otherwise: translations, and conflicts. */
function compare(
  other: Reading,
  winner: Values,
  translations: Translations,
  conflicts: Conflict[],
  problems: Problem[],
): void {
  const {title, abstract} = other.values
  const used = translations.addEncoding({title, abstract}, {title: winner.title, abstract: winner.abstract})
  for (const key of used.keys) {
    for (const said of other.problems.get(key) ?? [])
      problems.push({...said, pointer: `/translations/${used.index}${said.pointer}`})
  }
  for (const key of saidBy(other)) {
    const value = other.values[key]
    if (used.keys.some(taken => taken === key) || isSame(value, winner[key])) continue
    addConflict(conflictOf(key, value, winner[key]), conflicts, problems)
  }
}

function addSourceTranslations(layers: Layers, winner: Values, translations: Translations, problems: Problem[]): void {
  for (const layer of [...layers].reverse()) {
    for (const source of layer.translations) append(problems, translations.addSource(source, winner))
  }
}

/** A value of an object inside the record is told as that object with the one key: `field` is always a key of the record. */
function conflictOf(key: ValueKey, value: unknown, winner: unknown): Conflict {
  const [, field = key, member] = (POINTERS[key] ?? '').split('/')
  const told = (it: unknown) => (member ? {[member]: it} : it) as Json
  return {field: field || key, record: told(value), resultStr: told(winner)}
}

function addConflict(conflict: Conflict, conflicts: Conflict[], problems: Problem[]): void {
  conflicts.push(conflict)
  const {field, record, resultStr} = conflict
  const message = `Unexpected ${field} ${show(record)} beside ${show(resultStr)} in resultStr, expected one; kept the latter`
  problems.push({rule: 'resultstr-field-conflict', pointer: `/${field}`, message, value: record})
}

/** Equal, or different in case, punctuation, white space or form only. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || b === null) return true
  if (typeof a === 'string' && typeof b === 'string') return fold(a) === fold(b)
  return typeof a === 'object' && fold(JSON.stringify(a)) === fold(JSON.stringify(b))
}

/** Two encodings have different DOIs: they are not the same paper. */
function identityConflict(layers: Layers): {problem: Problem; conflict: Conflict} | null {
  const [outer, ...inner] = layers
  if (inner.every(layer => layer.doi === outer.doi && isSameField(layer.urls, outer.urls))) return null
  const dois = layers.map(layer => ({stated: statedDoi(layer), linked: linkedDois(layer)}))
  for (const [at, one] of dois.entries()) {
    for (const two of dois.slice(at + 1)) {
      const record = one.stated ?? one.linked[0] ?? null
      const resultStr = two.stated ?? two.linked[0] ?? null
      if (record === null || resultStr === null || record === resultStr) continue
      // Without a stated DOI in both, one that both link to is enough to be the same paper.
      const isLinked = one.stated === null || two.stated === null
      if (isLinked && [one.stated, ...one.linked].some(doi => doi === two.stated || two.linked.some(it => it === doi)))
        continue
      const message = `Unexpected DOI ${show(resultStr)} in resultStr, expected ${show(record)} as in the record; used the record alone`
      return {
        problem: {rule: 'resultstr-identity-conflict', pointer: '/doi', message, value: resultStr},
        conflict: {field: 'doi', record, resultStr},
      }
    }
  }
  return null
}

function statedDoi(layer: DecodedFields): string | null {
  return typeof layer.doi === 'string' && layer.doi !== '' ? doiOf(layer.doi, () => {}) : null
}

/** The DOIs of the landing pages. */
function linkedDois(layer: DecodedFields): readonly string[] {
  return layer.urls.map(url => (typeof url === 'string' ? doiFromUrl(url) : null)).filter(doi => doi !== null)
}

/** The DOI that is stated, else one of a landing page (contract §2 `doi`); another in a landing page is noted. */
function doiIn(stated: string | null, layers: Layers, problems: Problem[]): string | null {
  const known = stated === null ? '' : `https://doi.org/${stated}`
  const isNew = (url: unknown) => typeof url === 'string' && url !== '' && url !== known
  if (!layers.some(layer => layer.urls.some(isNew))) return stated
  const linked = new Set([...layers].reverse().flatMap(linkedDois))
  const [first = null] = linked
  if (stated === null) return first
  for (const doi of linked) {
    if (doi === stated) continue
    const message = `Unexpected DOI ${show(doi)} in the record's URLs, expected ${show(stated)}; kept the latter`
    problems.push({rule: 'doi-url-mismatch', pointer: '/doi', message, value: doi})
  }
  return stated
}

/** The fields of an encoding that differ from another's, the rest empty; null when none does. */
function differentFrom(base: DecodedFields, layer: DecodedFields): DecodedFields | null {
  const different = new Set<string>()
  for (const key in base) {
    if (!isAside(key) && !isSameField(base[key as Field], layer[key as Field])) different.add(key)
  }
  if (different.size === 0) return null
  const keep = (key: string) => [key, different.has(key) ? layer[key as Field] : (EMPTY[key] ?? null)]
  return Object.fromEntries(Object.keys(base).map(keep)) as unknown as DecodedFields
}

type Field = keyof DecodedFields

/** Fields that are gathered from all encodings. */
function isAside(key: string): boolean {
  return key === 'translations' || key === 'sourceIds' || key === 'otherIds'
}

const EMPTY: {readonly [key: string]: unknown} = {
  translations: [],
  containerTitles: [],
  urls: [],
  otherIds: {},
  sourceIds: {},
}

function isSameField(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return false
  return (
    a.length === b.length &&
    a.every(
      (item, at) => item === b[at] || (typeof item === 'object' && JSON.stringify(item) === JSON.stringify(b[at])),
    )
  )
}

/** Not by spreading: a hostile record has more problems than a call may have arguments. */
function append(problems: Problem[], more: readonly Problem[]): void {
  for (const problem of more) problems.push(problem)
}

function show(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
