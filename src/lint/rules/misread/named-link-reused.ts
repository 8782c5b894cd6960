import { plainTitle } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'

export const namedLinkReused = defineRule({
  name: 'misread/named-link-reused',
  severity: 'warning',
  what: 'Two links with the same text and different URLs, each with one underscore',
  why: 'With one underscore, the text becomes the name of the URL, and a name can have only one URL. A link with two underscores has no name.',
  wrong: ['Read `here <https://example.org/hubble>`_ and `here <https://example.org/kepler>`_.\n'],
  right: ['Read `here <https://example.org/hubble>`__ and `here <https://example.org/kepler>`__.\n'],
  fixes: 'some',
  check(context) {
    const links = context.all('reference').flatMap(({ node }) => {
      const { offset } = node.position.start
      const whole = linkAt(context.source, offset)
      const match = /^`([^`<]+)(?<=\s)<([^<>`]+)>`_$/.exec(whole)
      // A name in angle brackets (`name_`) is not a URL.
      if (!match || match[2]!.endsWith('_')) return []
      return [{ name: plainTitle(match[1]!), url: match[2]!.replace(/\s+/g, ''), offset, end: offset + whole.length }]
    })
    const named = new Set(
      context.all('reference').flatMap(({ node }) => {
        const link = linkAt(context.source, node.position.start.offset)
        // A name with an underscore in angle brackets refers to another target; the text of the link then is a name as well.
        const target = /<([^<>]*?)(_?)>`__?$/.exec(link)
        if (target) return target[2] ? [plainTitle(target[1]!), ...nameOf(link)] : []
        return [plainTitle(String(node.attributes.name ?? node.attributes.refname ?? ''))]
      }),
    )
    const byName = new Map<string, typeof links>()
    for (const link of links) {
      // The fix is unsafe if another reference uses the name, because then one of the links must keep it.
      const same = byName.get(link.name) ?? []
      byName.set(link.name, same)
      same.push(link)
      const [first] = same
      if (!first || first.url === link.url) continue
      const docutils = context.claim(/^Duplicate (?:explicit|implicit) target name: /, link.offset, link.end)
      context.report({
        offset: link.offset,
        endOffset: link.end,
        message: `Second URL for the link name \`${link.name}\`; use \`__\``,
        related: [{ offset: first.offset, endOffset: first.end, message: 'The first link' }],
        ...(docutils ? { docutils } : {}),
        fix: {
          title: 'Use two underscores',
          safe: !named.has(link.name),
          edits: [first, link].map(({ end }) => ({ offset: end, endOffset: end, text: '_' })),
        },
      })
    }
  },
})

/** The source of a link from its opening backtick. docutils' reference ends before the URL, which is a separate target. */
function linkAt(source: string, offset: number): string {
  return /^`[^`]+`_{1,2}/.exec(source.slice(offset, offset + 2000))?.[0] ?? ''
}

function nameOf(link: string): string[] {
  const text = /^`([^`<]+)(?<=\s)</.exec(link)?.[1]
  return text === undefined ? [] : [plainTitle(text)]
}
