import he from 'he'
import sanitizeHtml from 'sanitize-html'

/** One character reference, as HTML reads it: "&eacute;" → "é", "&#150;" → "–". Unknown: itself. HTML §13.2.5.73 */
export function decode(reference: string): string {
  return he.decode(reference)
}

/**
 * Well-nested markup of the eight elements that the guard writes, without attributes: "<i>a<b>b</i>c</b>" →
 * "<i>a<b>b</b></i>c". Its input must be guarded (markup.ts): alone, sanitize-html 2.17 eats `$0.1<z<0.2$` and takes
 * quadratic time in nesting.
 */
export function strip(html: string): string {
  return sanitizeHtml(html, {allowedTags: ['i', 'b', 'sub', 'sup', 'span', 'h4', 'hr', 'br'], allowedAttributes: {}})
}
