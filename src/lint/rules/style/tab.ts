import { defineRule } from '../../rule.ts'

/** docutils' tab width. */
const width = 8

export const tab = defineRule({
  name: 'style/tab',
  severity: 'warning',
  what: 'A tab in the text',
  why: 'Indentation has a meaning in reStructuredText. docutils counts a tab up to the next multiple of eight columns, editors rarely do, and what looks like one list then is two.',
  wrong: [{ text: '* Hubble\n\n\tin orbit\n' }],
  right: [{ text: '* Hubble\n\n  in orbit\n' }],
  fixes: 'safe',
  check(context) {
    for (const line of context.lines) {
      if (!line.text.includes('\t')) continue
      // Tabs at the end are white space at the end of the line, which another rule removes.
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
        const blanks = (Math.floor(column / width) + run.length) * width - column
        context.report({
          offset,
          endOffset: offset + run.length,
          message: `Unexpected ${run.length === 1 ? 'tab' : `${run.length} tabs`}, expected ${blanks === 1 ? 'a blank' : `${blanks} blanks`}`,
          fix: { title: 'Use blanks', safe: true, edits: [{ offset, endOffset: offset + run.length, text: ' '.repeat(blanks) }] },
        })
        column += blanks
      }
    }
  },
})
