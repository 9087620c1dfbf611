import {hasLooseSpace} from './characters.js'
import type {Role} from './elements.js'
import {isConvertible, scriptOf} from './scripts.js'
import type {Token} from './tokens.js'

/** How a piece of text is set; a run's style is the sum of its bits. */
export const STYLES = {italic: 1, bold: 2, sub: 4, sup: 8, smallCaps: 16} as const

/** Text in one style. */
export interface Run {
  readonly text: string
  readonly style: number
}

/** A paragraph or a heading: its text in runs, white space in order. */
export interface Block {
  readonly isHeading: boolean
  readonly runs: readonly Run[]
}

/**
 * Well-nested tokens as paragraphs. A block element breaks before and after, so does a blank line where no block
 * element is; `<br>` breaks where a sentence ends or a label or another `<br>` follows, else it is a space.
 */
export function build(tokens: readonly Token[]): readonly Block[] {
  const draft = new Draft(
    !tokens.some(token => typeof token !== 'string' && (token.role === 'block' || token.role === 'heading')),
  )
  for (const token of tokens) {
    if (typeof token === 'string') draft.text(token)
    else if (token.role === 'block' || token.role === 'heading')
      draft.flush(token.role === 'heading' && token.form === 'open')
    else if (token.role === 'break') draft.lineBreak()
    else if (token.role === 'cell') draft.text(' ')
    else draft.style(token.role, token.form)
  }
  draft.flush(false)
  return draft.blocks
}

/** A block's runs as text: "CO", "2" in `sub` → "CO₂". */
export function textOf(runs: readonly Run[]): string {
  let text = ''
  let script = ''
  runs.forEach(({text: own, style}, at) => {
    const kind = style & STYLES.sub || style & STYLES.sup
    if (kind === 0) {
      text += own
      return
    }
    script += own
    const next = runs[at + 1]
    if (next !== undefined && (next.style & kind) !== 0) return
    text += scriptOf(kind === STYLES.sub ? 'sub' : 'sup', script, text.slice(-1), next?.text.charAt(0) ?? '')
    script = ''
  })
  return runs.length > 1 && COMBINING.test(text) ? text.normalize('NFC') : text
}

// Each run is in NFC; only where a run starts with one of these can two of them be otherwise.
const COMBINING = /[\u0300-\u036f\u0591-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]/

const BREAK: Run = {text: '\u2028', style: 0}
const BLANK_LINE = /\n[\t\r \u00a0]*\n\s*/
const BITS: {readonly [role in Role]?: number} = STYLES

class Draft {
  readonly blocks: Block[] = []
  private runs: Run[] = []
  private isHeading = false
  private current = 0
  private readonly open: number[] = []

  constructor(private readonly isPlain: boolean) {}

  text(text: string): void {
    if (!this.isPlain || !text.includes('\n') || !BLANK_LINE.test(text)) {
      this.add(text)
      return
    }
    text.split(BLANK_LINE).forEach((paragraph, index) => {
      if (index > 0) this.flush(false)
      this.add(paragraph)
    })
  }

  /** Neighbours of one style are one run, so that it does not matter how the text was cut. */
  private add(text: string): void {
    const last = this.runs[this.runs.length - 1]
    if (last === undefined || last === BREAK || last.style !== this.current) this.runs.push({text, style: this.current})
    else this.runs[this.runs.length - 1] = {text: last.text + text, style: last.style}
  }

  style(role: Role, form: string): void {
    const bit = BITS[role]
    if (bit === undefined || form === 'empty') return
    if (form === 'open') this.open.push(bit)
    else this.open.splice(this.open.lastIndexOf(bit), this.open.includes(bit) ? 1 : 0)
    this.current = this.open.reduce((style, one) => style | one, 0)
  }

  lineBreak(): void {
    this.runs.push(BREAK)
  }

  flush(isHeading: boolean): void {
    for (const runs of this.runs.includes(BREAK) ? splitAtBreaks(this.runs) : [this.runs]) {
      const settled = settle(runs)
      if (settled.length > 0) this.blocks.push({isHeading: this.isHeading, runs: settled})
    }
    this.runs = []
    this.isHeading = isHeading
  }
}

