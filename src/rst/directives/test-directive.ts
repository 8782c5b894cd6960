/** `restructuredtext-test-directive`, which shows its input. */
import { repr } from '../python.ts'
import { type Directive, quotedSource } from './directive.ts'
import { unchangedRequired } from './options.ts'
import { textOf } from './parts.ts'

export const testDirective: Directive = {
  names: ['restructuredtext-test-directive'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: { option: unchangedRequired },
  content: true,
  run(invocation) {
    const { parser, call, name, content, line, start, end } = invocation
    const options = [...invocation.options].map(([option, value]) => `${repr(option)}: ${repr(value)}`).join(', ')
    const text = `Directive processed. Type="${name}", arguments=${repr(invocation.arguments)}, options={${options}}, content:`
    if (content.length === 0) return [parser.message(1, `${text} None`, line, { start, end })]
    const literal = quotedSource(parser, call)
    literal.children = [textOf(invocation, content)]
    return [parser.message(1, text, line, { start, end }, [literal])]
  },
}
