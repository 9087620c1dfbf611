/** NFKC, lower case, letters and digits only: what two spellings of one text share. "Beta-blockers (II)" → "betablockersii" */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
