import type {Note} from '../record/finding.js'
import {textOf} from './blocks.js'
import {cleanCharacters, hasLooseSpace, isPrintable} from './characters.js'
import {excerpt} from './excerpt.js'
import {blocksOf} from './markup.js'
import {unwrapTex} from './tex.js'

/**
 * One line of plain text, for names, container titles, publishers, keywords: markup and white space removed, entities
 * decoded, invisible characters gone, NFC. "Fish &amp; <i>Fisheries</i>\n Review" → "Fish & Fisheries Review". Nothing
 * left: "". Contract §2.1
 */
export function lineOf(text: string, note: Note): string {
  if (isClean(text)) return text
  return paragraphsOf(text, note).join(' ')
}

/**
 * Paragraphs of plain text with a blank line between, for a journal's description: block elements, blank lines and,
 * where there is no markup, line ends separate them. "Aims\nand scope" → "Aims\n\nand scope". Nothing left: "".
 */
export function proseOf(text: string, note: Note): string {
  if (isClean(text)) return text
  return paragraphsOf(BLOCK_TAG.test(text) ? text : text.replace(/\r\n?|\n/g, '\n\n'), note).join('\n\n')
}

/** The paragraphs of a text, each on one line. */
export function paragraphsOf(text: string, note: Note): readonly string[] {
  const paragraphs = isMarked(text)
    ? blocksOf(text, note).map(block => textOf(block.runs))
    : plainParagraphs(text, note)
  return finish(paragraphs, note)
}

/**
 * True when every character is one that no step would touch: printable ASCII without `& < \ $`, single spaces, none
 * around.
 */
export function isClean(text: string): boolean {
  return (
    isPrintable(text) && !isMarked(text) && !isTex(text) && !hasLooseSpace(text) && text.trim().length === text.length
  )
}

/** True when the text may hold markup or entities. */
export function isMarked(text: string): boolean {
  return text.includes('<') || text.includes('&')
}

/** True when the text may hold LaTeX. */
function isTex(text: string): boolean {
  return text.includes('\\') || text.includes('$')
}

/** Unwraps LaTeX documents, notes LaTeX that is left, drops what is empty. */
export function finish(paragraphs: readonly string[], note: Note): readonly string[] {
  if (!paragraphs.some(isTex)) return paragraphs
  const unwrapped = paragraphs.map(text => unwrapTex(text, note))
  const left = unwrapped.map(text => LATEX.exec(text)).find(match => match !== null)
  if (left)
    note('latex-left', `Unexpected ${excerpt(left.input.slice(left.index, left.index + 60))}, expected text; kept`)
  return unwrapped.filter(text => text !== '')
}

const BLOCK_TAG = /<(?:[a-z]{1,9}:)?(?:p|br|div|li|sec|h[1-6]|title)[\s/>]/i
const LATEX = /\\[A-Za-z]{2,}|\$[A-Za-z\\][^$\s]{0,40}\$/

function plainParagraphs(text: string, note: Note): readonly string[] {
  const clean = cleanCharacters(text, note).trim()
  if (clean === '') return []
  const paragraphs = clean.includes('\n') ? clean.split(/\n[\t\r \u00a0]*\n\s*/) : [clean]
  return paragraphs.map(paragraph => (hasLooseSpace(paragraph) ? paragraph.replace(/\s+/g, ' ') : paragraph))
}
