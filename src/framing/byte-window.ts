import {isBlank, LF} from './json-bytes.js'

/**
 * The bytes of a stream that are still needed. Every position is an offset in the stream, so that nothing moves when bytes go.
 */
export class ByteWindow {
  /** Up to here all has been dealt with. */
  at = 0
  /** Up to here there are bytes. */
  end = 0
  line = 1
  /** Where the line that `at` is on starts. */
  lineStart = 0
  /** Whether that line is blank up to `at`. */
  lineIsBlank = true

  private bytes: Uint8Array = new Uint8Array(0)
  private base = 0
  private owned = false
  /** From `searchedFrom` up to `searchedTo` there is no line feed; at `searchedTo` there is one if `isLineFeed`. */
  private searchedFrom = 0
  private searchedTo = 0
  private isLineFeed = false
  private readonly decoder = new TextDecoder('utf-8', {ignoreBOM: true})

  /** The chunk must not change as long as it is not dealt with. */
  append(chunk: Uint8Array): void {
    const kept = this.end - this.at
    if (kept === 0) {
      this.bytes = chunk
      this.owned = false
    } else if (this.owned && this.end - this.base + chunk.length <= this.bytes.length) {
      this.bytes.set(chunk, this.end - this.base)
      this.end += chunk.length
      return
    } else {
      const grown = new Uint8Array(Math.max(kept + chunk.length, Math.min(2 * kept, kept + (1 << 24))))
      grown.set(this.view(this.at, this.end))
      grown.set(chunk, kept)
      this.bytes = grown
      this.owned = true
    }
    this.base = this.at
    this.end += chunk.length
  }

  byte(at: number): number | undefined {
    return at < this.end ? this.bytes[at - this.base] : undefined
  }

  view(from: number, to: number): Uint8Array {
    return this.bytes.subarray(from - this.base, to - this.base)
  }

  text(from: number, to: number): string {
    return this.decoder.decode(this.view(from, to))
  }

  /** For a scan by index: the bytes, and what to take from an offset to get one. */
  get raw(): {readonly bytes: Uint8Array; readonly base: number} {
    return {bytes: this.bytes, base: this.base}
  }

  indexOf(byte: number, from: number): number {
    // Room that is not filled yet is not searched: with small chunks that alone would be quadratic.
    const isFull = this.bytes.length === this.end - this.base
    const bytes = isFull ? this.bytes : this.bytes.subarray(0, this.end - this.base)
    const found = bytes.indexOf(byte, from - this.base)
    return found < 0 ? -1 : found + this.base
  }

  /** The line feed at or behind `from`; -1 if it has not come yet. A byte is looked at once, as long as `from` goes forwards. */
  lineEnd(from: number): number {
    const isSearched = from >= this.searchedFrom && from <= this.searchedTo
    if (isSearched && this.isLineFeed) return this.searchedTo
    const found = this.indexOf(LF, isSearched ? this.searchedTo : from)
    if (!isSearched) this.searchedFrom = from
    this.isLineFeed = found >= 0
    this.searchedTo = found < 0 ? this.end : found
    return found
  }

  /** The end of what is not blank in a stretch. */
  trimmedEnd(from: number, to: number): number {
    let end = to
    while (end > from && isBlankByte(this.byte(end - 1))) end -= 1
    return end
  }

  /** The first byte behind `from` that is not blank; `end` if there is none yet. */
  skipBlank(from: number): number {
    let at = from
    while (at < this.end && isBlankByte(this.byte(at))) at += 1
    return at
  }

  startsWith(bytes: readonly number[], at: number): boolean {
    return bytes.every((byte, index) => this.byte(at + index) === byte)
  }

  /** Whether the bytes that have come do not rule it out. */
  mayStartWith(bytes: readonly number[], at: number): boolean {
    return bytes.slice(0, this.end - at).every((byte, index) => this.byte(at + index) === byte)
  }

  isBlank(from: number, to: number): boolean {
    return this.trimmedEnd(from, to) === from
  }

  /** Deals with all up to `to`: counts its lines. */
  consume(to: number): void {
    let lastLineFeed = -1
    for (let at = this.lineEnd(this.at); at >= 0 && at < to; at = this.lineEnd(at + 1)) {
      this.line += 1
      lastLineFeed = at
    }
    if (lastLineFeed >= 0) {
      this.lineStart = lastLineFeed + 1
      this.lineIsBlank = this.isBlank(this.lineStart, to)
    } else {
      this.lineIsBlank &&= this.isBlank(this.at, to)
    }
    this.at = to
  }
}

/** White space of JSON, and the record separator that starts a record in a JSON text sequence (RFC 7464). */
export function isBlankByte(byte: number | undefined): boolean {
  return isBlank(byte) || byte === 0x1e
}
