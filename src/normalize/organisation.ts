import {isInitials} from './initials.js'
import {hasTriple, headTriples, type Triples, tailTriples} from './letter-triples.js'
import {isEastAsianSurname, isParticleLower} from './particle.js'

type Weight = 0 | 0.5 | 1 | 2 | 3

const weights = new Map<string, Weight>()
const weighAll = (weight: Weight, text: string) => {
  for (const word of text.trim().split(/\s+/)) weights.set(word, weight)
}

/** Words that hardly ever are a person's: one is enough, initials before it or not. */
weighAll(
  3,
  `
    collaboration collaborations collaborative collaborators consortium consortia committee subcommittee
    association institute institut instituto istituto institution organization organisation university
    universit\u00e4t universit\u00e9 universidad universidade universit\u00e0 universiteit department
    investigators trialists workgroup ministry foundation federation secretariat commission hochschule
    volkshochschule gesellschaft bundesamt`,
)

/** Words that are nearly always an organisation's; no initials may stand before them. */
weighAll(
  2,
  `
    group groups gruppe groupe grupo gruppo gruppen team teams society societies academy academia akademie
    agency initiative alliance faculty hospital hospitals h\u00f4pital clinic laboratory laboratories network
    networks repository database museum library bibliothek biblioteca office bureau verein verband verlag
    verlagsanstalt verlagsgesellschaft anstalt zentrum corporation corp inc llc ltd gmbh plc division authority
    administration editors editorial contributors participants taskforce registry biobank oceanographic
    programme program project projects survey botanic botanical botanischer working parliament congress
    conference symposium workshop centre archive archives archiv herbarium observatory observatoire unesco
    unicef consultants authors members officers region republic bundesrepublik landesamt gemeinde kanton`,
)

/** Words that say little: two of them are enough, or one where the words around it are no person's (`isBodyAround`). */
weighAll(
  1,
  `
    center centers board school schools college service services union gardens fund collection collections study
    studies trial trials law software systems technologies technology solutions science sciences research
    international national medical medicine health european american african asian global world central federal
    state states public clinical forum mission partners partnership media photo publishing publications
    publishers statistics energy development cancer disease diseases computing data company council nations
    stadt panel register unit directorate headquarters branch chapter fellowship environmental agricultural
    geological historical technical industrial economic royal imperial oncology genomics genome coalition
    syndicate cooperative system portal biodiversity foto luftbild enterprise enterprises industries holdings
    lab building pharmaceuticals therapeutics biosciences labs`,
)

/** Surnames, given names or initials as well: these count only beside another cue. */
weighAll(0.5, 'bank press staff garden trust house church park rector ag kg sa bv ab oy as spa')

/** Any of these inside a name, in lower case or as S2 title-cases them, is grammar that no person's name has. */
const GRAMMAR = new Set('of for the on at with to in f\u00fcr \u00fcber sur aux'.split(' '))
const GRAMMAR_TITLE = new Set('Of For The With'.split(' '))

/** What such words begin with in many languages, when they have seven letters at least. */
const STEMS =
  'universit institut laborato departem d\u00e9partem departam facult collaborat consorti organisa organiza associat associac associaz associa\u00e7 asocia societa societe society societi societ\u00e0 societ\u00e9 soci\u00e9t sociedad academ akadem acad\u00e9m committee comite comit\u00e9 comit\u00ea comisi\u00f3 commission comissao comiss\u00e3o kommission federat federac federaz federa\u00e7 f\u00e9d\u00e9r foundation fondation fondazion fundaci funda\u00e7 stiftung investigator minister minist\u00e8r minist\u00e9r hospit observato biblioth bundesan forschung arbeitsgem workgroup administra compagnie coleccion colecci\u00f3n gesellschaft'.split(
    ' ',
  )
const STEM = new RegExp(`^(?:${STEMS.join('|')})`, 'i')
/** What they end in: `gruppe` only after a letter or a hyphen. */
const TAILS =
  'gruppe groupe bibliothek sammlung vermessungsamt landesamt archiv -group -team -consortium \u2010group \u2010team \u2010consortium workgroup gesellschaft universit\u00e4t universiteit institut anstalt ministerium zentrum verband hochschule universit\u00e9 kommission'.split(
    ' ',
  )
const TAIL = new RegExp(
  `(?:${TAILS.map(tail => (/^gr(?:up|ou)pe$/.test(tail) ? `[a-z-]${tail}` : tail)).join('|')})$`,
  'i',
)
export const CUE_ENDS: Triples = tailTriples(TAILS)
/** How all of these words begin: nearly every name is turned away here. */
export const CUE_HEADS: Triples = headTriples([...weights.keys(), ...STEMS])
const STEM_NOT = /^(?:hospitaler?|ministr[oi]|hospitel|academi[ck]o)$/i

