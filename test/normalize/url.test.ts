import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {urlOf, urlOfDoi} from '../../src/normalize/url.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

describe('urlOf', () => {
  it.each([
    'https://example.org', 'http://example.org/a?b=c&d=e#f', 'ftp://ftp.example.org/f.pdf', 'HTTPS://EXAMPLE.ORG/', 'https://\u4f8b\u3048.jp/\u30d1\u30b9',
    'http://192.168.0.1:8080/x', 'https://example.org/a|b{c}', 'https://example.org/%zz', 'https://web.archive.org/web/2020/https://example.org/',
  ])('never changes %s', url => {
    expect(noted(note => urlOf(url, note))).toEqual({value: url, rules: []})
  }) // biome-ignore format: a table

  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/"><b>', 'https://example.org/%22%3E%3Cb%3E'],
    ['https://example.org/a\\b', 'https://example.org/a%5Cb'],
    ['https://example.org/\u0085\u200bx', 'https://example.org/x'],
    ['https://example.org/?a=1&amp;amp;b=2', 'https://example.org/?a=1&b=2'],
    ['//example.org/x', 'https://example.org/x'],
    ['www.example.org/x', 'http://www.example.org/x'],
    ['https://a.example/x; https://b.example/y', 'https://a.example/x'],
    ['10.5555/abc<d>', 'https://doi.org/10.5555/abc%3Cd%3E'],
    ['doi:10.5555/ABC', 'https://doi.org/10.5555/abc'],
  ])('mends %j to %s', (text, url) => {
    expect(noted(note => urlOf(text, note))).toEqual({value: url, rules: ['url-not-canonical']})
  })

  it.each([
    'javascript:alert(1)', 'data:text/html,x', 'mailto:x@example.org', 'file:///etc/passwd', 'http://user:pw@example.org/', 'https://good.example@evil.example/',
    'http://localhost/', 'http:/example.org', 'http://exa mple.org/', 'example', `https://example.org/${'a'.repeat(5000)}`,
  ])('refuses %j', text => {
    expect(noted(note => urlOf(text, note))).toEqual({value: null, rules: ['url-invalid']})
  }) // biome-ignore format: a table

  it('says that a user name or password is what it refuses', () => {
    const messages: string[] = []
    urlOf('https://user:pw@example.org/', (_rule, message) => messages.push(message))
    expect(messages).toEqual([
      'Unexpected user name or password in "https://user:pw@example.org/", expected a URL without; dropped',
    ])
  })

  it('trims in silence, and takes nothing for nothing', () => {
    expect(noted(note => [urlOf(' https://example.org/ \n', note), urlOf('', note), urlOf(null, note)])).toEqual({
      value: ['https://example.org/', null, null],
      rules: [],
    })
  })
})

describe('urlOfDoi', () => {
  it('encodes what a path cannot hold, and no more', () => {
    expect(urlOfDoi('10.5555/(sici)1(2)3:4<5::aid>6.co;2-#?%')).toBe(
      'https://doi.org/10.5555/(sici)1(2)3:4%3C5::aid%3E6.co;2-%23%3F%25',
    )
  })
})

describe('any text', () => {
  const near = fc.array(fc.constantFrom('http://', 'https://', '//', 'www.', 'example.org', '/', ' ', '&amp;', '"', '<', '\\', ':80', '@', '?a=', '#', '10.5555/a', '\u200b', '\n', ';', '%'), {maxLength: 9}) // biome-ignore format: a table

  it('is normalized once and for all, and what comes out opens as http, https or ftp', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          near.map(parts => parts.join('')),
          fc.string({unit: 'binary'}),
        ),
        text => {
          const url = urlOf(text, silent)
          if (url === null) return
          expect(noted(note => urlOf(url, note))).toEqual({value: url, rules: []})
          expect(url).toMatch(/^(?:https?|ftp):\/\/[^\s"<>@]+(?:[/?#][^\s"<>]*)?$/i)
        },
      ),
      {numRuns: 3000},
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => [urlOf(text, silent), urlOfDoi(text)])).toBeLessThan(BOUND_MS)
  })
})
