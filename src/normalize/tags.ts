import {isDangerous, isVoid, type Role, roleOf} from './elements.js'

/**
 * A tag of the closed list. `empty` is one that holds nothing, or goes with what it holds: `<br>`, `<i/>`,
 * `<script>…</script>`.
 */
export interface Tag {
  readonly form: 'open' | 'close' | 'empty'
  readonly name: string
  readonly role: Role
  readonly attributes: string
}

/** What stands at a `<`, and where it ends. A comment is nothing; `unknown` looks like a tag, but stays text. */
export type Mark =
  | {readonly is: 'tag'; readonly end: number; readonly tag: Tag; readonly danger: boolean}
  | {readonly is: 'nothing'; readonly end: number}
  | {readonly is: 'unknown'; readonly end: number}

const VALUED = String.raw`[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=\x60]+)`
const BARE = String.raw`(?:allowfullscreen|async|autofocus|autoplay|checked|compact|controls|default|defer|disabled|hidden|ismap|loop|multiple|muted|nomodule|noshade|nowrap|open|readonly|required|reversed|selected)(?![^\s\/>])`
const ATTRIBUTES = String.raw`(?:\s+(?:${VALUED}|${BARE}))*`
const TAG = new RegExp(
  String.raw`<(\/?)(?:([A-Za-z][A-Za-z0-9]{0,9}):)?([A-Za-z][A-Za-z0-9-]{0,24})(${ATTRIBUTES})\s*(\/?)>`,
  'y',
)

// A browser runs what is not well-formed, too: `<img/src=x onerror=alert(1)`. Neither pattern can fail once its name
// is read, so
// neither backtracks. A word counts as an attribute only where it is one, and an open quote ends at a space: what
// follows is text.
const LOOSE_NAME = String.raw`<(\/?)([A-Za-z][A-Za-z0-9]{0,9})(?![^\s\/>])`
const LOOSE_ATTRIBUTES = String.raw`((?:[\s\/]+(?:[^\s"'<>=\/]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|["']?[^\s"'<>]*)|${BARE}))*)`
const LOOSE = new RegExp(String.raw`${LOOSE_NAME}${LOOSE_ATTRIBUTES}([\s\/]*>)?`, 'iy')

const UNKNOWN =
  /<\/?[A-Za-z][A-Za-z0-9]{1,20}(?::[A-Za-z][A-Za-z0-9-]{0,24})?(?:\s+[\w:-]{1,30}="[^"<>]{0,200}")*\s?\/?>/y
