import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {abstractOf} from '../../src/normalize/abstract.js'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {fragments} from '../support/html.js'
import {noted, silent} from '../support/notes.js'

beforeAll(loadHtmlLibrary)

const AIM_AND_RESULTS = [
  {label: 'Aim', text: 'To see.'},
  {label: 'Results', text: 'We saw.'},
]

describe('abstractOf', () => {
  it.each([
    '<p><strong>Aim: </strong>To see.</p><p><strong>Results: </strong>We saw.</p>',
    '<p><strong>Aim</strong>: To see.</p><p><strong>Results</strong>: We saw.</p>',
    '<strong>Aim </strong>To see. <strong>Results </strong>We saw.',
    '<h4>Aim</h4>To see.<h4>Results</h4>We saw.',
    '<b>Aim:</b> To see. <b>Results:</b> We saw.',
    '<b>Aim.</b>To see.<b>Results.</b>We saw.',
    '<b>Aim:</b><br>To see.<br><br><b>Results:</b><br>We saw.',
    '<p><i>Aim</i>. To see. <i>Results.</i> We saw.</p>',
    '<jats:sec><jats:title>Aim</jats:title><jats:p>To see.</jats:p></jats:sec>\n<jats:sec>\n<jats:title>Results</jats:title><jats:p>We saw.</jats:p></jats:sec>',
    '<sec><title>Aim:</title><p>To see.</p></sec><sec><title>Results:</title><p>We saw.</p></sec>',
    '<jats:title><jats:bold>Aim:</jats:bold></jats:title><jats:p>To see.</jats:p><jats:title><jats:bold>Results:</jats:bold></jats:title><jats:p>We saw.</jats:p>',
    '<AbstractText Label="Aim" NlmCategory="OBJECTIVE">To see.</AbstractText><AbstractText Label="Results">We saw.</AbstractText>',
    '<p><b>Aim</b></p><p>To see.</p><p><b>Results</b></p><p>We saw.</p>',
    'Aim: To see. Results: We saw.',
    'Aim:To see.Results:We saw.',
    'Aim\uff1aTo see. Results \uff1a We saw.',
    'Aim. To see. Results. We saw.',
    'Aim: To see.\n\nResults: We saw.',
    '&lt;b&gt;Aim:&lt;/b&gt; To see. &lt;b&gt;Results:&lt;/b&gt; We saw.',
  ])('finds the sections of %s', markup => {
    expect(abstractOf(markup, silent)).toEqual({
      abstract: 'Aim: To see.\n\nResults: We saw.',
      abstractSections: AIM_AND_RESULTS,
    })
  }) // biome-ignore format: a table

  it.each([
    ['BACKGROUND:Eribulin is. METHODS:We did. TRIAL REGISTRATION: None.', ['BACKGROUND', 'METHODS', 'TRIAL REGISTRATION']],
    ['BACKGROUND: It is. RESULTS: It was. OUR OWN LABEL: It will.', ['BACKGROUND', 'RESULTS', 'OUR OWN LABEL']],
    ['Background and aims: It is. Patients & methods: We did. Discussion/Conclusions: So.', ['Background and aims', 'Patients & methods', 'Discussion/Conclusions']],
    ['Design, setting, and participants: It is. Main outcome measures: We did.', ['Design, setting, and participants', 'Main outcome measures']],
    ['目的：探讨。方法：分析。结果：有。结论：好。', ['目的', '方法', '结果', '结论']],
    ['【目的】探讨。【方法】分析。', ['目的', '方法']],
    ['目的 探讨。方法 分析。结果 有。', ['目的', '方法', '结果']],
    ['<sec><title>OBJETIVO</title><p>Ver.</p></sec><sec><title>MÉTODOS</title><p>Vimos.</p></sec>', ['OBJETIVO', 'MÉTODOS']],
    ['<h4>Background</h4>It is.<h4>Protocol version</h4>One.', ['Background', 'Protocol version']],
    ['<p><b>What we knew:</b> Little.</p><p><b>What we learnt:</b> More.</p>', ['What we knew', 'What we learnt']],
    ['<p>First.</p><p><strong>Conclusion: </strong>Last.</p>', ['Conclusion']],
  ])('labels %s', (markup, labels) => {
    expect(abstractOf(markup, silent).abstractSections.map(section => section.label)).toEqual(labels)
  }) // biome-ignore format: a table

  it.each([
    'We ask: what is it? In short: nothing.',
    'Results: they are here, and nothing else is labelled.',
    'It was 5:1. The method: none.',
    'In vitro results: we saw. Our methods: none.',
    'Taxonomy: Oryza. Other names: TOS 1.',
    '<p>We show that <b>this:</b> is. And <b>that</b> too.</p>',
    '<p><i>Mus musculus</i>. Results of it.</p>',
    '<jats:title>A Whole Title of a Paper, That Someone Put Before the Abstract</jats:title><jats:p>Text.</jats:p>',
    `${'Aim: x. Results: y. '.repeat(60)}`,
  ])('finds none in %s', markup => {
    expect(abstractOf(markup, silent).abstractSections).toEqual([])
  })

  it.each([
    'Abstract Background: x was unknown. Methods: y was done. Results: z. Conclusions: w.',
    'ABSTRACT: Background: x was unknown. Methods: y was done. Results: z. Conclusions: w.',
    '<p>Abstract Background: x was unknown. Methods: y was done. Results: z. Conclusions: w.</p>',
    '<p>Abstract <b>Background:</b> x was unknown. <b>Methods:</b> y was done. <b>Results:</b> z. <b>Conclusions:</b> w.</p>',
    '<h4>Abstract</h4><p>Background: x was unknown. Methods: y was done. Results: z. Conclusions: w.</p>',
  ])('finds the section right after the heading of %s', markup => {
    const {value, rules} = noted(note => abstractOf(markup, note))
    expect(value.abstractSections).toEqual([
      {label: 'Background', text: 'x was unknown.'},
      {label: 'Methods', text: 'y was done.'},
      {label: 'Results', text: 'z.'},
      {label: 'Conclusions', text: 'w.'},
    ])
    expect(value.abstract).toBe('Background: x was unknown.\n\nMethods: y was done.\n\nResults: z.\n\nConclusions: w.')
    expect(rules).toEqual(['abstract-boilerplate'])
  })

  it('keeps the text before the first label, and the paragraphs of a section', () => {
    const markup = '<p>Before.</p><p><b>Results:</b> One.</p><p>Two.</p><p><b>Conclusion:</b> Three.</p>'
    expect(abstractOf(markup, silent)).toEqual({
      abstract: 'Before.\n\nResults: One.\n\nTwo.\n\nConclusion: Three.',
      abstractSections: [
        {label: 'Results', text: 'One.\n\nTwo.'},
        {label: 'Conclusion', text: 'Three.'},
      ],
    })
  })

  it('writes a question as a label without a colon', () => {
    expect(abstractOf('<h4>What is new?</h4>This.<h4>So what?</h4>That.', silent).abstract).toBe(
      'What is new? This.\n\nSo what? That.',
    )
  })

  it.each([
    ['<jats:title>Abstract</jats:title><jats:p>We show.</jats:p>', 'We show.'],
    ['<title>ABSTRACT:</title><p>We show.</p>', 'We show.'],
    ['<p><b>Abstract</b></p><p>We show.</p>', 'We show.'],
    ['<p>Abstract. We show.</p>', 'We show.'],
    ['Abstract: Fish show.', 'Fish show.'],
    ['Abstract We show.', 'We show.'],
    ['ABSTRACT Fish show.', 'Fish show.'],
    ['摘要：鱼。', '鱼。'],
    ['We show. ©2016 AACR.', 'We show.'],
    ['<p>We show.</p><p>© 2011 Wiley Periodicals, Inc.</p>', 'We show.'],
    ['We show. Copyright © 2011 John Wiley & Sons, Ltd.', 'We show.'],
    ['We show. (C) 2020 Published by Elsevier B.V.', 'We show.'],
    ['We show. © 2012 Elsevier Inc. All rights reserved.', 'We show.'],
    ['We show. (PsycInfo Database Record (c) 2023 APA, all rights reserved)', 'We show.'],
    ['We show. ©', 'We show.'],
  ])('takes what is no abstract out of %s and notes it', (markup, abstract) => {
    expect(noted(note => abstractOf(markup, note))).toEqual({
      value: {abstract, abstractSections: []},
      rules: ['abstract-boilerplate'],
    })
  })

  it.each([
    ['Abstract Expressionism is hard.', 'Abstract Expressionism is hard.'],
    ['<jats:title>Summary</jats:title><jats:p>We show.</jats:p>', 'Summary: We show.'],
    ['<title>RESUMO</title><p>Ver.</p>', 'RESUMO: Ver.'],
    ['Summary: We show.', 'Summary: We show.'],
    ['<正>鱼。', '<正>鱼。'],
    [
      'We show. © 2017 AACR. See the related article that was written by others.',
      'We show. © 2017 AACR. See the related article that was written by others.',
    ],
  ])('leaves what may be part of %s, and notes it', (markup, abstract) => {
    expect(noted(note => abstractOf(markup, note))).toEqual({
      value: {abstract, abstractSections: []},
      rules: ['abstract-boilerplate'],
    })
  })

  it.each([
    'Summary form only given.',
    'Abstract algebra is hard.',
    'Abstract art is one.',
    'Abstract interpretation is one.',
    'The © sign costs nothing.',
    'Copyright law has changed since 1990, we say.',
    'We compare (a) this; (b) that; (c) these.',
  ])('says nothing about %s', abstract => {
    expect(noted(note => abstractOf(abstract, note))).toEqual({value: {abstract, abstractSections: []}, rules: []})
  })

  it('takes the mark of a cut abstract out and notes it', () => {
    expect(noted(note => abstractOf('We show that.(ABSTRACT TRUNCATED AT 250 WORDS)', note))).toEqual({
      value: {abstract: 'We show that.', abstractSections: []},
      rules: ['abstract-truncated'],
    })
  })

  it.each([
    'N/A',
    'null',
    '-',
    '无',
    'No abstract available',
    '[No abstract]',
    'abstract unavailable',
    'ABSTRACT NOT AVAILABLE',
    'Abstract N/A',
    '<p>No abstract available.</p>',
    '暂无摘要',
  ])('takes %s for no abstract', markup => {
    expect(noted(note => abstractOf(markup, note))).toEqual({
      value: {abstract: null, abstractSections: []},
      rules: ['value-placeholder'],
    })
  })

  it('gives null for a blank abstract without a note', () => {
    for (const blank of ['', ' ', '<p> </p>', '<jats:p/>', '&nbsp;'])
      expect(noted(note => abstractOf(blank, note))).toEqual({
        value: {abstract: null, abstractSections: []},
        rules: [],
      })
  })

  it.each([
    ['One.\nStill one.\n \nTwo.', 'One. Still one.\n\nTwo.'],
    ['<p>One.\n\nStill one.</p><p>Two.</p>', 'One. Still one.\n\nTwo.'],
    ['<i>One</i>.\n\nTwo.', 'One.\n\nTwo.'],
    ['<p><ul><li>One</li><li>two</li></ul></p>', 'One\n\ntwo'],
    ['<jats:list><jats:list-item><jats:p>One.</jats:p></jats:list-item></jats:list>Two.', 'One.\n\nTwo.'],
    ['One.<br>Two<br>and three<br><br>four<br>Taxonomy: five', 'One.\n\nTwo and three\n\nfour\n\nTaxonomy: five'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc'],
    ['(<i>P</i><0.001) and (<16 years of age)', '(P<0.001) and (<16 years of age)'],
    ['<p>at<math><mi>n</mi></math></p>', 'atn'],
  ])('makes paragraphs of %j', (markup, abstract) => {
    expect(abstractOf(markup, silent).abstract).toBe(abstract)
  })

  it('has the text of every section in the abstract, trimmed, whatever comes', () => {
    fc.assert(
      fc.property(fragments, markup => {
        const {abstract, abstractSections} = abstractOf(markup, silent)
        for (const {label, text} of abstractSections) {
          expect(abstract).toContain(label)
          expect(abstract).toContain(text)
          expect([label, text]).toEqual([label.trim(), text.trim()])
        }
        if (abstract !== null)
          expect(abstract.split('\n\n').every(line => line !== '' && line === line.replace(/\s+/g, ' ').trim())).toBe(
            true,
          )
      }),
      {numRuns: 1000},
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => abstractOf(text, silent))).toBeLessThan(BOUND_MS)
    for (const unit of [
      'Methods: ',
      'Aa:',
      '目的：',
      '目的 ',
      'Results. ',
      '<b>Aim:</b> x ',
      '<h4>Aim</h4>x',
      '© 2020 ',
      'Abstract ',
      '(c) 2020 ',
      '\n ',
    ]) {
      const start = performance.now()
      abstractOf(unit.repeat(1_000_000 / unit.length), silent)
      expect(performance.now() - start).toBeLessThan(2 * BOUND_MS)
    }
  })
})
