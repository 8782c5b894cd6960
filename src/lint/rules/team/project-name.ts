import { defineRule } from '../../rule.ts'
import { goalWith } from '../goal/examples.ts'
import { roster } from './examples.ts'
import { listedProjects } from './project-lists.ts'

const listing = (...names: string[]) =>
  goalWith({
    current: `Current State / Anticipated Impact\n==================================\n\nThese have a mirror:\n\n${names.map((name) => `* ${name}\n`).join('')}`,
  })

export const projectName = defineRule({
  name: 'team/project-name',
  severity: 'warning',
  what: 'A misspelled project name in a list',
  why: 'Searches and scripts do not find the intended project.',
  wrong: [{ text: listing('hubble', 'kelper'), roster }],
  right: [{ text: listing('hubble', 'kepler', 'voyager'), roster }],
  options: { projects: { type: 'strings', default: [], description: 'More known projects' } },
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const list = context.roster!
    const entries = listedProjects(context)
    if (entries.length === 0) return
    const known = new Set([...list.projects, ...list.names, ...context.known.projects, ...context.options.projects])
    const listed = new Set(entries.map((entry) => entry.name))
    for (const { name, offset, endOffset } of entries) {
      if (known.has(name) || list.find(name) || name.length < 5) continue
      const near = context.nearest(name, () => [...known])
      // A name with its own entry is not the intended one, and a difference in capitals is not a misspelling.
      if (!near || listed.has(near) || near.toLowerCase() === name.toLowerCase()) continue
      const team = list.deliverable(near)?.team.name
      context.report({
        offset,
        endOffset,
        message: `Unknown project \`${name}\`; did you mean \`${near}\`?`,
        data: { actual: name, expected: near, ...(team ? { team } : {}) },
        fix: { title: `Write \`${near}\``, safe: false, edits: [{ offset, endOffset, text: near }] },
      })
    }
  },
})
