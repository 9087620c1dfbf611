import type {Format} from './format.js'
import {escapeControls} from './json-text.js'

export const json: Format = {
  id: 'json',
  summary: 'one array of canonical records, indented',
  extension: 'json',
  begin: '[',
  separator: ',',
  end: '\n]\n',
  write: record => `\n${escapeControls(JSON.stringify(record, null, 2)).replace(/^/gm, '  ')}`,
}
