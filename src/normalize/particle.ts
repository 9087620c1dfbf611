import {isInitials} from './initials.js'

/**
 * What a word in the middle of a name says. `run`: the surname starts here and goes to the end (Dutch, German, Italian, Arabic).
 * `direct`: it belongs to the last word only and counts only directly before it (Portuguese). `family`: as `run`, but the word is
 * no particle. `bound`: it is one name with the next word and no particle, so both are the surname when that is the last. The second
 * member says whether the word counts in lower case only.
 */
type Role = 'run' | 'direct' | 'family' | 'bound'

const roles = new Map<string, readonly [Role, lowerOnly: boolean]>()
const teach = (role: Role, lowerOnly: boolean, words: string) => {
  for (const word of words.split(' ')) roles.set(word, [role, lowerOnly])
}
teach(
  'run',
  false,
  'van von vom den ter ten vander vanden vande di del della dello degli delle dalla dal dalle la le lo du el al',
)
teach('run', true, "zu zum zur der te op af av dei des ibn in't 't van't")
teach('run', false, 'bin bint binti bte')
teach('direct', false, 'de da do dos das')
teach('direct', true, 'e')
teach('family', false, "abd abu ait a\u00eft ben ould st st. saint mc olde oude \u00f3 n\u00ed o' o\u2019 d' d\u2019")

/** `عبد` (servant of), `أبو` (father of): half a name without the next word. */
const ARABIC_BOUND = ['\u0639\u0628\u062f', '\u0623\u0628\u0648', '\u0627\u0628\u0648']
teach('bound', false, `abdel abdul abdal abdol abdoul ${ARABIC_BOUND.join(' ')}`)

/** Capitals of these are syllables of East Asian given names as well: `Wei Da Li`, `Hung Van Nguyen`. */
const EAST_ASIAN_SURNAMES = new Set(
  'an bai bui cai cao chan chang chao chen cheng cheung chi chiang chin chiu cho choi chou chow chu chung dai dang deng diep ding dinh do doan dong du duong fan fang feng fu gan gao gong gu guan guo ha han hao he ho hoang hong hou hsieh hsu hu hua huang huynh hwang jeong ji jia jiang jin jung kang kim kong kuo kwon kwok lai lam lau le lee lei leung li liang liao lim lin ling liu lo long lou lu luo luong luu lv ly ma mai mao mei meng mo ng ngo nguyen ni nie ong ou pan park peng pham phan phung qi qian qiao qin qiu qu ren seo shao shen shi shih shin son song su sun ta tan tang tao teng thai tian to tong tran trinh truong tsai tseng tu vo vu vuong wan wang wei wen weng wong wu xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yeh yi yin ying yoo yoon you yu yuan yue yun zeng zha zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou'.split(
    ' ',
  ),
)

/** Spanish patronymics: in the middle of a name they start a double surname (19 of 20 in the open corpus). */
const PATRONYMIC =
  /^\p{Lu}\p{L}*(?:[a\u00e1](?:nd|nch|r|l|v|squ|zqu|\u00f1|)|[i\u00ed](?:n|gu|m|)|[o\u00f3][pm]|[e\u00e9](?:r|rr|n|l|ll)|[u\u00fa]\u00f1|[o\u00f3]\u00f1)[e\u00e9]z$/u
/** No part of a family name in any case: `Nur Binti Ibrahim`. */
const PATRONYMIC_PARTICLE = /^(?:bin|binti?|bte)$/i
const GIVEN_IN_EZ = /^(?:In[e\u00e9]z|Ramez|Fa[iy]ez)$/
const MARIA = /^(?:Mar[i\u00ed]a|Ma\.?|M\u00aa\.?|M\.\u00aa)$/i
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'\u2019-]{2,}$/u

/** True for one of the common Chinese, Korean and Vietnamese surnames in Latin letters. */
export function isEastAsianSurname(word: string): boolean {
  return word.length <= 6 && EAST_ASIAN_SURNAMES.has(word.toLowerCase())
}

/**
 * Where the surname starts among the words of a name in its natural order, particles included: ["Jan", "van", "der", "Berg"] → 1.
 * When nothing tells, the last word is the surname: a spelled middle word belongs to it in one case of five only.
 * `compound` says that the list spells no given names, so that initials with two words after them are a double surname.
 */
