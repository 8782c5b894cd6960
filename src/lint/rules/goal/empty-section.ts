import { goalSections, hasSection, isTemplate, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const emptySection = defineRule({
  name: 'goal/empty-section',
  severity: 'warning',
  what: 'A section without text',
  why: 'Readers cannot tell whether the text was forgotten. If there is nothing to say, say so.',
  wrong: [goalWith({ references: 'References\n==========\n' })],
  right: [goalWith()],
  check(context) {
    if (isTemplate(context)) return
    for (const section of goalSections(context)) {
      if (hasSection(section.node)) continue
      const text = context.source.slice(section.body.start, section.body.end).replace(/^[ \t]*\.\. .*(?:\n(?:[ \t].*)?)*/gm, '')
      if (text.trim() !== '') continue
      // The section holds only comments, or nothing.
      if (
        section.body.end > section.body.start &&
        section.node.children.some((child) => child.type !== 'title' && child.type !== 'comment')
      )
        continue
      context.report({
        ...titlePlace(context, section),
        message: `Section \`${section.title}\` has no text`,
        data: { section: section.key },
      })
    }
  },
})
