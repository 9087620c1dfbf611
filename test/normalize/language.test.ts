import {eld} from 'eld/extrasmall'
import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {detectLanguage, languageOf} from '../../src/normalize/language.js'
import {languageTag} from '../../src/normalize/language-code.js'
import {detectorWasMissed, useDetector} from '../../src/normalize/language-detector.js'
import {CHINESE_ONLY} from '../../src/normalize/language-han.js'
import {scriptOf} from '../../src/normalize/script.js'

const ENGLISH =
  'We studied the effects of zinc on the growth of young plants, and found that they were small in most of the cases.'

it('without the detector, what words cannot tell is null, and the want is known', () => {
  expect(languageOf('Unternehmensinsolvenzen in Deutschland', null, null)).toBe(null)
  expect(detectorWasMissed()).toBe(true)
})

it.each([
  ['Tuning of magnetic properties in thin wires', 'en'],
  ['Growth and Survival of Alpine Seedlings', 'en'],
  ['Scheduling algorithms for distributed sensor networks', 'en'],
  ['Learning disability subtyping', null],
  ['Behandling og forebygning: en vurdering', null],
  ['Funktion, Definition und Synchronisation', null],
  ['Bewerking en voltooiing van de uitzondering', null],
])('needs no detector where the words and endings of %j are English, and does not guess', (title, language) => {
  expect(languageOf(title, null, null)).toBe(language)
})

it('does not ask the detector where no opinion would be enough', () => {
  useDetector({
    detect: () => {
      throw new Error('asked')
    },
  })
  expect(languageOf('Errata', null, null)).toBe(null)
  expect(languageOf('Effects of zinc on the growth of plants', null, null)).toBe('en')
})

