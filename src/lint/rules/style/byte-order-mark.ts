import { defineRule } from '../../rule.ts'

export const byteOrderMark = defineRule({
  name: 'style/byte-order-mark',
  severity: 'warning',
  what: 'A byte-order mark at the start of the file',
  why: 'UTF-8 needs none, and tools that do not expect it take it for a letter of the first line.',
  wrong: [{ text: '\ufeffTelescopes look up.\n' }],
  right: [{ text: 'Telescopes look up.\n' }],
  fixes: 'safe',
  check(context) {
    if (!context.source.startsWith('\ufeff')) return
    context.report({
      offset: 0,
      endOffset: 1,
      message: 'Unexpected byte-order mark (U+FEFF), expected the text to begin',
      fix: { title: 'Remove the byte-order mark', safe: true, edits: [{ offset: 0, endOffset: 1, text: '' }] },
    })
  },
})
