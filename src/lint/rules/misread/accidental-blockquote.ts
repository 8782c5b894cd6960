import type { ElementNode } from '../../../rst/index.ts'
import { listMarkerOf, siblingOf } from '../../prose.ts'
import { type Context, defineRule, type FoundElement } from '../../rule.ts'

export const accidentalBlockquote = defineRule({
  name: 'misread/accidental-blockquote',
  severity: 'warning',
  what: 'An accidental block quote, caused by wrong indentation',
  why: 'A paragraph that is indented less than the text of the list item above it does not belong to the item. The list ends, a block quote follows, and the next item starts again at 1.',
  wrong: [
    { text: '#. Polish the mirror.\n\n  Twice.\n\n#. Mount it.\n', title: 'Two spaces where the item needs three' },
    { text: 'Telescopes:\n\n Hubble and Kepler\n', title: 'A single space' },
  ],
  right: ['#. Polish the mirror.\n\n   Twice.\n\n#. Mount it.\n', 'As Galileo said:\n\n  And yet it moves.\n'],
  fixes: 'some',
  check(context) {
    for (const quote of context.all('block_quote')) {
      const { node } = quote
      const first = context.lines[context.lineAt(node.position.start.offset)]
      if (!first || quote.parents.some((parent) => parent.type === 'entry' || parent.type === 'system_message')) continue
      const indent = /^ */.exec(first.text)![0].length
      const previous = siblingOf(quote, -1)
      if (previous && /^(?:bullet|enumerated)_list$/.test(previous.type)) {
        const wanted = itemIndent(context, previous)
        const marker = wanted && context.lines[context.lineAt(previous.children.at(-1)!.position.start.offset)]!
        if (!wanted || !marker || indent <= wanted.marker || indent >= wanted.text) continue
        const remedy = `indent it by ${wanted.text}, like the text of the item above`
        report(context, quote, wanted.text - indent, `indented by ${columns(indent)}; ${remedy}`, indent, true)
        continue
      }
      if (previous?.type === 'system_message') continue
      const outside = indentOf(context, quote)
      if (outside === undefined || indent - outside !== 1) continue
      // Code and admonitions look nearly the same in a block quote.
      if (!node.children.some((child) => /^(?:paragraph|.*_list)$/.test(child.type))) continue
      const isList = /^(?:bullet|enumerated)_list$/.test((node.children[0] as ElementNode | undefined)?.type ?? '')
      const next = siblingOf(quote, 1)
      const isApart =
        previous?.type !== 'block_quote' && next?.type !== 'block_quote' && !(isList && next?.type.endsWith('_list'))
      report(context, quote, -1, '1 column too deep; remove it, or indent a quotation by more', indent, isApart)
    }
  },
})

function columns(count: number): string {
  return `${count} ${count === 1 ? 'column' : 'columns'}`
}

function report(context: Context, quote: FoundElement, by: number, what: string, indent: number, safe: boolean): void {
  const { start, end } = quote.node.position
  const from = context.lineAt(start.offset)
  const edits = []
  for (let index = from; index < context.lines.length && context.lines[index]!.offset < end.offset; index++) {
    const line = context.lines[index]!
    if (line.text.trim() === '') continue
    edits.push({ offset: line.offset, endOffset: line.offset + Math.max(0, -by), text: ' '.repeat(Math.max(0, by)) })
  }
  const line = context.lines[from]!
  const isTabbed = /^ *\t/.test(line.text)
  context.report({
    offset: line.offset + indent,
    endOffset: line.end,
    message: `Accidental block quote, ${what}`,
    fix: isTabbed ? undefined : { title: by > 0 ? 'Indent to the text of the item' : 'Remove the indentation', safe, edits },
  })
}

/** The columns of the marker and of the text of the last item of a list. */
function itemIndent(context: Context, list: ElementNode): { marker: number; text: number } | undefined {
  const item = list.children.at(-1)
  if (!item) return undefined
  const line = context.lines[context.lineAt(item.position.start.offset)]!
  const marker = item.position.start.offset - line.offset
  const found = listMarkerOf(line.text.slice(marker))
  return found && { marker, text: marker + found.text.length }
}

/** The column at which the block quote should start: that of its siblings, or that of the item that it begins. */
function indentOf(context: Context, quote: FoundElement): number | undefined {
  const parent = quote.parents.at(-1)
  if (!parent) return undefined
  if (parent.type === 'document' || parent.type === 'section') return 0
  const sibling = parent.children.find((child) => child.type === 'paragraph')
  if (!sibling) return undefined
  const line = context.lines[context.lineAt(sibling.position.start.offset)]!
  return sibling.position.start.offset - line.offset
}
