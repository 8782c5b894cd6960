/** What docutils says about a document: its parser, those of its messages too whose place in the tree was given up again, and its
 * transforms. The one answer for linter, tests and benchmarks. */
import type { Level, ParseOptions } from './context.ts'
import { parseWithState } from './parse.ts'
import { plainText } from './plain-text.ts'
import { resolveReferences } from './resolve/index.ts'
import { type DocumentNode, type ElementNode, isElement, type Position } from './tree.ts'

/** A message of docutils. */
export interface DocutilsMessage {
  level: Level
  /** docutils' line (1-based); undefined where docutils gives none. */
  line: number | undefined
  message: string
  /** What the message is about: exact, unlike `line`. */
  position: Position
}

/** A document, and what docutils says about it once somebody asks. */
export interface ParsedDocument {
  document: DocumentNode
  messages(): DocutilsMessage[]
}

/** Parses a document for those who also want to know what docutils says about it. Never throws, whatever the source. */
export function parseDocument(source: string, options: ParseOptions = {}): ParsedDocument {
  const { document, parser } = parseWithState(source, options)
  let messages: DocutilsMessage[] | undefined
  return {
    document,
    messages() {
      messages ??= [...parser.messages, ...resolveReferences(document, parser)].map(messageOf).sort(byLine)
      return messages
    },
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
