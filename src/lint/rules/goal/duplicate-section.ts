import { sectionTitled } from '../../../document/index.ts'
import { goalSections, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const duplicateSection = defineRule({
  name: 'goal/duplicate-section',
  severity: 'error',
  what: 'The same section twice',
  why: 'Readers and scripts look at only one of them. Usually the other one is left over from a merge.',
  wrong: [goalWith({ more: 'References\n==========\n\n* https://example.org/old\n' })],
  right: [goalWith({ more: 'Further Reading\n===============\n\n* https://example.org/old\n' })],
  check(context) {
    const seen = new Map<string, ReturnType<typeof titlePlace>>()
    for (const section of goalSections(context)) {
      // Subsections may have any name.
      if (section.level > 1 && !section.profile) continue
      const key = sectionTitled(context.reading.profile, section.title)?.key
      if (!key) continue
      const place = titlePlace(context, section)
      const first = seen.get(key)
      if (first) {
        context.report({
          ...place,
          message: `Duplicate section \`${section.title}\``,
          related: [{ ...first, message: 'The first section' }],
          data: { section: key },
        })
      } else seen.set(key, place)
    }
  },
})
