import type {Dirent} from 'node:fs'
import {readdir, realpath, stat} from 'node:fs/promises'
import {basename, dirname, join, sep} from 'node:path'
import {InputError, inputError} from './input-error.js'

/** Something to read: a file, or standard input. */
export interface Input {
  /** As shown to the user: the path as given, or the folder as given with the path below it; `-` for standard input. */
  readonly name: string
  /** Null is standard input. */
  readonly path: string | null
  /** The size, where it is known beforehand. */
  readonly bytes: number | null
  /** Why it cannot be read, where walking has found out already; `chunksOf` throws it. */
  readonly problem?: InputError
}

/**
 * The inputs that the arguments name: `-` or no argument is standard input, a file is itself, a folder is every regular file
 * below it in the order of the code units of their paths. Hidden entries of a folder are left out, hidden arguments are not.
 * A symbolic link is followed; what a folder holds already is not given twice, so links that lead back end.
 *
 * An argument that cannot be read is an `InputError` before anything is read. Below a folder, what cannot be read is given
 * like any other input, and reading it (`chunksOf`) throws: so the caller can go on with the rest.
 */
export async function* inputsOf(
  args: readonly string[],
  stdin: {readonly isTTY?: boolean | undefined},
): AsyncGenerator<Input> {
  if (args.length === 0 && stdin.isTTY === true) {
    throw new InputError('no input: name files or folders, or pipe something in (`-` reads what is typed)')
  }
  const roots: Root[] = []
  for (const arg of args.length === 0 ? ['-'] : args) roots.push(arg === '-' ? {input: STDIN} : await rootOf(arg))
  for (const root of roots) {
    if ('input' in root) yield root.input
    else yield* filesBelow(root.folder, new Set([root.folder.real]))
  }
}

type Root = {readonly input: Input} | {readonly folder: Folder}

/** `path` is the way we came, `real` the one without links. */
interface Folder {
  readonly path: string
  readonly real: string
}

const STDIN: Input = {name: '-', path: null, bytes: null}

async function rootOf(arg: string): Promise<Root> {
  try {
    const found = await stat(arg)
    if (found.isDirectory()) return {folder: {path: arg, real: await realpath(arg)}}
    return {input: {name: arg, path: arg, bytes: found.isFile() ? found.size : null}}
  } catch (error) {
    throw inputError(arg, error)
  }
}

async function* filesBelow(folder: Folder, seen: Set<string>): AsyncGenerator<Input> {
  let entries: readonly Entry[]
  try {
    entries = await entriesOf(folder)
  } catch (error) {
    yield {name: folder.path, path: folder.path, bytes: null, problem: inputError(folder.path, error)}
    return
  }
  for (const {kind, path, real, isLink} of entries) {
    if (kind === 'lost') yield {name: path, path, bytes: null}
    if (kind === 'other' || kind === 'lost' || (isLink ? isFoundAnyway(real, seen) : seen.has(real))) continue
    if (isLink) seen.add(real)
    if (kind === 'folder') yield* filesBelow({path, real}, seen)
    else yield {name: path, path, bytes: await sizeOf(path)}
  }
}

interface Entry extends Folder {
  /** `lost` is a link to nothing; `other` a device, a socket or a pipe. */
  readonly kind: 'file' | 'folder' | 'lost' | 'other'
  readonly isLink: boolean
}

async function entriesOf(folder: Folder): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const entry of await readdir(folder.path, {withFileTypes: true})) {
    if (!entry.name.startsWith('.')) entries.push(await entryOf(folder, entry))
  }
  return entries.sort((a, b) => compare(sortKey(a), sortKey(b)))
}

async function entryOf(folder: Folder, entry: Dirent): Promise<Entry> {
  const path = below(folder.path, entry.name)
  const real = join(folder.real, entry.name)
  if (entry.isFile()) return {kind: 'file', path, real, isLink: false}
  if (entry.isDirectory()) return {kind: 'folder', path, real, isLink: false}
  if (entry.isFIFO() || entry.isSocket() || entry.isCharacterDevice() || entry.isBlockDevice()) {
    return {kind: 'other', path, real, isLink: false}
  }
  // A link, or a file system that does not tell: then the real path is the same, and nothing is taken for a link.
  try {
    const [found, target] = [await stat(path), await realpath(path)]
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
    return {kind, path, real: target, isLink: entry.isSymbolicLink()}
  } catch {
    return {kind: 'lost', path, real, isLink: true}
  }
}

/** With `/` after a folder's name the order in each folder is the order of the whole paths: `a-b`, `a.txt`, `a/x`. */
function sortKey({kind, path}: Entry): string {
  return kind === 'folder' ? `${path}/` : path
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function below(folder: string, name: string): string {
  return folder.endsWith('/') || folder.endsWith(sep) ? folder + name : `${folder}/${name}`
}

/** True when a link's target has been read, or lies in a folder that is read and is not hidden there. */
function isFoundAnyway(real: string, seen: ReadonlySet<string>): boolean {
  for (let path = real; ; path = dirname(path)) {
    if (seen.has(path)) return true
    if (basename(path).startsWith('.') || dirname(path) === path) return false
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    found => found.size,
    () => null,
  )
}
