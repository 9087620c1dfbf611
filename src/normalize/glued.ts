import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import type {Tag} from './tags.js'
import type {Token} from './tokens.js'

/**
 * Notes words that stand without a space where markup stood between them, and leaves them:
 * "against<i>Pseudomonas</i>and" may have lost two spaces, "<b>C</b>onsortium" has lost none. A word is three letters
 * here, or one Greek one, but "PPAR<i>γ</i>" is one symbol.
 */
export function noteGlued(tokens: readonly Token[], note: Note): void {
  for (let at = 1; at < tokens.length - 1; at++) {
    const tag = tokens[at]
    if (typeof tag !== 'object' || !GLUING.has(tag.role) || tag.name === 'u') continue
    const before = tokens[at - 1]
    const after = tokens[at + 1]
    if (typeof before !== 'string' || typeof after !== 'string' || !isGlued(tag, before.slice(-3), after.slice(0, 3)))
      continue
    if (isSymbol(tag, before, after)) continue
    note(
      'words-glued',
      `Unexpected ${excerpt(before.slice(-30) + after.slice(0, 30))}, expected a space where markup stood; kept`,
    )
    return
  }
}

const GLUING: ReadonlySet<string> = new Set(['italic', 'bold', 'smallCaps', 'inline'])
const LETTER = 'A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff'
const ENDS = new RegExp(`[${LETTER}]{2}$`)
const BEGINS = new RegExp(`^[${LETTER}]{2}`)
const WORD = new RegExp(`^[${LETTER}]{3}$`)
const GREEK_BEGINS = /^[\u0370-\u03ff]/
const GREEK_ENDS = /[\u0370-\u03ff]$/

const GREEK = /^[\u0370-\u03ff]{1,3}$/

/** Greek letters set apart that are joined to capitals: "NF<i>κ</i>B", "<i>μ</i>Bench". */
function isSymbol(tag: Tag, before: string, after: string): boolean {
  const opens = GREEK.test(after) && /\p{Lu}$/u.test(before)
  const closes = GREEK.test(before) && /^\p{Lu}/u.test(after)
  return tag.form === 'open' ? opens : tag.form === 'close' ? closes : opens || closes
}

function isGlued(tag: Tag, before: string, after: string): boolean {
  const opens =
    ENDS.test(before) &&
    (WORD.test(after) || GREEK_BEGINS.test(after) || (tag.name === 'math' && /^\p{L}/u.test(after)))
  if (tag.form === 'open') return opens
  const closes =
    BEGINS.test(after) &&
    (WORD.test(before) || GREEK_ENDS.test(before) || (tag.name === 'math' && /\p{L}$/u.test(before)))
  return tag.form === 'close' ? closes : opens || closes
}
