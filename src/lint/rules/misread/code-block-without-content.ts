import { siblingOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

export const codeBlockWithoutContent = defineRule({
  name: 'misread/code-block-without-content',
  severity: 'warning',
  what: 'A code block that is empty because its code is not indented',
  why: 'Sphinx shows an empty box or nothing, and reads the code below it as a paragraph. It does not report this.',
  wrong: ['.. code-block:: sh\n\n$ dome --open\n'],
  right: ['.. code-block:: sh\n\n   $ dome --open\n'],
  check(context) {
    for (const found of context.all('code-block', 'sourcecode')) {
      const { type, position, children } = found.node
      if (children.length > 0) continue
      const next = siblingOf(found, 1)
      const line = context.lines[context.lineAt(position.start.offset)]!
      context.report({
        offset: position.start.offset,
        endOffset: line.end,
        message: `Empty \`${type}\`; indent its code below it`,
        ...(next?.type === 'paragraph'
          ? {
              related: [
                {
                  offset: next.position.start.offset,
                  endOffset: context.lines[context.lineAt(next.position.start.offset)]!.end,
                  message: 'The code, read as a paragraph',
                },
              ],
            }
          : {}),
      })
    }
  },
})
