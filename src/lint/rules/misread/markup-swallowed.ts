import { type ElementNode, innerText } from '../../../rst/index.ts'
import { markedIn } from '../../inline.ts'
import { defineRule } from '../../rule.ts'
import { textsOf } from '../../texts.ts'

/** Markup whose content is taken as it is, so that only an end mark in it is a slip. */
const literalTypes = new Set(['literal', 'math', 'raw'])

export const markupSwallowed = defineRule({
  name: 'misread/markup-swallowed',
  severity: 'warning',
  what: 'Inline markup that goes on over its end, or that holds other markup',
  why: 'An end mark with a letter right behind it ends nothing: the markup goes on to the next one. And there is no markup inside of markup: its marks are shown.',
  wrong: [
    { text: 'All ``mirror``s of the ``dome`` move.\n' },
    { text: 'Read `the ``dome`` manual <https://example.org/dome>`__.\n', title: 'A literal in a link' },
    { text: 'The code is in :repo:`observatory/dome``.\n', title: 'One backtick too many' },
  ],
  right: [
    { text: 'All ``mirror``\\ s of the ``dome`` move.\n' },
    { text: 'Read `the dome manual <https://example.org/dome>`__.\n' },
    { text: 'A literal begins with two backticks: ``a ``dome``.\n', title: 'Marks that are shown on purpose' },
  ],
  fixes: 'unsafe',
  check(context) {
    for (const text of textsOf(context)) {
      for (const node of markedIn(text)) {
        const { start, end } = node.position
        const message = slipIn(node)
        if (!message) continue
        const at = slipAt(node, context.source.slice(start.offset, end.offset))
        context.report({
          offset: start.offset,
          endOffset: end.offset,
          message,
          fix:
            at === undefined
              ? undefined
              : {
                  title: 'Insert `\\ ` behind the end',
                  safe: false,
                  edits: [{ offset: start.offset + at, endOffset: start.offset + at, text: '\\ ' }],
                },
        })
      }
    }
  },
})

const marks: Readonly<Record<string, RegExp>> = {
  literal: /[^\s`]``(?=[\p{L}\p{N}])[^`]*\s``(?=[^\s`])/u,
  emphasis: /[^\s*]\*(?=[\p{L}\p{N}])[^*]*\s\*(?=[^\s*])/u,
  strong: /[^\s*]\*\*(?=[\p{L}\p{N}])[^*]*\s\*\*(?=[^\s*])/u,
}

/** What is wrong with the content of an element, if anything is. */
function slipIn(node: ElementNode): string | undefined {
  const content = innerText(node)
  if (marks[node.type]?.test(content)) return `Markup that goes on over its end: a letter right behind the end mark hides it`
  if (literalTypes.has(node.type) || !content.includes('`')) return undefined
  if (/``[^`]+``|:[\w:+.-]+:`[^`]+`/.test(content) || (/^(?:emphasis|strong)$/.test(node.type) && /`[^`]+`/.test(content)))
    return `Markup inside of ${nameOf(node)}: its backticks are shown`
  return `Backtick inside of ${nameOf(node)}: it goes on over what should end it, or begins too early`
}

/** Where in the source of an element its end is hidden. */
function slipAt(node: ElementNode, source: string): number | undefined {
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
