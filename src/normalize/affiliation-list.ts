import {isCountry, isUnit} from './affiliation.js'
import type {NameEntry} from './name.js'

/** From the first to the last entry of one affiliation, both included. */
export type Run = readonly [from: number, to: number]

/** Places of more than one word look like persons; more than these between a body and its country are persons. */
const MOST_PLACES = 2
/** An address names a body within a body; more are authors of their own. */
const MOST_BODIES = 1

/**
 * The entries that commas have cut out of one affiliation: [`School of Medicine`, `Tehran University of Medical Sciences`, `Tehran`,
 * `Iran`] → one run. It is certain where a country ends what a body begins, or where bodies follow a unit. Two bodies side by side
 * are two authors. A body and one place (`Natural History Museum`, `London`) are one when they are the whole list.
 */
export function affiliationRuns(entries: readonly NameEntry[]): readonly Run[] {
  const runs: Run[] = []
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] as NameEntry
    if (!entry.isOrganisation) continue
    const to = isBodyAndPlace(entries) ? 1 : endOfRun(entries, at)
    if (to > at) runs.push([at, to])
    at = to
  }
  return runs
}

function endOfRun(entries: readonly NameEntry[], from: number): number {
  let end = from
  let places = 0
  let bodies = 0
  const startsInUnit = isUnit(entries[from]?.text ?? '')
  let onlyBodies = true
  for (let at = from + 1; at < entries.length && at < from + 24; at += 1) {
    const {text, kind, words, isOrganisation} = entries[at] as NameEntry
    if (isCountryAt(text)) {
      end = at
      places = 0
    } else if (isOrganisation) {
      bodies += 1
      if (startsInUnit && onlyBodies) end = at
      else if (bodies > MOST_BODIES) break
    } else {
      onlyBodies = false
      const isPlace =
        kind === 'literal' || (kind === 'person' && words.length < 4 && !words.some(word => word.endsWith('.')))
      places += kind === 'literal' ? 0 : 1
      if (!isPlace || places > MOST_PLACES) break
    }
  }
  return end
}

function isBodyAndPlace(entries: readonly NameEntry[]): boolean {
  const [body, place] = entries
  if (entries.length !== 2 || body === undefined || place === undefined || !body.isOrganisation) return false
  return place.kind === 'literal' && !place.isOrganisation && /^\p{Lu}\p{Ll}+$/u.test(place.text)
}

/** `Iran`, `UK.`, `CA (USA)`. */
function isCountryAt(text: string): boolean {
  const [, inner] = /\(([^()]+)\)$/.exec(text) ?? []
  return isCountry(inner ?? text)
}
