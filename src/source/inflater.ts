import type {Transform} from 'node:stream'
import type {Zlib} from 'node:zlib'

/**
 * Drives one of Node's decompressors by hand, so that nothing is lost where the data break off: an async iterator over it would
 * drop what it has already unpacked once it fails.
 */
export class Inflater {
  readonly #stream: Transform & Zlib
  #unpacked: Uint8Array[] = []
  #ended = false
  #failure: Error | null = null
  #wake: () => void = () => {}

  constructor(stream: Transform & Zlib) {
    this.#stream = stream
    stream.on('data', chunk => this.#unpacked.push(chunk))
    stream.on('end', () => {
      this.#ended = true
      this.#wake()
    })
    stream.on('error', error => {
      this.#failure = error
      this.#wake()
    })
  }

  /** Unpacks what it can of some bytes; returns how many it took: all, unless the data ended or failed. */
  async write(bytes: Uint8Array): Promise<number> {
    const before = this.#stream.bytesWritten
    // When the data end before the bytes do, Node never calls back, but ends.
    await this.#until(done => this.#stream.write(bytes, () => done()))
    return this.#stream.bytesWritten - before
  }

  /** Unpacks the rest; a failure now says that the data are cut. */
  async end(): Promise<void> {
    if (!this.isDone) await this.#until(() => this.#stream.end())
  }

  /** What has been unpacked since the last call. */
  unpacked(): readonly Uint8Array[] {
    const chunks = this.#unpacked
    this.#unpacked = []
    return chunks
  }

  get isDone(): boolean {
    return this.#ended || this.#failure !== null
  }

  get failure(): Error | null {
    return this.#failure
  }

  destroy(): void {
    this.#stream.destroy()
  }

  #until(start: (done: () => void) => void): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve
      start(resolve)
    })
  }
}
