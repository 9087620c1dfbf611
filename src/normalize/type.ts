import type {CslType} from '../record/canonical.js'
import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {fold} from './fold.js'
import {isPlaceholder} from './nothing.js'
import {PRECEDENCE, TYPE_WORDS} from './type-words.js'

/** What else of the record says what it is; any of it may be missing. */
export interface TypeHints {
  readonly title?: string | null
  readonly containerTitle?: string | null
  readonly volume?: string | null
  readonly issue?: string | null
  readonly issn?: readonly string[]
  readonly arxiv?: string | null
  readonly doi?: string | null
}

/**
 * The CSL 1.0.2 type of the source's words in any case or spacing; of several, the first in PRECEDENCE.
 * ["JournalArticle", "Conference"] → "paper-conference", ["Preprint", "Journal Article"] → "article". The container decides where the words
 * leave it open ("article", "Text"); without either it is a "document". Words that no vocabulary here has: `type-unknown`.
 */
export function typeOf(sourceTypes: readonly string[], hints: TypeHints = {}, note: Note = () => undefined): CslType {
  const words = sourceTypes.map(word => fold(word.slice(0, LONGEST_WORD)))
  const found = new Set(words.map(word => TYPE_WORDS.get(word)))
  // BibTeX and OpenAlex mean a journal's article by "article", CSL one that is in no journal.
  const isArticle = words.includes('article')
  if (words.length > 0 && !isArticle && found.size === 1 && found.has(undefined)) {
    note('type-unknown', `Unexpected type ${excerpt(sourceTypes.join('; '))}, expected a word for a CSL type`, [
      ...sourceTypes,
    ])
  }
  const type = PRECEDENCE.find(candidate => found.has(candidate)) ?? null
  const container = (hints.containerTitle ?? '').slice(0, LONGEST_TITLE)
  if (type === 'book') return partOrBook(container, found.has('article-journal'), hints)
  if ((type === null || type === 'article-journal') && PREPRINTS.test(container)) return 'article'
  if (type !== null && type !== 'document') return type
  return (
    inContainer(container, hints) ??
    (isArticle ? 'article' : type) ??
    (container === '' ? 'document' : 'article-journal')
  )
}

const LONGEST_WORD = 100
const LONGEST_TITLE = 500
const PREPRINTS =
  /^(?:arxiv(?: preprint| e-prints|\.org)?|corr|computing research repository \(corr\)|arxiv:.{1,60}|biorxiv.{0,60}|medrxiv.{0,60}|chemrxiv|psyarxiv|socarxiv|eartharxiv|engrxiv|edarxiv|techrxiv|ssrn electronic journal|ssrn|research square|preprints(?:\.org)?|osf preprints|authorea(?: preprints)?|essoar|vixra)$/i
const MEETING =
  /\b(?:conferences?|conf\.|symposium|symposia|workshops?|congress|colloquium|international seminar|annual meeting|proceedings of the (?:acm|ieee|\d+(?:st|nd|rd|th)))\b|^neural information processing systems$/i

/**
 * Semantic Scholar's "Book, JournalArticle" is a part of a book, nearly always of a conference's proceedings; so is a "Book" that stands in
 * proceedings of another name than its own.
 */
function partOrBook(container: string, isPart: boolean, {title}: TypeHints): CslType {
  if (container === '' || !title || fold(container) === fold(title.slice(0, LONGEST_TITLE))) return 'book'
  return MEETING.test(container) ? 'paper-conference' : isPart ? 'chapter' : 'book'
}

function inContainer(container: string, {volume, issue, issn, arxiv}: TypeHints): CslType | null {
  if (MEETING.test(container)) return 'paper-conference'
  if (container !== '' && (volume || issue || (issn && issn.length > 0))) return 'article-journal'
  return arxiv ? 'article' : null
}

/**
 * The source's words, apart. "Review; Journal Article" and "JournalArticle, Conference" → two each; a comma inside PubMed's own terms stays:
 * "Clinical Trial, Phase II", "Research Support, N.I.H., Extramural". Blank, zero and placeholders go, the
 * last with `value-placeholder`.
 */
export function sourceTypesOf(text: string | readonly string[] | null, note: Note = () => undefined): string[] {
  if (text === null) return []
  if (typeof text !== 'string') return text.flatMap(part => listed(part, ';', note))
  return text.includes(';') || text.includes('|') ? listed(text, /[;|]/, note) : joined(listed(text, ',', note))
}

function listed(text: string, separator: string | RegExp, note: Note): string[] {
  return text
    .split(separator)
    .map(word => word.trim().replace(/\s+/g, ' '))
    .filter(word => isType(word, note))
}

function isType(word: string, note: Note): boolean {
  if (word === '' || word === '0') return false
  if (!isPlaceholder(word)) return true
  note('value-placeholder', `Unexpected placeholder ${excerpt(word)}, expected a type or nothing; dropped`, word)
  return false
}

/** What may follow a comma inside one of MEDLINE's publication types (nlm.nih.gov/mesh/pubtypes.html). */
const CONTINUED =
  /^(?:phase (?:i{1,3}|iv)|veterinary|n\.?i\.?h\.?|(?:non-)?u\.?s\.? gov['\u2019]t|u\.s\. government|(?:non-)?p\.?h\.?s\.?|extramural|intramural|american recovery and reinvestment act)$/i

function joined(words: readonly string[]): string[] {
  const types: string[] = []
  for (const word of words) {
    const last = types.at(-1)
    if (last !== undefined && CONTINUED.test(word)) types[types.length - 1] = `${last}, ${word}`
    else types.push(word)
  }
  return types
}
