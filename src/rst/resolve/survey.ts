/** Collects references, targets and `class` directives in one walk over the tree, with the line that docutils gives to each. */
import { appendAll } from '../../text/index.ts'
import { type DocumentNode, type ElementNode, isElement, type RstNode } from '../tree.ts'
import type { Docinfo } from './front-matter.ts'
import { type Place, type PlacingParser, placeOf } from './place.ts'

/** A node that a message may be about. */
export interface PlacedNode {
  node: ElementNode
  parent: ElementNode
  /** docutils' line for it; `undefined` if docutils has none. */
  line: number | undefined
  /** docutils' line for it when it resolves references: the one at the end of the document if a transform has moved the node. */
  laterLine: number | undefined
  within: Within
}

/** The elements around a node that transforms move, rewrite or copy. */
interface Within {
  isExtracted?: boolean
  isRewritten?: boolean
  definition?: ElementNode
}

export interface Survey {
  /** `reference`, `footnote_reference`, `citation_reference`. */
  references: PlacedNode[]
  /** References that a transform has removed. They still count for targets that keep their names: the parser has noted them for these. */
  removedReferences: PlacedNode[]
  targets: PlacedNode[]
  substitutionReferences: PlacedNode[]
  /** `class` directives without content: their classes apply to the next element. */
  pendingClasses: PlacedNode[]
  /** The node after each target in document order, without messages. It inherits the names of the target. */
  afterTarget: Map<ElementNode, RstNode>
  /** The `pendingClasses` that an element follows, inside or after their parent. */
  takenClasses: Set<ElementNode>
}

const referring = new Set(['reference', 'footnote_reference', 'citation_reference'])

/** Walks over the whole document. `end` is docutils' line at the end. */
export function surveyOf(document: DocumentNode, moved: Moved, parser: PlacingParser, end: number | undefined): Survey {
  const survey: Survey = {
    references: [],
    removedReferences: [],
    targets: [],
    substitutionReferences: [],
    pendingClasses: [],
    afterTarget: new Map(),
    takenClasses: new Set(),
  }
  walk(
    document,
    document,
    { survey, moved, parser, end, lastTargets: [], waitingClasses: [] },
    { line: end, laterLine: end, live: true, linesAbove: 0 },
    {},
  )
  return survey
}

/** A reference in a definition; without a parent, it is directly in it. */
export type CopiedNode = Pick<PlacedNode, 'node'> & Partial<Pick<PlacedNode, 'parent'>>

/** The references in a definition, which replaces a substitution reference. All of them have the line of that reference. */
export function referencesIn(definition: ElementNode): CopiedNode[] {
  const references: CopiedNode[] = []
  const visit = (parent: ElementNode) => {
    for (const node of parent.children) {
      if (!isElement(node)) continue
      if (referring.has(node.type) || node.type === 'substitution_reference')
        references.push(parent === definition ? { node } : { node, parent })
      visit(node)
    }
  }
  visit(definition)
  return references
}

/** Removes references, as transforms do with what contains them. */
export function removeReferences(survey: Survey, isRemoved: (within: Within) => boolean): void {
  appendAll(
    survey.removedReferences,
    survey.references.filter(({ within }) => isRemoved(within)),
  )
  survey.references = survey.references.filter(({ within }) => !isRemoved(within))
}

/** What transforms move: the bibliographic data, and sections that become the document. */
interface Moved extends Docinfo {
  promoted: ReadonlySet<ElementNode>
}

interface Walk {
  survey: Survey
  moved: Moved
  parser: PlacingParser
  end: number | undefined
  /** Targets for which the next node is not found yet. */
  lastTargets: ElementNode[]
  /** `class` directives for which the next element is not found yet. */
  waitingClasses: ElementNode[]
}

/** Nodes that are not displayed; classes do not apply to them. */
const notDisplayed = new Set(['comment', 'substitution_definition', 'pending', 'target', 'system_message'])

function walk(node: ElementNode, parent: ElementNode, walking: Walk, parentPlace: Place, around: Within): void {
  const { survey } = walking
  const { type } = node
  const place = placeOf(node, parent, parentPlace, walking.parser)
  const within = withinOf(node, around, walking.moved)
  if (walking.moved.promoted.has(node)) place.laterLine = walking.end
  const isClass = type === 'pending' && node.data?.transform === 'misc.ClassAttribute'
  if (walking.lastTargets.length > 0 && type !== 'system_message' && !isClass) {
    for (const target of walking.lastTargets) survey.afterTarget.set(target, node)
    walking.lastTargets = []
  }
  if (walking.waitingClasses.length > 0 && !notDisplayed.has(type) && !notDisplayed.has(parent.type)) {
    for (const pending of walking.waitingClasses) survey.takenClasses.add(pending)
    walking.waitingClasses = []
  }
  const placed = { node, parent, line: place.line, laterLine: within.isExtracted ? walking.end : place.laterLine, within }
  if (referring.has(type)) survey.references.push(placed)
  else if (type === 'target') {
    if (!within.isRewritten) survey.targets.push(placed)
    walking.lastTargets.push(node)
  } else if (type === 'substitution_reference') survey.substitutionReferences.push(placed)
  else if (isClass) {
    survey.pendingClasses.push(placed)
    walking.waitingClasses.push(node)
  }
  // References in a message do not count, except in the substitution definition that newer versions quote there.
  for (const from of type === 'system_message' ? quotedParagraphs(node) : [node])
    for (const child of from.children) if (isElement(child)) walk(child, from, walking, place, within)
}

function withinOf(node: ElementNode, around: Within, { extracted, rewritten }: Moved): Within {
  if (node.type === 'substitution_definition') return { ...around, definition: node }
  if (!extracted.has(node) && !rewritten.has(node)) return around
  return { ...around, isExtracted: true, isRewritten: rewritten.has(node) }
}

/** The paragraphs that a message quotes as elements. They have the line of the message. */
function quotedParagraphs(message: ElementNode): ElementNode[] {
  const quotes = message.children.filter(({ type }) => type === 'block_quote') as ElementNode[]
  return quotes.flatMap(({ children }) => children.filter(isElement))
}
