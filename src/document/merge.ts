/** Three-way merging: what both sides did since a common base. */
import { type Goal, isRecord, isSame, type Path } from '../goal/index.ts'
import { identity } from './identity.ts'
import { commonSubsequence } from './sequence.ts'

/** Where both sides changed the same thing in different ways. The merged goal holds `ours`. */
export interface Conflict {
  path: Path
  base?: unknown
  ours?: unknown
  theirs?: unknown
}

/** Merges two goals that come from the same base. Edits of different teams, and of different entries, never conflict. */
export function mergeGoals(base: Goal, ours: Goal, theirs: Goal): { goal: Goal; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  return { goal: merged({ base, ours, theirs, path: [] }, conflicts) as Goal, conflicts }
}

interface Three {
  base: unknown
  ours: unknown
  theirs: unknown
  path: Path
}

function merged(three: Three, conflicts: Conflict[]): unknown {
  const { base, ours, theirs, path } = three
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours
  if (isSame(base, ours)) return theirs
  if (Array.isArray(ours) && Array.isArray(theirs))
    return mergedList(Array.isArray(base) ? base : [], ours, theirs, path, conflicts)
  if (isRecord(ours) && isRecord(theirs)) return mergedRecord(isRecord(base) ? base : {}, ours, theirs, path, conflicts)
  if (typeof ours === 'string' && typeof theirs === 'string' && typeof base === 'string') {
    const lines = mergedLines(base.split('\n'), ours.split('\n'), theirs.split('\n'))
    if (lines) return lines.join('\n')
  }
  conflicts.push(three)
  return ours
}

function mergedRecord(
  base: Record<string, unknown>,
  ours: Record<string, unknown>,
  theirs: Record<string, unknown>,
  path: Path,
  conflicts: Conflict[],
): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  const entries = keys.map(
    (key) => [key, merged({ base: base[key], ours: ours[key], theirs: theirs[key], path: [...path, key] }, conflicts)] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

interface Region<T> {
  base: T[]
  ours: T[]
  theirs: T[]
}

/** What stands between the elements that all three have, and those elements, in turns. */
function regionsOf<T>(base: T[], ours: T[], theirs: T[], key: (item: T) => string): { region: Region<T>; anchor?: [T, T, T] }[] {
  const keys = base.map(key)
  const inOurs = new Map(commonSubsequence(keys, ours.map(key)))
  const inTheirs = new Map(commonSubsequence(keys, theirs.map(key)))
  const regions: { region: Region<T>; anchor?: [T, T, T] }[] = []
  let [b, o, t] = [0, 0, 0]
  base.forEach((item, index) => {
    const [inO, inT] = [inOurs.get(index), inTheirs.get(index)]
    if (inO === undefined || inT === undefined) return
    const region = { base: base.slice(b, index), ours: ours.slice(o, inO), theirs: theirs.slice(t, inT) }
    regions.push({ region, anchor: [item, ours[inO] as T, theirs[inT] as T] })
    ;[b, o, t] = [index + 1, inO + 1, inT + 1]
  })
  regions.push({ region: { base: base.slice(b), ours: ours.slice(o), theirs: theirs.slice(t) } })
  return regions
}

function mergedList(base: unknown[], ours: unknown[], theirs: unknown[], path: Path, conflicts: Conflict[]): unknown[] {
  return regionsOf(base, ours, theirs, identity).flatMap(({ region, anchor }) => {
    const between = mergedRegion(region, path, conflicts)
    if (!anchor) return between
    const [own, left, right] = anchor
    return [
      ...between,
      merged(
        { base: own, ours: left, theirs: right, path: [...path, isRecord(left) ? identity(left) : ours.indexOf(left)] },
        conflicts,
      ),
    ]
  })
}

function mergedRegion({ base, ours, theirs }: Region<unknown>, path: Path, conflicts: Conflict[]): unknown[] {
  if (isSame(base, theirs) || isSame(ours, theirs)) return ours
  if (isSame(base, ours)) return theirs
  const known = (list: unknown[]) => new Set(list.map(identity))
  const [inBase, inOurs, inTheirs] = [known(base), known(ours), known(theirs)]
  const replaced = base.some((item) => !inOurs.has(identity(item)) && !inTheirs.has(identity(item)))
  const added = (list: unknown[]) => list.filter((item) => !inBase.has(identity(item)))
  const onlyTheirs = added(theirs).filter((item) => !inOurs.has(identity(item)))
  if (replaced && added(ours).length > 0 && onlyTheirs.length > 0) {
    conflicts.push({ path, base, ours, theirs })
    return ours
  }
  // What one side removed goes; what the other one added comes, behind ours.
  return [...ours.filter((item) => !inBase.has(identity(item)) || inTheirs.has(identity(item))), ...onlyTheirs]
}

/** Lines of both sides, or nothing where they touch the same lines. */
function mergedLines(base: string[], ours: string[], theirs: string[]): string[] | undefined {
  const lines: string[] = []
  for (const { region, anchor } of regionsOf(base, ours, theirs, (line) => line)) {
    if (isSame(region.base, region.theirs) || isSame(region.ours, region.theirs)) lines.push(...region.ours)
    else if (isSame(region.base, region.ours)) lines.push(...region.theirs)
    else return undefined
    if (anchor) lines.push(anchor[1])
  }
  return lines
}
