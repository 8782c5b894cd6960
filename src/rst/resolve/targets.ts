/** Hyperlink targets: counts anonymous ones, follows indirect ones, and finds references without a target and targets without a
 * reference.
 */
import { appendAll } from '../../text/index.ts'
import type { Names } from '../names.ts'
import { listOf } from '../names.ts'
import { type ElementNode, isElement, type RstNode } from '../tree.ts'
import { textual } from './place.ts'
import { type Resolution, report } from './report.ts'
import type { PlacedNode, Survey } from './survey.ts'

/** Reports different numbers of anonymous references and anonymous targets, which docutils matches one by one. `line` is
 * docutils' line at the end of the document.
 */
export function countAnonymous(resolution: Resolution, survey: Survey, line: number | undefined): void {
  const references = survey.references.filter(({ node }) => node.attributes.anonymous)
  const targets = survey.targets.filter(({ node }) => node.attributes.anonymous)
  if (references.length === targets.length) return
  const text =
    `Anonymous hyperlink mismatch: ${references.length} references but ${targets.length} targets.\n` +
    'See "backrefs" attribute for IDs.'
  // The message points at the first surplus node; docutils marks all of them as problematic.
  const surplus = references.length > targets.length ? references[targets.length]! : targets[references.length]!
  report(resolution, 3, text, line, surplus.node)
}

/** References and targets that refer to a broken indirect target. docutils has already replaced them by `problematic` nodes. */
export type BrokenReferences = Set<ElementNode>

/** Follows indirect targets (`.. _moon: planet_`) to their end; reports missing, duplicate and circular ones. `settled` are the
 * references to the names of the others: docutils before 0.22 does not know the name of an alias in `moon <planet_>`_.
 */
export function resolveIndirect(resolution: Resolution, survey: Survey): { broken: BrokenReferences; settled: Set<ElementNode> } {
  const { names } = resolution.parser
  const settled = new Set<ElementNode>()
  if (names.indirectTargets.length === 0) return { broken: new Set(), settled }
  const lines = new Map(survey.targets.map((placed) => [placed.node, placed.line]))
  const byName = referrersByName(survey)
  const namesOf = allNames(survey)
  const broken: BrokenReferences = new Set()
  const resolved = new Set<ElementNode>()

  const fail = (target: ElementNode, why: string) => {
    const all = namesOf(target)
    const [name, id] = [all[0], listOf(target, 'ids')[0]]
    const naming = `${name === undefined ? '' : `"${name}" `}${id === undefined ? '' : `(id="${id}")`}`
    const text = `Indirect hyperlink target ${naming} refers to target "${target.attributes.refname}", ${why}.`
    report(resolution, 3, text, lines.get(target) ?? target.position.start.line, target)
    for (const each of all) for (const referrer of byName.get(each) ?? []) broken.add(referrer)
  }

  /** Adds everything that refers to a target, directly or through other targets, to `settled`. */
  const settle = (target: ElementNode) => {
    const waiting = [target]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const name of namesOf(next)) {
        for (const referrer of byName.get(name) ?? []) {
          if (settled.has(referrer)) continue
          settled.add(referrer)
          if (referrer.type === 'target') waiting.push(referrer)
        }
      }
    }
  }

  for (const first of names.indirectTargets) {
    const path = new Set<ElementNode>()
    let target: ElementNode | undefined = first
    let isBroken = false
    while (target && !resolved.has(target) && !settled.has(target) && target.attributes.refname !== undefined) {
      if (path.has(target)) {
        fail(target, 'forming a circular reference')
        isBroken = true
        break
      }
      path.add(target)
      const name = String(target.attributes.refname)
      const next = idOf(names, name)
      if (next === undefined) {
        fail(
          target,
          names.nameIds.has(name) ? 'which is a duplicate, and cannot be used as a unique reference' : 'which does not exist',
        )
        isBroken = true
        break
      }
      target = names.ids.get(next)
      if (target?.type !== 'target') break
    }
    for (const each of path) {
      resolved.add(each)
      if (!isBroken) settle(each)
    }
  }
  return { broken, settled }
}

/** The id of the node with a name; `undefined` if the name is unknown or duplicate. */
function idOf(names: Names, name: string): string | undefined {
  return names.nameIds.get(name) || undefined
}

