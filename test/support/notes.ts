import type {DefectId} from '../../src/record/defects.js'
import type {Note} from '../../src/record/finding.js'

/** What a normalizer made of a value, and the defects it noted. */
export function noted<T>(normalize: (note: Note) => T): {value: T; rules: DefectId[]} {
  const rules: DefectId[] = []
  const value = normalize(rule => rules.push(rule))
  return {value, rules}
}

export const silent: Note = () => undefined
