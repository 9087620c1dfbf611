/** In small letters. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  `(:unav)|(:unap)|(:unac)|(:unal)|(:unas)|(:unkn)|(:null)|(:none)|(:tba)|(:etal)|[s.n.]|[s. n.]|[s.n]|[sn]|s.n.|s. n.|sine nomine|unknown|unknown author|author unknown|unknown unknown|unknown, unknown|anonymous|anonymous anonymous|anon|anon.|anonymous author|author anonymous|[anonymous]|anonym|anonyme|an\u00f3nimo|an\u00f4nimo|anonimo|n.n.|n. n.|nn|n. n|nomen nescio|no author|no author listed|no authors listed|[no authors listed]|no author given|not available|not applicable|not specified|none|null|undefined|nan|n/a|unbekannt|various|various authors|&na;|-|--|\u2014|.|?|\u4f5a\u540d|\u65e0|\u7121|\u672a\u77e5|\u533f\u540d|\u4f5c\u8005\u4e0d\u8be6|\u4f5c\u8005\u672a\u77e5`.split(
    '|',
  ),
)
/** Their first letters, to turn most names away. */
const FIRST = /^(?:[^a-z]|[ansuv])/i
const NO_LIST =
  /^(?:n\/?a|null|none|nil|undefined|nan|\[\]|\{\}|[-.?]{1,3}|\u2013|\u2014|\u65e0|\u7121|\u6682\u65e0|\u66ab\u7121)$/i

/** True for what stands where a name is not known: `(:unav)`, `[S.N.]`, `Unknown`, `&NA;`, `N.N.`, `佚名`. */
export function isPlaceholderName(name: string): boolean {
  return name.length <= 20 && FIRST.test(name) && PLACEHOLDERS.has(name.toLowerCase())
}

/** True for a whole author list that says "no value": `N/A`, `null`, `-`, `无`. `Unknown` is an author that is not known. */
export function isNoList(list: string): boolean {
  return list.length <= 10 && NO_LIST.test(list)
}
