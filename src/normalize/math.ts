import {decodeEntities} from './entity.js'
import type {Tag} from './tags.js'
import {readTex} from './tex.js'
import type {Token} from './tokens.js'

/**
 * Formulas as text: MathML gives its text, with its sub- and superscripts, or its TeX where it has none; its TeX twin
 * goes. "<inline-formula><tex-math>$\mu$</tex-math><alternatives><mml:math><mml:mi>μ</mml:mi>…" → "μ". A formula that
 * is never closed is inline text. MathML 3 §3, JATS 1.3 <alternatives>
 */
export function settleFormulas(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isFormula)) return tokens
  const ends = endsOf(tokens)
  const settled: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    const end = ends.get(at)
    if (typeof token === 'object' && end !== undefined) {
      settled.push(BOUNDARY, ...render(treeOf(token, tokens.slice(at + 1, end)), true), BOUNDARY)
      at = end
    } else if (token !== undefined) settled.push(token)
  }
  return settled
}

interface Node {
  readonly name: string
  readonly attributes: string
  readonly children: (Node | string)[]
}

const DEEPEST = 100
const FORMULAS: ReadonlySet<string> = new Set(['math', 'formula', 'tex'])
const BOUNDARY: Tag = {form: 'empty', name: 'math', role: 'inline', attributes: ''}
const GRAPHIC: Tag = {form: 'empty', name: 'graphic', role: 'graphic', attributes: ''}
const SUB = tagPair('sub')
const SUP = tagPair('sup')

function tagPair(role: 'sub' | 'sup'): {readonly open: Tag; readonly close: Tag} {
  return {
    open: {form: 'open', name: role, role, attributes: ''},
    close: {form: 'close', name: role, role, attributes: ''},
  }
}

function isFormula(token: Token): boolean {
  return typeof token !== 'string' && FORMULAS.has(token.role)
}

/** Where each formula that is closed ends, outermost only. */
function endsOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open = new Map<string, number[]>()
  tokens.forEach((token, at) => {
    if (typeof token === 'string' || !(token.role === 'formula' || token.role === 'tex' || token.name === 'math'))
      return
    const starts = open.get(token.name) ?? []
    open.set(token.name, starts)
    if (token.form === 'open') starts.push(at)
    else if (token.form === 'close') {
      const start = starts.pop()
      if (start !== undefined) ends.set(start, at)
    }
  })
  return ends
}

/** The elements inside a tag; a close tag that opens nothing is nothing, and beyond a hundred levels all is flat. */
function treeOf({name, attributes}: Tag, inside: readonly Token[]): Node {
  const root: Node = {name, attributes, children: []}
  const stack = [root]
  let beyond = 0
  for (const token of inside) {
    const top = stack[stack.length - 1] ?? root
    if (typeof token === 'string') top.children.push(token)
    else if (token.form === 'close') {
      if (beyond > 0) beyond--
      else {
        const opened = stack.findLastIndex(node => node.name === token.name)
        if (opened > 0) stack.length = opened
      }
    } else if (token.form === 'open' && stack.length >= DEEPEST) beyond++
    else {
      const node: Node = {name: token.name, attributes: token.attributes, children: []}
      top.children.push(node)
      if (token.form === 'open') stack.push(node)
    }
  }
  return root
}

/** `isText` is true where white space counts: outside of MathML, and in its leaves. */
function render(node: Node | string, isText: boolean): readonly Token[] {
  if (typeof node === 'string') return isText ? [node] : node.trim() === '' ? [] : [node.trim()]
  const write = WRITERS[node.name]
  return write ? write(node) : node.children.flatMap(child => render(child, isText || LEAVES.has(node.name)))
}

const LEAVES: ReadonlySet<string> = new Set(['mtext', 'ms'])

type Writer = (node: Node) => readonly Token[]
const WRITERS: {readonly [name: string]: Writer | undefined} = {
  'inline-formula': formula,
  'disp-formula': node => [' ', ...formula(node), ' '],
  alternatives: formula,
  'tex-math': node => [readTex(textOf(node))],
  math,
  annotation: () => [],
  'annotation-xml': () => [],
  mphantom: () => [],
  mspace: () => [' '],
  mfrac: node => [...operand(node, 0), '/', ...operand(node, 1)],
  mroot: node => [SUP.open, ...part(node, 1), SUP.close, ...root(part(node, 0))],
  msqrt: node => root(row(node)),
  msub: node => [...part(node, 0), ...script(SUB, part(node, 1))],
  msup: node => [...part(node, 0), ...script(SUP, part(node, 1))],
  msubsup: node => [...part(node, 0), ...script(SUB, part(node, 1)), ...script(SUP, part(node, 2))],
  munder: node => [...part(node, 0), ...script(SUB, part(node, 1))],
  munderover: node => [...part(node, 0), ...script(SUB, part(node, 1)), ...script(SUP, part(node, 2))],
  mmultiscripts: multiscripts,
  sub: node =>
    script(
      SUB,
      node.children.flatMap(child => render(child, true)),
    ),
  inf: node =>
    script(
      SUB,
      node.children.flatMap(child => render(child, true)),
    ),
  sup: node =>
    script(
      SUP,
      node.children.flatMap(child => render(child, true)),
    ),
  mfenced: node => [
    attribute(node, 'open') ?? '(',
    ...separated(node, attribute(node, 'separators')?.charAt(0) ?? ','),
    attribute(node, 'close') ?? ')',
  ],
  mtable: node => separated(node, '; '),
  mtr: node => separated(node, ' '),
  mlabeledtr: node => separated(node, ' '),
  graphic: () => [GRAPHIC],
  'inline-graphic': () => [GRAPHIC],
  img: () => [GRAPHIC],
}

