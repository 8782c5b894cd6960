/** One walk over the tree: everything that refers, is referred to, or waits, with the line that docutils would give it. */
import type { Parser } from '../context.ts'
import { type DocumentNode, type ElementNode, isElement, type RstNode } from '../tree.ts'
import { type Place, placeOf } from './place.ts'

/** A node that a message may be about. */
export interface Placed {
  node: ElementNode
  parent: ElementNode
  /** docutils' line for it; undefined where docutils has none. */
  line: number | undefined
  /** Inside a field that becomes part of the docinfo, or a message: it has no line any more when references are resolved. */
  extracted: boolean
}

export interface Survey {
  /** `reference`, `footnote_reference`, `citation_reference`. */
  references: Placed[]
  targets: Placed[]
  substitutionReferences: Placed[]
  /** What the directive `class` left for the next element. */
  pendingClasses: Placed[]
  /** The node behind each target in document order, messages left out: it inherits the target's names. */
  behindTarget: Map<ElementNode, RstNode>
  /** Those of `pendingClasses` behind which an element stands, maybe behind the end of what they stand in. */
  takenClasses: Set<ElementNode>
}

const referring = new Set(['reference', 'footnote_reference', 'citation_reference'])

/** Walks the whole document. `extracted` are the bodies of fields that become part of the docinfo. */
export function surveyOf(
  document: DocumentNode,
  extracted: ReadonlySet<ElementNode>,
  parser: Pick<Parser, 'lines' | 'docutils'>,
): Survey {
  const survey: Survey = {
    references: [],
    targets: [],
    substitutionReferences: [],
    pendingClasses: [],
    behindTarget: new Map(),
    takenClasses: new Set(),
  }
  walk(
    document,
    document,
    { survey, extracted, parser, lastTargets: [], waitingClasses: [] },
    { line: undefined, live: true },
    false,
  )
  return survey
}

/** What a piece of the tree holds that was put in by a substitution: all on the line of the substitution reference. */
export function surveyCopy(definition: ElementNode, place: Placed): Pick<Survey, 'references' | 'substitutionReferences'> {
  const found: Pick<Survey, 'references' | 'substitutionReferences'> = { references: [], substitutionReferences: [] }
  const visit = (parent: ElementNode, outer: ElementNode) => {
    for (const node of parent.children) {
      if (!isElement(node)) continue
      const placed = { ...place, node, parent: outer }
      if (referring.has(node.type)) found.references.push(placed)
      else if (node.type === 'substitution_reference') found.substitutionReferences.push(placed)
      visit(node, node)
    }
  }
  visit(definition, place.parent)
  return found
}

interface Walk {
  survey: Survey
  extracted: ReadonlySet<ElementNode>
  parser: Pick<Parser, 'lines' | 'docutils'>
  /** Targets that still look for the node behind them. */
  lastTargets: ElementNode[]
  /** What the directive `class` left, as long as no element has come that takes it. */
  waitingClasses: ElementNode[]
}

/** What no reader sees takes no classes. */
const passedOver = new Set(['comment', 'substitution_definition', 'pending', 'target', 'system_message'])

function walk(node: ElementNode, parent: ElementNode, walking: Walk, around: Place, inside: boolean): void {
  const { survey } = walking
  const { type } = node
  const place = placeOf(node, parent, around, walking.parser)
  const extracted = inside || walking.extracted.has(node)
  const isClass = type === 'pending' && node.data?.transform === 'misc.ClassAttribute'
  if (walking.lastTargets.length > 0 && type !== 'system_message' && !isClass) {
    for (const target of walking.lastTargets) survey.behindTarget.set(target, node)
    walking.lastTargets = []
  }
  if (walking.waitingClasses.length > 0 && !passedOver.has(type) && !passedOver.has(parent.type)) {
    for (const pending of walking.waitingClasses) survey.takenClasses.add(pending)
    walking.waitingClasses = []
  }
  if (referring.has(type)) survey.references.push({ node, parent, line: place.line, extracted })
  else if (type === 'target') {
    survey.targets.push({ node, parent, line: place.line, extracted })
    walking.lastTargets.push(node)
  } else if (type === 'substitution_reference') survey.substitutionReferences.push({ node, parent, line: place.line, extracted })
  else if (isClass) {
    survey.pendingClasses.push({ node, parent, line: place.line, extracted })
    walking.waitingClasses.push(node)
  }
  // A message shows text, and refers to nothing, but where newer versions quote a substitution definition in it.
  const children = type === 'system_message' ? node.children.filter((child) => child.type === 'block_quote') : node.children
  const withoutLine = extracted || type === 'system_message'
  for (const child of children) if (isElement(child)) walk(child, node, walking, place, withoutLine)
}
