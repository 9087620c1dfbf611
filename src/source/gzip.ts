import {crc32, createInflateRaw} from 'node:zlib'
import type {Report} from './encoding.js'
import {Inflater} from './inflater.js'
import type {Lookahead} from './lookahead.js'

/**
 * What the members of a gzip file hold, one after the other. RFC 1952
 *
 * A member that is cut or damaged gives all that could be unpacked before (of a damaged one, up to the last 16 KiB), is reported
 * as `input-truncated` and ends the source. Zero bytes after a member are padding; other bytes are reported and left out, as
 * gzip(1) does. Node's own `createGunzip` is not used, because it throws the last member away when such bytes follow.
 */
export async function* gunzipped(source: Lookahead, report: Report): AsyncGenerator<Uint8Array> {
  let total = 0
  for (let members = 0; ; members++) {
    const [first, second] = await source.peek(2)
    if (first === undefined) return
    if (members > 0 && (first !== 0x1f || second !== 0x8b)) return await leaveTrailing(source, report)
    const what = yield* counted(memberOf(source), bytes => {
      total += bytes
    })
    if (what !== null) {
      report(
        'input-truncated',
        `Unexpected ${what} in gzip data, expected a whole member; kept the ${total} bytes before it`,
      )
      return
    }
  }
}

async function* counted<T>(
  chunks: AsyncGenerator<Uint8Array, T>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array, T> {
  for (let step = await chunks.next(); ; step = await chunks.next()) {
    if (step.done === true) return step.value
    count(step.value.length)
    yield step.value
  }
}

/** At fixed places from the member's start: what a damaged member gives cannot depend on how the bytes came. */
const SLICE = 16 * 1024

/** Gives what one member holds; returns what is wrong with it, or null. */
async function* memberOf(source: Lookahead): AsyncGenerator<Uint8Array, string | null> {
  const header = await skipHeader(source)
  if (header !== null) return header
  const inflater = new Inflater(createInflateRaw())
  let sum = 0
  let size = 0
  try {
    while (!inflater.isDone) {
      const slice = await source.take(SLICE)
      const taken = slice.length === 0 ? await inflater.end() : await inflater.write(slice)
      for (const chunk of inflater.unpacked()) {
        sum = crc32(chunk, sum)
        size = (size + chunk.length) >>> 0
        yield chunk
      }
      if (taken !== undefined && inflater.failure === null) source.unread(slice.subarray(taken))
    }
    if (inflater.failure !== null) return reasonOf(inflater.failure)
  } finally {
    inflater.destroy()
  }
  const trailer = await source.take(8)
  if (trailer.length < 8) return 'end'
  const view = new DataView(trailer.buffer, trailer.byteOffset, 8)
  return view.getUint32(0, true) === sum && view.getUint32(4, true) === size ? null : 'checksum'
}

/** Unpacking fails with Z_BUF_ERROR when the bytes end too early, with Z_DATA_ERROR when they are no deflate data. */
function reasonOf(failure: Error): string {
  return 'code' in failure && failure.code === 'Z_BUF_ERROR' ? 'end' : `damage (${failure.message})`
}

const FLAG = {headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0}

async function skipHeader(source: Lookahead): Promise<string | null> {
  const fixed = await source.take(10)
  const [, , method = 8, flags = 0] = fixed
  if (method !== 8 || (flags & FLAG.reserved) !== 0) return 'header'
  if (fixed.length < 10) return 'end'
  if (flags & FLAG.extra) {
    const [low = 0, high = 0] = await source.take(2)
    await source.take(low + 256 * high)
  }
  if (flags & FLAG.name) await skipText(source)
  if (flags & FLAG.comment) await skipText(source)
  if (flags & FLAG.headerCrc) await source.take(2)
  return null
}

async function skipText(source: Lookahead): Promise<void> {
  for (let chunk = await source.next(); chunk !== null; chunk = await source.next()) {
    const end = chunk.indexOf(0)
    if (end === -1) continue
    source.unread(chunk.subarray(end + 1))
    return
  }
}

async function leaveTrailing(source: Lookahead, report: Report): Promise<void> {
  for await (const chunk of source) {
    if (chunk.every(byte => byte === 0)) continue
    report('input-truncated', 'Unexpected bytes after a gzip member, expected another member or the end; left out')
    return
  }
}
