import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {arxivFromDoi, arxivFromUrl, arxivIn, arxivOf} from '../../src/normalize/arxiv.js'
import {isIssn, issnsOf} from '../../src/normalize/issn.js'
import {isOrcid, orcidOf} from '../../src/normalize/orcid.js'
import {pmcidFromUrl, pmcidOf, pmidFromUrl, pmidOf} from '../../src/normalize/pmid.js'
import {s2CorpusIdFromUrl, s2CorpusIdOf, s2PaperIdFromUrl, s2PaperIdOf} from '../../src/normalize/s2.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const CHANGED = ['identifier-not-canonical']
const EMPTY = ['value-placeholder']
const PAPER = 'c79a8fd667f59e6f1ca9d54afc34f792e9079c7e'

describe('issnsOf', () => {
  it.each([
    ['0000-0019', ['0000-0019'], []],
    ['01678655', ['0167-8655'], CHANGED],
    ['1048-891x', ['1048-891X'], CHANGED],
    ['ISSN:1234-5679', ['1234-5679'], CHANGED],
    ['1234\u20115679', ['1234-5679'], CHANGED],
    ['1-2345679', ['1234-5679'], CHANGED],
    ['1234-5679 (print); eISSN 0167-8655', ['1234-5679', '0167-8655'], CHANGED],
    ['<b>ISSN</b>:1234 -\t5679(print)', ['1234-5679'], CHANGED],
    ['https://portal.issn.org/resource/ISSN/1234-5679', ['1234-5679'], CHANGED],
    ['1234-5678', [], ['issn-invalid']],
    ['123X-5679', [], ['issn-invalid']],
    ['12345679123', [], ['issn-invalid']],
    ['0000-0000', [], EMPTY],
    ['00000000', [], EMPTY],
    ['N/A', [], EMPTY],
    ['', [], []],
  ])('reads %j as %j', (text, issns, rules) => {
    expect(noted(note => issnsOf(text, note))).toEqual({value: issns, rules})
  })

  it('keeps the order of a list and each ISSN once', () => {
    expect(issnsOf(['1234-5679', '01678655', '0167-8655', ''], silent)).toEqual(['1234-5679', '0167-8655'])
    expect(issnsOf(null, silent)).toEqual([])
  })

  it('knows a check digit', () => {
    expect(['1234-5679', '1048-891X'].every(isIssn)).toBe(true)
    expect(['1234-5678', '1048-891x', '0000-0000', '12345679'].some(isIssn)).toBe(false)
  })
})

describe('orcidOf', () => {
  it.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097', []],
    ['0009-0005-6000-7479', '0009-0005-6000-7479', []],
    ['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097', CHANGED],
    ['orcid.org/0000-0002-1825-0097/', '0000-0002-1825-0097', CHANGED],
    ['ORCID iD: 0000 0002 1825 0097', '0000-0002-1825-0097', CHANGED],
    ['000000021694233x', '0000-0002-1694-233X', CHANGED],
    ['0000-0002-1825-0098', null, ['orcid-invalid']],
    ['0123-4567-3456-6789', null, ['orcid-invalid']],
    ['0000-0001-5000-000X', null, ['orcid-invalid']],
    ['1422-4586-3573-0476', null, ['orcid-invalid']],
    ['https://sandbox.orcid.org/0000-0002-1825-0097', null, ['orcid-invalid']],
    ['0000-0002-1825', null, ['orcid-invalid']],
    ['0000-0000-0000-0000', null, EMPTY],
    [' ', null, []],
    [null, null, []],
  ])('reads %j as %j', (text, orcid, rules) => {
    expect(noted(note => orcidOf(text, note))).toEqual({value: orcid, rules})
  })

  it('is bounded by the blocks of ORCID', () => {
    expect(['0000-0001-5000-0007', '0000-0003-5000-0001'].every(isOrcid)).toBe(true)
    expect(['0000-0001-4999-9994', '0000-0003-5000-001X'].some(isOrcid)).toBe(false)
  })
})

