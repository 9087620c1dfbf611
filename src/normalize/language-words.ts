/**
 * How often each language's function words stand in a text. A word that one language alone has counts 2, a shared
 * word 1; no word counts more than three times, only the first 100 words are read, and a word of one or two capitals ("A",
 * "AI", "E. W.") is an initial or an acronym unless all is in capitals.
 * "Die Struktur und die Funktion" → de 4 (und 2, die 1 + 1), nl 2, af 2
 */
export function functionWords(text: string): readonly LanguageScore[] {
  const start = text.length > READ ? text.slice(0, READ) : text
  const words = start.match(ASCII.test(start) ? ASCII_WORD : WORD) ?? []
  const seen: FunctionWord[] = []
  const scores = new Array<number>(LANGUAGES.length).fill(0)
  const alone = new Array<number>(LANGUAGES.length).fill(0)
  const found: number[] = []
  const last = Math.min(words.length, MOST_WORDS)
  for (let at = 0; at < last; at++) {
    const word = functionWord(words[at] ?? '', start)
    if (word === undefined || isThrice(word, seen)) continue
    seen.push(word)
    for (const language of word.languages) {
      const score = scores[language] ?? 0
      if (score === 0) found.push(language)
      scores[language] = score + (word.isOwn ? 2 : 1)
      if (word.isOwn) alone[language] = (alone[language] ?? 0) + 2
    }
  }
  return found.map(at => ({language: LANGUAGES[at] ?? '', score: scores[at] ?? 0, alone: alone[at] ?? 0}))
}

/** A hundred words at most: no need of a map. */
function isThrice(word: FunctionWord, seen: readonly FunctionWord[]): boolean {
  let times = 0
  for (const one of seen) if (one === word) times++
  return times >= 3
}

/** The scores, best first. */
export function bestFirst(scores: readonly LanguageScore[]): readonly LanguageScore[] {
  return scores.toSorted((a, b) => b.score - a.score)
}

export interface LanguageScore {
  readonly language: string
  readonly score: number
  /** The part of the score that words make which no other language here has. */
  readonly alone: number
}

const READ = 1000
const MOST_WORDS = 100
const LOWER_CASE = /\p{Ll}/u
const WORD = /[\p{L}\p{M}]+/gu
const ASCII = /^[\0-\x7f]*$/
const ASCII_WORD = /[A-Za-z]+/g

interface FunctionWord {
  /** Places in `LANGUAGES`. */
  readonly languages: readonly number[]
  readonly isOwn: boolean
}

/** Most words are in small letters, and no function word: one look tells. */
function functionWord(written: string, text: string): FunctionWord | undefined {
  const first = written.charCodeAt(0)
  if (first > 0x60 && first < 0x7b) return FUNCTION_WORDS.get(written)
  const word = written.toLowerCase()
  if (word.length < 3 && word !== written && word.toUpperCase() === written) {
    const shortest = LOWER_CASE.test(text) ? 3 : 2
    if (word.length < shortest) return undefined
  }
  return FUNCTION_WORDS.get(word)
}

