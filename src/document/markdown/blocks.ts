/** Blocks of Markdown: paragraphs, headings, lists, quotations, code, images. */
import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  ThematicBreak,
} from 'mdast'
import { docutilsMessages } from '../../rst/index.ts'
import { withoutBlankEnds } from '../../text/index.ts'
import { writeHeading } from '../heading.ts'
import type { Run } from '../plain.ts'
import { indent } from '../text.ts'
import { linesOf, onOneLine, writeLines } from './runs.ts'
import { writeTable } from './table.ts'
import { imageOptions, report, uri, type Writing } from './writing.ts'

/** The element that contains the blocks. */
export type Container = 'prose' | 'item' | 'quote' | 'footnote'

export function writeBlocks(
  nodes: readonly (BlockContent | DefinitionContent | RootContent)[],
  writing: Writing,
  container: Container,
): string {
  let text = ''
  let before: string | undefined
  nodes.forEach((node, index) => {
    const own =
      node.type === 'thematicBreak' ? transition(node, nodes, index, writing, container) : writeBlock(node, writing, container)
    if (own === '') return
    // An empty comment ends a list, and separates an indented block from a construct that would include it.
    const isIndented = own.startsWith(' ')
    const ended =
      before === undefined
        ? isIndented && container !== 'prose'
        : (isIndented && !/^paragraph|^heading/.test(before)) || (node.type === 'list' && before === 'list')
    if (ended) text += `${text === '' ? '' : '\n\n'}..`
    text += (text === '' ? '' : '\n\n') + own
    before = own.startsWith('..') ? 'directive' : own.startsWith('|') ? 'line_block' : node.type
  })
  return text
}

function writeBlock(node: BlockContent | DefinitionContent | RootContent, writing: Writing, container: Container): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, writing, container)
    case 'heading':
      return heading(node, writing, container)
    case 'code':
      return code(node, writing)
    case 'blockquote':
      return indent(writeBlocks(node.children, writing, 'quote'), 2)
    case 'list':
      return list(node, writing)
    case 'table':
      return writeTable(node, writing)
    case 'html':
      report(writing, node, 'HTML cannot be written as reStructuredText; use Markdown')
      return ''
    // Definitions are written where they are used: see `openWriting`.
    case 'definition':
    case 'footnoteDefinition':
      return ''
    default:
      report(writing, node, `\`${node.type}\` cannot be written as reStructuredText`)
      return ''
  }
}

function paragraph(node: Paragraph, writing: Writing, container: Container, box: string = ''): string {
  const image = box === '' ? imageAlone(node, writing) : undefined
  if (image !== undefined) return image
  const lines = linesOf(node.children, writing)
  const [first = [], ...more] = lines
  const boxed = box === '' ? lines : [withBox(box, first), ...more]
  return writeLines(node, boxed, writing, container === 'quote' ? 'quote' : 'paragraph')
}

/** The line after the checkbox of a task. */
function withBox(box: string, line: readonly Run[]): Run[] {
  const [first, ...rest] = line
  if (!first) return [{ mark: 'text', text: box }]
  return first.mark === 'text'
    ? [{ ...first, text: `${box} ${first.text}` }, ...rest]
    : [{ mark: 'text', text: `${box} ` }, ...line]
}

/** A paragraph with only an image, which may be a link. */
function imageAlone({ children }: Paragraph, writing: Writing): string | undefined {
  const [only, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (!only || more.length > 0) return undefined
  const target =
    only.type === 'link' ? only.url : only.type === 'linkReference' ? writing.definition(only.identifier)?.url : undefined
  const image =
    target === undefined
      ? only
      : (only as { children: PhrasingContent[] }).children.length === 1
        ? (only as { children: PhrasingContent[] }).children[0]
        : undefined
  if (image?.type !== 'image' && image?.type !== 'imageReference') return undefined
  // Errors in the link are reported where links are written.
  if (target !== undefined && (uri(target) === '' || (only.type === 'link' && only.title))) return undefined
  const options = imageOptions(image, writing, target === undefined ? undefined : uri(target))
  return options === undefined ? '' : `.. image:: ${options}`
}

/** The level of a heading is its depth below the headings before it, because RST does not skip levels. */
function heading(node: Heading, writing: Writing, container: Container): string {
  if (container !== 'prose') {
    report(writing, node, 'A heading is not allowed in a list, a quotation or a footnote')
    return ''
  }
  const runs = linesOf(node.children, writing).flatMap((line, index): Run[] => [
    ...(index > 0 ? [{ mark: 'text' as const, text: ' ' }] : []),
    ...line.map(onOneLine),
  ])
  if (runs.length === 0) return ''
  while ((writing.headings.at(-1) ?? 0) >= node.depth) writing.headings.pop()
  const adornment = writing.adornments[writing.headings.length]
  writing.headings.push(node.depth)
  if (adornment === undefined) {
    report(
      writing,
      node,
      writing.adornments.length === 0
        ? 'A heading here would start a new section of the document; use `sections` for it'
        : 'The headings are nested too deeply for this document',
    )
    return ''
  }
  const title = writeLines(node, [runs], writing, 'paragraph')
  return title === '' ? '' : writeHeading(title, adornment)
}

function code(node: Code, writing: Writing): string {
  if (node.meta) report(writing, node, 'reStructuredText cannot hold the words after the language of a code block')
  const body = withoutBlankEnds(node.value)
  if (body.trim() === '') return ''
  if (node.lang && isKnownLanguage(node.lang)) return `.. code-block:: ${node.lang}\n\n${indent(body, 3)}`
  return `::\n\n${indent(body, 2)}`
}

/** Whether docutils knows a language, since it warns about others. Our parser reports this for a role, but not for a directive. */
function isKnownLanguage(language: string): boolean {
  return /^[\w+#.-]+$/.test(language) && docutilsMessages(`.. role:: x(code)\n   :language: ${language}\n\n:x:\`x\``).length === 0
}

/** A transition must be between two blocks, and may not begin or end a section. */
function transition(node: ThematicBreak, nodes: readonly Nodes[], at: number, writing: Writing, container: Container): string {
  const says = ({ type }: Nodes) => type !== 'definition' && type !== 'footnoteDefinition'
  const before = nodes.slice(0, at).findLast(says)
  const after = nodes.slice(at + 1).find(says)
  const fits = (neighbour: Nodes | undefined) =>
    neighbour !== undefined && neighbour.type !== 'heading' && neighbour.type !== 'thematicBreak'
  if (container === 'prose' && fits(before) && fits(after)) return '----'
  report(writing, node, 'A thematic break is only allowed between two blocks of a section')
  return ''
}

function list(node: List, writing: Writing): string {
  const isLoose = node.spread || node.children.some((item) => item.spread || item.children.length > 1)
  return node.children
    .map((item, index) => {
      const marker = node.ordered ? `${(node.start ?? 1) + index}.` : '*'
      return `${marker} ${indent(listItem(item, writing), marker.length + 1).trimStart()}`.trimEnd()
    })
    .join(isLoose ? '\n\n' : '\n')
}

/** The checkbox of a task list stays as text, as in Markdown. */
function listItem({ checked, children }: ListItem, writing: Writing): string {
  if (typeof checked !== 'boolean') return writeBlocks(children, writing, 'item')
  const box = checked ? '[x]' : '[ ]'
  const [first, ...rest] = children
  const lead = first?.type === 'paragraph' ? paragraph(first, writing, 'item', box) : box
  const body = writeBlocks(first?.type === 'paragraph' ? rest : children, writing, 'item')
  return body === '' ? lead : `${lead}\n\n${body}`
}