const SENTENCE_END = /[.!?:;\u3002\uff01\uff1f][)\]"'\u201d\u2019]?\s*$/
const LABEL = /^\s*\p{Lu}[^.:]{0,40}:/u

function splitAtBreaks(runs: readonly Run[]): readonly (readonly Run[])[] {
  const parts: Run[][] = [[]]
  runs.forEach((run, at) => {
    const part = parts[parts.length - 1] ?? []
    if (run !== BREAK) part.push(run)
    else if (isParagraphEnd(runs, at)) parts.push([])
    else part.push({text: ' ', style: 0})
  })
  return parts
}

function isParagraphEnd(runs: readonly Run[], at: number): boolean {
  let next = at + 1
  while (runs[next] !== undefined && runs[next] !== BREAK && (runs[next]?.text ?? '').trim() === '') next++
  const following = runs[next]
  if (following === undefined || following === BREAK) return true
  return SENTENCE_END.test((runs[at - 1]?.text ?? '').slice(-8)) || LABEL.test(following.text.slice(0, 60))
}

/** The runs with single spaces between words and none around; neighbours of one style joined. */
function settle(runs: readonly Run[]): readonly Run[] {
  const [only] = runs
  if (
    runs.length === 1 &&
    only !== undefined &&
    only.text.trim().length === only.text.length &&
    !hasLooseSpace(only.text)
  ) {
    return only.text === '' ? [] : runs
  }
  const settled: {text: string; style: number}[] = []
  let gap = ''
  for (const run of runs) {
    const inner = collapse(run.text)
    const text = inner.trim()
    if (text === '') {
      if (inner !== '') gap = widest(gap, run.text)
      continue
    }
    const start = inner.startsWith(' ') ? widest(gap, leadingSpace(run.text)) : gap
    append(settled, start, text, run.style)
    gap = inner.endsWith(' ') ? trailingSpace(run.text) : ''
  }
  return settled
}

/** The space between two styles is in neither that the other is not in. */
function append(settled: {text: string; style: number}[], gap: string, text: string, style: number): void {
  const last = settled[settled.length - 1]
  if (last === undefined) {
    settled.push({text, style})
    return
  }
  const space = gap !== '' && isSpaceNeeded(last.text.slice(-2), gap, text, style) ? ' ' : ''
  const common = last.style & style
  if (last.style === style) last.text += space + text
  else if (space === '' || style === common) settled.push({text: space + text, style})
  else if (last.style === common) {
    last.text += space
    settled.push({text, style})
  } else settled.push({text: space, style: common}, {text, style})
}

/**
 * Runs of white space become one space, or none where a line was broken before a closing sign or after an opening one.
 */
function collapse(text: string): string {
  if (!hasLooseSpace(text)) return text
  return text.replace(/\s+/g, (space, at: number) => {
    if (!space.includes('\n')) return ' '
    return isSpaceNeeded(text.charAt(at - 1), space, text.slice(at + space.length, at + space.length + 2), 0) ? ' ' : ''
  })
}

/** A line break in the source is no space at a bracket or before a comma, and no space at all precedes a subscript. */
function isSpaceNeeded(before: string, space: string, after: string, style: number): boolean {
  if (style & STYLES.sub && /[\p{L})\]]$/u.test(before) && isConvertible(after)) return false
  if (!space.includes('\n') || before === '' || after === '') return true
  return !/[([{\u201c\u2018]$/.test(before) && !/^(?:[,;)\]}\u201d]|[.:?!](?!\d)|[-\u2010\u2011]\p{L})/u.test(after)
}

function widest(one: string, two: string): string {
  return one.includes('\n') ? one : two.includes('\n') ? '\n' : ' '
}

function leadingSpace(text: string): string {
  return text.slice(0, text.length - text.trimStart().length).includes('\n') ? '\n' : ' '
}

function trailingSpace(text: string): string {
  return text.slice(text.trimEnd().length).includes('\n') ? '\n' : ' '
}
