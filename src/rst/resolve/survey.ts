/** One walk over the tree: everything that refers, is referred to, or waits, with the line that docutils would give it. */

import type { Line } from '../lines.ts'
import { type DocumentNode, type ElementNode, isElement, type RstNode } from '../tree.ts'
import { type Place, placeOf } from './place.ts'

/** A node that a message may be about. */
export interface Placed {
  node: ElementNode
  parent: ElementNode
  /** docutils' line for it; undefined where docutils has none. */
  line: number | undefined
  /** Inside a field that becomes part of the docinfo: it has no line any more when references are resolved. */
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
  parents: Map<RstNode, ElementNode>
}

const referring = new Set(['reference', 'footnote_reference', 'citation_reference'])

/** Walks the whole document. `extracted` are the bodies of fields that become part of the docinfo. */
export function surveyOf(document: DocumentNode, extracted: ReadonlySet<ElementNode>, lines: readonly Line[]): Survey {
  const survey: Survey = {
    references: [],
    targets: [],
    substitutionReferences: [],
    pendingClasses: [],
    behindTarget: new Map(),
    parents: new Map(),
  }
  walk(document, document, { survey, extracted, lines, lastTargets: [] }, { line: undefined, live: true }, false)
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
  lines: readonly Line[]
  /** Targets that still look for the node behind them. */
  lastTargets: ElementNode[]
}

function walk(node: ElementNode, parent: ElementNode, walking: Walk, around: Place, inside: boolean): void {
  const { survey } = walking
  const place = placeOf(node, parent, around, walking.lines)
  const extracted = inside || walking.extracted.has(node)
  const placed: Placed = { node, parent, line: place.line, extracted }
  const isClass = node.type === 'pending' && node.data?.transform === 'misc.ClassAttribute'
  if (node !== parent && node.type !== 'system_message' && !isClass) {
    for (const target of walking.lastTargets) survey.behindTarget.set(target, node)
    walking.lastTargets.length = 0
  }
  if (referring.has(node.type)) survey.references.push(placed)
  else if (node.type === 'target') {
    survey.targets.push(placed)
    walking.lastTargets.push(node)
  } else if (node.type === 'substitution_reference') survey.substitutionReferences.push(placed)
  else if (isClass) survey.pendingClasses.push(placed)
  // A message shows text, and refers to nothing.
  if (node.type === 'system_message') return
  for (const child of node.children) {
    survey.parents.set(child, node)
    if (isElement(child)) walk(child, node, walking, place, extracted)
  }
}
