import {isAscii} from 'node:buffer'
import {isGb18030, utf16Of} from './detect.js'
import {InputError, printable} from './input-error.js'
import type {Lookahead} from './lookahead.js'

/** Says what is wrong with a source; every function that has a `(rule: DefectId, message: string) => void` can take its place. */
export type Report = (rule: 'encoding-invalid' | 'input-truncated', message: string) => void

/**
 * The name that the runtime gives to an encoding. "GBK" → "gb18030", "latin1" → "windows-1252", "auto" → "auto".
 * An unknown one is an `InputError`. WHATWG Encoding §4.2
 */
export function encodingOf(name: string): string {
  if (name === 'auto') return 'auto'
  try {
    const {encoding} = new TextDecoder(name)
    // GB18030 holds all of GBK, and browsers read GBK so; ICU's own GBK is smaller.
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    throw new InputError(
      `--encoding ${printable(name)}: no encoding that this Node knows; try auto, utf-8, gb18030 or utf-16le`,
    )
  }
}

/**
 * A source's text in UTF-8 without its byte order mark. The encoding asked for decides; with `auto` the mark does, and without one
 * the source is UTF-8 unless it is plainly UTF-16 or GB18030. It is decided once.
 *
 * UTF-8 passes through as it is, invalid bytes included. What another encoding does not allow becomes U+FFFD and is reported
 * once, at the end.
 */
export async function* utf8Of(
  source: Lookahead,
  name: string,
  encoding: string,
  report: Report,
): AsyncGenerator<Uint8Array> {
  const found = markOf(await source.peek(4))
  // A name that was asked for overrules the mark; then the mark's bytes are text like any other.
  const mark = encoding === 'auto' || found?.encoding === encoding ? found : null
  if (mark?.encoding === 'utf-32')
    throw new InputError(`${printable(name)}: UTF-32 text, which is not read; convert it first`)
  if (mark !== null) await source.take(mark.bytes)
  let decided = mark?.encoding ?? encoding
  if (decided === 'auto') {
    decided = yield* detected(source)
  }
  yield* decided === 'utf-8' ? source : transcoded(source, decided, report)
}

function markOf([a, b, c, d]: Uint8Array): {readonly encoding: string; readonly bytes: number} | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return {encoding: 'utf-8', bytes: 3}
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return {encoding: 'utf-32', bytes: 4}
  }
  if (a === 0xff && b === 0xfe) return {encoding: 'utf-16le', bytes: 2}
  if (a === 0xfe && b === 0xff) return {encoding: 'utf-16be', bytes: 2}
  return null
}

/** So much is looked at from the first byte on that is not ASCII. */
const WINDOW = 64 * 1024

/**
 * Text in UTF-16 has a zero byte or one beyond ASCII in the first 256, unless all its first 128 characters were Han whose two
 * bytes are both below 0x80. So what is ASCII at the start need not wait for the window.
 */
const UTF16_SHOWS = 256

/** Gives what is ASCII at the start, and returns the encoding of the rest. */
async function* detected(source: Lookahead): AsyncGenerator<Uint8Array, string> {
  const start = await source.peek(UTF16_SHOWS)
  const first = start.findIndex(byte => byte === 0 || byte >= 0x80)
  if (first !== -1) {
    const utf16 = utf16Of(await source.peek(first + WINDOW))
    if (utf16 !== null) return utf16
  }
  for (let chunk = await source.next(); chunk !== null; chunk = await source.next()) {
    const at = isAscii(chunk) ? -1 : chunk.findIndex(byte => byte >= 0x80)
    if (at === -1) {
      yield chunk
      continue
    }
    if (at > 0) yield chunk.subarray(0, at)
    source.unread(chunk.subarray(at))
    return isGb18030(await source.peek(WINDOW)) ? 'gb18030' : 'utf-8'
  }
  return 'utf-8'
}

/**
 * Blocks of this size at fixed places, so that the result cannot depend on how the bytes came. And never a short one: the
 * streaming decoder of ICU throws where a replayed sequence makes more characters than the block has bytes
 * (`81 30 81 22` in GB18030, byte by byte; Node 20 and 22).
 */
const BLOCK = 64 * 1024

async function* transcoded(source: Lookahead, encoding: string, report: Report): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encodingOf(encoding), {ignoreBOM: true})
  const encoder = new TextEncoder()
  let lost = 0
  for (let last = false; !last; ) {
    const ahead = await source.peek(2 * BLOCK)
    last = ahead.length < 2 * BLOCK
    const block = await source.take(last ? 2 * BLOCK : BLOCK)
    const text = decoder.decode(block, {stream: !last})
    lost += countOf('\ufffd', text)
    if (text !== '') yield encoder.encode(text)
  }
  if (lost > 0) {
    const times = lost === 1 ? 'a byte sequence' : `${lost} byte sequences`
    report(
      'encoding-invalid',
      `Unexpected ${times} that ${encoding} does not allow, expected ${encoding}; read as U+FFFD`,
    )
  }
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++
  return count
}
