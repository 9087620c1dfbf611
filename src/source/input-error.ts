/** An input that cannot be read, or a wrong use of one: one line for the user, exit code 2 (contract §4.2). */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/**
 * The InputError for what the system said of an input: ENOENT on "a\nb" → `a\nb: no such file or folder`, escaped.
 * What no system said is our own bug and is thrown as it is.
 */
export function inputError(name: string, cause: unknown): InputError {
  if (cause instanceof InputError) return cause
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') throw cause
  const reason = REASONS.get(cause.code) ?? `cannot be read (${cause.code})`
  return new InputError(`${printable(name)}: ${reason}`, {cause})
}

/**
 * A name as a terminal may show it: control, bidi and other invisible characters and lone surrogates as `\n` or `\u{1b}`.
 * "a\nb" → "a\\nb"
 */
export function printable(name: string): string {
  return name.replace(UNSAFE, character => {
    if (character === '\n') return '\\n'
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}

/** Control, format, surrogate, private-use and unassigned characters, and the line and paragraph separators. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/gu

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'is a folder'],
  ['ELOOP', 'a symbolic link that leads back to itself'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EIO', 'input/output error'],
  ['EMFILE', 'too many open files'],
  ['ENFILE', 'too many open files'],
  ['ENXIO', 'no such device'],
  ['ESTALE', 'the file is gone'],
  ['ERR_INVALID_ARG_VALUE', 'not a file name'],
])
