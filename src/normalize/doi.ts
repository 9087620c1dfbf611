import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {something} from './nothing.js'

/** What nearly every DOI looks like; nothing in it could be changed, so it is not looked at further. */
const CLEAN = /^10\.\d{4,9}\/[-a-z0-9._()/:]*[a-z0-9]$/
const SHORT = /^10\/(?=\d*[a-z])[a-z0-9]{3,12}$/
/** Where a DOI starts: its prefix and the slash, which may still be percent-encoded or have white space around it. */
const START = /(?:(?<![\w.])|(?<=doi))10\.\d{4,9}(?:\.\d{1,9}){0,4}\s{0,9}(?:\/|%2f)/i
const VALID = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/(?=.*[\p{L}\p{N}])[^\s\p{C}\ufffd]+$/u
/** Far above any registered DOI; a longer text is none, and is not looked at. */
const LONGEST = 2048

/**
 * Bare lower-case DOI. "https://doi.org/10.5555/ABC" → "10.5555/abc". Only ASCII letters fold (DOI Handbook, "Case sensitivity"), the DOI's own
 * `* $ = ~ + #` stay, and a query goes only from a URL. A short DOI (`10/aabbe`) is a valid handle: kept, with a finding.
 * Zero is how sources say that there is none: null. Not a DOI, or one in prose (it may be another paper's): null and `doi-invalid`.
 */
