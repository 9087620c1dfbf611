import type {Note} from '../record/finding.js'

/** Enough for the journals, types and dates of a dump, and little memory. */
const MOST = 2000
const LONGEST = 200

/**
 * The same reading, which looks a text up that it has read before: journals, types and dates of a dump repeat. Only what was
 * read without a note is remembered, so that notes come each time; when there is no more room, all is forgotten.
 */
export function remembered<T>(read: (text: string, note: Note) => T): (text: string, note: Note) => T {
  const known = new Map<string, T>()
  return (text, note) => {
    const found = known.get(text)
    if (found !== undefined) return found
    let isNoted = false
    const value = read(text, (...said) => {
      isNoted = true
      note(...said)
    })
    if (isNoted || text.length > LONGEST) return value
    if (known.size === MOST) known.clear()
    known.set(text, value)
    return value
  }
}
