import {HtmlLibraryMissing, loadHtmlLibrary} from '../normalize/html-library.js'
import {detectorWasMissed, loadDetector} from '../normalize/language-detector.js'

/**
 * Does the work; when it meets markup or a language that needs a library, loads that and does the work again, which has no
 * effects. Most dumps of English plain text need neither, and so do not wait for them.
 */
export async function withLibraries<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      const done = work()
      if (!detectorWasMissed()) return done
      await loadDetector()
    } catch (error) {
      if (!(error instanceof HtmlLibraryMissing)) throw error
      await loadHtmlLibrary()
    }
  }
}

/** Loads all, for those who cannot wait later. */
export async function loadLibraries(): Promise<void> {
  await Promise.all([loadHtmlLibrary(), loadDetector()])
}
