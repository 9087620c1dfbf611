/**
 * Bytes that are kept until it is known whose they are: the first `head` and the last `tail` of them, so that
 * a gigabyte of page text costs no more than a page.
 */
export class Held {
  private parts: Uint8Array[] = []
  private size = 0
  private tails: Uint8Array[] = []
  private tailSize = 0
  private readonly head: number
  private readonly tail: number

  constructor(head: number, tail: number) {
    this.head = head
    this.tail = tail
  }

  get isEmpty(): boolean {
    return this.size === 0
  }

  /** Copies, so that the caller may reuse its buffer. */
  push(bytes: Uint8Array): void {
    const room = Math.min(bytes.length, Math.max(0, this.head - this.size))
    if (room > 0) this.parts.push(bytes.slice(0, room))
    this.size += bytes.length
    if (room < bytes.length) this.pushTail(bytes.slice(room))
  }

  /** All that was kept; where bytes were let go there is a line of its own, so that two texts never become one. */
  take(): Uint8Array {
    const gap = this.size > this.head + this.tail
    const tails = gap ? [LINE_END, last(concat(this.tails), this.tail)] : this.tails
    const all = concat([...this.parts, ...tails])
    this.parts = []
    this.tails = []
    this.size = 0
    this.tailSize = 0
    return all
  }

  private pushTail(bytes: Uint8Array): void {
    this.tails.push(bytes)
    this.tailSize += bytes.length
    if (this.tailSize < 2 * this.tail && this.tails.length < 1024) return
    const kept = last(concat(this.tails), this.tail)
    this.tails = [kept]
    this.tailSize = kept.length
  }
}

const LINE_END = Uint8Array.of(0x0a)

function last(bytes: Uint8Array, count: number): Uint8Array {
  return bytes.slice(Math.max(0, bytes.length - count))
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