/**
 * The words. One that two languages share stands under both, or it would count for too much; so languages are here, too,
 * that are never answered but would be taken for others (af, gl, lb, la). English has words of titles ("effects", "role"), so that
 * most English titles need no detector; what other languages borrow ("learning", "data", "review") is left out.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `the a of and with from for that this those which were was is are been by on in to at as an its their has have had not or
    but be we our can than into between among during after before through using based within without toward towards against
    across about both how what when why whether while under over new other some more most such role effect effects study
    studies patients treatment associated changes evidence among approach approaches disease diseases growth women men
    children health care increased reduced high low early late human cells analysis assessment evaluation development
    properties identification induced related following comparison relationship between use first case report reports
    understanding measurement measurements characterization determination investigation influence application applications
    behavior behaviour response responses during does do there they these it his her who will may also however`,
  de: `der die das und für von mit zur zum im in den dem des ein eine einer eines einem bei auf aus über durch zwischen nach
    als sich nicht ist wird werden wurde wurden sind unter am an so was oder auch bis ihre ihrer seine vom es er war not these
    man da gegen ohne sowie neue neuer deutschen deutschland untersuchung untersuchungen case report`,
  nl: `de het een van en voor met op bij naar zijn wordt worden werd door uit tot aan te dat die niet is was of in over als om
    ook nieuwe onder tussen we had been der den des so er ten ter`,
  af: `die van en in vir met op by na is wat deur tot aan om te het nie se as`,
  lb: `den der an op d vun mat fir eng`,
  fr: `le la les des du de et en dans pour par sur au aux un une est sont avec entre chez à ou qui que se son sa ses leur cette
    ce vers selon étude comme plus not on or but as patients case sûr être nous ont sans`,
  es: `el la los las del de y en para por con una un uno su sus al entre como es se que sobre desde más hacia estudio análisis
    lo le has son han o a e no ha este esta era as mediante`,
  pt: `o os as a do da dos das em no na nos nas e para por com uma um ao aos à às pelo pela entre como é se que sobre seu sua
    não estudo análise desde mais de foram são este esta era case`,
  gl: `o os as a do da dos das en no na nos nas e para por con unha un ao aos polo pola entre como é se que sobre súa seu non
    estudo dun dunha coa máis desde de está este esta era`,
  it: `il lo la i gli le di del della dei delle degli dal dalla nel nella nelle ed in con per su una un è sono tra fra che come
    al alla alle ai sul sulla non studio e a o da uno de se so case or are ha era`,
  ca: `el la els les de del dels i en per amb una un al als entre com és que sobre des dins estudi a no se o ha han`,
  ro: `și şi de la în din pe cu pentru prin ale al a unui unei un este sunt care privind asupra între studiu o nu in are mai
    sau`,
  la: `et in de ad cum ex per ab sive seu quae qui pro non est sunt nova a que an at dum has sub ac`,
  sv: `och i att av för med till på en ett den det som är från vid om hos mellan efter de under inom by har`,
  da: `og i at af for med til på en et den det som er fra ved om hos mellem efter de under by to har over have men`,
  no: `og i å av for med til på en et ei den det som er fra ved om hos mellom etter de under by to har over at have men korleis
    ikkje`,
  is: `og í á af hjá til með um er sem`,
  fi: `ja on ei sekä tai kuin että ovat oli`,
  et: `ja on ei ning kui et oli`,
  lv: `un uz ar no par līdz`,
  lt: `ir į iš su apie`,
  pl: `i w z na do o od po przez dla oraz jest się nie we ze jako przy pod to role u a`,
  cs: `a v na z pro se je do o od při jako k ve i po to role u`,
  sk: `a v na z pre sa je do o od pri ako k vo po to u i`,
  sl: `in v na za z pri od do po je ter kot so o`,
  hr: `i u na za s od do te kao iz pri je o se`,
  sq: `e dhe të në për me nga i`,
  eo: `la de en kaj al por kun pri estas`,
  sw: `na ya wa kwa katika ni za la`,
  tl: `ang ng sa mga at na`,
  uz: `va uchun bilan bu`,
  hu: `a az és egy nem hogy is van`,
  tr: `ve bir ile için olarak bu üzerine de da can`,
  vi: `và của trong các cho được với một những là ở tại từ có không`,
  id: `yang dan di dengan pada untuk dari dalam terhadap ini sebagai oleh antara serta secara ke melalui adalah analisis pengaruh
    karena bahwa berbasis penelitian perusahaan mahasiswa siswa kabupaten metode kualitas studi
    universitas fakultas provinsi puskesmas efektivitas aktivitas kinerja pelayanan perancangan penerapan implementasi upaya
    peran olahraga`,
  ms: `yang dan di dengan pada untuk dari dalam terhadap ini sebagai oleh antara serta secara ke melalui adalah analisis pengaruh
    kerana bahawa kajian pelajar syarikat kaedah kualiti daripada ialah pengurusan
    universiti fakulti keberkesanan aktiviti kalangan murid senaman`,
  ru: `и в на с по для при из от как что не о их или к до та его у за`,
  uk: `і та в на з по для при із від як що не у й або до їх за`,
  bg: `и в на с по за при от като че не или до се е са върху`,
  sr: `и у на са по за при од као или до се је из о не`,
  mk: `и во на со за од се како е при по врз`,
  ar: `في من على إلى عن مع بين التي لدى`,
  fa: `در و از به بر با این را برای آن که های ها می است شده بررسی`,
  ur: `کے کی کا میں اور سے پر ہے کو`,
  hi: `में और का की के से है एवं पर को`,
  ne: `मा र को लागि हरू गर्ने भएको छ`,
  mr: `आणि आहे मधील व या च्या`,
}

const LANGUAGES = Object.keys(WORDS)
const FUNCTION_WORDS = new Map<string, FunctionWord>()
Object.values(WORDS).forEach((words, language) => {
  for (const word of new Set(words.split(/\s+/))) {
    const others = FUNCTION_WORDS.get(word)?.languages ?? []
    FUNCTION_WORDS.set(word, {languages: [...others, language], isOwn: others.length === 0})
  }
})
