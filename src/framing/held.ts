/**
 * Bytes that are kept until it is known whose they are: the first and the last of them, so that a gigabyte of page text costs no
 * more than a page.
 */
export class Held {
  private head = NOTHING
  private headSize = 0
  /** A ring: the last bytes, the oldest of them at `tailAt` once it has gone round. */
  private tail = NOTHING
  private tailAt = 0
  private size = 0
  private headLimit = 0
  private tailLimit = 0

  /** Starts anew, for at most `limit` bytes. */
  reset(limit: number): void {
    this.tailLimit = Math.min(TAIL_BYTES, limit >> 1)
    this.headLimit = limit - this.tailLimit - 1
    this.headSize = 0
    this.tailAt = 0
    this.size = 0
    if (this.head.length > SMALL) this.head = NOTHING
    this.tail = NOTHING
  }

  get isEmpty(): boolean {
    return this.size === 0
  }

  /** Whether bytes had to be let go. */
  private get isCut(): boolean {
    return this.size > this.headLimit + this.tailLimit
  }

  /** Copies, so that the caller may reuse its buffer. */
  push(bytes: Uint8Array): void {
    const room = Math.min(bytes.length, this.headLimit - this.headSize)
    if (room > 0) this.pushHead(bytes.subarray(0, room))
    this.size += bytes.length
    if (room < bytes.length) this.pushTail(bytes.subarray(room))
  }

  /** All that was kept, as text. Where bytes were let go there is a line end, so that two texts never become one. */
  text(): {readonly text: string; readonly cutAt: number | null} {
    const head = this.head.subarray(0, this.headSize)
    const behind = this.size - this.headSize
    if (behind === 0) return {text: decode(head), cutAt: null}
    if (!this.isCut) return {text: decode(concat(head, this.tail.subarray(0, behind))), cutAt: null}
    const tail = concat(this.tail.subarray(this.tailAt), this.tail.subarray(0, this.tailAt))
    const text = decode(withoutCutEnd(head))
    return {text: `${text}\n${decode(withoutCutStart(tail))}`, cutAt: text.length}
  }

  private pushHead(bytes: Uint8Array): void {
    const needed = this.headSize + bytes.length
    if (needed > this.head.length) {
      const grown = new Uint8Array(Math.min(this.headLimit, Math.max(needed, 2 * this.head.length, 256)))
      grown.set(this.head.subarray(0, this.headSize))
      this.head = grown
    }
    this.head.set(bytes, this.headSize)
    this.headSize = needed
  }

  private pushTail(bytes: Uint8Array): void {
    if (this.tail.length === 0) this.tail = new Uint8Array(this.tailLimit)
    let rest = bytes.subarray(-this.tailLimit)
    while (rest.length > 0) {
      const part = rest.subarray(0, this.tailLimit - this.tailAt)
      this.tail.set(part, this.tailAt)
      this.tailAt = (this.tailAt + part.length) % this.tailLimit
      rest = rest.subarray(part.length)
    }
  }
}

/** The longest known author list is a line of 60 kB. */
const TAIL_BYTES = 1 << 17
/** A buffer up to so long is used again. */
const SMALL = 1 << 16
const NOTHING = new Uint8Array(0)

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

/** Without the first bytes of a character (RFC 3629) whose last ones are gone. */
function withoutCutEnd(bytes: Uint8Array): Uint8Array {
  let at = bytes.length - 1
  while (at > bytes.length - 4 && isContinuation(bytes[at])) at -= 1
  return (bytes[at] ?? 0) >= 0xc0 ? bytes.subarray(0, at) : bytes
}

function withoutCutStart(bytes: Uint8Array): Uint8Array {
  let at = 0
  while (at < 3 && isContinuation(bytes[at])) at += 1
  return bytes.subarray(at)
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0
}
