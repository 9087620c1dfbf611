import {isEnvelope, isList} from './api-body.js'

/** What a scan has seen of an object's members. Places are told from the object's first byte. */
export class Outline {
  /** The `[` of the first list that may hold records; -1 if there is none. */
  listAt = -1
  /** Where the last comma between members is; -1 if there is none. */
  commaAt = -1

  private places: Span[] = []
  private outer: Span = [0, 0]
  private inner: Span = [0, 0]

  reset(): void {
    this.listAt = -1
    this.commaAt = -1
    this.places = []
  }

  key(depth: number, from: number, to: number): void {
    if (depth === 1) this.outer = [from, to]
    else if (depth === 2) this.inner = [from, to]
  }

  /** The last key of the object itself is one. */
  colon(): void {
    if (this.places.length < KEYS) this.places.push(this.outer)
  }

  /** The first keys, as they stand between their quotes. `origin` is the index of the object's first byte. */
  keys(buffer: Uint8Array, origin: number): string[] {
    return this.places.map(place => wordAt(buffer, origin, place))
  }

  /** Whether an array that opens in the object at `depth` may hold records. */
  isList(depth: number, buffer: Uint8Array, origin: number): boolean {
    const outer = wordAt(buffer, origin, this.outer)
    return isList(outer, depth === 1 ? null : wordAt(buffer, origin, this.inner))
  }

  isEnvelope(buffer: Uint8Array, origin: number): boolean {
    return isEnvelope(this.keys(buffer, origin))
  }
}

/** Where a key starts and ends. */
type Span = readonly [number, number]

/** So many keys are kept: enough to tell records apart. */
const KEYS = 64
/** Of a key that long the beginning will do. */
const KEY_LENGTH = 64

function wordAt(buffer: Uint8Array, origin: number, [from, to]: Span): string {
  let word = ''
  const end = Math.min(to, from + KEY_LENGTH)
  for (const byte of buffer.subarray(origin + from, origin + end)) word += String.fromCharCode(byte)
  return word
}
