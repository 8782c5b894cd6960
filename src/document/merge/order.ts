/** Orders a merged list: entries that one side moved or added are where that side has them. */
import { addTo, commonSubsequence } from '../../text/index.ts'

/** The indexes of entries in the order of a version. */
export type Order = readonly number[]

/** Merges three orders. Entries that neither side moved keep the order of the base; a moved or added entry follows the entry that it
 * follows on its side. If both sides put something after the same entry, `compare` decides, so that the result does not depend on which
 * side is ours.
 */
export function mergedOrder(base: Order, ours: Order, theirs: Order, compare: (a: Order, b: Order) => number): number[] {
  const known = new Set(base)
  const movedBy = (side: Order) => {
    const stayed = new Set(commonSubsequence(base.map(String), side.map(String)).map(([index]) => base[index]))
    return new Set(side.filter((item) => known.has(item) && !stayed.has(item)))
  }
  const moved = { ours: movedBy(ours), theirs: movedBy(theirs) }
  const skeleton = base.filter((item) => !moved.ours.has(item) && !moved.theirs.has(item))
  const place = new Map(skeleton.map((item, index) => [item, index]))
  /** The items that were moved or added in a version, with the fixed item that each follows there. */
  const floating = (side: Order, own: Set<number>) => {
    const anchors = new Map<number, number>()
    let anchor = -1
    for (const item of side) {
      if (place.has(item)) anchor = place.get(item)!
      else if (own.has(item) || !known.has(item)) anchors.set(item, anchor)
    }
    return anchors
  }
  const [left, right] = [floating(ours, moved.ours), floating(theirs, moved.theirs)]
  for (const [item, anchor] of left) {
    const other = right.get(item)
    if (other === undefined || other === anchor) continue
    if (anchor < other) right.delete(item)
    else left.delete(item)
  }
  const [leftRuns, rightRuns] = [runsOf(left), runsOf(right)]
  return [-1, ...skeleton.keys()].flatMap((at) => [
    ...(at < 0 ? [] : [skeleton[at]!]),
    ...joinedRuns(leftRuns.get(at) ?? [], rightRuns.get(at) ?? [], compare),
  ])
}

/** The items after each fixed item. */
function runsOf(anchors: ReadonlyMap<number, number>): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const [item, anchor] of anchors) addTo(runs, anchor, item)
  return runs
}

/** Merges two runs: shared items keep their order; between two of them, the items of one run follow those of the other. */
function joinedRuns(left: Order, right: Order, compare: (a: Order, b: Order) => number): number[] {
  const common = commonSubsequence(left.map(String), right.map(String))
  const inCommon = new Set(common.map(([index]) => left[index]!))
  const items = new Set<number>()
  let [i, j] = [0, 0]
  for (const [nextLeft, nextRight] of [...common, [left.length, right.length] as const]) {
    const others = (side: Order) => side.filter((item) => !items.has(item) && !inCommon.has(item))
    const runs = [others(left.slice(i, nextLeft)), others(right.slice(j, nextRight))].filter((run) => run.length > 0)
    for (const item of runs.sort(compare).flat()) items.add(item)
    if (nextLeft < left.length) items.add(left[nextLeft]!)
    ;[i, j] = [nextLeft + 1, nextRight + 1]
  }
  return [...items]
}
