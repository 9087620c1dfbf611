/** What he and sanitize-html do for us: the two take some 60 ms to load, and most records need neither. */
export interface HtmlLibrary {
  /** The text of one character reference ("&eacute;" → "é"); itself when no standard knows it. */
  readonly decode: (reference: string) => string
  /**
   * Guarded markup in, the same with every element closed in turn and nothing but `i b sub sup span h4 hr br` without
   * attributes out.
   */
  readonly strip: (html: string) => string
}

/**
 * Thrown by a normalizer that meets markup which needs the library before `loadHtmlLibrary` was called.
 * Whoever runs the core catches it, awaits `loadHtmlLibrary()` and does the block again: normalizing has no effects.
 */
export class HtmlLibraryMissing extends Error {
  override readonly name = 'HtmlLibraryMissing'
}

let library: HtmlLibrary | null = null

/** Loads he and sanitize-html, once; bundlers split them off here. */
export async function loadHtmlLibrary(): Promise<void> {
  library ??= await import('./he-sanitize-html.js')
}

/** The library; throws `HtmlLibraryMissing` when it is not loaded yet. */
export function htmlLibrary(): HtmlLibrary {
  if (library === null) throw new HtmlLibraryMissing('call and await loadHtmlLibrary() first')
  return library
}