const ACRONYM_IN_BRACKETS = /[([](?:[\p{Lu}\d][\p{Lu}\d&/.-]*\p{Lu}[\p{Lu}\d&/.-]*s?)[)\]]/u
/** Weak cues that no person of three spelled words is called by. */
const PLACE =
  /^(?:Centers?|Colleges?|Schools?|Union|Building|Systems|Technologies|Services|Sciences|Studies|Council|Panel|Labs?)$/
const COMPANY_TAIL = /^(?:Sons|Co|Company|Cie|Associates|Partners)\.?$/
/** `CECT-Colecci\u00f3n`: before a cue in the usual case. */
const ACRONYM_HEAD = /^\p{Lu}{3,12}[-\u2010](?=\p{Lu}\p{Ll})/u
const ACRONYM = /^\p{Lu}{3,}$/u
const DOMAIN = /\.(?:org|com|net|edu|gov|info|io)$/i

/** `US Geological Survey` begins with a country, not with initials. */
const COUNTRY_LETTERS = /^(?:U\.?S\.?A?|U\.?K|E\.?U|U\.?N)\.?$/

/**
 * True when a name of several words is an organisation's: `World Health Organization`, `The Journal Staff`, `Nordic Group for
 * Clinical Sleep Research (NGSR)`, `Download Example.Org`. `Ann Berit Staff` and `G. Bank` are persons.
 */
export function isOrganisation(names: readonly string[]): boolean {
  const count = names.length
  if (count < 2) return false
  let strong = 0
  let weak = 0
  let weakest = 0
  for (let at = 0; at < count; at += 1) {
    const weight = weigh(names, at)
    if (weight === 0) continue
    if (weight === 3) return true
    if (weight === 2) strong += 1
    else if (weight === 1) weak += 1
    else weakest += 1
  }
  const first = names[0] ?? ''
  const last = names[count - 1] ?? ''
  if (first === 'The' && (count > 2 || last.length > 5)) return !isEastAsianSurname(last)
  const cues = strong + weak + weakest
  if (cues === 0 || strong + weak === 0) return false
  if (cues > 1) return true
  if (isInitials(last)) return false
  const isInitial = isInitials(first) && !COUNTRY_LETTERS.test(first)
  return !isInitial && (strong > 0 || isBodyAround(names))
}

/** True for a word that by itself may say that a name is an organisation's. */
export function isCue(word: string): boolean {
  return weightOf(word.toLowerCase(), word.length) !== 0
}

/** One weak cue is enough in a long name without initials, and beside an acronym: `SNORE Study`. */
function isBodyAround(names: readonly string[]): boolean {
  if (names.some(name => isInitials(name) || isParticleLower(name))) return false
  if (names.length > 4 || (names.length > 2 && names.some(name => PLACE.test(name)))) return true
  if (names.length > 3 && weights.get((names.at(-1) ?? '').toLowerCase()) === 1) return true
  return names.length < 4 && names.some(isAcronym) && names.some(name => name !== name.toUpperCase())
}

/** Capitals that are no cue themselves: not the family name of `Jean ROYAL`. */
function isAcronym(name: string): boolean {
  return ACRONYM.test(name) && !weights.has(name.toLowerCase())
}

/** 3: certain, 2: strong, 1: weak, 0.5: weakest, 0: nothing. */
function weigh(names: readonly string[], at: number): Weight {
  const name = names[at] ?? ''
  const count = names.length
  const length = name.length
  const first = name.charCodeAt(0)
  const last = name.charCodeAt(length - 1)
  if (length <= 4 && first >= 0x61 && first <= 0x7a && at > 0 && at < count - 1 && GRAMMAR.has(name)) return 3
  if (last === 0x29 || last === 0x5d) return ACRONYM_IN_BRACKETS.test(name) ? 3 : 0
  if (length < 2) return 0
  if (at > 0 && at < count - 1 && GRAMMAR_TITLE.has(name)) return isEastAsianSurname(names.at(-1) ?? '') ? 0 : 3
  if (at === count - 1 && count > 2 && names[at - 1] === '&' && COMPANY_TAIL.test(name)) return 3
  const end = last === 0x2e || last === 0x2c ? length - 1 : length
  if (hasTriple(CUE_HEADS, name, 0, end) || (end > 5 && hasTriple(CUE_ENDS, name, end - 3, end))) {
    const weight = weightOf(name.slice(0, end).toLowerCase(), length)
    if (weight !== 0) return weight
  }
  const acronym = name.includes('-') ? (ACRONYM_HEAD.exec(name)?.[0].length ?? 0) : 0
  if (acronym > 0 && weightOf(name.slice(acronym, end).toLowerCase(), length - acronym) >= 1) return 2
  return name.includes('.') && DOMAIN.test(name) ? 3 : 0
}

function weightOf(key: string, length: number): Weight {
  const weight = weights.get(key)
  if (weight !== undefined) return weight
  if (length < 7) return 0
  return (STEM.test(key) && !STEM_NOT.test(key)) || TAIL.test(key) ? 2 : 0
}
