import type {Dialect} from '../dialects/dialect.js'
import type {Format} from '../formats/format.js'
import type {Framed} from '../framing/frame.js'
import {type Converted, convert} from '../pipeline/convert.js'
import {frameLines} from '../pipeline/frame-lines.js'

/** What becomes of the frames of an input, and what stands around it. */
export interface Work {
  readonly convert: (frames: readonly Framed[], file: string) => Converted
  readonly begin: string
  readonly separator: string
  readonly end: string
}

/** Frames become canonical records. */
export function normalizing(format: Format, dialect: Dialect | null, locate: boolean): Work {
  const {begin, separator, end} = format
  return {convert: (frames, file) => convert(frames, {file, format, dialect, locate}), begin, separator, end}
}

/** Frames are handed on as they are, with their place. */
export const splitting: Work = {convert: frameLines, begin: '', separator: '', end: ''}
