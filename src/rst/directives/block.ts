/** Splits a directive's block into arguments, options and content (the specification's *Directives*). */
import type { Parser } from '../context.ts'
import { type Block, commonIndent, dedent, joinLines, type Line } from '../lines.ts'
import { plainText } from '../plain-text.ts'
import { repr } from '../python.ts'
import { leadingWhitespace, words } from '../whitespace.ts'
import type { Directive, DirectiveCall } from './directive.ts'
import type { Converter, OptionValue } from './options.ts'

/** The parts of a directive's block. */
export interface DirectiveBlock {
  arguments: string[]
  argumentLines: Block
  options: Map<string, OptionValue>
  optionLines: Map<string, Block>
  content: Block
  contentOffset: number
}

/** The part of a directive or role that says what its block may contain. */
export type BlockShape = Pick<
  Directive,
  'requiredArguments' | 'optionalArguments' | 'finalArgumentWhitespace' | 'options' | 'content'
>

/** The lines after `.. name::`, without their indentation. docutils: `get_first_known_indented`. */
export function bodyLines({ lines, column }: Pick<DirectiveCall, 'lines' | 'column'>): Line[] {
  const indent = commonIndent(lines.slice(1))
  return lines.map((line, i) => dedent(line, i === 0 ? column : indent))
}

/** Splits a block, or returns docutils' error message. `presets` are options that are already set. */
export function readBlock(
  body: Block,
  shape: BlockShape,
  parser: Parser,
  presets: readonly [string, OptionValue][] = [],
): DirectiveBlock | { problem: string } {
  const takesArguments = (shape.requiredArguments ?? 0) + (shape.optionalArguments ?? 0) > 0
  let first = 0
  let end = body.length
  if (body[0]?.text === '') first = 1
  while (end > first && body[end - 1]!.text === '') end--
  const offset = body[0] ? body[0].number + first : 0

  let argumentLines: Block = []
  let content: Block = body.slice(first, end)
  let contentOffset = offset
  let blank = first
  if (content.length > 0 && (takesArguments || shape.options)) {
    while (blank < end && body[blank]!.text !== '') blank++
    argumentLines = body.slice(first, blank)
    content = body.slice(blank + 1, end)
    contentOffset = offset + (blank - first) + 1
  }

  const options = new Map<string, OptionValue>()
  let optionLines = new Map<string, Block>()
  if (shape.options) {
    for (const [name, value] of presets) options.set(name, value)
    const start = argumentLines.findIndex(({ text }) => fieldMarker.test(text))
    if (start >= 0) {
      const read = readOptions(argumentLines.slice(start), shape.options, parser)
      if ('problem' in read) return read
      for (const [name, value] of read.options) options.set(name, value)
      optionLines = read.lines
      argumentLines = argumentLines.slice(0, start)
    }
  }
  if (argumentLines.length > 0 && !takesArguments) {
    // Without arguments, text before the options is content. docutils counts its lines as if there were no options.
    content = renumber([...argumentLines, ...body.slice(blank, end)], offset)
    contentOffset = offset
    argumentLines = []
  }
  let top = 0
  while (top < content.length && content[top]!.text === '') top++
  content = content.slice(top)
  contentOffset += top

  let values: string[] = []
  if (takesArguments) {
    const read = readArguments(argumentLines, shape)
    if ('problem' in read) return read
    values = read.values
  }
  if (content.length > 0 && !shape.content) return { problem: 'no content permitted' }
  const indented = leadingWhitespace(argumentLines[0]?.text ?? '')
  if (indented > 0) argumentLines = [dedent(argumentLines[0] as Line, indented), ...argumentLines.slice(1)]
  return { arguments: values, argumentLines, options, optionLines, content, contentOffset }
}

/** Lines that are numbered consecutively from the first. */
function renumber(lines: Block, first: number): Line[] {
  return lines.map((line, i) =>
    line.number === first + i ? line : { ...line, number: first + i, origin: line.origin ?? line.number },
  )
}

