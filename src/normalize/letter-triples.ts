/**
 * A quick "surely not" for a list of words: which three letters any of them begins with (or ends in), letter case aside. Most words
 * are turned away by one look into the table, without a slice of the text or a hash. `headTriples(['group'])` holds "gro".
 */
export type Triples = Uint8Array

/** The first three letters of the words. */
export function headTriples(words: Iterable<string>): Triples {
  return tripleTable(words, word => tripleAt(word, 0, word.length))
}

/** The last three letters of the words. */
export function tailTriples(words: Iterable<string>): Triples {
  return tripleTable(words, word => tripleAt(word, word.length - 3, word.length))
}

/** True when a word that begins (or ends) with the three letters at `at` may be in the list; past `end` there are none. */
export function hasTriple(triples: Triples, text: string, at: number, end: number): boolean {
  return triples[tripleAt(text, at, end)] === 1
}

/** The place of the two letters before and one more in a table; 0 letters before a word, `letter` 0 after it. */
export function withLetter(triple: number, letter: number): number {
  return ((triple << BITS) | letter) & ALL
}

/** 1 to 26 for a to z, 0 for all other characters. */
export function letterOf(code: number): number {
  const small = code | 0x20
  return small >= 0x61 && small <= 0x7a ? small - 0x60 : 0
}

const BITS = 5
const ALL = 0x7fff
/** Characters whose small letter may be an ASCII one (the Kelvin sign) are not looked up: anything may begin so. */
const LATIN_END = 0x250
/** No letter has the number 31, so no word stands here. */
const ANY = ALL

function tripleTable(words: Iterable<string>, place: (word: string) => number): Triples {
  const triples = new Uint8Array(ALL + 1)
  triples[ANY] = 1
  for (const word of words) triples[place(word)] = 1
  return triples
}

function tripleAt(text: string, at: number, end: number): number {
  const first = at < end ? text.charCodeAt(at) : 0
  const second = at + 1 < end ? text.charCodeAt(at + 1) : 0
  const third = at + 2 < end ? text.charCodeAt(at + 2) : 0
  if (first >= LATIN_END || second >= LATIN_END || third >= LATIN_END) return ANY
  return (letterOf(first) << (2 * BITS)) | (letterOf(second) << BITS) | letterOf(third)
}
