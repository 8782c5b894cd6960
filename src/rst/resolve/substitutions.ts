/** Substitutions: every `|name|` stands for the content of its definition. Reports undefined, circular and too long ones. */
import { normalizeName } from '../name.ts'
import { plainText } from '../plain-text.ts'
import type { ElementNode, Position } from '../tree.ts'
import { type Resolution, report } from './report.ts'
import { type CopiedNode, type PlacedNode, referencesIn, type Survey } from './survey.ts'

/** The limit for references in copies of definitions; only definitions that contain each other, or a long one that is used often,
 * exceed it.
 */
const mostCopied = 20_000

/** The references in a definition, and its text with what was substituted in it so far. */
interface Definition {
  references: readonly CopiedNode[]
  substitutionReferences: readonly CopiedNode[]
  /** The definitions that it refers to. */
  keys: ReadonlySet<string | undefined>
  length: number
}

/** Resolves the substitution references. References inside a replacement are added to `survey.references`. Returns the place of the first
 * reference whose replacement is not looked at because of the limit. `end` is docutils' line at the end.
 */
export function resolveSubstitutions(resolution: Resolution, survey: Survey, end: number | undefined): Position | undefined {
  const { names, options } = resolution.parser
  const { substitutionDefs, substitutionNames } = names
  const keyOf = (name: string) => (substitutionDefs.has(name) ? name : substitutionNames.get(normalizeName(name)))
  const nameOf = (node: ElementNode) => String(node.attributes.refname ?? '')
  const read = new Map<ElementNode, Definition>()
  const definitionOf = (node: ElementNode): Definition => {
    const found = read.get(node)
    if (found) return found
    const inside = referencesIn(node)
    const keys = new Set(inside.substitutionReferences.map((copied) => keyOf(nameOf(copied.node))))
    const definition = { ...inside, keys, length: plainText(node).length }
    read.set(node, definition)
    return definition
  }
  /** The references to resolve, each with the definitions that it comes from. */
  const queue: { placed: PlacedNode; origin: readonly string[] }[] = survey.substitutionReferences.map((placed) => ({
    placed,
    origin: [],
  }))
  /** Undefined references that are already replaced by an error: later copies of their definitions contain the error. */
  const undefinedOnes = new Set<ElementNode>()
  let room = mostCopied
  let beyond: Position | undefined
  for (let index = 0; index < queue.length; index++) {
    const { placed, origin } = queue[index]!
    const { node, parent, line } = placed
    const refname = nameOf(node)
    const key = keyOf(refname)
    const target = key === undefined ? undefined : substitutionDefs.get(key)
    if (key === undefined || target === undefined) {
      report(resolution, 3, `Undefined substitution referenced: "${refname}".`, line, node)
      if (origin.length === 0) undefinedOnes.add(node)
      continue
    }
    const definition = definitionOf(target)
    if (definition.length > options.lineLengthLimit) {
      report(resolution, 3, `Substitution definition "${key}" exceeds the line-length-limit.`, end, node)
      continue
    }
    const chain = [...origin, key]
    if (chain.some((outer) => definition.keys.has(outer))) {
      if (parent.type === 'substitution_definition') {
        report(resolution, 3, 'Circular substitution definition detected:', parent.position.start.line, parent)
      } else report(resolution, 3, `Circular substitution definition referenced: "${refname}".`, line, node)
      continue
    }
    if (parent.type === 'substitution_definition') definitionOf(parent).length += definition.length - plainText(node).length
    const count = definition.references.length + definition.substitutionReferences.length
    if (count > room) {
      beyond ??= node.position
      continue
    }
    room -= count
    for (const copied of definition.references) survey.references.push({ ...placed, ...copied })
    for (const copied of definition.substitutionReferences) {
      if (!undefinedOnes.has(copied.node)) queue.push({ placed: { ...placed, ...copied }, origin: chain })
    }
  }
  return beyond
}
