/** How much of a document goaldoc understands: characters by the kind of value that contains them. */
import { type Entry, entryFacts, type Goal } from '../../src/goal/index.ts'
import { isRecord } from '../../src/text/index.ts'

export const shareKinds = ['facts', 'prose', 'free', 'verbatim'] as const
export type Shares = Record<(typeof shareKinds)[number], number>

/** Keys whose text is prose in any place. */
const proseKeys = new Set(['summary', 'description', 'design', 'teamsIntro', 'preamble', 'note', 'text', 'intro', 'outro', 'for'])
/** Keys for how something is written. */
const formKeys = new Set(['layout', 'profile', 'written', 'list', 'as', 'level'])

/** Characters except white space: as facts, as prose under its own key, in free sections, and verbatim. */
export function sharesOf(goal: Goal): Shares {
  const shares: Shares = { facts: 0, prose: 0, free: 0, verbatim: 0 }
  const add = (kind: keyof Shares, text: string) => {
    shares[kind] += text.replace(/\s+/g, '').length
  }
  const visit = (value: unknown, kind: keyof Shares): void => {
    if (typeof value === 'string') add(kind, value)
    if (Array.isArray(value)) for (const item of value) visitEntry(item, kind)
    if (!isRecord(value)) return
    for (const [key, item] of Object.entries(value)) {
      if (formKeys.has(key)) continue
      if (key === 'rst') visit(item, 'verbatim')
      else if (key === 'sections') visit(item, 'free')
      else if (kind === 'free' || key === 'paragraph' || key === 'comment' || proseKeys.has(key))
        visit(item, kind === 'free' ? 'free' : 'prose')
      // A section that could be read as facts, but was not.
      else visit(item, typeof item === 'string' && value === goal && key !== 'title' ? 'prose' : kind)
    }
  }
  /** A plain string in a list is a fact if it names something, and otherwise prose. */
  const visitEntry = (item: unknown, kind: keyof Shares): void => {
    if (typeof item !== 'string' || kind !== 'facts') {
      visit(item, kind)
      return
    }
    const { url, repo, deliverable } = entryFacts(item as Entry)
    add((url ?? repo ?? deliverable ?? (/^\S+$/.test(item) ? item : undefined)) ? 'facts' : 'prose', item)
  }
  visit(goal, 'facts')
  return shares
}

/** Shares of the whole, in per cent with one decimal. */
export function percentages(shares: Shares): Shares {
  const whole = shareKinds.reduce((sum, kind) => sum + shares[kind], 0) || 1
  return Object.fromEntries(shareKinds.map((kind) => [kind, Math.round((shares[kind] * 1000) / whole) / 10])) as Shares
}
