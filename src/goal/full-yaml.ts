/** Reads a goal from any YAML, with the place of every error. It loads the YAML parser, which models in the common form do not need. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from 'yaml'
import { placesIn, sentence, smallest, withShortValues, yamlFaults } from '../text/index.ts'
import type { ModelDiagnostic, ParsedModel } from './parse.ts'
import { type Places, rememberPositions } from './positions.ts'
import type { ProfileOptions } from './profile-keys.ts'
import { readYaml } from './read-yaml.ts'
import { type ModelRule, mostValues, type Path, validateGoal } from './validate.ts'
import { withinScalar } from './within-scalar.ts'

/** Reads a model, with the place of every error and of the values of its goal. Keys of a project's own profile are known if the options
 * contain that profile.
 */
export function parseFully(yaml: string, options: { path?: string } & ProfileOptions): ParsedModel {
  const placeAt = placesIn(yaml)
  const diagnostics: ModelDiagnostic[] = []
  const report = (ruleId: ModelRule, [offset, endOffset]: readonly [number, number], message: string, hint?: string) => {
    const place = placeAt(offset, Math.max(offset, endOffset))
    diagnostics.push({
      ruleId,
      severity: 'error',
      message: withShortValues(message),
      ...place,
      ...(hint === undefined ? {} : { hint: withShortValues(hint) }),
      ...(options.path === undefined ? {} : { path: options.path }),
    })
  }

  const { document, excess } = readYaml(yaml)
  if (excess) {
    report('model/syntax', [excess.offset, excess.offset], sentence(excess.reason), excess.hint)
    return { diagnostics }
  }
  const faults = yamlFaults({ visit }, document, yaml)
  for (const { offset, endOffset, message, hint } of faults.slice(0, mostErrors))
    report('model/syntax', [offset, endOffset], message, hint)
  if (faults[0]?.isConflict) return { diagnostics }
  const firstError = smallest(document.errors.map((error) => error.pos[0]))
  const root = document.contents as Node | null
  const { value, duplicates, isWhole } = root === null ? { value: null, duplicates: [], isWhole: true } : plain(root)
  if (!isWhole) {
    report('model/syntax', [0, Math.min(1, yaml.length)], `More than ${mostValues} values, counting those of aliases`)
    return { diagnostics }
  }
  for (const { first, second } of duplicates.slice(0, mostErrors)) {
    const key = nameOfKey(second)
    const line = placeAt(...keyRange(first)).line
    report('model/duplicate-key', keyRange(second), `Duplicate key \`${key}\``, `the first one is on line ${line}`)
  }

  const { goal, issues, more = 0 } = validateGoal(value, options)
  const tree = root === null ? undefined : treeOf(root)
  if (tree === undefined || value === null) {
    if (document.errors.length === 0) {
      report(
        'model/missing-key',
        [0, Math.min(1, yaml.length)],
        'Empty model; it needs at least the key `title`',
        'add `title: …`',
      )
    }
  } else {
    for (const issue of issues) {
      const [start, end] = issue.key === undefined ? tree.rangeAt(issue.path) : tree.keyRangeAt(issue.path, issue.key)
      // After a syntax error, other errors may be consequences of it, so they are not reported.
      if (start >= firstError || (issue.ruleId === 'model/missing-key' && firstError < Infinity)) continue
      const hint = issue.ruleId === 'model/duplicate-team' ? firstTeamHint(tree, value, issue.path, placeAt) : issue.hint
      report(issue.ruleId, [start, end], issue.message, hint)
    }
  }
  const others = [faults, duplicates].reduce((sum, { length }) => sum + Math.max(0, length - mostErrors), more)
  if (others > 0) report('model/syntax', [yaml.length, yaml.length], `${others} more errors are not listed`)
  diagnostics.sort((a, b) => a.offset - b.offset || a.endOffset - b.endOffset)
  if (goal === undefined || document.errors.length > 0 || duplicates.length > 0) return { diagnostics }
  rememberPositions(goal, placesInTree(yaml, tree!))
  return { goal, diagnostics }
}

/** Finds the places of the values of a model that has no errors; none if it has more words and marks than the parser of YAML reads, which are
 * no limit for the simple reader.
 */
export function placesOfModel(yaml: string): Places {
  const { document } = readYaml(yaml)
  return document ? placesInTree(yaml, treeOf(document.contents as Node)) : () => undefined
}

function placesInTree(yaml: string, tree: Tree): Places {
  const placeAt = placesIn(yaml)
  return (path, within) => {
    const range = tree.rangeAt(path)
    const node = within && tree.nodeAt(path)
    const isText = isScalar(node) && typeof node.value === 'string'
    return placeAt(...(within && isText ? withinScalar(yaml, range, node.value as string, within) : range))
  }
}

