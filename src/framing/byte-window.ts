import type {Place} from './frame.js'

export const LF = 0x0a

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
  private noLineFeed = {from: 0, to: 0}
  private readonly decoder = new TextDecoder('utf-8', {ignoreBOM: true})

  get place(): Place {
    return {line: this.line, offset: this.at}
  }

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
    return this.bytes[at - this.base]
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
    const found = this.bytes.indexOf(byte, from - this.base)
    return found < 0 || found + this.base >= this.end ? -1 : found + this.base
  }

  /** The line feed at or behind `from`; -1 if it has not come yet. Bytes are looked at once. */
  lineEnd(from: number): number {
    const known = this.noLineFeed
    const start = from >= known.from && from <= known.to ? known.to : from
    const found = this.indexOf(LF, start)
    if (found < 0) this.noLineFeed = {from: start === from ? from : known.from, to: this.end}
    return found
  }

  /** The end of what is not blank in a stretch. */
  trimmedEnd(from: number, to: number): number {
    let end = to
    while (end > from && isBlankByte(this.byte(end - 1))) end -= 1
    return end
  }

  isBlank(from: number, to: number): boolean {
    return this.trimmedEnd(from, to) === from
  }

  /** Deals with all up to `to`: counts its lines. */
  consume(to: number): void {
    let lastLineFeed = -1
    for (let at = this.indexOf(LF, this.at); at >= 0 && at < to; at = this.indexOf(LF, at + 1)) {
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

export function isBlankByte(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09
}
