/** Finds inline markup that continues after its intended end, or that contains other markup. */
import { type ElementNode, innerText } from '../../../rst/index.ts'

/** Types whose content is not parsed, so that only an end mark in it is an error. */
const literalTypes = new Set(['literal', 'math', 'raw'])

const marks: Readonly<Record<string, () => RegExp>> = {
  literal: () => /[^\s`]``(?=[\p{L}\p{N}])[^`]*\s``(?=[^\s`])/u,
  emphasis: () => /[^\s*]\*(?=[\p{L}\p{N}])[^*]*\s\*(?=[^\s*])/u,
  strong: () => /[^\s*]\*\*(?=[\p{L}\p{N}])[^*]*\s\*\*(?=[^\s*])/u,
}

/** The error in the content of an element, for messages; `undefined` if there is none. */
export function markupErrorIn(node: ElementNode, source: string): string | undefined {
  const written = source.slice(node.position.start.offset, node.position.end.offset)
  // docutils reads backticks as a part of a standalone URL.
  if (node.type === 'reference' && !/[`|]__?$/.test(written)) return undefined
  // Whoever escapes backticks wants them to be shown.
  if (written.includes('\\`')) return undefined
  const content = innerText(node)
  if (marks[node.type]?.().test(content)) return `Markup that does not end at its end mark, because a letter follows`
  if (literalTypes.has(node.type) || !content.includes('`')) return undefined
  if (/``[^`]+``|:[\w:+.-]{1,60}:`[^`]+`/.test(content) || (/^(?:emphasis|strong)$/.test(node.type) && /`[^`]+`/.test(content)))
    return `Markup inside of ${nameOf(node)}: its backticks are shown`
  return `Backtick inside of ${nameOf(node)}: it goes on over what should end it, or begins too early`
}

/** The offset in the source of an element at which it was probably meant to end. */
export function markupErrorAt(node: ElementNode, source: string): number | undefined {
  const shape = { literal: '``', emphasis: '*', strong: '**' }[node.type]
  if (!shape || !marks[node.type]!().test(innerText(node))) return undefined
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
