import { defineRule } from '../../rule.ts'

/** Settings of Emacs and vi. */
const editorSettings = /^\.\.\s+(?:-\*-.*-\*-|(?:vim?|ex):.*)$/

export const editorLine = defineRule({
  name: 'style/editor-line',
  severity: 'info',
  what: 'A comment with editor settings',
  why: 'Editors recognize a `.rst` file by its name, so the line is not needed.',
  wrong: ['.. -*- mode: rst -*-\n\n=====\nOrbit\n=====\n'],
  right: ['=====\nOrbit\n=====\n'],
  fixes: 'safe',
  check(context) {
    for (const { node } of context.all('comment')) {
      const { start, end } = node.position
      const text = context.source.slice(start.offset, end.offset).trimEnd()
      if (!editorSettings.test(text)) continue
      const first = context.lineAt(start.offset)
      let next = first + 1
      while (context.lines[next] && context.lines[next]!.text.trim() === '') next++
      const until = context.lines[next]?.offset ?? context.source.length
      context.report({
        offset: start.offset,
        endOffset: start.offset + text.length,
        message: 'Editor settings in a comment',
        fix: {
          title: 'Remove the line',
          safe: true,
          edits: [{ offset: context.lines[first]!.offset, endOffset: until, text: '' }],
        },
      })
    }
  },
})
