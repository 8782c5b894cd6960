/** Explicit markup: what begins with `..`, and the anonymous target's `__`. */
import { extent, offsetAt } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import { comment } from './comment.ts'
import type { Construct, Cursor } from './construct.ts'
import { directive } from './directive.ts'
import { citation, footnote } from './footnote.ts'
import { substitutionDefinition } from './substitution-definition.ts'
import { anonymous, target } from './target.ts'
import { endsWithoutBlankLine } from './unindent.ts'

/** What an explicit construct gives; the cursor stands behind it. */
export interface Explicit {
  nodes: RstNode[]
  blankFinish: boolean
}

/** One kind of explicit markup. It gives nothing where the line is of another kind, and what is wrong where it only looks like it. */
export type ExplicitConstruct = (cursor: Cursor, column: number) => Explicit | string | undefined

/** The kinds, in the order in which docutils tries. What is none of them is a comment. */
const kinds: readonly ExplicitConstruct[] = [footnote, citation, target, substitutionDefinition, directive]

/** The column of what stands behind `.. `; 0 where the line starts no explicit markup. */
function markupColumn(text: string): number {
  if (!text.startsWith('..')) return 0
  let column = 2
  while (text.charCodeAt(column) === 32) column++
  return column > 2 || text.length === 2 ? column : 0
}

function isAnonymous(text: string): boolean {
  return text.startsWith('__') && (text.length === 2 || text[2] === ' ')
}

export const explicitMarkup: Construct = {
  name: 'explicit_markup',
  starts: (cursor) => markupColumn(cursor.block[cursor.index]!.text) > 0,
  parse(cursor) {
    const line = cursor.block[cursor.index]!
    const column = markupColumn(line.text)
    let found: Explicit | string | undefined
    if (column < line.text.length) {
      for (const kind of kinds) {
        found = kind(cursor, column)
        if (found !== undefined) break
      }
    }
    if (typeof found === 'object') append(cursor, found)
    else {
      const parsed = comment(cursor, column)
      if (found !== undefined) {
        const at = { start: offsetAt(line, column), end: extent([line]).end }
        parsed.nodes.push(cursor.parser.message(2, found, line.number + 1, at))
      }
      append(cursor, parsed)
    }
    return true
  },
}

export const anonymousTarget: Construct = {
  name: 'anonymous_target',
  starts: (cursor) => isAnonymous(cursor.block[cursor.index]!.text),
  parse(cursor) {
    append(cursor, anonymous(cursor))
    return true
  },
}

/** Other explicit markup may follow without a blank line. */
function append(cursor: Cursor, { nodes, blankFinish }: Explicit): void {
  cursor.nodes.push(...nodes)
  const next = cursor.block[cursor.index]?.text
  if (blankFinish || next === undefined || markupColumn(next) > 0 || isAnonymous(next)) return
  endsWithoutBlankLine(cursor, 'Explicit markup')
}
