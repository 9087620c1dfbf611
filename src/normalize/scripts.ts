/**
 * The reading of what stands in `<sub>` or `<sup>`: digits and `+ − = ( )` become Unicode, anything else stays inline
 * text, in `_{…}` or `^{…}` only where it would join number to number. sub "2" → "₂", sup "-3" → "⁻³", sub "2.5" after
 * "PM" → "2.5", sup "5.5" after "10" → "^{5.5}", sub "−0.4" after "1.2" → "_{−0.4}".
 */
export function scriptOf(kind: 'sub' | 'sup', text: string, before: string, after: string): string {
  if (CONVERTIBLE.test(text))
    return [...text.replace(/\s+/g, '')].map(character => FORMS[kind].get(character) ?? character).join('')
  const joins =
    (ENDS_NUMBER.test(before) && NUMBER.test(text)) || (isDigit(after) && isDigit(text.charAt(text.length - 1)))
  return joins ? `${kind === 'sub' ? '_' : '^'}{${text}}` : text
}

/** True for what Unicode has sub- and superscripts for. An en dash is a minus at the start only: `1–3` is a range. */
export function isConvertible(text: string): boolean {
  return CONVERTIBLE.test(text)
}

// A digit, also a raised or lowered one, or the end of `_{…}`.
const ENDS_NUMBER = /[\d\u00b2\u00b3\u00b9\u2070-\u2089}]$/
const NUMBER = /^\s*[+\-\u2212\u2013\u00b1]?\s*\d/
const CONVERTIBLE = /^\s*\u2013?[\d+\-\u2212=()]+(?:\s[\d+\-\u2212=()]+)*\s*$/
const FORMS = {
  sub: forms('\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208a\u208b\u208b\u208b\u208c\u208d\u208e'),
  sup: forms('\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207b\u207b\u207c\u207d\u207e'),
}

function forms(written: string): ReadonlyMap<string, string> {
  return new Map([...'0123456789+-\u2212\u2013=()'].map((character, index) => [character, written.charAt(index)]))
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
