import type { SectionPart } from '../../../document/index.ts'
import { plainWords } from '../../../text/index.ts'
import { goalSections, isRequired, isTemplate, placeOfMissing } from '../../goal.ts'
import { type Context, defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

const horizon = 'Horizon\n=======\n\nWhat the telescopes see below it is left out.\n'

export const lostSection = defineRule({
  name: 'goal/lost-section',
  severity: 'warning',
  what: 'A section that the last version still has, with its text',
  why: 'A section is easily lost in an edit or a merge, and nobody notices it. If it is left out on purpose, commit the change; then it is no longer reported.',
  wrong: [{ text: goalWith(), before: goalWith({ horizon }) }],
  right: [
    {
      text: goalWith({ horizon: horizon.replaceAll('Horizon', 'Skyline').replace('=======', '=======') }),
      before: goalWith({ horizon }),
      title: 'It has another title',
    },
    {
      text: goalWith({
        current: `Current State / Anticipated Impact\n==================================\n\n${horizon.split('\n')[3]}\n`,
      }),
      before: goalWith({ horizon }),
      title: 'Its text stands elsewhere',
    },
  ],
  check(context) {
    const { before } = context
    // With a model, the rules of `drift/` report this.
    if (!before || context.model || !context.isGoal) return
    const names = new Set(goalSections(context).map(nameOf))
    const lost = before.reading.sections.filter((section) => !names.has(nameOf(section)))
    const now = lines(context.source)
    for (const section of lost) {
      // Another rule reports missing sections that the profile requires.
      if (section.profile && isRequired(context, section.profile) && !isTemplate(context)) continue
      if (lost.some((other) => other !== section && other.start <= section.start && section.end <= endIn(before.reading, other)))
        continue
      if (!isTextGone(before.reading, section, now)) continue
      const next = before.reading.sections
        .slice(before.reading.sections.indexOf(section) + 1)
        .find((other) => names.has(nameOf(other)))
      const following = next && goalSections(context).find((other) => nameOf(other) === nameOf(next))
      context.report({
        ...placeOfMissing(context, following),
        message: `Missing section \`${section.title}\`; \`${before.name}\` has it ${following ? `before \`${following.title}\`` : 'at the end'}`,
        data: { section: section.key, before: before.name },
      })
    }
  },
})

/** The key of a section; equal keys mean the same section. */
function nameOf(section: SectionPart): string {
  return section.profile ? `key ${section.key}` : plainWords(section.title)
}

function endIn({ source, sections }: NonNullable<Context['before']>['reading'], section: SectionPart): number {
  const next = sections.slice(sections.indexOf(section) + 1).find((other) => other.level <= section.level)
  return next?.heading.start ?? source.length
}

/** How often each line with a word occurs. */
function lines(text: string): Map<string, number> {
  const count = new Map<string, number>()
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim()))
    if (/\w/.test(line)) count.set(line, (count.get(line) ?? 0) + 1)
  return count
}

/** Whether most lines of a section are gone from the document. Otherwise it was only renamed, or merged into another section. */
function isTextGone(
  reading: NonNullable<Context['before']>['reading'],
  section: SectionPart,
  now: ReadonlyMap<string, number>,
): boolean {
  const { source } = reading
  const end = endIn(reading, section)
  const own = lines(source.slice(section.heading.end, end))
  const others = lines(source.slice(0, section.heading.start) + source.slice(end))
  let [all, kept] = [0, 0]
  for (const [line, count] of own) {
    all += count
    kept += Math.min(count, Math.max(0, (now.get(line) ?? 0) - (others.get(line) ?? 0)))
  }
  return all > 0 && kept * 2 < all
}
