import { defineRule } from '../../rule.ts'
import { goalWith } from '../goal/examples.ts'
import { listedProjects } from './project-lists.ts'

const listing = (first: string, second: string) =>
  goalWith({
    current: `Current State / Anticipated Impact\n==================================\n\nThese have no mirror:\n\n* ${first}\n\nThese have one:\n\n* ${second}\n`,
  })

export const contradiction = defineRule({
  name: 'team/contradiction',
  severity: 'error',
  what: 'A project in two lists of the current state',
  why: 'The lists contradict each other. Usually the project is done, but was not removed from the other list.',
  wrong: [listing('hubble', 'hubble')],
  right: [listing('hubble', 'kepler')],
  check(context) {
    const entries = listedProjects(context)
    const seen = new Map<string, (typeof entries)[number]>()
    for (const entry of entries) {
      const first = seen.get(entry.name.toLowerCase())
      if (!first) {
        seen.set(entry.name.toLowerCase(), entry)
        continue
      }
      const isSame = first.list === entry.list
      const team = context.roster?.deliverable(entry.name)?.team.name
      context.report({
        offset: entry.offset,
        endOffset: entry.endOffset,
        message: isSame
          ? `Duplicate project \`${entry.name}\` in the list`
          : `Project \`${entry.name}\` is in two lists; keep it in one`,
        related: [
          {
            offset: first.offset,
            endOffset: first.endOffset,
            message: isSame ? 'The first entry' : 'The entry in the other list',
          },
        ],
        data: { project: entry.name, ...(team ? { team } : {}) },
      })
    }
  },
})
