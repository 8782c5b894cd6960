import { oneLine } from '../../../text/index.ts'
import { goalSections, isTemplate } from '../../goal.ts'
import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

/** A paragraph or list entry that is only a placeholder. */
const whole = /^(?:\(?(?:TODO|TBD|TBC|FIXME|XXX)\)?[.:!]?|\(\.\.\.\)|\(…\)|\.\.\.|…|\?{2,})$/
/** A paragraph that starts with a placeholder. */
const leading = /^(?:TODO|FIXME|XXX)(?:\([\w .-]*\))?:/
/** Placeholders inside of a text. */
const holes = /<(?:insert|put|provide|list|add|enter|describe|your|link to|yes\/no)\b[^<>]{0,300}>|<YES ?\/ ?NO>/gi

/** Whether a text is only a placeholder. */
export function isPlaceholder(text: string): boolean {
  return whole.test(text) || leading.test(text)
}

export const placeholder = defineRule({
  name: 'goal/placeholder',
  severity: 'warning',
  whenOver: 'info',
  what: 'A placeholder that was not filled in',
  why: 'It shows on the built page, and is rarely filled in after the goal is merged.',
  wrong: [
    goalWith({ references: 'References\n==========\n\n* https://example.org/plan\n* (...)\n' }),
    goalWith({ references: 'References\n==========\n\n<insert links here>\n' }),
  ],
  right: [
    {
      text: goalWith({ references: 'References\n==========\n\n* hubble: TODO (next year)\n' }),
      title: 'A status, not a placeholder',
    },
  ],
  options: {
    words: {
      type: 'strings',
      default: [],
      description: 'More placeholders, as whole paragraphs or list entries',
    },
  },
  fixes: 'unsafe',
  check(context) {
    if (isTemplate(context) || goalSections(context).length === 0) return
    const words = new Set(context.options.words)
    const found = new Set<number>()
    const report = (offset: number, endOffset: number, entry?: { start: number; end: number }) => {
      if (found.has(offset)) return
      found.add(offset)
      context.report({
        offset,
        endOffset,
        message: `Placeholder \`${oneLine(context.source.slice(offset, endOffset))}\`; fill it in or remove it`,
        data: { actual: context.source.slice(offset, endOffset) },
        fix: entry
          ? { title: 'Remove the entry', safe: false, edits: [{ offset: entry.start, endOffset: entry.end, text: '' }] }
          : undefined,
      })
    }
    for (const { node, lines, parents } of paragraphsOf(context)) {
      const text = lines.map((line) => line.text).join(' ')
      if (!isPlaceholder(text) && !words.has(text)) continue
      const item = parents.at(-1)
      const list = parents.at(-2)
      const isEntry =
        item?.type === 'list_item' && item.children.length === 1 && (list?.children.length ?? 0) > 1 && lines.length === 1
      const line = context.lines[lines[0]!.index]!
      report(lines[0]!.offset, lines[0]!.end, isEntry && whole.test(text) ? { start: line.offset, end: line.next } : undefined)
      found.add(node.position.start.offset)
    }
    for (const match of context.source.matchAll(holes)) {
      // URLs of links, inline literals and comments are not placeholders. Literal blocks can be: the topic is in one.
      const isProse =
        !context.isLiteral(match.index) ||
        context
          .all('literal_block')
          .some(({ node }) => node.position.start.offset <= match.index && match.index < node.position.end.offset)
      if (isProse && !/`[^`\n]*$/.test(context.source.slice(Math.max(0, match.index - 80), match.index)))
        report(match.index, match.index + match[0].length)
    }
  },
})
