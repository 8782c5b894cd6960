/** Inline markup that goes on over its end, or that holds other markup. */
import { type ElementNode, innerText } from '../../../rst/index.ts'

/** Markup whose content is taken as it is, so that only an end mark in it is a slip. */
const literalTypes = new Set(['literal', 'math', 'raw'])

const marks: Readonly<Record<string, RegExp>> = {
  literal: /[^\s`]``(?=[\p{L}\p{N}])[^`]*\s``(?=[^\s`])/u,
  emphasis: /[^\s*]\*(?=[\p{L}\p{N}])[^*]*\s\*(?=[^\s*])/u,
  strong: /[^\s*]\*\*(?=[\p{L}\p{N}])[^*]*\s\*\*(?=[^\s*])/u,
}

/** What is wrong with the content of an element, if anything is. */
export function slipIn(node: ElementNode, source: string): string | undefined {
  // A bare address may hold backticks, as docutils reads them.
  if (node.type === 'reference' && !/[`|]__?$/.test(source.slice(node.position.start.offset, node.position.end.offset)))
    return undefined
  const content = innerText(node)
  if (marks[node.type]?.test(content)) return `Markup that does not end at its end mark, because a letter follows`
  if (literalTypes.has(node.type) || !content.includes('`')) return undefined
  if (/``[^`]+``|:[\w:+.-]{1,60}:`[^`]+`/.test(content) || (/^(?:emphasis|strong)$/.test(node.type) && /`[^`]+`/.test(content)))
    return `Markup inside of ${nameOf(node)}: its backticks are shown`
  return `Backtick inside of ${nameOf(node)}: it goes on over what should end it, or begins too early`
}

/** Where in the source of an element its end is hidden. */
export function slipAt(node: ElementNode, source: string): number | undefined {
  const shape = { literal: '``', emphasis: '*', strong: '**' }[node.type]
  if (!shape || !marks[node.type]!.test(innerText(node))) return undefined
  const at = source.indexOf(shape, shape.length)
  return at < 0 ? undefined : at + shape.length
}

function nameOf({ type }: ElementNode): string {
  const names: Readonly<Record<string, string>> = {
    reference: 'a link',
    emphasis: 'emphasized text',
    strong: 'strong text',
    title_reference: 'single backticks',
  }
  return names[type] ?? 'a role'
}
