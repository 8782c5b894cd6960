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
    const { reading } = before
    const current = new Map(
      goalSections(context)
        .toReversed()
        .map((section) => [nameOf(section), section]),
    )
    const isTextGone = comparison(reading, context.source)
    /** Where the lost sections before end. */
    let covered = 0
    for (const { section, end, following } of withNeighbours(reading, current)) {
      if (current.has(nameOf(section))) continue
      // A section inside a lost one is lost with it. Sections nest, so those that begin before decide.
      const isInside = end <= covered
      covered = Math.max(covered, end)
      // Another rule reports missing sections that the profile requires.
      if (isInside || (section.profile && isRequired(context, section.profile) && !isTemplate(context))) continue
      if (!isTextGone(section, end)) continue
      context.report({
        ...placeOfMissing(context, following),
        message: `Missing section \`${section.title}\`; \`${before.name}\` has it ${following ? `before \`${following.title}\`` : 'at the end'}`,
        data: { section: section.key, before: before.name },
      })
    }
  },
})

type Reading = NonNullable<Context['before']>['reading']

/** The key of a section; equal keys mean the same section. */
function nameOf(section: SectionPart): string {
  return section.profile ? `key ${section.key}` : plainWords(section.title)
}

interface Neighbours {
  section: SectionPart
  /** The start of the next section that is not inside it, or the end of the document. */
  end: number
  /** The first section after it that the document still has, as it is there. */
  following: SectionPart | undefined
}

function withNeighbours({ source, sections }: Reading, current: ReadonlyMap<string, SectionPart>): Neighbours[] {
  const found: Neighbours[] = []
  let following: SectionPart | undefined
  /** The sections after this one, each at a higher level than the one before it. */
  const next: SectionPart[] = []
  for (const section of sections.toReversed()) {
    while (next.length > 0 && next.at(-1)!.level > section.level) next.pop()
    found.push({ section, end: next.at(-1)?.heading.start ?? source.length, following })
    next.push(section)
    following = current.get(nameOf(section)) ?? following
  }
  return found.reverse()
}

/** How often each line with a word occurs. */
function lines(text: string): Map<string, number> {
  const count = new Map<string, number>()
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim()))
    if (/\w/.test(line)) count.set(line, (count.get(line) ?? 0) + 1)
  return count
}

/** Whether most lines of a section are gone from the document. Otherwise it was only renamed, or merged into another section. */
function comparison({ source }: Reading, current: string): (section: SectionPart, end: number) => boolean {
  const [before, now] = [lines(source), lines(current)]
  return ({ heading }, end) => {
    const titles = lines(source.slice(heading.start, heading.end))
    let [all, kept] = [0, 0]
    for (const [line, count] of lines(source.slice(heading.end, end))) {
      all += count
      const elsewhere = before.get(line)! - count - (titles.get(line) ?? 0)
      kept += Math.min(count, Math.max(0, (now.get(line) ?? 0) - elsewhere))
    }
    return all > 0 && kept * 2 < all
  }
}
