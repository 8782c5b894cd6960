/** Bullet lists. */
import type { Construct } from './construct.ts'
import { extendTo, listItem, nextText } from './list-item.ts'
import { endsWithoutBlankLine } from './unindent.ts'

const bullets = '-+*•‣⁃'

/** The width of a bullet and the space after it; 0 if there is no bullet. */
function bulletWidth(text: string): number {
  if (!bullets.includes(text[0] as string)) return 0
  let width = 1
  while (text.charCodeAt(width) === 32) width++
  return width > 1 || text.length === 1 ? width : 0
}

export const bulletList: Construct = {
  name: 'bullet_list',
  first: bullets,
  starts: (cursor) => bulletWidth(cursor.block[cursor.index]!.text) > 0,
  parse(cursor) {
    const { parser, block } = cursor
    const first = block[cursor.index]!
    const bullet = first.text[0] as string
    const list = parser.element('bullet_list', first.start, first.start, { bullet })
    cursor.nodes.push(list)
    let blankFinish = true
    for (let line = nextText(cursor); line && line.text[0] === bullet; line = nextText(cursor)) {
      const width = bulletWidth(line.text)
      if (width === 0) break
      const parsed = listItem(cursor, width)
      blankFinish = parsed.blankFinish
      list.children.push(parsed.item)
      extendTo(list, parsed.item)
    }
    if (!blankFinish) endsWithoutBlankLine(cursor, 'Bullet list')
    return true
  },
}
