import {expect, it} from 'vitest'
import {abstractOf} from '../../src/normalize/abstract.js'
import {HtmlLibraryMissing, loadHtmlLibrary} from '../../src/normalize/html-library.js'
import {titleOf} from '../../src/normalize/title.js'
import {silent} from '../support/notes.js'

it('is needed for rare names and for markup that does not nest, and for nothing else', async () => {
  expect(
    abstractOf('<p><b>Aim:</b> p &lt; 0.05 &#8211; &amp;ndash; <mml:mi>x</mml:mi></p><p>two<br>', silent).abstract,
  ).toBe('Aim: p < 0.05 – – x\n\ntwo')
  expect(() => titleOf('caf&eacute;', silent)).toThrow(HtmlLibraryMissing)
  expect(() => titleOf('<i>a<b>b</i>c</b>', silent)).toThrow(HtmlLibraryMissing)
  await loadHtmlLibrary()
  expect(titleOf('caf&eacute;', silent).title).toBe('café')
  expect(titleOf('<i>a<b>b</i>c</b>', silent)).toEqual({title: 'abc', titleMarkup: '<i>a<b>b</b></i>c'})
})
