import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {formats} from '../src/formats/index.js'
import type {CanonicalRecord} from '../src/record/canonical.js'

const records = readFileSync('fixtures/records.ndjson', 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as CanonicalRecord)

describe.each(formats.map(format => [format.id, format] as const))('%s', (id, format) => {
  const text = format.begin + records.map(format.write).join(format.separator) + format.end

  it('writes its golden file', () => {
    expect(text).toBe(readFileSync(`fixtures/formats/${id}.${format.extension}`, 'utf8'))
  })

  it('is read back by JSON.parse as what was written', () => {
    const back =
      format.extension === 'json'
        ? JSON.parse(text)
        : text
            .trimEnd()
            .split('\n')
            .map(line => JSON.parse(line) as unknown)
    expect(back).toEqual(records)
  })

  it('holds no character that drives a terminal', () => {
    const hostile = {...(records[0] as CanonicalRecord), title: '\u001b[2J\u007f\u009b31m'}
    expect(format.write(hostile)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
  })
})
