import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {isRecordKey} from '../src/dialects/index.js'
import type {Format} from '../src/formats/format.js'
import {formatOf} from '../src/formats/index.js'
import {Framer} from '../src/framing/framer.js'
import {convert} from '../src/pipeline/convert.js'
import {authorLineOf, rawRecordOf} from '../src/pipeline/raw-record.js'
import {withLibraries} from '../src/pipeline/with-libraries.js'
import {PROGRAM, temporaryFolder} from './support/citenorm.js'
import {scrapeLine} from './support/scrape.js'

const DUMP = [
  readFileSync('fixtures/seed.txt', 'utf8'),
  readFileSync('fixtures/dialects/s2-scrape.ndjson', 'utf8'),
  readFileSync('fixtures/records.ndjson', 'utf8'),
  '{"title":"cut in the mid',
  `[${scrapeLine({doi: '10.5555/a'})}, null, ${scrapeLine({doi: '10.5555/b', title: '\u4e2d\u6587\u6807\u9898'})}]`,
  JSON.stringify({total: 1, data: [JSON.parse(scrapeLine({doi: '10.5555/c'}))]}, null, 2),
].join('\n')

/** Everything that comes out of a dump that arrives in pieces of a size. */
async function out(pieceBytes: number): Promise<string> {
  const format = formatOf('ndjson') as Format
  const framer = new Framer({
    maxRecordBytes: 1 << 24,
    claims: value => rawRecordOf(value, null) !== null,
    knowsKey: isRecordKey,
    authorLine: value => authorLineOf(value, null),
  })
  const bytes = new TextEncoder().encode(DUMP)
  const blocks = []
  for (let at = 0; at < bytes.length; at += pieceBytes) blocks.push(framer.push(bytes.slice(at, at + pieceBytes)))
  blocks.push(framer.end())
  const results = []
  for (const block of blocks) {
    if (block.length > 0)
      results.push(await withLibraries(() => convert(block, {file: 'dump', format, dialect: null, locate: true})))
  }
  return JSON.stringify({
    texts: results.flatMap(result => result.texts),
    rejects: results.flatMap(result => result.rejects),
    findings: results.flatMap(result => result.findings),
  })
}

describe('the same bytes', () => {
  it('come out however the input comes in', async () => {
    const whole = await out(1 << 20)
    expect(JSON.parse(whole)).toMatchObject({rejects: [{rule: 'frame-broken'}]})
    for (const pieceBytes of [1, 7, 64, 4096]) expect(await out(pieceBytes)).toBe(whole)
  })

  it('come out in any locale and time zone, from a file and a pipe', () => {
    const path = join(temporaryFolder(), 'dump')
    writeFileSync(path, DUMP)
    const run = (env: Record<string, string>, args: string[], input = '') =>
      spawnSync(process.execPath, [PROGRAM, '-q', ...args], {encoding: 'utf8', input, env: {...process.env, ...env}})
        .stdout
    const plain = run({TZ: 'UTC', LC_ALL: 'C'}, [path])
    expect(plain.split('\n').length).toBeGreaterThan(15)
    expect(run({TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8'}, [path])).toBe(plain)
    expect(run({TZ: 'America/St_Johns'}, [], DUMP)).toBe(plain)
  })
})
