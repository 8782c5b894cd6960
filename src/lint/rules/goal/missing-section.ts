import { usualLevel } from '../../../document/index.ts'
import { goalSections, isRequired, isTemplate, nearMiss, placeOfMissing } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const missingSection = defineRule({
  name: 'goal/missing-section',
  severity: 'error',
  what: 'A section that the profile requires but the document lacks',
  why: 'Teams expect to find the topic, the criteria and the references in every goal.',
  wrong: [goalWith({ references: undefined })],
  right: [goalWith()],
  options: {
    optional: { type: 'strings', default: [], description: 'Keys of sections that are not required, e.g. `references`' },
  },
  check(context) {
    const sections = goalSections(context)
    const { profile } = context.reading
    if ((sections.length === 0 && !context.before) || !context.isGoal || isTemplate(context)) return
    const present = new Set(sections.flatMap((section) => (section.profile ? [section.key] : [])))
    const near = new Set(sections.flatMap((section) => (section.profile ? [] : (nearMiss(profile, section.title)?.key ?? []))))
    for (const [index, section] of profile.sections.entries()) {
      if (
        !isRequired(context, section) ||
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
      context.report({
        ...placeOfMissing(context, next),
        message: `Missing section \`${section.title}\`; it belongs ${next ? `before \`${next.title}\`` : 'at the end'}`,
        data: { section: section.key, expected: section.title },
      })
    }
  },
})
