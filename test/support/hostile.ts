const MEGABYTE = 1_000_000
const UNITS = [
  'a ',
  '(',
  '<',
  ' ',
  '9',
  ',',
  '/',
  '-',
  '10.5555/',
  '%25',
  '&amp;',
  '.',
  'jan ',
  '1 ',
  'http://',
  '\u200b',
  'x',
  '?',
  ')',
  ';',
  'https://doi.org/',
]
/** Just below the lengths at which a normalizer stops looking. */
const SHORTER = [190, 299, 999, 2040, 4090]

/** Texts that make a careless pattern quadratic: one megabyte each, and the same at every length limit. */
export const hostile: readonly string[] = UNITS.flatMap(unit => {
  const whole = unit.repeat(MEGABYTE / unit.length)
  return [whole, `10.5555/${whole}x`, ...SHORTER.map(length => whole.slice(0, length))]
})

/** The time in milliseconds that `read` takes for the slowest of them. */
export function slowest(read: (text: string) => unknown): number {
  return Math.max(
    ...hostile.map(text => {
      const start = performance.now()
      read(text)
      return performance.now() - start
    }),
  )
}

/** Far above what linear patterns take on a slow machine, far below what a quadratic one does to a megabyte. */
export const BOUND_MS = 1500
