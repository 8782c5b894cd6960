/** Combines differences so that each edit is one: a consequence of another difference is not reported. */
import type { Path } from '../goal/index.ts'
import { addTo, isRecord, isSame, once } from '../text/index.ts'
import type { Difference } from './compare.ts'
import { wordsOf } from './words.ts'

/** The differences, combined by edit; never empty if there was one. */
export function combinedByEdit(found: readonly Difference[]): Difference[] {
  return joinLevels(joinTitles(joinEntries(withoutNames(withoutManners(found)))))
}

/** Notations that change together with the value. */
const following = new Set(['as', 'indent', 'written'])

/** A list that got its first entry also changes its notation, and a removed section has no title. Notation is reported only if the value is
 * the same.
 */
function withoutManners(found: readonly Difference[]): Difference[] {
  const oneSided = new Set(found.filter((one) => one.path.length === 1 && isOneSided(one)).map(({ path }) => path[0]))
  const values = found.filter((one) => !isNotation(one.path) && !saysTheSame(one))
  const changed = once(
    () => new Set(values.flatMap(({ path }) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1))))),
  )
  const rest = found.filter(({ path }) => {
    const owner = ownerOf(path)
    if (!owner) return true
    if (path[0] === 'layout') return !oneSided.has(owner[0])
    return !following.has(String(path.at(-1))) || !changed().has(JSON.stringify(owner))
  })
  const noted = new Set(rest.flatMap(({ path }) => (path.includes('written') ? JSON.stringify(ownerOf(path)) : [])))
  return rest.filter((one) => !saysTheSame(one) || !noted.has(JSON.stringify(one.path.slice(0, 3))))
}

function isNotation(path: Path): boolean {
  return path[0] === 'layout' || path.includes('written')
}

/** The value that a notation belongs to: the list of a team, or a section. */
function ownerOf(path: Path): Path | undefined {
  if (path[0] === 'layout') return path.length > 2 ? path.slice(2) : undefined
  const at = path.indexOf('written')
  if (at < 0) return undefined
  return path[0] === 'teams' ? [...path.slice(0, at), ...path.slice(at + 1, -1)] : path.slice(0, 1)
}

function isOneSided({ kind }: Difference): boolean {
  return kind === 'added' || kind === 'removed'
}

function saysTheSame({ kind, a, b }: Difference): boolean {
  return kind === 'changed' && isSame(allWords(a), allWords(b))
}

/** Removes a change that is also reported as a rename. */
function withoutNames(found: readonly Difference[]): Difference[] {
  const renames = new Map<unknown, Set<unknown>>()
  for (const { kind, a, b } of found) if (kind === 'renamed') renames.set(a, (renames.get(a) ?? new Set()).add(b))
  return found.filter(({ kind, a, b }) => kind !== 'changed' || !renames.get(a)?.has(b))
}

/** Two entries that were joined, or one that was split: the second is reported with the first. */
function joinEntries(found: readonly Difference[]): Difference[] {
  const keyOf = (kind: string, path: Path, words: readonly string[]) => JSON.stringify([kind, listOf(path), words])
  const candidates = once(() => {
    const all = new Map<string, Difference[]>()
    // The last one is taken from a list first.
    for (const one of found.toReversed())
      if (isOneSided(one)) addTo(all, keyOf(one.kind, one.path, allWords(one.a ?? one.b)), one)
    return all
  })
  const joined = new Set<Difference>()
  return found
    .map((one): Difference => {
      if (one.kind !== 'changed') return one
      const [a, b] = [allWords(one.a), allWords(one.b)]
      const isLonger = b.length >= a.length
      const kind = isLonger ? 'removed' : 'added'
      const keys = restsOf(isLonger ? b : a, isLonger ? a : b).map((words) => keyOf(kind, one.path, words))
      const key = keys.find((rest) => (candidates().get(rest)?.length ?? 0) > 0)
      const other = key === undefined ? undefined : candidates().get(key)!.pop()
      if (!other) return one
      joined.add(other)
      return isLonger ? { ...one, a: [one.a, other.a] } : { ...one, b: [one.b, other.b] }
    })
    .filter((one) => !joined.has(one))
}

