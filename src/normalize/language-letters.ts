import type {Script} from './script.js'

/** The language whose own letters stand in a text, where a letter tells it: "ї" → `uk`, "ћ" → `sr`. Else null. */
export function languageByLetters(text: string, script: Script): string | null {
  if (script !== 'Cyrl') return null
  for (const [language, letters] of OWN_LETTERS) if (letters.test(text) && isWithin(text, language)) return language
  return null
}

/** True when a text has no letter that the language never uses. Siblings that the detector does not know have such letters. */
export function isWithin(text: string, language: string): boolean {
  const foreign = FOREIGN_LETTERS.get(language)
  return foreign === undefined || !foreign.test(text)
}

/** True when a text has a letter that this language has and those taken for it have not: pt beside gl, ru beside bg. */
export function hasMark(text: string, language: string): boolean {
  return MARKS.get(language)?.test(text) ?? false
}

const OWN_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['uk', /[ЄєЇїҐґ]/],
  ['be', /[Ўў]/],
  ['mk', /[ЃѓЌќ]/],
  ['sr', /[ЂђЋћ]/],
]

const FOREIGN_LETTERS: ReadonlyMap<string, RegExp> = new Map([
  ['bn', /[ৰৱ]/],
  ['ru', /[Ђ-Џђ-џҊ-ԯ]/],
  ['uk', /[ЁЂЃЅЈ-ЏЪЫЭъыэё-ѓѕј-џҒ-ԯ]/],
  ['be', /[Ђ-ЅЇ-ЍЏЩщђ-ѕї-ѝџҊ-ԯ]/],
  ['bg', /[Ё-ЏЫЭыэё-џҊ-ԯ]/],
  ['mk', /[ЁЂЄІЇЋЍЎЙЩ-Яйщ-яёђєіїћўҊ-ԯ]/],
  ['sr', /[ЁЃ-ЇЌ-ЎЙЩ-Яйщ-яёѓ-їќ-ўҊ-ԯ]/],
  ['ar', /[پچژکگیٹڈڑںھۀ-ە]/],
  ['fa', /[ٹټځڅڈډڑړڕښڵںۆۍێېے]/],
  ['ur', /[ټځڅډړڕښڵۆۍێې]/],
])

const MARKS: ReadonlyMap<string, RegExp> = new Map([
  ['de', /[äöüß]/i],
  ['es', /[ñ¿¡]/i],
  ['fr', /[éœçèê]|\b[ldn][’']/i],
  ['pt', /[ãõ]/i],
  ['ru', /[ыэ]/i],
  ['uk', /і/i],
  ['bg', /ъ/i],
])
