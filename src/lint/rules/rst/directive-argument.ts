import { oneLine } from '../../../text/index.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const directiveArgument = docutilsRule({
  name: 'rst/directive-argument',
  severity: 'error',
  what: 'A directive with too many, too few or wrong arguments, or with a file that is not there',
  why: 'docutils drops the directive and shows its source as an error.',
  wrong: ['.. image::\n'],
  right: ['.. image:: mars.png\n'],
  messages: [
    /^Error in "([^"]*)" directive:\s+(\d+ argument\(s\) required, \d+ supplied|maximum \d+ argument\(s\) allowed, \d+ supplied|no arguments permitted.*)/s,
    /^Invalid (?:class attribute value for|argument for) "([^"]*)" directive:\s*(.*)/s,
    /^Invalid (?:context: )?the "([^"]*)" directive (.*)/s,
    /^Invalid (?:character code): ()(.*)/s,
    /^exception while evaluating (only) directive expression: (.*)/s,
    /^Problems with "([^"]*)" directive path:\n(?:InputError: )?\[Errno 2\] No such file or directory: '(.*)'\.$/s,
    /^Invalid context: the "([^"]*)" directive (.*)/s,
  ],
  say(match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    if (match[0].startsWith('Problems'))
      return { ...place, message: `Missing file ${quoted(match[2]!)}`, data: { actual: match[2]! } }
    if (match[1] === 'only')
      return {
        ...place,
        message: `Invalid expression ${quoted(text.replace(/^.*?::\s*/, ''))}; \`only\` takes tags with \`and\`, \`or\` and \`not\``,
      }
    return {
      ...place,
      message: `Invalid arguments of the directive ${quoted(match[1] || 'unicode')}: ${plain(match[2]!)}`,
    }
  },
})

function plain(text: string): string {
  return oneLine(text).replace(/\.$/, '')
}
