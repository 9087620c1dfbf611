import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {titleOf} from '../../src/normalize/title.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {fragments} from '../support/html.js'
import {noted, silent} from '../support/notes.js'

beforeAll(loadHtmlLibrary)

const INERT = /^(?:[^<>&"]|&(?:amp|lt|gt|quot);|<\/?(?:i|b|sub|sup)>|<span style="font-variant:small-caps">|<\/span>)*$/

describe('titleOf', () => {
  it.each([
    ['A study of fish.', 'A study of fish'],
    ['A study of COVID-19.', 'A study of COVID-19'],
    ['Rats (a review).', 'Rats (a review)'],
    ['Version 2.0.', 'Version 2.0'],
    ['Effects of vitamin C.', 'Effects of vitamin C'],
    ['Gene expression in Mice.', 'Gene expression in Mice'],
    ['情况下。', '情况下'],
    ['Roots (Panicum virgatum L.).', 'Roots (Panicum virgatum L.)'],
    ['What is said [Smith et al.].', 'What is said [Smith et al.]'],
    ['Growth of Picea abies (L.) seedlings.', 'Growth of Picea abies (L.) seedlings'],
    ['A view (here) Briq.', 'A view (here) Briq'],
    ['Is it so?.', 'Is it so?'],
  ])('drops the full stop of %j and notes it', (markup, title) => {
    expect(noted(note => titleOf(markup, note))).toEqual({
      value: {title, titleMarkup: null},
      rules: ['title-trailing-period'],
    })
  })

  it.each([
    'What now?', 'Wait...', 'Wait…', 'Politics in the U.S.A.', 'Washington, D.C.', 'Reply to Looney et al.', 'Streptomyces sp.', 'Picea spp.', 'Praestephanos gen. nov.',
    'Xus albus var.', 'Report of Acme Inc.', 'Acme Ltd.', 'Acme & Co.', 'John Smith Jr.', 'Fish, birds etc.', 'Opus no.', 'Notes on Mentha canadensis L.',
    'Revision of Zingiber officinale Roscoe var. rubrum Theilade et Thunb.', 'The flora of Abies alba Mill.', 'A Ph.D.', 'See example.org.', 'divels &c.',
    'Growth of Mentha canadensis (L.) Briq.', 'Reply to Dr. Smith by J. A.', 'Growth of Mentha canadensis (L.) Xyz.',
  ])('leaves the end of %j', title => {
    expect(noted(note => titleOf(title, note))).toEqual({value: {title, titleMarkup: null}, rules: []})
  }) // biome-ignore format: a table

  it.each([
    ['The genus <i>Thymus</i>', 'The genus Thymus', 'The genus <i>Thymus</i>'],
    ['<jats:italic>Danio</jats:italic> &amp; R&D', 'Danio & R&D', '<i>Danio</i> &amp; R&amp;D'],
    ['HfO<sub>2</sub> on CO<sup>+</sup>', 'HfO₂ on CO⁺', 'HfO<sub>2</sub> on CO<sup>+</sup>'],
    ['A Shiny\n <scp>r</scp>\n app', 'A Shiny r app', 'A Shiny <span style="font-variant:small-caps">r</span> app'],
    ['<span style="font-variant: small-caps">r</span>', 'r', '<span style="font-variant:small-caps">r</span>'],
    ['<b>a<i>b</b>c', 'abc', '<b>a<i>b</i></b>c'],
    ['<i>a</i><i>b</i>', 'ab', '<i>ab</i>'],
    ['x <i>a<sub>2</sub></i>', 'x a₂', 'x <i>a<sub>2</sub></i>'],
    ['p<0.05 in <i>x</i>', 'p<0.05 in x', 'p&lt;0.05 in <i>x</i>'],
    ['<p>One</p><p>two</p>', 'One two', null],
    ['<title>A</title><subtitle>b</subtitle>', 'A b', null],
    ['<i> </i>A', 'A', null],
  ])('reads %j as %j with the markup %j', (markup, title, titleMarkup) => {
    expect(titleOf(markup, silent)).toEqual({title, titleMarkup})
  })

  it.each([
    ['Genus <i>Thymus</i>.', 'Genus Thymus', 'Genus <i>Thymus</i>'],
    ['Genus <i>Thymus.</i>', 'Genus Thymus', 'Genus <i>Thymus</i>'],
    ['Genus <i>Thymus</i><b>.</b>', 'Genus Thymus', 'Genus <i>Thymus</i>'],
    ['Roots of <i>Panicum virgatum</i> L.', 'Roots of Panicum virgatum L.', 'Roots of <i>Panicum virgatum</i> L.'],
  ])('drops the full stop of %j from both', (markup, title, titleMarkup) => {
    expect(titleOf(markup, silent)).toEqual({title, titleMarkup})
  })

  it.each([null, 'N/A', '-', 'null'].flatMap(value => (value === null ? [] : [value])))(
    'takes %j for no title',
    value => {
      expect(noted(note => titleOf(value, note))).toEqual({
        value: {title: null, titleMarkup: null},
        rules: ['value-placeholder'],
      })
    },
  )

  it('gives null for a blank title without a note', () => {
    for (const blank of ['', ' \n', '<p></p>'])
      expect(noted(note => titleOf(blank, note))).toEqual({value: {title: null, titleMarkup: null}, rules: []})
  })

  it.each([
    '<i>a</i><script>alert(1)</script>', '<i onclick=alert(1)>a</i>', '<i>a</i><img src=x onerror=alert(1)>', '<i>a</i><svg><script>alert(1)</script></svg>',
    '<i>a</i>&lt;img src=x onerror=alert(1)&gt;', '<i>a</i>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;', '<scr<script></script>ipt>alert(1)</scr<script></script>ipt><i>a</i>',
    '<i>a</i><a href="javascript:alert(1)">x</a>', '<i>a</i><span style="font-variant:small-caps;background:url(x)">b</span>', '<i>a</i>"><img src=x>', '<i>a</i><![CDATA[<script>alert(1)]]>',
    '<i>a</i><math><mtext></i><img src=x onerror=alert(1)>', '<i>a</i><textarea><img title="</textarea><img src onerror=alert(1)>">', '<b><noscript><!-- </noscript><img src=x onerror=alert(1) --></b>',
  ])('makes %s inert', payload => {
    const {titleMarkup} = titleOf(payload, silent)
    expect(titleMarkup ?? '').toMatch(INERT)
  }) // biome-ignore format: a table

  it('gives markup that is inert, balanced and reads as the title, whatever comes', () => {
    fc.assert(
      fc.property(fragments, markup => {
        const {title, titleMarkup} = titleOf(markup, silent)
        if (titleMarkup === null) return
        expect(titleMarkup).toMatch(INERT)
        expect(balance(titleMarkup)).toBe(true)
        expect(loosely(textIn(titleMarkup))).toBe(loosely(title ?? ''))
      }),
      {numRuns: 2000},
    )
  })

  it('changes a clean title no more', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 40}), text => {
        const {title} = titleOf(text.replace(/[<&\\$]/g, ''), silent)
        if (title !== null && !/[.。]$/.test(title)) expect(titleOf(title, silent).title).toBe(title)
      }),
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => titleOf(text, silent))).toBeLessThan(BOUND_MS)
  })
})

function balance(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]+)/g)) {
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

function textIn(html: string): string {
  const plain = html.replace(/<[^>]*>/g, '')
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** Without what the reading of sub- and superscripts adds, and without their forms. */
function loosely(text: string): string {
  return text
    .replace(/[\u2212\u2013]/g, '-')
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .replace(/[_^{}\s]/g, '')
}
