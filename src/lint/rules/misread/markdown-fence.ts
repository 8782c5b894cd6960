import { titlesOf } from '../../outline.ts'
import { newlineOf } from '../../prose.ts'
import { type Context, type Document, defineRule } from '../../rule.ts'

const opening = /^([ \t]*)```(?:[ \t]*([\w+-]+))?[ \t]*$/

export const markdownFence = defineRule({
  name: 'misread/markdown-fence',
  severity: 'warning',
  what: 'A fenced code block of Markdown',
  why: 'docutils reads the backticks as inline markup and joins the lines of code.',
  wrong: ['Run this:\n\n```sh\nopen --dome\npoint --at mars\n```\n'],
  right: ['Run this:\n\n.. code-block:: sh\n\n   open --dome\n   point --at mars\n'],
  fixes: 'unsafe',
  check(context) {
    const { lines } = context
    let adornments: Set<number> | undefined
    // Three backticks can also be the adornment of a title with three letters.
    const titleLines = () => {
      adornments ??= new Set(
        titlesOf(context).flatMap((title) =>
          [title.overline, title.underline].flatMap((line) => (line ? [line.number - 1] : [])),
        ),
      )
      return adornments
    }
    for (let first = 0; first < lines.length; first++) {
      const match = opening.exec(lines[first]!.text)
      if (!match || titleLines().has(first) || isInBlock(context, first)) continue
      const last = lines.findIndex((line, index) => index > first && line.text.trim() === '```')
      // If this fence has no end, later ones have none either.
      if (last < 0) break
      const [, indentation, language] = match
      const edits = [
        {
          offset: lines[first]!.offset,
          endOffset: lines[first]!.end,
          text: `${before(context, first)}${indentation}.. code-block::${language ? ` ${language}` : ' text'}${newlineOf(context)}`,
        },
      ]
      for (const line of lines.slice(first + 1, last))
        if (line.text.trim()) edits.push({ offset: line.offset, endOffset: line.offset, text: '   ' })
      edits.push({ offset: lines[last]!.offset, endOffset: lines[last]!.end, text: '' })
      context.report({
        offset: lines[first]!.offset + indentation!.length,
        endOffset: lines[first]!.end,
        message: 'Markdown code fence; use the directive `.. code-block::`',
        related: [{ offset: lines[last]!.offset, endOffset: lines[last]!.end, message: 'The fence ends here' }],
        // docutils also reports the backticks and the lines between them.
        covers: { offset: lines[first]!.offset, endOffset: lines[last]!.end },
        fix: { title: 'Write the block as reStructuredText', safe: false, edits },
      })
      first = last
    }
  },
})

/** Whether a line is in a literal block or comment, or in a directive that is not known: its content may be Markdown. docutils reads a fence
 * as an inline literal over several lines, which does not count.
 */
function isInBlock(context: Context, index: number): boolean {
  const line = context.lines[index]!
  if (context.remember(unreadLines).has(index)) return true
  return context.isLiteral(line.offset + line.text.search(/\S/)) && !context.remember(fencedLines).has(index)
}

/** The indexes of the lines in directives that are not known. */
function unreadLines(document: Document): Set<number> {
  const found = new Set<number>()
  for (const { message, firstLine, lastLine } of document.messages)
    if (message.startsWith('Unknown directive type')) for (let index = firstLine; index <= lastLine; index++) found.add(index)
  return found
}

/** The indexes of the lines with an inline literal. */
function fencedLines(context: Document): Set<number> {
  const found = new Set<number>()
  for (const { node } of context.all('literal')) {
    for (let index = context.lineAt(node.position.start.offset); index <= context.lineAt(node.position.end.offset); index++)
      found.add(index)
  }
  return found
}

/** A blank line, if there is a paragraph directly above the fence. */
function before(context: Context, index: number): string {
  return index > 0 && context.lines[index - 1]!.text.trim() !== '' ? newlineOf(context) : ''
}
