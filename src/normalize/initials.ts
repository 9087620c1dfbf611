const RUN = /^(?:\p{Lu}\p{M}?\.?[-\u2010]?){1,4}$/u
const DOTTED_SYLLABLE = /^\p{Lu}\p{Ll}{1,2}\.(?:[-\u2010]?\p{L}\.)?$/u
const NO_INITIAL = /^(?:St|Ste|Md|Mr|Ms|Dr|Jr|Sr|Mc)\./
const VOWEL = /[AEIOUY\u00c0-\u00dd]/
const TRAILING = /^(?:\p{Lu}{1,3}|\p{Lu}[-\u2010]\p{Lu}|(?:\p{Lu}\.[-\u2010]?){1,4})$/u
const TRANSLITERATED = /^(?=.{3,5}$)(?:\p{Lu}|I[aeu]|Y[aeou]|Zh|Kh|Sh|Ch|Ts){2,3}$/u

/**
 * True for a word that stands for given names: `J`, `J.`, `J.-P.`, `PJ`, `A.B.`, `Ya.`, `Th.`. Undotted capitals count up to two
 * letters, three only without a vowel: `LEE` and `ANA` are names.
 */
export function isInitials(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return false
  if (first >= 0x41 && first <= 0x5a) {
    if (word.length === 1) return true
    const second = word.charCodeAt(1)
    if (second === 0x2e && word.length === 2) return true
    if (second >= 0x61 && second <= 0x7a && !word.includes('.')) return false
  }
  if (word.length > 12) return false
  if (RUN.test(word))
    return word.length <= 2 || word.includes('.') || word.includes('-') || (word.length === 3 && !VOWEL.test(word))
  return DOTTED_SYLLABLE.test(word) && !NO_INITIAL.test(word)
}

/** True for the initials that end an inverted name: `Y` of `Li Y`, `XM`, `J-P`, `A.B.`, `AIu`. */
export function isTrailingInitials(word: string): boolean {
  if (word.length > 12) return false
  const second = word.charCodeAt(1)
  if (second >= 0x61 && second <= 0x7a && (word.length > 5 || !'IYZKSCT'.includes(word[0] ?? ''))) return false
  return TRAILING.test(word) || TRANSLITERATED.test(word)
}
