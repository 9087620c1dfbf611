import type {Transform} from 'node:stream'
import * as zlib from 'node:zlib'
import type {Report} from './encoding.js'
import {Inflater} from './inflater.js'
import {InputError, printable} from './input-error.js'
import type {Lookahead} from './lookahead.js'

/**
 * What the frames of a zstd file hold, one after the other, where this Node can unpack them (22.15 and later); else an
 * `InputError`. RFC 8878
 *
 * The frames are walked here, block by block, because Node's decompressor stops after the first and takes a cut one for whole.
 */
export async function* unzstded(source: Lookahead, name: string, report: Report): AsyncGenerator<Uint8Array> {
  const create = 'createZstdDecompress' in zlib ? zlib.createZstdDecompress : undefined
  if (typeof create !== 'function') {
    throw new InputError(
      `${printable(name)}: zstd data, which Node reads from 22.15 on; unpack it first (zstd -dc FILE | citenorm)`,
    )
  }
  for (;;) {
    const magic = await source.peek(4)
    if (magic.length === 0) return
    const isFrame = magic[0] === 0x28 && magic[1] === 0xb5 && magic[2] === 0x2f && magic[3] === 0xfd
    const isSkipped = (magic[0] ?? 0) >> 4 === 5 && magic[1] === 0x2a && magic[2] === 0x4d && magic[3] === 0x18
    const what = isFrame
      ? yield* frameOf(source, create() as Transform & zlib.Zlib)
      : isSkipped
        ? await skipFrame(source)
        : 'bytes'
    if (what !== null) {
      report('input-truncated', `Unexpected ${what} in zstd data, expected a whole frame; kept what came before`)
      return
    }
  }
}

async function skipFrame(source: Lookahead): Promise<string | null> {
  const header = await source.take(8)
  if (header.length < 8) return 'end'
  for (let left = new DataView(header.buffer, header.byteOffset).getUint32(4, true); left > 0; ) {
    const skipped = await source.take(Math.min(left, MOST_SKIPPED))
    if (skipped.length === 0) return 'end'
    left -= skipped.length
  }
  return null
}

const MOST_SKIPPED = 64 * 1024

/** Gives what one frame holds; returns what is wrong with it, or null. */
async function* frameOf(source: Lookahead, stream: Transform & zlib.Zlib): AsyncGenerator<Uint8Array, string | null> {
  const inflater = new Inflater(stream)
  try {
    let isCut = false
    for await (const piece of piecesOf(source)) {
      isCut = piece.isCut
      await inflater.write(piece.bytes)
      yield* inflater.unpacked()
      if (inflater.isDone) break
    }
    await inflater.end()
    yield* inflater.unpacked()
    if (inflater.failure !== null) return `damage (${inflater.failure.message})`
    return isCut ? 'end' : null
  } finally {
    inflater.destroy()
  }
}

interface Piece {
  readonly bytes: Uint8Array
  readonly isCut: boolean
}

/** A frame's header, its blocks and its checksum. RFC 8878 §3.1.1 */
async function* piecesOf(source: Lookahead): AsyncGenerator<Piece> {
  const start = await source.peek(5)
  const descriptor = start[4] ?? 0
  const isSingle = (descriptor & 0x20) !== 0
  const contentSize = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0
  yield await pieceOf(source, 5 + (isSingle ? 0 : 1) + dictionary + contentSize)
  for (let isLast = false; !isLast; ) {
    const [low = 0, middle = 0, high = 0] = await source.peek(3)
    isLast = (low & 1) === 1
    const isRepeated = ((low >> 1) & 3) === 1
    const size = (low | (middle << 8) | (high << 16)) >> 3
    const piece = await pieceOf(source, 3 + (isRepeated ? 1 : size))
    yield piece
    if (piece.isCut) return
  }
  if (descriptor & 4) yield await pieceOf(source, 4)
}

async function pieceOf(source: Lookahead, size: number): Promise<Piece> {
  const bytes = await source.take(size)
  return {bytes, isCut: bytes.length < size}
}
