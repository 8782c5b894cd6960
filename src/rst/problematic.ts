/** The node for invalid markup. */
import type { Parser } from './context.ts'
import type { ElementNode } from './tree.ts'

/** Makes a `problematic` that shows the source between two offsets, and links it to its message by ids. `shown` is the source without
 * escapes.
 */
export function problematic(parser: Parser, shown: string, start: number, end: number, message: ElementNode): ElementNode {
  const refid = parser.names.setId(message)
  const node = parser.element('problematic', start, end, { refid }, [parser.text(shown, start, end)])
  node.raw = shown
  message.attributes.backrefs = [parser.names.setId(node)]
  return node
}
