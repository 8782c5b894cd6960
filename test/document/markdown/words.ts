/** The words of a Markdown text and of its reStructuredText, which must be the same. */
import type { Definition, Link, LinkReference, Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { isElement, parseRst, type RstNode } from '../../../src/rst/index.ts'

/** The words of the text, in order, and those of the footnotes, in any order. */
export interface Words {
  text: string[]
  footnotes: string[]
}

function split(text: string): string[] {
  return text.split(/[\s\x1c-\x1f\x85]+/).filter((word) => word !== '')
}

export function wordsOfMarkdown(markdown: string): Words {
  const footnotes: string[] = []
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const definitions = definitionsIn(tree)
  const urlOf = (node: Link | LinkReference) =>
    node.type === 'link' ? node.url : (definitions.find(({ identifier }) => identifier === node.identifier)?.url ?? '')
  const text = (node: Nodes): string => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return node.value
      case 'code':
        return `\n${node.value}\n`
      case 'image':
      case 'imageReference':
        return split(node.alt ?? '').join(' ')
      case 'break':
        return '\n'
      case 'link':
      case 'linkReference': {
        const own = node.children.map(text).join('')
        return split(own).length === 0 && !hasMark(node) ? urlOf(node) : own
      }
      case 'footnoteDefinition':
        footnotes.push(...split(node.children.map(text).join('\n')))
        return ''
      case 'listItem':
        return `\n${typeof node.checked === 'boolean' ? (node.checked ? '[x] ' : '[ ] ') : ''}${node.children.map(text).join('\n')}\n`
      default:
        if (!('children' in node)) return ''
        return node.children
          .map(text)
          .join(['paragraph', 'heading', 'emphasis', 'strong', 'tableCell'].includes(node.type) ? '' : '\n')
    }
  }
  return { text: split(text(tree)), footnotes: footnotes.sort() }
}

function definitionsIn(node: Nodes): Definition[] {
  return node.type === 'definition' ? [node] : 'children' in node ? node.children.flatMap(definitionsIn) : []
}

function hasMark(node: Nodes): boolean {
  return (
    ['image', 'imageReference', 'footnoteReference'].includes(node.type) || ('children' in node && node.children.some(hasMark))
  )
}

const inline = new Set([
  'paragraph',
  'title',
  'emphasis',
  'strong',
  'literal',
  'reference',
  'literal_block',
  'line',
  'inline',
  'problematic',
])

export function wordsOfRst(rst: string): Words {
  const footnotes: string[] = []
  const tree = parseRst(rst)
  const images = new Map<string, string>()
  const text = (node: RstNode): string => {
    if (!isElement(node)) return node.value
    if (node.type === 'image') return String(node.attributes.alt ?? '')
    if (node.type === 'substitution_reference') return images.get(String(node.attributes.refname)) ?? '(no image)'
    if (['substitution_definition', 'comment', 'footnote_reference', 'label', 'system_message'].includes(node.type)) return ''
    const own = node.children.map(text).join(inline.has(node.type) ? '' : '\n')
    if (node.type !== 'footnote') return own
    footnotes.push(...split(own))
    return ''
  }
  const collect = (node: RstNode): void => {
    if (!isElement(node)) return
    if (node.type === 'substitution_definition')
      images.set(String((node.attributes.names as string[])[0]), node.children.map(text).join(''))
    node.children.forEach(collect)
  }
  collect(tree)
  return { text: split(text(tree)), footnotes: footnotes.sort() }
}
