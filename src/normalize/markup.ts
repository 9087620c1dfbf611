import type {Note} from '../record/finding.js'
import {type Block, build} from './blocks.js'
import type {Role} from './elements.js'
import {noteGlued} from './glued.js'
import {htmlLibrary} from './html-library.js'
import {settleFormulas} from './math.js'
import {type Token, tokensOf} from './tokens.js'

/**
 * HTML, JATS or MathML as paragraphs of plain text in styles. "<p>H<sub>2</sub>O</p><p>is wet</p>" → two blocks, "2"
 * in `sub`. What is no tag stays text; markup that does not nest goes through sanitize-html and may throw
 * `HtmlLibraryMissing`. Contract §2.1
 */
export function blocksOf(markup: string, note: Note): readonly Block[] {
  const tokens = settleFormulas(tokensOf(markup, note))
  noteGlued(tokens, note)
  if (tokens.some(token => typeof token !== 'string' && token.role === 'graphic')) {
    note('graphic-in-text', 'Unexpected image in the text, expected its words; dropped')
  }
  return build(isSimple(tokens) ? tokens : strip(tokens))
}

/** The same, by way of sanitize-html even where the markup nests well: what the fast way is held against. */
export function blocksByLibrary(markup: string, note: Note): readonly Block[] {
  return build(strip(settleFormulas(tokensOf(markup, note))))
}

// Twice what any real abstract has. sanitize-html is quadratic in nesting: 300 kB of `<i>` take it 2.4 s.
const DEEPEST = 100

const NAMES: {readonly [role in Role]?: string} = {
  italic: 'i', bold: 'b', sub: 'sub', sup: 'sup', smallCaps: 'span', heading: 'h4', block: 'hr', break: 'br',
} // biome-ignore format: a table
const PAIRED: ReadonlySet<Role> = new Set(['italic', 'bold', 'sub', 'sup', 'smallCaps', 'heading'])

/** True when every element that matters is closed in turn: then sanitize-html would change nothing. */
function isSimple(tokens: readonly Token[]): boolean {
  const open: Role[] = []
  for (const token of tokens) {
    if (typeof token === 'string' || !PAIRED.has(token.role)) continue
    if (token.form === 'open') open.push(token.role)
    else if (token.form === 'close' && open.pop() !== token.role) return false
    if (open.length > DEEPEST) return false
  }
  return open.length === 0
}

/** The tokens through sanitize-html, which closes what is open and drops what closes nothing. */
function strip(tokens: readonly Token[]): readonly Token[] {
  return tokensOfStripped(htmlLibrary().strip(guarded(tokens)))
}

/**
 * Markup that is safe to give to a parser: every `<` of text escaped, one spelling for each role, at most a hundred
 * levels.
 */
function guarded(tokens: readonly Token[]): string {
  let html = ''
  let depth = 0
  let beyond = 0
  for (const token of tokens) {
    if (typeof token === 'string') html += escapeHtml(token)
    else if (token.role === 'cell') html += ' '
    else if (!PAIRED.has(token.role)) html += NAMES[token.role] === undefined ? '' : `<${NAMES[token.role]}>`
    else if (token.form === 'open') {
      if (depth >= DEEPEST) beyond++
      else {
        html += `<${NAMES[token.role]}${token.attributes}>`
        depth++
      }
    } else if (token.form === 'close') {
      if (beyond > 0) beyond--
      else {
        html += `</${NAMES[token.role]}>`
        depth = Math.max(0, depth - 1)
      }
    }
  }
  return html
}

const ROLES: {readonly [name: string]: Role} = Object.fromEntries(
  Object.entries(NAMES).map(([role, name]) => [name, role as Role]),
)
const STRIPPED = /<(\/?)([a-z0-9]+)(?: \/)?>/g

function tokensOfStripped(html: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const match of html.matchAll(STRIPPED)) {
    const [whole, slash, name = ''] = match
    if (match.index > at) tokens.push(unescapeHtml(html.slice(at, match.index)))
    at = match.index + whole.length
    const role = ROLES[name]
    if (role !== undefined)
      tokens.push({form: slash === '/' ? 'close' : PAIRED.has(role) ? 'open' : 'empty', name, role, attributes: ''})
  }
  if (at < html.length) tokens.push(unescapeHtml(html.slice(at)))
  return tokens
}

const ESCAPES: {readonly [character: string]: string} = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
const UNESCAPES: {readonly [reference: string]: string} = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"'}

/** Text as HTML shows it literally: "p < 0.05" → "p &lt; 0.05". */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, character => ESCAPES[character] ?? '') : text
}

function unescapeHtml(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot);/g, reference => UNESCAPES[reference] ?? '') : text
}