function readArguments(lines: Block, shape: BlockShape): { values: string[] } | { problem: string } {
  const required = shape.requiredArguments ?? 0
  const most = required + (shape.optionalArguments ?? 0)
  const text = joinLines(lines)
  const values = lines.length === 0 ? [] : words(text)
  if (values.length < required) return { problem: `${required} argument(s) required, ${values.length} supplied` }
  if (values.length <= most) return { values }
  if (!shape.finalArgumentWhitespace) return { problem: `maximum ${most} argument(s) allowed, ${values.length} supplied` }
  return { values: splitWords(text, most) }
}

/** At most `count` words; the last one contains the rest. Python: `text.split(None, count - 1)`. */
function splitWords(text: string, count: number): string[] {
  const found: string[] = []
  let rest = text.slice(leadingWhitespace(text))
  while (found.length < count - 1) {
    const word = words(rest)[0] as string
    found.push(word)
    rest = rest.slice(word.length)
    rest = rest.slice(leadingWhitespace(rest))
  }
  return [...found, rest]
}

/** The start of a field: `:name:`. No space or backquote may follow a colon inside the name. */
export const fieldMarker = /^:(?![: ])((?:[^:\\]|\\.|:(?!(?:[ `]|$)))*)(?<! ):(?: +|$)/

interface ReadOptions {
  options: Map<string, OptionValue>
  lines: Map<string, Block>
}

function readOptions(lines: Block, spec: Readonly<Record<string, Converter>>, parser: Parser): ReadOptions | { problem: string } {
  const fields: { name: string; hasMessages: boolean; value: Line[] }[] = []
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line
    const marker = fieldMarker.exec(line.text)
    if (!marker) return { problem: 'invalid option block' }
    let end = i + 1
    while (end < lines.length && lines[end]!.text.charCodeAt(0) === 32) end++
    const indent = commonIndent(lines.slice(i + 1, end))
    const value = lines.slice(i, end).map((part, j) => dedent(part, j === 0 ? marker[0].length : indent))
    if (value[0]!.text === '') value.shift()
    // docutils numbers the lines of the options separately.
    fields.push({ ...optionName(marker[1] as string, line, i + 1, parser), value })
    i = end
  }
  const read: ReadOptions = { options: new Map(), lines: new Map() }
  for (const { name, hasMessages, value } of fields) {
    // docutils checks all names first, then their values.
    if (words(name).length !== 1) {
      return { problem: 'invalid option data: extension option field name may not contain multiple words' }
    }
    if (hasMessages) {
      // A line break comes where the value is expected.
      return {
        problem: `invalid option data: extension option field body may contain\na single paragraph only (option "${name}")`,
      }
    }
    read.lines.set(name, value)
  }
  for (const { name, value } of fields) {
    const converter = Object.hasOwn(spec, name) ? spec[name] : undefined
    if (!converter) return { problem: `unknown option: "${name}"` }
    if (read.options.has(name)) return { problem: `invalid option data: duplicate option "${name}"` }
    const text = value.length === 0 ? null : joinLines(value)
    const converted = converter(text, parser.docutils)
    if ('problem' in converted) {
      return { problem: `invalid option value: (option: "${name}"; value: ${repr(text)})\n${converted.problem}` }
    }
    read.options.set(name, converted.value)
  }
  return read
}

/** An option's name. Inline markup in it is parsed too, and its ids are counted. */
function optionName(written: string, line: Line, docutilsLine: number, parser: Parser): { name: string; hasMessages: boolean } {
  if (/^[a-zA-Z0-9-]+$/.test(written)) return { name: written.toLowerCase(), hasMessages: false }
  const source = { ...dedent(line, 1), text: written }
  const { nodes, messages } = parser.parseInline(parser.inlineSource([source], docutilsLine))
  return { name: nodes.map(plainText).join('').toLowerCase(), hasMessages: messages.length > 0 }
}
