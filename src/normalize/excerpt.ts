const LONGEST = 60

/** What was found, quoted for a message: on one line, at most 60 characters. "a\nb" → "\"a b\"" */
export function excerpt(text: string): string {
  const head = [...text.slice(0, 2 * LONGEST).replace(/\s+/g, ' ')]
  return head.length <= LONGEST && text.length <= 2 * LONGEST
    ? `"${head.join('')}"`
    : `"${head.slice(0, LONGEST - 1).join('')}\u2026"`
}
