import type {Note} from '../record/finding.js'

const PLACEHOLDER =
  /^(?:n\/?a|null|none|nil|undefined|nan|unknown|not available|not applicable|-+|\u2013|\u2014|\.|\?+|\u65e0|\u7121|\u6682\u65e0|\u66ab\u7121|\u672a\u77e5|\(:(?:un\w\w|null|none|tba|etal)\)|\[object object\])$/i

/**
 * The value without surrounding white space; null when it is blank, or a placeholder such as `N/A`, `null`, `(:unav)`, `无`
 * (noted). " 12 " → "12". The codes `(:unav)` and its like are DataCite's and EZID's standard values for unknown information.
 */
export function something(text: string | null | undefined, note: Note): string | null {
  if (text === null || text === undefined) return null
  const value = text.trim()
  if (value === '') return null
  if (value.length > 20 || !isPlaceholder(value)) return value
  note('value-placeholder', `Unexpected placeholder "${value}", expected a value or nothing; dropped`, text)
  return null
}

/** True for a whole value that says "no value" in words: `N/A`, `null`, `(:unav)`, `无`. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value)
}
