import type {Note} from '../record/finding.js'
import {cleanCharacters} from './characters.js'
import {decodeEntities} from './entity.js'
import {excerpt} from './excerpt.js'
import {type Tag, TagReader} from './tags.js'

/** Text, decoded and clean, or a tag. */
export type Token = string | Tag

const ROUNDS = 3

/**
 * Markup as tags and text, read in rounds: what is decoded is read for tags again, three times at most, since many
 * sources escape twice. "[&lt;sup&gt;18&lt;/sup&gt;F]" → "[", <sup>, "18", </sup>, "F]". What is no tag is text: "p <
 * 0.05 and q > 0.1", "<john@x.org>".
 */
export function tokensOf(markup: string, note: Note): readonly Token[] {
  const tokens: Token[] = []
  read({text: markup, source: markup, round: 0}, tokens, fewOf(note))
  return markup.includes('<![CDATA[')
    ? tokens.map(token => (typeof token === 'string' ? token.replaceAll(']]>', '') : token))
    : tokens
}

interface Piece {
  readonly text: string
  /** What it was before the first decoding. */
  readonly source: string
  readonly round: number
}

function read(piece: Piece, tokens: Token[], note: Note): void {
  const {text, round} = piece
  const reader = new TagReader(text)
  let at = 0
  for (let lt = text.indexOf('<'); lt >= 0; ) {
    const mark = reader.at(lt)
    if (mark === null || mark.is === 'unknown') {
      if (mark)
        note('markup-left', `Unexpected ${excerpt(text.slice(lt, mark.end))}, expected a known element; kept as text`)
      lt = text.indexOf('<', lt + 1)
      continue
    }
    if (round > 0) noteTwice(piece, note)
    if (lt > at) push(sliceOf(piece, at, lt), tokens, note)
    if (mark.is === 'tag') {
      if (mark.danger) noteDanger(text.slice(lt, mark.end), note)
      tokens.push(mark.tag)
      if (mark.tag.name === 'abstracttext') tokens.push(...labelIn(mark.tag.attributes, note))
    }
    at = mark.end
    lt = text.indexOf('<', at)
  }
  if (at < text.length) push(at === 0 ? piece : sliceOf(piece, at, text.length), tokens, note)
}

function sliceOf({text, source, round}: Piece, from: number, to: number): Piece {
  const slice = text.slice(from, to)
  return {text: slice, source: round === 0 ? slice : source, round}
}

/** PubMed has the labels of sections in an attribute: `<AbstractText Label="METHODS">`. */
function labelIn(attributes: string, note: Note): readonly Token[] {
  const label = /\sLabel\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1]
  if (label === undefined || label.trim() === '') return []
  const heading = {name: 'title', role: 'heading', attributes: ''} as const
  return [{...heading, form: 'open'}, cleanCharacters(decodeEntities(label, note), note), {...heading, form: 'close'}]
}

function push(piece: Piece, tokens: Token[], note: Note): void {
  const {text, source, round} = piece
  const decoded = round < ROUNDS ? decodeEntities(text, note) : text
  if (decoded === text) {
    tokens.push(cleanCharacters(text, note))
    return
  }
  if (round > 0) noteTwice(piece, note)
  read({text: decoded, source, round: round + 1}, tokens, note)
}

function noteTwice({text, source}: Piece, note: Note): void {
  note('double-escaped', `Unexpected ${excerpt(text)} after decoding, expected text; decoded again`, source)
}

function noteDanger(tag: string, note: Note): void {
  note('markup-dangerous', `Unexpected ${excerpt(tag)}, expected text or harmless markup; dropped`, tag)
}

/** The same finding once; of a text that is all findings, the first twenty tell enough. */
function fewOf(note: Note): Note {
  const seen = new Set<string>()
  return (rule, message, value, under) => {
    if (seen.size >= 20 || seen.has(message)) return
    seen.add(message)
    note(rule, message, value, under)
  }
}