export function surnameStart(words: readonly string[], compound: boolean): number {
  const last = words.length - 1
  if (last < 1) return 0
  if (last === 1) return isParticleLower(words[0] ?? '') ? 0 : 1
  for (let at = 0; at < last; at += 1) {
    const start = startAt(words, at, compound)
    if (start >= 0) return start
  }
  if (isDoubleAfterInitials(words, last - 1, compound)) return last - 1
  return startOfCapitals(words)
}

/** True for two words in Arabic script that are one name: `عبد الله`. In Latin letters `Abdul Kadir` may be a given and a family name. */
export function isBoundPair(words: readonly string[]): boolean {
  return words.length === 2 && ARABIC_BOUND.includes(words[0] ?? '')
}

/** How many words at the head of a surname are its particle: ["van", "der", "Berg"] → 2. A capital makes it part of the name. */
export function particleCount(surname: readonly string[]): number {
  const last = surname.at(-1) ?? ''
  const shouts = CAPITALS.test(last)
  let count = 0
  while (count < surname.length - 1) {
    const word = surname[count] ?? ''
    const isCase =
      word === word.toLowerCase() || PATRONYMIC_PARTICLE.test(word) || (shouts && word === word.toUpperCase())
    if (!isCase || !isParticle(word)) break
    count += 1
  }
  return count
}

/** True for a particle in lower case: what may end a given name in an inverted one (`Berg, Jan van der`). */
export function isParticleLower(word: string): boolean {
  const first = word.charCodeAt(0)
  return first >= 0x61 && first <= 0x7a && isParticle(word)
}

function isParticle(word: string): boolean {
  if (word.length > 6) return false
  const key = word.toLowerCase()
  const role = roles.get(key)
  return (role !== undefined && role[0] !== 'family' && role[0] !== 'bound') || key === 'las' || key === 'los'
}

/** The start of the surname that the word at `at` announces, or -1. */
function startAt(words: readonly string[], at: number, compound: boolean): number {
  const word = words[at] ?? ''
  const last = words.length - 1
  const role = roleOf(word, words[last] ?? '')
  if (role === null) return isSurnameWord(words, at) ? at : -1
  if (at === 0) return role !== 'family' && role !== 'bound' && word === word.toLowerCase() ? 0 : -1
  if (role === 'family') return at
  if (role === 'bound') return at === last - 1 ? at : -1
  const isSpanish = role === 'direct' && /^(?:la|las|los|el)$/i.test(words[at + 1] ?? '')
  if ((isSpanish || /^del$/i.test(word)) && MARIA.test(words[0] ?? '') && last - at >= (isSpanish ? 3 : 2)) return -1
  if (role === 'run' || isSpanish || at === last - 1)
    return isDoubleAfterInitials(words, at - 1, compound) ? at - 1 : at
  return isInitials(words[at - 1] ?? '') ? at : -1
}

function roleOf(word: string, last: string): Role | null {
  if (word.length > 6) return null
  const key = word.toLowerCase()
  const role = roles.get(key)
  if (role === undefined) return null
  if (word === key) return role[0]
  return role[1] || isEastAsianSurname(last) ? null : role[0]
}

/** A word that by itself is a surname: `P\u00e9rez` in `Ana P\u00e9rez Soto`, or the first of two that a `y` joins. */
function isSurnameWord(words: readonly string[], at: number): boolean {
  if (at === 0) return false
  const word = words[at] ?? ''
  const next = words[at + 1]
  if ((next === 'y' || next === 'i') && at + 2 < words.length) return true
  return word.endsWith('z') && PATRONYMIC.test(word) && !GIVEN_IN_EZ.test(word)
}

/**
 * True when the spelled word at `at` follows initials and so starts a surname of several words: always after `Ana V` (8 of 10 in
 * the open corpus), and after bare initials when the rest of the list has them too (42 of 47).
 */
function isDoubleAfterInitials(words: readonly string[], at: number, compound: boolean): boolean {
  if (at < 1 || !isInitials(words[at - 1] ?? '') || !/^\p{L}/u.test(words[at] ?? '') || isInitials(words[at] ?? ''))
    return false
  return compound || words.slice(0, at).some(word => !isInitials(word) && !/^M(?:oh)?d\.?$/.test(word))
}

/** `Ana GARCIA SOTO`: capitals mark the surname where the given name has none. */
function startOfCapitals(words: readonly string[]): number {
  let start = words.length - 1
  const first = words[0] ?? ''
  if (first === first.toUpperCase() || !CAPITALS.test(words[start] ?? '')) return start
  while (start > 1 && CAPITALS.test(words[start - 1] ?? '')) start -= 1
  return start
}
