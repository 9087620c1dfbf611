/** Loads the package `eld`, once; bundlers split it off here. */
export async function loadDetector(): Promise<void> {
  if (detector === null) useDetector((await import('eld/extrasmall')).eld)
}

/** Gives the n-gram detector that short and non-English texts need; without it they are more often null. */
export function useDetector(given: Detector): void {
  detector = given
  missed = false
}

/** True when a text has been seen that the detector should have read, and none had been given. */
export function detectorWasMissed(): boolean {
  return missed
}

/** What the detector says of a text; null when it is not there or cannot tell. */
export function opinionOn(text: string): Opinion | null {
  if (detector === null) {
    missed = true
    return null
  }
  const result = detector.detect(text.slice(0, READ))
  if (result.language === '') return null
  if (!result.isReliable()) return {language: result.language, lead: 0, reliable: false}
  let best = 0
  let next = 0
  for (const score of Object.values(result.getScores())) {
    if (score > best) [best, next] = [score, best]
    else if (score > next) next = score
  }
  return {language: result.language, lead: best - next, reliable: true}
}

/** The part of the package `eld` that is used: `import {eld} from 'eld/extrasmall'`. */
export interface Detector {
  detect(text: string): {
    readonly language: string
    getScores(): Readonly<Record<string, number>>
    isReliable(): boolean
  }
}

export interface Opinion {
  readonly language: string
  /** How far its score, from 0 to 1, is ahead of the next language's; 0 when it is not reliable. */
  readonly lead: number
  readonly reliable: boolean
}

/** More changes nothing: the detector itself stops after some 350 bytes. */
const READ = 1000

let detector: Detector | null = null
let missed = false
