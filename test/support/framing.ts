import type {Framed} from '../../src/framing/frame.js'
import {Framer} from '../../src/framing/framer.js'
import type {Json} from '../../src/record/canonical.js'
import type {JsonObject} from '../../src/record/decoded.js'

/** Stands for the dialects: a record has a title and authors, or wraps one that has. */
export function claims(value: JsonObject): boolean {
  if (typeof value.title === 'string' && typeof value.authors === 'string') return true
  return WRAPPERS.some(key => isObject(value[key]) && claims(value[key]))
}

const WRAPPERS = ['citedPaper', 'message', 'record']

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function authorLine(value: JsonObject): string | null {
  return typeof value.authors === 'string' ? value.authors : null
}

export interface FramingOptions {
  /** The bytes come in pieces of these sizes, over and over. */
  readonly sizes?: readonly number[]
  readonly maxRecordBytes?: number
  readonly knowsKey?: (key: string) => boolean
}

export function newFramer({maxRecordBytes = 1 << 24, knowsKey = () => true}: FramingOptions = {}): Framer {
  return new Framer({maxRecordBytes, claims, authorLine, knowsKey})
}

/** All that comes out of a text. */
export function frame(input: string | Uint8Array, options: FramingOptions = {}): Framed[] {
  const {sizes = [Number.POSITIVE_INFINITY]} = options
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const framer = newFramer(options)
  const out: Framed[] = []
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const end = Math.min(bytes.length, at + (sizes[turn % sizes.length] ?? 1))
    for (const framed of framer.push(bytes.slice(at, end))) out.push(framed)
    at = end
  }
  for (const framed of framer.end()) out.push(framed)
  return out
}

/** Titles of records, and rules of rejects, in order: `a b frame-broken c`. */
export function outline(framed: readonly Framed[]): string {
  return framed.map(it => (it.kind === 'frame' ? titleOf(it.value) : it.rule)).join(' ')
}

function titleOf(value: JsonObject): string {
  for (const key of WRAPPERS) if (isObject(value[key])) return `${key}:${titleOf(value[key])}`
  return String(value.title)
}

/** A record in the seed's manner: nested objects, arrays, and JSON in a string. */
export function record(title: string, more: {readonly [key: string]: Json} = {}): JsonObject {
  return {
    title,
    authors: 'Ada Doe, Bo Li',
    doi: null,
    journal: {name: 'Annals {of} "Nothing" \\', volume: ' '},
    pictures: [],
    links: ['a', {}],
    impact: 1.5e3,
    open: false,
    resultStr: JSON.stringify({title, authors: 'Ada Doe, Bo Li', journal: {name: 'x'}}),
    ids: {a: [{x: 1}, {y: '}'}]},
    total: 0,
    ...more,
  }
}

export function line(title: string, more: {readonly [key: string]: Json} = {}): string {
  return JSON.stringify(record(title, more))
}
