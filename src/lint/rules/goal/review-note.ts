import { goalSections, isTemplate } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

/** `(emil) …`, `TODO`, `NOTE(emil): …`, `emil: …`: a comment addressed to a person. */
const isNote = (text: string) =>
  /^(?:\([\p{L}\p{N} ._@-]{1,40}\)(?:\s|:|$)|(?:TODO|FIXME|XXX|NOTE|HACK|TBD|QUESTION)\b|@[\w-]+\b)/u.test(text)
/** Comments for programs. */
const forPrograms = /^(?:-\*-|vim?:|ex:|goaldoc:|_|\[)/

export const reviewNote = defineRule({
  name: 'goal/review-note',
  severity: 'warning',
  whenOver: 'info',
  what: 'A review note that was left in a comment',
  why: 'After the goal is merged, nobody answers the note.',
  wrong: [
    goalWith({
      references: 'References\n==========\n\n.. (galileo) is this list complete?\n\n* https://example.org/plan\n',
    }),
  ],
  right: [goalWith({ references: 'References\n==========\n\n.. The list is sorted by year.\n\n* https://example.org/plan\n' })],
  fixes: 'unsafe',
  check(context) {
    if (isTemplate(context) || goalSections(context).length === 0) return
    for (const { node } of context.all('comment')) {
      const { start, end } = node.position
      const source = context.source.slice(start.offset, end.offset).trimEnd()
      const text = source.replace(/^\.\.\s+/, '')
      if (forPrograms.test(text) || !isNote(text)) continue
      const first = context.lineAt(start.offset)
      const last = context.lineAt(start.offset + source.length - 1)
      let next = last + 1
      while (context.lines[next] && context.lines[next]!.text.trim() === '') next++
      context.report({
        offset: start.offset,
        endOffset: start.offset + source.length,
        message: `Review note \`${excerpt(text)}\`; settle it and remove the comment`,
        fix: {
          title: 'Remove the note',
          safe: false,
          edits: [
            { offset: context.lines[first]!.offset, endOffset: context.lines[next]?.offset ?? context.source.length, text: '' },
          ],
        },
      })
    }
  },
})

function excerpt(text: string): string {
  const line = text.split(/\r\n|\r|\n/)[0]!.replaceAll('`', "'")
  return line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line
}
