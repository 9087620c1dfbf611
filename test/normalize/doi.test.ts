import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {doiFromUrl, doiOf, isDoi} from '../../src/normalize/doi.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const SICI = '10.1002/1099-1166(200112)16:1+<::aid-gps568>3.0.co;2-m'

describe('doiOf', () => {
  it.each([
    '10.5555/12345678', '10.5555/a-b_c.d;e(f)g/h', '10.5555/tao.2009.05.25.02(iwnop)', '10.1037//0022-0000.45.2.357', '10.18730/117k*', '10.5555/d8sy$',
    '10.5555/jp000606+', '10.5555/a=b~c', '10.5555/(sici)1234-987x(199607)9:4<135::aid-x>3.3.co;2-#', SICI, '10.5555.10/abc', '10.5555/a#article-1',
  ])('leaves %s alone', doi => {
    expect(noted(note => doiOf(doi, note))).toEqual({value: doi, rules: []})
    expect(isDoi(doi)).toBe(true)
  }) // biome-ignore format: a table

  it.each([
    ['10.5555/ABC', '10.5555/abc'],
    ['https://doi.org/10.5555/abc', '10.5555/abc'],
    ['http://dx.doi.org/10.5555/abc', '10.5555/abc'],
    ['www.doi.org/10.5555/abc', '10.5555/abc'],
    ['https://doi.org/https://doi.org/10.5555/abc', '10.5555/abc'],
    ['https://doi.org/doi:10.5555/abc', '10.5555/abc'],
    ['https://doi.org/10.5555/abc?utm=1', '10.5555/abc'],
    ['https://doi.org/10.5555/abc/', '10.5555/abc'],
    ['http://dx.doi.org.ezproxy.example.edu/10.5555/abc', '10.5555/abc'],
    ['http://doi.acm.org/10.5555/1294928', '10.5555/1294928'],
    ['doi:10.5555/abc', '10.5555/abc'],
    ['DOI 10.5555/abc', '10.5555/abc'],
    ['doi10.5555/abc', '10.5555/abc'],
    ['urn:doi:10.5555/abc', '10.5555/abc'],
    ['info:doi/10.5555/abc', '10.5555/abc'],
    ['\uff24\uff2f\uff29\uff1a10.5555/abc', '10.5555/abc'],
    ['10.5555%2Fabc', '10.5555/abc'],
    ['https%3A%2F%2Fdoi.org%2F10.5555%2Fabc', '10.5555/abc'],
    ['10.5555/a%252Fb', '10.5555/a/b'],
    ['10.5555/abc.', '10.5555/abc'],
    ['10.5555/abc,', '10.5555/abc'],
    ['(10.5555/abc)', '10.5555/abc'],
    ['<10.5555/abc>', '10.5555/abc'],
    ['10.5555/a(b)c).', '10.5555/a(b)c'],
    ['10.5555/a\u200bbc', '10.5555/abc'],
    ['10.5555/ abc', '10.5555/abc'],
    ['10.5555\n/abc', '10.5555/abc'],
    ['10.5555/abc (print)', '10.5555/abc'],
    ['10.5555/abc; 10.5555/def', '10.5555/abc'],
    ['10.5555/abc;10.5555/def', '10.5555/abc'],
    ['10.5555/a%3B10.5555/b', '10.5555/a'],
    ['10.5555/a&lt;b&gt;c', '10.5555/a<b>c'],
    ['10.5555/a&amp;amp;lt;b', '10.5555/a<b'],
    ['https://www.example.org/doi/full/10.5555/abc/35.3?x=1#y', '10.5555/abc/35.3'],
    ['https://example.org/article?id=10.5555/x.1&y=2', '10.5555/x.1'],
  ])('reads %j as %s', (text, doi) => {
    expect(noted(note => doiOf(text, note))).toEqual({value: doi, rules: ['doi-not-canonical']})
    expect(isDoi(text)).toBe(false)
  })

  it.each([
    '10.5555', '10.5555/', '10.5555/-', '5555/abc', '10.123/456', '10.5555/abc...', '10.5555/ab\u2026', '10.5555/abc def', 'Erratum for 10.5555/abc',
    'https://pubmed.ncbi.nlm.nih.gov/12/', 'https://example.org/10.5555/a/b', 'https://repository.example.edu/handle/10.5555/123', '10/2020', '01/10/2020',
    '10.5555/a\ufffdb', '123456', '10.12345678901/abc', '110.5555/abc', 'https://doi.org/about', '10.5555/abc%20def',
  ])('refuses %j', text => {
    expect(noted(note => doiOf(text, note))).toEqual({value: null, rules: ['doi-invalid']})
  }) // biome-ignore format: a table

  it.each([
    ['10.5555/abc?utm=1', '10.5555/abc?utm=1'],
    ['10.5555/a\u2010b', '10.5555/a\u2010b'],
    ['10.5555/a\\b', '10.5555/a\\b'],
    ['10.5555/abc%', '10.5555/abc%'],
  ])('keeps %s and doubts it', (text, doi) => {
    expect(noted(note => doiOf(text, note))).toEqual({value: doi, rules: ['doi-suspicious-character']})
  })

  it.each([
    ['10/aabbe', '10/aabbe', ['doi-short-form']],
    ['https://doi.org/10/aabbe', '10/aabbe', ['doi-not-canonical', 'doi-short-form']],
    ['https://doi.org/d8dn', '10/d8dn', ['doi-not-canonical', 'doi-short-form']],
    ['http://dx.doi.org/10%2FAabbe', '10/aabbe', ['doi-not-canonical', 'doi-short-form']],
    ['doi: 10 / aabbe', '10/aabbe', ['doi-not-canonical', 'doi-short-form']],
  ])('keeps the short DOI of %s', (text, doi, rules) => {
    expect(noted(note => doiOf(text, note))).toEqual({value: doi, rules})
  })

  it('folds ASCII letters only', () => {
    expect(doiOf('10.5555/\u00c9A\u0130', silent)).toBe('10.5555/\u00c9a\u0130')
  })

  it('takes nothing for nothing, and a placeholder for nothing with a note', () => {
    expect(noted(note => [doiOf(null, note), doiOf('', note), doiOf(' \n', note)])).toEqual({
      value: [null, null, null],
      rules: [],
    })
    for (const placeholder of ['N/A', '0'])
      expect(noted(note => doiOf(placeholder, note))).toEqual({value: null, rules: ['value-placeholder']})
  })
})

