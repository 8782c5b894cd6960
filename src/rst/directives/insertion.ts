/** `include` and `raw`. Nothing outside of the document is ever read: they say so as docutils does with file insertion disabled. */
import { words } from '../whitespace.ts'
import { type Directive, fail, missingContent } from './directive.ts'
import { anyInteger, classNames, encoding, flag, path, unchanged, unchangedRequired, uri } from './options.ts'
import { addClasses, elementOf, textOf } from './parts.ts'

export const include: Directive = {
  names: ['include'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: {
    literal: flag,
    code: unchanged,
    encoding,
    parser: unchanged,
    'tab-width': anyInteger,
    'start-line': anyInteger,
    'end-line': anyInteger,
    'start-after': unchangedRequired,
    'end-before': unchangedRequired,
    class: classNames,
    name: unchanged,
    'number-lines': unchanged,
  },
  run: (invocation) => fail(invocation, 2, `"${invocation.name}" directive disabled.`),
}

export const raw: Directive = {
  names: ['raw'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: { file: path, url: uri, encoding, class: classNames },
  content: true,
  run(invocation) {
    const { parser, options, name } = invocation
    if (!parser.options.rawEnabled || options.has('file') || options.has('url')) {
      return fail(invocation, 2, `"${name}" directive disabled.`)
    }
    const missing = missingContent(invocation)
    if (missing) return missing
    const format = words((invocation.arguments[0] as string).toLowerCase()).join(' ')
    const node = elementOf(invocation, 'raw', { format, 'xml:space': 'preserve' })
    node.children.push(textOf(invocation, invocation.content))
    addClasses(invocation, node)
    return [node]
  },
}
