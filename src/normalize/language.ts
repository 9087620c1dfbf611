import {languageTag} from './language-code.js'
import {type Opinion, opinionOn} from './language-detector.js'
import {isEnglish, isEnglishTitle} from './language-english.js'
import {CHINESE_ONLY} from './language-han.js'
import {hasMark, isWithin, languageByLetters} from './language-letters.js'
import {bestFirst, functionWords, type LanguageScore} from './language-words.js'
import {type Script, scriptOf} from './script.js'

/**
 * The BCP 47 language of a title and its abstract: the source's word, else the title's, else the abstract's where the title
 * does not speak against it. ("Die Wirkung von Zink auf das Wachstum", null, null) → "de"; ("\u570b\u6c11", null, null) →
 * "und-Hani"; ("Errata", null, null) → null. In doubt null: a wrong tag is worse than none.
 */
export function languageOf(title: string | null, abstract: string | null, sourceSays: string | null): string | null {
  const said = sourceSays === null ? null : languageTag(sourceSays)
  if (said !== null && !isRuledOut(said, title)) return said
  if (title === null) return abstract === null ? null : certainLanguage(abstract)
  const script = scriptOf(title)
  const words = script === 'Latn' ? functionWords(title) : []
  if (isEnglish(words)) return 'en'
  if (abstract !== null && script === 'Latn' && speaksOf(words, 'en') && ASCII.test(title) && isEnglishText(abstract))
    return 'en'
  const ofTitle = script === 'Latn' ? byWords(title, script, words) : detectLanguage(title)
  if (ofTitle?.certain) return ofTitle.language
  const ofAbstract = abstract === null ? null : certainLanguage(abstract)
  if (ofAbstract !== null && abstract !== null) {
    if (script === 'Hani' ? HAN_LANGUAGES.has(ofAbstract) : mayBe(ofAbstract, script, words, abstract))
      return ofAbstract
  }
  return script === 'Hani' ? UNDECIDED_HAN : null
}

/**
 * The language of a text as far as it can be told; `certain` when enough speaks for it and nothing against it.
 * A script that one language writes decides alone; else function words do, with the detector (`useDetector`) beside them.
 * "Errata" → an uncertain guess or null; "\u570b\u6c11" → `und-Hani`, uncertain.
 */
export function detectLanguage(text: string): Guess | null {
  const script = scriptOf(text)
  if (script === null) return null
  if (script === 'Hani' || script === 'Jpan') return chineseOrJapanese(text)
  const only = ONE_LANGUAGE.get(script)
  if (only !== undefined)
    return {language: only, certain: A_WORD.test(text.slice(0, READ)) && isWithin(text.slice(0, READ), only)}
  return byWords(text, script, functionWords(text))
}

export interface Guess {
  readonly language: string
  readonly certain: boolean
}

const READ = 1000
const UNDECIDED_HAN = 'und-Hani'
const HAN_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'ja', 'ko'])
const ASCII = /^[\0-\x7f\u2010-\u201f]*$/
/** Three letters outside Latin in a row: "\u03b1" or "\u03b2-\u03b3" is a symbol, not Greek. Two syllables of Hangul are a word. */
const A_WORD = /[\u0370-\u1fff]{3}|[\uac00-\ud7ff]{2}/

