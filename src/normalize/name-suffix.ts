const SUFFIX = /^(?:jr|sr|jnr|snr)\.?$|^(?:II|III|IV|2nd|3rd|4th)\.?$/i
const PORTUGUESE = new Set(['Filho', 'Junior', 'J\u00fanior', 'FILHO', 'JUNIOR', 'J\u00daNIOR'])
const PORTUGUESE_RARE = new Set(['Neto', 'Netto', 'Sobrinho', 'NETO', 'NETTO', 'SOBRINHO'])
const DEGREE_WORDS =
  'M\\.?D|Ph\\.? ?D|D\\.? ?Phil|M\\.?Sc|B\\.?Sc|D\\.?Sc|M\\.?P\\.?H|M\\.?B\\.?A|M\\.?B\\.?B\\.?S|MBChB|MBBCh|D\\.?D\\.?S|D\\.?M\\.?D|D\\.?V\\.?M|Pharm\\.? ?D|Psy\\.? ?D|Ed\\.? ?D|Dr\\.? ?P\\.?H|Dr\\.? ?med|FRCP|FRCS|FACP|FACS|FRCPC|FRCSC|FACC|FAHA|FESC|R\\.?N|B\\.?S\\.?N|M\\.?S\\.?N|M\\.?Ed|B\\.?Eng|M\\.?Eng|M\\.?Phil|L\\.?L\\.?M|J\\.?D|Esq|MSc?Ed'
/** A part after a comma that holds degrees only. Two-letter ones that may be initials (`MS`, `MA`, `BA`, `DO`) are not among them. */
const DEGREES = new RegExp(`^(?:(?:${DEGREE_WORDS})\\.?(?:[ /]+|$))+$`)
/** A last word that is a degree without a comma before it: only those that cannot be initials. */
const DEGREE_LAST =
  /^(?:Ph\.?D\.?|M\.D\.|MD|DPhil|MSc|M\.Sc\.|BSc|DSc|MPH|MBBS|MBChB|PharmD|Pharm\.D\.|PsyD|DVM|DDS|FRCPC?|FRCSC?|FACP|FACS|Esq\.?)$/
const TITLE =
  /^(?:Drs?|Prof|Profs|Professor|Univ\.-Prof|PD|Dr\.-Ing|Dipl\.-Ing|Ing|Mr|Mrs|Ms|Rev|Hon|Rt|B\.Sc|M\.Sc|B\.Eng|M\.Eng|Mag|Dipl)\.?$|^(?:Dr|Prof|Rev|Hon)\.(?:med|rer|phil|habil|Dr|nat)?\.?$/i
/** Only with their dot are these titles; `PD`, `Ing`, `Ms` without one may be a name or initials. */
const DOTLESS_TITLE = /^(?:Drs?|Prof|Professor|Mr|Mrs|Rev)$/

/** True for a generational suffix: `Jr.`, `III`, `2nd`. `V` and `I` are too dangerous: they are initials far more often. */
export function isSuffix(word: string): boolean {
  return word.length <= 4 && SUFFIX.test(word)
}

/**
 * True for a Portuguese suffix (`Filho`, `J\u00fanior`, `Neto`) that ends a name of `count` words. In a name of three words `Neto` and
 * `Sobrinho` are taken for a family name, which they often are.
 */
export function isPortugueseSuffix(word: string, count: number): boolean {
  return (count >= 3 && PORTUGUESE.has(word)) || (count >= 4 && PORTUGUESE_RARE.has(word))
}

/** True for the part after a comma that holds degrees: `MD`, `Ph. D.`, `MD PhD`. */
export function isDegrees(part: string): boolean {
  return part.length <= 24 && DEGREES.test(part)
}

/** True for a last word that is a degree though no comma stands before it. */
export function isLastDegree(word: string): boolean {
  return word.length <= 8 && DEGREE_LAST.test(word)
}

/** True for a title that stands before a name: `Dr.`, `Prof`, `Mr.`. `Md` is Mohammed. */
export function isTitle(word: string): boolean {
  return word.length <= 10 && (word.endsWith('.') ? TITLE.test(word) : DOTLESS_TITLE.test(word))
}
