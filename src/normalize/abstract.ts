import type {AbstractSection} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {type Block, textOf} from './blocks.js'
import {isNoAbstract, withoutLeadingWord, withoutTrailingNotice} from './boilerplate.js'
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
  if (isNoAbstract(abstract)) {
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

function partsOf(text: string, note: Note): readonly Part[] {
  if (!isMarked(text)) return partsOfBegun(isClean(text) ? [text] : paragraphsOf(text, note), note)
  const parts = partsOfBlocks(withoutHeading(blocksOf(text, note), note))
  if (parts.every(part => part.label === null)) {
    const paragraphs = parts.map(part => part.text)
    return partsOfBegun(finish(paragraphs, note), note)
  }
  return parts.map(({label, text: own}, index) => {
    const whole = finish([own], note).join('')
    return {label, text: index === 0 && label === null ? withoutLeadingWord(whole, note) : whole}
  })
}

/** The sections once the word "Abstract" is gone, since a label may stand right after it. */
function partsOfBegun(paragraphs: readonly string[], note: Note): readonly Part[] {
  const parts = partsOfText(paragraphs)
  const [first = '', ...rest] = paragraphs
  if (parts[0]?.label !== null) return parts
  const begun = withoutLeadingWord(first, note)
  return begun === first ? parts : partsOfText(begun === '' ? rest : [begun, ...rest])
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
    .map(({label, text}, index) => ({
      label,
      text: index === last ? withoutTrailingNotice(text, label === null && last > 0, note) : text,
    }))
    .filter(({label, text}) => label !== null || text !== '')
}

function written({label, text}: Part): string {
  if (label === null) return text
  if (text === '') return label
  return /[?!\uff1f]$/.test(label) ? `${label} ${text}` : `${label}: ${text}`
}
