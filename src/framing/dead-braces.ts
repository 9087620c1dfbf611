/**
 * Braces of objects that are known to break where the object around them did. To scan each of them again would take as long as
 * they are deep.
 */
export class DeadBraces {
  private readonly places = new Set<number>()

  /** Those in an object that starts at `origin`. */
  add(origin: number, places: readonly number[]): void {
    for (const place of places) this.places.add(origin + place)
    if (this.places.size < MANY) return
    for (const place of this.places) if (place < origin) this.places.delete(place)
  }

  /** Whether a brace is one; it is not asked for twice. */
  take(place: number): boolean {
    return this.places.delete(place)
  }

  clear(): void {
    this.places.clear()
  }
}

const MANY = 1024
