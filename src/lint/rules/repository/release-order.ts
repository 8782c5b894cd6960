import { outOfOrder } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { releaseDay } from '../../toctrees.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { pages } from './examples.ts'

const path = 'goals/index.rst'
const project = { 'conf.py': "project = 'Observatory'\n" }
const index = (...entries: string[]) =>
  `Goals\n=====\n\n.. toctree::\n\n${entries.map((entry) => `   ${entry}/index\n`).join('')}`

export const releaseOrder = defineRule({
  name: 'repository/release-order',
  severity: 'warning',
  what: 'An index page whose `toctree` does not list the releases in the order of time',
  why: 'Readers look for the newest release at one end of the list.',
  wrong: [{ text: index('ocata', 'queens', 'pike', 'rocky'), path, project, site: { pages } }],
  right: [
    { text: index('ocata', 'pike', 'queens', 'rocky'), path, project, site: { pages } },
    { text: index('2026.1', 'zed', 'yoga', 'xena'), path, project, site: { pages }, title: 'The newest release first' },
  ],
  needs: 'site',
  check(context) {
    // Without its project, the entries of a document are unknown.
    if (!context.sphinx) return
    const lists = new Map<string, { entry: (typeof context.facts.toctree)[number]; day: string }[]>()
    for (const entry of context.facts.toctree) {
      const day = entry.isGlob ? undefined : releaseDay(entry.target)
      if (day === undefined) continue
      // Folders of states stand one after another, each with its own releases.
      const [before] = entry.target.split('/').flatMap((part, at, parts) => (releaseDay(part) ? [parts.slice(0, at)] : []))
      const key = [entry.toctree, ...before!].join('/')
      lists.set(key, [...(lists.get(key) ?? []), { entry, day }])
    }
    for (const dated of lists.values()) {
      const days = [...new Set(dated.map(({ day }) => day))].sort()
      const ranks = dated.map(({ day }) => days.indexOf(day))
      const [rising, falling] = [outOfOrder(ranks), outOfOrder(ranks.map((rank) => days.length - 1 - rank))]
      const isRising = rising.length <= falling.length
      for (const at of isRising ? rising : falling) {
        const isAfter = (day: string) => (isRising ? day > dated[at]!.day : day < dated[at]!.day)
        const { entry, day } = dated[at]!
        const next = dated.find((other) => other.day !== day && isAfter(other.day))
        const { included: _, ...place } = placeOfFact(entry, context)
        const belongs = next ? `before \`${next.entry.target}\`` : 'at the end'
        context.report({ ...place, message: `Release \`${entry.target}\` is out of order; it belongs ${belongs}` })
      }
    }
  },
})
