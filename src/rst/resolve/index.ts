/** Reference resolution: what docutils says when the whole document is known.
 *
 * docutils' standalone reader runs transforms over the parsed document; these are the messages of its transforms, in their order,
 * without changing the tree.
 */
import type { ParseOptions, Parser, Level as Severity } from '../context.ts'
import { parseDocument } from '../parse.ts'
import { plainText } from '../plain-text.ts'
import { type DocumentNode, type ElementNode, isElement, type Position, type RstNode } from '../tree.ts'
import { resolveClasses } from './class-attribute.ts'
import { lineAtEnd } from './end.ts'
import { resolveFootnotes } from './footnotes.ts'
import { extractDocinfo, levelsOf } from './front-matter.ts'
import type { Resolution } from './report.ts'
import { resolveSubstitutions } from './substitutions.ts'
import { surveyOf } from './survey.ts'
import { countAnonymous, reportDangling, reportUnreferenced, resolveIndirect } from './targets.ts'
import { checkTransitions } from './transitions.ts'

/** A message of docutils, from its parser or from its transforms. */
export interface DocutilsMessage {
  level: Severity
  /** docutils' line (1-based); undefined where docutils gives none. */
  line: number | undefined
  message: string
  /** What the message is about: exact, unlike `line`. */
  position: Position
  /** The `system_message` itself. */
  node: ElementNode
}

/** The messages of docutils' transforms about a parsed document, as `system_message` nodes. The tree stays as it is. */
export function resolveReferences(document: DocumentNode, parser: Parser): ElementNode[] {
  const resolution: Resolution = { parser, messages: [] }
  const extracted = extractDocinfo(resolution, levelsOf(document, new Set()))
  const { lines } = parser
  const end = lineAtEnd(document, lines)
  const survey = surveyOf(document, extracted, parser)
  resolveClasses(resolution, survey, lines, end)
  resolveSubstitutions(resolution, survey)
  countAnonymous(resolution, survey, end)
  const broken = resolveIndirect(resolution, survey)
  const names = new Map(parser.names.nameIds)
  const numbered = resolveFootnotes(resolution, survey, names)
  checkTransitions(resolution, levelsOf(document, withoutTrace(document, survey.takenClasses)))
  reportDangling(resolution, survey, names, new Set([...broken, ...numbered]))
  reportUnreferenced(resolution, survey, broken)
  return resolution.messages
}

/** Everything that docutils says about a document, in the order of the lines. */
export function docutilsMessages(source: string, options: ParseOptions = {}): DocutilsMessage[] {
  const { document, parser } = parseDocument(source, options)
  const parsed = [...parser.messages]
  return [...parsed, ...resolveReferences(document, parser)]
    .map(messageOf)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || a.position.start.offset - b.position.start.offset)
}

/** A `system_message` node as a record. */
export function messageOf(node: ElementNode): DocutilsMessage {
  const { level, line } = node.attributes
  const [paragraph] = node.children
  return {
    level: level as Severity,
    line: line as number | undefined,
    message: paragraph && isElement(paragraph) ? plainText(paragraph) : '',
    position: node.position,
    node,
  }
}

/** With the nodes of sections that transforms take away: `sectnum`, a table of contents without sections. */
function withoutTrace(document: DocumentNode, vanished: ReadonlySet<RstNode>): Set<RstNode> {
  const all = new Set(vanished)
  const hasSections = document.children.some(({ type }) => type === 'section')
  const visit = (parent: ElementNode) => {
    for (const node of parent.children) {
      if (node.type === 'section') visit(node as ElementNode)
      const inner = isElement(node) && node.type === 'topic' ? node.children.at(-1) : node
      if (!inner || !isElement(inner) || inner.type !== 'pending') continue
      const transform = inner.data?.transform
      if (transform === 'parts.SectNum' || (transform === 'parts.Contents' && !hasSections)) all.add(node)
    }
  }
  visit(document)
  return all
}
