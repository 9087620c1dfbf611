import type {Note} from '../record/finding.js'
import {type Run, STYLES, textOf} from './blocks.js'
import {hasFullStop} from './full-stop.js'
import {blocksOf, escapeHtml} from './markup.js'
import {something} from './nothing.js'
import {unwrapTex} from './tex.js'
import {finish, isClean} from './text.js'

/**
 * The title as one line of text, and as inert HTML with `<i> <b> <sub> <sup>` and small-caps spans when any is left. A
 * final full stop goes, noted. "Genus <i>Thymus</i>." → {title: "Genus Thymus", titleMarkup: "Genus <i>Thymus</i>"}. A
 * placeholder gives null. Contract §2, §2.3
 */
export function titleOf(markup: string, note: Note): {title: string | null; titleMarkup: string | null} {
  const given = something(markup, note)
  if (given === null) return {title: null, titleMarkup: null}
  if (isClean(given)) return {title: withoutStop(given, note), titleMarkup: null}
  const runs = joined(given, note)
  const whole = something(finish([textOf(runs)], note)[0], note)
  if (whole === null) return {title: null, titleMarkup: null}
  const title = withoutStop(whole, note)
  const isStyled = runs.some(run => run.style !== 0)
  return {title, titleMarkup: isStyled ? htmlOf(title === whole ? runs : withoutLastCharacter(runs)) : null}
}

/** The paragraphs and headings of a title as one: a space between. */
function joined(markup: string, note: Note): readonly Run[] {
  const blocks = blocksOf(markup, note)
  const runs = blocks.flatMap((block, index) => (index === 0 ? block.runs : [{text: ' ', style: 0}, ...block.runs]))
  return markup.includes('\\begin{document}')
    ? runs.map(({text, style}) => ({text: unwrapTex(text, note), style}))
    : runs
}

function withoutStop(title: string, note: Note): string {
  if (!hasFullStop(title)) return title
  note('title-trailing-period', `Unexpected full stop after "${title.slice(-40)}", expected none; dropped`, title)
  return title.slice(0, -1).trimEnd()
}

function withoutLastCharacter(runs: readonly Run[]): readonly Run[] {
  const last = runs[runs.length - 1]
  if (last === undefined) return runs
  const text = last.text.slice(0, -1).trimEnd()
  const rest = runs.slice(0, -1)
  if (text !== '') return [...rest, {text, style: last.style}]
  const before = rest[rest.length - 1]
  return before === undefined ? [] : [...rest.slice(0, -1), {text: before.text.trimEnd(), style: before.style}]
}

const ELEMENTS: readonly (readonly [number, string, string])[] = [
  [STYLES.smallCaps, '<span style="font-variant:small-caps">', '</span>'],
  [STYLES.bold, '<b>', '</b>'],
  [STYLES.italic, '<i>', '</i>'],
  [STYLES.sup, '<sup>', '</sup>'],
  [STYLES.sub, '<sub>', '</sub>'],
]

/** Runs as balanced HTML: what a run shares with the one before stays open. */
function htmlOf(runs: readonly Run[]): string {
  let html = ''
  let open: (typeof ELEMENTS)[number][] = []
  for (const {text, style} of [...runs, {text: '', style: 0}]) {
    const ended = open.findIndex(([bit]) => (style & bit) === 0)
    const kept = ended < 0 ? open : open.slice(0, ended)
    const added = ELEMENTS.filter(element => (style & element[0]) !== 0 && !kept.includes(element))
    const closing = open.slice(kept.length).reverse()
    html += closing.map(([, , close]) => close).join('') + added.map(([, start]) => start).join('') + escapeHtml(text)
    open = [...kept, ...added]
  }
  return html
}
