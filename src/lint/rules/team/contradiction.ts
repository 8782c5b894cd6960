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
  why: 'The lists divide the projects; one that stands in both has been finished and not struck off, or the other way round.',
  wrong: [{ text: listing('hubble', 'hubble') }],
  right: [{ text: listing('hubble', 'kepler') }],
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
        message: `Unexpected project \`${entry.name}\` ${isSame ? 'twice in a list' : 'in a second list'}, expected it in one`,
        related: [
          { offset: first.offset, endOffset: first.endOffset, message: isSame ? 'The first one' : 'It is in this list as well' },
        ],
        data: { project: entry.name, ...(team ? { team } : {}) },
      })
    }
  },
})
