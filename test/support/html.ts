import fc from 'fast-check'

/** Text that looks like markup, is half of it, or is none: each alone and in any order. */
const BITS = [
  'a', 'Methods', ' ', '\n', '  ', '2', '<', '>', '&', '"', "'", 'p < 0.05 and q > 0.1', '$0.1<z<0.2$', '<john@x.org>', '<<ETX>>', '<16', 'é', 'ﬁ', '中',
  '&amp;', '&lt;', '&lt;i&gt;', '&eacute;', '&amp;amp;ndash;', '&dquo;', '&sect=3', '&#8217;', '-->', ']]>', '\u0301', '\u200d', '\ufffd', '\x96', '𝒳', '\ud800',
] // biome-ignore format: a table

const TAGS = [
  'i', '/i', 'b', '/b', 'sub', '/sub', 'sup', '/sup', 'p', '/p', 'jats:title', '/jats:title', 'br', 'br/', 'li', 'td', 'mml:math', '/mml:math', 'mi', '/mi', 'script',
  '/script', 'script src="x"', 'img src=x onerror=alert(1)', 'svg/onload=alert(1)', 'style', '/style', 'title', '/title', 'textarea', '/textarea', 'noscript',
  'plaintext', '!--', '![CDATA[', '?xml?', '!DOCTYPE html', 'tex-math', '/tex-math', 'alternatives', '/alternatives', 'span style="font-variant:small-caps"', '/span',
] // biome-ignore format: a table

/** Text without a whole tag. */
export const text: fc.Arbitrary<string> = fc.array(fc.constantFrom(...BITS), {maxLength: 6}).map(bits => bits.join(''))

/** Anything: tags in any order, whole or cut, between any text. */
export const fragments: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...BITS),
      fc.constantFrom(...TAGS).map(tag => `<${tag}>`),
      fc.constantFrom(...TAGS).map(tag => `<${tag}`),
      fc.string({maxLength: 5}),
    ),
    {maxLength: 25},
  )
  .map(pieces => pieces.join(''))

/** Markup in which every element is closed in turn. */
export const nested: fc.Arbitrary<string> = fc.letrec<{node: string; nodes: string}>(tie => ({
  nodes: fc.array(tie('node'), {maxLength: 5}).map(nodes => nodes.join('')),
  node: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    text,
    fc.constantFrom('<br>', '<br/>', '<hr/>', '<wbr>'),
    fc
      .tuple(
        fc.constantFrom(
          'i',
          'B',
          'sub',
          'jats:sup',
          'sc',
          'p',
          'h4',
          'ns4:title',
          'td',
          'a href="x>y"',
          'em class=x',
          'li',
        ),
        tie('nodes'),
      )
      .map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0]}>`),
  ),
})).nodes
