#!/usr/bin/env node
import {CommanderError} from 'commander'
import {type CommandName, program, usageLine} from './cli/program.js'
import {UsageError} from './engine/usage-error.js'
import {visible} from './engine/visible.js'
import {InputError} from './source/input-error.js'

/** The modules behind the commands, loaded when they run. */
const COMMANDS: Record<CommandName, (args: readonly string[], flags: unknown) => Promise<number>> = {
  normalize: async (args, flags) => (await import('./cli/normalize.js')).normalizeCommand(args, flags),
  frame: async (args, flags) => (await import('./cli/frame.js')).frameCommand(args, flags),
  schema: async args => (await import('./cli/schema.js')).schemaCommand(args),
}

process.stderr.on('error', () => {
  // Nobody reads what we tell: no reason to fail.
})

let exitCode = 0
try {
  const root = program(async (command, args, flags) => {
    exitCode = await COMMANDS[command](args, flags)
  })
  await root.parseAsync(process.argv)
} catch (error) {
  exitCode = tell(error)
}
process.exit(exitCode)

/** Bad use is one line and 2; anything else is a bug of ours, with its stack, and 70 (EX_SOFTWARE of sysexits.h). */
function tell(error: unknown): number {
  if (error instanceof CommanderError) {
    const line = usageLine(error)
    if (line !== null) process.stderr.write(`${visible(line)}\n`)
    return line === null ? 0 : 2
  }
  if (error instanceof UsageError || error instanceof InputError) {
    process.stderr.write(`citenorm: ${visible(error.message)}\n`)
    return 2
  }
  process.stderr.write(
    `citenorm: a bug of citenorm's own, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return 70
}
