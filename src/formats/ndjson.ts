import type {Format} from './format.js'
import {jsonText} from './json-text.js'

export const ndjson: Format = {
  id: 'ndjson',
  summary: 'one canonical record per line',
  extension: 'ndjson',
  begin: '',
  separator: '',
  end: '',
  write: record => `${jsonText(record)}\n`,
}
