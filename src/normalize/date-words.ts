/** Names of the months and their abbreviations in English, French, German, Spanish, Italian, Portuguese and Dutch; 1 to 12. */
const MONTHS = [
  'january jan janvier janv januar j\u00e4nner enero ene gennaio gen janeiro januari',
  'february feb febr f\u00e9vrier fevrier f\u00e9vr fevr f\u00e9v fev februar feber febrero febbraio fevereiro februari',
  'march mar mars m\u00e4rz maerz m\u00e4r mrz marzo mar\u00e7o marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juin juni junio giugno giu junho',
  'july jul juillet juil juli julio luglio lug julho',
  'august aug ao\u00fbt aout agosto ago augustus',
  'september sep sept septembre septiembre setiembre settembre set setembro',
  'october oct octobre oktober okt octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec d\u00e9cembre decembre d\u00e9c dezember dez diciembre dic dicembre dezembro',
]

const SEASONS =
  'spring spr summer sum autumn aut fall winter win wtr easter christmas michaelmas hilary trinity quarter quart qtr q trimester trimest trim semester ' +
  'printemps \u00e9t\u00e9 ete automne hiver fr\u00fchjahr fr\u00fchling fruehjahr sommer herbst primavera verano oto\u00f1o invierno estate autunno inverno ' +
  'ver\u00e3o verao outono lente voorjaar zomer herfst najaar \u6625 \u590f \u79cb \u51ac \u6625\u5b63 \u590f\u5b63 \u79cb\u5b63 \u51ac\u5b63'

/** Words that may stand in a date and say nothing of it: articles, endings of ordinals, weekdays, labels. */
const NOISE =
  'of the in on at de del di da do den der le la el il o a e er re eme st nd rd th d ad ce ca circa c copyright z utc gmt am pm ' +
  'first second third fourth early mid late date dated published publication issued online print printed electronic epub issue ' +
  'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
  'lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
  'lunes martes mi\u00e9rcoles jueves viernes s\u00e1bado domingo'

const RANGES = '- \u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2212 / & ~ to bis until till au al et und and y en'

export type DateWord = 'season' | 'noise' | 'range' | number

const words = (list: string, kind: DateWord): [string, DateWord][] => list.split(' ').map(word => [word, kind])

/** What a lower-case word or sign means in a date: the number of a month, or its kind. "sept" → 9, "spr" → "season" */
export const DATE_WORDS: ReadonlyMap<string, DateWord> = new Map([
  ...words(NOISE, 'noise'),
  ...words(RANGES, 'range'),
  ...words(SEASONS, 'season'),
  ...MONTHS.flatMap((names, at) => words(names, at + 1)),
])

/** Whole values that say that there is no date, or none yet. */
export const NO_DATE =
  /^(?:n\.? ?d\.?|no date|s\.? ?a\.?|s\.? ?d\.?|sine anno|date unknown|undated|in press|in print|forthcoming|to appear|to be published|submitted|accepted|tba|(?:e-?pub )?ahead of print|online first|[0 :./t-]+z?)$/

const ERAS: readonly (readonly [RegExp, number])[] = [
  [/(?:\u0e1e\.? ?\u0e28\.?|\bb\.? ?e\.?) ?(\d{4})(?!\d)/, -543],
  [/(?:\u4e2d\u534e|\u4e2d\u83ef)?\u6c11[\u56fd\u570b] ?(\d{1,3})(?!\d) ?\u5e74?/, 1911],
  [/\u4ee4\u548c ?(\u5143|\d{1,2})(?!\d) ?\u5e74?/, 2018],
  [/\u5e73\u6210 ?(\u5143|\d{1,2})(?!\d) ?\u5e74?/, 1988],
  [/\u662d\u548c ?(\u5143|\d{1,2})(?!\d) ?\u5e74?/, 1925],
  [/\u5927\u6b63 ?(\u5143|\d{1,2})(?!\d) ?\u5e74?/, 1911],
  [/\u660e\u6cbb ?(\u5143|\d{1,2})(?!\d) ?\u5e74?/, 1867],
]

/** With a year of a named era as the common year: Buddhist, Republic of China, Japanese reigns. "民國108年3月" → "2019 3月" */
export function commonEra(text: string): string {
  let date = text
  for (const [era, years] of ERAS) {
    date = date.replace(era, (_, year: string) => `${(year === '\u5143' ? 1 : Number(year)) + years} `)
  }
  return date
}
