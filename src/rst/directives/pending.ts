/** `pending`: a node that a transform replaces when the whole document is known. */
import { repr } from '../python.ts'
import type { ElementNode } from '../tree.ts'
import type { Invocation } from './directive.ts'
import type { OptionValue } from './options.ts'

/** A `pending` node. It has no children; `data.internals` are the lines that docutils prints instead. */
export function pendingNode(
  { parser, start, end }: Invocation,
  transform: string,
  details: Iterable<readonly [string, OptionValue]>,
  place = start,
): ElementNode {
  const node = parser.element('pending', place, end)
  const sorted = [...details].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  node.data = {
    transform,
    details: Object.fromEntries(sorted),
    internals: [
      '.. internal attributes:',
      `     .transform: docutils.transforms.${transform}`,
      '     .details:',
      ...sorted.map(([name, value]) => `       ${name}: ${repr(value)}`),
    ],
  }
  return node
}
