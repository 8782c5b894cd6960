/** Markdown prose of a model as reStructuredText: CommonMark with GFM's tables and strike-through.
 *
 * What RST cannot say (HTML, images in a sentence, marks inside marks, task lists) is a problem with its place in the Markdown.
 */
import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Goal, Path } from '../goal/index.ts'
import { columnWidth } from '../rst/index.ts'
import { indent } from './text.ts'

/** What RST cannot say; `offset` counts in the Markdown. */
export interface MarkdownProblem {
  message: string
  offset: number
  endOffset: number
}

/** Adornments of Markdown's headings; sections of the document take the ones before. */
const adornments = ['~', '^', '"', "'", '`', '.']

/** Markdown as RST, and what could not be said. */
export function markdownToRst(markdown: string): { rst: string; problems: MarkdownProblem[] } {
  const problems: MarkdownProblem[] = []
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  return { rst: blocks(tree.children, problems), problems }
}

/** The goal with all its Markdown written as RST; `problems` by the path of the value. */
export function withoutMarkdown(goal: Goal): { goal: Goal; problems: (MarkdownProblem & { path: Path })[] } {
  const problems: (MarkdownProblem & { path: Path })[] = []
  const converted = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item, index) => converted(item, [...path, index]))
    if ('markdown' in value) {
      const { rst, problems: found } = markdownToRst(String(value.markdown))
      problems.push(...found.map((problem) => ({ ...problem, path })))
      return rst
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item, [...path, key])]))
  }
  return { goal: converted(goal, []) as Goal, problems }
}

function problem(node: Nodes, what: string, problems: MarkdownProblem[]): string {
  problems.push({
    message: `Unexpected ${what}, expected what reStructuredText can say`,
    offset: node.position?.start.offset ?? 0,
    endOffset: node.position?.end.offset ?? 0,
  })
  return ''
}

function blocks(nodes: readonly RootContent[], problems: MarkdownProblem[]): string {
  const texts: string[] = []
  nodes.forEach((node, index) => {
    const text = block(node, problems)
    if (text === '') return
    // Two lists in a row, and a list and a quotation, are told apart by an empty comment.
    const before = nodes[index - 1]?.type
    if (
      (node.type === 'list' && before === 'list') ||
      (node.type === 'blockquote' && (before === 'list' || before === 'blockquote'))
    )
      texts.push('..')
    texts.push(text)
  })
  return texts.join('\n\n')
}

function block(node: RootContent, problems: MarkdownProblem[]): string {
  switch (node.type) {
    case 'paragraph':
      return startSafe(inline(node.children, problems))
    case 'heading': {
      const title = startSafe(inline(node.children, problems).replace(/\n/g, ' '))
      return title === '' ? '' : `${title}\n${(adornments[node.depth - 1] ?? '.').repeat(columnWidth(title))}`
    }
    case 'code':
      return node.lang
        ? `.. code-block:: ${node.lang}\n\n${indent(node.value, 3)}`
        : node.value.trim() === ''
          ? ''
          : `::\n\n${indent(node.value, 2)}`
    case 'blockquote':
      return indent(blocks(node.children, problems), 2)
    case 'thematicBreak':
      return '----'
    case 'list':
      return node.children
        .map((item, index) => {
          if (item.checked !== null && item.checked !== undefined) problem(item, 'a task list', problems)
          const marker = node.ordered ? `${(node.start ?? 1) + index}.` : '*'
          return `${marker} ${indent(blocks(item.children, problems), marker.length + 1).trimStart()}`.trimEnd()
        })
        .join(node.spread || node.children.some((item) => item.spread || item.children.length > 1) ? '\n\n' : '\n')
    case 'table':
      return table(node, problems)
    case 'html':
      return problem(node, 'HTML', problems)
    case 'definition':
      return ''
    default:
      return problem(node, node.type, problems)
  }
}

/** A paragraph must not begin like a list, a field, a directive, a table or an option. */
function startSafe(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      /^(?:[-+*•‣⁃](?:\s|$)|\(?(?:[#\w]+)[.)](?:\s|$)|\.\.(?:\s|$)|__(?:\s|$)|>>>|:[^:]+:(?:\s|$)|--?\w|\/\w|\|\s|\+[-=]|={2,}\s)/.test(
        line,
      )
        ? `\\${line}`
        : line,
    )
    .join('\n')
}

interface Piece {
  text: string
  marked: boolean
}

function inline(nodes: readonly PhrasingContent[], problems: MarkdownProblem[], within?: string): string {
  const pieces = nodes.map((node) => phrase(node, problems, within)).filter(({ text }) => text !== '')
  // Marked text wants white space or punctuation around it; an escaped space is neither seen nor printed.
  return pieces
    .map((piece, index) => {
      const before = pieces[index - 1]
      const touching =
        before &&
        ((piece.marked && /[^\s\-:/'"<([{]$/.test(before.text)) || (before.marked && /^[^\s\-.,:;!?/'")\]}>\\]/.test(piece.text)))
      return (touching ? '\\ ' : '') + piece.text
    })
    .join('')
}

function phrase(node: PhrasingContent, problems: MarkdownProblem[], within?: string): Piece {
  const mark = (open: string, text: string, close = open): Piece => ({
    text: text.trim() === '' ? text : `${open}${text}${close}`,
    marked: text.trim() !== '',
  })
  if (within && !['text', 'break'].includes(node.type)) {
    problem(node, `${node.type} inside ${within}`, problems)
    return { text: 'value' in node ? escaped(node.value) : '', marked: false }
  }
  switch (node.type) {
    case 'text':
      return { text: escaped(node.value), marked: false }
    case 'emphasis':
      return mark('*', inline(node.children, problems, 'emphasis'))
    case 'strong':
      return mark('**', inline(node.children, problems, 'strong'))
    case 'inlineCode':
      if (/^\s|\s$/.test(node.value)) problem(node, 'code with white space around it', problems)
      return mark('``', node.value.trim())
    case 'link': {
      const text = inline(node.children, problems, 'link')
      const url = node.url.replace(/[\s<>\\`]/g, (character) => encodeURIComponent(character))
      if (text === escaped(node.url) || `mailto:${text}` === node.url)
        return { text: node.url.replace(/^mailto:/, ''), marked: false }
      return mark('`', `${text} <${/_$/.test(url) ? `${url.slice(0, -1)}\\_` : url}>`, '`__')
    }
    case 'break':
      problem(node, 'a hard line break', problems)
      return { text: '\n', marked: false }
    case 'html':
      return { text: problem(node, 'HTML', problems), marked: false }
    default:
      return { text: problem(node, node.type, problems), marked: false }
  }
}

/** Characters that RST would take for markup. */
function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[*`|]/g, '\\$&')
    .replace(/_(?=\W|$)/g, '\\_')
    .replace(/(^|[^\w])_(?=`)/g, '$1\\_')
}

function table(node: Table, problems: MarkdownProblem[]): string {
  const rows = node.children.map((row) => row.children.map((cell) => inline(cell.children, problems).replace(/\n/g, ' ')))
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) => Math.max(1, ...rows.map((row) => columnWidth(row[at] ?? ''))))
  const rule = (character: string) => `+${widths.map((width) => character.repeat(width + 2)).join('+')}+`
  const line = (row: string[]) =>
    `|${widths.map((width, at) => ` ${row[at] ?? ''}${' '.repeat(width - columnWidth(row[at] ?? ''))} `).join('|')}|`
  const [head = [], ...body] = rows
  return [rule('-'), line(head), rule('='), ...body.flatMap((row) => [line(row), rule('-')])].join('\n')
}
