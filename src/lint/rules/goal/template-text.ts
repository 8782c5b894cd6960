import type { ElementNode } from '../../../rst/index.ts'
import { plainTitle } from '../../../text/index.ts'
import { goalSections, isTemplate } from '../../goal.ts'
import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

/** The first words of the instructions in OpenStack's templates and in the built-in profiles. Template text that is meant to stay
 * is not listed.
 */
const openings = [
  '(one line goal description here',
  'add all the details about design',
  'completion date:',
  'enumerate the items that must',
  'explain what the goal is in general',
  'milestone 1 date:',
  'provide a summary of the current state of any ongoing',
  'provide reference links to previous discussions',
  'set the target dates or different milestones',
  'use tools/build_team_section_for_goal.py',
]

export const templateText = defineRule({
  name: 'goal/template-text',
  severity: 'warning',
  what: 'Instructions of the template that were left in the document',
  why: 'They are for the author, not for readers of the goal.',
  wrong: [
    goalWith({
      references: 'References\n==========\n\nProvide reference links to previous discussions of the telescope.\n',
    }),
  ],
  right: [goalWith()],
  options: { texts: { type: 'strings', default: [], description: 'How the instructions of your own templates start' } },
  fixes: 'unsafe',
  check(context) {
    if (isTemplate(context) || goalSections(context).length === 0) return
    const instructions = Object.values(context.reading.profile.instructions ?? {}).flat()
    const begins = [...openings, ...[...instructions, ...context.options.texts].map(plainTitle)]
    const initials = new Set(begins.map((opening) => opening.charAt(0)))
    const isInstruction = (given: string) => {
      // Most paragraphs begin with another letter than all instructions.
      if (!initials.has('') && !initials.has(given.trimStart().charAt(0).toLowerCase().charAt(0))) return false
      const text = plainTitle(given)
      return begins.some((opening) => text.startsWith(opening) && !isFilledIn(text, opening))
    }
    const report = (node: ElementNode, what: string) => {
      const { start, end } = node.position
      const first = context.lines[context.lineAt(start.offset)]!
      let last = context.lineAt(Math.max(start.offset, end.offset - 1)) + 1
      while (context.lines[last] && context.lines[last]!.text.trim() === '') last++
      context.report({
        offset: start.offset,
        endOffset: Math.min(end.offset, first.end),
        message: `${what === 'title' ? 'Title' : 'Instruction'} of the template; replace it with your text`,
        fix:
          what === 'title'
            ? undefined
            : {
                title: 'Remove the instruction',
                safe: false,
                edits: [{ offset: first.offset, endOffset: context.lines[last]?.offset ?? context.source.length, text: '' }],
              },
      })
    }
    for (const { node } of paragraphsOf(context)) if (isInstruction(textOf(context.source, node))) report(node, 'instruction')
    for (const { node } of context.all('comment'))
      if (isInstruction(textOf(context.source, node).replace(/^\.\.\s+/, ''))) report(node, 'instruction')
    const title = context.all('title')[0]
    if (title && isInstruction(textOf(context.source, title.node))) report(title.node, 'title')
  },
})

/** Whether a line such as `Milestone 1 Date:` has a date after it. */
function isFilledIn(text: string, opening: string): boolean {
  return opening.endsWith('date:') && !/^(?:$|items to complete)/.test(text.slice(opening.length).trim())
}

function textOf(source: string, node: ElementNode): string {
  return source.slice(node.position.start.offset, node.position.end.offset)
}
