/** Separates inline markup from plain text. */
import { type ElementNode, isElement } from '../rst/index.ts'
import type { Text } from './texts.ts'

/** The placeholder for a character of inline markup in `plainSource`, by type; from the private use area. */
export const markOf = { literal: '\ue001', title_reference: '\ue002', other: '\ue000' } as const

/** The source of a text, with each character of markup and each escaped character replaced by one other, so that offsets stay. */
export function plainSource(text: Text): string {
  text.plain ??= withoutMarkup(text)
  return text.plain
}

function withoutMarkup(text: Text): string {
  const marked = text.node.children.filter(isElement)
  if (marked.length === 0) return withoutEscapes(text.source)
  let at = 0
  const lines = text.lines.map((line) => {
    let plain = ''
    let from = line.offset
    while (at < marked.length && from < line.end) {
      const { type, position } = marked[at]!
      const start = Math.max(from, Math.min(position.start.offset, line.end))
      const end = Math.max(start, Math.min(position.end.offset, line.end))
      plain += line.text.slice(from - line.offset, start - line.offset)
      plain += (type === 'literal' || type === 'title_reference' ? markOf[type] : markOf.other).repeat(end - start)
      from = end
      // Markup that continues on the next line is found there again.
      if (position.end.offset > line.end) break
      at++
    }
    return plain + line.text.slice(from - line.offset)
  })
  return withoutEscapes(lines.join('\n'))
}

function withoutEscapes(plain: string): string {
  return plain.includes('\\') ? plain.replace(/\\[\s\S]/g, (pair) => (pair[1] === '\n' ? 'x\n' : 'xx')) : plain
}

/** Inline markup whose content is not markup. */
export function markedIn(text: Text): ElementNode[] {
  return text.node.children.filter(isElement).filter(({ type }) => type !== 'problematic' && type !== 'target')
}
