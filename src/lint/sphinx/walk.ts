/** The facts of a document, and a walk through it that collects them. */
import type { ParseOptions, Position, RstNode } from '../../rst/index.ts'
import type { Place } from '../../text/index.ts'
import type { Scope } from './objects.ts'

/** A place in an included file, whose path is from the folder of `conf.py`. */
export interface Inside extends Place {
  path: string
}

/** A piece of a document: offsets, 0-based, `end` exclusive. Of what stands in an included file it is the directive that includes it. */
export interface Range {
  start: number
  end: number
  /** The place in the included file. */
  inside?: Inside
}

export interface Label extends Range {
  name: string
  /** Whether `:ref:` finds a text for it: the title of a section, the caption of a figure or table. */
  hasTitle: boolean
  /** Whether `:numref:` finds a number for it: a figure, a table, a block of code with a caption, a section. */
  isNumbered: boolean
  /** Whether it is a title, which is a label by an extension alone. */
  isOfTitle?: boolean
}

/** A `:role:` whose text names something: the role with its domain, what it names, and where it stands. */
export interface CrossReference extends Range {
  role: string
  target: string
  /** Whether a text of its own stands in front of what it names. */
  hasText: boolean
  text: string
  scope: Scope
}

interface ToctreeEntry extends Range {
  target: string
  isGlob: boolean
  /** The same number for all entries of one toctree. */
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
  /** Documents that it takes in by `include`. */
  includes: FileReference[]
  files: FileReference[]
  references: CrossReference[]
  citations: CitationPlace[]
  cited: CitationPlace[]
  /** Whether it says that it is in no toctree on purpose: `:orphan:` in front of its title. */
  isOrphan: boolean
}

export interface FactOptions {
  parsing: Pick<ParseOptions, 'known' | 'project'>
  /** The role of text in single backticks. */
  defaultRole?: string
  titleLabels?: { hasDocument: boolean; depth: number }
  /** Kinds of objects of the project, besides Sphinx's. */
  objectTypes?: ReadonlySet<string>
  /** The name of the document, and the text of the files that it includes. */
  document?: string
  included?: (path: string) => { path: string; text: string } | undefined
}

/** What a walk through a document knows: its facts so far, and where it is. */
export interface Walk {
  source: string
  options: FactOptions
  facts: SphinxFacts
  scope: Scope
  /** The outermost directive that includes what is walked through. */
  at?: { start: number; end: number; path: string }
  depth: number
  toctrees: number
}

/** The place of a node: its own, or that of the directive that includes it. */
export function rangeOf(walk: Walk, { position }: RstNode): Range {
  if (walk.at) return { start: walk.at.start, end: walk.at.end, inside: insideOf(walk.at.path, position) }
  return { start: position.start.offset, end: position.end.offset }
}

export function insideOf(path: string, { start, end }: Position): Inside {
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
