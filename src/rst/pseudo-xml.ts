/** Prints a tree like docutils (`pformat`), so that the two can be compared with `diff`. */
import { resolveEscapes } from './escapes.ts'
import type { AttributeValue, ElementNode, RstNode } from './tree.ts'

const indentation = '    '

/** The tree as indented pseudo-XML, in docutils' form: without escapes, attributes sorted by name, without empty lists. */
export function toPseudoXml(node: RstNode): string {
  const out: string[] = []
  print(node, '', out)
  return out.join('')
}

function print(node: RstNode, indent: string, out: string[]): void {
  if (node.type === 'text') {
    const value = resolveEscapes((node as { value: string }).value)
    for (const line of value.split(/\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/)) out.push(indent, line, '\n')
    // Python's `splitlines()` returns no empty last line.
    if (value === '' || /[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]$/.test(value)) out.splice(-3)
    return
  }
  const element = node as ElementNode
  out.push(indent, startTag(element), '\n')
  // Some nodes have content that is not children, e.g. the data of a `pending`.
  const internals = element.data?.internals as readonly string[] | undefined
  if (internals) for (const line of internals) out.push(indent, indentation, line, '\n')
  for (const child of element.children) print(child, indent + indentation, out)
}

/** An element's start tag, e.g. `<bullet_list bullet="-">`. */
function startTag(node: ElementNode): string {
  let tag = `<${node.type}`
  for (const name of Object.keys(node.attributes).sort()) {
    const value = node.attributes[name]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    tag += ` ${name}="${attributeText(value)}"`
  }
  return `${tag}>`
}

function attributeText(value: AttributeValue): string {
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (Array.isArray(value)) return value.map((item) => String(item).replace(/\\/g, '\\\\').replace(/ /g, '\\ ')).join(' ')
  return String(value)
}
