import type {Note} from '../record/finding.js'
import {htmlLibrary} from './html-library.js'

/**
 * Decodes character references once: those that end in `;`, and the legacy names of HTML that are followed neither by
 * `=` nor by a letter or digit. "&amp;ndash;" → "&ndash;", "&eacute;" → "é", "?lang=en&sect=3" stays. An unknown name
 * stays and is noted. HTML §13.2.5.72–80; he.decode alone turns `&sect=3` into `§=3`.
 */
export function decodeEntities(text: string, note: Note): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (reference: string, at: number) => {
    if (reference.endsWith(';')) return OFTEN.get(reference) ?? decodeWhole(reference, note)
    const next = text.charAt(at + reference.length)
    if (/[=A-Za-z0-9]/.test(next)) return reference
    return decodeLegacy(reference)
  })
}

const REFERENCE = /&(?:#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31});?/g

// What abstracts are full of; he knows the other 2,200.
const OFTEN: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'], ['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&apos;', "'"], ['&nbsp;', '\u00a0'],
  ['&ndash;', '\u2013'], ['&mdash;', '\u2014'], ['&lsquo;', '\u2018'], ['&rsquo;', '\u2019'], ['&ldquo;', '\u201c'], ['&rdquo;', '\u201d'],
  ['&hellip;', '\u2026'], ['&thinsp;', '\u2009'], ['&deg;', '\u00b0'], ['&plusmn;', '\u00b1'], ['&micro;', '\u00b5'], ['&times;', '\u00d7'],
  ['&alpha;', '\u03b1'], ['&beta;', '\u03b2'], ['&gamma;', '\u03b3'], ['&ge;', '\u2265'], ['&le;', '\u2264'], ['&minus;', '\u2212'],
]) // biome-ignore format: a table

function decodeWhole(reference: string, note: Note): string {
  if (reference.charAt(1) === '#') return decodeNumber(reference, note)
  const text = htmlLibrary().decode(reference)
  // he reads `&copyright;` as `&copy` and "right;": a name that is not known whole is not known.
  if (text !== reference && (!text.endsWith(';') || reference === '&semi;')) return text
  note('entity-unknown', `Unexpected character reference "${reference}", expected one that HTML knows; kept`, reference)
  return reference
}

/** Numbers 128–159 mean windows-1252 (HTML §13.2.5.80); zero, surrogates and what is beyond Unicode mean nothing. */
function decodeNumber(reference: string, note: Note): string {
  const digits = reference.replace(/[&#;]/g, '')
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  if (code > 127 && code < 160) return htmlLibrary().decode(reference.endsWith(';') ? reference : `${reference};`)
  if (code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)) return String.fromCodePoint(code)
  note(
    'entity-unknown',
    `Unexpected character reference "${reference}", expected a character of Unicode; kept`,
    reference,
  )
  return reference
}

function decodeLegacy(reference: string): string {
  if (reference.charAt(1) === '#') return decodeNumber(reference, () => {})
  return LEGACY.test(reference) ? (OFTEN.get(`${reference};`) ?? htmlLibrary().decode(reference)) : reference
}

// The names that HTML reads without `;`: those of ISO 8859-1 (HTML §13.5).
const LEGACY =
  /^&(?:[AEIOUYaeiouy]acute|[AEIOUaeiou](?:circ|grave|uml)|yuml|[ANOano]tilde|[Aa]ring|AElig|aelig|[Cc]cedil|[Oo]slash|szlig|ETH|eth|THORN|thorn|amp|AMP|lt|LT|gt|GT|quot|QUOT|copy|COPY|reg|REG|nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|uml|ordf|laquo|not|shy|macr|deg|plusmn|sup[123]|acute|micro|para|middot|cedil|ordm|raquo|frac1[24]|frac34|iquest|times|divide)$/
