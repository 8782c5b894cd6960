import { defineRule } from '../../rule.ts'

/** docutils' tab width. */
const width = 8

export const tab = defineRule({
  name: 'style/tab',
  severity: 'warning',
  what: 'A tab in the text',
  why: 'Indentation has meaning in reStructuredText. docutils expands a tab to the next multiple of eight columns, but many editors show another width, so the structure is not what it looks like.',
  wrong: ['* Hubble\n\n\tin orbit\n'],
  right: ['* Hubble\n\n  in orbit\n'],
  fixes: 'safe',
  check(context) {
    if (!context.source.includes('\t')) return
    for (const line of context.lines) {
      if (!line.text.includes('\t')) continue
      // Another rule reports trailing white space.
      const text = line.text.trimEnd()
      let column = 0
      let index = 0
      for (const [run] of text.matchAll(/\t+|[^\t]+/g)) {
        const offset = line.offset + index
        index += run.length
        if (run[0] !== '\t') {
          column += [...run].length
          continue
        }
        const spaces = (Math.floor(column / width) + run.length) * width - column
        context.report({
          offset,
          endOffset: offset + run.length,
          message: `Tab character; use ${spaces === 1 ? 'a space' : `${spaces} spaces`}`,
          fix: { title: 'Use spaces', safe: true, edits: [{ offset, endOffset: offset + run.length, text: ' '.repeat(spaces) }] },
        })
        column += spaces
      }
    }
  },
})
