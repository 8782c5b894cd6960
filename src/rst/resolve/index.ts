/** The messages of docutils about references, which it reports when the whole document is known.
 *
 * docutils' standalone reader runs transforms over the parsed document; these are the messages of its transforms, in their order,
 * without changing the tree.
 */
import type { Parser } from '../context.ts'
import { languageOf, unsupportedLanguage } from '../languages.ts'
import { type DocumentNode, type ElementNode, isElement, type Position, type RstNode } from '../tree.ts'
import { resolveClasses } from './class-attribute.ts'
import { lineAtEnd } from './end.ts'
import { resolveFootnotes } from './footnotes.ts'
import { extractDocinfo, levelsOf, promotedSections } from './front-matter.ts'
import { type DocutilsMessage, type Resolution, report } from './report.ts'
import { resolveSubstitutions } from './substitutions.ts'
import { removeReferences, surveyOf } from './survey.ts'
import { countAnonymous, reportDangling, reportUnreferenced, resolveIndirect } from './targets.ts'
import { checkTransitions } from './transitions.ts'

export interface Resolved {
  messages: readonly DocutilsMessage[]
  notFollowed: Position | undefined
}

/** The messages of docutils' transforms about a parsed document, and the first substitution that is not followed because of a limit. The tree
 * does not change.
 */
export function resolveReferences(document: DocumentNode, parser: Parser): Resolved {
  const resolution: Resolution = { parser, messages: [] }
  const root = levelsOf(document, new Set())
  const moved = { ...extractDocinfo(resolution, root), promoted: promotedSections(document, root) }
  const { lines, docutils } = parser
  const end = lineAtEnd(document, parser)
  const { languageCode } = parser.options
  if (!parser.aboutDocument.isLanguageReported && languageOf(languageCode, docutils) === undefined) {
    const line = lines.length > 0 ? end : undefined
    report(resolution, 2, unsupportedLanguage(languageCode), line, parser.element('document', 0, 0))
  }
  const survey = surveyOf(document, moved, parser, end)
  resolveClasses(resolution, survey, lines, end)
  const notFollowed = resolveSubstitutions(resolution, survey, end)
  if (moved.rewritten.size > 0) removeReferences(survey, ({ isRewritten = false }) => isRewritten)
  countAnonymous(resolution, survey, end)
  const { broken, settled } = resolveIndirect(resolution, survey)
  const names = new Map([...parser.names.nameIds, ...parser.names.lateFootnotes])
  const numbered = resolveFootnotes(resolution, survey, names, settled)
  checkTransitions(resolution, levelsOf(document, removedNodes(document, survey.takenClasses)))
  reportDangling(resolution, survey, names, new Set([...broken, ...settled, ...numbered]))
  reportUnreferenced(resolution, survey, broken)
  return { messages: resolution.messages, notFollowed }
}

/** The nodes that transforms remove: `vanished`, `sectnum`, and the table of contents of a document without sections. */
function removedNodes(document: DocumentNode, vanished: ReadonlySet<RstNode>): Set<RstNode> {
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
