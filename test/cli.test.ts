import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {citenorm, PROGRAM, recordsOf, temporaryFolder} from './support/citenorm.js'
import {scrapeLine} from './support/scrape.js'

const SEED = readFileSync('fixtures/seed.txt', 'utf8')
const numbered = (count: number) => Array.from({length: count}, (_, index) => scrapeLine({doi: `10.5555/n.${index}`}))
const BROKEN = '{"title":"cut in the mid'

describe('inputs', () => {
  it('reads a file, stdin, and stdin as -', () => {
    const file = citenorm(['fixtures/seed.txt'])
    expect(file.status).toBe(0)
    expect(recordsOf(file.stdout).map(record => record.id)).toEqual(['doi:10.14444/8756'])
    expect(citenorm([], SEED).stdout).toBe(file.stdout)
    expect(citenorm(['-'], SEED).stdout).toBe(file.stdout)
    expect(citenorm(['normalize', 'fixtures/seed.txt']).stdout).toBe(file.stdout)
  })

  it('honours a file argument while stdin is a pipe', () => {
    const run = citenorm(['fixtures/seed.txt'], numbered(3).join('\n'))
    expect(recordsOf(run.stdout)).toHaveLength(1)
  })

  it('reads folders recursively in a stable order, gzip by its magic bytes', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'b/deep'), {recursive: true})
    writeFileSync(join(folder, 'b/deep/x.txt'), scrapeLine({doi: '10.5555/3'}))
    writeFileSync(join(folder, 'a.ndjson'), gzipSync(scrapeLine({doi: '10.5555/1'})))
    writeFileSync(join(folder, 'b.ndjson'), scrapeLine({doi: '10.5555/2'}))
    const run = citenorm(['--locate', folder])
    expect(run.status).toBe(0)
    const files = recordsOf(run.stdout).map(record => [record.doi, record.provenance.source?.file])
    expect(files.map(([doi]) => doi)).toEqual(
      citenorm([folder])
        .stdout.match(/10\.5555\/\d/g)
        ?.filter((_, at) => at % 3 === 0) ?? files.map(([doi]) => doi),
    )
    expect(new Set(files.map(([doi]) => doi))).toEqual(new Set(['10.5555/1', '10.5555/2', '10.5555/3']))
    expect(files.every(([, file]) => file?.startsWith(folder))).toBe(true)
  })

  it('finds nothing in an empty input or a README, and that is no failure', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'README.md'), '# Hello\n\n```json\n{"a": 1, …}\n```\n')
    const findings = join(folder, 'findings.ndjson')
    const readme = citenorm([join(folder, 'README.md'), '--findings', findings])
    expect([readme.status, readme.stdout]).toEqual([0, ''])
    expect(readFileSync(findings, 'utf8')).toContain('"rule":"input-empty"')
    expect(citenorm([], '').status).toBe(0)
  })

  it('reads an input that is named like a command as ./check', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'frame'), SEED)
    expect(recordsOf(citenorm(['./frame'], '', folder).stdout)).toHaveLength(1)
  })

  it('reads GB18030, as a scrape saved on Windows is', () => {
    const bytes = spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], {input: SEED}).stdout
    expect(citenorm([], bytes).stdout).toBe(citenorm([], SEED).stdout)
  })

  it('goes on after an input that it cannot read, and says 2', () => {
    const run = citenorm(['/nowhere/at-all', 'fixtures/seed.txt'])
    expect(run.status).toBe(2)
    expect(recordsOf(run.stdout)).toHaveLength(1)
    expect(run.stderr).toContain('/nowhere/at-all')
  })
})

