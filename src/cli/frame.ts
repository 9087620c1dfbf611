import {splitting} from '../engine/work.js'
import {flagsOf} from './flags-of.js'
import {frameFlags} from './options.js'
import {readCommand} from './read-command.js'

/** `citenorm frame [input…]`: raw records with their place, one per line. */
export async function frameCommand(args: readonly string[], given: unknown): Promise<number> {
  return readCommand(args, flagsOf(frameFlags, given), splitting)
}
