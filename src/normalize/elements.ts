/** What an element of HTML, JATS or MathML does to the text it holds. */
export type Role =
  | 'block' // a paragraph break before and after
  | 'heading'
  | 'break' // a line break
  | 'cell' // a space before and after
  | 'italic'
  | 'bold'
  | 'sub'
  | 'sup'
  | 'smallCaps'
  | 'inline' // nothing: no space, and none taken away
  | 'graphic' // an image in place of text
  | 'raw' // goes with what it holds
  | 'formula' // holds MathML, TeX or both
  | 'math'
  | 'tex'

/**
 * The role of an element of the closed list, in lower case; null for any other name, which is then text. Names that
 * are common words (`name`, `year`) count only with a prefix. ("jats", "italic") → "italic", ("", "etx") → null. HTML
 * Living Standard §15 and §16.2, JATS 1.3 Archiving, MathML 3, and what PubMed and publishers add.
 */
export function roleOf(prefix: string, name: string): Role | null {
  return ROLES.get(name) ?? (prefix === '' ? null : (PREFIXED.get(name) ?? null))
}

/** True for an element that never has an end tag (HTML §13.1.2), so that `<br>` needs no `/`. */
export function isVoid(name: string): boolean {
  return VOID.has(name)
}

/** True for an element that loads or runs something (contract §2.3). */
export function isDangerous(name: string): boolean {
  return DANGEROUS.has(name)
}

const ROLES = table({
  block: `p div address article aside blockquote body center dd details dialog dir dl dt fieldset figcaption figure footer form frameset
    header hgroup hr html legend li listing main menu nav noframes noscript ol optgroup option plaintext pre search section select
    summary table caption tbody textarea tfoot thead tr ul xmp
    abstract abstracttext ack app array attrib boxed-text chem-struct-wrap copyright-statement copyrightinformation def-item def-list
    disp-formula-group disp-quote fig fig-group fn fn-group list list-item preformat sec statement supplementary-material subtitle
    table-wrap table-wrap-foot table-wrap-group trans-abstract trans-title verse-group verse-line`,
  heading: 'h1 h2 h3 h4 h5 h6 title',
  break: 'br break',
  cell: 'td th label kwd',
  italic: 'i em italic cite dfn var emph it ital',
  bold: 'b strong bold',
  sub: 'sub inf',
  sup: 'sup',
  smallCaps: 'sc scp small-caps smallcaps',
  inline: `a abbr acronym area audio basefont bdi bdo bgsound big blink button canvas code col colgroup data datalist del font head hi
    input ins kbd keygen map mark marquee menuitem meter nobr nolink object output param picture progress q rb rp rt rtc ruby s samp slot
    small source span strike time track tt u video wbr
    abbrev chem-struct ext-link fixed-case hyperlink inline-supplementary-material milestone-end milestone-start monospace named-content
    overline overline-start overline-end related-article related-object roman sans-serif styled-content target underline underline-start
    underline-end uri xref base embed frame link meta applet`,
  graphic: 'img graphic inline-graphic inline-media',
  raw: 'script style svg iframe noembed template portal',
  formula: 'inline-formula disp-formula alternatives',
  tex: 'tex-math',
  math: `math annotation annotation-xml maction maligngroup malignmark menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv
    mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle
    msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`,
})

const PREFIXED = table({
  inline: `abbrev-journal-title article-title award-id bold-italic chapter-title comment collab conf-date conf-loc conf-name country date
    date-in-citation day edition element-citation elocation-id email etal fpage funding-source given-names institution issue
    issue-title lpage mixed-citation month name object-id page-range patent person-group prefix pub-id publisher-loc publisher-name ref
    role season series size string-date string-name suffix surname trans-source unstructured-kwd-group volume year abbreviation note`,
  block: 'answer bio caption def explanation kwd-group media permissions question speaker speech term',
  math: `abs and apply approx arccos arcsin arctan bvar card ceiling ci cn complement condition conjugate cos csymbol declare degree diff
    divide domain emptyset eq equivalent exists exp exponentiale factorial false fn floor forall geq grad gt ident in int intersect
    interval inverse lambda laplacian leq limit list ln log logbase lowlimit lt matrix matrixrow max mean median min minus mode not
    notin or outerproduct partialdiff pi plus power product quotient real reln rem root scalarproduct sdev sep set sin subset sum
    tan tendsto times transpose true union uplimit variance vector xor`,
})

const VOID = new Set(
  'area base basefont bgsound br break col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)

const DANGEROUS = new Set(
  'applet audio base bgsound embed frame frameset iframe img link meta object portal script style svg video'.split(' '),
)

function table(names: {readonly [role in Role]?: string}): ReadonlyMap<string, Role> {
  return new Map(
    Object.entries(names).flatMap(([role, list]) => list.split(/\s+/).map(name => [name, role as Role] as const)),
  )
}
