/** What the parts of the parser share, and how they call each other.
 *
 * Blocks, inline markup, tables and directives know each other through this page alone: a part is a function that takes a
 * `Parser` and gives nodes. It is the state of one parse, and all of it: nothing is kept between two documents.
 */
import type { Directive } from './directives/directive.ts'
import type { DocumentState } from './directives/document.ts'
import type { Block } from './lines.ts'
import type { Names } from './names.ts'
import type { Roles } from './roles/index.ts'
import type { ElementNode, Point, Position, RstNode } from './tree.ts'
import type { DocutilsBehaviour, DocutilsVersion } from './versions.ts'

/** docutils' severities: debug 0, info 1, warning 2, error 3, severe 4. */
export type Level = 1 | 2 | 3 | 4

/** What decides in a Sphinx project which of Sphinx's names there are. */
export interface ProjectNames {
  /** The domain of names without one (`primary_domain`). */
  domain: string
  /** The extensions, where all of them are known. */
  extensions?: readonly string[]
}

/** docutils' settings, by their names in camel case, and what a project adds. */
export interface ParseOptions {
  /** The version of docutils to agree with; the newest by default. */
  docutils?: DocutilsVersion
  /** docutils' `source`: the name that `system_message` nodes carry. */
  path?: string
  /** Names that are known besides docutils' and Sphinx' own. */
  known?: { directives?: readonly string[]; roles?: readonly string[] }
  /** Names from Sphinx count as known. On by default; off, the parser is docutils alone. */
  sphinx?: boolean
  /** The Sphinx project of the document; without one, all names that Sphinx can have count. */
  project?: ProjectNames
  characterLevelInlineMarkup?: boolean
  languageCode?: string
  lineLengthLimit?: number
  pepReferences?: boolean
  rfcReferences?: boolean
  tabWidth?: number
  trimFootnoteReferenceSpace?: boolean
  rawEnabled?: boolean
  /** Code is never taken apart, whatever the setting. But for `none`, a language that Pygments does not know is reported where docutils does. */
  syntaxHighlight?: 'long' | 'short' | 'none'
  idPrefix?: string
  autoIdPrefix?: string
  /** The time that the `date` directive tells; the system's by default. */
  clock?: () => Date
  /** Deeper nesting than this becomes plain text; docutils gives up with a recursion error about here. */
  nestingLimit?: number
}

/** A run of inline source: `text` is joined from lines with `\n`; `offsetAt` leads from an index in it to the source. */
export interface InlineSource {
  text: string
  /** Source offset of `text[index]`; `index` may be `text.length`. */
  offsetAt(index: number): number
  /** The docutils line (1-based) that messages about it carry. */
  line: number
}

export interface Inline {
  nodes: RstNode[]
  /** System messages, which docutils puts behind the block that holds the text. */
  messages: ElementNode[]
}

/** What one of docutils' state machines leaves behind for its next use. Bodies and sections take one each and give it back. */
export interface Machine {
  /** Whether a transition may be the last line. Not so once docutils has slipped at the end of a section (see `blocks/section.ts`). */
  endsWithTransition: boolean
}

export interface Parser {
  readonly source: string
  /** Which of the differences between docutils' versions hold. */
  readonly docutils: DocutilsBehaviour
  readonly lines: Block
  readonly options: Required<Omit<ParseOptions, 'known' | 'project'>> & {
    known: { directives: ReadonlySet<string>; roles: ReadonlySet<string> }
    project: ProjectNames | undefined
  }
  /** Names, ids and everything else that docutils' document keeps books about. */
  readonly names: Names

  /** The roles that the document knows so far. */
  readonly roles: Roles
  /** Directives by names that English has not, found so far: docutils has nothing to tell about them the next time. */
  readonly foundDirectives: Map<string, Directive>
  /** What directives said about the document as a whole. */
  readonly aboutDocument: DocumentState

  /** Every message made so far, those too whose place in the tree was given up again (docutils: `parse_messages`). */
  readonly messages: ElementNode[]

  /** Takes what is parsed at this moment (docutils: the state's `parent`); targets put their messages here. */
  parent: RstNode[]
  /** The state machines of docutils that wait to be used again, the next one last. */
  readonly idleMachines: Machine[]
  /** docutils' line (1-based) of its outermost state machine: what messages without a line of their own say. */
  rootLine: number

  /** Parses a block as body elements (docutils `nested_parse`). Titles are an error inside, unless `titles` says so. */
  parseBlock(block: Block, options?: { titles?: boolean; within?: 'sidebar' }): RstNode[]
  /** Parses inline markup. */
  parseInline(source: InlineSource): Inline
  /** The inline source of some lines of a block, joined by newlines. */
  inlineSource(block: Block, line?: number): InlineSource

  /** The place of a source offset. */
  point(offset: number): Point
  /** The place from `start` to `end` (source offsets). */
  position(start: number, end: number): Position
  /** Makes an element from `start` to `end` (source offsets). */
  element(type: string, start: number, end: number, attributes?: ElementNode['attributes'], children?: RstNode[]): ElementNode
  /** Makes a text node. */
  text(value: string, start: number, end: number): RstNode
  /** Makes a `system_message`. `line` is docutils' (1-based), absent where docutils gives none; `children` follow the paragraph
   *  that holds `text`, e.g. a literal block with the offending source; `at` are the source offsets of what it is about. */
  message(
    level: Level,
    text: string,
    line: number | undefined,
    at: { start: number; end: number },
    children?: RstNode[],
    attributes?: ElementNode['attributes'],
  ): ElementNode
}
