import { editDistance, indexFrom, once } from '../../../text/index.ts'
import { newlineOf, paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { endOfTeam, namePlace, startOfNextTeam, teamsOf } from '../../teams.ts'
import { goalOfTeams, team } from './examples.ts'

const one = (text: string) => goalOfTeams('Ground Control', team('Hubble', text))

export const label = defineRule({
  name: 'team/label',
  severity: 'error',
  whenOver: 'info',
  what: 'A label of a team that is missing, misspelled, without its colon, or in the wrong order',
  why: 'Scripts read the text below each label. Without its label, an answer belongs to the label above it, or to none.',
  wrong: [
    { text: one('Planning Artifacts:\n\n* https://example.org/plan\n'), title: 'Missing' },
    { text: one('Planing Artifacts:\n\nCompletion Artifacts:\n'), title: 'Misspelled' },
    { text: one('Planning Artifacts\n\nCompletion Artifacts:\n'), title: 'No colon' },
    { text: one('Completion Artifacts:\n\nPlanning Artifacts:\n'), title: 'Wrong order' },
    {
      text: one('The plan is on a napkin.\n'),
      before: one('Planning Artifacts:\n\nCompletion Artifacts:\n'),
      title: 'It lost them',
    },
  ],
  right: [
    one('Planning Artifacts (blueprints):\n\n* https://example.org/plan\n\nCompletion Artifacts: None\n'),
    { text: one('This team has no telescope.\n'), title: 'A note instead of an answer' },
  ],
  fixes: 'unsafe',
  check(context) {
    const { labels } = context.reading.profile
    const newline = newlineOf(context)
    const firstLines = once(() =>
      paragraphsOf(context)
        .map(({ lines }) => lines[0]!)
        .sort((a, b) => a.offset - b.offset),
    )
    const teams = teamsOf(context)
    const labelled = new Set(
      context.before?.reading.sections.flatMap((section) =>
        (section.teams ?? []).filter((other) => other.labelRanges.length > 0).map(({ key }) => key),
      ),
    )
    // A document without any label is of another kind, unless it lost them.
    if (!teams.some((other) => other.labelRanges.length > 0 || labelled.has(other.key))) return
    for (const own of teams) {
      const found = new Map<string, { offset: number; endOffset: number; text: string; isExact: boolean }>()
      for (const { key, start, end } of own.labelRanges) {
        const text = context.source.slice(start, end)
        found.set(key, { offset: start, endOffset: end, text, isExact: true })
        const near = slip(text, labels[key])
        if (near) report(start, end, text, near)
      }
      const end = startOfNextTeam(context, own)
      const between = () => firstLines().slice(indexFrom(firstLines(), own.heading.end), indexFrom(firstLines(), end))
      for (const first of found.size < 2 ? between() : []) {
        for (const key of ['planning', 'completion'] as const) {
          if (found.has(key)) continue
          const text = /^[^:]*:?/.exec(first.text)![0].trimEnd()
          const near = slip(text, labels[key])
          if (!near) continue
          found.set(key, { offset: first.offset, endOffset: first.offset + text.length, text, isExact: false })
          report(first.offset, first.offset + text.length, text, near)
        }
      }
      const [planning, completion] = [found.get('planning'), found.get('completion')]
      const name = own.key
      if (
        !planning !== !completion ||
        (!planning && !completion && (labelled.has(own.key) || endOfTeam(context, own) <= own.heading.end))
      ) {
        reportMissing(own, planning ? 'completion' : 'planning', !planning && !completion)
      } else if (planning && completion && planning.offset > completion.offset) {
        const at = own.labelRanges.find((part) => part.key === 'planning')
        const other = own.labelRanges.find((part) => part.key === 'completion')
        const stop = endOfTeam(context, own)
        // Another label of the same meaning may stand above.
        const isLast =
          at && other && other.start < at.start && context.source.slice(at.start, stop).trimEnd().length === stop - at.start
        context.report({
          offset: completion.offset,
          endOffset: completion.endOffset,
          message: `Misplaced label \`${completion.text}\`; it belongs after \`${planning.text}\``,
          related: [
            { offset: planning.offset, endOffset: planning.endOffset, message: 'It belongs after this label and its content' },
          ],
          data: { team: name },
          fix: isLast
            ? {
                title: 'Swap the labels',
                safe: false,
                edits: [
                  {
                    offset: other.start,
                    endOffset: stop,
                    text: `${context.source.slice(at.start, stop)}${newline}${newline}${context.source.slice(other.start, at.start).trimEnd()}`,
                  },
                ],
              }
            : undefined,
        })
      }

      function report(offset: number, endOffset: number, text: string, near: string) {
        context.report({
          offset,
          endOffset,
          message: `Misspelled label \`${text}\`; use \`${near}\``,
          data: { team: own.key, actual: text, expected: near },
          fix: { title: `Write \`${near}\``, safe: false, edits: [{ offset, endOffset, text: near }] },
        })
      }

      function reportMissing(part: typeof own, key: 'planning' | 'completion', isBoth: boolean) {
        // If the label exists but is not read as one, inserting a second label would not help.
        const isUnread = new RegExp(`^[ \\t]*${labels[key].replace(/:$/, '')}`, 'im').test(
          context.source.slice(part.heading.end, endOfTeam(context, part)),
        )
        const text = isBoth ? `${labels.planning}${newline}${newline}${labels.completion}` : labels[key]
        const stop = endOfTeam(context, part)
        const other = part.labelRanges[0]
        const isBefore = key === 'planning' && !isBoth && other
        const edit = isBefore
          ? { offset: other.start, endOffset: other.start, text: `${text}${newline}${newline}` }
          : { offset: stop, endOffset: stop, text: `${newline}${newline}${text}` }
        const next = isBefore ? { offset: other.start, endOffset: other.end } : namePlace(part)
        context.report({
          ...next,
          message: `Missing label \`${isBoth ? labels.planning : labels[key]}\` of the team \`${name}\``,
          data: { team: name },
          fix: isUnread ? undefined : { title: isBoth ? 'Insert the labels' : 'Insert the label', safe: false, edits: [edit] },
        })
      }
    }
  },
})

/** The label that a text is a misspelling of, or that it is without the colon. Text in brackets after the label is kept. */
function slip(text: string, label: string): string | undefined {
  // Nearly all labels.
  if (text === label && label.endsWith(':')) return undefined
  const colon = text.endsWith(':')
  const [, head = '', extra = ''] = /^([^(]*)(\(.*\))?$/s.exec(colon ? text.slice(0, -1).trimEnd() : text) ?? []
  const words = head.trimEnd()
  const wanted = label.replace(/:$/, '')
  if (words === wanted) return colon ? undefined : `${wanted}${extra && ` ${extra}`}:`
  if (!/art[ei]/i.test(words)) return undefined
  const distance = editDistance(words.toLowerCase().replace(/\s+/g, ' '), wanted.toLowerCase(), 3)
  return distance <= 3 ? `${wanted}${extra && ` ${extra}`}:` : undefined
}
