import { descendants, isTemplate, sectionOf } from '../../goal.ts'
import { defineRule } from '../../rule.ts'

const goal = (answer: string) =>
  [
    'Telescopes in orbit\n*******************\n',
    'Description\n===========\n\nEvery team gets one.\n',
    'Goal Checklist\n==============\n\nIs the mirror ready?\n--------------------\n',
    answer,
    'Completion Date & Criteria\n==========================\n\n#. The mirror is polished.\n',
    'Champion\n========\n\nVera Rubin (vrubin)\n',
    'Status & Tracking\n=================\n\n* https://example.org/board\n',
    'Gerrit Tracking\n---------------\n\nChanges carry the hashtag::\n\n  orbit-telescopes\n',
    'References\n==========\n\n* https://example.org/plan\n',
  ].join('\n')

export const checklist = defineRule({
  name: 'goal/checklist',
  severity: 'warning',
  what: 'A checklist question without a YES or NO',
  why: 'Goals are selected by their checklist, so each answer must be clear.',
  wrong: [
    { text: goal('Status: perhaps\n'), title: 'Neither YES nor NO' },
    { text: goal('It is at the polisher.\n'), title: 'No status' },
  ],
  right: [goal('Status: YES\n\nIt came back in May.\n')],
  options: {
    answers: { type: 'strings', default: ['YES', 'NO', 'N/A'], description: 'The allowed answers, in upper or lower case' },
  },
  check(context) {
    const found = sectionOf(context, 'checklist')
    if (!found || isTemplate(context)) return
    const answers = context.options.answers.map((answer) => answer.toLowerCase())
    for (const node of descendants(found.node)) {
      if (node.type !== 'section') continue
      const title = node.children.find((child) => child.type === 'title')
      if (!title) continue
      const name = context.source.slice(title.position.start.offset, title.position.end.offset).trim()
      const body = context.source.slice(title.position.end.offset, node.position.end.offset)
      const status = /^[ \t]*:?Status:?(?:[ \t]*:)?(.*)$/im.exec(body)
      // Only questions, without those that the template calls optional.
      if (!status) {
        if (!/\?/.test(name) || /\(optional\)/i.test(name)) continue
        context.report({
          offset: title.position.start.offset,
          endOffset: title.position.end.offset,
          message: `Missing answer to \`${name}\`; write \`Status: YES\` or \`Status: NO\``,
        })
        continue
      }
      const answer = status[1]!.trim()
      // Placeholders have their own rule.
      if (/^<.*>$/.test(answer)) continue
      const word = /^[\w/]+/.exec(answer.replace(/[*`]/g, ''))?.[0]?.toLowerCase() ?? ''
      if (answers.includes(word)) continue
      const offset = title.position.end.offset + status.index
      context.report({
        offset,
        endOffset: offset + status[0].trimEnd().length,
        message: `${answer ? `Unclear status \`${answer}\`` : 'Missing status'}; write ${context.options.answers.map((one) => `\`${one}\``).join(' or ')}`,
        data: { actual: answer },
      })
    }
  },
})
