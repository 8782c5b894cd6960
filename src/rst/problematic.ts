/** The node that stands where markup went wrong. */
import type { Parser } from './context.ts'
import type { ElementNode } from './tree.ts'

/**
 * Makes a `problematic` that shows the source between two offsets, and ties it and its message together by ids. `shown` has no
 * escapes any more: it is what the author typed.
 */
export function problematic(parser: Parser, shown: string, start: number, end: number, message: ElementNode): ElementNode {
  const refid = parser.names.setId(message)
  const node = parser.element('problematic', start, end, { refid }, [parser.text(shown, start, end)])
  node.raw = shown
  message.attributes.backrefs = [parser.names.setId(node)]
  return node
}
