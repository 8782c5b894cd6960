import { bodyOf, descendants, endOfSection, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

const section = (text: string) => ({ text: goalWith({ criteria: `Completion Criteria\n===================\n\n${text}` }) })

export const criteria = defineRule({
  name: 'goal/criteria',
  severity: 'warning',
  what: 'Completion criteria that are no list',
  why: 'A team has finished when each criterion holds; what stands in a list can be ticked off and named by its number.',
  wrong: [section('The mirror is polished and mounted.\n')],
  right: [section('#. The mirror is polished.\n#. The mirror is mounted.\n')],
  check(context) {
    const found = sectionOf(context, 'criteria')
    if (!found || isTemplate(context) || bodyOf(context, found).trim() === '') return
    const end = endOfSection(context, found)
    const nodes = [...descendants(found.node)].filter((node) => node.position.start.offset < end)
    if (nodes.some((node) => /^(?:bullet_list|enumerated_list|definition_list|field_list|table)$/.test(node.type))) return
    // A list that is none, for want of a blank line, has its own rule.
    if (/^\s*(?:[*+-]|#\.|\d+[.)])\s/m.test(bodyOf(context, found))) return
    context.report({
      ...titlePlace(context, found),
      message: `Unexpected \`${found.title}\` without a list, expected one entry for each criterion`,
    })
  },
})
