// Measures quality on the real records of ../shared/corpus, which are not part of the project; stops politely without them.
//   npm run score [-- --misses FIELD]
import {execFileSync, spawnSync} from 'node:child_process'
import {closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'

const CORPUS = '../shared/corpus'
if (!existsSync(`${CORPUS}/score.mjs`)) {
  console.log(`no corpus at ${CORPUS}: nothing to measure`)
  process.exit(0)
}
mkdirSync('.bench', {recursive: true})
for (const name of ['records', 'truth']) {
  writeFileSync(`.bench/${name}.ndjson`, gunzipSync(readFileSync(`${CORPUS}/open/${name}.ndjson.gz`)))
}
const out = openSync('.bench/out.ndjson', 'w')
const args = [
  'dist/citenorm.js',
  '--locate',
  '--findings',
  '.bench/findings.ndjson',
  '--summary',
  '.bench/summary.json',
  '.bench/records.ndjson',
]
const {status} = spawnSync(process.execPath, args, {stdio: ['ignore', out, 'inherit']})
closeSync(out)
if (status !== 0) process.exit(status ?? 70)
execFileSync(
  process.execPath,
  [`${CORPUS}/score.mjs`, '.bench/truth.ndjson', '.bench/out.ndjson', ...process.argv.slice(2)],
  {stdio: 'inherit'},
)
