import { descendants, goalSections } from '../../goal.ts'
import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const citationNumber = defineRule({
  name: 'goal/citation-number',
  severity: 'warning',
  what: 'A number in brackets that refers to an entry of an auto-numbered list',
  why: 'When an entry is added, the numbers of the list change, but `[14]` in the text does not. A footnote is a link and keeps its number.',
  wrong: [
    goalWith({
      current: 'Current State / Anticipated Impact\n==================================\n\nThe plan [2] says so.\n',
      references: 'References\n==========\n\n#. https://example.org/plan\n',
    }),
  ],
  right: [
    goalWith({
      current: 'Current State / Anticipated Impact\n==================================\n\nThe plan [1]_ says so.\n',
      references: 'References\n==========\n\n.. [1] https://example.org/plan\n',
    }),
  ],
  check(context) {
    const references = goalSections(context).find((section) => section.key === 'references' && section.profile)
    if (!references) return
    const lists = [...descendants(references.node)].filter((node) => node.type === 'enumerated_list')
    const list = lists.find((node) =>
      /^\(?#[.)]/.test(context.source.slice(node.position.start.offset, node.position.start.offset + 3)),
    )
    if (!list) return
    const entries = list.children.length
    for (const { node } of paragraphsOf(context)) {
      const { start, end } = node.position
      if (start.offset >= references.body.start && start.offset < references.body.end) continue
      for (const match of context.source.slice(start.offset, end.offset).matchAll(/(?<!\])\[(\d{1,3})\](?![_(\w])/g)) {
        const offset = start.offset + match.index
        if (context.isLiteral(offset)) continue
        const number = Number(match[1])
        const entry = list.children[number - 1]
        context.report({
          offset,
          endOffset: offset + match[0].length,
          message:
            number > entries
              ? `Unknown entry \`${match[0]}\`; the list in \`${references.title}\` ends at \`[${entries}]\``
              : `Reference \`${match[0]}\` to an auto-numbered list; use a footnote such as \`${match[0]}_\``,
          related: [
            {
              offset: (entry ?? list).position.start.offset,
              endOffset: (entry ?? list).position.end.offset,
              message: entry ? 'The current entry' : 'The list',
            },
          ],
        })
      }
    }
  },
})
