/** The run cannot go on, for a reason outside the program: one line on stderr, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
