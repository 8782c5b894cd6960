/** The type of a block construct, and the cursor that it reads with. */
import type { Parser, Within } from '../context.ts'
import type { Block } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import type { Sections } from './section.ts'

/** A place in a block of lines, and the list that receives the nodes parsed there. */
export interface Cursor {
  readonly parser: Parser
  readonly block: Block
  /** The index of the current line; `block.length` at the end. */
  index: number
  /** Receives the parsed nodes: children of the innermost open section, or of the element whose body `block` is. */
  nodes: RstNode[]
  /** The open sections; absent in a nested body, where titles are not allowed. */
  readonly sections?: Sections
  /** What contains `block`, for directives that depend on it. */
  readonly within?: Within
}

/** A block construct. The block parser asks the constructs in docutils' order; the first one that starts at a line parses it. */
export interface Construct {
  readonly name: string
  /** The characters that its first line can begin with, if there are few; for other lines it is not asked. */
  readonly first?: string
  /** Whether the line at the cursor, `cursor.block[cursor.index].text`, starts this construct. Must be fast, and must not move
   * the cursor.
   */
  starts(cursor: Cursor): boolean
  /** Parses the construct: appends to `cursor.nodes` and moves `cursor.index` after its last line. `false` means that it is not this
   * construct (docutils: `TransitionCorrection('text')`); then the cursor must not have moved, and the line is read as text.
   */
  parse(cursor: Cursor): boolean
}
