import type {Translation} from '../record/canonical.js'
import type {PageText} from '../record/decoded.js'
import type {Note} from '../record/finding.js'
import {abstractOf} from './abstract.js'
import {fold} from './fold.js'
import {lineOf, proseOf} from './text.js'
import {titleOf} from './title.js'

/** What a page shows must agree with. */
interface Shown {
  readonly title: string | null
  readonly abstract: string | null
  readonly translations: readonly Translation[]
  /** The author list as the record gives it. */
  readonly authorLine: string | null
}

/** The heading above the journal's description. */
const DESCRIPTION = /^[ \t]*\u671f\u520a\u4ecb\u7ecd[ \t]*[:\uff1a][ \t]*/m

/**
 * The journal's description from the page text around a record; an author line, title or abstract that disagrees with the record
 * is noted (contract §1.3). Text that is no page (nothing in it agrees, and no heading) says nothing.
 */
export function containerDescriptionOf(
  {before, after}: PageText,
  shown: Shown,
  note: (pointer: string) => Note,
): string | null {
  if (before === null && after === null) return null
  const heading = after === null ? null : DESCRIPTION.exec(after)
  const body = (heading && after ? after.slice(0, heading.index) : (after ?? '')).trim()
  const [first = '', ...rest] = body.split('\n').filter(line => line.trim() !== '')
  const titles = [shown.title, ...shown.translations.map(it => it.title)]
  const showsTitle = agrees(first, titles) || agrees(titleOf(first, silent).title, titles)
  const showsAuthors = before !== null && fold(before) === fold(lineOf(shown.authorLine ?? '', silent))
  if (heading || showsTitle || showsAuthors) {
    if (before !== null && !showsAuthors) report(note('/authors'), 'author line', before, "the record's authors")
    checkBody(first, rest.join('\n'), showsTitle, shown, note)
  }
  if (!heading || after === null) return null
  return proseOf(after.slice(heading.index + heading[0].length), note('/containerDescription')) || null
}

function checkBody(
  title: string,
  abstract: string,
  showsTitle: boolean,
  shown: Shown,
  note: (pointer: string) => Note,
): void {
  const abstracts = [shown.abstract, ...shown.translations.map(it => it.abstract)]
  const showsAbstract = (text: string) =>
    agrees(text, abstracts) || agrees(abstractOf(text, silent).abstract, abstracts)
  if (title === '' || (!showsTitle && abstract === '' && showsAbstract(title))) return
  if (!showsTitle) report(note('/title'), 'title', title, "the record's title")
  if (abstract !== '' && !showsAbstract(abstract)) {
    report(note('/abstract'), 'abstract', abstract, "the record's abstract")
  }
}

/** The page may show one of the texts, or its beginning. */
function agrees(page: string | null, texts: readonly (string | null)[]): boolean {
  const known = fold(page ?? '')
  if (known === '') return false
  return texts.some(text => {
    const folded = fold(text ?? '')
    return folded === known || (known.length > 80 && folded.startsWith(known))
  })
}

/** What is found in cleaning page text is not about the record. */
function silent(): void {}

function report(note: Note, what: string, found: string, expected: string): void {
  const excerpt = found.length > 60 ? `${found.slice(0, 60)}…` : found
  note('page-text-mismatch', `Unexpected ${what} ${JSON.stringify(excerpt)} on the page, expected ${expected}`, found)
}
