import type {Conflict, Translation} from '../record/canonical.js'
import type {DecodedTranslation} from '../record/decoded.js'
import type {Note, Problem} from '../record/finding.js'
import {abstractOf} from './abstract.js'
import {fold} from './fold.js'
import {detectLanguage, languageOf} from './language.js'
import {scriptOf} from './script.js'
import {titleOf} from './title.js'

interface Texts {
  readonly title: string | null
  readonly abstract: string | null
}
type Slot = {language: string | null; title: string | null; abstract: string | null}

/** The translations of one record, one entry per language; the first text fills a slot, another is a conflict. */
export class Translations {
  readonly conflicts: Conflict[] = []
  private readonly slots: Slot[] = []

  get all(): readonly Translation[] {
    return this.slots
  }

  /** What the source itself calls a translation. Gives what cleaning it found. */
  addSource(source: DecodedTranslation, record: Texts): Problem[] {
    const problems: Problem[] = []
    const note: Note = (rule, message, value = null) => problems.push({rule, pointer: '/translations', message, value})
    const title = typeof source.title === 'string' ? titleOf(source.title, note).title : null
    const abstract = typeof source.abstract === 'string' ? abstractOf(source.abstract, note).abstract : null
    const texts = {
      title: this.translated('title', title, record),
      abstract: this.translated('abstract', abstract, record),
    }
    // The key's name says Chinese; the text decides.
    const says = scriptOf(title ?? abstract ?? '') === 'Hani' ? source.language : null
    this.add(languageOf(texts.title, texts.abstract, says), texts)
    return problems
  }

  /** What another encoding says, as far as it is a translation of what the record says. */
  addEncoding(other: Texts, record: Texts): {index: number; keys: readonly (keyof Texts)[]} {
    const keys = (['title', 'abstract'] as const).filter(key => isTranslation(other[key], record[key]))
    if (keys.length === 0) return {index: -1, keys}
    const texts = {
      title: keys.includes('title') ? other.title : null,
      abstract: keys.includes('abstract') ? other.abstract : null,
    }
    return {index: this.add(languageOf(texts.title, texts.abstract, null), texts), keys}
  }

  /** A text that the source calls a translation, unless it is the record's own or in its language, which is a conflict. */
  private translated(key: keyof Texts, text: string | null, record: Texts): string | null {
    if (text === null || isSame(text, record[key])) return null
    const original = record[key]
    if (original === null || scriptOf(text) === 'Hani' || isTranslation(text, original)) return text
    this.conflicts.push({field: key, record: text, resultStr: original})
    return null
  }

  private add(language: string | null, texts: Texts): number {
    if (texts.title === null && texts.abstract === null) return -1
    const at = this.slots.findIndex(slot => isSameLanguage(slot.language, language))
    const slot = this.slots[at]
    if (!slot) return this.slots.push({language, ...texts}) - 1
    for (const key of ['title', 'abstract'] as const) {
      const text = texts[key]
      if (slot[key] === null) slot[key] = text
      else if (text !== null && !isSame(text, slot[key])) {
        this.conflicts.push({
          field: 'translations',
          record: {language, [key]: text},
          resultStr: {language, [key]: slot[key]},
        })
      }
    }
    return at
  }
}

/** Texts in different scripts, or in languages that are both certain and differ (contract §1.5). */
export function isTranslation(text: string | null, original: string | null): boolean {
  if (text === null || original === null || isSame(text, original)) return false
  const scripts = [scriptOf(text), scriptOf(original)]
  if (scripts.includes(null)) return false
  if (scripts[0] !== scripts[1]) return true
  const one = detectLanguage(text)
  const two = detectLanguage(original)
  return Boolean(one?.certain && two?.certain && one.language !== two.language)
}

/** Han that may be Chinese goes with Chinese; two unknown languages need not be the same. */
function isSameLanguage(a: string | null, b: string | null): boolean {
  return (a === b && a !== null) || (isChinese(a) && isChinese(b))
}

function isChinese(language: string | null): boolean {
  return language === 'zh' || language === 'und-Hani'
}

function isSame(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && fold(a) === fold(b))
}
