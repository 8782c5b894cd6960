/** The type of a block construct, and the cursor that it reads with. */
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
  /** Receives the parsed nodes: children of the innermost open section, or of the element whose body `block` is. */
  nodes: RstNode[]
  /** The open sections; absent in a nested body, where titles are not allowed. */
  readonly sections?: Sections
  /** The type of the element whose body `block` is, for directives that depend on it. */
  readonly within?: 'sidebar'
}

/** Something that a line can start. The block parser asks the constructs in docutils' order; the first that starts here parses. */
export interface Construct {
  readonly name: string
  /** The characters that its lines begin with, if there are few; for other lines it is not called. */
  readonly first?: string
  /** Whether the line at the cursor starts this construct. Must be fast: it looks at `cursor.block[cursor.index].text`, and moves nothing.
   */
  starts(cursor: Cursor): boolean
  /** Parses the construct: appends to `cursor.nodes` and moves `cursor.index` after its last line. `false` means that it is not this
   * construct (docutils: `TransitionCorrection('text')`); then the cursor must not have moved, and the line is read as text.
   */
  parse(cursor: Cursor): boolean
}