/** The words of a long text after those of a short one, and before them, if it starts or ends with it. */
function restsOf(long: readonly string[], short: readonly string[]): string[][] {
  const count = long.length - short.length
  const rests: string[][] = []
  if (isSame(long.slice(0, short.length), short)) rests.push(long.slice(short.length))
  if (isSame(long.slice(count), short)) rests.push(long.slice(0, count))
  return rests
}

function listOf(path: Path): Path {
  return path.filter((key) => typeof key === 'string')
}

/** A section of the profile became a free section, or the reverse: its title or level changed. */
function joinTitles(found: readonly Difference[]): Difference[] {
  const sides = found.filter((one) => isOneSided(one) && one.path.length <= 2)
  const isFree = ({ path }: Difference) => path[0] === 'sections'
  if (!sides.some(isFree)) return [...found]
  const free = sides.filter((one) => isFree(one) && one.path.length === 2)
  const ofProfile = sides.filter((one) => !isFree(one) && one.path.length === 1)
  const words = new Map(sides.map((one) => [one, allWords(one.a ?? one.b)]))
  const joined = new Set<Difference>()
  const countOf = (candidates: readonly Difference[]) => candidates.reduce((sum, one) => sum + 1 + words.get(one)!.length, 0)
  const costs = new Map([free, ofProfile].map((candidates) => [candidates, countOf(candidates)]))
  let left = mostComparisons
  const combined = found.map((one): Difference => {
    const own = words.get(one)
    if (!own || joined.has(one)) return one
    const others = isFree(one) ? ofProfile : free
    left -= costs.get(others)!
    if (left < 0) return one
    const known = new Set(own)
    const other = others.find(
      (candidate) =>
        candidate.kind !== one.kind && !joined.has(candidate) && sharesMostWords(words.get(candidate)!, own.length, known),
    )
    if (!other) return one
    joined.add(other)
    const [removed, added] = one.kind === 'removed' ? [one, other] : [other, one]
    const [was, is] = [removed, added].map(({ path }) => String(path.at(-1))) as [string, string]
    const isSameTitle = was.toLowerCase() === is.toLowerCase()
    const places = { a: removed.places.a, b: added.places.b }
    return { kind: 'renamed', path: removed.path, a: isSameTitle ? is : was, b: is, places }
  })
  return combined.filter((one) => !joined.has(one))
}

/** Words that are compared at the most: a hostile document can have thousands of sections on each side. */
const mostComparisons = 1_000_000

/** Whether a list of words has most of them in common with another one, of which the number and the different words are given. */
function sharesMostWords(words: readonly string[], count: number, known: ReadonlySet<string>): boolean {
  const shared = words.filter((word) => known.has(word)).length
  return shared > 0 && 2 * shared > 0.6 * (words.length + count)
}

/** The words of a value, without the marks around them. */
function allWords(value: unknown): string[] {
  if (typeof value === 'string')
    return wordsOf(value).flatMap((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '') || [])
  if (Array.isArray(value)) return value.flatMap(allWords)
  return isRecord(value) ? Object.values(value).flatMap(allWords) : value === undefined ? [] : [String(value)]
}

/** If the adornment of a title changed, the levels of all sections change. */
function joinLevels(found: readonly Difference[]): Difference[] {
  const isLevel = ({ path }: Difference) => path[0] === 'layout' && path[1] === 'levels'
  const levels = found.filter(isLevel)
  const [first] = levels
  if (!first || levels.length === 1) return [...found]
  const side = (name: 'a' | 'b') => Object.fromEntries(levels.map((one) => [String(one.path[2]), one[name]]))
  const kind = levels.every((one) => one.kind === first.kind) ? first.kind : 'changed'
  const joined: Difference = { kind, path: ['layout', 'levels'], a: side('a'), b: side('b'), places: first.places }
  return found.flatMap((one) => (one === first ? [joined] : isLevel(one) ? [] : [one]))
}
