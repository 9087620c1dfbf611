import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

export const PROGRAM = resolve('dist/citenorm.js')

/** Runs the built program; stdin is a pipe with the given text, or empty. */
export function citenorm(
  args: readonly string[],
  input: string | Uint8Array = '',
  cwd = '.',
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [PROGRAM, ...args], {input, cwd, encoding: 'utf8', maxBuffer: 1 << 28})
}

/** The records that a run printed. */
export function recordsOf(text: string): CanonicalLike[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as CanonicalLike)
}

type CanonicalLike = import('../../src/record/canonical.js').CanonicalRecord

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'citenorm-'))
}
