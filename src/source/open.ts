import {open} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import {decompressed} from './decompress.js'
import {encodingOf, type Report, utf8Of} from './encoding.js'
import {inputError} from './input-error.js'
import {Lookahead} from './lookahead.js'
import type {Input} from './paths.js'

export interface ReadOptions {
  /** `auto`, or a label of the WHATWG Encoding Standard. */
  readonly encoding: string
  /** Read in place of the process's standard input. */
  readonly stdin?: Readable
  /** How much of a file is read at once. */
  readonly chunkBytes?: number
}

/**
 * The text of an input as UTF-8 without a byte order mark, in fresh chunks of any size: unpacked by its first bytes, then
 * decoded. The bytes do not depend on how they came. What is invalid in UTF-8 is passed on as it is.
 *
 * What cannot be read is an `InputError`, thrown when it is found out; what is cut or damaged is reported, and never thrown.
 * When the caller stops early the file is closed.
 */
export async function* chunksOf(input: Input, options: ReadOptions, report: Report): AsyncGenerator<Uint8Array> {
  if (input.problem !== undefined) throw input.problem
  const encoding = encodingOf(options.encoding)
  const name = input.path === null ? 'standard input' : input.name
  const bytes =
    input.path === null
      ? bytesOfStream(options.stdin ?? process.stdin)
      : bytesOfFile(input.path, input.bytes, options.chunkBytes ?? CHUNK)
  const raw = new Lookahead(named(name, bytes))
  const unpacked = new Lookahead(decompressed(raw, name, report))
  try {
    yield* utf8Of(unpacked, name, encoding, report)
    unpacked.check()
    raw.check()
  } finally {
    await unpacked.close()
    await raw.close()
  }
}

const CHUNK = 512 * 1024
/** After the size that was known, so much is read to see that there is no more. */
const BEYOND = 4 * 1024

async function* bytesOfFile(path: string, size: number | null, chunkBytes: number): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    for (let left = size ?? chunkBytes; ; ) {
      // Fresh, never of Buffer's pool: a part of that cannot be transferred to a worker without a copy.
      const block = new Uint8Array(new ArrayBuffer(Math.min(chunkBytes, Math.max(left, BEYOND))))
      const {bytesRead} = await file.read(block, 0, block.length, null)
      if (bytesRead === 0) return
      left = size === null ? chunkBytes : left - bytesRead
      yield block.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function* bytesOfStream(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** Tells the system's errors by the name that the user knows. */
async function* named(name: string, bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw inputError(name, error)
  }
}
