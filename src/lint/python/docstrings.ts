/** Finds the docstrings of a Python file: the text that documentation tools read, and the offset of each character in the file. */
import type { SyntaxNode } from '@lezer/common'
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

/** The docstrings of modules, classes and functions in the order of the file. Formatted, bytes and joined strings are not docstrings. */
export function docstringsOf(source: string): Docstring[] {
  const found: Docstring[] = []
  parser.parse(source).iterate({
    enter({ name, node }) {
      if (name !== 'Script' && name !== 'Body') return
      if (name === 'Body' && !/^(?:Class|Function)Definition$/.test(node.parent?.name ?? '')) return
      const string = firstString(node)
      const docstring = string && readDocstring(source, string.from, string.to)
      if (docstring) found.push(docstring)
    },
  })
  return found
}

/** The string that is the first statement of a body; comments before it are ignored. */
function firstString(body: SyntaxNode): SyntaxNode | undefined {
  let statement = body.firstChild
  while (statement && (statement.name === ':' || statement.name === 'Comment')) statement = statement.nextSibling
  if (statement?.name === 'StatementGroup') statement = statement.firstChild
  const only = statement?.name === 'ExpressionStatement' ? statement.firstChild : null
  return only?.name === 'String' && !only.nextSibling ? only : undefined
}

interface Character {
  value: string
  offset: number
}

/** The docstring of the string literal between two offsets; `undefined` if it is empty or not a plain string. */
export function readDocstring(source: string, from: number, to: number): Docstring | undefined {
  const opening = /^([a-z]*)("""|'''|"|')/i.exec(source.slice(from, to))
  const [lead = '', prefix = '', quote = ''] = opening ?? []
  if (!opening || /[bf]/i.test(prefix) || !source.slice(from + lead.length, to).endsWith(quote)) return undefined
  const isRaw = /r/i.test(prefix)
  const end = to - quote.length
  const lines = linesOf(charactersOf(source, from + lead.length, end, isRaw))
  const indents = lines.slice(1).flatMap((line) => (isEmpty(line) ? [] : [indentOf(line)]))
  const margin = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0)
  const [first = [], ...rest] = lines
  const cleaned = [first.slice(indentOf(first)), ...rest.map((line) => line.slice(Math.min(margin, indentOf(line))))]
  while (cleaned.length > 0 && isEmpty(cleaned.at(-1)!)) cleaned.pop()
  while (cleaned.length > 0 && isEmpty(cleaned[0]!)) cleaned.shift()
  if (cleaned.length === 0) return undefined
  const characters = cleaned.flat()
  const white = rest.find((line) => !isEmpty(line) && indentOf(line) === margin)?.slice(0, margin) ?? []
  const text = characters.map(({ value }) => value).join('')
  // In UTF-16, a character outside of the basic plane has two units.
  const offsets = characters.flatMap(({ value, offset }) => Array.from({ length: value.length }, () => offset))
  const last = characters.at(-1)!
  if (last.value === '\n') return { text, offsets: [...offsets, last.offset], margin: textOf(white), isRaw, start: from, end: to }
  return {
    text: `${text}\n`,
    offsets: [...offsets, last.offset + 1, last.offset + 1],
    margin: textOf(white),
    isRaw,
    start: from,
    end: to,
  }
}

function textOf(characters: readonly Character[]): string {
  return characters.map(({ value }) => value).join('')
}

/** The lines, each with its newline. */
function linesOf(characters: readonly Character[]): Character[][] {
  const lines: Character[][] = [[]]
  for (const character of characters) {
    lines.at(-1)!.push(character)
    if (character.value === '\n') lines.push([])
  }
  return lines
}

function isEmpty(line: readonly Character[]): boolean {
  return line.every(({ value }) => /\s/.test(value))
}

function indentOf(line: readonly Character[]): number {
  const at = line.findIndex(({ value }) => value !== ' ' && value !== '\t')
  return at === -1 ? line.length : at
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

/** The characters of a literal, with line ends as `\n`. */
function charactersOf(source: string, from: number, to: number, isRaw: boolean): Character[] {
  const characters: Character[] = []
  for (let at = from; at < to; ) {
    const value = source[at]!
    if (value === '\r') {
      characters.push({ value: '\n', offset: at })
      at += source[at + 1] === '\n' ? 2 : 1
      continue
    }
    if (value !== '\\' || isRaw) {
      characters.push({ value, offset: at })
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
      characters.push({ value: code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD', offset: at })
      at += 1 + whole.length
      continue
    }
    // Python keeps the backslash of an unknown escape.
    characters.push({ value: escapes[next] ?? '\\', offset: at })
    at += next in escapes ? 2 : 1
  }
  return characters
}
