/** Reads a team list with the YAML parser: the lists that the quick reader cannot read, and the errors. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { type ListedDeliverable, type ListedTeam, RosterError } from './teams.ts'
import { listDocument } from './yaml.ts'

/** The teams of a list, in order. Throws a `RosterError` if the text is not a team list. */
export function readFully(source: string): ListedTeam[] {
  const document = listDocument(source, { uniqueKeys: true })
  const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document)! : ((node as Node | undefined) ?? null))
  const root = document.contents
  if (!isMap(root)) throw new RosterError('The team list is not a mapping of teams', source, root?.range?.[0] ?? 0)
  const { items } = root
  return items.map((pair): ListedTeam => {
    const value = resolve(pair.value)
    if (value !== null && !isEmpty(value) && !isMap(value))
      throw new RosterError(`The team \`${nameOf(pair)}\` is not a mapping`, source, offsetsOf(pair)[0])
    const [offset, endOffset] = offsetsOf(pair)
    return { name: nameOf(pair), deliverables: isMap(value) ? deliverablesOf(value) : [], offset, endOffset }
  })

  function deliverablesOf(team: YAMLMap): ListedDeliverable[] {
    const listed = resolve(team.get('deliverables', true))
    if (isMap(listed)) {
      return listed.items.map((pair) => {
        const [offset, endOffset] = offsetsOf(pair)
        const value = resolve(pair.value)
        return {
          name: nameOf(pair),
          repositories: isMap(value) ? repositoriesOf(resolve(value.get('repos', true))) : [],
          offset,
          endOffset,
        }
      })
    }
    // Before 2015 a team had only repositories; each of them corresponds to a deliverable today.
    return repositoriesOf(resolve(team.get('projects', true))).map((repository) => {
      const [offset, endOffset] = offsetsOf(items.find((pair) => resolve(pair.value) === team)!)
      return { name: repository.split('/').at(-1)!, repositories: [repository], offset, endOffset }
    })
  }

  /** Repositories by name, or as mappings with a `repo`. */
  function repositoriesOf(list: Node | null): string[] {
    if (!isSeq(list)) return []
    return list.items.flatMap((item) => {
      const node = resolve(item)
      const name = isMap(node) ? (node.get('repo') ?? node.get('name')) : isScalar(node) ? node.value : undefined
      return name === undefined || name === null ? [] : [String(name)]
    })
  }
}

const isEmpty = (node: Node) => isScalar(node) && node.value === null

const nameOf = (pair: Pair) => String(isScalar(pair.key) ? pair.key.source : pair.key)

/** The offsets of a name, without its quotes. */
function offsetsOf(pair: Pair): [number, number] {
  const [start, end] = (pair.key as Node).range!
  const quoted = isScalar(pair.key) && pair.key.type !== 'PLAIN' ? 1 : 0
  return [start + quoted, end - quoted]
}
