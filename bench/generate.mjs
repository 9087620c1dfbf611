// Dumps for measuring, made from the fixtures; the same arguments give the same bytes.
//   node bench/generate.mjs seed|mix MEGABYTES > dump.ndjson
import {readFileSync} from 'node:fs'

const [kind = 'mix', megabytes = '60'] = process.argv.slice(2)
const seed = JSON.parse(readFileSync(new URL('../fixtures/seed.txt', import.meta.url), 'utf8').split('\n')[1])
const original = JSON.parse(seed.resultStr)

let state = 42
/** A number below `most`: a linear congruential generator, so that every run draws the same. */
function draw(most) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * most)
}
const pick = list => list[draw(list.length)]

const words = original.abstract
  .replace(/<[^>]*>/g, ' ')
  .split(/\s+/)
  .filter(Boolean)
const prose = count => Array.from({length: count}, () => pick(words)).join(' ')
const given = ['Ada', 'J. R.', 'Mary-Ann', 'Kai', 'Zoë', 'Li', 'M', 'José A']
const family = ['Doe', 'van der Berg', 'Müller', "O'Neill", 'Teixeira da Silva', 'Wang', 'Nguyen', 'Smith']
/** One name in fifty is not so plain. */
const rare = ['Gschneidner Jr.', 'Wilson III', 'The Invented Study Group', 'Abd El Maksoud']
const authors = count =>
  Array.from({length: count}, () => `${pick(given)} ${draw(50) === 0 ? pick(rare) : pick(family)}`).join(', ')

/** What half of real abstracts are: empty; the rest plain, or marked up in one of the common ways. */
const abstracts = [
  () => '', () => '', () => '', () => '',
  () => prose(150), () => prose(220), () => prose(60),
  () => `<jats:p>${prose(180)}</jats:p>`,
  () => `<h4>Background</h4>${prose(60)}<h4>Results</h4>${prose(80)}<h4>Conclusions</h4>${prose(30)}`,
  () => `<p><strong>Background: </strong>${prose(70)} (<i>P</i> &lt; 0.05) CO<sub>2</sub>.</p><p><strong>Results: </strong>${prose(90)}</p>`,
] // biome-ignore format: a table

function mixed(index) {
  const doi = `10.5555/bench.${index}`
  const inner = {
    ...original,
    title: `${prose(9)} ${index}${pick(['', '.', ' in <i>Homo sapiens</i>'])}`,
    authors: authors(1 + draw(8)),
    doi,
    abstract: pick(abstracts)(),
    journal: {
      name: 'Journal of Invented Results',
      volume: pick([' ', '12', '12 5', '83 3 Pt 2']),
      pages: pick(['', '1-9', '1234-45', 'e1001']),
    },
    publicationDate: pick(['2020-01-31', '2019', '2021-05', '']),
    publicationTypes: pick(['Journal Article', 'JournalArticle, Review', 'research-article; Journal Article', '']),
    citationCount: String(draw(100)),
    ListUrlMain: `https://doi.org/${doi}`,
  }
  const title = draw(20) === 0 ? seed.title : inner.title
  return JSON.stringify({...inner, title, resultStr: JSON.stringify({...inner, resultStr: null})})
}

const seedLine = JSON.stringify(seed)
const bytes = Number(megabytes) * 1e6
let written = 0
let block = ''
for (let index = 0; written < bytes; index++) {
  const line = kind === 'seed' ? seedLine.replaceAll('10.14444/8756', `10.5555/bench.${index}`) : mixed(index)
  block += `${line}\n`
  written += Buffer.byteLength(line) + 1
  if (block.length > 1 << 20) {
    process.stdout.write(block)
    block = ''
  }
}
process.stdout.write(block)
