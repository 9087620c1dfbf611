import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import * as zlib from 'node:zlib'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {isGb18030, utf16Of} from '../src/source/detect.js'
import {encodingOf} from '../src/source/encoding.js'
import {InputError, printable} from '../src/source/input-error.js'
import {chunksOf} from '../src/source/open.js'
import {type Input, inputsOf} from '../src/source/paths.js'

const NO_TERMINAL = {isTTY: false}
const STDIN: Input = {name: '-', path: null, bytes: null}
const TEXT = '{"title":"Zinc"}\n'
const hasZstd = 'createZstdDecompress' in zlib

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'citenorm-source-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** What comes of some bytes on standard input, given in pieces of a size; and what was reported. */
async function read(bytes: Uint8Array, encoding = 'auto', piece = bytes.length || 1) {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece))
  const reports: string[] = []
  const chunks: Uint8Array[] = []
  const stdin = Readable.from(pieces, {objectMode: true})
  for await (const chunk of chunksOf(STDIN, {encoding, stdin}, (rule, message) =>
    reports.push(`${rule}: ${message}`),
  )) {
    chunks.push(chunk)
  }
  return {text: Buffer.concat(chunks).toString('latin1'), reports}
}

/** In GB18030: `你好` and the like, by hand, because Node only decodes it. */
const NI_HAO = [0xc4, 0xe3, 0xba, 0xc3]
const gb = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const bytesOf = (text: string) => Buffer.from(text).toString('latin1')

async function names(args: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for await (const input of inputsOf(args, NO_TERMINAL)) found.push(input.name.replace(`${folder}/`, ''))
  return found
}

async function tree(name: string, files: readonly string[]): Promise<string> {
  const root = join(folder, name)
  await mkdir(root)
  for (const file of files) {
    await mkdir(join(root, file, '..'), {recursive: true})
    await writeFile(join(root, file), TEXT)
  }
  return root
}

async function problemOf(input: Input): Promise<unknown> {
  try {
    for await (const _ of chunksOf(input, {encoding: 'auto'}, () => {}));
    return null
  } catch (error) {
    return error
  }
}

