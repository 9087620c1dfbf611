import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {isKnownLabel} from './section-label.js'

/**
 * The text of an abstract without the word "Abstract" before it, where that is certain: "Abstract. We show" → "We
 * show", but "Abstract algebra is" stays, without a note, as do "Summary: …" and the sign <正> of CNKI. Noted, also where it stays and
 * may be a heading.
 */
export function withoutLeadingWord(text: string, note: Note): string {
  const match = LEADING.exec(text)
  if (!match) return text
  const [whole, word = ''] = match
  const rest = text.slice(whole.length)
  const isClosed = /[.:\uff1a\]\u3011\u2013\u2014-]\s*$/.test(whole)
  const isAbstract = /^abstract$|\u6458/i.test(word)
  if (isAbstract && !isClosed && word !== 'ABSTRACT' && /^\p{Ll}/u.test(rest)) return text
  if (isNoAbstract(text)) return text
  if (!isAbstract && !isClosed && word !== '') return text
  const isCapitals = word === 'ABSTRACT' && /^(?:\p{Lu}?\p{Ll}|\p{Lu}\s)/u.test(rest)
  const isCertain = isAbstract && (rest === '' || isClosed || isCapitals || OPENING.test(rest) || startsWithLabel(rest))
  const outcome = isCertain ? 'dropped' : 'kept'
  note(
    'abstract-boilerplate',
    `Unexpected heading ${excerpt(whole.trim())}, expected the abstract alone; ${outcome}`,
    isCertain ? whole : null,
  )
  return isCertain ? rest : text
}

/** True for a text that only says that there is no abstract. "[Abstract not available]" → true. */
export function isNoAbstract(text: string): boolean {
  return NO_ABSTRACT.test(text)
}

const NO_ABSTRACT =
  /^\W?(?:no abstract(?: is)?(?: available| provided| found)?|abstract(?: is)? (?:not available|unavailable|missing|n\/a)|\u6682\u65e0\u6458\u8981|\u65e0\u6458\u8981)\W{0,2}$/i

function startsWithLabel(text: string): boolean {
  const colon = text.slice(0, 60).indexOf(':')
  return colon > 2 && isKnownLabel(text.slice(0, colon))
}

/**
 * The text without what stands after the abstract's end: "… cells. ©2016 AACR." → "… cells.", "(ABSTRACT TRUNCATED AT
 * 250 WORDS)" → "". Where it may be a sentence of the abstract it stays. All of it is noted. A whole text can be a
 * notice only where it `isLast` of several.
 */
export function withoutTrailingNotice(text: string, isLast: boolean, note: Note): string {
  let rest = text
  const truncated = TRUNCATED.exec(rest.slice(-60))
  if (truncated) {
    rest = rest.slice(0, rest.length - truncated[0].length).trimEnd()
    note(
      'abstract-truncated',
      `Unexpected ${excerpt(truncated[0])}, expected the whole abstract; dropped`,
      truncated[0],
    )
  }
  const at = noticeStart(rest, isLast)
  if (at < 0) return rest
  const notice = rest.slice(at)
  const isCertain = isNotice(notice)
  note(
    'abstract-boilerplate',
    `Unexpected notice ${excerpt(notice)}, expected the abstract alone; ${isCertain ? 'dropped' : 'kept'}`,
    isCertain ? notice : null,
  )
  return isCertain ? rest.slice(0, at).trimEnd() : rest
}

const LEADING =
  /^(?:<\u6b63>|[[\u3010]?(abstract|summary|resumo|resumen|r\u00e9sum\u00e9|zusammenfassung|riassunto|\u6458\u8981|\u8981\u65e8|\u6284\u9332)[\]\u3011]?(?:\s*[.:\uff1a]|\s+[\u2013\u2014-](?=\s)|(?=\s)|$))\s*/i
// Words that begin a sentence, so that the word before them does not belong to it.
const OPENING =
  /^(?:A|An|The|This|These|We|Our|In|It|I|There|To|For|From|By|With|On|At|As|If|How|What|Why|When|Where|While|Although|Despite|Since|Because|Here|Can|Is|Are|Do|Does|One|Two|Many|Most|Some|Recent|Recently|O|Os|As|Este|Esta|El|La|Los|Las|En|Se|Le|Les|Die|Der|Das|Background|Objectives?|Introduction|Purpose|Aims?|Context|Motivation|BACKGROUND|OBJECTIVES?|INTRODUCTION|PURPOSE|AIMS?)\b(?!-)/
const TRUNCATED = /\(?\s*abstract truncated(?: at \d+ words)?\s*\)?\.?\s*$/i

// Where a notice can start: after a sentence, at a copyright sign or word.
const NOTICE =
  /(?:\(PsycINFO Database Record )?(?:\bcopyright\s{0,3})?(?:\u00a9|\(c\)(?=\s?\d{4}|\scopyright))|\bcopyright (?=\d{4}|by |of )/gi
const LONGEST = 220

function hasCopyright(text: string): boolean {
  return text.includes('\u00a9') || text.includes('(c)') || text.includes('(C)') || /copyright/i.test(text)
}

function noticeStart(text: string, isLast: boolean): number {
  const from = Math.max(0, text.length - LONGEST)
  const tail = text.slice(from)
  if (!hasCopyright(tail)) return -1
  for (const match of tail.matchAll(NOTICE)) {
    const at = from + match.index
    const before = text.slice(Math.max(0, at - 3), at)
    if (isLast && at === 0) return at
    if (before.endsWith('\n\n') || /[.!?)\]\u3002"\u201d>]\s*$/.test(before)) return at
  }
  return -1
}

/** A sign or a year, then names only: a notice has no verbs, but for the few of its own. */
function isNotice(notice: string): boolean {
  if (/^(?:copyright\s*)?(?:\u00a9|\(c\))\.?$/i.test(notice)) return true
  if (!/\d{4}/.test(notice.slice(0, 70))) return false
  const words = notice.replace(/\([^()]*\)/g, ' ').match(/[\p{L}][\p{L}'\u2019\u2010-]*/gu) ?? []
  return words.every(word => /^\p{Lu}/u.test(word) || NOTICE_WORDS.has(word))
}

const NOTICE_WORDS = new Set(
  `c of the and for by in on behalf published article an is under an open access all rights reserved inc ltd gmbh und et de la le y du der
  to licensee license licence exclusive journals press copyright see main text related commentary from with permission an`.split(
    /\s+/,
  ),
)
