import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sourceTypesOf, type TypeHints, typeOf} from '../../src/normalize/type.js'
import {PRECEDENCE, TYPE_WORDS} from '../../src/normalize/type-words.js'
import {CSL_TYPES} from '../../src/record/canonical.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const type = (words: string, hints: TypeHints = {}) => noted(note => typeOf(sourceTypesOf(words), hints, note))

describe('typeOf', () => {
  it.each([
    ['Journal Article', 'article-journal'], ['JournalArticle', 'article-journal'], ['journal-article', 'article-journal'], ['RESEARCH ARTICLE', 'article-journal'],
    ['Review', 'article-journal'], ['Letter', 'article-journal'], ['Case Reports', 'article-journal'], ['Published Erratum', 'article-journal'],
    ['Conference Paper', 'paper-conference'], ['proceedings-article', 'paper-conference'], ['inproceedings', 'paper-conference'],
    ['Book Chapter', 'chapter'], ['bookSection', 'chapter'], ['Book', 'book'], ['monograph', 'book'], ['phdthesis', 'thesis'], ['Dissertation', 'thesis'],
    ['posted-content', 'article'], ['preprint', 'article'], ['Dataset', 'dataset'], ['Report', 'report'], ['Standard', 'standard'], ['Reference Entry', 'entry'],
    ['Peer Review', 'review'], ['book-review', 'review-book'], ['journal', 'periodical'], ['Image', 'graphic'], ['Software', 'software'], ['Other', 'document'],
    ['legal_case', 'legal_case'], ['motion_picture', 'motion_picture'],
  ])('takes %s for %s', (word, csl) => {
    expect(type(word)).toEqual({value: csl, rules: []})
  }) // biome-ignore format: a table

  it.each([
    ['JournalArticle, Conference', 'paper-conference'],
    ['Review, JournalArticle', 'article-journal'],
    ['Preprint; Journal Article', 'article'],
    ['Interview; Newspaper Article', 'article-newspaper'],
    ['Dataset; Journal Article', 'article-journal'],
    ['Journal Article; Technical Report', 'article-journal'],
    ['Academic Dissertation; Journal Article', 'thesis'],
    ['Clinical Trial Protocol; Clinical Trial, Phase II; research-article; Journal Article', 'article-journal'],
    ['JournalArticle, Never Heard Of', 'article-journal'],
  ])('of %s takes what tells most: %s', (words, csl) => {
    expect(type(words)).toEqual({value: csl, rules: []})
  })

  it('reports words that it does not know, and takes them for a document', () => {
    expect(type('Never Heard Of')).toEqual({value: 'document', rules: ['type-unknown']})
  })

  it.each([
    ['JournalArticle', {containerTitle: 'ArXiv'}, 'article'],
    ['Journal Article', {containerTitle: 'SSRN Electronic Journal'}, 'article'],
    ['JournalArticle', {containerTitle: 'Journal of Conference Studies'}, 'article-journal'],
    [
      'Book, JournalArticle',
      {title: 'On A', containerTitle: 'Proceedings of the 2nd Workshop on B'},
      'paper-conference',
    ],
    ['Book, JournalArticle', {title: 'On A', containerTitle: 'All of B'}, 'chapter'],
    ['Book', {title: 'Proceedings of the B Conference', containerTitle: 'Proceedings of the B Conference'}, 'book'],
    ['Book', {title: 'On A', containerTitle: 'Studies in B'}, 'book'],
    ['article', {}, 'article'],
    ['article', {containerTitle: 'Journal of B', volume: '3'}, 'article-journal'],
    ['Text', {containerTitle: 'Journal of B', issn: ['1234-5679']}, 'article-journal'],
    ['Text', {}, 'document'],
    ['', {containerTitle: 'Journal of B', volume: '3'}, 'article-journal'],
    ['', {containerTitle: '2011 International Conference on B'}, 'paper-conference'],
    ['', {containerTitle: 'bioRxiv'}, 'article'],
    ['', {arxiv: '2404.13957'}, 'article'],
    ['', {}, 'document'],
  ])('lets the container decide what %j leaves open: %j', (words, hints, csl) => {
    expect(type(words, hints)).toEqual({value: csl, rules: []})
  })
})

describe('the table of types', () => {
  it('ranks each of its types once, and they are CSL\u2019s', () => {
    expect(new Set(PRECEDENCE).size).toBe(PRECEDENCE.length)
    expect(PRECEDENCE.filter(csl => !CSL_TYPES.includes(csl))).toEqual([])
  })

  it('knows every CSL type by its own name, so that CSL-JSON comes back as it was', () => {
    const others = CSL_TYPES.filter(csl => typeOf([csl]) !== csl)
    expect(others).toEqual(['review'])
  })

  it('is asked with folded words', () => {
    expect([...TYPE_WORDS.keys()].filter(word => !/^[\p{Ll}\p{Lo}\p{N}]+$/u.test(word))).toEqual([])
  })
})

describe('sourceTypesOf', () => {
  it.each([
    ['Review; Journal Article', ['Review', 'Journal Article']],
    ['JournalArticle, Conference', ['JournalArticle', 'Conference']],
    ['Clinical Trial, Phase II', ['Clinical Trial, Phase II']],
    ['Research Support, N.I.H., Extramural', ['Research Support, N.I.H., Extramural']],
    [
      "Journal Article, Research Support, U.S. Gov't, Non-P.H.S., Review",
      ['Journal Article', "Research Support, U.S. Gov't, Non-P.H.S.", 'Review'],
    ],
    ["Research Support, Non-U.S. Gov't; Journal Article", ["Research Support, Non-U.S. Gov't", 'Journal Article']],
    [
      ['Clinical Trial, Phase I', ' Review\n'],
      ['Clinical Trial, Phase I', 'Review'],
    ],
    ['  ', []],
    ['N/A', []],
    [null, []],
    [['', 'null'], []],
    ['0', []],
    [['0', 'Review'], ['Review']],
  ])('splits %j into %j', (text, words) => {
    expect(sourceTypesOf(text)).toEqual(words)
  })

  it('notes a placeholder, and takes zero for nothing', () => {
    expect(noted(note => sourceTypesOf('N/A; Review', note))).toEqual({value: ['Review'], rules: ['value-placeholder']})
    expect(noted(note => sourceTypesOf(['null'], note))).toEqual({value: [], rules: ['value-placeholder']})
    expect(noted(note => [sourceTypesOf('0', note), sourceTypesOf(' ', note)])).toEqual({value: [[], []], rules: []})
  })

  it('splits once and for all', () => {
    const near = fc.array(
      fc.constantFrom('Review', 'Clinical Trial', ', ', 'Phase II', '; ', 'N.I.H.', ' ', 'x', '|', 'null'),
      {maxLength: 9},
    )
    fc.assert(
      fc.property(
        fc.oneof(
          near.map(parts => parts.join('')),
          fc.string(),
        ),
        text => {
          const words = sourceTypesOf(text)
          expect(sourceTypesOf(words)).toEqual(words)
          expect(CSL_TYPES).toContain(typeOf(words))
        },
      ),
      {numRuns: 3000},
    )
  })

  it('takes linear time', () => {
    expect(
      slowest(text => [sourceTypesOf(text), typeOf([text], {title: text, containerTitle: text}, silent)]),
    ).toBeLessThan(BOUND_MS)
  })
})
