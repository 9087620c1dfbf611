import {existsSync, readFileSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {dialects} from '../src/dialects/index.js'
import {normalizeRaw} from '../src/pipeline/normalize-raw.js'
import {loadLibraries} from '../src/pipeline/with-libraries.js'
import type {JsonObject} from '../src/record/decoded.js'
import {canonicalRecord} from '../src/record/schema.js'

beforeAll(loadLibraries)

function linesOf(id: string): JsonObject[] {
  return readFileSync(`fixtures/dialects/${id}.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as JsonObject)
}

describe.each(dialects.map(dialect => dialect.id))('%s', id => {
  it('has a fixture', () => {
    expect(existsSync(`fixtures/dialects/${id}.ndjson`)).toBe(true)
  })

  it('alone matches each of its records', () => {
    for (const raw of linesOf(id)) {
      expect(dialects.filter(dialect => dialect.matches(raw)).map(dialect => dialect.id)).toEqual([id])
    }
  })

  it('comes out as canonical records that the schema accepts', () => {
    for (const raw of linesOf(id)) {
      const {record, problems} = normalizeRaw(raw)
      expect(problems.filter(it => it.rule === 'dialect-mismatch')).toEqual([])
      expect(canonicalRecord.safeParse(record).error?.issues ?? []).toEqual([])
    }
  })

  it('does not change its raw records', () => {
    for (const raw of linesOf(id)) {
      const before = JSON.stringify(raw)
      normalizeRaw(deepFreeze(raw))
      expect(JSON.stringify(raw)).toBe(before)
    }
  })
})

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') for (const member of Object.values(value)) deepFreeze(member)
  return Object.freeze(value)
}
