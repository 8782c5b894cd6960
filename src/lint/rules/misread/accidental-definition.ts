import type { ElementNode } from '../../../rst/index.ts'
import type { Edit } from '../../../text/index.ts'

import { newlineOf } from '../../prose.ts'
import { type Context, defineRule } from '../../rule.ts'
import { isMeantAsDirective } from './comment-for-directive.ts'

export const accidentalDefinition = defineRule({
  name: 'misread/accidental-definition',
  severity: 'warning',
  what: 'An indented list or literal block right below a label',
  why: 'Without a blank line, docutils reads the label as the term of a definition list and the block as its definition. After `::`, the block is not literal.',
  wrong: [
    'Telescopes in orbit:\n  - Hubble\n  - Kepler\n',
    { text: '* In orbit:\n    - Hubble\n    - Kepler\n', title: 'In an item of another list' },
    { text: 'Open the dome::\n  dome --open\n', title: 'Two colons' },
  ],
  right: [
    'Telescopes in orbit:\n\n- Hubble\n- Kepler\n',
    { text: 'Hubble\n  - has a mirror\n  - is in orbit\n', title: 'A term without a colon' },
    { text: 'Hubble:\n  A telescope.\nKepler:\n  - looks for planets\n', title: 'A definition list' },
  ],
  fixes: 'some',
  check(context) {
    for (const { node } of context.all('definition_list')) {
      const items = node.children.flatMap((item) => entryOf(context, item as ElementNode) ?? [])
      const isList = items.some(({ body, isLiteral }) => !isLiteral && !body.children.every(isListOrLiteral))
      for (const item of items) {
        const isMeant = item.isLiteral ? !isMeantAsDirective(item.term, context) : !isList && item.term.endsWith(':')
        if (isMeant) report(context, item)
      }
    }
  },
})

interface Entry {
  /** The last line of the term as written. */
  term: string
  termAt: { offset: number; endOffset: number }
  body: ElementNode
  /** Whether a literal block was meant. */
  isLiteral: boolean
}

function isListOrLiteral({ type }: { type: string }): boolean {
  return type === 'bullet_list' || type === 'enumerated_list' || type === 'literal_block'
}

function entryOf(context: Context, { type, position, children }: ElementNode): Entry | undefined {
  const body = children.at(-1) as ElementNode | undefined
  if (type !== 'definition_list_item' || body?.type !== 'definition' || body.children.length === 0) return undefined
  const line = context.lines[context.lineAt(position.start.offset)]!
  const piece = line.text.slice(position.start.offset - line.offset).trimEnd()
  const offset = position.start.offset
  return { term: piece, termAt: { offset, endOffset: offset + piece.length }, body, isLiteral: piece.endsWith('::') }
}

function report(context: Context, entry: Entry): void {
  const { term, termAt, body, isLiteral } = entry
  const { offset } = body.position.start
  const edits = editsFor(context, entry)
  const what = isLiteral || body.children[0]!.type === 'literal_block' ? 'a literal block' : 'a list'
  context.report({
    offset,
    endOffset: context.lines[context.lineAt(offset)]!.end,
    message: `Missing blank line before ${what}; with \`${shown(term)}\` right above, it is a definition`,
    related: [{ ...termAt, message: 'The label, read as a term' }],
    fix: edits && {
      title: isLiteral ? 'Insert a blank line' : 'Insert a blank line and take the indentation back',
      safe: !isLiteral,
      edits,
    },
  })
}

/** The edits that insert a blank line and, for a list, move it to the column of its label; `undefined` if there are tabs or other
 * text before it.
 */
function editsFor(context: Context, { termAt, body, isLiteral }: Entry): Edit[] | undefined {
  const { start, end } = body.position
  const first = context.lineAt(start.offset)
  const line = context.lines[first]!
  const newline = newlineOf(context)
  if (isLiteral) return [{ offset: line.offset, endOffset: line.offset, text: newline }]
  const indent = start.offset - line.offset
  const outside = termAt.offset - context.lines[context.lineAt(termAt.offset)]!.offset
  const edits: Edit[] = []
  for (let index = first; index < context.lines.length && context.lines[index]!.offset < end.offset; index++) {
    const { offset, text } = context.lines[index]!
    if (text.trim() === '') continue
    if (text.slice(0, indent).includes('\t') || text.slice(outside, indent).trim() !== '') return undefined
    edits.push({ offset: offset + outside, endOffset: offset + indent, text: '' })
  }
  // If the label starts its line, the first line would have two edits at one place, so they are joined.
  const [dedent] = edits
  if (dedent && outside === 0) dedent.text = newline
  else edits.unshift({ offset: line.offset, endOffset: line.offset, text: newline })
  return edits
}

function shown(term: string): string {
  return term.length > 50 ? `…${term.slice(-49).trimStart()}` : term
}
