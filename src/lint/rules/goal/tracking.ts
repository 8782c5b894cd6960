import { bodyOf, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

const section = (text: string) =>
  goalWith({ tracking: `Tracking\n========\n\n${text}` }, [
    'champions',
    'gerrit',
    'tracking',
    'criteria',
    'references',
    'current',
  ])

export const tracking = defineRule({
  name: 'goal/tracking',
  severity: 'warning',
  what: 'A tracking section without a link',
  why: 'Readers cannot find where progress is tracked.',
  wrong: [section('There is a board.\n')],
  right: [section('* https://example.org/board\n')],
  check(context) {
    const found = sectionOf(context, 'tracking')
    if (!found || isTemplate(context)) return
    const body = bodyOf(context, found)
    if (body.trim() === '' || /https?:\/\/|`[^`]+`_|:\w+:`|<(?:insert|put|provide|list)\b|\w_(?:\W|$)/i.test(body)) return
    context.report({
      ...titlePlace(context, found),
      message: `Missing link in \`${found.title}\`; link to where progress is tracked`,
    })
  },
})
