/** Option lists. */
import { extent, type Line, offsetAt } from '../lines.ts'
import type { ElementNode } from '../tree.ts'
import { words } from '../whitespace.ts'
import { blockQuotes } from './block-quote.ts'
import type { Construct, Cursor } from './construct.ts'
import { indentedBody } from './indented.ts'
import { extendTo, itemExtent, nextText } from './list-item.ts'
import { advanceRootLine } from './root-line.ts'
import { endsWithoutBlankLine } from './unindent.ts'

const argument = '(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)'
const option = `(?:[-+][a-zA-Z0-9](?: ?${argument})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${argument})?)`
const marker = new RegExp(`^${option}(?:, ${option})*(?:  +| ?$)`)

function optionMarker(text: string): string | undefined {
  return marker.exec(text)?.[0]
}

export const optionList: Construct = {
  name: 'option_list',
  first: '-+/',
  starts: (cursor) => optionMarker(cursor.block[cursor.index]!.text) !== undefined,
  parse(cursor) {
    const { parser } = cursor
    const first = cursor.block[cursor.index]!
    const start = cursor.index
    const firstItem = optionListItem(cursor)
    if (firstItem === 'text') return false
    if (typeof firstItem === 'string') {
      cursor.nodes.push(parser.message(3, `Invalid option list marker: ${firstItem}`, first.number + 1, extent([first])))
      const width = (optionMarker(first.text) as string).length
      const body = indentedBody(cursor.block, start, { firstIndent: width })
      cursor.index = body.next
      blockQuotes(cursor, body.lines)
      if (!body.blankFinish) endsWithoutBlankLine(cursor, 'Option list')
      return true
    }
    const list = parser.element('option_list', first.start, first.start)
    cursor.nodes.push(list)
    let parsed: Exclude<typeof firstItem, string> = firstItem
    for (;;) {
      list.children.push(parsed.item)
      extendTo(list, parsed.item)
      const line = nextText(cursor)
      if (!line || optionMarker(line.text) === undefined) break
      const next = optionListItem(cursor)
      if (typeof next === 'string') break
      parsed = next
    }
    if (!parsed.blankFinish) endsWithoutBlankLine(cursor, 'Option list')
    return true
  },
}

/** An item; `text` if the option has no description and is therefore text; otherwise the error in the options. */
function optionListItem(cursor: Cursor): { item: ElementNode; blankFinish: boolean } | string {
  const { parser, block } = cursor
  const line = block[cursor.index]!
  const written = optionMarker(line.text) as string
  const group = optionGroup(cursor, line, written)
  if (typeof group === 'string') return group
  const body = indentedBody(block, cursor.index, { firstIndent: written.length })
  if (body.lines.length === 0) return 'text'
  advanceRootLine(cursor, body.next)
  const at = itemExtent(cursor, body)
  const bodyAt = extent(body.lines)
  cursor.index = body.next
  const description = parser.element('description', bodyAt.start, bodyAt.end, {}, parser.parseBlock(body.lines))
  const item = parser.element('option_list_item', at.start, at.end, {}, [group, description])
  return { item, blankFinish: body.blankFinish }
}

/** The options before a description: `-o FILE, --output=FILE`. */
function optionGroup(cursor: Cursor, line: Line, written: string): ElementNode | string {
  const { parser } = cursor
  const text = written.trimEnd()
  const group = parser.element('option_group', line.start, offsetAt(line, text.length))
  let column = 0
  for (const source of text.split(parser.docutils.optionArgumentBrackets ? /, (?![^<>]*>)/ : ', ')) {
    const from = column
    column += source.length + 2
    let tokens = words(source)
    let delimiter = ' '
    const [head, ...tail] = tokens as [string, ...string[]]
    const equals = head.indexOf('=')
    if (equals >= 0) {
      tokens = [head.slice(0, equals), head.slice(equals + 1), ...tail]
      delimiter = '='
    } else if (head.length > 2 && ((head[0] === '-' && head[1] !== '-') || head[0] === '+')) {
      // `-ofile`: a short option directly followed by its argument.
      tokens = [head.slice(0, 2), head.slice(2), ...tail]
      delimiter = ''
    }
    if (tokens.length > 1 && tokens[1]!.startsWith('<') && tokens[tokens.length - 1]!.endsWith('>')) {
      tokens = [tokens[0]!, tokens.slice(1).join(' ')]
    }
    if (tokens.length > 2) {
      return `wrong number of option tokens (=${tokens.length}), should be 1 or 2: "${source}"`
    }
    const place = (at: number, length: number) => [offsetAt(line, at), offsetAt(line, at + length)] as const
    const name = tokens[0] as string
    const node = parser.element('option', ...place(from, source.length))
    const nameAt = place(from, name.length)
    node.children.push(parser.element('option_string', ...nameAt, {}, [parser.text(name, ...nameAt)]))
    if (tokens.length === 2) {
      const value = tokens[1] as string
      const valueAt = place(from + source.length - value.length, value.length)
      node.children.push(parser.element('option_argument', ...valueAt, { delimiter }, [parser.text(value, ...valueAt)]))
    }
    group.children.push(node)
  }
  return group
}
