import type { ElementNode } from '../../../rst/index.ts'
import { siblingOf } from '../../prose.ts'
import { type Context, defineRule } from '../../rule.ts'

export const nestedListInBlockquote = defineRule({
  name: 'misread/nested-list-in-blockquote',
  severity: 'info',
  what: 'A nested list that is indented more than the text of its item',
  why: 'docutils reads it as a list inside a block quote, so it is indented twice on the built page. In Markdown, a nested list is indented by four columns.',
  wrong: ['1. The mirror\n\n     - polished\n     - mounted\n'],
  right: [
    '1. The mirror\n\n   - polished\n   - mounted\n',
    { text: '* As the log says:\n\n      The dome is shut.\n', title: 'A quotation' },
  ],
  fixes: 'unsafe',
  check(context) {
    for (const quote of context.all('block_quote')) {
      const { node, parents } = quote
      if (parents.at(-1)?.type !== 'list_item' || !node.children.every(isList)) continue
      const text = siblingOf(quote, -1)
      if (text?.type !== 'paragraph') continue
      const [column, wanted] = [columnOf(context, node.children[0] as ElementNode), columnOf(context, text)]
      // An indentation of one column is reported by `misread/accidental-blockquote`.
      if (column - wanted < 2) continue
      const first = context.lines[context.lineAt(node.position.start.offset)]!
      context.report({
        offset: first.offset + column,
        endOffset: first.end,
        message: `Nested list ${column - wanted} columns too deep; indent it by ${wanted}, like the text of the item`,
        fix: fixFor(context, node, column, wanted),
      })
    }
  },
})

function isList({ type }: { type: string }): boolean {
  return type === 'bullet_list' || type === 'enumerated_list'
}

function columnOf(context: Context, { position }: ElementNode): number {
  return position.start.offset - context.lines[context.lineAt(position.start.offset)]!.offset
}

/** The fix that removes the indentation; `undefined` if it contains tabs. */
function fixFor(context: Context, { position }: ElementNode, column: number, wanted: number) {
  const edits = []
  for (let index = context.lineAt(position.start.offset); index < context.lines.length; index++) {
    const { offset, text } = context.lines[index]!
    if (offset >= position.end.offset) break
    if (text.trim() === '') continue
    if (!/^ *$/.test(text.slice(0, column))) return undefined
    edits.push({ offset: offset + wanted, endOffset: offset + column, text: '' })
  }
  return { title: 'Indent to the text of the item', safe: false, edits }
}
