import type {Note} from '../record/finding.js'
import {doiOf} from './doi.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

/** Scheme, host with at least two labels, port, then nothing that is not a plain character of a URL. */
const CLEAN =
  /^(?:https?|ftp):\/\/[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,9}(?::\d{1,5})?(?:[/?#][-\w.~:/?#[\]@!$'()*+,;=%|{}^]*)?$/i
/** As CLEAN, in any script (RFC 3987), with `&`, but with no white space, control, quote, angle bracket or backslash. */
const VALID =
  /^(?:https?|ftp):\/\/[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63}){1,9}\.?(?::\d{1,5})?(?:[/?#][^\s\p{C}"<>`\\]*)?$/iu
/** A user name or password before the host (RFC 3986, 3.2.1): a secret, or a way to hide the real host. */
const SECRET = /^(?:https?|ftp):\/\/[^\s/?#]*@/i
const LONGEST = 4096

/**
 * A URL that a browser can open: http, https or ftp. What is valid is never changed; white space and `" < > \` \\` are
 * percent-encoded, `//host` gets https, a bare DOI becomes its URL, the first of several is kept, each with `url-not-canonical`.
 * Any other scheme, a user name or password, no host: null and `url-invalid`. RFC 3986
 */
export function urlOf(text: string | null, note: Note): string | null {
  if (text === null || (text.length <= LONGEST && CLEAN.test(text))) return text
  const value = something(text, note)
  if (value === null) return null
  const url = value.length > LONGEST ? null : repaired(value)
  if (url === null) {
    const [found, expected] = SECRET.test(value)
      ? ['user name or password in ', 'a URL without']
      : ['', 'an http, https or ftp URL']
    note('url-invalid', `Unexpected ${found}${excerpt(value)}, expected ${expected}; dropped`, text)
    return null
  }
  if (url !== value)
    note('url-not-canonical', `Unexpected form ${excerpt(value)}, expected a URL; read as ${excerpt(url)}`, text)
  return url
}

/** The URL of a bare DOI. "10.1002/a<b>" → "https://doi.org/10.1002/a%3Cb%3E". What the DOI Handbook says must be encoded, and no more. */
export function urlOfDoi(doi: string): string {
  return `https://doi.org/${doi.replace(/[%"#<>[\]{}|\\^`?\s]/g, c => encodeURIComponent(c))}`
}

function repaired(value: string): string | null {
  if (VALID.test(value) && !/&amp;/i.test(value)) return value
  const scheme = /^(?:https?|ftp):\/\//i
  let url = value
    .replace(/[\p{Cc}\p{Cf}]/gu, c => (/[\t\n\r]/.test(c) ? ' ' : ''))
    .replace(/&(?:amp;)+/gi, '&')
    .trim()
  if (/^\/\/[^/]/.test(url)) url = `https:${url}`
  else if (!scheme.test(url)) {
    const doi = doiOf(url, () => undefined)
    if (doi !== null) return urlOfDoi(doi)
    if (/^www\.[^\s]{3}/i.test(url)) url = `http://${url}`
  }
  const next = url.search(/[\s;,|]\s{0,9}(?:https?|ftp):\/\//i)
  if (next > 0) url = url.slice(0, next)
  url = url.replace(
    /[\s"<>`\\]/g,
    c => `%${c.charCodeAt(0) > 127 ? '20' : c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return VALID.test(url) ? url : null
}
