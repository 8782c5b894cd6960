/** Finds the docstrings of a Python file: the text that documentation tools read, and the offset of each character in the file. */
import type { PartialParse, SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/python'

export interface Docstring {
  /** Without quotes, escapes and common indentation, like `inspect.cleandoc`. Ends with a newline unless empty. */
  text: string
  /** The offset in the file of each character of `text`, and of its end. */
  offsets: readonly number[]
  /** The white space in front of every line but the first. */
  margin: string
  isRaw: boolean
  /** The range of the literal in the file, with prefix and quotes. */
  start: number
  end: number
}

/** Why a file is not read to its end, and from where on. */
export interface PythonExcess {
  reason: string
  offset: number
}

/** The docstrings of modules, classes and functions in the order of the file. Formatted, bytes and joined strings are not docstrings. */
export function docstringsOf(source: string): { docstrings: Docstring[]; excess: PythonExcess | undefined } {
  const docstrings: Docstring[] = []
  const { tree, excess } = parsePython(source)
  tree.iterate({
    enter(reference) {
      // A node is an object of its own, made when it is asked for.
      if (reference.name !== 'Script' && reference.name !== 'Body') return
      const { name, node } = reference
      if (name === 'Body' && !/^(?:Class|Function)Definition$/.test(node.parent?.name ?? '')) return
      const string = firstString(node)
      const docstring = string && readDocstring(source, string.from, string.to)
      if (docstring) docstrings.push(docstring)
    },
  })
  return { docstrings, excess }
}

/** The levels of a file that are read: brackets, operators, blocks. 1,500 files of Debian have 81 at most; thousands overflow the stack. */
const mostLevels = 500

/** The tokens that are read after errors, before the parser is sure again: five for an error. 1,500 files of Debian have 127
 * at most in one, and each can take the time of hundreds of others.
 */
const mostUnsure = 500

/** What the parser has while it runs; its types leave these out. */
interface RunningParse extends PartialParse {
  /** Above zero for some tokens after an error. */
  recovering: number
  /** The readings that are still possible; three numbers in each for a level. */
  stacks: readonly { stack: readonly number[] }[]
}

/** The tree of a file, which ends where a limit is reached. */
function parsePython(source: string): { tree: Tree; excess: PythonExcess | undefined } {
  const parse = parser.startParse(source) as RunningParse
  let excess: PythonExcess | undefined
  let unsure = 0
  for (;;) {
    const tree = parse.advance()
    if (tree) return { tree, excess }
    if (excess) continue
    if (parse.recovering > 0) unsure++
    const levels = (parse.stacks[0]?.stack.length ?? 0) / 3
    if (levels > mostLevels) excess = { reason: `more than ${mostLevels} levels of nesting`, offset: parse.parsedPos }
    else if (unsure > mostUnsure) excess = { reason: 'too many syntax errors', offset: parse.parsedPos }
    if (excess) parse.stopAt(excess.offset)
  }
}

/** The string that is the first statement of a body; comments before it are ignored. */
function firstString(body: SyntaxNode): SyntaxNode | undefined {
  let statement = body.firstChild
  while (statement && (statement.name === ':' || statement.name === 'Comment')) statement = statement.nextSibling
  if (statement?.name === 'StatementGroup') statement = statement.firstChild
  const only = statement?.name === 'ExpressionStatement' ? statement.firstChild : null
  return only?.name === 'String' && !only.nextSibling ? only : undefined
}

/** A text, and the offset in the file of each of its UTF-16 code units. */
interface Placed {
  text: string
  offsets: readonly number[]
}

/** The docstring of the string literal between two offsets; `undefined` if it is empty or not a plain string. */
export function readDocstring(source: string, from: number, to: number): Docstring | undefined {
  const opening = /^([a-z]*)("""|'''|"|')/i.exec(source.slice(from, to))
  const [lead = '', prefix = '', quote = ''] = opening ?? []
  if (!opening || /[bf]/i.test(prefix) || !source.slice(from + lead.length, to).endsWith(quote)) return undefined
  const isRaw = /r/i.test(prefix)
  const end = to - quote.length
  const placed = literalText(source, from + lead.length, end, isRaw)
  const lines = linesOf(placed.text)
  const [first, ...rest] = lines
  const indents = rest.flatMap((line) => (isEmpty(line.text) ? [] : [indentOf(line.text)]))
  const margin = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0)
  /** The ranges of the lines without their indentation. */
  const kept = [first!, ...rest].map((line) => ({
    start: line.start + (line === first ? indentOf(line.text) : Math.min(margin, indentOf(line.text))),
    end: line.start + line.text.length,
    isEmpty: isEmpty(line.text),
  }))
  const [top, bottom] = [kept.findIndex((line) => !line.isEmpty), kept.findLastIndex((line) => !line.isEmpty)]
  if (top < 0) return undefined
  const ranges = kept.slice(top, bottom + 1)
  const text = ranges.map((range) => placed.text.slice(range.start, range.end)).join('')
  const offsets = ranges.flatMap((range) => placed.offsets.slice(range.start, range.end))
  const white = rest.find((line) => !isEmpty(line.text) && indentOf(line.text) === margin)?.text.slice(0, margin) ?? ''
  const found = { margin: white, isRaw, start: from, end: to }
  const last = offsets.at(-1)!
  if (text.endsWith('\n')) return { text, offsets: [...offsets, last], ...found }
  return { text: `${text}\n`, offsets: [...offsets, last + 1, last + 1], ...found }
}

/** The lines, each with its newline and where it starts. */
function linesOf(text: string): { text: string; start: number }[] {
  let start = 0
  return text.split(/(?<=\n)/).map((line) => {
    const found = { text: line, start }
    start += line.length
    return found
  })
}

function isEmpty(line: string): boolean {
  return line.trim() === ''
}

function indentOf(line: string): number {
  let indent = 0
  while (line[indent] === ' ' || line[indent] === '\t') indent++
  return indent
}

/** One-letter escapes of Python's string literals (Python language reference, 2.4.1.1). */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const numeric = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{1,3})|N\{[^}]*\})/i

/** The text of a literal, with line ends as `\n`. */
function literalText(source: string, from: number, to: number, isRaw: boolean): Placed {
  let text = ''
  const offsets: number[] = []
  const add = (value: string, offset: number) => {
    text += value
    for (let unit = 0; unit < value.length; unit++) offsets.push(offset)
  }
  for (let at = from; at < to; ) {
    const value = source[at]!
    if (value === '\r') {
      add('\n', at)
      at += source[at + 1] === '\n' ? 2 : 1
      continue
    }
    if (value !== '\\' || isRaw) {
      add(value, at)
      at++
      continue
    }
    const next = source[at + 1] ?? ''
    if (next === '\n' || next === '\r') {
      at += source.startsWith('\r\n', at + 1) ? 3 : 2
      continue
    }
    const number = numeric.exec(source.slice(at + 1, at + 40))
    if (number) {
      const [whole, two, four, eight, octal] = number
      const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(two ?? four ?? eight ?? 'fffd', 16)
      add(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD', at)
      at += 1 + whole.length
      continue
    }
    // Python keeps the backslash of an unknown escape.
    add(escapes[next] ?? '\\', at)
    at += next in escapes ? 2 : 1
  }
  return { text, offsets }
}
