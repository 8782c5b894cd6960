/** Collects the messages of all steps. */
import type { Level, Parser } from '../context.ts'
import type { ElementNode } from '../tree.ts'

export interface Resolution {
  readonly parser: Parser
  readonly messages: ElementNode[]
}

/** Adds a message about a node. `line` is docutils' line, `undefined` if docutils gives none. */
export function report(resolution: Resolution, level: Level, text: string, line: number | undefined, node: ElementNode): void {
  const { start, end } = node.position
  resolution.messages.push(resolution.parser.message(level, text, line, { start: start.offset, end: end.offset }))
}
