import { defineRule } from '../../rule.ts'

export const byteOrderMark = defineRule({
  name: 'style/byte-order-mark',
  severity: 'warning',
  what: 'A byte-order mark at the start of the file',
  why: 'UTF-8 does not need it, and some tools read it as a character of the first line.',
  wrong: ['\ufeffTelescopes look up.\n'],
  right: ['Telescopes look up.\n'],
  fixes: 'safe',
  check(context) {
    if (!context.source.startsWith('\ufeff')) return
    context.report({
      offset: 0,
      endOffset: 1,
      message: 'Byte-order mark (U+FEFF) at the start of the file',
      fix: { title: 'Remove the byte-order mark', safe: true, edits: [{ offset: 0, endOffset: 1, text: '' }] },
    })
  },
})
