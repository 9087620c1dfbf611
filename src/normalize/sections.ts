import {type Block, type Run, STYLES, textOf} from './blocks.js'
import {isAbstractWord, isKnownLabel, plainLabel} from './section-label.js'

/**
 * A piece of an abstract: a section with its label, or text without one. Paragraphs in it are separated by a blank
 * line.
 */
export interface Part {
  readonly label: string | null
  readonly text: string
}

/**
 * Blocks cut into sections, by the strongest sign there is: headings, else labels in bold, else known labels in
 * italics. "<b>Aims:</b> We … <b>Results</b>: They …" → Aims, Results. One sign alone counts when its label is known
 * or short.
 */
export function partsOfBlocks(blocks: readonly Block[]): readonly Part[] {
  if (blocks.some(block => block.isHeading)) {
    const pieces = blocks.map((block): Piece => {
      const text = textOf(block.runs)
      return block.isHeading && isHeadingLabel(text) ? {label: plainLabel(text), text: ''} : {label: null, text}
    })
    if (pieces.some(piece => piece.label !== null)) return gather(pieces)
  }
  for (const style of [STYLES.bold, STYLES.italic]) {
    if (!blocks.some(block => block.runs.some(run => (run.style & style) !== 0))) continue
    const pieces = blocks.flatMap(block => cutAtStyle(block.runs, style))
    const labels = pieces.flatMap(piece => piece.label ?? [])
    if (labels.length > 1 || labels.some(isKnownLabel)) return gather(pieces)
  }
  return blocks.map(block => ({label: null, text: textOf(block.runs)}))
}

/**
 * Plain paragraphs cut at known labels with a colon, or that are a sentence by themselves, where a sentence can start
 * and at least two different ones are there: "BACKGROUND:Eribulin … METHODS:We …", "Introduction. Data … Results. The
 * …". Between those in capitals, unknown ones in capitals count, too.
 */
export function partsOfText(paragraphs: readonly string[]): readonly Part[] {
  const found = paragraphs.map(labelsIn)
  if (found.every(labels => labels.length === 0)) return paragraphs.map(text => ({label: null, text}))
  const known = found.flat().filter(label => label.isKnown)
  if (new Set(known.map(label => label.label.toLowerCase())).size < 2)
    return paragraphs.map(text => ({label: null, text}))
  const allCapitals = known.every(label => isCapitals(label.label))
  const pieces = paragraphs.flatMap((text, index) =>
    cut(
      text,
      (found[index] ?? []).filter(label => label.isKnown || (allCapitals && isCapitals(label.label))),
    ),
  )
  return gather(pieces)
}

type Piece = Part

/** Text after a label belongs to it, as do the paragraphs that follow. */
function gather(pieces: readonly Piece[]): readonly Part[] {
  const parts: {label: string | null; text: string}[] = []
  for (const {label, text} of pieces) {
    const last = parts[parts.length - 1]
    if (label !== null || last === undefined) parts.push({label, text})
    else if (text !== '') last.text = last.text === '' ? text : `${last.text}\n\n${text}`
  }
  return parts.filter(part => part.label !== null || part.text !== '')
}

/** A heading is a label unless it is as long as a title. */
function isHeadingLabel(text: string): boolean {
  return plainLabel(text) !== '' && (isKnownLabel(text) || (text.length <= 60 && text.split(' ').length <= 7))
}

const SENTENCE_END = /(?:^|[.!?;:)\]"\u201d\u2019\u3002\d%])$/

/** A block cut before each run of a style that reads as a label. */
function cutAtStyle(runs: readonly Run[], style: number): readonly Piece[] {
  const pieces: Piece[] = []
  let label: string | null = null
  let from = 0
  const lead = (runs[0]?.text ?? '').slice(0, 20)
  const close = (to: number) => {
    const text = textOf(runs.slice(from, to)).trim()
    const own = label === null ? text : text.replace(/^[:\uff1a.\u2013\u2014-]\s*/, '')
    if (label !== null || own !== '') pieces.push({label, text: own})
  }
  for (let at = 0; at < runs.length; at++) {
    if (((runs[at]?.style ?? 0) & style) === 0) continue
    let end = at
    while (((runs[end]?.style ?? 0) & style) !== 0) end++
    const text = textOf(runs.slice(at, end)).trim()
    const after = (runs[end]?.text ?? '').slice(0, 10)
    const before = at === 0 || (at === 1 && isAbstractWord(lead)) ? '' : (runs[at - 1]?.text ?? '').trimEnd().slice(-1)
    if (isStyledLabel(text, after, before, style)) {
      close(at)
      label = plainLabel(text)
      from = end
    }
    at = end
  }
  close(runs.length)
  return pieces
}

