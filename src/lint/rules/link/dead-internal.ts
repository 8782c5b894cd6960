import { once } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'

export const deadInternal = defineRule({
  name: 'link/dead-internal',
  severity: 'error',
  what: 'A link to an anchor that does not exist in the document',
  why: 'When a title changes, links to its anchor break, and docutils does not report it.',
  wrong: ['Orbit\n=====\n\nSee `the telescopes <#telescopes>`__.\n'],
  right: ['Orbit\n=====\n\nSee `the telescopes <#telescopes>`__.\n\nTelescopes\n----------\n\nHubble.\n'],
  check(context) {
    const ids = once(
      () =>
        new Set(
          context
            .all('section', 'target', 'footnote', 'citation', 'document', 'title')
            .flatMap(({ node }) => (Array.isArray(node.attributes.ids) ? (node.attributes.ids as string[]) : [])),
        ),
    )
    for (const { node } of context.all('reference')) {
      const uri = node.attributes.refuri
      if (typeof uri !== 'string' || !/^#\S+$/.test(uri)) continue
      const id = decoded(uri.slice(1))
      if (ids().has(id)) continue
      const near = context.nearest(id, () => [...ids()])
      const { start, end } = node.position
      context.report({
        offset: start.offset,
        endOffset: end.offset,
        message: `Unknown anchor \`#${id}\`${near ? `; did you mean \`#${near}\`?` : ''}`,
      })
    }
  },
})

/** The text of a fragment. Escapes that are not UTF-8 stay as they are. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment.replace(/%(?![0-9a-f]{2})/gi, '%25'))
  } catch {
    return fragment
  }
}
