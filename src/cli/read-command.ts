import {resolve} from 'node:path'
import {type Outcome, type Outputs, run} from '../engine/run.js'
import {PipeClosed, type Sink, sinkFor, streamSink} from '../engine/sink.js'
import {Stop} from '../engine/stop.js'
import {addsUp, type Summary, summaryLine, summaryText} from '../engine/summary.js'
import {UsageError} from '../engine/usage-error.js'
import type {Work} from '../engine/work.js'
import type {ReadingFlags} from './options.js'

interface Files {
  readonly findings?: string | undefined
  readonly summary?: string | undefined
}

/** Runs a command that reads: opens what it writes to, runs, closes, and tells the sum. Gives the exit code (contract §4.2). */
export async function readCommand(args: readonly string[], flags: ReadingFlags & Files, work: Work): Promise<number> {
  if (args.length === 0 && process.stdin.isTTY) {
    throw new UsageError('no input: give files or folders, or pipe a dump in; see citenorm --help')
  }
  refuseSameFile([flags.output, flags.rejects, flags.findings, flags.summary])
  const sinks = await openAll([flags.output, flags.rejects, flags.findings])
  const [records = streamSink(process.stdout, 'stdout'), rejects, findings] = sinks
  const tell = (line: string) => {
    if (!flags.quiet) process.stderr.write(`${line}\n`)
  }
  const {stop, signal} = stopping()
  const {encoding, maxRecordBytes, dialect} = flags
  const outputs: Outputs = {records, rejects: rejects ?? null, findings: findings ?? null, tell}
  try {
    const outcome = await run(args, {encoding, maxRecordBytes, dialect, work}, outputs, stop)
    return await finish(outcome, outputs, flags, signal())
  } catch (error) {
    for (const sink of [records, rejects, findings]) await sink?.abandon()
    throw error
  }
}

/** Two outputs in one file would write over each other; devices and pipes are nobody's. */
function refuseSameFile(paths: readonly (string | undefined)[]): void {
  const seen = new Set<string>()
  for (const path of paths) {
    if (path === undefined || resolve(path).startsWith('/dev/')) continue
    if (seen.has(resolve(path)))
      throw new UsageError(`two outputs are ${JSON.stringify(path)}, expected a file for each`)
    seen.add(resolve(path))
  }
}

/** All of them or none: what one refusal leaves behind goes again. */
async function openAll(paths: readonly (string | undefined)[]): Promise<(Sink | undefined)[]> {
  const sinks: (Sink | undefined)[] = []
  try {
    for (const path of paths) sinks.push(path === undefined ? undefined : await sinkFor(path))
    return sinks
  } catch (error) {
    for (const sink of sinks) await sink?.abandon()
    throw error
  }
}

async function finish(
  outcome: Outcome,
  outputs: Outputs,
  flags: ReadingFlags & Files,
  signal: NodeJS.Signals | null,
): Promise<number> {
  const {summary, end} = outcome
  if (end === 'stopped' && flags.output !== undefined) await outputs.records.abandon()
  else if (end !== 'pipe-closed') await closeQuietly(outputs.records)
  await outputs.rejects?.close()
  await outputs.findings?.close()
  if (flags.summary !== undefined) await writeWhole(flags.summary, summaryText(summary))
  if (!addsUp(summary)) throw new Error(`the sum does not hold: ${summaryLine(summary)}`)
  if (end === 'pipe-closed') return 0
  outputs.tell(summaryLine(summary))
  if (end === 'stopped') return signal === 'SIGTERM' ? 143 : 130
  if (outcome.unreadable > 0) return 2
  return summary.rejected > allowed(flags, summary) ? 1 : 0
}

/** A pipe that its reader closes at the very end is a success too. */
async function closeQuietly(sink: Sink): Promise<void> {
  await sink.close().catch((error: unknown) => {
    if (!(error instanceof PipeClosed)) throw error
  })
}

async function writeWhole(path: string, text: string): Promise<void> {
  const sink = await sinkFor(path)
  await sink.write(text)
  await sink.close()
}

function allowed({maxRejects}: ReadingFlags, {read}: Summary): number {
  return 'count' in maxRejects ? maxRejects.count : maxRejects.share * read
}

/** Requested by SIGINT or SIGTERM; a second signal ends the program at once. */
function stopping(): {stop: Stop; signal: () => NodeJS.Signals | null} {
  let signal: NodeJS.Signals | null = null
  const stop = new Stop()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      signal = name
      stop.request()
    })
  }
  return {stop, signal: () => signal}
}
