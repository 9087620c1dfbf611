import {randomBytes} from 'node:crypto'
import {createWriteStream} from 'node:fs'
import {open, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {UsageError} from './usage-error.js'

/** Where bytes go. `write` resolves when more may come; `close` when all is safe; `abandon` leaves nothing behind. */
export interface Sink {
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
  readonly abandon: () => Promise<void>
}

/** The reader of a pipe has gone: a success (contract §4.2). */
export class PipeClosed extends Error {
  override readonly name = 'PipeClosed'
}

/** A sink for a path: a regular file is written whole or not at all; a device or pipe as it is. */
export async function sinkFor(path: string): Promise<Sink> {
  const target = await realpath(path).catch(() => path)
  const known = await stat(target).catch(() => null)
  if (known?.isDirectory()) throw cannotWrite(path, {code: 'EISDIR'})
  if (known && !known.isFile()) return streamSink(createWriteStream(target), path)
  return fileSink(target, known?.mode ?? 0o666)
}

/** A file that has its name only when it is whole: written beside it, fsynced and renamed. */
async function fileSink(path: string, mode: number): Promise<Sink> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 200)}.${randomBytes(4).toString('hex')}.part`)
  const handle = await open(temporary, 'wx', mode).catch((error: NodeJS.ErrnoException) => {
    throw cannotWrite(path, error)
  })
  const guard = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      await handle.close().catch(() => {})
      await rm(temporary, {force: true})
      throw cannotWrite(path, error as NodeJS.ErrnoException)
    }
  }
  return {
    write: text => guard(() => handle.writeFile(text)),
    close: () =>
      guard(async () => {
        await handle.sync()
        await handle.close()
        await rename(temporary, path)
      }),
    async abandon() {
      await handle.close().catch(() => {})
      await rm(temporary, {force: true})
    },
  }
}

/** stdout, or a device; every write waits until it is done, so that memory stays flat however slow the reader is. */
export function streamSink(stream: NodeJS.WritableStream, name: string): Sink {
  let failure: NodeJS.ErrnoException | null = null
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error
  })
  const write = async (text: string) => {
    const error = failure ?? (await new Promise<Error | null | undefined>(resolve => stream.write(text, resolve)))
    if (error) throw streamError(name, error)
  }
  return {
    write: async text => {
      if (text !== '') await write(text)
    },
    close: () => write(''),
    async abandon() {},
  }
}

function streamError(name: string, error: NodeJS.ErrnoException): Error {
  return error.code === 'EPIPE' ? new PipeClosed('the reader has closed the pipe') : cannotWrite(name, error)
}

function cannotWrite(path: string, error: {readonly code?: string | undefined; readonly message?: string}): UsageError {
  return new UsageError(`Cannot write ${JSON.stringify(path)}: ${reason(error)}`)
}

// biome-ignore format: a table
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the device', EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'the file system is read-only',
  ENOENT: 'no such folder', EISDIR: 'it is a folder', ENOTDIR: 'its folder is a file', EDQUOT: 'the disk quota is used up',
  EEXIST: 'another run is writing it', EFBIG: 'the file would be too large', EIO: 'the device failed',
}

function reason(error: {readonly code?: string | undefined; readonly message?: string}): string {
  return REASONS[error.code ?? ''] ?? error.code ?? error.message ?? 'unknown error'
}
