import {hasTriple, headTriples} from './letter-triples.js'

const COUNTRIES = new Set(
  `afghanistan|albania|algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|bolivia|bosnia and herzegovina|botswana|brasil|brazil|bulgaria|cambodia|cameroon|canada|chile|china|colombia|costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|deutschland|dominican republic|ecuador|egypt|england|espa\u00f1a|estonia|ethiopia|finland|france|georgia|germany|ghana|greece|guatemala|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italia|italy|jamaica|japan|jordan|kazakhstan|kenya|korea|kuwait|latvia|lebanon|libya|lithuania|luxembourg|malaysia|malta|mexico|m\u00e9xico|moldova|mongolia|morocco|mozambique|myanmar|nepal|netherlands|new zealand|nigeria|northern ireland|norway|oman|pakistan|palestine|panama|paraguay|per\u00fa|peru|philippines|poland|portugal|puerto rico|qatar|republic of korea|romania|russia|russian federation|saudi arabia|scotland|senegal|serbia|singapore|slovakia|slovenia|south africa|south korea|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tanzania|thailand|the netherlands|tunisia|turkey|t\u00fcrkiye|uganda|ukraine|united arab emirates|united kingdom|united states|united states of america|uruguay|uzbekistan|venezuela|viet nam|vietnam|wales|yemen|zambia|zimbabwe|uk|u.k|usa|u.s.a|u.s|us|prc|pr china|p.r. china|p. r. china|p.r china|people's republic of china|ir iran|i.r. iran|uae|\u4e2d\u56fd|\u65e5\u672c`.split(
    '|',
  ),
)
const UNIT =
  /^(?:the )?(?:(?:graduate |medical )?school|faculty|department|dept\.?|division|section|laboratory|d[e\u00e9]partement|departamento|dipartimento|facultad|faculdade) (?:of|for|de|di) /i
const POST =
  /^(?:(?:assistant|associate|adjunct|emeritus|full|visiting|senior|junior|clinical|research) )+(?:professor|lecturer|fellow|scientist|researcher|engineer|resident|consultant)\b|^(?:professor|lecturer|ph\.?d\.? (?:student|candidate|scholar)|(?:post-?)?graduate student|student)(?:$| (?:of|in|and|at|&) )/i
/** The first words of the two patterns above: nearly every name is turned away by them. */
export const UNIT_HEADS: ReadonlySet<string> = new Set(
  'the graduate medical school faculty department dept dept. division section laboratory d\u00e9partement departement departamento dipartimento facultad faculdade assistant associate adjunct emeritus full visiting senior junior clinical research professor lecturer phd ph.d ph.d. postgraduate post-graduate student'.split(
    ' ',
  ),
)
const UNIT_TRIPLES = headTriples(UNIT_HEADS)
const LEGAL_FORM =
  /^(?:inc|ltd|llc|l\.l\.c|corp|co|co\.,? ?ltd|pty ltd|plc|gmbh|s\.a|s\.p\.a|s\.r\.l|b\.v|n\.v|a\.g|pvt\. ltd|ltda|lda)\.?$/i

/** True for a country's English name, or one of its usual short forms: `Iran`, `U.S.A.`, `UK.`. */
export function isCountry(text: string): boolean {
  return text.length <= 26 && COUNTRIES.has(text.replace(/[.)]$/, '').toLowerCase())
}

/** True for a part of an address within an organisation, or a post in it: `School of Medicine`, `Assistant Professor`. */
export function isUnit(text: string): boolean {
  const space = text.indexOf(' ')
  if (!hasTriple(UNIT_TRIPLES, text, 0, space < 0 ? text.length : space)) return false
  const head = space < 0 ? text : text.slice(0, space)
  return UNIT_HEADS.has(head.toLowerCase()) && (UNIT.test(text) || POST.test(text))
}

/** True for the part after a comma that says what kind of company stands before it: `Inc.`, `Co., Ltd.`. */
export function isLegalForm(text: string): boolean {
  return text.length <= 12 && LEGAL_FORM.test(text)
}
