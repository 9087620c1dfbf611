import {Command, type CommanderError, Option} from 'commander'
import {formats} from '../formats/index.js'
import {VERSION} from './version.js'

/** Every command has one file that is loaded when it runs: `--version` and `--help` wait for none of them. */
export function program(
  run: (command: CommandName, args: readonly string[], flags: unknown) => Promise<void>,
): Command {
  const root: Command = new Command('citenorm')
    .description(
      'Cleans scraped paper metadata: dumps of Semantic Scholar-style JSON in, one canonical record per paper out.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(true)
    .addHelpText('after', () => `\nOptions of normalize:\n${optionsOf(normalize)}${EXAMPLES}`)
    .exitOverride()
    .configureOutput({writeErr: () => {}})
  const normalize: Command = reading(root.command('normalize [input...]', {isDefault: true}))
    .summary('clean the records of files, folders or stdin (the default)')
    .description(
      'Reads files, folders or stdin, and writes one canonical record per paper. An input named like a command is given as ./check.',
    )
    .addOption(
      new Option('-t, --to <format>', 'format of the records')
        .choices(formats.map(format => format.id))
        .default('ndjson'),
    )
    .option('--findings <file>', 'write what is wrong with the records, as NDJSON')
    .option('--summary <file>', 'write the counts, as JSON')
    .option('--locate', 'tell where each record stood, in provenance.source')
    .addHelpText('after', EXAMPLES)
    .action((args: string[], flags: unknown) => run('normalize', args, flags))
  reading(root.command('frame [input...]'))
    .summary('split dumps into raw records with their place')
    .description(
      'Writes each raw record as it stood, as {file, line, offset, record}: input for an outer engine, and for citenorm.',
    )
    .action((args: string[], flags: unknown) => run('frame', args, flags))
  root
    .command('schema [name]')
    .summary('print a JSON Schema')
    .description('Prints the JSON Schema of what citenorm writes: record (the default) or finding.')
    .action((name: string | undefined) => run('schema', name === undefined ? [] : [name], {}))
  for (const command of root.commands)
    command
      .exitOverride()
      .configureOutput({writeErr: () => {}})
      .helpOption('-h, --help', 'print this help')
  return root
}

export type CommandName = 'normalize' | 'frame' | 'schema'

/** The lines about options in a command's help. */
function optionsOf(command: Command): string {
  return command.helpInformation().split('Options:\n')[1] ?? ''
}

/** What every command that reads has in common. */
function reading(command: Command): Command {
  return command
    .option('-o, --output <file>', 'write to a file, which has its name only when it is whole')
    .option('--rejects <file>', 'write what was no record, whole, as NDJSON')
    .option('--max-rejects <count>', 'how many rejects are no failure: a number, or a share such as 5%', '0')
    .option('--dialect <id>', 'shape of the raw records, when it shall not be told from each of them', 'auto')
    .option('--encoding <name>', "the input's character encoding, for instance gb18030", 'auto')
    .option('--max-record-bytes <bytes>', 'a record of so many bytes or more is rejected', String(1 << 24))
    .option('-q, --quiet', 'print neither rejects nor the summary')
}

const EXAMPLES = `
Examples:
  citenorm dump.txt > records.ndjson
  zcat scrape-*.gz | citenorm --rejects rejects.ndjson --findings findings.ndjson -o records.ndjson
  citenorm --max-rejects 1% pages/ -t json | jq '.[].title'
`

/** One line about bad use; null when commander has done what was asked, as with \`--help\`. */
export function usageLine(error: CommanderError): string | null {
  if (error.exitCode === 0) return null
  const [line = ''] = error.message.split('\n')
  const hint = error.message.includes('\n') ? ` ${error.message.split('\n').slice(1).join(' ').trim()}` : ''
  return `citenorm: ${line.replace(/^error: |\.$/g, '')}${hint}; see citenorm --help`
}
