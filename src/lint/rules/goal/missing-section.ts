import { usualLevel } from '../../../document/index.ts'
import { goalSections, isTemplate, nearMiss, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const missingSection = defineRule({
  name: 'goal/missing-section',
  severity: 'error',
  what: 'A section that the profile requires is missing',
  why: 'Teams look for the topic, the criteria and the references where every goal has them.',
  wrong: [{ text: goalWith({ references: undefined }) }],
  right: [{ text: goalWith() }],
  options: {
    optional: { type: 'strings', default: [], description: 'Keys of sections that need not be there, e.g. `references`' },
  },
  check(context) {
    const sections = goalSections(context)
    const { profile } = context.reading
    if (sections.length === 0 || isTemplate(context)) return
    const present = new Set(sections.flatMap((section) => (section.profile ? [section.key] : [])))
    const near = new Set(sections.flatMap((section) => (section.profile ? [] : (nearMiss(profile, section.title)?.key ?? []))))
    for (const [index, section] of profile.sections.entries()) {
      // Goals of every era may do without a section for each team; only whoever names the profile asks for it.
      if (section.key === 'teams' && !context.isProfileNamed) continue
      if (
        !section.required ||
        present.has(section.key) ||
        near.has(section.key) ||
        context.options.optional.includes(section.key)
      )
        continue
      const following = new Set(profile.sections.slice(index + 1).map((later) => later.key))
      const next = sections.find(
        (candidate) =>
          candidate.profile && following.has(candidate.key) && candidate.level <= usualLevel(section, [...present], profile),
      )
      const end = context.source.trimEnd().length
      const place = next ? titlePlace(context, next) : { offset: lastLineStart(context.source, end), endOffset: end }
      context.report({
        ...place,
        message: `Unexpected ${next ? `section \`${next.title}\`` : 'end of the document'}, expected the section \`${section.title}\` before it`,
        data: { section: section.key, expected: section.title },
      })
    }
  },
})

function lastLineStart(source: string, end: number): number {
  return Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1
}