function isStyledLabel(text: string, after: string, before: string, style: number): boolean {
  if (text.length > 80 || !/^\p{Lu}|^\p{Lo}/u.test(text) || !SENTENCE_END.test(before)) return false
  const isClosed = /[:\uff1a]$/.test(text) || /^\s*[:\uff1a]/.test(after)
  if (isKnownLabel(text))
    return isClosed || style === STYLES.bold || /\.$/.test(text) || /^\s*[.\u2013\u2014]/.test(after)
  return style === STYLES.bold && isClosed && text.length <= 60 && text.split(' ').length <= 7
}

interface Label {
  readonly label: string
  readonly isKnown: boolean
  /** Where the label starts, and where its text does. */
  readonly at: number
  readonly end: number
}

const LONGEST = 70
// No abstract has so many sections: a list of terms may.
const MOST = 100
const START = /(?:^|[.!?\u2026;)\]"\u201d\u3002\uff1b]|\d\.)\s*$/
const CJK_LABEL = /(?:^|[\u3002\uff1b;.])\s*[\u3010[]?([\u4e00-\u9fff/\uff0f]{2,7})(?:[\u3011\]][:\uff1a]?|\s+)/g

function labelsIn(text: string): readonly Label[] {
  const labels: Label[] = []
  let from = 0
  for (const colon of colonsIn(text)) {
    const label = labelBefore(text, Math.max(from, colon - LONGEST), colon)
    if (label && labels.push(label) > MOST) return []
    from = colon + 1
  }
  if (labels.some(label => label.isKnown)) return labels
  if (hasDottedLabel(text)) return dottedLabels(text)
  if (!/[\u4e00-\u9fff]/.test(text.slice(0, 200))) return labels
  return [...text.matchAll(CJK_LABEL)].flatMap(({0: whole, 1: label = '', index}) =>
    isKnownLabel(label)
      ? [{label, isKnown: true, at: index + whole.search(/[\u3010[\u4e00-\u9fff]/), end: index + whole.length}]
      : [],
  )
}

function colonsIn(text: string): readonly number[] {
  if (text.includes('\uff1a')) return [...text.matchAll(/[:\uff1a]/g)].map(match => match.index)
  const colons: number[] = []
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) colons.push(at)
  return colons
}

// No abstract is cut by sentences unless it has one of these.
const DOTTED_LABEL = /(?:Result|Conclusion|Method|RESULT|CONCLUSION|METHOD)[sS]?$/

function hasDottedLabel(text: string): boolean {
  for (let stop = text.indexOf('. '); stop >= 0; stop = text.indexOf('. ', stop + 1))
    if (endsLabel(text.charCodeAt(stop - 1)) && DOTTED_LABEL.test(text.slice(Math.max(0, stop - 11), stop))) return true
  return false
}

/** The last letter of one of them: d, n, s or t, in either case. */
function endsLabel(code: number): boolean {
  const letter = code | 0x20
  return letter === 0x73 || letter === 0x74 || letter === 0x6e || letter === 0x64
}

/** Labels that are a sentence: "Methods. We …". */
function dottedLabels(text: string): readonly Label[] {
  const labels: Label[] = []
  for (let stop = text.indexOf('. '); stop >= 0; stop = text.indexOf('. ', stop + 1)) {
    const label = labelBefore(text, Math.max(0, stop - LONGEST), stop)
    if (label?.isKnown && labels.push(label) > MOST) return []
  }
  return labels
}

function labelBefore(text: string, from: number, colon: number): Label | null {
  const before = text.slice(from, colon).trimEnd()
  const match = /[\p{Lu}\p{Lo}][^.!?;:\u3002\uff1b]*$/u.exec(before)
  if (!match) return null
  const label = match[0].replace(/[\u3011\]]$/, '')
  const at = from + match.index
  if (!START.test(text.slice(Math.max(0, at - 6), at).replace(/[\u3010[]$/, ''))) return null
  return {label, isKnown: isKnownLabel(label), at, end: colon + 1}
}

function isCapitals(label: string): boolean {
  return (
    label.length > 3 &&
    label.length < 50 &&
    /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(label) &&
    label.split(' ').length < 7
  )
}

function cut(text: string, labels: readonly Label[]): readonly Piece[] {
  const pieces: Piece[] = []
  const head = text
    .slice(0, labels[0]?.at ?? text.length)
    .replace(/[\u3010[]$/, '')
    .trim()
  if (head !== '') pieces.push({label: null, text: head})
  labels.forEach(({label, end}, index) => {
    const to = labels[index + 1]?.at ?? text.length
    pieces.push({
      label: plainLabel(label),
      text: text
        .slice(end, to)
        .replace(/[\u3010[]$/, '')
        .trim(),
    })
  })
  return pieces
}
