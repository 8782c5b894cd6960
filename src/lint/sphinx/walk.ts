/** The facts of a document, and a walk through it that collects them. */
import type { ParseOptions, Position, RstNode } from '../../rst/index.ts'
import type { Place } from '../../text/index.ts'
import type { IncludeCall, IncludeLimit, UnreadInclude } from './include.ts'
import type { Scope } from './objects.ts'

/** A place in an included file, whose path is relative to the folder of `conf.py`. */
export interface IncludedPlace extends Place {
  path: string
}

/** A piece of a document: offsets, 0-based, `end` exclusive. For text of an included file, the piece is the directive that includes it. */
export interface Range {
  start: number
  end: number
  /** The place in the included file. */
  inside?: IncludedPlace
}

export interface Label extends Range {
  name: string
  /** Whether `:ref:` finds a text for it: the title of a section, or the caption of a figure or table. */
  hasTitle: boolean
  /** Whether `:numref:` finds a number for it: a figure, a table, a code block with a caption, or a section. */
  isNumbered: boolean
  /** Whether it is a title, which only an extension makes a label. */
  isOfTitle?: boolean
}

/** A reference by `:role:`: the role with its domain, its target and its place. */
export interface CrossReference extends Range {
  role: string
  target: string
  /** Whether it has a text of its own. */
  hasText: boolean
  text: string
  scope: Scope
}

interface ToctreeEntry extends Range {
  target: string
  isGlob: boolean
  /** Equal for all entries of one toctree. */
  toctree: number
}

export interface FileReference extends Range {
  /** The directive or role that needs the file. */
  by: string
  path: string
  options: Readonly<Record<string, string>>
}

/** A description of an object: a function, an option, a directive, a term. */
export interface SphinxObject extends Range {
  domain: string
  type: string
  name: string
  parameters?: string
  isAlias?: true
  program?: string | undefined
  /** docutils' line of its directive. */
  line: number
}

/** `[Galilei]_`, or what it refers to. */
interface CitationPlace extends Range {
  name: string
}

export interface SphinxFacts {
  labels: Label[]
  objects: SphinxObject[]
  toctree: ToctreeEntry[]
  /** Documents that it includes. */
  includes: FileReference[]
  /** Those of them, and of the files that they include, that were not read because of a limit. */
  unread: UnreadInclude[]
  files: FileReference[]
  references: CrossReference[]
  citations: CitationPlace[]
  cited: CitationPlace[]
  /** Whether `:orphan:` before its title says that it is in no toctree on purpose. */
  isOrphan: boolean
}

export interface FactOptions {
  parsing: Pick<ParseOptions, 'known' | 'project'>
  /** The role of text in single backticks. */
  defaultRole?: string
  titleLabels?: { hasDocument: boolean; depth: number }
  /** Kinds of objects that the project adds. */
  objectTypes?: ReadonlySet<string>
  /** The name of the document, and the text of the files that it includes. */
  document?: string
  included?: (path: string) => { path: string; text: string } | undefined
}

/** The state of a walk through a document: the facts so far, and the current place. */
export interface Walk {
  source: string
  options: FactOptions
  facts: SphinxFacts
  scope: Scope
  /** The outermost directive that includes the current text. */
  at?: { start: number; end: number; path: string }
  /** The files that are being included, the innermost one last. */
  including: readonly IncludeCall[]
  limit: IncludeLimit
  toctrees: number
}

/** The place of a node: its own, or that of the directive that includes it. */
export function rangeOf(walk: Walk, { position }: RstNode): Range {
  if (walk.at) return { start: walk.at.start, end: walk.at.end, inside: includedPlaceOf(walk.at.path, position) }
  return { start: position.start.offset, end: position.end.offset }
}

export function includedPlaceOf(path: string, { start, end }: Position): IncludedPlace {
  return {
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: start.offset,
    endOffset: end.offset,
  }
}