describe('doiFromUrl', () => {
  it.each([
    ['https://doi.org/10.5555/ABC#x', '10.5555/abc#x'],
    ['10.5555/abc', '10.5555/abc'],
    ['https://www.example.org/doi/abs/10.5555/(sici)1<2::aid>3.0.co;2-4/abstract', '10.5555/(sici)1<2::aid>3.0.co;2-4'],
    ['https://example.org/content/pdf/10.5555/bf01756261.pdf', '10.5555/bf01756261'],
    ['https://example.org/wol1/doi/10.5555/insr.12087/fullpdf', '10.5555/insr.12087'],
    [
      'https://example.org/view/book/9780674288980/10.5555/press.9780674288980.c7.xml',
      '10.5555/press.9780674288980.c7',
    ],
    ['https://www.biorxiv.org/content/10.5555/2020.01.01.123456v2.full.pdf', '10.5555/2020.01.01.123456'],
    ['https://proxy.example.edu/login?url=https://doi.org/10.5555/abc', '10.5555/abc'],
  ])('reads %s', (url, doi) => {
    expect(doiFromUrl(url)).toBe(doi)
  })

  it.each([
    null, '', 'https://pubmed.ncbi.nlm.nih.gov/33327342/', 'https://www.semanticscholar.org/paper/c79a8fd667f59e6f1ca9d54afc34f792e9079c7e',
    'https://api.semanticscholar.org/CorpusID:116980993', 'https://example.org/search?q=10.5555/abc', 'https://example.org/10.5555/a/b', 'https://example.org/doi/10.5555/a1/figures', 'https://doi.org/',
  ])('finds none in %s', url => {
    expect(doiFromUrl(url)).toBeNull()
  }) // biome-ignore format: a table
})

describe('any text', () => {
  const near = fc.array(
    fc.constantFrom('10.5555/', '10/', 'a', 'B', '1', '.', '(', ')', '<', '>', '%', '%2F', '%41', '&lt;', '&amp;', ';', ' ', 'doi:', 'https://doi.org/', '/', '?', '#', '\u200b', '\u00e9', '/full', '.pdf'),
    {maxLength: 12},
  ) // biome-ignore format: a table

  it('is normalized once and for all, and what comes out is a DOI', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          near.map(parts => parts.join('')),
          fc.string({unit: 'binary'}),
        ),
        text => {
          const doi = doiOf(text, silent)
          if (doi === null) return
          expect(doi).toMatch(/^10[./][^\sA-Z]+$/)
          expect(doiOf(doi, silent)).toBe(doi)
          expect(isDoi(doi)).toBe(true)
          expect(noted(note => doiOf(doi, note)).rules).not.toContain('doi-not-canonical')
        },
      ),
      {numRuns: 3000},
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => [doiOf(text, silent), doiFromUrl(text), isDoi(text)])).toBeLessThan(BOUND_MS)
  })
})
