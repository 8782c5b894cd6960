/** Matches the nodes of two versions. */
import { commonSubsequence, nextOfEach } from '../../text/index.ts'
import { type MergeNode, wordsOf } from './node.ts'

/** A key that is equal for two nodes that are certainly the same. */
export function identityOf(node: MergeNode): string {
  return `${node.kind}\u0000${node.key ?? `\u0000${node.text.trim()}`}`
}

/** For each node of `side` the index of its node in `base`, or -1 if it is new: first the same name or text in order, then anywhere, then
 * similar text, then a single node in the same gap.
 */
export function matched(base: readonly MergeNode[], side: readonly MergeNode[]): number[] {
  const origin = side.map(() => -1)
  const free = new Set(base.keys())
  const pair = (at: number, from: number) => {
    origin[at] = from
    free.delete(from)
  }
  const [known, own] = [base.map(identityOf), side.map(identityOf)]
  for (const [from, at] of commonSubsequence(known, own)) pair(at, from)
  const next = nextOfEach(known, (index) => free.has(index))
  own.forEach((identity, at) => {
    if (origin[at] !== -1) return
    const from = next(identity)
    if (from !== undefined) pair(at, from)
  })
  const isOpen = (node: MergeNode) => !node.isFixed && !node.isNone
  const [removed, added] = [
    [...free].filter((from) => isOpen(base[from]!)),
    [...side.keys()].filter((at) => origin[at] === -1 && isOpen(side[at]!)),
  ]
  const isFew = removed.length * added.length <= mostComparisons
  const likely = (isFew ? removed : [])
    .flatMap((from) =>
      added
        .filter((at) => side[at]!.kind === base[from]!.kind)
        .map((at) => ({ from, at, likeness: likeness(base[from]!, side[at]!, base, side) })),
    )
    .filter((pairing) => pairing.likeness > leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
  for (const { from, at } of likely) if (origin[at] === -1 && free.has(from)) pair(at, from)
  pairInGaps(base, side, origin, free, isOpen)
  return origin
}

/** The comparisons of two nodes. Beyond these, only nodes with the same name or text, or alone in a gap, are the same. */
const mostComparisons = 100_000

/** An edited entry keeps at least half of its words. */
const leastLikeness = 0.5

/** The share of words that two nodes have in common; words that most siblings contain are ignored. */
function likeness(a: MergeNode, b: MergeNode, siblings: readonly MergeNode[], others: readonly MergeNode[]): number {
  const usual = usualWords(siblings)
  const more = usualWords(others)
  const telling = (node: MergeNode) => wordsOf(node).filter((word) => !usual.has(word) && !more.has(word))
  const [left, right] = [telling(a), telling(b)]
  if (left.length + right.length === 0) return 0
  const rest = [...right]
  const common = left.filter((word) => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (left.length + right.length)
}

const usual = new WeakMap<readonly MergeNode[], Set<string>>()

function usualWords(siblings: readonly MergeNode[]): Set<string> {
  let known = usual.get(siblings)
  if (!known) {
    const counts = new Map<string, number>()
    for (const node of siblings) for (const word of new Set(wordsOf(node))) counts.set(word, (counts.get(word) ?? 0) + 1)
    known = new Set([...counts].filter(([, count]) => count > 2 && count * 2 > siblings.length).map(([word]) => word))
    usual.set(siblings, known)
  }
  return known
}

/** Pairs the remaining nodes between two matched nodes, if as many of a kind were removed as added. A node with a name must have the same
 * content: another team in the same place is another team.
 */
function pairInGaps(
  base: readonly MergeNode[],
  side: readonly MergeNode[],
  origin: number[],
  free: Set<number>,
  isOpen: (node: MergeNode) => boolean,
): void {
  for (let at = 0; at < side.length; at++) {
    if (origin[at] !== -1) continue
    let end = at
    while (end < side.length && origin[end] === -1) end++
    const from = at === 0 ? 0 : origin[at - 1]! + 1
    let to = from
    while (to < base.length && free.has(to)) to++
    const isClosed = end === side.length ? to === base.length : origin[end] === to
    if (isClosed) {
      for (const kind of new Set(side.slice(at, end).map((node) => node.kind))) {
        const added = range(at, end).filter((index) => side[index]!.kind === kind && isOpen(side[index]!))
        const removed = range(from, to).filter((index) => base[index]!.kind === kind && isOpen(base[index]!))
        if (added.length !== removed.length) continue
        added.forEach((index, nth) => {
          const [old, fresh] = [base[removed[nth]!]!, side[index]!]
          if (old.key !== undefined && restOf(old) !== restOf(fresh)) return
          origin[index] = removed[nth]!
          free.delete(removed[nth]!)
        })
      }
    }
    at = end
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

/** The text of a named node without its name. */
function restOf(node: MergeNode): string {
  const name = (node.key ?? '').split(/\s+/)
  return wordsOf(node)
    .filter((word) => !name.includes(word))
    .join(' ')
}
