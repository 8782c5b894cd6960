/** All messages of docutils about a document: of its parser (including those that are not in the tree) and of its transforms. Linter, tests
 * and benchmarks all use this.
 */
import { once } from '../text/index.ts'
import type { Level, ParseOptions } from './context.ts'
import { parseWithState } from './parse.ts'
import { plainText } from './plain-text.ts'
import { resolveReferences } from './resolve/index.ts'
import type { DocutilsMessage } from './resolve/report.ts'
import { type DocumentNode, type ElementNode, isElement, type Position } from './tree.ts'

export type { DocutilsMessage } from './resolve/report.ts'

/** A document; its messages are computed on first use. */
export interface ParsedDocument {
  document: DocumentNode
  messages(): DocutilsMessage[]
  /** The first substitution reference that is not followed because too many were: what it stands for has no messages. */
  notFollowed(): Position | undefined
}

/** Parses a document for callers that also need its messages. Never throws. */
export function parseDocument(source: string, options: ParseOptions = {}): ParsedDocument {
  const { document, parser } = parseWithState(source, options)
  const resolved = once(() => resolveReferences(document, parser))
  return {
    document,
    messages: once(() => [...parser.messages.map(messageOf), ...resolved().messages].sort(byLine)),
    notFollowed: () => resolved().notFollowed,
  }
}

/** Everything that docutils says about a document, in the order of the lines. */
export function docutilsMessages(source: string, options: ParseOptions = {}): DocutilsMessage[] {
  return parseDocument(source, options).messages()
}

function byLine(a: DocutilsMessage, b: DocutilsMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || a.position.start.offset - b.position.start.offset
}

/** A `system_message` as a record. Its first paragraph is what docutils says, the rest repeats the source. */
function messageOf(node: ElementNode): DocutilsMessage {
  const { level, line } = node.attributes
  const [paragraph] = node.children
  return {
    level: level as Level,
    line: line as number | undefined,
    message: paragraph && isElement(paragraph) ? plainText(paragraph) : '',
    position: node.position,
  }
}
