import type {Between} from './between.js'
import type {ByteWindow} from './byte-window.js'
import type {Found} from './found.js'

/** Moves over the text, and says what it was. */
export class TextReader {
  readonly window: ByteWindow
  readonly between: Between
  private readonly found: Found

  constructor(window: ByteWindow, between: Between, found: Found) {
    this.window = window
    this.between = between
    this.found = found
  }

  /** Page text, or part of what is broken. */
  page(to: number): void {
    const {window, between, found} = this
    // White space that no text precedes is left out, so that the pieces it comes in make no difference.
    if (!found.hasText) {
      const first = Math.min(window.skipBlank(window.at), to)
      if (!between.isBlank) between.add(window.view(window.at, first))
      window.consume(first)
    }
    if (to <= window.at) return
    const bytes = window.view(window.at, to)
    between.add(bytes)
    found.text(bytes, {line: window.line, offset: window.at})
    window.consume(to)
  }

  /** What wraps and separates records. */
  wrapping(to: number): void {
    const {window, between, found} = this
    const bytes = window.view(window.at, to)
    between.add(bytes)
    found.pass(bytes)
    window.consume(to)
  }

  /** An object that has been found. */
  record(to: number): void {
    this.window.consume(to)
    this.between.reset()
  }
}
