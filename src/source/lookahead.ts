/**
 * A stream of bytes whose start can be looked at before it is read. Empty chunks are dropped; the bytes are not copied.
 * When the source fails, what came before is still given, and then the failure is thrown.
 */
export class Lookahead implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array[] = []
  #failure: {readonly cause: unknown} | null = null

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next chunk as it comes; null at the end. */
  async next(): Promise<Uint8Array | null> {
    const chunk = this.#held.shift() ?? (await this.#fresh())
    if (chunk === null) this.check()
    return chunk
  }

  /** The next bytes without taking them: fewer than asked for only at the end. */
  async peek(bytes: number): Promise<Uint8Array> {
    let held = this.#held.reduce((sum, chunk) => sum + chunk.length, 0)
    while (held < bytes) {
      const chunk = await this.#fresh()
      if (chunk === null) break
      this.#held.push(chunk)
      held += chunk.length
    }
    if (held === 0) this.check()
    const [first = NOTHING] = this.#held
    if (first.length >= bytes || this.#held.length <= 1) return first.subarray(0, bytes)
    this.#held = [joined(this.#held, held)]
    return (this.#held[0] ?? NOTHING).subarray(0, bytes)
  }

  /** Takes the next bytes: fewer than asked for only at the end. */
  async take(bytes: number): Promise<Uint8Array> {
    const taken = await this.peek(bytes)
    const first = this.#held.shift()
    if (first !== undefined) this.unread(first.subarray(taken.length))
    return taken
  }

  /** Puts bytes back in front. */
  unread(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#held.unshift(bytes)
  }

  /** Throws the failure of the source, if it has failed: who has read all there was cannot know otherwise. */
  check(): void {
    if (this.#failure !== null) throw this.#failure.cause
  }

  /** Closes the source, whether it was read to its end or not. */
  async close(): Promise<void> {
    this.#held = []
    await this.#source.return?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk !== null; chunk = await this.next()) yield chunk
  }

  async #fresh(): Promise<Uint8Array | null> {
    if (this.#failure !== null) return null
    try {
      for (;;) {
        const {done, value} = await this.#source.next()
        if (done === true) return null
        if (value.length > 0) return value
      }
    } catch (cause) {
      this.#failure = {cause}
      return null
    }
  }
}

const NOTHING = new Uint8Array(0)

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const all = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
