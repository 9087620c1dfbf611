import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {cleanCharacters} from '../../src/normalize/characters.js'
import {loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {blocksByLibrary, blocksOf} from '../../src/normalize/markup.js'
import {lineOf, proseOf} from '../../src/normalize/text.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {fragments, nested} from '../support/html.js'
import {noted, silent} from '../support/notes.js'

beforeAll(loadHtmlLibrary)

describe('lineOf', () => {
  it.each([
    'Fish and Fisheries', 'Journal of R&D', "O'Neill & Sons", 'p < 0.05 and q > 0.1', 'aged <16 years', '$0.01<z<0.02$', 'John <john@x.org>', 'the <xxJ and <HYP', 'a<b',
    'if a <b and c> d', 'Ελληνικά', '王小明', 'Nguyễn Văn A', 'می‌خواهم', 'क्‍ष', '👩‍🔬', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '?lang=en&sect=3', 'AT&T', 'x&copyright', 'Brontë…”', 'É¿', '5×£35', '<http://x.org>', '1 << 2', '<3',
  ])('leaves %s alone', value => {
    expect(noted(note => lineOf(value, note))).toEqual({value, rules: []})
  }) // biome-ignore format: a table

  it.each([
    // elements
    ['<p>One</p><p>two</p>', 'One two'],
    ['in <i>vitro</i>', 'in vitro'],
    ['<u>c</u>arbohydrate-<b>a</b>ctive', 'carbohydrate-active'],
    ['one<br>two<br/>three', 'one two three'],
    ['<ns4:p>One</ns4:p><jats:p>two</jats:p>', 'One two'],
    ['<JATS:ITALIC>x</JATS:ITALIC>', 'x'],
    ['<title>A <i>b</i></title>', 'A b'],
    ['<textarea>A <i>b</i></textarea><noscript>c</noscript>', 'A b c'],
    ['<a href="https://x.org/?a>b">x</a>', 'x'],
    ["<a href='a' hidden>x</a>", 'x'],
    ['<td>a</td><td>b</td>', 'a b'],
    ['a\n   <scp>r</scp>\n   app', 'a r app'],
    ['giant clams (\n  <i>Tridacna</i>\n  ) and\n <i>b</i>\n , c', 'giant clams (Tridacna) and b, c'],
    ['<i>unclosed <b>and</i> crossed</b>', 'unclosed and crossed'],
    // what is not text
    ['a<!-- b -->c', 'ac'],
    ['a<![CDATA[b < <i>c</i>]]>d', 'ab < cd'],
    ['<?xml version="1.0"?><!DOCTYPE html>a', 'a'],
    ['a<style>p{color:red}</style>b', 'ab'],
    ['a<!-- never closed', 'a<!-- never closed'],
    ['a<![if !supportLists]>b<![endif]>', 'ab'],
    // entities
    ['Fish &amp; Fisheries', 'Fish & Fisheries'],
    ['J&uuml;rgens', 'Jürgens'],
    ['5&#039;-end &#8211; &#x3b1;', "5'-end – α"],
    ['&#150;', '–'],
    ['a &lt 5, AT&amp T', 'a < 5, AT& T'],
    ['&lt;5', '<5'],
    // sub- and superscripts
    ['CO<sub>2</sub>', 'CO₂'],
    ['10<sup>-3</sup> 10<sup>−3</sup> 10<sup>–3</sup>', '10⁻³ 10⁻³ 10⁻³'],
    ['Ca<sup>2+</sup> CD4<sup>+</sup>', 'Ca²⁺ CD4⁺'],
    ['δ<sup><b>13</b></sup>C', 'δ¹³C'],
    ['PM<sub>2.5</sub> V<sub>max</sub>', 'PM2.5 Vmax'],
    ['x<sup>2</sup><sub>1</sub>', 'x²₁'],
    ['10<sup>5.5</sup> 2<sub>1,3</sub>', '10^{5.5} 2_{1,3}'],
    ['1.2<sub>−0.4</sub><sup>+0.5</sup>', '1.2_{−0.4}^{+0.5}'],
    ['<sup>2.5</sup>3', '^{2.5}3'],
    ['La <sub>2</sub>O <sub>3</sub>', 'La₂O₃'],
    ['see <sup>18</sup>F', 'see ¹⁸F'],
    // formulas
    ['<mml:math><mml:msub><mml:mi>T</mml:mi><mml:mn>0</mml:mn></mml:msub></mml:math>-spaces', 'T₀-spaces'],
    ['<math>\n <mn>3.0</mn>\n <mo>×</mo>\n <msup>\n <mn>10</mn>\n <mn>5</mn>\n </msup>\n</math>', '3.0×10⁵'],
    ['<math><mfrac><mn>1</mn><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>', '1/(n+1)'],
    ['<math><msqrt><mi>x</mi></msqrt></math>', '√x'],
    ['<math><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></math>', '√(a+b)'],
    ['<math><msqrt><mtext>ab c</mtext></msqrt></math>', '√(ab c)'],
    ['<math><mi>a</mi><msqrt><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></msqrt></math>', 'a√(a+b)'],
    ['<math><mroot><mrow><mi>a</mi><mo>−</mo><mn>1</mn></mrow><mn>3</mn></mroot></math>', '³√(a−1)'],
    ['<math><msqrt></msqrt><mi>x</mi></math>', 'x'],
    ['<math><mi>p</mi><mo>&lt;</mo><mn>0.05</mn></math>', 'p<0.05'],
    ['<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math>', 'x'],
    ['<math alttext="$\\alpha_{2}$"></math>', 'α₂'],
    ['<math><mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts></math>', '₆¹⁴C'],
    ['<math><mi>x</mi>', 'x'],
    ['<inline-formula><tex-math>$\\mu$</tex-math><alternatives><mml:math><mml:mi>μ</mml:mi></mml:math><inline-graphic xlink:href="a.gif"/></alternatives></inline-formula>s', 'μs'],
    ['<alternatives><tex-math>$\\mu$</tex-math><mml:math><mml:mi>μ</mml:mi></mml:math></alternatives>', 'μ'],
    ['<tex-math>$x_{2}\\leq 3$</tex-math>', 'x₂≤3'],
    ['<inline-formula>H<sub>2</sub></inline-formula>', 'H₂'],
    // invisible
    ['a\u00a0b\u2009c\t\nd', 'a b c d'],
    ['e\u0301', 'é'],
  ])('reads %j as %j without a note', (markup, plain) => {
    expect(noted(note => lineOf(markup, note))).toEqual({value: plain, rules: []})
  }) // biome-ignore format: a table

  it.each([
    ['[&lt;sup&gt;18&lt;/sup&gt;F]FDG', '[¹⁸F]FDG', 'double-escaped'],
    ['1,330&amp;amp;ndash;1,580 Pg', '1,330–1,580 Pg', 'double-escaped'],
    ['&amp;amp;amp;amp;', '&amp;', 'double-escaped'],
    ['&dquo;upper classes&dquo;', '&dquo;upper classes&dquo;', 'entity-unknown'],
    ['&copyright;', '&copyright;', 'entity-unknown'],
    ['&#xD800; &#0;', '&#xD800; &#0;', 'entity-unknown'],
    ['end.<<ETX>>', 'end.<<ETX>>', 'markup-left'],
    ['<wiggly>a</wiggly>', '<wiggly>a</wiggly>', 'markup-left'],
    ['a<script>alert(1)</script>b', 'ab', 'markup-dangerous'],
    ['a<SCRIPT SRC=x>alert(1)</SCRIPT >b', 'ab', 'markup-dangerous'],
    ['a<script>and the text after it', 'aand the text after it', 'markup-dangerous'],
    ['a <img src=x onerror=alert(1) and the text', 'a and the text', 'markup-dangerous'],
    ['a<svg/onload=alert(1)>b', 'ab', 'markup-dangerous'],
    ['a <iframe src="javascript:alert(1)', 'a', 'markup-dangerous'],
    ['a<img src="x.gif">b', 'ab', 'graphic-in-text'],
    ['<disp-formula><graphic xlink:href="eq1"/></disp-formula>', '', 'graphic-in-text'],
    ['against<i>Pseudomonas</i>and', 'againstPseudomonasand', 'words-glued'],
    ['load of<i>β</i>-cells', 'load ofβ-cells', 'words-glued'],
    ['PPAR<i>γ</i>and', 'PPARγand', 'words-glued'],
    ['a\u200bb\u202ec\x00d\u00ade', 'abcde', 'control-character'],
    ['a\u200db', 'ab', 'control-character'],
    ['half \ud83d pair', 'half \ufffd pair', 'lone-surrogate'],
    ['lost \ufffd', 'lost \ufffd', 'replacement-character'],
    ['KÃ¼sel', 'Küsel', 'mojibake'],
    ['the \\mathcal{H} and $\\mu$', 'the \\mathcal{H} and $\\mu$', 'latex-left'],
    ['of (A,ℓ)\\documentclass[12pt]{minimal} \\usepackage{a} \\begin{document}$$(A,\\ell )$$\\end{document}-Packing', 'of (A,ℓ)-Packing', 'latex-left'],
    ['of \\documentclass[12pt]{minimal}\\begin{document}$$\\frac{a}{b}$$\\end{document}', 'of $\\frac{a}{b}$', 'latex-left'],
  ])('reads %j as %j and notes %s', (markup, plain, rule) => {
    const {value, rules} = noted(note => lineOf(markup, note))
    expect(value).toBe(plain)
    expect(rules).toContain(rule)
  }) // biome-ignore format: a table

  it.each([
    ['Jane O\x92Neill', 'Jane O’Neill', 'mojibake'],
    ['tur\x92stico', 'tur\ufffdstico', 'mojibake'],
    ['half \ud83d', 'half \ufffd', 'lone-surrogate'],
    ['a\x81b\x8d\x8f\x90\x9d', 'ab', 'control-character'],
  ])('reads %j as %j and notes %s with the old value, once', (text, plain, rule) => {
    const found: unknown[] = []
    expect(lineOf(text, (...[id, , value]) => found.push([id, value]))).toBe(plain)
    expect(found).toEqual([[rule, text]])
  })

  it.each(['PPAR<i>γ</i>', 'NF<i>κ</i>B', 'NF<i>κ</i>BIA', '<i>μ</i>Bench', 'TCR<i>αβ</i> cells', 'PPAR<i>p</i> and'])(
    'takes %s for one symbol',
    markup => {
      const {value, rules} = noted(note => lineOf(markup, note))
      expect(value).toBe(markup.replace(/<\/?i>/g, ''))
      expect(rules).toEqual([])
    },
  )

  it.each([
    ['[&lt;sup&gt;18&lt;/sup&gt;F]', ['[&lt;sup&gt;18&lt;/sup&gt;F]']],
    ['1&amp;amp;ndash;2', ['1&amp;amp;ndash;2', '1&amp;amp;ndash;2']],
    ['<p>a</p>b &amp;lt;i&amp;gt;c', ['b &amp;lt;i&amp;gt;c', 'b &amp;lt;i&amp;gt;c']],
  ])('gives the text of %j that was escaped twice as it came', (markup, values) => {
    const found: unknown[] = []
    lineOf(markup, (rule, _, value) => rule === 'double-escaped' && found.push(value))
    expect(found).toEqual(values)
  })

  it('does not say that what it replaced was repaired', () => {
    const found: string[] = []
    lineOf('tur\x92stico', (_, message) => found.push(message))
    expect(found).toEqual(['Unexpected "tur\x92stico", expected text in its own encoding; replaced by U+FFFD'])
  })

  it('tells what an unclosed element held, and what was there before', () => {
    const found: unknown[] = []
    lineOf('a<script>x</script>', (rule, message, value) => found.push({rule, message, value}))
    expect(found).toEqual([
      {
        rule: 'markup-dangerous',
        message: 'Unexpected "<script>x</script>", expected text or harmless markup; dropped',
        value: '<script>x</script>',
      },
    ])
  })

  it('gives nothing for nothing', () => {
    for (const blank of ['', ' ', '\n\t', '<p></p>', '&nbsp;', '<!-- x -->']) expect(lineOf(blank, silent)).toBe('')
  })
})

describe('proseOf', () => {
  it.each([
    ['One line.', 'One line.'],
    ['One\ntwo\r\n\r\nthree', 'One\n\ntwo\n\nthree'],
    ['<p>One\nstill one</p>\n<p>two</p>', 'One still one\n\ntwo'],
    ['Aims &amp; scope\n<i>Nature</i> is', 'Aims & scope\n\nNature is'],
  ])('reads %j as %j', (markup, plain) => {
    expect(noted(note => proseOf(markup, note))).toEqual({value: plain, rules: []})
  })
})

describe('markup', () => {
  it('is read the same by the fast way and by sanitize-html where it nests well', () => {
    fc.assert(
      fc.property(nested, markup => {
        expect(blocksOf(markup, silent)).toEqual(blocksByLibrary(markup, silent))
      }),
      {numRuns: 1000},
    )
  })

  it('never throws, whatever comes, and never leaves a control character', () => {
    fc.assert(
      fc.property(fragments, markup => {
        expect(lineOf(markup, silent)).not.toMatch(/[\x00-\x1f\x7f-\x9f]|^\s|\s$/)
      }),
      {numRuns: 1000},
    )
  })

  it('keeps every letter and digit of text that holds no tag and no reference', () => {
    const letters = fc.array(
      fc.constantFrom('a', 'Z', '9', ' ', '<', '>', '=', '.', '"', '$', '/', '< ', '@', '!', '?'),
      {maxLength: 30},
    )
    const kept = (text: string) => text.replace(/[^aZ9]/g, '')
    fc.assert(
      fc.property(letters, bits => {
        const text = bits.join('')
        fc.pre(!/<\/?a/i.test(text)) // <a> is an element
        expect(kept(lineOf(text, silent))).toBe(kept(text))
      }),
    )
  })

  it('does not change a line that is plain', () => {
    const plain = fc.string({unit: 'grapheme', maxLength: 40}).filter(text => !/[<&\\$]/.test(text))
    fc.assert(
      fc.property(plain, text => {
        const line = lineOf(text, silent)
        expect(lineOf(line, silent)).toBe(line)
      }),
    )
  })

  it('is read in linear time', () => {
    expect(slowest(text => lineOf(text, silent))).toBeLessThan(BOUND_MS)
  })

  it.each([
    '<i>', '</i>', '<p>', '<li>x', '<!--', '<script>', '<script', '<img src="', '<img a=b ', '<i a="', '<![CDATA[', '<math>', '<math><mrow>', '<inline-formula>',
    '<alternatives><math>', '\\documentclass', '\\begin{document}', '<tex-math>\\frac', '&#', '&lt;', '&amp;lt;', '<br> ', '<sub>2</sub>', '<i>a<b>b</i>c</b>', 'Ã¼', 'Ã', '\x96', '\ud800', '👩‍', 'e\u0301', '<foo>',
  ])('a megabyte of %j takes no second and a half', unit => {
    const start = performance.now()
    lineOf(unit.repeat(1_000_000 / unit.length), silent)
    expect(performance.now() - start).toBeLessThan(2 * BOUND_MS)
  }) // biome-ignore format: a table
})

describe('the quick look at characters', () => {
  it('lets nothing pass that is invisible or not in NFC', () => {
    for (let code = 0x0e; code < 0xd800; code++) {
      const character = String.fromCharCode(code)
      const rules: string[] = []
      const clean = cleanCharacters(`a${character}`, rule => rules.push(rule))
      if (rules.length > 0) continue
      expect(clean).toBe(`a${character}`.normalize('NFC'))
      if (code < 0x600 || code > 0x8ff) expect(character).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
  })

  it('knows no two characters that would be one in NFC', () => {
    const ends =
      '\t !a~\u00a0\u00ac\u00ae\u00c1\u00f5\u02ff\u0391\u03c9\u0401\u044f\u2010\u2027\u2030\u205e\u2070\u208e\u2190\u22ff\u3000\u3041\u3096\u30fa\u4e00\u9fff\uff01\uff5e'
    for (const one of ends)
      for (const two of ends) expect(cleanCharacters(one + two, () => {})).toBe((one + two).normalize('NFC'))
  })
})
