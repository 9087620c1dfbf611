import type {AbstractSection} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {type Block, textOf} from './blocks.js'
import {withoutLeadingWord, withoutTrailingNotice} from './boilerplate.js'
import {blocksOf} from './markup.js'
import {something} from './nothing.js'
import {isAbstractWord, isSummaryWord} from './section-label.js'
import {type Part, partsOfBlocks, partsOfText} from './sections.js'
import {finish, isClean, isMarked, paragraphsOf} from './text.js'

/**
 * The abstract as plain text, paragraphs separated by a blank line, and its sections when it has any: labels in
 * headings, in bold or italic type, or in the text. "<p><strong>Aim: </strong>To see.</p>" → abstract "Aim: To see.",
 * one section {label: "Aim", text: "To see."}. A heading "Abstract" before it and a copyright notice after it go,
 * noted. A placeholder gives null. Contract §2, §2.1
 */
export function abstractOf(
  markup: string,
  note: Note,
): {abstract: string | null; abstractSections: readonly AbstractSection[]} {
  const given = something(markup, note)
  if (given === null) return NOTHING
  const parts = withoutBoilerplate(partsOf(given, note), note)
  const abstract = something(parts.map(written).join('\n\n'), note)
  if (abstract === null) return NOTHING
  if (NO_ABSTRACT.test(abstract)) {
    note('value-placeholder', `Unexpected "${abstract}", expected an abstract or nothing; dropped`, markup)
    return NOTHING
  }
  return {abstract, abstractSections: parts.length === 1 && parts[0]?.label === null ? [] : sectionsIn(parts)}
}

function sectionsIn(parts: readonly Part[]): readonly AbstractSection[] {
  return parts.flatMap(({label, text}, index) =>
    label === null || text === '' || (index === 0 && isSummaryWord(label)) ? [] : [{label, text}],
  )
}

const NOTHING = {abstract: null, abstractSections: []}
const NO_ABSTRACT =
  /^\W?(?:no abstract(?: is)?(?: available| provided| found)?|abstract(?: is)? (?:not available|unavailable|missing|n\/a)|\u6682\u65e0\u6458\u8981|\u65e0\u6458\u8981)\W{0,2}$/i

function partsOf(text: string, note: Note): readonly Part[] {
  if (!isMarked(text)) return partsOfText(isClean(text) ? [text] : paragraphsOf(text, note))
  const blocks = blocksOf(text, note)
  const parts = partsOfBlocks(withoutHeading(blocks, note))
  const labelled = parts.some(part => part.label !== null)
  return labelled
    ? parts.map(({label, text: own}) => ({label, text: finish([own], note).join('')}))
    : partsOfText(
        finish(
          parts.map(part => part.text),
          note,
        ),
      )
}

/** More than any form of a heading of twenty characters has. */
const LONGEST_RUN = 200

/** Without the heading or bold line that only says that this is the abstract. */
function withoutHeading(blocks: readonly Block[], note: Note): readonly Block[] {
  const [first, ...rest] = blocks
  if (first === undefined || rest.length === 0 || first.runs.some(run => run.text.length > LONGEST_RUN)) return blocks
  const heading = textOf(first.runs)
  if (heading.length > 20 || !(isAbstractWord(heading) || isSummaryWord(heading))) return blocks
  const isCertain = isAbstractWord(heading)
  const outcome = isCertain ? 'dropped' : 'kept'
  note(
    'abstract-boilerplate',
    `Unexpected heading "${heading}", expected the abstract alone; ${outcome}`,
    isCertain ? heading : null,
  )
  return isCertain ? rest : blocks
}

function withoutBoilerplate(parts: readonly Part[], note: Note): readonly Part[] {
  if (parts.length === 0) return parts
  const last = parts.length - 1
  return parts
    .map(({label, text}, index) => {
      const begun = index === 0 && label === null ? withoutLeadingWord(text, note) : text
      return {label, text: index === last ? withoutTrailingNotice(begun, label === null && last > 0, note) : begun}
    })
    .filter(({label, text}) => label !== null || text !== '')
}

function written({label, text}: Part): string {
  if (label === null) return text
  if (text === '') return label
  return /[?!\uff1f]$/.test(label) ? `${label} ${text}` : `${label}: ${text}`
}
