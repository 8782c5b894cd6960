/** Checks whether a merge lost a word or restored a removed one. It is independent of how the merge works. */
import { largest, smallest } from '../../text/index.ts'
import type { Segments } from './lines.ts'
import { wordsIn } from './node.ts'

export interface Versions {
  base: string
  ours: string
  theirs: string
}

/** Words that a merge lost or restored; empty if the merge is correct.
 *
 * Every word that one side added must be in the result as often as both sides require. A word that one side removed and the other
 * side did not touch must be gone, unless it is in a conflict.
 */
export function lostWords({ base, ours, theirs }: Versions, merged: Segments): string[] {
  const hasConflicts = merged.some((segment) => typeof segment !== 'string')
  const text = merged
    .map((segment) => (typeof segment === 'string' ? segment : `\n${segment.ours}\n${segment.theirs}\n`))
    .join('')
  const [old, left, right, result] = [base, ours, theirs, text].map(counted) as [Counts, Counts, Counts, Counts]
  const wrong: string[] = []
  for (const word of new Set([...old.keys(), ...left.keys(), ...right.keys(), ...result.keys()])) {
    const before = old.get(word) ?? 0
    const changes = [(left.get(word) ?? 0) - before, (right.get(word) ?? 0) - before] as const
    const added = changes.filter((change) => change > 0)
    const removed = changes.filter((change) => change < 0)
    const sum = (all: readonly number[]) => all.reduce((total, change) => total + change, 0)
    const least = Math.max(0, before + Math.max(0, largest(added)) + sum(removed))
    const most = before + sum(added) + Math.min(0, smallest(removed))
    const found = result.get(word) ?? 0
    if (found < least || (!hasConflicts && found > most)) wrong.push(word)
  }
  return wrong
}

type Counts = Map<string, number>

function counted(text: string): Counts {
  const counts: Counts = new Map()
  for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