describe('inputs', () => {
  it('are standard input for "-" and for nothing, but not at a terminal', async () => {
    expect(await names(['-'])).toEqual(['-'])
    expect(await names([])).toEqual(['-'])
    await expect(inputsOf([], {isTTY: true}).next()).rejects.toThrow(InputError)
    expect((await inputsOf(['-'], {isTTY: true}).next()).value).toEqual(STDIN)
  })

  it('are the files of a folder in the order of their whole paths', async () => {
    const root = await tree('order', [
      'a/x',
      'a-b',
      'a.txt',
      'Z',
      'é',
      '\u{1f600}',
      '\uff21',
      'a/b/c',
      '.hidden',
      '.git/x',
      'a/.x',
    ])
    expect((await names([root])).map(name => name.slice('order/'.length))).toEqual([
      'Z',
      'a-b',
      'a.txt',
      'a/b/c',
      'a/x',
      'é',
      '\u{1f600}',
      '\uff21',
    ])
    expect(await names([`${root}/`])).toEqual(await names([root]))
  })

  it('that are hidden are honoured when they are named', async () => {
    const root = await tree('hidden', ['.x', '.d/y'])
    expect(await names([join(root, '.x'), join(root, '.d'), root])).toEqual(['hidden/.x', 'hidden/.d/y'])
  })

  it('know their size, and are given as often as they are named', async () => {
    const root = await tree('size', ['x'])
    const found: Input[] = []
    for await (const input of inputsOf([join(root, 'x'), root], NO_TERMINAL)) found.push(input)
    expect(found.map(input => input.bytes)).toEqual([TEXT.length, TEXT.length])
  })

  it('are followed through links, once, and never in a circle', async () => {
    const root = await tree('links', ['data/1.json', '.store/2.json', 'outer/in/3.json'])
    const dump = join(root, 'data')
    await symlink('1.json', join(dump, 'latest'))
    await symlink('../.store/2.json', join(dump, 'kept'))
    await symlink('.', join(dump, 'self'))
    await symlink('..', join(dump, 'up'))
    await symlink('nowhere', join(dump, 'lost'))
    await symlink('circle', join(dump, 'circle'))
    expect((await names([dump])).map(name => name.slice('links/data/'.length))).toEqual([
      '1.json',
      'circle',
      'kept',
      'lost',
      'up/outer/in/3.json',
    ])
  })

  it('that are missing stop the run before anything is read', async () => {
    const root = await tree('some', ['x'])
    const inputs = inputsOf([root, join(root, 'none\u001b[2J')], NO_TERMINAL)
    await expect(inputs.next()).rejects.toThrow(/none\\u\{1b\}\[2J: no such file or folder$/)
  })

  it('below a folder that cannot be read are told when they are read, and the rest goes on', async () => {
    const root = await tree('gone', ['a', 'b\nc'])
    await symlink('nowhere', join(root, 'b'))
    const outcomes: unknown[] = []
    for await (const input of inputsOf([root], NO_TERMINAL)) {
      if (input.name.endsWith('c')) await rm(join(root, 'b\nc'))
      const problem = await problemOf(input)
      outcomes.push(problem instanceof InputError ? problem.message.replace(root, '') : problem)
    }
    expect(outcomes).toEqual([null, '/b: no such file or folder', '/b\\nc: no such file or folder'])
  })

  it.skipIf(process.getuid?.() === 0)('with a folder that may not be entered go on with the rest', async () => {
    const root = await tree('closed', ['a/x', 'b'])
    await mkdir(join(root, 'aa'), {mode: 0})
    expect(await names([root])).toEqual(['closed/a/x', 'closed/aa', 'closed/b'])
  })
})

describe('a file', () => {
  it('comes in fresh blocks of the size asked for', async () => {
    const path = join(folder, 'big')
    const bytes = Buffer.from(TEXT.repeat(10_000))
    await writeFile(path, bytes)
    const chunks: Uint8Array[] = []
    for await (const chunk of chunksOf(
      {name: path, path, bytes: bytes.length},
      {encoding: 'auto', chunkBytes: 65_536},
      () => {},
    )) {
      chunks.push(chunk)
    }
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
    expect(chunks.map(chunk => chunk.length)).toEqual([65_536, 65_536, 38_928])
    expect(new Set(chunks.map(chunk => chunk.buffer)).size).toBe(3)
  })

  it('of a size that was not known, or has changed, is read to its end', async () => {
    const path = join(folder, 'grown')
    await writeFile(path, TEXT.repeat(1000))
    for (const bytes of [null, 0, 5, 1e6]) {
      const chunks: Uint8Array[] = []
      for await (const chunk of chunksOf({name: path, path, bytes}, {encoding: 'utf-8'}, () => {})) chunks.push(chunk)
      expect(Buffer.concat(chunks).toString()).toBe(TEXT.repeat(1000))
    }
  })

  it('is closed when the reader stops early', async () => {
    const before = await openFiles()
    const path = join(folder, 'early.gz')
    await writeFile(path, zlib.gzipSync(TEXT.repeat(100_000)))
    for (let i = 0; i < 20; i++) {
      for await (const _ of chunksOf({name: path, path, bytes: null}, {encoding: 'auto', chunkBytes: 1000}, () => {}))
        break
    }
    expect(await openFiles()).toBe(before)
  })

  it('that is a folder, or is gone, is an InputError', async () => {
    expect(await problemOf({name: 'x\u202e', path: folder, bytes: null})).toEqual(
      new InputError('x\\u{202e}: is a folder'),
    )
    expect(await problemOf({name: 'x', path: join(folder, 'none'), bytes: null})).toBeInstanceOf(InputError)
    expect(await problemOf({name: 'x', path: 'a\0b', bytes: null})).toEqual(new InputError('x: not a file name'))
  })
})

describe('standard input', () => {
  it.each([
    ['text', Buffer.from(TEXT), TEXT],
    ['text in GB18030', gb(TEXT, NI_HAO, TEXT), bytesOf(`${TEXT}你好${TEXT}`)],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), TEXT],
    ['half a gzip member', zlib.gzipSync(TEXT).subarray(0, 24), TEXT.slice(0, 13)],
  ])('that breaks after %s gives what came before, then an InputError', async (_, bytes, text) => {
    async function* breaking() {
      for (const byte of bytes) yield Buffer.from([byte])
      throw Object.assign(new Error('boom'), {code: 'EIO'})
    }
    let given = ''
    const reading = async () => {
      for await (const chunk of chunksOf(STDIN, {encoding: 'auto', stdin: Readable.from(breaking())}, () => {})) {
        given += Buffer.from(chunk).toString('latin1')
      }
    }
    await expect(reading()).rejects.toThrow(new InputError('standard input: input/output error'))
    expect(given).toBe(text)
  })

  it('is let go when the reader stops early', async () => {
    const stdin = Readable.from([Buffer.from(TEXT), Buffer.from(TEXT)])
    for await (const _ of chunksOf(STDIN, {encoding: 'utf-8', stdin}, () => {})) break
    expect(stdin.destroyed).toBe(true)
  })

  it('may give strings, and nothing at all', async () => {
    const chunks = chunksOf(STDIN, {encoding: 'auto', stdin: Readable.from(['é', ''])}, () => {})
    expect(Buffer.from((await chunks.next()).value ?? '').toString()).toBe('é')
    expect(await read(new Uint8Array(0))).toEqual({text: '', reports: []})
  })
})

