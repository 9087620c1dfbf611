/**
 * The BCP 47 tag of a source's word for a language: "eng" → "en", "chi" → "zh", "zh-cn" → "zh-CN", "Deutsch" → "de".
 * What is no language (`und`, `zxx`, "5"), or names several, gives null. RFC 5646 §4.5; ISO 639-1, -2/B and -2/T.
 */
export function languageTag(word: string): string | null {
  if (word.length > 60) return null
  const value = word.trim().toLowerCase().replace(/\.$/, '').replaceAll('_', '-')
  const named = NAMES.get(value)
  if (named !== undefined) return named
  const parts = SUBTAGS.exec(value)
  const code = parts?.[1]
  if (parts === null || code === undefined || NOT_A_LANGUAGE.has(code)) return null
  const language = code.length === 2 ? twoLetters(code) : (SHORTEST.get(code) ?? code)
  if (language === null) return null
  const [, , script, region] = parts
  return [language, script && script.charAt(0).toUpperCase() + script.slice(1), region?.toUpperCase()]
    .filter(part => part !== undefined)
    .join('-')
}

const SUBTAGS = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/

const NOT_A_LANGUAGE: ReadonlySet<string> = new Set(['und', 'mis', 'zxx', 'nan', 'oth'])

/** Countries' codes that stand for the language in many a source; ISO 639-1 has none of them. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['cn', 'zh'],
  ['cz', 'cs'],
  ['dk', 'da'],
  ['iw', 'he'],
  ['jp', 'ja'],
  ['ua', 'uk'],
])

function twoLetters(code: string): string | null {
  return KNOWN.has(code) ? code : (COUNTRIES.get(code) ?? null)
}

const TABLE = `
aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara,arb as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul
bi:bis bm:bam bn:ben bo:bod,tib br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:ces,cze cu:chu cv:chv
cy:cym,wel da:dan de:deu,ger dv:div dz:dzo ee:ewe el:ell,gre en:eng eo:epo es:spa et:est eu:baq,eus
fa:fas,per,pes ff:ful fi:fin fj:fij fo:fao fr:fra,fre fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau
he:heb hi:hin ho:hmo hr:hrv,scr ht:hat hu:hun hy:arm,hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido
is:ice,isl it:ita iu:iku ja:jpn jv:jav ka:geo,kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau
ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah
mi:mao,mri mk:mac,mkd ml:mal mn:mon mr:mar ms:may,msa,zsm mt:mlt my:bur,mya na:nau nb:nob nd:nde ne:nep ng:ndo
nl:dut,nld nn:nno no:nor nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus
pt:por qu:que rm:roh rn:run ro:ron,rum ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag sh:hbs si:sin sk:slk,slo
sl:slv sm:smo sn:sna so:som sq:alb,sqi sr:scc,srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha
ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie
vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:chi,cmn,zho zu:zul
`

const KNOWN = new Set<string>()
const SHORTEST = new Map<string, string>()
for (const row of TABLE.trim().split(/\s+/)) {
  const [short = '', long = ''] = row.split(':')
  KNOWN.add(short)
  for (const code of long.split(',')) SHORTEST.set(code, short)
}

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'arabic العربية',
    cs: 'czech čeština',
    da: 'danish dansk',
    de: 'german deutsch',
    el: 'greek ελληνικά',
    en: 'english',
    es: 'spanish español castellano',
    fa: 'persian farsi فارسی',
    fi: 'finnish suomi',
    fr: 'french français francais',
    hr: 'croatian hrvatski',
    hu: 'hungarian magyar',
    id: 'indonesian',
    it: 'italian italiano',
    ja: 'japanese 日本語',
    ko: 'korean 한국어',
    la: 'latin',
    nl: 'dutch nederlands',
    no: 'norwegian norsk',
    pl: 'polish polski',
    pt: 'portuguese português portugues',
    ro: 'romanian română',
    ru: 'russian русский',
    sr: 'serbian српски',
    sv: 'swedish svenska',
    th: 'thai ไทย',
    tr: 'turkish türkçe',
    uk: 'ukrainian українська',
    vi: 'vietnamese',
    zh: 'chinese 中文 汉语 漢語',
  }).flatMap(([tag, names]) => names.split(' ').map(name => [name, tag] as const)),
)
