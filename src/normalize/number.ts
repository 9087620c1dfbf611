import type {Scalar} from '../record/decoded.js'
import type {DefectId} from '../record/defects.js'
import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

/**
 * A count: a whole number from 0. "0" → 0, for no citation is a count; "1,234" → 1234 (noted). Blank: null; anything else: null and
 * `citation-count-invalid`.
 */
export function countOf(value: Scalar, note: Note): number | null {
  if (typeof value === 'number' && isCount(value)) return value
  const text = textOf(value, 'citation-count-invalid', 'a count', note)
  if (text === null) return null
  const digits = /^\d{1,3}(?:,\d{3}){1,4}$/.test(text) ? text.replaceAll(',', '') : text
  const count = /^\d{1,16}(?:\.0{1,9})?$/.test(digits) ? Number(digits) : Number.NaN
  if (!isCount(count)) return refuse(text, value, 'citation-count-invalid', 'a count', note)
  if (digits !== text)
    note('wrong-type', `Unexpected separators in ${excerpt(text)}, expected a number; read as ${count}`, value)
  return count
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

/**
 * A journal's impact factor, greater than 0 and less than 1000. "1.7000" → 1.7. 0 is how sources say that there is none: null.
 * Anything else (`<0.1`, Infinity): null and `impact-factor-invalid`.
 */
export function impactFactorOf(value: Scalar, note: Note): number | null {
  if (value === 0) return null
  const text = textOf(value, 'impact-factor-invalid', 'an impact factor', note)
  if (text === null) return null
  const point = /^\d{1,3},\d{1,4}$/.test(text) ? text.replace(',', '.') : text
  const factor = /^\d{1,6}(?:\.\d{0,20})?$|^\.\d{1,20}$|^\d(?:\.\d{1,20})?e[-+]?\d{1,3}$/i.test(point)
    ? Number(point)
    : Number.NaN
  if (factor === 0) return null
  if (!(factor > 0 && factor < 1000)) return refuse(text, value, 'impact-factor-invalid', 'an impact factor', note)
  if (point !== text)
    note('wrong-type', `Unexpected comma in ${excerpt(text)}, expected a number; read as ${factor}`, value)
  return factor
}

/**
 * Quartile of the Journal Citation Reports, `Q1` to `Q4`. "q2", 2 → "Q2", with `jcr-quartile-not-canonical`. 0 is none: null; anything else, such
 * as "2\u533a", which is a zone of the Chinese Academy of Sciences: null and `jcr-quartile-invalid`.
 */
export function quartileOf(value: Scalar, note: Note): string | null {
  if (typeof value === 'string' && /^Q[1-4]$/.test(value)) return value
  const text = textOf(value, 'jcr-quartile-invalid', 'a quartile from Q1 to Q4', note)
  if (text === null || text === '0') return null
  const digit = /^(?:jcr\s?)?q?\s?([1-4])$/i.exec(text)?.[1]
  if (digit === undefined) return refuse(text, value, 'jcr-quartile-invalid', 'a quartile from Q1 to Q4', note)
  const quartile = `Q${digit}`
  if (text.replace(/\s/g, '') !== quartile) {
    const message = `Unexpected form ${excerpt(text)}, expected a quartile from Q1 to Q4; read as ${quartile}`
    note('jcr-quartile-not-canonical', message, value)
  }
  return quartile
}

/** Zone of the Chinese Academy of Sciences' journal ranking, 1 to 4. "2\u533a" → 2. 0 is none: null; anything else: null and `cas-zone-invalid`. */
export function casZoneOf(value: Scalar, note: Note): number | null {
  if (value === 0 || value === 1 || value === 2 || value === 3 || value === 4) return value === 0 ? null : value
  const text = textOf(value, 'cas-zone-invalid', 'a zone from 1 to 4', note)
  if (text === null || text === '0') return null
  const zone = /^([1-4\u4e00\u4e8c\u4e09\u56db])(?:\.0{1,4})?\s?[\u533a\u5340]?$/.exec(text)?.[1]
  if (zone === undefined) return refuse(text, value, 'cas-zone-invalid', 'a zone from 1 to 4', note)
  return Number(zone) || '\u4e00\u4e8c\u4e09\u56db'.indexOf(zone) + 1
}

/** True or false, also as `"true"`, `1`, `"yes"`, `"\u662f"`. Blank: null; anything else: null and `wrong-type`. */
export function booleanOf(value: Scalar, note: Note): boolean | null {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'number' ? String(value) : something(value, note)
  if (text === null) return null
  if (/^(?:true|t|yes|y|1|\u662f)$/i.test(text)) return true
  if (/^(?:false|f|no|n|0|\u5426)$/i.test(text)) return false
  return refuse(text, value, 'wrong-type', 'true or false', note)
}

/** The digits of a scalar; null when it is blank, or noted when it is a boolean or a number that is none. */
function textOf(value: Scalar, rule: DefectId, expected: string, note: Note): string | null {
  if (typeof value === 'string' || value === null) return something(value, note)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  // JSON has no Infinity or NaN: a finding carries their name.
  return refuse(String(value), String(value), rule, expected, note)
}

function refuse(text: string, value: Scalar, rule: DefectId, expected: string, note: Note): null {
  note(rule, `Unexpected ${excerpt(text)}, expected ${expected}; dropped`, value)
  return null
}
