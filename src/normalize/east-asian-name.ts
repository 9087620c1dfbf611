/** Cheap to ask first: nothing below U+1100 is East Asian. */
const MAY_BE = /[\u1100-\uffff]/
const SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const KATAKANA_ONLY = /^[\p{Script=Katakana}\u30fb\u30fc\uff70\uff65 ]+$/u
const BODY =
  /(?:\u5927\u5b66|\u5927\u5b78|\u5b66\u9662|\u5b78\u9662|\u7814\u7a76\u6240|\u7814\u7a76\u9662|\u7814\u7a76\u5ba4|\u4e2d\u5fc3|\u59d4\u5458\u4f1a|\u59d4\u54e1\u6703|\u534f\u4f1a|\u5354\u4f1a|\u5b66\u4f1a|\u5b78\u6703|\u516c\u53f8|\u533b\u9662|\u8bfe\u9898\u7ec4|\u7f16\u8f91\u90e8|\u51fa\u7248\u793e|\u4f1a\u793e)$/u
/** Chinese family names of two characters; any other of two characters may be a whole name. */
// biome-ignore format: a table
const DOUBLE_FAMILY = new Set([
  '\u6b27\u9633', '\u6b50\u967d', '\u53f8\u9a6c', '\u53f8\u99ac', '\u8bf8\u845b', '\u8af8\u845b', '\u4e0a\u5b98',
  '\u53f8\u5f92', '\u4e1c\u65b9', '\u7687\u752b', '\u5c09\u8fdf', '\u516c\u5b59', '\u957f\u5b59', '\u590f\u4faf',
])

/** The common Chinese family names of one character, in both scripts. */
const CHINESE_FAMILY =
  /^[\u738b\u674e\u5f20\u5f35\u5218\u5289\u9648\u9673\u6768\u694a\u9ec4\u9ec3\u8d75\u8d99\u5434\u5433\u5468\u5f90\u5b59\u5b6b\u9a6c\u99ac\u6731\u80e1\u90ed\u4f55\u9ad8\u7f57\u7f85\u90d1\u912d\u6881\u8c22\u8b1d\u5b8b\u5510\u8bb8\u8a31\u97e9\u97d3\u51af\u99ae\u9093\u9127\u66f9\u5f6d\u66fe\u8096\u8427\u856d\u7530\u8463\u8881\u6f58\u4e8e\u848b\u8523\u8521\u4f59\u675c\u53f6\u8449\u7a0b\u82cf\u8607\u9b4f\u5415\u5442\u4e01\u4efb\u6c88\u59da\u5362\u76e7\u59dc\u5d14\u949f\u937e\u8c2d\u8b5a\u9646\u9678\u6c6a\u8303\u5ed6\u77f3\u91d1\u97e6\u97cb\u8d3e\u8cc8\u590f\u4ed8\u5085\u65b9\u767d\u90b9\u9112\u5b5f\u718a\u79e6\u90b1\u6c5f\u5c39\u859b\u95eb\u960e\u95bb\u6bb5\u96f7\u4faf\u9f99\u9f8d\u53f2\u9676\u9ece\u8d3a\u8cc0\u987e\u9867\u6bdb\u90dd\u9f9a\u9f94\u90b5\u4e07\u842c\u94b1\u9322\u4e25\u56b4\u8983\u6b66\u6234\u83ab\u5b54\u5411\u6c64\u6e6f\u8d56\u8cf4\u6d2a\u8a79]$/

/** True when the text has Han, kana or Hangul in it. */
export function isEastAsian(text: string): boolean {
  return MAY_BE.test(text) && SCRIPT.test(text)
}

/** True when a word can only be a family name: one character, or a double family name. */
export function isEastAsianFamily(word: string): boolean {
  return word.length === 1 ? SCRIPT.test(word) : DOUBLE_FAMILY.has(word)
}

/**
 * Family and given name of an East Asian name in its own script, which puts the family first: "\u738b \u5c0f\u660e" → ["\u738b",
 * "\u5c0f\u660e"]. Null when no space splits it, for bodies, and for foreign names in katakana: never guessed.
 */
export function eastAsianParts(words: readonly string[]): readonly [string, string] | null {
  const [family, given] = words
  if (words.length !== 2 || family === undefined || given === undefined) return null
  if (family.length > 4 || given.length > 4) return null
  if (!SCRIPT.test(family) || !SCRIPT.test(given) || /[A-Za-z(（]/.test(family + given)) return null
  if (KATAKANA_ONLY.test(`${family}${given}`) || BODY.test(family) || BODY.test(given)) return null
  return [family, given]
}

/** True for a Chinese name that has its family name last: two characters, then one that is a common family name. */
export function isGivenFirst(words: readonly string[]): boolean {
  return words.length === 2 && words[0]?.length === 2 && CHINESE_FAMILY.test(words[1] ?? '')
}
