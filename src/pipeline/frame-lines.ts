import {escapeControls, jsonText} from '../formats/json-text.js'
import type {Frame, Framed} from '../framing/frame.js'
import type {Finding} from '../record/finding.js'
import {beginning, type Converted, findingOf, type Reject} from './convert.js'
import {frameLineSource} from './raw-record.js'

/**
 * frames → lines of `citenorm frame`: `{file, line, offset, record}`, the record as it stood. Page text goes along as `page`, so
 * that normalizing the lines is normalizing the dump.
 */
export function frameLines(block: readonly Framed[], file: string): Converted {
  const texts: string[] = []
  const rejects: Reject[] = []
  const findings: Finding[] = []
  for (const framed of block) {
    if (framed.kind === 'frame') {
      texts.push(frameLine(framed, file))
      continue
    }
    const {line, offset, rule, message, raw} = framed
    rejects.push({file, line, offset, rule, message, raw})
    findings.push(findingOf({rule, message, pointer: '', value: beginning(raw)}, null, {file, line, offset}))
  }
  return {texts, rejects, findings}
}

function frameLine({value, line, offset, text, before, after}: Frame, file: string): string {
  if (frameLineSource(value)) return `${escapeControls(text)}\n`
  const place = jsonText({file, line, offset}).slice(0, -1)
  const page = before === null && after === null ? '' : `,"page":${jsonText({before, after})}`
  // A line feed in JSON text is white space between tokens: none is left inside a string.
  const record = escapeControls(text.replace(/[\r\n]+/g, ' '))
  return `${place},"record":${record}${page}}\n`
}