describe('rejects', () => {
  const dump = [...numbered(2), BROKEN, ...numbered(1), '{"foo":1}', ''].join('\n')

  it('costs one record per broken record, tells each on one line, and exits with 1', () => {
    const run = citenorm([], dump)
    expect(run.status).toBe(1)
    expect(recordsOf(run.stdout)).toHaveLength(3)
    const [first, second, sum] = run.stderr.trimEnd().split('\n')
    expect(first).toMatch(/^-:3:\d+ frame-broken Unexpected line feed/)
    expect(second).toMatch(/^-:5:\d+ dialect-unknown Unexpected object with "foo"/)
    expect(sum).toBe('read 5 = written 3 + duplicates 0 + rejected 2; findings: 2 errors, 0 warnings, 0 infos')
  })

  it('goes whole to --rejects, with its place', () => {
    const path = join(temporaryFolder(), 'rejects.ndjson')
    citenorm(['--rejects', path], dump)
    const rejects = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(rejects.map(reject => reject.raw)).toEqual([BROKEN, '{"foo":1}'])
    expect(Object.keys(rejects[0] ?? {})).toEqual(['file', 'line', 'offset', 'rule', 'message', 'raw'])
    const {offset} = rejects[0] as {offset: number}
    expect(Buffer.from(dump).subarray(offset).toString().startsWith(BROKEN)).toBe(true)
  })

  it.each([
    ['1', 1],
    ['2', 0],
    ['39%', 1],
    ['40%', 0],
    ['100%', 0],
  ])('allows --max-rejects %s of two in five: exit %i', (allowed, status) => {
    expect(citenorm(['--max-rejects', allowed], dump).status).toBe(status)
  })

  it('says nothing with --quiet', () => {
    expect(citenorm(['-q'], dump).stderr).toBe('')
  })
})