describe('with the detector', () => {
  beforeAll(() => useDetector(eld))

  it.each(
    rows(`
      da|Betydningen af kost og motion for udviklingen af type 2-diabetes hos unge voksne
      no|Betydningen av kosthold og mosjon for utviklingen av type 2-diabetes hos unge voksne
      sv|Betydelsen av kost och motion för utvecklingen av typ 2-diabetes hos unga vuxna
      nl|De invloed van voeding en beweging op het ontstaan van diabetes bij jongvolwassenen
      fi|Ravitsemuksen ja liikunnan vaikutus tyypin 2 diabeteksen kehittymiseen nuorilla aikuisilla
      hu|A táplálkozás és a testmozgás hatása a cukorbetegség kialakulására fiatal felnőtteknél
      pl|Wpływ diety i aktywności fizycznej na rozwój cukrzycy u młodych dorosłych
      ro|Influența alimentației și a exercițiului fizic asupra dezvoltării diabetului la tineri
      it|L'influenza della dieta e dell'attività fisica sullo sviluppo del diabete nei giovani adulti
      es|La influencia de la dieta y el ejercicio en el desarrollo de la diabetes en adultos jóvenes
      pt|A influência da dieta e do exercício no desenvolvimento do diabetes em adultos jovens
      ca|La influència de la dieta i l'exercici en el desenvolupament de la diabetis en adults joves
      fr|Qualité de vie et vieillissement
      de|Lebensqualität im Alter
      de|Unternehmensinsolvenzen in Deutschland
      tr|Beslenme ve egzersizin genç yetişkinlerde diyabet gelişimi üzerine etkisi
      id|Analisis kualitas pelayanan publik di Kabupaten Bantul
      ms|Kajian tentang kualiti perkhidmatan awam kepada pelajar di Malaysia
      vi|Ảnh hưởng của chế độ ăn và tập luyện đến sự phát triển bệnh ở người trẻ
      ru|Особенности развития экономики региона
      uk|Вплив харчування на розвиток цукрового діабету у молодих людей
      be|Уплыў харчавання і фізічнай актыўнасці на развіццё цукровага дыябету
      bg|Влияние на храненето и физическата активност върху развитието на захарния диабет
      ar|تأثير التغذية والرياضة على تطور مرض السكري لدى الشباب
      fa|تأثیر تغذیه و ورزش بر پیشرفت دیابت در بزرگسالان جوان
      ur|نوجوانوں میں ذیابیطس کی نشوونما پر غذا اور ورزش کے اثرات
      hi|युवा वयस्कों में मधुमेह के विकास पर आहार और व्यायाम का प्रभाव
      el|Η επίδραση της διατροφής και της άσκησης στην ανάπτυξη του διαβήτη
      he|השפעת התזונה והפעילות הגופנית על התפתחות סוכרת בקרב צעירים
      th|ผลของอาหารและการออกกำลังกายต่อการเกิดโรคเบาหวาน
      ko|高麗時代 불교 硏究
      ja|若年成人における糖尿病発症に対する食事と運動の影響
      ja|Kubernetesによる状態機械の複製
      zh|饮食和运动对年轻人糖尿病发展的影响
      zh|COVID-19疫情下SARS-CoV-2检测
      zh|日语助词“は”与“が”的用法研究及其在汉语教学中的应用问题分析
      en|Diet and exercise in young adults
      en|Zinc oxide nanoparticles: synthesis and optical properties
      en|Effects of β-blockers on the heart
    `),
  )('%s: %s', (language, title) => {
    expect(languageOf(title, null, null)).toBe(language)
  })

  it.each([
    'Errata',
    'Vorwort',
    'BERLIN',
    'Escherichia coli O157:H7',
    'Ulmus davidiana var. japonica',
    'Flora Brasiliensis enumeratio plantarum in Brasilia hactenus detectarum',
    'De motu cordis et sanguinis in animalibus exercitatio anatomica',
    '(2R,3S)-2-Amino-3-hydroxybutanoic acid',
    'Rio de Janeiro',
    'α β γ',
    'α-Pinene',
    'Die gebruik van moedertaal in die onderrig van wiskunde',
    'Estudo da calidade de vida das persoas maiores nas vilas galegas',
    "Den Afloss vun der Ernärung an der Beweegung op d'Entwécklung vun Diabetis",
    'Uticaj ishrane i fizičke aktivnosti na razvoj dijabetesa kod mladih odraslih osoba',
    'Жас ересектердегі тамақтану мен дене белсенділігінің қант диабетінің дамуына әсері',
    'Залуу хүмүүсийн хооллолт ба дасгал хөдөлгөөний чихрийн шижинд үзүүлэх нөлөө',
    'په ځوانانو کې د شکرې ناروغۍ پر پرمختګ د خوړو او ورزش اغېزې',
    'Using the hierarchy to enhance the game. (El uso de la jerarquía para el juego y la comprensión de los estudiantes)',
    '12345',
    '',
  ])('what is short, or in a language that the detector takes for its neighbour, is null: %s', title => {
    expect(languageOf(title, null, null)).toBe(null)
  })

  it.each([
    ['国民', null, 'und-Hani'],
    ['元廷所傳西藏秘法考敘', null, 'und-Hani'],
    ['脳神経外科', null, 'und-Hani'],
    ['国民', '我们研究了年轻人的糖尿病。', 'zh'],
    ['国民', '本研究では若年成人の糖尿病を調べた。', 'ja'],
    ['国民', '研究國民經濟與社會發展之關係'.repeat(5), 'zh'],
    ['国民', ENGLISH, 'und-Hani'],
    ['台灣產業', null, 'zh'],
  ])('Han without kana: %s, abstract %s → %s', (title, abstract, language) => {
    expect(languageOf(title, abstract, null)).toBe(language)
  })

  it.each([
    ['Hepatitis', ENGLISH, 'en'],
    [null, ENGLISH, 'en'],
    ['Der Zink und die Pflanzen', ENGLISH, 'de'],
    ['Zink und Licht', ENGLISH, null],
    ['Особенности развития экономики региона', ENGLISH, 'ru'],
    [null, null, null],
  ])('the title comes first, then the abstract: %s, %s → %s', (title, abstract, language) => {
    expect(languageOf(title, abstract, null)).toBe(language)
  })

  it.each([
    ['Errata', 'eng', 'en'],
    ['国民', 'chi', 'zh'],
    ['国民', 'jpn', 'ja'],
    ['国民', 'en', 'und-Hani'],
    ['Особенности развития экономики региона', 'en', 'ru'],
    ['Effects of zinc on the growth of plants', 'zh-CN', 'zh-CN'],
    ['Effects of zinc on the growth of plants', 'und', 'en'],
    ['Errata', 'eng; fre', null],
  ])("the source's word is taken unless the script rules it out: %s, %s → %s", (title, says, language) => {
    expect(languageOf(title, null, says)).toBe(language)
  })

  it('a translation is told by a certain language, a short title by none', () => {
    expect(detectLanguage('Qualité de vie et vieillissement')).toEqual({language: 'fr', certain: true})
    expect(detectLanguage('国民')).toEqual({language: 'und-Hani', certain: false})
    expect(detectLanguage('Errata')?.certain).not.toBe(true)
    expect(detectLanguage('123')).toBe(null)
  })

  it('reads any text, and a megabyte of it in no time', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), text => detectLanguage(text)?.language !== ''))
    const start = performance.now()
    for (const piece of ['a ', '(', '<', ' ', '1,', 'the ', '国', '\u0301', '\ud800', 'и']) {
      const text = piece.repeat(1e6 / piece.length)
      languageOf(text, text, text)
    }
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

