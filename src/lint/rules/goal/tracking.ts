import { bodyOf, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

const section = (text: string) => ({
  text: goalWith({ tracking: `Tracking\n========\n\n${text}` }, [
    'champions',
    'gerrit',
    'tracking',
    'criteria',
    'references',
    'current',
  ]),
})

export const tracking = defineRule({
  name: 'goal/tracking',
  severity: 'warning',
  what: 'A tracking section without a link',
  why: 'Progress that nobody can find is not tracked.',
  wrong: [section('There is a board.\n')],
  right: [section('* https://example.org/board\n')],
  check(context) {
    const found = sectionOf(context, 'tracking')
    if (!found || isTemplate(context)) return
    const body = bodyOf(context, found)
    if (body.trim() === '' || /https?:\/\/|`[^`]+`_|:\w+:`|<(?:insert|put|provide|list)\b|\w_(?:\W|$)/i.test(body)) return
    context.report({
      ...titlePlace(context, found),
      message: `Unexpected \`${found.title}\` without a link, expected one to where progress is tracked`,
    })
  },
})