function firstTeamHint(tree: Tree, value: unknown, path: Path, placeAt: ReturnType<typeof placesIn>): string {
  const teams = (value as { teams: ({ name?: unknown } | null)[] }).teams
  const name = teams[path[1] as number]?.name
  const first = teams.findIndex((team) => team?.name === name)
  return `the first one is on line ${placeAt(...tree.rangeAt(['teams', first, 'name'])).line}; merge the two entries`
}

/** The errors of a kind that are listed: finding the place of each takes as long as its mapping is wide. */
const mostErrors = 1000

interface Plain {
  value: unknown
  /** Whether the value has everything. */
  isWhole: boolean
  duplicates: { first: Pair; second: Pair }[]
}

/** The plain value of a node. If a key is duplicated, the first one counts, so that the rest can be validated. */
function plain(root: Node): Plain {
  const duplicates: Plain['duplicates'] = []
  let budget = mostValues
  const anchors = new Map<string, Node>()
  const open = new Set<unknown>()
  const visit = (node: unknown): unknown => {
    if (--budget < 0) return null
    const anchor = (node as { anchor?: string } | null)?.anchor
    if (anchor !== undefined) anchors.set(anchor, node as Node)
    const target = isAlias(node) ? anchors.get(node.source) : node
    if (open.has(target)) return null
    open.add(target)
    const value = plainOf(target)
    open.delete(target)
    return value
  }
  const plainOf = (node: unknown): unknown => {
    if (isSeq(node)) return node.items.map(visit)
    if (isMap(node)) {
      const value: Record<string, unknown> = {}
      const seen = new Map<string, Pair>()
      for (const pair of node.items) {
        const key = nameOfKey(pair)
        const first = seen.get(key)
        if (first !== undefined) {
          duplicates.push({ first, second: pair })
          continue
        }
        seen.set(key, pair)
        Object.defineProperty(value, key, { value: visit(pair.value), enumerable: true, configurable: true, writable: true })
      }
      return value
    }
    return isScalar(node) ? (node.value ?? null) : null
  }
  const value = visit(root)
  return { value, duplicates, isWhole: budget >= 0 }
}

/** The name of a key. A list or a mapping as a key is only hinted at: its text can be as long as 2 to the power of its depth. */
function nameOfKey({ key }: Pair): string {
  if (isScalar(key)) return String(key.source ?? key.value)
  return isSeq(key) ? '[…]' : isMap(key) ? '{…}' : String(key)
}

type Range = readonly [number, number]

function rangeOf(node: unknown): Range | undefined {
  const range = (node as Node | null | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}

function keyRange(pair: Pair): Range {
  return rangeOf(pair.key) ?? [0, 0]
}

/** Finds values and keys by their paths. */
interface Tree {
  nodeAt(path: Path): unknown
  /** The value at a path, or at the nearest path above it. */
  rangeAt(path: Path): Range
  keyRangeAt(path: Path, key: string): Range
}

function treeOf(root: Node): Tree {
  /** The pairs of each mapping that was looked into: a mapping can have as many keys as the model has errors. */
  const known = new Map<YAMLMap, Map<string, Pair>>()
  const pairAt = (map: YAMLMap, key: string | number): Pair | undefined => {
    let pairs = known.get(map)
    if (!pairs) {
      pairs = new Map()
      // If a key is duplicated, the first one counts.
      for (const pair of map.items) if (!pairs.has(nameOfKey(pair))) pairs.set(nameOfKey(pair), pair)
      known.set(map, pairs)
    }
    return pairs.get(String(key))
  }
  const nodeAt = (path: Path): unknown =>
    path.reduce<unknown>(
      (node, key) => (isMap(node) ? pairAt(node, key)?.value : isSeq(node) ? node.items[key as number] : undefined),
      root,
    )
  const rangeAt = (path: Path): Range => {
    let node: unknown = root
    let range: Range = rangeOf(root) ?? [0, 0]
    for (const key of path) {
      if (isMap(node)) {
        const pair = pairAt(node, key)
        if (pair === undefined) return firstLine(node) ?? range
        // For a key without a value, the place is that of the key.
        range = rangeOf(pair.value) ?? keyRange(pair)
        if (range[0] === range[1]) range = keyRange(pair)
        node = pair.value
      } else if (isSeq(node)) {
        node = node.items[key as number]
        range = rangeOf(node) ?? range
      } else break
    }
    return isMap(node) ? (firstLine(node) ?? range) : range
  }
  const keyRangeAt = (path: Path, key: string): Range => {
    const node = nodeAt(path)
    const pair = isMap(node) ? pairAt(node, key) : undefined
    return pair === undefined ? rangeAt(path) : keyRange(pair)
  }
  return { nodeAt, rangeAt, keyRangeAt }
}

/** The place of a mapping is its first key: the whole range would underline half of the file. */
function firstLine(map: YAMLMap): Range | undefined {
  return map.items[0] === undefined ? undefined : rangeOf(map.items[0].key)
}
