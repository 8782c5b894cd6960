/** Blocks whose lines are kept: `code`, `parsed-literal`, `line-block`, `math`. */
import { appendAll } from '../../text/index.ts'
import { type NestedLine, nestLines } from '../blocks/line-block.ts'
import { type Block, dedent, extent, type Line, offsetAt, originLine } from '../lines.ts'
import { parseInteger } from '../python.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { leadingWhitespace } from '../whitespace.ts'
import { type Directive, fail, type Invocation } from './directive.ts'
import { commonOptions, optionalInteger } from './options.ts'
import { addClasses, addName, attributesOf, elementOf, textOf } from './parts.ts'

const preserve = { 'xml:space': 'preserve' } as const

interface CodePart {
  classes: readonly string[]
  text: string
  /** Generated text, which is not in the source. */
  generated?: boolean
}

export const code: Directive = {
  names: ['code', 'code-block', 'sourcecode'],
  optionalArguments: 1,
  options: { ...commonOptions, 'number-lines': optionalInteger },
  content: 'required',
  run(invocation) {
    const { content, options } = invocation
    const language = invocation.arguments[0]
    const text = content.map((line) => line.text).join('\n')
    // The code stays in one piece, as with docutils' setting `syntax_highlight: none`.
    let parts: readonly CodePart[] = [{ classes: [], text }]
    const numbers = options.get('number-lines')
    if (typeof numbers === 'string' || typeof numbers === 'number') {
      const first = numbers === '' ? 1 : typeof numbers === 'number' ? numbers : parseInteger(numbers)
      if (first === undefined) return fail(invocation, 3, ':number-lines: with non-integer start value')
      parts = numbered(parts, first, first + content.length)
    }
    const node = elementOf(invocation, 'literal_block', { classes: language ? ['code', language] : ['code'], ...preserve })
    addClasses(invocation, node)
    addName(invocation, node)
    appendAll(node.children, codeNodes(invocation, parts))
    return [node]
  },
}

/** Parts with a number at the start of every line. All numbers are padded to the width of the last one. */
function numbered(parts: readonly CodePart[], first: number, afterLast: number): CodePart[] {
  const width = String(afterLast).length
  const number = (line: number): CodePart => ({ classes: ['ln'], text: `${String(line).padStart(width)} `, generated: true })
  const found: CodePart[] = [number(first)]
  let line = first
  for (const { classes, text } of parts) {
    const lines = text.split('\n')
    const last = lines.pop() as string
    for (const whole of lines) found.push({ classes, text: `${whole}\n` }, number(++line))
    found.push({ classes, text: last })
  }
  return found
}

function codeNodes({ parser, content }: Invocation, parts: readonly CodePart[]): RstNode[] {
  const places = placesOf(content)
  let index = 0
  return parts.map(({ classes, text, generated }) => {
    const start = places(index)
    if (!generated) index += text.length
    const end = Math.max(start, places(index))
    const node = parser.text(text, start, end)
    return classes.length > 0 ? parser.element('inline', start, end, { classes }, [node]) : node
  })
}

/** Returns a function from an index in the joined lines to its source offset; indexes must not decrease from call to call. */
function placesOf(lines: Block): (index: number) => number {
  let row = 0
  let start = 0
  return (index) => {
    while (row < lines.length - 1 && index > start + lines[row]!.text.length) start += lines[row++]!.text.length + 1
    return offsetAt(lines[row] as Line, index - start)
  }
}

export const parsedLiteral: Directive = {
  names: ['parsed-literal'],
  options: commonOptions,
  content: 'required',
  run(invocation) {
    const { parser, content, line, contentOffset } = invocation
    const { nodes, messages } = parser.parseInline(parser.inlineSource(content, line))
    const node = elementOf(invocation, 'literal_block', { ...attributesOf(invocation), ...preserve })
    node.data = { docutilsLine: contentOffset + 1 }
    appendAll(node.children, nodes)
    addName(invocation, node, contentOffset + 1)
    return [node, ...messages]
  },
}

export const lineBlock: Directive = {
  names: ['line-block'],
  options: commonOptions,
  content: 'required',
  run(invocation) {
    const { parser, content, line, contentOffset } = invocation
    const node = elementOf(invocation, 'line_block', {})
    node.data = { byDirective: true, hasOptions: invocation.optionLines.size > 0 }
    addClasses(invocation, node)
    const all: RstNode[] = []
    const lines: NestedLine[] = []
    let lastIndent = 0
    content.forEach((source, i) => {
      const indent = leadingWhitespace(source.text)
      const text = dedent(source, indent)
      // docutils adds the two numbers, although only the first would be right.
      const { nodes, messages } = parser.parseInline(parser.inlineSource([text], line + contentOffset + i))
      const at = extent([text])
      // An empty line has the depth of the line before it.
      if (text.text !== '') lastIndent = indent
      const node = parser.element('line', at.start, at.end, {}, nodes)
      if (parser.docutils.elementLine) node.data = { docutilsLine: originLine(invocation.call.lines[0]!) + i }
      lines.push({ node, indent: lastIndent })
      appendAll(all, messages)
    })
    node.children = nestLines(parser, lines, parser.options.nestingLimit)
    addName(invocation, node)
    return [node, ...all]
  },
}

export const math: Directive = {
  names: ['math'],
  options: commonOptions,
  content: 'required',
  run(invocation) {
    const { parser, content, contentOffset, options } = invocation
    const nodes: RstNode[] = []
    let kept: ElementNode['attributes'] = {}
    for (const lines of formulas(content)) {
      const at = extent(lines)
      const attributes = { ...attributesOf(invocation), ...kept, ...preserve }
      const node = parser.element('math_block', at.start, at.end, attributes, [textOf(invocation, lines)])
      addName(invocation, node, parser.docutils.imageLine ? originLine(invocation.call.lines[0]!) : contentOffset + 1)
      const label = options.get('label')
      if (typeof label === 'string') node.data = { options: { label } }
      // Only the first formula can have the name.
      const name = options.get('name')
      options.delete('name')
      if (parser.docutils.mathName && typeof name === 'string') kept = { name }
      nodes.push(node)
    }
    return nodes
  },
}

/** The formulas, separated by blank lines. The second of two blank lines belongs to the formula. Python: `split('\n\n')`. */
function formulas(content: Block): Block[] {
  const found: Block[] = []
  let start = 0
  for (let i = 0; i <= content.length; i++) {
    if (i < content.length && (content[i]!.text !== '' || i === start)) continue
    const lines = content.slice(start, i)
    if (lines.some(({ text }) => text !== '')) found.push(lines)
    start = i + 1
  }
  return found
}
