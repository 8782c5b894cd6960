import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { matchesIn, textsOf } from '../../texts.ts'

const shape = /(!?)\[([^\][`]*)\]\(((?:[a-z][a-z0-9+.-]*:|[/#.])[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/gi

export const markdownLink = defineRule({
  name: 'misread/markdown-link',
  severity: 'warning',
  what: 'A Markdown link or image',
  why: 'docutils shows the brackets and the URL as text.',
  wrong: ['Read [the plan](https://example.org/plan).\n'],
  right: ['Read `the plan <https://example.org/plan>`__.\n', 'The range is [0, 1) (see below).\n'],
  fixes: 'unsafe',
  check(context) {
    for (const text of textsOf(context)) {
      for (const { match, offset, endOffset } of matchesIn(context, text, shape)) {
        const [, image, label, url] = match
        const isSimple = label!.trim() !== '' && !/[<>]/.test(label! + url!)
        const link = `\`${oneLine(label!)} <${url}>\`__`
        context.report({
          offset,
          endOffset,
          message: `Markdown ${image ? 'image; use the directive `.. image::`' : `link; write ${link}`}`,
          fix:
            !image && isSimple
              ? { title: 'Write the link as reStructuredText', safe: false, edits: [{ offset, endOffset, text: link }] }
              : undefined,
        })
      }
    }
  },
})
