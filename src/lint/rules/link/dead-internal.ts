import { nearest } from '../../nearest.ts'
import { defineRule } from '../../rule.ts'

export const deadInternal = defineRule({
  name: 'link/dead-internal',
  severity: 'error',
  what: 'A link to a place in the document, or to a document of the repository, that is not there',
  why: 'Goals move from folder to folder in their lives, and links to them rot without a sound.',
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
    const { documents, labels } = context.known
    for (const { offset, end, role, target } of crossReferences(context.source)) {
      if (context.isLiteral(offset)) continue
      const known = role === 'doc' ? documents : labels
      if (!known) continue
      const name = role === 'doc' ? documentName(context.path, target) : target.toLowerCase().replace(/\s+/g, ' ')
      if (known.includes(name) || ids.has(name)) continue
      const near = nearest(name, known)
      context.report({
        offset,
        endOffset: end,
        message: `Unexpected :${role}: to \`${target}\`, which is not in the repository, expected ${near ? `\`${near}\`` : 'one that is there'}`,
        data: { actual: target },
      })
    }
  },
})

function crossReferences(source: string): { offset: number; end: number; role: 'doc' | 'ref'; target: string }[] {
  return [...source.matchAll(/:(doc|ref):`(?:[^`<]*<([^`>]+)>|([^`<]+))`/g)].map((match) => ({
    offset: match.index,
    end: match.index + match[0].length,
    role: match[1] as 'doc' | 'ref',
    target: (match[2] ?? match[3])!.trim(),
  }))
}

/** A document's name from the root of the documentation: `/goals/orbit`. */
function documentName(path: string, target: string): string {
  if (target.startsWith('/')) return target
  const parts = path.replaceAll('\\', '/').split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