describe('gzip', () => {
  const lines = Array.from(
    {length: 60},
    (_, i) => `{"n":${i},"hash":"${((i * 2654435761) >>> 0).toString(36)}"}\n`,
  ).join('')
  const member = zlib.gzipSync(lines)

  it('is told by its first bytes, and may have many members', async () => {
    const all = Buffer.concat([member, zlib.gzipSync(''), zlib.gzipSync(TEXT), member])
    const expected = {text: lines + TEXT + lines, reports: []}
    for (const piece of [1, 2, 7, member.length - 1, member.length, member.length + 1, all.length]) {
      expect(await read(all, 'auto', piece)).toEqual(expected)
    }
  })

  it('may have a name, a comment, extra bytes and a checksum in its header', async () => {
    const header = Buffer.from([0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3])
    const full = Buffer.concat([header, Buffer.from('name\0comment\0ab'), member.subarray(10)])
    for (const piece of [1, 5, full.length]) expect(await read(full, 'auto', piece)).toEqual({text: lines, reports: []})
  })

  it('that is cut anywhere gives all that it held before, and is reported', async () => {
    let most = 0
    for (let cut = 2; cut < member.length; cut++) {
      const {text, reports} = await read(member.subarray(0, cut))
      expect(lines.startsWith(text)).toBe(true)
      expect(text.length).toBeGreaterThanOrEqual(most)
      expect(reports).toEqual([
        `input-truncated: Unexpected end in gzip data, expected a whole member; kept the ${text.length} bytes before it`,
      ])
      most = text.length
    }
    expect(most).toBe(lines.length)
    expect((await read(member.subarray(0, member.length >> 1))).text.length).toBeGreaterThan(lines.length / 4)
  })

  it('that is cut in a later member keeps the earlier ones whole', async () => {
    const {text, reports} = await read(Buffer.concat([member, member.subarray(0, 20)]), 'auto', 3)
    expect(text.startsWith(lines)).toBe(true)
    expect(reports).toHaveLength(1)
  })

  it.each([
    ['zero bytes', Buffer.alloc(1000), 0],
    ['text', Buffer.from('garbage'), 1],
    ['zero bytes and text', Buffer.from('\0\0x'), 1],
    ['half a magic number', Buffer.from([0x1f]), 1],
    ['a header of another method', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 1],
  ])('is whole when %s follow', async (_, trailing, count) => {
    for (const piece of [1, member.length, 1e6]) {
      const {text, reports} = await read(Buffer.concat([member, trailing]), 'auto', piece)
      expect(text).toBe(lines)
      expect(reports).toHaveLength(count)
    }
  })

  it('that is damaged is reported, and gives the same however it came', async () => {
    const random = Array.from({length: 20_000}, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join(' ')
    const damaged = Buffer.from(zlib.gzipSync(random))
    damaged.fill(0xff, 40_000, 40_100)
    const whole = await read(damaged)
    expect(whole.reports).toHaveLength(1)
    expect(whole.text.slice(0, 40_000)).toBe(random.slice(0, 40_000))
    expect(await read(damaged, 'auto', 1)).toEqual(whole)
    const wrongSum = Buffer.from(member)
    wrongSum[member.length - 6] = (wrongSum[member.length - 6] ?? 0) ^ 1
    expect(await read(wrongSum)).toEqual({text: lines, reports: [expect.stringContaining('Unexpected checksum')]})
  })

  it('that unpacks to a thousandfold comes in small chunks', async () => {
    const stdin = Readable.from([zlib.gzipSync(Buffer.alloc(20e6, 'a'))])
    let total = 0
    for await (const chunk of chunksOf(STDIN, {encoding: 'utf-8', stdin}, () => {})) {
      expect(chunk.length).toBeLessThanOrEqual(64 * 1024)
      total += chunk.length
    }
    expect(total).toBe(20e6)
  })
})

describe('other packings', () => {
  it.each([
    ['zip', 'PK\x03\x04....'],
    ['bzip2', 'BZh91AY&SY'],
    ['xz', '\xfd7zXZ\0..'],
  ])('%s is an InputError that says so', async (name, start) => {
    await expect(read(Buffer.from(start, 'latin1'))).rejects.toThrow(
      new RegExp(`^standard input: .*${name}.*unpack it first$`),
    )
  })

  it('text that begins like bzip2 is text', async () => {
    expect((await read(Buffer.from('BZh9 is a word'))).text).toBe('BZh9 is a word')
  })

  /** A frame whose one block is stored as it is: magic, descriptor (single segment), content size, block header, bytes. */
  function frame(text: string): Buffer {
    const content = Buffer.from(text)
    const header = [0x28, 0xb5, 0x2f, 0xfd, 0x20, content.length]
    const block = (content.length << 3) | 1
    return Buffer.concat([Buffer.from([...header, block & 0xff, block >> 8, 0]), content])
  }
  const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])

  it.skipIf(hasZstd)('zstd is an InputError that names the Node it takes', async () => {
    for (const start of [frame('x'), skipped]) await expect(read(start)).rejects.toThrow(/zstd data.*22\.15/)
  })

  it.skipIf(!hasZstd)('zstd is read frame by frame, and a cut one is reported', async () => {
    const all = Buffer.concat([skipped, frame(TEXT), skipped, frame('é')])
    for (const piece of [1, 5, all.length])
      expect(await read(all, 'auto', piece)).toEqual({text: TEXT + bytesOf('é'), reports: []})
    const cut = Buffer.concat([frame(TEXT), frame('abc').subarray(0, 10)])
    const {text, reports} = await read(cut)
    expect(text.startsWith(TEXT)).toBe(true)
    expect(reports).toEqual([expect.stringMatching(/^input-truncated: Unexpected end in zstd data/)])
  })

  it.skipIf(!hasZstd)('zstd of real blocks is read, and the same however it comes', async () => {
    const compress = Reflect.get(zlib, 'zstdCompressSync') as (data: Buffer) => Buffer
    const long = Array.from({length: 50_000}, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join(' ')
    const packed = Buffer.concat([compress(Buffer.from(long)), compress(Buffer.from(TEXT))])
    expect(await read(packed)).toEqual({text: long + TEXT, reports: []})
    expect(await read(packed, 'auto', 1000)).toEqual({text: long + TEXT, reports: []})
    const {text, reports} = await read(packed.subarray(0, packed.length >> 1), 'auto', 777)
    expect(long.startsWith(text) && text.length > long.length / 4).toBe(true)
    expect(reports).toHaveLength(1)
  })
})