describe('pmidOf and pmcidOf', () => {
  it.each([
    ['33327342', '33327342', []],
    ['PMID: 33327342', '33327342', CHANGED],
    ['33327342.0', '33327342', CHANGED],
    ['https://pubmed.ncbi.nlm.nih.gov/12345/', '12345', CHANGED],
    ['http://www.ncbi.nlm.nih.gov/pubmed/12345', '12345', CHANGED],
    ['PMC123', null, ['pmid-invalid']],
    ['123456789', null, ['pmid-invalid']],
    ['10.5555/1', null, ['pmid-invalid']],
    ['0', null, EMPTY],
    [null, null, []],
  ])('reads the PMID of %j as %j', (text, pmid, rules) => {
    expect(noted(note => pmidOf(text, note))).toEqual({value: pmid, rules})
  })

  it.each([
    ['PMC8642128', 'PMC8642128', []],
    ['8642128', 'PMC8642128', ['pmcid-prefix-missing']],
    ['pmc8642128', 'PMC8642128', CHANGED],
    ['PMC8642128.1', 'PMC8642128', CHANGED],
    ['PMCID: PMC12', 'PMC12', CHANGED],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/5815332', 'PMC5815332', CHANGED],
    ['https://europepmc.org/articles/PMC7738016?pdf=render', 'PMC7738016', CHANGED],
    ['PMC', null, ['pmcid-invalid']],
    ['EMS123', null, ['pmcid-invalid']],
    ['PMC0', null, EMPTY],
    ['', null, []],
  ])('reads the PMCID of %j as %j', (text, pmcid, rules) => {
    expect(noted(note => pmcidOf(text, note))).toEqual({value: pmcid, rules})
  })

  it('reads only their own pages', () => {
    expect(pmidFromUrl('https://europepmc.org/article/MED/12345')).toBe('12345')
    expect(pmcidFromUrl('https://pmc.ncbi.nlm.nih.gov/articles/PMC5/')).toBe('PMC5')
    expect([
      pmidFromUrl(null),
      pmidFromUrl('https://example.org/pubmed/12345'),
      pmcidFromUrl('https://example.org/PMC5'),
    ]).toEqual([null, null, null])
  })
})

describe('arxivOf', () => {
  it.each([
    ['2404.13957', '2404.13957', []],
    ['0704.0001', '0704.0001', []],
    ['hep-th/9901001', 'hep-th/9901001', []],
    ['abs/2404.13957', '2404.13957', CHANGED],
    ['arXiv:0706.0001v1 [q-bio.CB]', '0706.0001', CHANGED],
    ['https://arxiv.org/abs/2404.13957v2', '2404.13957', CHANGED],
    ['http://arxiv.org/pdf/1410.5401.pdf', '1410.5401', CHANGED],
    ['http://export.arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001', CHANGED],
    ['CoRR abs/1410.5401', '1410.5401', CHANGED],
    ['oai:arXiv.org:1410.5401', '1410.5401', CHANGED],
    ['arXiv.2404.13957', '2404.13957', CHANGED],
    ['10.48550/arXiv.2404.13957', '2404.13957', CHANGED],
    ['math.GT/0309136', 'math/0309136', CHANGED],
    ['arXiv:hep-th/1601.07616', '1601.07616', CHANGED],
    ['1601.0761', null, ['arxiv-invalid']],
    ['1234.5678', null, ['arxiv-invalid']],
    ['9901.0001', null, ['arxiv-invalid']],
    ['hep-xx/9901001', null, ['arxiv-invalid']],
    ['https://example.org/abs/0706.0001v1', null, ['arxiv-invalid']],
    ['none', null, EMPTY],
    ['', null, []],
  ])('reads %j as %j', (text, arxiv, rules) => {
    expect(noted(note => arxivOf(text, note))).toEqual({value: arxiv, rules})
  })

  it('reads the DOIs and pages that are arXiv\u2019s own', () => {
    expect(arxivFromDoi('10.48550/arxiv.2404.13957')).toBe('2404.13957')
    expect(arxivFromDoi('10.48550/arxiv.hep-ph/9306312')).toBe('hep-ph/9306312')
    expect([arxivFromDoi(null), arxivFromDoi('10.5555/arxiv.2404.13957'), arxivFromUrl('https://doi.org/10.5555/1'), arxivIn('12 5')]).toEqual([
      null, null, null, null,
    ]) // biome-ignore format: a table
  })
})

