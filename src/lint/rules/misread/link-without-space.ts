import { defineRule } from '../../rule.ts'

export const linkWithoutSpace = defineRule({
  name: 'misread/link-without-space',
  severity: 'warning',
  what: 'A link without a space before its URL',
  why: 'docutils reads the URL as part of the target name, and does not find the target.',
  wrong: ['Read `the plan<https://example.org/plan>`_.\n'],
  right: ['Read `the plan <https://example.org/plan>`_.\n'],
  fixes: 'unsafe',
  check(context) {
    for (const { node } of context.all('reference')) {
      const { start, end } = node.position
      const source = context.source.slice(start.offset, end.offset)
      const match = /^`[^`<]*[^`<\s](<[a-z][a-z0-9+.-]*:[^<>`]+>)`__?$/i.exec(source)
      if (!match) continue
      const at = start.offset + source.lastIndexOf('<')
      const docutils = context.claim(/^Unknown target name: /, start.offset, end.offset)
      context.report({
        offset: start.offset,
        endOffset: end.offset,
        message: 'Missing space before the `<` of a link',
        ...(docutils ? { docutils } : {}),
        fix: { title: 'Insert a space', safe: false, edits: [{ offset: at, endOffset: at, text: ' ' }] },
      })
    }
  },
})
