/**
 * True when a title ends in a full stop that is no part of it. "A study." → true; "…", "in the U.S.A.", "Smith et
 * al.", "Acme Inc.", "Mentha canadensis L." → false; in doubt false. Contract §2 `title`
 */
export function hasFullStop(title: string): boolean {
  if (title.endsWith('\u3002')) return !title.endsWith('\u3002\u3002')
  if (!title.endsWith('.') || title.endsWith('..') || title.endsWith('\u2026.')) return false
  const end = title.slice(-120)
  const space = end.lastIndexOf(' ')
  const last = end.slice(space + 1, -1).replace(/^[([{"'\u2018\u201c]+/, '')
  if (last === '') return space >= 0
  if (/[)\]]$/.test(last)) return true // what the bracket holds has its own stop
  if (ABBREVIATIONS.has(last.toLowerCase()) || last === '&c') return false
  if (/\p{L}\.|\.\p{L}/u.test(last)) return false // dotted initials, "Ph.D.", "e.g.", "example.org."
  const words = end.split(' ').slice(0, -1)
  if (/^\p{Lu}$/u.test(last) && /^\p{Lu}\.$/u.test(words.at(-1) ?? '')) return false // "by J. A."
  return !(isAuthorAbbreviation(last, words.at(-1) ?? '') && followsBinomial(words))
}

const ABBREVIATIONS = new Set(
  `al sp spp ssp nov var subsp inc ltd co jr sr etc no nos corp cv gen comb fam subg sect vs cf ca approx st dr mr mrs ms prof dept
  vol vols pp ed eds fig figs bros univ assoc incl resp aff syn ined f fo esp transl repr suppl seq viz ibid`.split(
    /\s+/,
  ),
)

// Of botanists: Brummitt & Powell's standard forms, the most frequent ones.
const BOTANISTS = new Set(
  `L Mill Willd DC Benth Lindl Thunb Lam Hook Roxb Boiss Schott Nees Pers Sw Vahl Wall Ait Aiton Cav Desf Jacq Kunth Retz Spreng Fr Bunge
  Maxim Franch Hemsl Merr Rehder Sieb Zucc Miq Blume Juss Medik Moench Salisb Sm Torr Nutt Pursh Michx Walter Raf Rich Schrad Ledeb Fisch
  Turcz Regel Hance Diels Rehd Engl Mart Cham Schltdl Griseb Gray Muell Steud Hochst Forssk Delile Baill Harms Gilg Bl Br Brot Burm
  Crantz Gaertn Mazz Houtt Kurz Levl Lour Makino Nakai Ohwi Poir Poiss Prain Rupr Scop Ser Sims Standl Stapf Swingle Ten Trautv Vent Vell
  Vill Waldst Kit Bieb Sch Bip Ehrh Hoffm Huds Koch Link Murr Presl Schult Wedd Wight Arn Baker Koidz Oliv`.split(
    /\s+/,
  ),
)

/** Any short name after the first author in brackets: "Mentha canadensis (L.) Briq." */
function isAuthorAbbreviation(word: string, before: string): boolean {
  if (/^\p{Lu}$/u.test(word) || BOTANISTS.has(word)) return true
  return /^\(\p{Lu}[\p{L}.]{0,10}\.\)$/u.test(before) && /^\p{Lu}\p{Ll}{1,6}$/u.test(word)
}

/**
 * Genus and species, perhaps with more names between: "Zingiber officinale", "Panax ginseng C.A.", "Abies alba
 * (Mill.)".
 */
function followsBinomial(words: readonly string[]): boolean {
  let at = words.length - 1
  while (
    at > 0 &&
    words.length - at < 5 &&
    /^[(]?\p{Lu}[\p{L}.]*[)]?$|^(?:&|et|ex|f\.|var\.|subsp\.)$/u.test(words[at] ?? '')
  )
    at--
  return (
    /^[a-z][a-z-]{2,}$/.test(words[at] ?? '') &&
    /^(?:[(\u2018"']?[A-Z](?:[a-z]{2,}|\.)|var\.|subsp\.|f\.)$/.test(words[at - 1] ?? '')
  )
}
