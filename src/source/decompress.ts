import type {Report} from './encoding.js'
import {gunzipped} from './gzip.js'
import {InputError, printable} from './input-error.js'
import type {Lookahead} from './lookahead.js'
import {unzstded} from './zstd.js'

/**
 * The bytes that a source holds when it is unpacked: gzip and zstd by their first bytes, anything else as it is.
 * Other archives are an `InputError`. A truncated or damaged one gives what it held before, and is reported.
 */
export async function* decompressed(source: Lookahead, name: string, report: Report): AsyncGenerator<Uint8Array> {
  const start = await source.peek(LONGEST)
  const other = OTHERS.find(([magic]) => magic.every((byte, at) => byte === start[at]))
  if (other !== undefined) throw new InputError(`${printable(name)}: ${other[1]}, which is not read; unpack it first`)
  if (start[0] === 0x1f && start[1] === 0x8b) yield* gunzipped(source, report)
  else if (isZstd(start)) yield* unzstded(source, name, report)
  else yield* source
}

/** A frame, or one to skip. RFC 8878 §3.1 */
function isZstd([a = 0, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) || (a >> 4 === 5 && b === 0x2a && c === 0x4d && d === 0x18)
  )
}

const ascii = (text: string): number[] => [...text].map(character => character.charCodeAt(0))

const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [ascii('PK\x03\x04'), 'a zip archive'],
  [ascii('PK\x05\x06'), 'a zip archive'],
  ...[...'123456789'].map(level => [ascii(`BZh${level}1AY&SY`), 'bzip2 data'] as const),
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz data'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7-Zip archive'],
  [ascii('Rar!\x1a\x07'), 'a RAR archive'],
  [[0x04, 0x22, 0x4d, 0x18], 'lz4 data'],
  [[0x1f, 0x9d], 'compress (.Z) data'],
]

const LONGEST = 10
