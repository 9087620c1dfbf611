import {isInitials} from './initials.js'

/** Between the names that a Portuguese, Italian (`e`) or Spanish (`y`) conjunction joins. */
export interface Conjunction {
  readonly before: number
  readonly after: number
}

/**
 * Where `e` or `y` joins two authors: "Rui Costa e Maria Lopes" → before 9, after 12. It joins family names far more often
 * (`Rui Costa e Silva Lopes`, `José Ortega y Gasset`), so two words at least must stand on both sides, and the word after it be one
 * that hardly ever is a family name: a common given name, or a dotted initial. Null when that is not certain.
 */
export function conjunctionIn(text: string): Conjunction | null {
  for (const {index} of text.matchAll(JOINED)) {
    const before = text.slice(0, index).split(' ')
    const [first = '', second = ''] = text.slice(index + ' e '.length).split(' ', 2)
    const isName = before.length > 1 && second !== '' && !before.every(isInitials)
    if (isName && (GIVEN.has(first) || INITIAL.test(first))) return {before: index, after: index + ' e '.length}
  }
  return null
}

/** How much of "e Maria Lopes" is the conjunction before the name: 2; of any other text 0. No name begins so. */
export function withoutConjunction(text: string): number {
  return /^[ey] \p{Lu}/u.test(text) ? 'e '.length : 0
}

const JOINED = / [ey] /g
const INITIAL = /^\p{Lu}\.$/u
/** Given names that are no family names in Portuguese, Spanish or Italian; not `Jorge`, `Duarte`, `Miguel`, `Rosa`. */
const GIVEN: ReadonlySet<string> = new Set(
  'Adriana Alessandra Alessandro Alexandra Alexandre Alice Amanda Ana Anna Andrea Andreia Antonella Ant\u00f3nio Ant\u00f4nio Beatriz Bianca Bruna Camila Carla Carlos Carolina Catarina Cec\u00edlia Chiara Claudia Cl\u00e1udia Cl\u00e1udio Cristiane Cristina Daniela Diana Diego Eduardo Elena Elisa Enrique Fabiana Fernanda Filipa Filipe Flavia Fl\u00e1via Francesca Francesco Francisca Gabriela Giovanna Giovanni Giulia Giuseppe Guilherme Gustavo Helena In\u00eas Isabel Isabela Javier Joana Jo\u00e3o Jos\u00e9 Juan Juliana Larissa Laura Leonardo Let\u00edcia Lucia L\u00facia Luca Luciana Luigi Luiz Lu\u00edsa Luiza Manuela Marcela Marcelo Mar\u00eda Maria Mariana M\u00e1rcia Marta Matilde Natalia Nat\u00e1lia Olga Pablo Patricia Patr\u00edcia Paulo Pedro Priscila Rafaela Raquel Renata Ricardo Roberta Rodrigo Rui Sandra Sara Sergio S\u00e9rgio Silvia S\u00edlvia Sof\u00eda Sofia Sonia S\u00f3nia Susana Tatiana Teresa Thiago Tiago Valeria Val\u00e9ria Vanessa Ver\u00f3nica V\u00edtor'.split(
    ' ',
  ),
)
