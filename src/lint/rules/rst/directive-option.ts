import { oneLine } from '../../../text/index.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const directiveOption = docutilsRule({
  name: 'rst/directive-option',
  severity: 'error',
  what: 'An option that the directive does not have, or a value that the option does not accept',
  why: 'docutils drops the directive and shows its source as an error.',
  wrong: ['.. image:: mars.png\n   :with: 20\n'],
  right: ['.. image:: mars.png\n   :width: 20\n'],
  messages: [
    /^Error in "([^"]*)" directive:\s+((?:unknown option|duplicate option|invalid option|no options permitted).*)/s,
    /^Error in "([^"]*)" directive: (".*" is not a valid value .*)/s,
    /^The "(?:[^"]*)" option may not be used()(.*)/s,
    /^()(invalid line number spec: .*|line number spec is out of range.*|missing '\+' or '-' in .* option\.)/s,
    /^()('.*' is not a valid (?:option\.|pyversion option)|Cannot use (?:both )?"[\w-]+" (?:and|with) .*)/s,
    /^()(non-whitespace stripped by dedent)/,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    const option = /option:? (?:value: \(option: )?"?:?([\w-]+)/.exec(match[2]!)?.[1]
    const at = option
      ? context.source.slice(message.offset, message.endOffset).search(new RegExp(`:${option.replace(/[^\w-]/g, '')}:`))
      : -1
    const offset = message.offset + at
    return {
      ...(at >= 0 ? { offset, endOffset: offset + option!.length + 2 } : place),
      message: `Invalid option${match[1] ? ` of the directive ${quoted(match[1])}` : ''}: ${oneLine(match[2]!).replace(/\.$/, '')}`,
    }
  },
})
