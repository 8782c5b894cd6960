import { sectionTitled, usualLevel } from '../../../document/index.ts'
import { goalSections, hasSection, titlePlace } from '../../goal.ts'
import { changeOfLevel, titlesOf } from '../../outline.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const sectionLevel = defineRule({
  name: 'goal/section-level',
  severity: 'error',
  what: 'A section of the profile at the wrong level',
  why: 'One wrong underline character moves the section, and all sections after it, in the table of contents.',
  wrong: [goalWith({ references: 'References\n----------\n\n* https://example.org/plan\n' })],
  right: [goalWith()],
  fixes: 'safe',
  check(context) {
    const sections = goalSections(context)
    const titles = titlesOf(context)
    const styleOf = (section: (typeof sections)[number]) =>
      titles.find((title) => title.offset === titlePlace(context, section).offset)
    const present = sections.flatMap((section) => section.profile?.key ?? [])
    const known = sections.flatMap((section) => {
      const meant = section.profile ?? sectionTitled(context.reading.profile, section.title)
      if (!meant) return []
      // If the section exists, another one with its name inside of a section is an ordinary subsection.
      if (!section.profile && sections.some((other) => other.profile?.key === meant.key)) return []
      return [{ section, wanted: usualLevel(meant, present, context.reading.profile) }]
    })
    const usual = known.find(({ section, wanted }) => section.level === wanted && wanted === 1)
    const style = usual && styleOf(usual.section)?.style
    for (const { section, wanted } of known) {
      if (section.level === wanted || !style) continue
      const title = styleOf(section)
      const place = titlePlace(context, section)
      const isLeaf = !hasSection(section.node)
      context.report({
        ...place,
        message: `Section \`${section.title}\` is ${section.level === 0 ? 'at the level of the title' : 'inside another section'}; it belongs ${wanted === 1 ? 'directly below the title' : 'one level deeper'}`,
        fix: title && isLeaf && wanted === 1 ? changeOfLevel(title, style) : undefined,
      })
    }
  },
})
