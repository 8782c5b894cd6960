import { nearest } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'

export const deadInternal = defineRule({
  name: 'link/dead-internal',
  severity: 'error',
  what: 'A link to a place in the document that is not there',
  why: 'Titles change, and the links to their anchors lead nowhere without a sound.',
  wrong: [{ text: 'Orbit\n=====\n\nSee `the telescopes <#telescopes>`__.\n' }],
  right: [{ text: 'Orbit\n=====\n\nSee `the telescopes <#telescopes>`__.\n\nTelescopes\n----------\n\nHubble.\n' }],
  check(context) {
    const ids = new Set(
      context
        .all('section', 'target', 'footnote', 'citation', 'document', 'title')
        .flatMap(({ node }) => (Array.isArray(node.attributes.ids) ? (node.attributes.ids as string[]) : [])),
    )
    // A document without any id was not read to the point where it has some.
    for (const { node } of context.all('reference')) {
      const uri = node.attributes.refuri
      if (typeof uri !== 'string' || !/^#\S+$/.test(uri)) continue
      const id = decodeURIComponent(uri.slice(1).replace(/%(?![0-9a-f]{2})/gi, '%25'))
      if (ids.has(id)) continue
      const near = nearest(id, ids)
      const { start, end } = node.position
      context.report({
        offset: start.offset,
        endOffset: end.offset,
        message: `Unexpected link to \`#${id}\`, which is not in the document, expected ${near ? `\`#${near}\`` : 'the anchor of a section or target'}`,
      })
    }
  },
})
