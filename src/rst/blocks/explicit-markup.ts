/** Explicit markup: constructs that begin with `..`, and anonymous targets with `__`. */
import { appendAll } from '../../text/index.ts'
import { extent, offsetAt } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import { comment, malformed } from './comment.ts'
import type { Construct, Cursor } from './construct.ts'
import { directive } from './directive.ts'
import { citation, footnote } from './footnote.ts'
import { advanceRootLine } from './root-line.ts'
import { substitutionDefinition } from './substitution-definition.ts'
import { anonymous, target } from './target.ts'
import { endsWithoutBlankLine } from './unindent.ts'

/** The result of an explicit construct; the cursor is then after it. */
export interface Explicit {
  nodes: RstNode[]
  blankFinish: boolean
}

/** Parses one kind of explicit markup. Returns `undefined` for a line of another kind. Returns docutils' message if the line only
 * looks like this kind; the cursor is then at the last line that was read.
 */
type ExplicitConstruct = (cursor: Cursor, column: number) => Explicit | string | undefined

/** The kinds, in the order of docutils. A line of no kind is a comment. */
const kinds: readonly ExplicitConstruct[] = [footnote, citation, target, substitutionDefinition, directive]

/** The column after `.. `; 0 if the line starts no explicit markup. */
function markupColumn(text: string): number {
  if (!text.startsWith('..')) return 0
  let column = 2
  while (text.charCodeAt(column) === 32) column++
  return column > 2 || text.length === 2 ? column : 0
}

function isAnonymous(text: string): boolean {
  return text.startsWith('__') && (text.length === 2 || text[2] === ' ')
}

/** Whether a line starts explicit markup. Explicit markup that follows explicit markup needs no blank line before it. */
function startsExplicitMarkup(text: string | undefined): boolean {
  return text !== undefined && (markupColumn(text) > 0 || isAnonymous(text))
}

export const explicitMarkup: Construct = {
  name: 'explicit_markup',
  first: '._',
  starts: (cursor) => startsExplicitMarkup(cursor.block[cursor.index]!.text),
  parse(cursor) {
    const { block, parser } = cursor
    let blankFinish = true
    const { index: first } = cursor
    let further = false
    do {
      parser.parent = cursor.nodes
      const parsed = markupColumn(block[cursor.index]!.text) > 0 ? explicitConstruct(cursor) : anonymous(cursor)
      appendAll(cursor.nodes, parsed.nodes)
      blankFinish = parsed.blankFinish
      if (!further) advanceRootLine(cursor, cursor.index, first)
      further = true
    } while (startsExplicitMarkup(block[cursor.index]?.text))
    if (!blankFinish) endsWithoutBlankLine(cursor, 'Explicit markup')
    return true
  },
}

/** At the `..` of some explicit markup. */
function explicitConstruct(cursor: Cursor): Explicit {
  const line = cursor.block[cursor.index]!
  const column = markupColumn(line.text)
  if (column === line.text.length) return comment(cursor, column)
  for (const kind of kinds) {
    const found = kind(cursor, column)
    if (found === undefined) continue
    if (typeof found === 'object') return found
    // docutils reads the comment from where the construct stopped, not from its start.
    const last = cursor.block[cursor.index]!
    const { nodes, blankFinish } = malformed(cursor, column, line)
    const at = { start: offsetAt(line, column), end: extent([line]).end }
    return { nodes: [...nodes, cursor.parser.message(2, found, last.number + 1, at)], blankFinish }
  }
  return comment(cursor, column)
}
