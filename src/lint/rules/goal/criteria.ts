import { bodyOf, descendants, endOfSection, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

const section = (text: string) => goalWith({ criteria: `Completion Criteria\n===================\n\n${text}` })

export const criteria = defineRule({
  name: 'goal/criteria',
  severity: 'warning',
  what: 'Completion criteria that are not a list',
  why: 'A team is done when it meets every criterion. Entries of a list can be checked one by one and named by number.',
  wrong: [section('The mirror is polished and mounted.\n')],
  right: [section('#. The mirror is polished.\n#. The mirror is mounted.\n')],
  check(context) {
    const found = sectionOf(context, 'criteria')
    if (!found || isTemplate(context) || bodyOf(context, found).trim() === '') return
    const end = endOfSection(context, found)
    const nodes = [...descendants(found.node)].filter((node) => node.position.start.offset < end)
    if (nodes.some((node) => /^(?:bullet_list|enumerated_list|definition_list|field_list|table)$/.test(node.type))) return
    // A list that is not recognized because of a missing blank line has its own rule.
    if (/^[ \t]*(?:[*+-]|#\.|\d+[.)])\s/m.test(bodyOf(context, found))) return
    context.report({
      ...titlePlace(context, found),
      message: `Missing list in \`${found.title}\`; write one entry for each criterion`,
    })
  },
})
