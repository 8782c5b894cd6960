/** Substitutions: every `|name|` stands for the content of its definition. Reports undefined and circular ones. */
import { normalizeName } from '../name.ts'
import { type Resolution, report } from './report.ts'
import { type PlacedNode, type Survey, surveyCopy } from './survey.ts'

/** The maximum number of copies; only definitions that multiply each other exceed it. */
const copyLimit = 20_000

/** Resolves the substitution references. References inside a replacement are added to `survey.references`. */
export function resolveSubstitutions(resolution: Resolution, survey: Survey): void {
  const { substitutionDefs, substitutionNames } = resolution.parser.names
  const keyOf = (name: string) => (substitutionDefs.has(name) ? name : substitutionNames.get(normalizeName(name)))
  /** The references to resolve, each with the definitions that it comes from. */
  const queue: { placed: PlacedNode; origin: readonly string[] }[] = survey.substitutionReferences.map((placed) => ({
    placed,
    origin: [],
  }))
  for (let index = 0; index < queue.length && index < survey.substitutionReferences.length + copyLimit; index++) {
    const { placed, origin } = queue[index]!
    const refname = String(placed.node.attributes.refname ?? '')
    const key = keyOf(refname)
    const definition = key === undefined ? undefined : substitutionDefs.get(key)
    if (key === undefined || definition === undefined) {
      report(resolution, 3, `Undefined substitution referenced: "${refname}".`, placed.line, placed.node)
      continue
    }
    const chain = [...origin, key]
    const copy = surveyCopy(definition, placed)
    const circular = copy.substitutionReferences.some(({ node }) => chain.includes(keyOf(String(node.attributes.refname)) ?? ''))
    if (!circular) {
      for (const reference of copy.references) survey.references.push(reference)
      for (const nested of copy.substitutionReferences) queue.push({ placed: nested, origin: chain })
    } else if (placed.parent.type === 'substitution_definition') {
      report(resolution, 3, 'Circular substitution definition detected:', placed.parent.position.start.line, placed.parent)
    } else report(resolution, 3, `Circular substitution definition referenced: "${refname}".`, placed.line, placed.node)
  }
}
