import type {CslType} from '../record/canonical.js'
import {fold} from './fold.js'

/**
 * The table of types: which words mean which CSL type, and which type wins when a source names several, the first first.
 * What tells most comes first: a thesis or a conference paper is often called an article as well, never the other way round. What describes
 * the content of an article (`Dataset`, `Interview`, `Legal Case` in PubMed) comes after article-journal.
 */
// biome-ignore format: a table
const TABLE: readonly (readonly [CslType, string])[] = [
  ['article-newspaper', 'newspaper article|newspaper-article|article-newspaper|newspaper'],
  ['article-magazine', 'magazine article|magazine-article|article-magazine|magazine'],
  [
    'thesis',
    'thesis|dissertation|academic dissertation|phd thesis|phdthesis|doctoral thesis|doctoral dissertation|mastersthesis|master thesis|bachelor thesis|honours thesis|study thesis|\u5b66\u4f4d\u8bba\u6587|\u535a\u58eb\u8bba\u6587|\u7855\u58eb\u8bba\u6587',
  ],
  ['patent', 'patent'],
  ['standard', 'standard'],
  ['review-book', 'book review|book-review|review-book|product-review|product review'],
  ['entry-dictionary', 'dictionary entry|entry-dictionary|dictionary article'],
  ['entry-encyclopedia', 'encyclopedia article|encyclopedia entry|entry-encyclopedia'],
  ['entry', 'reference-entry|reference entry|entry'],
  [
    'paper-conference',
    'conference|conference paper|conference-paper|paper-conference|proceedings-article|proceedings article|proceedings paper|inproceedings|conference article|conference proceeding|conference poster|conference abstract|conference presentation|conference object|meeting abstract|poster|\u4f1a\u8bae\u8bba\u6587',
  ],
  ['article', 'preprint|posted-content|posted content|e-print|eprint|working paper'],
  [
    'chapter',
    'book chapter|book-chapter|book section|booksection|book-section|book part|book-part|book track|book-track|chapter|inbook|incollection|part',
  ],
  [
    'book',
    'book|monograph|edited-book|edited book|reference-book|book set|book-set|book series|book-series|proceedings|textbook|collected work|\u4e13\u8457',
  ],
  [
    'article-journal',
    [
      'journal article|journal-article|journalarticle|article-journal|research-article|research article|original article|articles|paper|short communication',
      'review|review-article|review article|systematic review|systematic-review|scoping review|meta-analysis|metaanalysis|literature review|mini review',
      'editorial|letter|letter to the editor|letters and comments|comment|article-commentary|commentary|reply|response|rapid-communication|brief-report|brief report|note',
      'case report|case reports|case-report|case study|case-study|data-paper|data paper|methods-article|methods article|protocol|clinical trial protocol|registered-report',
      'erratum|published erratum|corrigendum|correction|retraction|retraction of publication|expression of concern|addendum|corrected and republished article',
      'news|in-brief|announcement|introduction|obituary|oration|discussion|abstract|english abstract|meeting-report|product|translation|bibliography',
      'clinical trial|study|clinicaltrial|randomized controlled trial|controlled clinical trial|observational study|comparative study|multicenter study|evaluation study|validation study|practice guideline|guideline|historical article|biography|data article|\u671f\u520a\u8bba\u6587|\u8bba\u6587',
    ].join('|'),
  ],
  ['review', 'peer review|peer-review|peerreview|decision-letter|referee-report|reviewer-report|author-comment'],
  [
    'report',
    'report|technical report|techreport|tech report|report-component|report component|report-series|report series|government document|project deliverable|data management plan',
  ],
  ['dataset', 'dataset|data set|data|data file'],
  ['software', 'software|computer program|computer-program|computational notebook|model|workflow|code'],
  ['legal_case', 'legal_case|legal case|case'],
  ['legislation', 'legislation|statute'],
  ['bill', 'bill'],
  ['regulation', 'regulation'],
  ['treaty', 'treaty'],
  ['hearing', 'hearing'],
  ['motion_picture', 'motion_picture|film|video|video recording|audiovisual|video-audio media|movie'],
  ['song', 'song|sound|audio|audio recording|recording-musical'],
  ['broadcast', 'broadcast|podcast|radio broadcast|tv broadcast'],
  ['musical_score', 'musical_score|musical score|musical notation'],
  ['map', 'map|cartographic material'],
  ['figure', 'figure'],
  ['graphic', 'graphic|image|artwork|photograph|picture'],
  ['speech', 'speech|presentation|lecture|talk|slides'],
  ['interview', 'interview'],
  ['manuscript', 'manuscript|unpublished'],
  ['pamphlet', 'pamphlet|booklet'],
  ['personal_communication', 'personal_communication|email|personal communication'],
  ['post-weblog', 'post-weblog|blog post|blogpost'],
  ['post', 'post|forum post'],
  ['webpage', 'webpage|web page|website|online|interactive resource'],
  ['periodical', 'periodical|journal|journal-issue|journal-volume|journal issue|journal volume'],
  ['performance', 'performance'],
  ['event', 'event'],
  ['classic', 'classic'],
  ['collection', 'collection'],
  [
    'document',
    'document|text|other|misc|component|physical object|service|database|grant|award|paratext|supplementary-materials|libguides',
  ],
]

/** Every CSL type that a word can mean, the one that tells most first. */
export const PRECEDENCE: readonly CslType[] = TABLE.map(([type]) => type)

/** The CSL type of a folded word: "journalarticle" → "article-journal". */
export const TYPE_WORDS: ReadonlyMap<string, CslType> = new Map(
  TABLE.flatMap(([type, words]) => words.split('|').map((word): [string, CslType] => [fold(word), type])),
)