/** The scripts of which one living language has nearly all the literature. */
const ONE_LANGUAGE: ReadonlyMap<Script, string> = new Map<Script, string>([
  ['Grek', 'el'],
  ['Hebr', 'he'],
  ['Hang', 'ko'],
  ['Thai', 'th'],
  ['Geor', 'ka'],
  ['Armn', 'hy'],
  ['Khmr', 'km'],
  ['Laoo', 'lo'],
  ['Mymr', 'my'],
  ['Sinh', 'si'],
  ['Beng', 'bn'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Gujr', 'gu'],
  ['Guru', 'pa'],
  ['Orya', 'or'],
])

function certainLanguage(text: string): string | null {
  const guess = isEnglishText(text) ? ENGLISH : detectLanguage(text)
  return guess?.certain ? guess.language : null
}

const ENGLISH: Guess = {language: 'en', certain: true}

/** Crossref's default `en` stands on many a title in another script; then the title is right. */
function isRuledOut(said: string, title: string | null): boolean {
  if (title === null || !LATIN_ONLY.has(said.replace(/-.*/, ''))) return false
  return scriptOf(title) !== 'Latn' && detectLanguage(title) !== null
}

const LATIN_ONLY: ReadonlySet<string> = new Set('ca cs da de en es fi fr hu id it nl no pl pt ro sv tr'.split(' '))

function isEnglishText(text: string): boolean {
  return isEnglish(wordsOfStart(text, GLANCE), -1) || isEnglish(wordsOfStart(text, FIRST_LOOK))
}

function wordsOfStart(text: string, length: number): readonly LanguageScore[] {
  const start = text.slice(0, length)
  return scriptOf(start) === 'Latn' ? functionWords(start) : []
}

/** So much of an abstract settles that it is English, in nearly all cases; most need less, where a point more is asked for. */
const FIRST_LOOK = 300
const GLANCE = 100

/** Japanese running text is a third kana; a Chinese text that quotes some is not. Simplified characters settle it. */
function chineseOrJapanese(text: string): Guess {
  let kana = 0
  let han = 0
  let chinese = 0
  for (const character of text.slice(0, READ)) {
    if (KANA.test(character)) kana++
    else if (HAN.test(character)) han++
    if (CHINESE_ONLY.has(character)) chinese++
  }
  if (kana > 0 && (chinese === 0 || 4 * kana > han)) return {language: 'ja', certain: chinese === 0 || kana > han}
  if (chinese > 0 || han >= PROSE) return {language: 'zh', certain: true}
  return {language: UNDECIDED_HAN, certain: false}
}

const KANA = /[\u3041-\u309f\u30a1-\u30fa\uff66-\uff9d]/
const HAN = /\p{Script=Han}/u
/** So many Han characters without kana are no Japanese. */
const PROSE = 60

function speaksOf(words: readonly LanguageScore[], language: string): boolean {
  return words.every(other => other.language === language || other.score < 2 || other.score <= scoreOf(words, language))
}

function scoreOf(words: readonly LanguageScore[], language: string): number {
  return words.find(one => one.language === language)?.score ?? 0
}

function mayBe(language: string, script: Script | null, words: readonly LanguageScore[], abstract: string): boolean {
  return script === null || (script === scriptOf(abstract) && speaksOf(words, language))
}

/** Two witnesses, words and n-grams; n-grams alone only for a longer text and a clear lead. */
function byWords(text: string, script: Script, found: readonly LanguageScore[]): Guess | null {
  if (isEnglish(found) || (script === 'Latn' && isEnglishTitle(text, found))) return ENGLISH
  const start = text.slice(0, READ)
  const letters = start.match(LETTER)?.length ?? 0
  const byLetters = languageByLetters(start, script)
  if (byLetters !== null) return {language: byLetters, certain: letters >= 10}
  const words = bestFirst(found)
  const [first] = words
  const byWordsAlone = WITHOUT_DETECTOR.get(first?.language ?? '')?.(words)
  if (byWordsAlone) return byWordsAlone
  const opinion = isHopeless(letters, script, words) ? null : opinionOn(text)
  if (opinion === null) return first === undefined ? null : {language: first.language, certain: false}
  const {language, reliable} = opinion
  if (!reliable || UNSURE.has(language) || !isWithin(start, language)) return {language, certain: false}
  return {language, certain: isEnough({...opinion, letters, script, marked: hasMark(start, language)}, words)}
}

const LETTER = /\p{L}/gu
/** Languages that the detector mixes up with their neighbours, or does not know; their words tell. */
const WITHOUT_DETECTOR: ReadonlyMap<string, (words: readonly LanguageScore[]) => Guess | null> = new Map([
  ['ur', onlyOne],
  ['hi', onlyOne],
  ['id', malayOrIndonesian],
  ['ms', malayOrIndonesian],
])

function onlyOne([first, second]: readonly LanguageScore[]): Guess | null {
  if (first === undefined) return null
  return {language: first.language, certain: first.score >= 4 && first.score >= 2 * (second?.score ?? 0)}
}

/** Serbian and Bosnian in Latin script are "hr" to the detector, and Tigrinya is "am". */
const UNSURE: ReadonlySet<string> = new Set(['am', 'hr', 'ms'])

interface Evidence extends Opinion {
  readonly letters: number
  readonly script: Script
  readonly marked: boolean
}

/** The gates, set so that no title of the corpus of real records is called what it is not. English needs less: most are English. */
function isEnough({language, lead, letters, script, marked}: Evidence, words: readonly LanguageScore[]): boolean {
  const own = scoreOf(words, language)
  const others = Math.max(0, ...words.map(one => weightAgainst(one, language)))
  const strangers = Math.max(0, ...words.map(one => (STRANGERS.has(one.language) ? one.score : 0)))
  if (language === 'en') return letters >= 20 && own + 1 >= others && lead >= (own > 0 ? 0.03 : 0.08)
  if (letters < 12 || own < others || (own === strangers && own > 0 && !marked)) return false
  if (script !== 'Latn') return own >= 2 || (marked && letters >= 20)
  if (own >= 3) return lead >= 0.03
  if (own >= 2) return lead >= 0.06 && letters >= 16
  return lead >= 0.12 && letters >= 24
}

/** True when no opinion would be enough. */
function isHopeless(letters: number, script: Script, words: readonly LanguageScore[]): boolean {
  if (letters < 12) return true
  const own = Math.max(0, ...words.map(one => (one.language === 'en' ? 0 : one.score)))
  return script === 'Latn' && own < (letters < 16 ? 3 : letters < 20 ? 2 : 0)
}

/** Languages that the detector does not know and calls by a neighbour's name; that one needs a word or a letter more. */
const STRANGERS: ReadonlySet<string> = new Set(['af', 'eo', 'gl', 'la', 'lb', 'mk', 'ne', 'sw', 'uz'])

/** English counts double against another language: a title with its English translation is neither. */
function weightAgainst({language: other, score}: LanguageScore, language: string): number {
  if (other === language) return 0
  return other === 'en' && score >= 3 ? 2 * score : score
}

/** The two share nearly all function words; the few that differ decide. */
function malayOrIndonesian(words: readonly LanguageScore[]): Guess | null {
  const [id, ms] = [scoreOf(words, 'id'), scoreOf(words, 'ms')]
  if (Math.max(id, ms) < 3) return null
  return {language: ms > id ? 'ms' : 'id', certain: id !== ms}
}
