import type {LanguageScore} from './language-words.js'

/**
 * True when a title is English by its function words, or by these together with English endings and words of titles, so that it
 * needs no detector; without any function word it takes one more of these. "Pain Management After Craniotomy" → false: one word is too little; "Tuning of magnetic properties in thin
 * wires" → true. Any letter outside ASCII is against it, as is a text too long for a title, in which three words say nothing.
 */
export function isEnglishTitle(title: string, words: readonly LanguageScore[]): boolean {
  if (title.length > LONGEST || !ASCII.test(title)) return false
  const known = new Set(title.toLowerCase().match(/[a-z]+/g))
  let typical = 0
  for (const word of known) if (TYPICAL.has(word) || (word.length > 4 && ENDING.test(word))) typical++
  const hasFunctionWord = words.some(one => one.language === 'en')
  return typical > 0 && isEnglish(words, hasFunctionWord ? typical : typical - 1)
}

/**
 * Three points, twice as many as any other language, and four times those of another's own words, which stand in a title beside
 * its translation. "Effects of zinc" (2 + 1) is English.
 */
export function isEnglish(words: readonly LanguageScore[], typical = 0): boolean {
  const score = typical + (words.find(one => one.language === 'en')?.score ?? 0)
  if (score < 3) return false
  return words.every(other => other.language === 'en' || (score >= 2 * other.score && score >= 4 * other.alone))
}

const LONGEST = 300
const ASCII = /^[\0-\x7f\u2010-\u201f]*$/

// Some of these stand in other languages, too ("Funktion", Danish "-ing"), but not three in a title without a word that tells. In
// 35,700 messages of vim in seventeen other languages no three did.
const ENDING =
  /(?:[a-z]{2}ing|[a-z]ings|it(?:y|ies)|ness|ogy|logies|phy|phies|thy|ency|ancy|ally|ously|tly|ively|ular|[a-z]{3}ous|ated|ized|ised|cted|[ln]ted|ssed|lled|ened|[a-z]{2}(?:ined|ered|ved|ary|ory)|[a-z]{3}sms?|ght|[wglru]th|ship|able|ible|less|ful|wise|wards?|ists|ics|tors|tion|tional)$/
const TYPICAL = new Set(
  `cell systems structure structures free large small two three five years time back theory therapy self dependent mediated directed driven
  breast world research methods network networks knowledge power energy surface light heat wave waves soil brain blood heart bone tissue
  school law market trade price south north eastern western southern northern notes book books problem problems life work factors outcomes
  adults family care risk field fields issue issues services machine machines models trial trials survey decision quality change changes
  food good reviews mice rats upon cancer cover matter framework domains rates trends technique techniques states rules choice access thin
  wide space edge tree trees graphs sensor sensors algorithms images image features disorder disorders syndrome deficiency surgery injury
  `
    .trim()
    .split(/\s+/),
)
