/** Directives for substitution definitions only: `replace`, `unicode`, `date`. */
import { offsetAt } from '../lines.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { words } from '../whitespace.ts'
import { type Directive, fail, failure, type Invocation, missingContent } from './directive.ts'
import { characterOf, flag } from './options.ts'
import { extentOfLines, looseNodes } from './parts.ts'
import { formatTime } from './strftime.ts'

/** The error if such a directive is used outside of a substitution definition; otherwise `undefined`. */
function invalidContext(invocation: Invocation): RstNode[] | undefined {
  if (invocation.call.substitution) return undefined
  const { name } = invocation
  return fail(invocation, 3, `Invalid context: the "${name}" directive can only be used within a substitution definition.`)
}

export const replace: Directive = {
  names: ['replace'],
  content: true,
  run(invocation) {
    const wrong = invalidContext(invocation) ?? missingContent(invocation)
    if (wrong) return wrong
    const { parser, name, line, start, end } = invocation
    let paragraph: ElementNode | undefined
    const messages: ElementNode[] = []
    for (const node of looseNodes(invocation) as ElementNode[]) {
      if (!paragraph && node.type === 'paragraph') paragraph = node
      else if (node.type === 'system_message') {
        delete node.attributes.backrefs
        messages.push(node)
      } else {
        const text = `Error in "${name}" directive: may contain a single paragraph only.`
        return [parser.message(3, text, line, { start, end })]
      }
    }
    return [...messages, ...(paragraph?.children ?? [])]
  },
}

export const unicode: Directive = {
  names: ['unicode'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: { trim: flag, ltrim: flag, rtrim: flag },
  run(invocation) {
    const wrong = invalidContext(invocation)
    if (wrong) return wrong
    const { parser, options, argumentLines } = invocation
    const { attributes } = invocation.call.substitution as ElementNode
    if (options.has('trim') || options.has('ltrim')) attributes.ltrim = 1
    if (options.has('trim') || options.has('rtrim')) attributes.rtrim = 1
    const nodes: RstNode[] = []
    for (const line of argumentLines) {
      const comment = /(?: |^)\.\. /.exec(line.text)
      const text = comment ? line.text.slice(0, comment.index) : line.text
      let index = 0
      for (const code of words(text)) {
        index = text.indexOf(code, index)
        const character = characterOf(code)
        if ('problem' in character) {
          return [failure(invocation, 3, `Invalid character code: ${code}\nValueError: ${character.problem}`)]
        }
        nodes.push(parser.text(character.value, offsetAt(line, index), offsetAt(line, index + code.length)))
        index += code.length
      }
      if (comment) break
    }
    return nodes
  },
}

export const date: Directive = {
  names: ['date'],
  content: true,
  run(invocation) {
    const wrong = invalidContext(invocation)
    if (wrong) return wrong
    const { parser, content } = invocation
    const format = content.map((line) => line.text).join('\n') || '%Y-%m-%d'
    const at = extentOfLines(invocation, content)
    return [parser.text(formatTime(format, parser.options.clock()), at.start, at.end)]
  },
}