/** Returns the function that gives the names of a target: its own, then those that it inherits from the targets above it. */
function allNames(survey: Survey): (target: ElementNode) => readonly string[] {
  const above = new Map<RstNode, ElementNode>()
  for (const placed of survey.targets) {
    const after = survey.afterTarget.get(placed.node)
    if (after?.type === 'target' && inheritsNames(survey, placed)) above.set(after, placed.node)
  }
  return (target) => {
    const names = [...listOf(target, 'names')]
    for (let next = above.get(target); next; next = above.get(next)) appendAll(names, listOf(next, 'names'))
    return names
  }
}

function referrersByName(survey: Survey): Map<string, ElementNode[]> {
  const byName = new Map<string, ElementNode[]>()
  for (const { node } of [...survey.references, ...survey.targets]) {
    const name = node.attributes.refname
    if (name === undefined) continue
    const others = byName.get(String(name))
    if (others) others.push(node)
    else byName.set(String(name), [node])
  }
  return byName
}

/** Reports references to an unknown or duplicate name. `known` are the names of the document and of numbered footnotes; the
 * references in `done` are skipped.
 */
export function reportDangling(
  resolution: Resolution,
  survey: Survey,
  known: ReadonlyMap<string, string | undefined>,
  done: ReadonlySet<ElementNode>,
): void {
  for (const { node, laterLine } of survey.references) {
    const { refname } = node.attributes
    if (refname === undefined || done.has(node) || known.get(String(refname)) !== undefined) continue
    const text = known.has(String(refname))
      ? `Duplicate target name, cannot be used as a unique reference: "${refname}".`
      : `Unknown target name: "${refname}".`
    report(resolution, 3, text, laterLine, node)
  }
}

/** Reports targets that nothing refers to. */
export function reportUnreferenced(resolution: Resolution, survey: Survey, broken: BrokenReferences): void {
  const { names } = resolution.parser
  const namesOf = allNames(survey)
  const wanted = refnamesOf([...survey.references, ...survey.targets])
  const onceWanted = refnamesOf(survey.removedReferences)
  for (const placed of survey.targets) {
    const { node } = placed
    if (broken.has(node) || node.attributes.anonymous || names.referenced.has(node)) continue
    const own = listOf(node, 'names')
    const passesOn = inheritsNames(survey, placed)
    if (passesOn && refersOnward(survey, node)) continue
    // Targets right above an indirect target refer to it.
    const { refname } = node.attributes
    const isReferredTo = refname !== undefined && namesOf(node).length > own.length
    if (isReferredTo && idOf(names, String(refname)) !== undefined) continue
    const isWanted = (name: string) => wanted.has(name) || (!passesOn && onceWanted.has(name))
    if ((passesOn ? own : namesOf(node)).some(isWanted)) continue
    const name = passesOn ? listOf(node, 'ids')[0] : (own[0] ?? listOf(node, 'ids')[0] ?? node.attributes.refid)
    report(resolution, 1, `Hyperlink target "${name}" is not referenced.`, placed.laterLine, node)
  }
}

function refnamesOf(placed: readonly PlacedNode[]): Set<string> {
  return new Set(placed.flatMap(({ node }) => (node.attributes.refname === undefined ? [] : [String(node.attributes.refname)])))
}

/** Whether the names of a target go to an indirect target, which counts as referring to that, or to a caption. */
function refersOnward(survey: Survey, target: ElementNode): boolean {
  let after = survey.afterTarget.get(target)
  if (after?.type === 'caption') return true
  while (after?.type === 'target' && isElement(after) && after.attributes.refname === undefined) {
    if (after.attributes.refuri !== undefined) return false
    after = survey.afterTarget.get(after)
  }
  return after?.type === 'target'
}

/** Nodes that do not inherit the names of the target before them. */
const withoutInheritance = new Set(['comment', 'substitution_definition', 'pending', 'footnote', 'citation'])

/** Whether the node after a target inherits its names, so that the target keeps only its id. */
function inheritsNames(survey: Survey, { node, parent }: PlacedNode): boolean {
  const { refuri, refname, refid } = node.attributes
  if (refuri !== undefined || refname !== undefined || refid !== undefined || textual.has(parent.type)) return false
  const after = survey.afterTarget.get(node)
  return after !== undefined && !withoutInheritance.has(after.type)
}
