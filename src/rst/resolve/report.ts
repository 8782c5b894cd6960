/** Collects the messages of all steps. */
import type { Level, Parser } from '../context.ts'
import type { ElementNode, Position } from '../tree.ts'

/** A message of docutils. */
export interface DocutilsMessage {
  level: Level
  /** docutils' line (1-based); `undefined` if docutils gives none. */
  line: number | undefined
  message: string
  /** The place of the fault; more exact than `line`. */
  position: Position
}

export interface Resolution {
  readonly parser: Parser
  readonly messages: DocutilsMessage[]
}

/** Adds a message about a node. `line` is docutils' line, `undefined` if docutils gives none. */
export function report(
  { messages, parser }: Resolution,
  level: Level,
  message: string,
  line: number | undefined,
  { position }: ElementNode,
): void {
  messages.push({ level, line: line === undefined ? undefined : lineOfMessage(line, parser), message, position })
}

/** For a line number before the first, docutils uses an index from the end of the list. */
export function lineOfMessage(line: number, { lines }: Pick<Parser, 'lines'>): number {
  return line > 0 ? line : line + lines.length
}