describe('s2PaperIdOf and s2CorpusIdOf', () => {
  it.each([
    [PAPER, PAPER, []],
    [PAPER.toUpperCase(), PAPER, CHANGED],
    [`https://www.semanticscholar.org/paper/A-title%3A-of-it-Doe/${PAPER}?x=1`, PAPER, CHANGED],
    [PAPER.slice(1), null, ['identifier-invalid']],
    [`https://example.org/paper/${PAPER}`, null, ['identifier-invalid']],
    ['', null, []],
  ])('reads the paper id of %j as %j', (text, id, rules) => {
    expect(noted(note => s2PaperIdOf(text, note))).toEqual({value: id, rules})
  })

  it.each([
    ['116980993', '116980993', []],
    ['CorpusID:116980993', '116980993', CHANGED],
    ['https://api.semanticscholar.org/CorpusID:116980993', '116980993', CHANGED],
    ['x1', null, ['identifier-invalid']],
    ['0', null, EMPTY],
    [null, null, []],
  ])('reads the corpus id of %j as %j', (text, id, rules) => {
    expect(noted(note => s2CorpusIdOf(text, note))).toEqual({value: id, rules})
  })

  it('finds none in other pages', () => {
    expect([
      s2PaperIdFromUrl('https://doi.org/10.5555/1'),
      s2CorpusIdFromUrl(`https://www.semanticscholar.org/paper/${PAPER}`),
    ]).toEqual([null, null])
  })
})

describe('any text', () => {
  const parts = [
    '0000-0002-1825-0097',
    '1234-5679',
    '01678655',
    'PMC',
    '12',
    '0',
    '.0',
    '.1',
    'v2',
    '2404.13957',
    'hep-th/9901001',
    'arXiv:',
    'abs/',
    'x',
    'X',
    '-',
    ' ',
    'https://',
    'orcid.org/',
    'arxiv.org/abs/',
    'pubmed.ncbi.nlm.nih.gov/',
    'CorpusID:',
    PAPER,
  ]
  const near = fc.array(fc.constantFrom(...parts), {maxLength: 5}).map(list => list.join(''))
  const text = fc.oneof(near, fc.string({unit: 'binary'}))

  it.each([
    ['orcid', orcidOf], ['pmid', pmidOf], ['pmcid', pmcidOf], ['arxiv', arxivOf], ['s2 paper id', s2PaperIdOf], ['s2 corpus id', s2CorpusIdOf],
    ['issn', (value: string | null, note: typeof silent) => issnsOf(value, note)[0] ?? null],
  ] as const)('%s is normalized once and for all', (_, normalize) => {
    fc.assert(
      fc.property(text, value => {
        const once = normalize(value, silent)
        if (once !== null) expect(noted(note => normalize(once, note))).toEqual({value: once, rules: []})
      }),
      {numRuns: 2000},
    )
  }) // biome-ignore format: a table

  it.each([
    ['orcidOf', orcidOf], ['pmidOf', pmidOf], ['pmcidOf', pmcidOf], ['arxivOf', arxivOf], ['s2PaperIdOf', s2PaperIdOf], ['s2CorpusIdOf', s2CorpusIdOf], ['issnsOf', issnsOf],
    ['arxivFromUrl', arxivFromUrl], ['arxivFromDoi', arxivFromDoi], ['pmidFromUrl', pmidFromUrl], ['pmcidFromUrl', pmcidFromUrl],
    ['s2PaperIdFromUrl', s2PaperIdFromUrl], ['s2CorpusIdFromUrl', s2CorpusIdFromUrl],
  ] as const)('%s takes linear time', (_, normalize) => {
    expect(slowest(value => normalize(value, silent))).toBeLessThan(BOUND_MS)
  }) // biome-ignore format: a table
})
