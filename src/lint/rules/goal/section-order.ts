import { endOfSection, goalSections, moveEdits, outOfOrder, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const sectionOrder = defineRule({
  name: 'goal/section-order',
  severity: 'info',
  what: 'Sections in another order than in the profile',
  why: 'Readers of many goals expect the same order in each.',
  wrong: [goalWith({}, ['champions', 'gerrit', 'references', 'criteria', 'current'])],
  right: [goalWith()],
  fixes: 'unsafe',
  check(context) {
    const order = context.reading.profile.sections.map((section) => section.key)
    const sections = goalSections(context).filter((section) => section.profile && section.level <= 1 && !section.profile.under)
    for (const index of outOfOrder(sections.map((section) => order.indexOf(section.key)))) {
      const section = sections[index]!
      const rank = order.indexOf(section.key)
      const next = sections.find((other, at) => at !== index && order.indexOf(other.key) > rank)
      const previous = sections.findLast((other, at) => at !== index && order.indexOf(other.key) < rank)
      const end = endOfSection(context, section)
      const to = next ? next.heading.start : context.source.length
      const isThere = to >= section.heading.start && to <= end
      const edits = isThere ? undefined : moveEdits(context, section.heading.start, end, to)
      context.report({
        ...titlePlace(context, section),
        message: `Misplaced section \`${section.title}\`; it belongs ${next ? `before \`${next.title}\`` : `after \`${previous?.title}\``}`,
        ...(next ? { related: [{ ...titlePlace(context, next), message: 'It belongs before this section' }] } : {}),
        fix: edits && { title: 'Move the section', safe: false, edits },
      })
    }
  },
})
