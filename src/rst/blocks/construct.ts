/** What a block construct is, and the cursor that it reads with. */
import type { Parser } from '../context.ts'
import type { Block } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import type { Sections } from './section.ts'

/** A place in a block of lines, and the list of nodes that takes what is parsed there. */
export interface Cursor {
  readonly parser: Parser
  readonly block: Block
  /** The line that the cursor stands on; `block.length` at the end. */
  index: number
  /** Takes the parsed nodes: children of the innermost open section, or of the element whose body `block` is. */
  nodes: RstNode[]
  /** The open sections where titles may stand; absent in a nested body. */
  readonly sections?: Sections
  /** The type of the element whose body `block` is, where directives need to know it. */
  readonly within?: 'sidebar'
}

/** Something that a line can start. The block parser asks the constructs in docutils' order; the first that starts here parses. */
export interface Construct {
  readonly name: string
  /** The characters that its lines begin with, where these are few: others are not asked. */
  readonly first?: string
  /** Whether the line under the cursor starts this construct. Cheap: looks at `cursor.block[cursor.index].text`, moves nothing. */
  starts(cursor: Cursor): boolean
  /**
   * Parses it: appends to `cursor.nodes` and moves `cursor.index` behind its last line. `false` says that it was none after all
   * (docutils: `TransitionCorrection('text')`); then the cursor must stand where it stood, and the line is read as text.
   */
  parse(cursor: Cursor): boolean
}
