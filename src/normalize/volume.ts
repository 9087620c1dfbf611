import type {Note} from '../record/finding.js'
import {arxivIn} from './arxiv.js'
import {excerpt} from './excerpt.js'
import {isPlaceholder, something} from './nothing.js'

export interface VolumeAndIssue {
  readonly volume: string | null
  readonly issue: string | null
  /** An arXiv id that stood in place of the volume, as Semantic Scholar has it for CoRR. */
  readonly arxiv?: string
}

/** Longer than any real one; what is longer is kept as it is. */
const LONGEST = 200

/**
 * Volume and issue apart. ("12 5", null) → 12 and 5, ("273(Pt 1)", null) → 273 and "Pt 1", ("Volume 14", null) → 14, ("abs/2404.13957", null) →
 * arXiv 2404.13957. The volume is the leading digits with an optional letter, a Roman numeral or a digit range; the rest is the issue.
 * What starts otherwise is kept whole ("AU-13"), a phrase with `volume-invalid`. `noteIssue` is for what is wrong with the issue's own field.
 */
export function volumeAndIssueOf(
  volume: string | null,
  issue: string | null,
  note: Note,
  noteIssue: Note = note,
): VolumeAndIssue {
  const ownIssue = issueOf(issue, noteIssue)
  if (volume === null || /^[1-9]\d{0,8}$/.test(volume)) return {volume, issue: ownIssue}
  const value = numberOf(volume, note)
  if (value === null) return {volume: null, issue: ownIssue}
  const arxiv = arxivIn(value)
  if (arxiv !== null) {
    note(
      'volume-not-canonical',
      `Unexpected arXiv id ${excerpt(value)}, expected a volume; taken for the arXiv id`,
      volume,
    )
    return {volume: null, issue: ownIssue, arxiv}
  }
  if (value.length > LONGEST) return {volume: kept(value, volume, note), issue: ownIssue}
  return split(value, ownIssue, volume, note)
}

/** One line; null when it is blank, zero, or says that there is none yet. */
function numberOf(text: string, note: Note): string | null {
  const value = something(text, note)?.replace(/\s+/g, ' ') ?? null
  return value !== null && isNone(value) ? none(value, text, note) : value
}

function isNone(value: string): boolean {
  return value === '' || NONE_YET.test(value) || isPlaceholder(value)
}

function none(value: string, text: string, note: Note): null {
  note('value-placeholder', `Unexpected placeholder ${excerpt(value)}, expected a number or nothing; dropped`, text)
  return null
}

const NONE_YET =
  /^(?:0{1,4}|(?:publish |published |e-?pub )?ahead[ -]of[ -]print|aop|in press|online ?first|early ?view|latest articles|forthcoming|to appear|accepted)$/i
const VOLUME_LABEL =
  /^(?:vol(?:ume|umen|\.)?|v\.|bd\.?|band|t\.|tomo?|tome|jg\.?|jahrg(?:ang|\.)?|n[\u00b0\u00ba]\.?|\u2116|\u7b2c)[\s.:]{0,3}(?=[\divxlcm])/i
const ISSUE_LABEL =
  /^(?:no\.?|nos\.?|nr\.?|n[\u00b0\u00ba.]|\u2116|#|issues?|iss\.?|n\u00fam(?:ero|\.)?|num(?:ber|\.)|heft|\u7b2c)[\s.:]{0,3}(?=\d)/i
/** Digits with an optional letter or a digit range, or a Roman numeral; then the end, white space, a bracket, or a separator. */
const HEAD =
  /^(\d{1,9}(?:[-\u2010-\u2013/]\d{1,9})?[a-z]?|(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?=[.,:;]?$|[\s([]|[,:;] ?(?!\d{3}(?:\D|$))|\u5377|suppl|pt\b)/i

function split(value: string, ownIssue: string | null, text: string, note: Note): VolumeAndIssue {
  const {bare, head} = headOf(value, text, note)
  if (head === null) return {volume: kept(value, text, note), issue: ownIssue}
  const rest = issueIn(bare.slice(head.length).replace(/^\s?[\u5377.,:;]?\s?/, ''))
  const issue = isNone(rest) ? null : rest
  if (issue !== null && ownIssue !== null && issue !== ownIssue) {
    const message = `Unexpected ${excerpt(issue)} after the volume, expected issue ${excerpt(ownIssue)} or nothing; kept`
    note('volume-issue-joined', message, text)
    return {volume: value, issue: ownIssue}
  }
  const volume = isNone(head) ? null : head.replace(/[\u2010-\u2013]/, '-')
  if (issue !== null) {
    const message = `Unexpected ${excerpt(value)}, expected the volume alone; split into ${volume ?? 'none'} and ${excerpt(issue)}`
    note('volume-issue-joined', message, text)
  } else if (volume !== value) {
    note(
      'volume-not-canonical',
      `Unexpected form ${excerpt(value)}, expected the volume alone; read as ${volume}`,
      text,
    )
  }
  return {volume, issue: issue ?? ownIssue}
}

/** The volume at the head of the text: "" when the text says that there is none ("null 18", "\u7b2c3\u671f"), null when it cannot be told. */
function headOf(value: string, text: string, note: Note): {bare: string; head: string | null} {
  const blank = /^(?:null|none|undefined|n\/a)\s(?=\S)/i.exec(value)?.[0]
  if (blank !== undefined) {
    none(blank.trim(), text, note)
    return {bare: value.slice(blank.length), head: ''}
  }
  if (/^\u7b2c?\s?\d{1,9}\s?\u671f$/.test(value)) return {bare: value, head: ''}
  const bare = unbracketed(value).replace(VOLUME_LABEL, '')
  return {bare, head: HEAD.exec(bare)?.[1] ?? /^PP(?= \d{1,9}$)/.exec(bare)?.[0] ?? null}
}

/** A single word with a digit or in capitals is how some journals number ("AU-13", "PP"); a phrase is not. */
function kept(value: string, text: string, note: Note): string {
  if (!/^(?=\S*\d)\S{1,20}$|^\p{Lu}{1,4}$/u.test(value)) {
    note('volume-invalid', `Unexpected ${excerpt(value)}, expected a volume; kept`, text)
  }
  return value
}

function issueOf(text: string | null, note: Note): string | null {
  if (text === null || /^[1-9]\d{0,8}$/.test(text)) return text
  const value = numberOf(text, note)
  if (value === null) return null
  const issue = value.length > LONGEST ? value : issueIn(value)
  if (isNone(issue)) return none(value, text, note)
  if (issue !== value)
    note('volume-not-canonical', `Unexpected form ${excerpt(value)}, expected the issue alone; read as ${issue}`, text)
  return issue
}

/** Without a label and the outer brackets, with ASCII hyphens: "(Pt 1)" → "Pt 1", "no. 3" → "3", "1\u20132" → "1-2". */
function issueIn(value: string): string {
  let issue = value
  for (let before = ''; before !== issue && issue.length < LONGEST + 9; ) {
    before = issue
    issue = unbracketed(issue)
      .replace(ISSUE_LABEL, '')
      .replace(/(\d)\s?\u671f$/, '$1')
      .replace(/(\d)\s?[\u2010-\u2014]\s?(?=\d)/g, '$1-')
  }
  return issue
}

function unbracketed(value: string): string {
  return /^[([]([^()[\]]{1,200})[)\]]$/.exec(value)?.[1]?.trim() ?? value
}