export function doiOf(text: string | null, note: Note): string | null {
  if (text === null || (text.length <= LONGEST && CLEAN.test(text))) return text
  const value = something(text, note)
  if (value === null) return null
  if (value === '0') {
    note('value-placeholder', 'Unexpected placeholder "0", expected a DOI or nothing; dropped', text)
    return null
  }
  const doi = settled(value)
  if (doi === null) {
    note('doi-invalid', `Unexpected ${excerpt(value)}, expected a DOI such as 10.5555/12345678; dropped`, text)
    return null
  }
  if (doi !== value) {
    note('doi-not-canonical', `Unexpected form ${excerpt(value)}, expected a bare lower-case DOI; read as ${doi}`, text)
  }
  const odd = /[^-a-z0-9._;()/:<>[\]*$=~+#&@!,]/u.exec(doi)
  if (odd) note('doi-suspicious-character', `Unexpected "${odd[0]}" in ${doi}, expected none in a DOI; kept`, text)
  if (SHORT.test(doi)) note('doi-short-form', `Unexpected short DOI ${doi}, expected the full one; kept`, text)
  return doi
}

/** True for a DOI that is bare and lower-case already: `10.5555/abc`, not `10.5555/ABC`, `doi:10.5555/abc` or `10.5555/abc.` */
export function isDoi(text: string): boolean {
  return (text.length <= LONGEST && CLEAN.test(text)) || settled(text) === text
}

/**
 * The DOI that a URL certainly holds: of a resolver (doi.org, its mirrors and proxies), or in a publisher's path or `doi=` where
 * its end is certain. "https://www.example.org/doi/full/10.5555/abc?x=1" → "10.5555/abc". Any other page: null, without a finding.
 */
export function doiFromUrl(url: string | null): string | null {
  return url === null ? null : settled(url)
}

/** Read until reading once more changes nothing: what was escaped may hide a second DOI or a closing bracket. */
function settled(text: string): string | null {
  let doi = read(text)
  for (let round = 0; doi !== null && !CLEAN.test(doi) && round < 4; round += 1) {
    const again = read(doi)
    if (again === doi) return doi
    doi = again
  }
  return doi !== null && CLEAN.test(doi) ? doi : null
}

function read(text: string): string | null {
  if (text.length > LONGEST) return null
  const value = legible(text)
  const start = START.exec(value)
  if (start === null) return /%2f/i.test(value) ? readDecoded(value) : shortDoi(value)
  const lead = value.slice(0, start.index)
  const rest = value.slice(start.index)
  if (isLabel(lead)) return finished(firstOf(rest))
  return fromUrl(lead, rest)
}

function readDecoded(value: string): string | null {
  const plain = decoded(value)
  return /%2f/i.test(plain) ? null : read(plain)
}

/** Without invisible characters and HTML escapes (SICI DOIs have `<` and `>`), with ASCII letters for full-width ones. */
function legible(text: string): string {
  let value = text.trim()
  if (/[^ -~]/.test(value)) value = value.replace(/[\p{Cc}\p{Cf}]/gu, c => (/\s/.test(c) ? ' ' : ''))
  if (/[\u3000\uff01-\uff5e]/.test(value)) value = value.normalize('NFKC')
  if (value.includes('&'))
    value = value
      .replace(/&(?:amp;)*lt;/gi, '<')
      .replace(/&(?:amp;)*gt;/gi, '>')
      .replace(/&(?:amp;)+/gi, '&')
  return value.trim()
}

/** True where nothing but a label stands before the DOI: `doi:`, `DOI `, `urn:doi:`, `info:doi/`, `(`. */
function isLabel(lead: string): boolean {
  if (lead === '') return true
  if (lead.length > 40 || /\d/.test(lead)) return false
  const letters = lead.replace(/[^\p{L}]+/gu, '').toLowerCase()
  return /^(?:urn|info|article)?(?:doi){0,2}(?:number|no)?$/.test(letters) || letters === 'digitalobjectidentifier'
}

const RESOLVER =
  /(?:^|[/:=@\s])(?:www\.|dx\.)?(?:doi[.-][\w.-]{2,99}|hdl\.handle\.net)(?::\d{1,5})?\/+(?:(?:urn:|info:)?doi[:/]\s?)?$/i
const PUBLISHER = /^https?:\/\/[^?#]*\/doi(?:\/[a-z-]{2,12}){0,2}\/$/i
const PARAMETER = /[?&](?:doi|id)=(?:doi:|info:doi\/)?$/i
const PAGE_OF_DOI =
  /(?:\/(?:full|full-?text|full-?pdf|abstract|summary|pdf|pdfdirect|epdf|epub|xml|html?|meta|references|citation)|\.(?:pdf|html?|xml|epub|full|full\.pdf))\/?$/i

function fromUrl(lead: string, rest: string): string | null {
  // In a resolver's URL "#" belongs to the DOI more often than it starts a fragment: 10.1002/(sici)1234…3.3.co;2-#
  if (RESOLVER.test(lead)) return finished(firstOf(rest.replace(/\?.*$/s, '')).replace(/\/+$/, ''))
  if (!/^https?:\/\//i.test(lead) || /\/handle\/$/i.test(lead)) return null
  let doi = decoded(rest.replace(/[?#&].*$/s, ''))
    .replace(PAGE_OF_DOI, '')
    .replace(/\/+$/, '')
  if (/(?:bio|med)rxiv\.org\//i.test(lead)) doi = doi.replace(/v\d{1,3}(?:\.full(?:-text)?)?$/, '')
  // A further segment of letters alone is some page of the publisher's rather than the end of a DOI.
  if (PUBLISHER.test(lead)) return /\/.*\/[a-z]+$/i.test(doi) ? null : finished(doi)
  // Elsewhere a further path segment may or may not be the DOI's own, and so may a file name's suffix.
  const isCertain = (PARAMETER.test(lead) || /^[^?#]*\/$/.test(lead)) && doi.split('/').length === 2
  return isCertain ? finished(doi) : null
}

/** `10/aabbe` with a label or a resolver before it; doi.org alone also takes it without `10/`. */
function shortDoi(value: string): string | null {
  const [, lead, bare] = /^([^\s]*?(?:doi[:/\s]{0,3})?)(10\s?\/\s?[a-z0-9]{3,12})\/?$/i.exec(decoded(value)) ?? []
  const short = bare?.replace(/\s/g, '').toLowerCase() ?? ''
  if (lead !== undefined && SHORT.test(short))
    return /^\/?$/.test(lead) || isLabel(lead) || RESOLVER.test(lead) ? short : null
  const code = /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/(?=[a-z]*\d)([a-z0-9]{3,12})\/?$/i.exec(value)?.[1]
  const implied = `10/${code?.toLowerCase()}`
  return code !== undefined && SHORT.test(implied) ? implied : null
}

/**
 * The first of several DOIs, and what is before a remark: "10.5555/a; 10.5555/b", "10.5555/a (print)". Other text after white space
 * may be the rest of a broken DOI: kept, so that it is found invalid.
 */
function firstOf(rest: string): string {
  const joined = rest.replace(/^(10[\d.]{5,40})\s*(\/|%2f)\s*/i, '$1$2')
  const next = /[;,|\s]\s*(?:doi:\s?|https?:\/\/|10\.\d{4,9}\/)/i.exec(joined)
  const first = next === null ? joined : joined.slice(0, next.index)
  const gap = first.search(/\s/)
  if (gap < 0) return first
  return /[.,;]$/.test(first.slice(0, gap)) || /^\s+[([{|]/.test(first.slice(gap)) ? first.slice(0, gap) : first
}

function finished(text: string): string | null {
  const doi = trimmed(decoded(text)).replace(/[A-Z]+/g, letters => letters.toLowerCase())
  return VALID.test(doi) ? doi : null
}

/** Percent-decoded until nothing changes, so that decoding once more never changes a DOI. */
function decoded(text: string): string {
  let value = text
  for (let round = 0; round < 4 && /%[0-9a-f]{2}/i.test(value); round += 1) {
    try {
      value = decodeURIComponent(value.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    } catch {
      return value
    }
  }
  return /%[0-9a-f]{2}/i.test(value) ? '' : value
}

const CLOSERS: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{', '>': '<'}

/** Without the punctuation of the sentence around it; a closing bracket goes only when nothing opens it. An ellipsis: cut off, "". */
function trimmed(text: string): string {
  if (/(?:\.\.|\u2026)$/.test(text)) return ''
  let end = text.length
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1)
    const opener = CLOSERS[last]
    if (
      opener === undefined ? !/[.,;:'"\u2019\u201d\u00bb\s]/.test(last) : isBalanced(text.slice(0, end), opener, last)
    )
      break
  }
  return text.slice(0, end)
}

function isBalanced(text: string, opener: string, closer: string): boolean {
  return text.split(opener).length >= text.split(closer).length
}
