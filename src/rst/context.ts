/** The state that the parts of the parser share, and how they call each other.
 *
 * Blocks, inline markup, tables and directives call each other only through this file: each part is a function that takes a `Parser`
 * and returns nodes. A `Parser` is the whole state of one parse; nothing is kept for the next document.
 */
import type { BlockShape } from './directives/block.ts'
import type { Directive } from './directives/directive.ts'
import type { DocumentState } from './directives/document.ts'
import type { InlineSource } from './inline/source.ts'
import type { Block } from './lines.ts'
import type { Names } from './names.ts'
import type { Roles } from './roles/index.ts'
import type { ElementNode, Point, Position, RstNode } from './tree.ts'
import type { DocutilsBehaviour, DocutilsVersion } from './versions.ts'

/** docutils' severities: debug 0, info 1, warning 2, error 3, severe 4. */
export type Level = 1 | 2 | 3 | 4

/** The settings of a Sphinx project that decide which directives and roles exist. */
export interface ProjectNames {
  /** The domain of names without one (`primary_domain`). */
  domain: string
  /** The extensions; absent if not all of them are known. */
  extensions?: readonly string[]
}

/** docutils' settings, with their names in camel case, and the additions of a project. */
export interface ParseOptions {
  /** The version of docutils to agree with; the newest by default. */
  docutils?: DocutilsVersion
  /** The name of the source in `system_message` nodes (docutils: `source`). */
  path?: string
  /** Names that are known besides those of docutils and Sphinx. */
  known?: { directives?: readonly string[]; roles?: readonly string[] }
  /** Whether the names of Sphinx are known. True by default; false gives plain docutils. */
  sphinx?: boolean
  /** The Sphinx project of the document; without one, every name of Sphinx is known. */
  project?: ProjectNames
  characterLevelInlineMarkup?: boolean
  languageCode?: string
  lineLengthLimit?: number
  pepReferences?: boolean
  rfcReferences?: boolean
  tabWidth?: number
  trimFootnoteReferenceSpace?: boolean
  rawEnabled?: boolean
  /** Code is never highlighted. With a value other than `none`, an unknown language of Pygments is reported as docutils does. */
  syntaxHighlight?: 'long' | 'short' | 'none'
  idPrefix?: string
  autoIdPrefix?: string
  /** The time for the `date` directive; the current time by default. */
  clock?: () => Date
  /** Deeper nesting becomes plain text; docutils fails with a recursion error at about this depth. */
  nestingLimit?: number
}

export interface Inline {
  nodes: RstNode[]
  /** System messages, which docutils puts after the block that contains the text. */
  messages: ElementNode[]
}

/** The state that one of docutils' state machines keeps for its next use. Each body or section uses one, and then makes it
 * available again.
 */
export interface Machine {
  /** Whether a transition may be the last line. False after docutils' error at the end of a section (see `blocks/section.ts`). */
  endsWithTransition: boolean
}

/** What contains a block, where it makes a difference. `untyped` is an element of no type, from which a directive takes the nodes. */
export type Within = 'sidebar' | 'untyped'

export interface Parser {
  readonly source: string
  /** The differences between docutils' versions that apply. */
  readonly docutils: DocutilsBehaviour
  readonly lines: Block
  readonly options: Required<Omit<ParseOptions, 'known' | 'project'>> & {
    known: { directives: ReadonlySet<string>; roles: ReadonlySet<string> }
    project: ProjectNames | undefined
  }
  /** The names and ids of the document. */
  readonly names: Names

  /** The roles that are defined so far. */
  readonly roles: Roles
  /** Directives with non-English names that were used so far: docutils reports each only once. */
  readonly foundDirectives: Map<string, Directive>
  /** What the blocks of the directives that were used so far may contain. */
  readonly directiveShapes: Map<Directive, BlockShape>
  /** The changes that directives make to the document as a whole. */
  readonly aboutDocument: DocumentState

  /** All messages so far, including those that are not in the tree (docutils: `parse_messages`). */
  readonly messages: ElementNode[]

  /** The parent of what is being parsed (docutils: the state's `parent`); targets put their messages here. */
  parent: RstNode[]
  /** The state machines of docutils that are free, the next one last. */
  readonly idleMachines: Machine[]
  /** The last nodes of nested blocks that end with explicit markup, for the lines of docutils' messages. */
  readonly endsOfExplicitMarkup: Set<RstNode>
  /** The line (1-based) of docutils' outermost state machine, which messages without their own line report. */
  rootLine: number

  /** Parses a block as body elements (docutils `nested_parse`). Titles are an error unless `titles` allows them. Each node is appended to
   * `into` as soon as it is read; by default, to a new list.
   */
  parseBlock(block: Block, options?: { titles?: boolean; within?: Within; into?: RstNode[] }): RstNode[]
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
  /** Makes a `system_message`. `line` is docutils' (1-based), absent if docutils gives none; `children` follow the paragraph with `text`,
   * e.g. a literal block with the source; `at` is the place in the source.
   */
  message(
    level: Level,
    text: string,
    line: number | undefined,
    at: { start: number; end: number },
    children?: RstNode[],
    attributes?: ElementNode['attributes'],
  ): ElementNode
}
