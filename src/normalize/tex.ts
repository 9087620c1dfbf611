import type {Note} from '../record/finding.js'
import {excerpt} from './excerpt.js'
import {scriptOf} from './scripts.js'

/**
 * Text without the LaTeX documents that some publishers wrap around each formula: the TeX inside stays, once, and as
 * characters where that is certain. "\documentclass[12pt]{minimal} … \begin{document}$$(A,\ell )$$\end{document}" →
 * "(A,ℓ)". Right after its own reading ("(A,ℓ)\documentclass…") it goes. Noted.
 */
export function unwrapTex(text: string, note: Note): string {
  if (!text.includes('\\begin{document}')) return text
  let clean = ''
  let at = 0
  for (let start = text.indexOf('\\documentclass'); start >= 0; start = text.indexOf('\\documentclass', at)) {
    const begin = text.indexOf('\\begin{document}', start)
    const end = begin < 0 ? -1 : text.indexOf('\\end{document}', begin)
    if (end < 0) break
    clean += text.slice(at, start)
    const reading = readTex(text.slice(begin + '\\begin{document}'.length, end))
    if (!endsWith(clean, reading)) clean += reading
    at = end + '\\end{document}'.length
    note(
      'latex-left',
      `Unexpected ${excerpt(text.slice(start, at))}, expected text; read as ${excerpt(reading)}`,
      text.slice(start, at),
    )
  }
  return clean + text.slice(at)
}

/**
 * The reading of one formula in TeX: characters where every command is a plain symbol, else the TeX in single dollars.
 * "$\mu$" → "μ", "$$x_{2}\leq 3$$" → "x₂≤3", "\frac{a}{b}" → "$\frac{a}{b}$".
 */
export function readTex(tex: string): string {
  const inside = tex.includes('\\begin{document}') ? unwrapTex(tex, () => {}) : tex
  const bare = inside.replace(/^[\s$]+/, '').replace(/\s+/g, ' ')
  const formula = trimDollars(bare.replace(/^\\[([]/, '').replace(/\\[)\]]\s*$/, ''))
  return formula === '' ? '' : (plainTex(formula) ?? `$${formula}$`)
}

function trimDollars(text: string): string {
  let end = text.length
  while (end > 0 && (text.charAt(end - 1) === '$' || text.charAt(end - 1) === ' ')) end--
  return text.slice(0, end)
}

const PIECE = /\\([A-Za-z]+) ?|([_^])(?:\{([^{}\\]*)\}|([A-Za-z0-9+-]))|([^\\_^{}$&#~]+)|\\([,;!%&#_{}])/y
const SPACED = new Set(['quad', 'qquad', 'space', 'thinspace'])
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ϵ', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', vartheta: 'ϑ', iota: 'ι',
    kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'ϕ', varphi: 'φ',
    chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ',
    Omega: 'Ω', ell: 'ℓ', infty: '∞', partial: '∂', nabla: '∇', hbar: 'ℏ', times: '×', cdot: '·', pm: '±', mp: '∓', div: '÷', circ: '∘',
    le: '≤', leq: '≤', leqslant: '⩽', ge: '≥', geq: '≥', geqslant: '⩾', ne: '≠', neq: '≠', approx: '≈', sim: '∼', equiv: '≡', propto: '∝',
    ll: '≪', gg: '≫', in: '∈', notin: '∉', subset: '⊂', subseteq: '⊆', cup: '∪', cap: '∩', to: '→', rightarrow: '→', leftarrow: '←',
    Rightarrow: '⇒', leftrightarrow: '↔', mapsto: '↦', forall: '∀', exists: '∃', emptyset: '∅', ldots: '…', cdots: '⋯', dots: '…', prime: '′',
    otimes: '⊗', oplus: '⊕', langle: '⟨', rangle: '⟩', upmu: 'µ', upalpha: 'α', upbeta: 'β', upgamma: 'γ', updelta: 'δ', degree: '°', lt: '<', gt: '>',
  }),
) // biome-ignore format: a table

/** The formula in characters; null when it needs more than symbols and convertible scripts. */
function plainTex(tex: string): string | null {
  let text = ''
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < tex.length) {
    const from = PIECE.lastIndex
    const match = PIECE.exec(tex)
    if (!match) return null
    const [, command, kind, braced, single, plain, sign] = match
    if (command !== undefined) {
      const symbol = SPACED.has(command) ? ' ' : SYMBOLS.get(command)
      if (symbol === undefined) return null
      text += symbol
    } else if (kind !== undefined) {
      const script = scriptOf(kind === '_' ? 'sub' : 'sup', braced ?? single ?? '', text.slice(-1), '')
      text += script
    } else text += plain ?? (sign !== undefined && ',;!'.includes(sign) ? '' : (sign ?? ''))
    if (PIECE.lastIndex === from) return null
  }
  return text.replace(/ (?=[)\],;])/g, '').trim()
}

function endsWith(text: string, reading: string): boolean {
  const tail = reading.replace(/\s/g, '')
  return (
    tail !== '' &&
    text
      .slice(-2 * reading.length - 10)
      .replace(/\s/g, '')
      .endsWith(tail)
  )
}
