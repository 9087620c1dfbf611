import {isInitials} from './initials.js'
import {isDegrees} from './name-suffix.js'
import {isParticleLower} from './particle.js'

/**
 * The words of a name, with initials apart from the family name glued to them: ["J.-P.Roe"] → ["J.-P.", "Roe"]; so before a
 * particle: ["J.van", "der", "Berg"]. Glued given names (`A.Jane Berg`) stay as they are, and so do degrees (`M.Sc`), what may be an
 * acronym (`J.ROE`) and what may be the initials of an inverted name (`Berg A.Yu`).
 */
export function ungluedWords(words: readonly string[]): readonly string[] {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const end = word.charCodeAt(1) === STOP ? gluedEnd(words, at) : 0
    if (end > 0) return [...words.slice(0, at), word.slice(0, end), word.slice(end), ...words.slice(at + 1)]
  }
  return words
}

const STOP = 0x2e
const GLUED = /^((?:\p{Lu}\.[-\u2010]?){1,4})([\p{L}\p{M}'\u2019\u2010-]{2,40})$/u
const CAPITALISED = /^\p{Lu}(?:\p{Ll}|['\u2019]\p{L}\p{Ll})/u
const DEGREE = /^[BDM]\.(?:Agr|Arch|Com|Div|Ed|Eng|Lib|Litt|Mus|Pharm|Phil|Sc|Stat|Tech)$/
/** `U.S.Steel` is no person. */
const STATE = /^(?:U\.S|U\.K|E\.U|U\.N)\./

/** Where the initials end that are glued to a family name or its particle, or 0. */
function gluedEnd(words: readonly string[], at: number): number {
  const word = words[at] ?? ''
  const [, initials, tail] = (word.length < 60 && GLUED.exec(word)) || []
  if (initials === undefined || tail === undefined) return 0
  if (at < words.length - 1) return isParticleLower(tail) ? initials.length : 0
  if (!CAPITALISED.test(tail) || STATE.test(word) || DEGREE.test(word) || isDegrees(word)) return 0
  return tail.length > 2 || words.slice(0, -1).every(isInitials) ? initials.length : 0
}
