import type {Dialect} from '../dialects/dialect.js'
import {isRecordKey} from '../dialects/index.js'
import {jsonText} from '../formats/json-text.js'
import type {Framed, FramerOptions} from '../framing/frame.js'
import {Framer} from '../framing/framer.js'
import type {Reject} from '../pipeline/convert.js'
import {authorLineOf, rawRecordOf} from '../pipeline/raw-record.js'
import {withLibraries} from '../pipeline/with-libraries.js'
import {type DefectId, defects} from '../record/defects.js'
import type {Finding} from '../record/finding.js'
import {InputError} from '../source/input-error.js'
import {chunksOf} from '../source/open.js'
import {type Input, inputsOf} from '../source/paths.js'
import {PipeClosed, type Sink} from './sink.js'
import type {Stop} from './stop.js'
import {countFindings, emptySummary, type Summary} from './summary.js'
import {visible} from './visible.js'
import type {Work} from './work.js'

export interface RunOptions {
  /** `auto`, or a label of the WHATWG Encoding Standard. */
  readonly encoding: string
  readonly maxRecordBytes: number
  /** The dialect that every object is read as; null is auto. */
  readonly dialect: Dialect | null
  readonly work: Work
}

/** Where what comes out goes; null is nowhere. */
export interface Outputs {
  readonly records: Sink
  readonly rejects: Sink | null
  readonly findings: Sink | null
  /** A line for a person, safe to show. */
  readonly tell: (line: string) => void
}

export interface Outcome {
  readonly summary: Summary
  /** Inputs that could not be read to their end. */
  readonly unreadable: number
  readonly end: 'done' | 'pipe-closed' | 'stopped'
}

/**
 * Reads inputs to their ends, one after the other, and writes what they come to. An input that cannot be read is told and the
 * others go on; when a stop is requested, what has been read is written and the run ends.
 */
export async function run(
  args: readonly string[],
  options: RunOptions,
  outputs: Outputs,
  stop: Stop,
): Promise<Outcome> {
  const state: State = {options, outputs, summary: emptySummary(), unreadable: 0, stop}
  try {
    await outputs.records.write(options.work.begin)
    const isStopped = await eachInput(args, state)
    await outputs.records.write(options.work.end)
    return {...state, end: isStopped ? 'stopped' : 'done'}
  } catch (error) {
    if (!(error instanceof PipeClosed)) throw error
    return {...state, end: 'pipe-closed'}
  }
}

interface State {
  readonly options: RunOptions
  readonly outputs: Outputs
  readonly summary: Summary
  unreadable: number
  readonly stop: Stop
}

/** True when the run was stopped. */
async function eachInput(args: readonly string[], state: State): Promise<boolean> {
  for (const arg of args.length === 0 ? ['-'] : args) {
    const inputs = inputsOf([arg], {isTTY: process.stdin.isTTY === true})
    for (let isLast = false; !isLast; ) {
      try {
        const next = await state.stop.unless(inputs.next())
        if (next === 'stopped') return true
        isLast = next.done === true
        if (!next.done && (await oneInput(next.value, state))) return true
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        state.unreadable += 1
        state.outputs.tell(`citenorm: ${visible(error.message)}`)
      }
    }
  }
  return false
}

async function oneInput(input: Input, state: State): Promise<boolean> {
  const {options, summary} = state
  summary.inputs += 1
  const before = summary.read
  const framer = new Framer(framerOptions(options))
  const said: Finding[] = []
  const chunks = chunksOf(input, {encoding: options.encoding}, (rule, message) =>
    said.push(findingIn(input, rule, message)),
  )
  const end = await readAll(chunks, framer, input, state)
  // What an unreadable input gave before it failed counts all the same; of one that was stopped, what is whole.
  const rest = framer.end()
  await put(end === 'stopped' ? rest.filter(it => it.kind === 'frame') : rest, input, state)
  if (end === 'done' && summary.read === before) {
    said.push(findingIn(input, 'input-empty', 'Unexpected input without a record, expected one or more'))
  }
  for (const it of said) if (it.severity === 'error') state.outputs.tell(placeLine(it))
  await putFindings(said, state)
  if (end instanceof InputError) throw end
  return end === 'stopped'
}

/** Reads on to the end, a stop, or what makes the input unreadable. */
async function readAll(
  chunks: AsyncGenerator<Uint8Array>,
  framer: Framer,
  input: Input,
  state: State,
): Promise<'done' | 'stopped' | InputError> {
  for (;;) {
    const next = await state.stop.unless(chunks.next().catch(asInputError))
    if (next === 'stopped' || next instanceof InputError) return next
    if (next.done) return 'done'
    await put(framer.push(next.value), input, state)
  }
}

function asInputError(error: unknown): InputError {
  if (error instanceof InputError) return error
  throw error
}

function framerOptions({maxRecordBytes, dialect}: RunOptions): FramerOptions {
  return {
    maxRecordBytes,
    claims: value => rawRecordOf(value, dialect) !== null,
    knowsKey: isRecordKey,
    authorLine: value => authorLineOf(value, dialect),
  }
}

async function put(frames: readonly Framed[], input: Input, state: State): Promise<void> {
  if (frames.length === 0) return
  const {options, outputs, summary} = state
  const {texts, rejects, findings} = await withLibraries(() => options.work.convert(frames, input.name))
  const isFirst = summary.written === 0
  summary.read += frames.length
  summary.written += texts.length
  summary.rejected += rejects.length
  if (texts.length > 0)
    await outputs.records.write((isFirst ? '' : options.work.separator) + texts.join(options.work.separator))
  for (const reject of rejects) outputs.tell(placeLine(reject))
  if (outputs.rejects && rejects.length > 0)
    await outputs.rejects.write(rejects.map(reject => `${jsonText(reject)}\n`).join(''))
  await putFindings(findings, state)
}

async function putFindings(findings: readonly Finding[], {outputs, summary}: State): Promise<void> {
  countFindings(summary, findings)
  if (outputs.findings && findings.length > 0)
    await outputs.findings.write(findings.map(it => `${jsonText(it)}\n`).join(''))
}

/** `dump.txt:12:3456 frame-broken Unexpected line feed in a string, expected …` */
function placeLine({file, line, offset, rule, message}: Reject | Finding): string {
  return visible(`${file}:${line}:${offset} ${rule} ${message}`)
}

/** A finding about an input as a whole. */
function findingIn({name}: Input, rule: DefectId, message: string): Finding {
  return {
    rule,
    severity: defects[rule][0],
    pointer: '',
    message,
    value: null,
    recordId: null,
    file: name,
    line: 1,
    offset: 0,
  }
}