const DECLARATION =
  /<!(?:DOCTYPE\b[^<>]{0,2000}>|\[CDATA\[|\[(?:if [^\]<>]{1,80}|endif)\](?:--)?>|-{2,3}>)|<\?[A-Za-z][^<>?]{0,2000}\??>/iy
const SMALL_CAPS = /small-?caps/i
const ACTIVE = /\son[a-z]+\s*=|javascript:/i

/**
 * Reads what stands at a `<`. A tag is `<`, an optional prefix, a name from the closed list, well-formed attributes,
 * `>` (contract §2.1); elements that load or run something are read as loosely as a browser would. Every other `<` is
 * text: null, or `unknown`.
 */
export class TagReader {
  // What was looked for in vain, an end of a comment or a script: looking again for each `<` would be quadratic.
  private readonly absent = new Set<string>()

  constructor(private readonly text: string) {}

  at(start: number): Mark | null {
    const code = this.text.charCodeAt(start + 1)
    if (code === 33 || code === 63) return this.declaration(start)
    if (code !== 47 && !((code > 64 && code < 91) || (code > 96 && code < 123))) return null
    return (
      this.plain(start) ??
      this.tag(start) ??
      this.loose(start) ??
      (exec(UNKNOWN, this.text, start) ? {is: 'unknown', end: UNKNOWN.lastIndex} : null)
    )
  }

  private plain(start: number): Mark | null {
    PLAIN.lastIndex = start
    if (!PLAIN.test(this.text)) return null
    const tag = OFTEN.get(this.text.slice(start, PLAIN.lastIndex))
    return tag === undefined ? null : {is: 'tag', tag, danger: false, end: PLAIN.lastIndex}
  }

  private tag(start: number): Mark | null {
    const match = exec(TAG, this.text, start)
    if (!match) return null
    const [, slash = '', prefix = '', cased = '', attributes = '', slashAfter = ''] = match
    const name = cased.toLowerCase()
    const role = roleOf(prefix, name)
    if (role === null) return null
    const danger = attributes !== '' && ACTIVE.test(attributes)
    const tag = tagOf(name, role, slash !== '', slashAfter !== '', attributes)
    return this.mark(tag, TAG.lastIndex, danger || (slash === '' && runs(prefix, name)), slash + slashAfter === '')
  }

  private loose(start: number): Mark | null {
    const match = exec(LOOSE, this.text, start)
    const name = match?.[2]?.toLowerCase() ?? ''
    const role = roleOf('', name)
    if (!match || role === null || !isDangerous(name)) return null
    return this.mark(
      tagOf(name, role, match[1] !== '', match[4] === undefined, ''),
      LOOSE.lastIndex,
      true,
      match[1] === '' && match[4] !== undefined,
    )
  }

  private mark(tag: Tag, end: number, danger: boolean, holds: boolean): Mark {
    return {is: 'tag', tag, danger, end: tag.role === 'raw' && holds ? this.afterRaw(tag.name, end) : end}
  }

  /** A script goes with what it holds; one that is never closed leaves the text after it to the reader. */
  private afterRaw(name: string, end: number): number {
    const close = this.find(`</${name}`, end)
    if (close < 0) return end
    const gt = this.text.indexOf('>', close)
    return gt < 0 ? this.text.length : gt + 1
  }

  private declaration(start: number): Mark | null {
    if (exec(DECLARATION, this.text, start)) return {is: 'nothing', end: DECLARATION.lastIndex}
    if (!this.text.startsWith('<!--', start)) return null
    const close = this.find('-->', start + 4)
    return close < 0 ? null : {is: 'nothing', end: close + 3}
  }

  private find(what: string, from: number): number {
    if (this.absent.has(what)) return -1
    const pattern = new RegExp(what, 'gi')
    pattern.lastIndex = from
    const found = pattern.exec(this.text)?.index ?? -1
    if (found < 0) this.absent.add(what)
    return found
  }
}

function tagOf(name: string, role: Role, isClosing: boolean, isEmpty: boolean, attributes: string): Tag {
  const form = isClosing ? 'close' : isEmpty || isVoid(name) || role === 'raw' ? 'empty' : 'open'
  const isSmallCaps = attributes !== '' && role === 'inline' && SMALL_CAPS.test(attributes)
  return {form, name, role: isSmallCaps ? 'smallCaps' : role, attributes}
}

// What abstracts are full of: no need to take it apart.
const PLAIN = /<\/?(?:jats:)?[a-z][a-z0-9]{0,5}>/y
const OFTEN: ReadonlyMap<string, Tag> = new Map(
  'p div span i b u em strong italic bold sub sup br li ul h2 h3 h4 title sec'.split(' ').flatMap(name => {
    const role = roleOf('', name)
    if (role === null) return []
    const [open, close] = [tagOf(name, role, false, false, ''), tagOf(name, role, true, false, '')]
    return ['', 'jats:'].flatMap(prefix => [
      [`<${prefix}${name}>`, open] as const,
      [`</${prefix}${name}>`, close] as const,
    ])
  }),
)

/** An image in text is nothing to report, a style neither; whatever else loads or runs something is. */
function runs(prefix: string, name: string): boolean {
  return prefix === '' && isDangerous(name) && name !== 'img' && name !== 'style'
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
