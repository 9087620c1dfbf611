import {normalizing} from '../engine/work.js'
import {formatOf} from '../formats/index.js'
import {flagsOf} from './flags-of.js'
import {normalizeFlags} from './options.js'
import {readCommand} from './read-command.js'

/** `citenorm [normalize] [input…]`: the filter. */
export async function normalizeCommand(args: readonly string[], given: unknown): Promise<number> {
  const flags = flagsOf(normalizeFlags, given)
  const format = formatOf(flags.to)
  if (!format) throw new Error(`no format ${flags.to}`)
  return readCommand(args, flags, normalizing(format, flags.dialect, flags.locate))
}
