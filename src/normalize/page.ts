import type {Translation} from '../record/canonical.js'
import type {PageText} from '../record/decoded.js'
import type {Note} from '../record/finding.js'
import {fold} from './fold.js'
import {proseOf} from './text.js'

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
  const showsTitle = agrees(
    first,
    shown.title,
    shown.translations.map(it => it.title),
  )
  const showsAuthors = before !== null && fold(before) === fold(shown.authorLine ?? '')
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
  const abstracts = shown.translations.map(it => it.abstract)
  if (title === '') return
  if (!showsTitle && abstract === '' && agrees(title, shown.abstract, abstracts)) return
  if (!showsTitle) report(note('/title'), 'title', title, "the record's title")
  if (abstract !== '' && !agrees(abstract, shown.abstract, abstracts)) {
    report(note('/abstract'), 'abstract', abstract, "the record's abstract")
  }
}

/** The page may show one of the texts, or its beginning. */
function agrees(page: string, text: string | null, others: readonly (string | null)[]): boolean {
  const known = fold(page)
  if (known === '') return false
  return [text, ...others].some(other => {
    if (other === null) return false
    const folded = fold(other)
    return folded === known || (known.length > 80 && folded.startsWith(known))
  })
}

function report(note: Note, what: string, found: string, expected: string): void {
  const excerpt = found.length > 60 ? `${found.slice(0, 60)}…` : found
  note('page-text-mismatch', `Unexpected ${what} ${JSON.stringify(excerpt)} on the page, expected ${expected}`, found)
}