it.each([
  ['eng', 'en'],
  ['chi', 'zh'],
  ['zho', 'zh'],
  ['fre', 'fr'],
  ['ger', 'de'],
  ['EN', 'en'],
  ['en_us', 'en-US'],
  ['zh-hans-cn', 'zh-Hans-CN'],
  ['es-419', 'es-419'],
  ['English.', 'en'],
  ['Deutsch', 'de'],
  ['中文', 'zh'],
  ['jya', 'jya'],
  ['mul', 'mul'],
  ['jp', 'ja'],
  ['und', null],
  ['zxx', null],
  ['xx', null],
  ['en fr', null],
  ['', null],
  ['a-very-long-word-that-is-no-language-at-all', null],
])('the tag of %s is %s', (word, tag) => {
  expect(languageTag(word)).toBe(tag)
})

it.each([
  ['The β-blockers', 'Latn'],
  ['CRISPR 的研究', 'Hani'],
  ['Lu Xun 鲁迅 and modern Chinese literature', 'Latn'],
  ['テスト', 'Jpan'],
  ['123', null],
  ['\u{20000}\u{20001}', 'Hani'],
])('the script of %s is %s', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})

it('no character of the Chinese-only set is in the Japanese or the Korean standard', () => {
  const shared = new Set([...hanOf('shift_jis', 0x88, 0xfc, 0x40), ...hanOf('euc-kr', 0xca, 0xfd, 0xa1)])
  expect([...CHINESE_ONLY].filter(one => shared.has(one))).toEqual(['們'])
  expect(['这', '们', '药', '产', '產', '值', '你'].filter(one => !CHINESE_ONLY.has(one))).toEqual([])
})

/** Every Han character that an encoding has in its two-byte area. */
function hanOf(encoding: string, first: number, last: number, trail: number): string[] {
  const decoder = new TextDecoder(encoding)
  const bytes = new Uint8Array(2)
  const all: string[] = []
  for (let lead = first; lead <= last; lead++) {
    for (let next = trail; next <= 0xfe; next++) {
      bytes.set([lead, next])
      const text = decoder.decode(bytes)
      if (/^\p{Script=Han}$/u.test(text)) all.push(text)
    }
  }
  return all
}

function rows(table: string): [string, string][] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [language = '', title = ''] = line.trim().split('|')
      return [language, title]
    })
}
