/** Merges three versions of a tree: recognises renames and moves, combines the edits of both sides, and separates conflicts. */
import { appendAll, byText, nextOfEach } from '../../text/index.ts'
import { identityOf, matched } from './match.ts'
import { type Merged, type MergeNode, type Sides, type Tree, wordsOf } from './node.ts'
import { mergedOrder } from './order.ts'

/** The result for three versions of one node; absent if the node was removed. */
export function mergedNode<N extends Tree<N>>(of: Sides<N>): Merged<N> | undefined {
  const { base, ours, theirs } = of
  if (ours && theirs) {
    if (ours.text === theirs.text || base?.text === theirs.text) return { how: 'taken', of, node: ours }
    if (base?.text === ours.text) return { how: 'taken', of, node: theirs }
    const forms = new Set([base, ours, theirs].flatMap((node) => node?.form ?? []))
    const isOpen = ours.parts && theirs.parts && (base ? base.parts !== undefined : !ours.isWhole) && forms.size <= 1
    return isOpen ? { how: 'parts', of, parts: mergedParts(base?.parts ?? [], ours.parts!, theirs.parts!) } : { how: 'both', of }
  }
  const node = ours ?? theirs
  if (!node) return undefined
  if (!base) return { how: 'taken', of, node }
  if (sameWords(base, node)) return undefined
  return { how: 'conflict', base: [base], ours: ours ? [ours] : [], theirs: theirs ? [theirs] : [] }
}

function sameWords(a: MergeNode, b: MergeNode): boolean {
  return wordsOf(a).join(' ') === wordsOf(b).join(' ')
}

/** The result for three versions of a list. */
function mergedParts<N extends Tree<N>>(base: readonly N[], ours: readonly N[], theirs: readonly N[]): Merged<N>[] {
  const all = versionsOfEntries(base, ours, theirs)
  const compare = (a: readonly number[], b: readonly number[]) => {
    const said = (run: readonly number[]) => run.map((index) => wordsOf(anyOf(all[index]!)!).join(' ')).join('\n')
    return byText(said(a), said(b))
  }
  const order = (side: 'base' | 'ours' | 'theirs', list: readonly N[]) => {
    const places = new Map(all.map((of, index) => [of[side], index]))
    return list.map((node) => places.get(node)!)
  }
  const sorted = mergedOrder(order('base', base), order('ours', ours), order('theirs', theirs), compare).map(
    (index) => all[index]!,
  )
  return contradicting(sorted) ?? sorted.flatMap((of) => mergedNode(of) ?? [])
}

function anyOf<N>({ base, ours, theirs }: Sides<N>): N | undefined {
  return ours ?? theirs ?? base
}

/** The versions of each entry in the three lists. */
function versionsOfEntries<N extends Tree<N>>(base: readonly N[], ours: readonly N[], theirs: readonly N[]): Sides<N>[] {
  const all: Sides<N>[] = base.map((node) => ({ base: node }))
  const added = (side: 'ours' | 'theirs', list: readonly N[]): N[] => {
    const origins = matched(base, list)
    for (const [at, from] of origins.entries()) if (from >= 0) all[from]![side] = list[at]!
    return list.filter((_, at) => origins[at]! < 0)
  }
  const [onlyOurs, onlyTheirs] = [added('ours', ours), added('theirs', theirs)]
  const left = withoutRenamed(all, 'ours', onlyOurs)
  const own = left.map((node): Sides<N> => ({ ours: node }))
  appendAll(all, own)
  // What both sides added is one entry.
  const next = nextOfEach(left.map(identityOf))
  for (const node of withoutRenamed(all, 'theirs', onlyTheirs)) {
    const at = next(identityOf(node))
    if (at === undefined) all.push({ theirs: node })
    else own[at]!.theirs = node
  }
  return all
}

/** The added nodes of a side, without those that are a known entry under the new name that the other side gives it: a side that renames a
 * team may have changed so much of it that it is not recognised otherwise.
 */
function withoutRenamed<N extends Tree<N>>(all: readonly Sides<N>[], side: 'ours' | 'theirs', added: readonly N[]): N[] {
  const next = nextOfEach(added.map(identityOf))
  const renamed = new Set<N>()
  for (const of of all) {
    const other = side === 'ours' ? of.theirs : of.ours
    if (of[side] || !other || !of.base || identityOf(other) === identityOf(of.base)) continue
    const at = next(identityOf(other))
    if (at === undefined) continue
    of[side] = added[at]!
    renamed.add(added[at]!)
  }
  return added.filter((node) => !renamed.has(node))
}

/** If one side says that there is nothing to list and the other one adds an entry, everything that the three do not share is one conflict.
 */
function contradicting<N extends Tree<N>>(sorted: readonly Sides<N>[]): Merged<N>[] | undefined {
  const says = (side: 'ours' | 'theirs', isNone: boolean) => (of: Sides<N>) =>
    of[side] !== undefined && !of[side === 'ours' ? 'theirs' : 'ours'] && !of.base && (of[side].isNone ?? false) === isNone
  const added = (isNone: boolean) => [sorted.some(says('ours', isNone)), sorted.some(says('theirs', isNone))] as const
  const [none, some] = [added(true), added(false)]
  const isContradiction = (none[0] && (some[1] || none[1])) || (none[1] && some[0])
  if (!isContradiction) return undefined
  const isCommon = ({ base, ours, theirs }: Sides<N>) => base && ours && theirs
  const isOpen = (of: Sides<N>) => !isCommon(of) && !anyOf(of)!.isFixed
  const open = sorted.filter(isOpen)
  const conflict: Merged<N> = {
    how: 'conflict',
    base: open.flatMap(({ base }) => base ?? []),
    ours: open.flatMap(({ ours }) => ours ?? []),
    theirs: open.flatMap(({ theirs }) => theirs ?? []),
  }
  return sorted.flatMap((of) => (of === open[0] ? conflict : isOpen(of) ? [] : (mergedNode(of) ?? [])))
}
