/** Substitutions: every `|name|` stands for the content of its definition. Reports undefined, circular and too long ones. */
import { normalizeName } from '../name.ts'
import { plainText } from '../plain-text.ts'
import type { ElementNode, Position } from '../tree.ts'
import { type Resolution, report } from './report.ts'
import { type CopiedNode, type PlacedNode, referencesIn, removeReferences, type Survey } from './survey.ts'

/** The limit for references in copies of definitions; only definitions that contain each other, or a long one that is used often,
 * exceed it.
 */
const mostCopied = 20_000

/** The references in a definition, and the length of its text, with what was substituted in it so far. */
interface Definition {
  copies: Set<CopiedNode>
  length: number
  /** What made it circular. */
  circularAt?: CopiedNode
}

/** A substitution reference, and what it is in the `copies` of the definition around it. */
interface Waiting {
  placed: PlacedNode
  copied: CopiedNode | undefined
}

/** Resolves the substitution references. References inside a replacement are added to `survey.references`, those inside circular
 * definitions are removed: messages replace these definitions. Returns the place of the first reference whose replacement is not looked at
 * because of the limit. `end` is docutils' line at the end.
 */
export function resolveSubstitutions(resolution: Resolution, survey: Survey, end: number | undefined): Position | undefined {
  const { names, options } = resolution.parser
  const { substitutionDefs, substitutionNames } = names
  const nameOf = (node: ElementNode) => String(node.attributes.refname ?? '')
  const keyOf = (name: string) => (substitutionDefs.has(name) ? name : substitutionNames.get(normalizeName(name)))
  const read = new Map<ElementNode, Definition>()
  /** The references that the source has in definitions. */
  const written = new Map<ElementNode, CopiedNode>()
  const definitionOf = (node: ElementNode): Definition => {
    const found = read.get(node)
    if (found) return found
    const definition = { copies: new Set(referencesIn(node)), length: plainText(node).length }
    for (const copied of definition.copies) written.set(copied.node, copied)
    read.set(node, definition)
    return definition
  }
  const queue: Waiting[] = survey.substitutionReferences.map((placed) => {
    if (placed.within.definition) definitionOf(placed.within.definition)
    return { placed, copied: written.get(placed.node) }
  })
  /** The definitions in which a substitution was referenced so far, by the substitution. If its own is one of them, it is circular. */
  const referencedIn = new Map<string, Set<string>>()
  const circular = new Set<ElementNode>()
  let room = mostCopied
  let beyond: Position | undefined

  /** Whether docutils copies a definition: not if something in it is known to be circular. */
  const isCopied = (key: string, definition: Definition): boolean => {
    if (definition.circularAt && definition.copies.has(definition.circularAt)) return false
    for (const copied of definition.copies) {
      const inner = copied.node.type === 'substitution_reference' ? keyOf(nameOf(copied.node)) : undefined
      if (inner === undefined) continue
      const definitions = referencedIn.get(inner) ?? new Set()
      if (definitions.has(inner)) {
        definition.circularAt = copied
        return false
      }
      referencedIn.set(inner, definitions.add(key))
    }
    return true
  }

  /** The references that replace a reference; none where an error does. `undefined` if the definition around it is replaced as a whole. */
  const replacement = ({ node, parent, line, within }: PlacedNode): readonly CopiedNode[] | undefined => {
    const refname = nameOf(node)
    const key = keyOf(refname)
    const target = key === undefined ? undefined : substitutionDefs.get(key)
    if (key === undefined || target === undefined) {
      report(resolution, 3, `Undefined substitution referenced: "${refname}".`, line, node)
      return []
    }
    const definition = definitionOf(target)
    if (definition.length > options.lineLengthLimit) {
      report(resolution, 3, `Substitution definition "${key}" exceeds the line-length-limit.`, end, node)
      return []
    }
    if (definition.copies.size > room) {
      beyond ??= node.position
      return []
    }
    if (!isCopied(key, definition)) {
      if (parent.type === 'substitution_definition') {
        report(resolution, 3, 'Circular substitution definition detected:', parent.position.start.line, parent)
        circular.add(parent)
        return undefined
      }
      report(resolution, 3, `Circular substitution definition referenced: "${refname}".`, line, node)
      return []
    }
    room -= definition.copies.size
    if (within.definition) definitionOf(within.definition).length += definition.length - plainText(node).length
    return Array.from(definition.copies, (copied) => ({ ...copied }))
  }

  for (const { placed, copied } of queue) {
    const copies = replacement(placed)
    if (copies === undefined) continue
    const around = placed.within.definition && definitionOf(placed.within.definition).copies
    if (copied) around?.delete(copied)
    for (const copy of copies) {
      const inner = { ...placed, ...copy }
      around?.add(copy)
      if (copy.node.type === 'substitution_reference') queue.push({ placed: inner, copied: copy })
      else survey.references.push(inner)
    }
  }
  if (circular.size > 0) removeReferences(survey, ({ definition }) => definition !== undefined && circular.has(definition))
  return beyond
}
