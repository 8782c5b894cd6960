/** The order of what three versions of a list came to: what one side moved or added stands where that side has it. */
import { commonSubsequence } from '../../text/index.ts'

/** Indexes of things in the order of a version. */
export type Order = readonly number[]

/** One order out of three. Things that neither side moved keep the order of the base; what a side moved or added follows what it
 *  follows there. Where both sides put something behind the same thing, `compare` decides, so that the result does not depend on
 *  which side is called ours. */
export function mergedOrder(base: Order, ours: Order, theirs: Order, compare: (a: Order, b: Order) => number): number[] {
  const known = new Set(base)
  const movedBy = (side: Order) => {
    const stayed = new Set(commonSubsequence(base.map(String), side.map(String)).map(([index]) => base[index]))
    return new Set(side.filter((item) => known.has(item) && !stayed.has(item)))
  }
  const moved = { ours: movedBy(ours), theirs: movedBy(theirs) }
  const skeleton = base.filter((item) => !moved.ours.has(item) && !moved.theirs.has(item))
  const place = new Map(skeleton.map((item, index) => [item, index]))
  /** Which items float in a version, with the item of the skeleton that each follows there. */
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
  const runAt = (anchors: Map<number, number>, at: number) =>
    [...anchors].filter(([, anchor]) => anchor === at).map(([item]) => item)
  return [-1, ...skeleton.keys()].flatMap((at) => [
    ...(at < 0 ? [] : [skeleton[at]!]),
    ...joinedRuns(runAt(left, at), runAt(right, at), compare),
  ])
}

/** Two runs as one: what both have stays in its order, what stands between is put one run behind the other. */
function joinedRuns(left: Order, right: Order, compare: (a: Order, b: Order) => number): number[] {
  const common = commonSubsequence(left.map(String), right.map(String))
  const inCommon = new Set(common.map(([index]) => left[index]!))
  const items: number[] = []
  let [i, j] = [0, 0]
  for (const [nextLeft, nextRight] of [...common, [left.length, right.length] as const]) {
    const others = (side: Order) => side.filter((item) => !items.includes(item) && !inCommon.has(item))
    const runs = [others(left.slice(i, nextLeft)), others(right.slice(j, nextRight))].filter((run) => run.length > 0)
    items.push(...new Set(runs.sort(compare).flat()))
    if (nextLeft < left.length) items.push(left[nextLeft]!)
    ;[i, j] = [nextLeft + 1, nextRight + 1]
  }
  return items
}
