import { columnWidth } from '../../../rst/index.ts'
import { type Edit, editDistance, entryMarker, plainWords } from '../../../text/index.ts'
import { bodyOf, goalSections, nearMiss, titlePlace } from '../../goal.ts'
import { titleAt } from '../../outline.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const sectionName = defineRule({
  name: 'goal/section-name',
  severity: 'warning',
  what: 'A section whose title is a misspelling of one in the profile',
  why: 'Readers, scripts and links find the section by its title.',
  wrong: [goalWith({ references: 'Refernces\n=========\n\n* https://example.org/plan\n' })],
  right: [
    {
      text: goalWith({ champions: 'Champions\n=========\n\n* Vera Rubin (vrubin)\n* Cecilia Payne (cpayne)\n' }),
      title: 'Two champions',
    },
  ],
  fixes: 'unsafe',
  check(context) {
    const { profile } = context.reading
    const present = new Set(goalSections(context).flatMap(({ key, profile }) => (profile ? [key] : [])))
    for (const section of goalSections(context)) {
      if (!section.profile && section.level > 1) continue
      const meant = section.profile ?? nearMiss(profile, section.title)
      // If the section itself exists, another section may have a similar name.
      if (!section.profile && meant && present.has(meant.key)) continue
      if (!meant || plainWords(section.title) === plainWords(meant.title)) continue
      // Another name of the section in the profile is right, unless it differs by a misspelling.
      const isNear = editDistance(plainWords(section.title), plainWords(meant.title), 2) <= 2
      if (section.profile && !isNear) continue
      // The plural of a title is right if the section names several people.
      if (plainWords(section.title) === `${plainWords(meant.title)}s` && countPeople(bodyOf(context, section)) > 1) continue
      const place = titlePlace(context, section)
      const title = titleAt(context, place.offset)
      const edits: Edit[] = [{ ...place, text: meant.title }]
      if (title) {
        const width = title.width - columnWidth(title.text) + columnWidth(meant.title)
        for (const line of [title.overline, title.underline]) {
          if (line) edits.push({ offset: line.offset, endOffset: line.end, text: title.style.at(-1)!.repeat(width) })
        }
      }
      context.report({
        ...place,
        message: `Misspelled section \`${section.title}\`; use \`${meant.title}\``,
        data: { actual: section.title, expected: meant.title },
        fix: { title: `Rename it to \`${meant.title}\``, safe: false, edits: edits.sort((a, b) => a.offset - b.offset) },
      })
    }
  },
})

const entryLine = new RegExp(String.raw`^[ \t]*${entryMarker}\s`, 'gm')

/** How many people a text names: by entries of a list, addresses or nicks. */
function countPeople(text: string): number {
  const items = text.match(entryLine)?.length ?? 0
  const addresses = text.match(/@/g)?.length ?? 0
  const nicks = text.match(/\(\s*[\w-]+\s*\)/g)?.length ?? 0
  return Math.max(items, addresses, nicks, /\band\b/.test(text) ? 2 : 0)
}