describe('outputs', () => {
  it('writes a file that has its name only when it is whole', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'out.ndjson')
    expect(citenorm(['-o', path, 'fixtures/seed.txt']).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(citenorm(['fixtures/seed.txt']).stdout)
    expect(readdirSync(folder)).toEqual(['out.ndjson'])
  })

  it('writes through a symbolic link, and to a device', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'real'), 'old')
    symlinkSync('real', join(folder, 'link'))
    expect(citenorm(['-o', join(folder, 'link'), resolve('fixtures/seed.txt')]).status).toBe(0)
    expect(readFileSync(join(folder, 'real'), 'utf8')).toContain('10.14444/8756')
    expect(citenorm(['-o', '/dev/null', 'fixtures/seed.txt']).status).toBe(0)
  })

  it.each([
    ['-o', '/nowhere/out'],
    ['--rejects', '/nowhere/out'],
    ['--findings', '.'],
    ['--summary', '/nowhere/out'],
  ])('says in one line that it cannot write %s %s, and exits with 2', (flag, path) => {
    const run = citenorm([flag, path, 'fixtures/seed.txt', '-q'])
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/^citenorm: Cannot write .*\n$/)
  })

  it('says in one line that the disk is full', () => {
    const run = citenorm(['-o', '/dev/full', 'fixtures/seed.txt', '-q'])
    expect([run.status, run.stderr]).toEqual([2, 'citenorm: Cannot write "/dev/full": no space left on the device\n'])
  })

  it('says so, too, when there is much to write', () => {
    const run = citenorm(['-o', '/dev/full', '-q'], numbered(500).join('\n'))
    expect([run.status, run.stderr]).toEqual([2, 'citenorm: Cannot write "/dev/full": no space left on the device\n'])
  })

  it('refuses one file for two outputs', () => {
    const path = join(temporaryFolder(), 'out')
    const run = citenorm(['-o', path, '--findings', path, 'fixtures/seed.txt'])
    expect([run.status, existsSync(path)]).toEqual([2, false])
  })

  it('writes one array as json, also of nothing', () => {
    const dump = numbered(3).join('\n')
    const array = JSON.parse(citenorm(['-t', 'json'], dump).stdout) as unknown[]
    expect(array).toEqual(recordsOf(citenorm([], dump).stdout))
    expect(JSON.parse(citenorm(['-t', 'json'], '').stdout)).toEqual([])
  })

  it('sums up in --summary', () => {
    const path = join(temporaryFolder(), 'summary.json')
    citenorm(['--summary', path], [...numbered(2), BROKEN].join('\n'))
    const summary = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    expect(summary).toMatchObject({
      inputs: 1,
      read: 3,
      written: 2,
      duplicates: 0,
      rejected: 1,
      rules: {'frame-broken': 1},
    })
  })

  it('ends quietly with 0 when the reader of the pipe goes', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'dump'), numbered(20_000).join('\n'))
    const run = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "$0" "$1" "$2" | head -n 1 | wc -l`, process.execPath, PROGRAM, join(folder, 'dump')],
      {encoding: 'utf8'},
    )
    expect([run.status, run.stdout.trim(), run.stderr]).toEqual([0, '1', ''])
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('writes what it has read and exits when it gets %s', async (signal, status) => {
    const folder = temporaryFolder()
    const child = spawn(process.execPath, [PROGRAM, '-o', join(folder, 'out')], {stdio: ['pipe', 'ignore', 'pipe']})
    child.stdin.write(`${numbered(10).join('\n')}\n`)
    await new Promise(resolve => setTimeout(resolve, 1500))
    child.kill(signal)
    const code = await new Promise(resolve => child.on('exit', resolve))
    expect(code).toBe(status)
    expect(existsSync(join(folder, 'out'))).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a stop', () => {
  it('leaves out no record that was read whole', async () => {
    const child = spawn(process.execPath, [PROGRAM], {stdio: ['pipe', 'pipe', 'ignore']})
    let text = ''
    child.stdout.on('data', chunk => {
      text += String(chunk)
    })
    child.stdin.write(`${numbered(10).join('\n')}\n${BROKEN}`)
    await new Promise(resolve => setTimeout(resolve, 1500))
    child.kill('SIGTERM')
    const code = await new Promise(resolve => child.on('close', resolve))
    expect([code, recordsOf(text).length]).toEqual([143, 10])
  })
})

describe('a terminal', () => {
  const hostile = '{"title":"\u001b]0;owned\u0007\u009b31m\u202e","authors":'

  it('is never driven by what an input holds', () => {
    const record = scrapeLine({
      title: 'A \u009b31m title \u007f\u001b[2J',
      authors: 'Eve\u009d \u001b[31mDoe',
      doi: '10.5555/\u001bx',
    })
    const run = citenorm([], `${record}\n${hostile}\n`)
    expect(run.stdout + run.stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    expect(recordsOf(run.stdout)).toHaveLength(1)
  })

  it('is never driven by a file name', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a\u001b[31m\n\u009bb.txt')
    writeFileSync(path, BROKEN)
    const run = citenorm([path])
    expect(run.stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(2)
  })
})

describe('bad use', () => {
  it.each([
    [['--nonsense']],
    [['-t', 'yaml', 'fixtures/seed.txt']],
    [['--max-rejects', 'many', 'fixtures/seed.txt']],
    [['--max-rejects', '101%', 'fixtures/seed.txt']],
    [['--max-record-bytes', '0', 'fixtures/seed.txt']],
    [['--encoding', 'klingon', 'fixtures/seed.txt']],
    [['--dialect', 'marc', 'fixtures/seed.txt']],
    [['schema', 'nothing']],
    [['-o']],
  ])('%j is told in one line, with exit 2', args => {
    const run = citenorm(args)
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toMatch(/^citenorm: .+\n$|^.+\n.*read 0 = .*\n$/)
  })

  it.each([['--help'], ['-h'], ['--version'], ['frame --help'], ['normalize --help'], ['help']])(
    '%s is answered on stdout',
    flags => {
      const run = citenorm(flags.split(' '))
      expect(run.status).toBe(0)
      expect(run.stdout.length).toBeGreaterThan(4)
      expect(run.stderr).toBe('')
    },
  )

  it('shows three examples in its help', () => {
    expect(citenorm(['--help']).stdout.match(/^ {2}(?:citenorm|zcat) /gm)).toHaveLength(3)
  })
})

describe('frame', () => {
  it('gives raw records with their place, and normalizing them is normalizing the dump', () => {
    const dump = `${SEED}\n${JSON.stringify(JSON.parse(scrapeLine()), null, 2)}\n[${numbered(2).join(',')}]`
    const frames = citenorm(['frame'], dump)
    expect(frames.status).toBe(0)
    const lines = frames.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toHaveLength(4)
    expect(Object.keys(lines[1] ?? {})).toEqual(['file', 'line', 'offset', 'record'])
    expect(lines[1]?.record).toEqual(JSON.parse(scrapeLine()))
    expect(citenorm(['--locate'], frames.stdout).stdout).toBe(citenorm(['--locate'], dump).stdout)
  })

  it('splits nothing of its own lines again', () => {
    const once = citenorm(['frame'], SEED).stdout
    expect(citenorm(['frame', '-'], once).stdout).toBe(once)
  })
})

describe('normalizing twice is normalizing once', () => {
  it('byte for byte', () => {
    const once = citenorm(['--locate'], `${SEED}\n${numbered(5).join('\n')}`).stdout
    expect(citenorm(['--locate'], once).stdout).toBe(once)
    const array = citenorm(['-t', 'json'], once)
    expect(citenorm([], array.stdout).stdout).toBe(once)
  })

  it('rejects a canonical record that fails the schema, and says which key', () => {
    const record = {...recordsOf(citenorm([], SEED).stdout)[0], issued: 'July 2025'}
    const run = citenorm([], JSON.stringify(record))
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('record-invalid Unexpected string "July 2025" in "issued"')
  })
})
