/**
 * The wish that a run shall stop, which may come while it waits. (A promise that every wait is raced against would keep what each
 * wait came to: 0.5 MB per block of a dump.)
 */
export class Stop {
  isRequested = false
  private wake: () => void = () => {}

  request(): void {
    this.isRequested = true
    this.wake()
  }

  /** What the work comes to, or `stopped` if the wish comes first. One wait at a time. */
  async unless<T>(work: Promise<T>): Promise<T | 'stopped'> {
    if (this.isRequested) return 'stopped'
    try {
      return await new Promise<T | 'stopped'>((resolve, reject) => {
        this.wake = () => resolve('stopped')
        work.then(resolve, reject)
      })
    } finally {
      this.wake = () => {}
    }
  }
}