/** MathML if it says anything, else TeX, else what stands there. */
function formula(node: Node): readonly Token[] {
  const twins = elements(node).flatMap(child => (child.name === 'alternatives' ? elements(child) : [child]))
  const maths = twins.filter(child => child.name === 'math').map(math)
  if (maths.some(tokens => plain(tokens) !== '')) return withText(node, maths.flat())
  const tex = twins.find(child => child.name === 'tex-math')
  if (tex) return withText(node, [readTex(textOf(tex))])
  return node.children.flatMap(child => render(child, true))
}

/** Text beside the twins belongs to the formula: `<inline-formula>x = <mml:math>…`. */
function withText(node: Node, reading: readonly Token[]): readonly Token[] {
  const first = node.children.findIndex(child => typeof child !== 'string')
  const words = (children: Node['children']) =>
    children.filter(child => typeof child === 'string' && child.trim() !== '') as string[]
  return [...words(node.children.slice(0, first)), ...reading, ...words(node.children.slice(first))]
}

function math(node: Node): readonly Token[] {
  const tokens = row(node)
  if (plain(tokens) !== '') return tokens
  const tex = attribute(node, 'alttext') ?? find(node, 'annotation', textOf)
  return tex ? [readTex(tex)] : tokens
}

function row(node: Node): readonly Token[] {
  return node.children
    .flatMap(child => render(child, false))
    .map(token => (typeof token === 'string' ? token.replace(/[\u2061-\u2064]/g, '') : token))
}

function part(node: Node, index: number): readonly Token[] {
  const child = elements(node)[index]
  return child ? render(child, false) : []
}

function script(pair: typeof SUB, tokens: readonly Token[]): readonly Token[] {
  return tokens.length === 0 ? [] : [pair.open, ...tokens, pair.close]
}

/** Base, then pairs of sub- and superscripts; those after `<mprescripts>` go before the base: "¹⁴₆C". */
function multiscripts(node: Node): readonly Token[] {
  const [base, ...scripts] = elements(node)
  const cut = scripts.findIndex(child => child.name === 'mprescripts')
  const pairs = (children: readonly Node[]) =>
    children.flatMap((child, index) => script(index % 2 === 0 ? SUB : SUP, render(child, false)))
  const after = pairs(cut < 0 ? scripts : scripts.slice(0, cut))
  const before = cut < 0 ? [] : pairs(scripts.slice(cut + 1))
  return [...before, ...(base ? render(base, false) : []), ...after]
}

/** In brackets when it would be misread without: "(a+b)/2". */
function operand(node: Node, index: number): readonly Token[] {
  return grouped(part(node, index))
}

function grouped(tokens: readonly Token[]): readonly Token[] {
  return /[+\-\u2212\u00b1=\s/]/.test(plain(tokens)) && tokens[0] !== '(' ? ['(', ...tokens, ')'] : tokens
}

/** "√x", "√(a+b)". */
function root(tokens: readonly Token[]): readonly Token[] {
  const text = plain(tokens)
  const isBracketed = text.startsWith('(') && text.indexOf(')') === text.length - 1
  const isOne = isBracketed || !/[+\-\u2212\u00b1\u00d7\u00b7*=<>\s/]/.test(text)
  if (text === '') return tokens
  return isOne ? ['\u221a', ...tokens] : ['\u221a', '(', ...tokens, ')']
}

function separated(node: Node, separator: string): readonly Token[] {
  return elements(node).flatMap((child, index) =>
    index === 0 ? render(child, false) : [separator, ...render(child, false)],
  )
}

function elements(node: Node): readonly Node[] {
  return node.children.filter(child => typeof child !== 'string')
}

function attribute(node: Node, name: string): string | null {
  const match = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(node.attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? null : decodeEntities(value, () => {})
}

function find(node: Node, name: string, read: (node: Node) => string): string | null {
  for (const child of elements(node)) {
    const found = child.name === name ? read(child) : find(child, name, read)
    if (found !== null && found.trim() !== '') return found
  }
  return null
}

function textOf(node: Node): string {
  return node.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .filter(token => typeof token === 'string')
    .join('')
    .trim()
}
