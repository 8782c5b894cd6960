/** Combines differences so that each edit is one: a consequence of another difference is not reported. */
import type { Path } from '../goal/index.ts'
import { isRecord, isSame } from '../text/index.ts'
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
  const isOf = (owner: Path) => (other: Difference) =>
    owner.every((key, index) => other.path[index] === key) && !isNotation(other.path) && !saysTheSame(other)
  const rest = found.filter(({ path }) => {
    const owner = ownerOf(path)
    if (!owner) return true
    if (path[0] === 'layout')
      return !found.some((other) => other.path.length === 1 && other.path[0] === owner[0] && isOneSided(other))
    return !following.has(String(path.at(-1))) || !found.some(isOf(owner))
  })
  const hasNotation = ({ path }: Difference) =>
    rest.some((other) => other.path.includes('written') && isSame(ownerOf(other.path), path.slice(0, 3)))
  return rest.filter((difference) => !saysTheSame(difference) || !hasNotation(difference))
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
  return found.filter(
    ({ kind, a, b }) => kind !== 'changed' || !found.some((other) => other.kind === 'renamed' && other.a === a && other.b === b),
  )
}

/** Two entries that were joined, or one that was split: the second is reported with the first. */
function joinEntries(found: readonly Difference[]): Difference[] {
  const rest = [...found]
  return found.flatMap((one): Difference[] => {
    if (!rest.includes(one)) return []
    if (one.kind !== 'changed') return [one]
    const other = rest.find((candidate) => {
      if (!isOneSided(candidate) || !isSame(listOf(candidate.path), listOf(one.path))) return false
      const [short, long] = candidate.kind === 'removed' ? [one.a, one.b] : [one.b, one.a]
      const [words, more] = [allWords(short), allWords(candidate.a ?? candidate.b)]
      return isSame([...words, ...more], allWords(long)) || isSame([...more, ...words], allWords(long))
    })
    if (!other) return [one]
    rest.splice(rest.indexOf(other), 1)
    return [other.kind === 'removed' ? { ...one, a: [one.a, other.a] } : { ...one, b: [one.b, other.b] }]
  })
}

function listOf(path: Path): Path {
  return path.filter((key) => typeof key === 'string')
}

/** A section of the profile became a free section, or the reverse: its title or level changed. */
function joinTitles(found: readonly Difference[]): Difference[] {
  const rest = [...found]
  return found.flatMap((one): Difference[] => {
    if (!rest.includes(one)) return []
    if (!isOneSided(one) || one.path.length > 2) return [one]
    const isFree = one.path[0] === 'sections'
    const other = rest.find(
      (candidate) =>
        isOneSided(candidate) &&
        candidate.kind !== one.kind &&
        (candidate.path[0] === 'sections') !== isFree &&
        candidate.path.length === (isFree ? 1 : 2) &&
        sharesMostWords(candidate.a ?? candidate.b, one.a ?? one.b),
    )
    if (!other) return [one]
    rest.splice(rest.indexOf(other), 1)
    const [removed, added] = one.kind === 'removed' ? [one, other] : [other, one]
    const [left, right] = [removed, added].map(({ path }) => String(path.at(-1))) as [string, string]
    const isSameTitle = left.toLowerCase() === right.toLowerCase()
    const places = { a: removed.places.a, b: added.places.b }
    return [{ kind: 'renamed', path: removed.path, a: isSameTitle ? right : left, b: right, places }]
  })
}

/** Whether two values share most of their words. */
function sharesMostWords(a: unknown, b: unknown): boolean {
  const [left, right] = [allWords(a), allWords(b)]
  const shared = left.filter((word) => right.includes(word)).length
  return shared > 0 && 2 * shared > 0.6 * (left.length + right.length)
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
  const levels = found.filter(({ path }) => path[0] === 'layout' && path[1] === 'levels')
  const [first] = levels
  if (!first || levels.length === 1) return [...found]
  const side = (name: 'a' | 'b') => Object.fromEntries(levels.map((one) => [String(one.path[2]), one[name]]))
  const kind = levels.every((one) => one.kind === first.kind) ? first.kind : 'changed'
  const joined: Difference = { kind, path: ['layout', 'levels'], a: side('a'), b: side('b'), places: first.places }
  return found.flatMap((one) => (one === first ? [joined] : levels.includes(one) ? [] : [one]))
}
