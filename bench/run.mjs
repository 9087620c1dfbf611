// Speed beside the floor, and start-up beside `node -e 0`; ratios of one run, since machines differ and are shared.
import {execFileSync, spawnSync} from 'node:child_process'
import {closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync} from 'node:fs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const MEGABYTES = Number(process.env.BENCH_MB ?? 64)
const CITENORM = ['dist/citenorm.js']
mkdirSync('.bench', {recursive: true})

/** Seconds that a run of Node takes. */
function cost(args, output) {
  const out = openSync(output, 'w')
  const start = process.hrtime.bigint()
  const {status} = spawnSync(process.execPath, args, {stdio: ['ignore', out, 'inherit']})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  closeSync(out)
  if (status !== 0) throw new Error(`${args.join(' ')} failed`)
  return seconds
}

/** The best of some rounds, taken in turn so that noise falls on all alike. */
function best(candidates) {
  const times = Object.fromEntries(Object.keys(candidates).map(name => [name, Number.POSITIVE_INFINITY]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(candidates)) times[name] = Math.min(times[name], run())
  }
  return times
}

function row(...cells) {
  console.log(`| ${cells.join(' | ')} |`)
}

console.log(`Node ${process.version}, best of ${ROUNDS} rounds\n`)
row('dump', 'MB', 'floor MB/s', 'citenorm MB/s', 'of the floor', 'with findings')
row('---', '---', '---', '---', '---', '---')
for (const kind of ['seed', 'mix']) {
  const dump = `.bench/${kind}-${MEGABYTES}.ndjson`
  if (!existsSync(dump)) {
    const out = openSync(dump, 'w')
    execFileSync(process.execPath, ['bench/generate.mjs', kind, String(MEGABYTES)], {stdio: ['ignore', out, 'inherit']})
    closeSync(out)
  }
  const megabytes = statSync(dump).size / 1e6
  const times = best({
    floor: () => cost(['bench/floor.mjs', dump], '/dev/null'),
    citenorm: () => cost([...CITENORM, '-q', dump], '/dev/null'),
    findings: () => cost([...CITENORM, '-q', '--findings', '.bench/findings.ndjson', dump], '/dev/null'),
  })
  const speed = seconds => (megabytes / seconds).toFixed(0)
  row(
    kind,
    megabytes.toFixed(0),
    speed(times.floor),
    speed(times.citenorm),
    (times.floor / times.citenorm).toFixed(2),
    (times.floor / times.findings).toFixed(2),
  )
}

console.log()
const starts = best({
  node: () => cost(['-e', '0'], '/dev/null'),
  version: () => cost([...CITENORM, '--version'], '/dev/null'),
  record: () => cost([...CITENORM, '-q', 'fixtures/seed.txt'], '/dev/null'),
})
row('start-up', 'ms', 'of node -e 0')
row('---', '---', '---')
for (const [name, label] of [
  ['node', '`node -e 0`'],
  ['version', '`citenorm --version`'],
  ['record', 'one record, `fixtures/seed.txt`'],
]) {
  row(label, (1000 * starts[name]).toFixed(0), (starts[name] / starts.node).toFixed(2))
}
console.log(`\nbundle: ${(readFileSync('dist/citenorm.js').length / 1024).toFixed(0)} KiB entry`)
