import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {canonicalRecord, schemas} from '../src/record/schema.js'
import {citenorm, recordsOf, temporaryFolder} from './support/citenorm.js'

describe('citenorm schema', () => {
  it('prints the schema of the record, with every key required and no other allowed', () => {
    const schema = JSON.parse(citenorm(['schema', 'record']).stdout) as Record<string, unknown>
    const keys = Object.keys(canonicalRecord.shape)
    expect(schema).toMatchObject({type: 'object', required: keys, additionalProperties: false})
    expect(citenorm(['schema']).stdout).toBe(citenorm(['schema', 'record']).stdout)
  })

  it('is held by what comes out, in the order of its keys', () => {
    const records = recordsOf(citenorm(['--locate', 'fixtures/seed.txt', 'fixtures/dialects/s2-scrape.ndjson']).stdout)
    expect(records.length).toBeGreaterThan(5)
    for (const record of records) {
      expect(canonicalRecord.safeParse(record).error?.issues ?? []).toEqual([])
      expect(Object.keys(record)).toEqual(Object.keys(canonicalRecord.shape))
    }
  })

  it('is held by findings', () => {
    const path = `${temporaryFolder()}/findings.ndjson`
    citenorm(['--findings', path, 'fixtures/dialects/s2-scrape.ndjson'])
    const findings = readFileSync(path, 'utf8').trimEnd().split('\n')
    expect(findings.length).toBeGreaterThan(5)
    for (const line of findings) expect(schemas.finding.safeParse(JSON.parse(line)).error?.issues ?? []).toEqual([])
  })

  it('lets nothing else through', () => {
    const [record] = recordsOf(readFileSync('fixtures/records.ndjson', 'utf8'))
    expect(canonicalRecord.safeParse({...record, extra: 1}).success).toBe(false)
    expect(canonicalRecord.safeParse({...record, doi: 'doi:10.5555/x'}).success).toBe(false)
    expect(canonicalRecord.safeParse({...record, issued: '2020-13'}).success).toBe(false)
  })
})
