import type { SourceLine } from '../../lines.ts'
import { type Context, defineRule } from '../../rule.ts'

const opening = /^([ \t]*)```[ \t]*([\w+-]*)[ \t]*$/

export const markdownFence = defineRule({
  name: 'misread/markdown-fence',
  severity: 'warning',
  what: 'A code block as Markdown fences it',
  why: 'reStructuredText takes the backticks for inline markup and runs the lines of code together.',
  wrong: [{ text: 'Run this:\n\n```sh\nopen --dome\npoint --at mars\n```\n' }],
  right: [{ text: 'Run this:\n\n.. code-block:: sh\n\n   open --dome\n   point --at mars\n' }],
  fixes: 'unsafe',
  check(context) {
    const { lines } = context
    for (let first = 0; first < lines.length; first++) {
      const match = opening.exec(lines[first]!.text)
      if (
        !match ||
        isTitleLine(context, first) ||
        context.all('literal_block', 'comment').some(({ node }) => covers(node.position, lines[first]!))
      )
        continue
      let last = first + 1
      while (lines[last] && lines[last]!.text.trim() !== '```') last++
      if (!lines[last]) continue
      const [, indentation, language] = match
      const edits = [
        {
          offset: lines[first]!.offset,
          endOffset: lines[first]!.end,
          text: `${before(lines, first)}${indentation}.. code-block::${language ? ` ${language}` : ' text'}\n`,
        },
      ]
      for (const line of lines.slice(first + 1, last))
        if (line.text.trim()) edits.push({ offset: line.offset, endOffset: line.offset, text: '   ' })
      edits.push({ offset: lines[last]!.offset, endOffset: lines[last]!.end, text: '' })
      context.report({
        offset: lines[first]!.offset + indentation!.length,
        endOffset: lines[first]!.end,
        message: 'Unexpected fence of Markdown, expected the directive `.. code-block::`',
        related: [{ offset: lines[last]!.offset, endOffset: lines[last]!.end, message: 'The fence ends here' }],
        fix: { title: 'Write the block as reStructuredText', safe: false, edits },
      })
      first = last
    }
  },
})

/** Three backticks under or over a title of three letters are its adornment. */
function isTitleLine(context: Context, index: number): boolean {
  return context
    .all('title')
    .some(
      ({ node }) =>
        Math.abs(context.lineAt(node.position.start.offset) - index) <= 1 ||
        Math.abs(context.lineAt(node.position.end.offset) - index) <= 1,
    )
}

function covers(position: { start: { offset: number }; end: { offset: number } }, line: SourceLine): boolean {
  return position.start.offset <= line.offset && line.end <= position.end.offset
}

function before(lines: readonly SourceLine[], index: number): string {
  return index > 0 && lines[index - 1]!.text.trim() !== '' ? '\n' : ''
}