describe('encoding', () => {
  const chinese = '{"t":"中文𠀀"}\n'
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${chinese}`), 'auto'],
    ['UTF-8', Buffer.from(chinese), 'auto'],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'auto'],
    ['UTF-16BE with a mark', utf16be(`\ufeff${chinese}`), 'auto'],
    ['UTF-16LE without', Buffer.from(chinese, 'utf16le'), 'auto'],
    ['UTF-16BE without', utf16be(chinese), 'auto'],
    ['UTF-16LE by option, with a mark', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE by option', Buffer.from(chinese, 'utf16le'), 'utf-16'],
  ])('%s is read, whatever the pieces', async (_, bytes, encoding) => {
    for (const piece of [1, 2, 3, bytes.length]) {
      expect(await read(bytes, encoding, piece)).toEqual({text: bytesOf(chinese), reports: []})
    }
  })

  it('an encoding that was asked for overrules a mark', async () => {
    const {text} = await read(Buffer.from('\ufeffabc'), 'windows-1252', 2)
    expect(text).toBe(bytesOf('\u00ef\u00bb\u00bfabc'))
  })

  it('GB18030 is told and read, whatever the pieces, also after much ASCII', async () => {
    const start = TEXT.repeat(2000)
    const bytes = gb(start, '{"t":"', NI_HAO, [0x95, 0x32, 0x82, 0x36], '"}')
    for (const piece of [1, 1000, 65_536, bytes.length]) {
      const {text, reports} = await read(bytes, 'auto', piece)
      expect(text === bytesOf(`${start}{"t":"你好\u{20000}"}`)).toBe(true)
      expect(reports).toEqual([])
    }
  })

  it.each([0, 1, 2, 3])('a GB18030 character that the window cuts after %i bytes is no error', async cut => {
    const fill = 'a'.repeat(64 * 1024 - NI_HAO.length - cut)
    const bytes = gb('{', NI_HAO, fill, [0x95, 0x32, 0x82, 0x36], '}')
    expect((await read(bytes)).text).toBe(bytesOf(`{你好${fill}\u{20000}}`))
  })

  it('it is decided once: what comes after the window does not change it', async () => {
    const fill = 'a'.repeat(64 * 1024)
    expect((await read(gb('é'.repeat(0), Buffer.from('é') as unknown as number[], fill, NI_HAO))).text).toBe(
      `${bytesOf('é')}${fill}${Buffer.from(NI_HAO).toString('latin1')}`,
    )
    const late = await read(gb(NI_HAO, fill, [0xff], '"x"', [0xc4], '"'))
    expect(late.text).toBe(bytesOf(`你好${fill}\ufffd"x"\ufffd"`))
    expect(late.reports).toEqual([
      'encoding-invalid: Unexpected 2 byte sequences that gb18030 does not allow, expected gb18030; read as U+FFFD',
    ])
  })

  it('bytes that are invalid in UTF-8 pass through as they are', async () => {
    const bytes = Buffer.concat([Buffer.from('{"é中":"'), Buffer.from([0xff, 0xc3, 0x22, 0x80, 0xed, 0xa0, 0x80])])
    expect(await read(bytes, 'auto', 1)).toEqual({text: bytes.toString('latin1'), reports: []})
    expect(await read(bytes, 'utf-8')).toEqual({text: bytes.toString('latin1'), reports: []})
  })

  it.each([
    ['UTF-8 with a record that is cut', gb([...Buffer.from('{"中文字","中')].slice(0, -1), 'A"}')],
    ['UTF-8 that ends in a character', gb([...Buffer.from('{"中文')].slice(0, -1))],
    ['UTF-8 with one of two characters damaged', gb([...Buffer.from('{"a":"é","b":"')], [0xc3], 'Ab"}')],
    ['French in Latin-1', gb('Caf', [0xe9], 's et th', [0xe9], 's')],
    ['Portuguese in Latin-1', gb('Informa', [0xe7, 0xe3], 'o')],
    [
      'Japanese in EUC-JP',
      gb([0xa4, 0xb3, 0xa4, 0xec, 0xa4, 0xcf, 0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec, 0xa4, 0xc7, 0xa4, 0xb9]),
    ],
    ['Chinese in Big5', gb([0xa4, 0xa4, 0xb5, 0xd8, 0xa5, 0xc1, 0xb0, 0xea, 0xa4, 0x6a, 0xbe, 0xc7])],
    ['Russian in Windows-1251', gb([0xe8, 0xed, 0xf1, 0xf2, 0xe8, 0xf2, 0xf3, 0xf2])],
    ['bytes', gb([0x80, 0xff, 0, 1, 2])],
  ])('%s is not taken for GB18030', async (_, bytes) => {
    expect(isGb18030(bytes)).toBe(false)
    expect((await read(bytes)).text).toBe(bytes.toString('latin1'))
  })

  it('what is valid GB18030 here is so to the runtime', () => {
    const strict = new TextDecoder('gb18030', {fatal: true})
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0x30, 0x39, 0x41, 0x81, 0x84, 0x95, 0xb0, 0xd7, 0xe3, 0xfe, 0xff), {maxLength: 8}),
        noise => {
          const bytes = gb(NI_HAO, NI_HAO, NI_HAO, NI_HAO, NI_HAO, NI_HAO, NI_HAO, NI_HAO, noise, 'aaaa')
          fc.pre(isGb18030(bytes))
          expect(() => strict.decode(bytes)).not.toThrow()
        },
      ),
    )
  })

  it('text with some zero bytes is no UTF-16', () => {
    expect(utf16Of(Buffer.from('{"title":"a\0b\0", "b": "c"}'))).toBe(null)
    expect(utf16Of(Buffer.from('{\0\0\0"\0\0\0}\0\0\0'))).toBe(null)
    expect(utf16Of(Buffer.alloc(100))).toBe(null)
    expect(utf16Of(Buffer.from('{}', 'utf16le'))).toBe('utf-16le')
  })

  it('a surrogate without its other half is U+FFFD and reported, whatever the pieces', async () => {
    const bytes = Buffer.from('{"a":"\ud83d","b":"\u{1f600}"}', 'utf16le')
    for (const piece of [1, 2, 3, 5, bytes.length]) {
      expect(await read(bytes, 'auto', piece)).toEqual({
        text: bytesOf('{"a":"\ufffd","b":"\u{1f600}"}'),
        reports: [expect.stringMatching(/^encoding-invalid: Unexpected a byte sequence that utf-16le does not allow/)],
      })
    }
  })

  it('any bytes in any encoding give the same in any pieces, and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({maxLength: 60}),
        fc.constantFrom(
          'auto',
          'utf-8',
          'gb18030',
          'utf-16le',
          'utf-16be',
          'shift_jis',
          'big5',
          'euc-kr',
          'windows-1252',
        ),
        fc.integer({min: 1, max: 9}),
        async (bytes, encoding, piece) => {
          const source = gb('{"', [...bytes], '"}')
          expect(await read(source, encoding, piece)).toEqual(await read(source, encoding))
        },
      ),
      {numRuns: 300},
    )
  })

  it('surrogates and four-byte characters may lie across the blocks of the decoder', async () => {
    for (const shift of ['', 'a', 'aa', 'aaa']) {
      const text = `${shift}${'\u{20000}'.repeat(60_000)}`
      expect((await read(Buffer.from(text, 'utf16le'), 'utf-16le')).text === bytesOf(text)).toBe(true)
      const four = gb(shift, Array.from({length: 60_000}, () => [0x95, 0x32, 0x82, 0x36]).flat())
      expect((await read(four, 'gb18030')).text === bytesOf(text)).toBe(true)
    }
  })

  it('names are those of the standard, and another is an InputError', () => {
    expect(encodingOf('GBK')).toBe('gb18030')
    expect(encodingOf('latin1')).toBe('windows-1252')
    expect(encodingOf('UTF8')).toBe('utf-8')
    expect(() => encodingOf('klingon\u0007')).toThrow(
      new InputError(
        '--encoding klingon\\u{7}: no encoding that this Node knows; try auto, utf-8, gb18030 or utf-16le',
      ),
    )
  })

  it('UTF-32 is an InputError', async () => {
    await expect(read(Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]))).rejects.toThrow(/UTF-32/)
  })
})

it.each([
  ['a\nb\tc', 'a\\nb\\u{9}c'],
  ['\u001b[31m', '\\u{1b}[31m'],
  ['\u009b2J', '\\u{9b}2J'],
  ['\u202etxt\u2028', '\\u{202e}txt\\u{2028}'],
  ['\ud800', '\\u{d800}'],
  ['中文 é.json', '中文 é.json'],
])('the name %j is shown as %s', (name, shown) => {
  expect(printable(name)).toBe(shown)
})

async function openFiles(): Promise<number> {
  const {readdir} = await import('node:fs/promises')
  return readdir('/proc/self/fd').then(
    all => all.length,
    () => 0,
  )
}
