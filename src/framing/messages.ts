import type {JsonObject} from '../record/decoded.js'

export const UNPARSED = 'Unexpected JSON that the runtime cannot parse, expected a record'
export const SWALLOWED = 'Unexpected records inside a record, expected its end before them'
export const HEADLESS = 'Unexpected end of a record, expected its beginning before it'

export function anotherMessage(expected: string): string {
  return `Unexpected start of another record, expected ${expected}`
}

export function tooLargeMessage(maxRecordBytes: number): string {
  return `Unexpected record of ${maxRecordBytes} bytes or more, expected less than --max-record-bytes`
}

/** `Unexpected object with "x", "y", expected …` */
export function unknownMessage(value: JsonObject): string {
  const keys = Object.keys(value)
  const names = keys.slice(0, 5).map(key => JSON.stringify(key.slice(0, 24)))
  const found = keys.length === 0 ? 'empty object' : `object with ${names.join(', ')}${keys.length > 5 ? ' …' : ''}`
  return `Unexpected ${found}, expected a record of a known dialect`
}
