import { once, plainTitle } from '../../../text/index.ts'
import type { DocutilsMessage } from '../../diagnostic.ts'
import { titlesOf } from '../../outline.ts'
import { type Context, defineRule } from '../../rule.ts'
import { textsOf } from '../../texts.ts'

export const commentForTarget = defineRule({
  name: 'misread/comment-for-target',
  severity: 'warning',
  what: 'A comment that is meant as a link target or a footnote',
  why: 'Only `.. _name:` is a target. Without the underscore, with a space behind it, or with a colon after a footnote label, it is a comment or text, and links to it fail.',
  wrong: [
    'See `Hubble`_.\n\n.. Hubble: https://example.org/hubble\n',
    { text: 'See the plan [1]_.\n\n.. [1]: https://example.org/plan\n', title: 'A footnote with a colon' },
    { text: 'See `Hubble`_.\n\n.. _ Hubble: https://example.org/hubble\n', title: 'A space too many' },
  ],
  right: [
    'See `Hubble`_.\n\n.. _Hubble: https://example.org/hubble\n',
    { text: '.. source: https://example.org/hubble\n', title: 'A comment: nothing refers to it' },
  ],
  fixes: 'some',
  check(context) {
    const wanted = once(
      () => new Set(context.all('reference', 'footnote_reference', 'citation_reference').flatMap(({ node }) => namesOf(node))),
    )
    const labels = once(
      () =>
        new Set([...context.source.matchAll(/:(?:ref|numref):`(?:[^`<]*<)?([^`<>]+)>?`/g)].map((match) => plainTitle(match[1]!))),
    )
    const titles = once(() => titleStarts(context))
    const isAboveTitle = (name: string, end: number) => isSlug.test(name) && titles().has(textFrom(context.source, end))

    /** Reports a label or target whose mark `.. _` has a space or a dot too many or too few, if something needs it. */
    function reportMisplaced(text: string, offset: number): boolean {
      const match = misplaced.exec(text)
      if (!match) return false
      const [, mark = '', name = '', url] = match
      const isWanted = url === undefined ? labels().has(plainTitle(name)) || isAboveTitle(name, offset + text.length) : false
      if (!isWanted && !wanted().has(plainTitle(name))) return false
      context.report({
        offset,
        endOffset: offset + text.length,
        message: `${/^\.\.\s/.test(mark) ? 'Comment' : 'Text'} \`${mark}${name}:\` looks like a target; write \`.. _${name}:\``,
        ...claimed(context, name),
        fix: { title: 'Write the target', safe: false, edits: [{ offset, endOffset: offset + mark.length, text: '.. _' }] },
      })
      return true
    }

    for (const { node, lines } of textsOf(context)) {
      if (node.type === 'paragraph' && lines.length === 1) reportMisplaced(lines[0]!.text, lines[0]!.offset)
    }
    for (const { node } of context.all('comment')) {
      const { start, end } = node.position
      const text = context.source.slice(start.offset, end.offset).trimEnd()
      const footnote = /^(\.\.[ \t]+\[([^\]]+)\])(:)(?=\s)/.exec(text)
      if (footnote) {
        const colon = start.offset + footnote[1]!.length
        const docutils = claimed(context, footnote[2]!)
        context.report({
          offset: start.offset,
          endOffset: start.offset + footnote[0].length,
          message: `Colon after the footnote label \`[${footnote[2]}]\`; remove it`,
          ...docutils,
          // The fix is unsafe because it shows the text of the footnote, which was hidden.
          fix: { title: 'Remove the colon', safe: false, edits: [{ offset: colon, endOffset: colon + 1, text: '' }] },
        })
        continue
      }
      if (reportMisplaced(text, start.offset)) continue
      const label = /^\.\.[ \t]+([\w-]+):$/.exec(text)
      const isReferred = label !== null && labels().has(plainTitle(label[1]!))
      if (label && (isReferred || isAboveTitle(label[1]!, end.offset))) {
        const at = start.offset + text.indexOf(label[1]!)
        context.report({
          offset: start.offset,
          endOffset: start.offset + text.length,
          message: `Missing underscore before the label \`${label[1]}\`, which ${isReferred ? 'the text refers to' : 'stands above a title'}; without it this is a comment`,
          fix: { title: 'Insert an underscore', safe: false, edits: [{ offset: at, endOffset: at, text: '_' }] },
        })
        continue
      }
      const target = /^\.\.[ \t]+(?![ \t])(`?)([^:`]+)\1:\s+[a-z][a-z0-9+.-]*:\/\/\S+$/i.exec(text)
      if (!target || !wanted().has(plainTitle(target[2]!))) continue
      const at = start.offset + /^\.\.[ \t]+/.exec(text)![0].length
      const docutils = claimed(context, target[2]!)
      context.report({
        offset: start.offset,
        endOffset: start.offset + text.length,
        message: `Comment \`${target[2]}:\` looks like a target; write \`_${target[2]}:\``,
        ...docutils,
        fix: { title: 'Insert an underscore', safe: true, edits: [{ offset: at, endOffset: at, text: '_' }] },
      })
    }
  },
})

/** A target whose mark is not `.. _`: `.. _ name:`, `.._name:`, `... _name:`, `_name:`; perhaps with a URL. */
const misplaced = /^(\.*[ \t]*_[ \t]*)(\w[\w .-]*):(?:[ \t]+([a-z][a-z0-9+.-]*:\/\/\S+))?$/i

/** A name in the form of a label: lower-case letters with hyphens or underscores between them. Remarks do not look like this. */
const isSlug = /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/

/** The offsets at which the titles of sections begin, with their overlines. */
function titleStarts(context: Context): Set<number | undefined> {
  return new Set(titlesOf(context).map(({ overline, line }) => textFrom(context.source, (overline ?? line).offset)))
}

/** The offset of the next text. */
function textFrom(source: string, offset: number): number | undefined {
  const text = /\S/g
  text.lastIndex = offset
  return text.exec(source)?.index
}

/** docutils' message about the link whose target is missing because of the comment. */
function claimed(context: Context, name: string): { docutils?: DocutilsMessage } {
  const docutils = context.claim(`Unknown target name: "${plainTitle(name)}".`, 0, context.source.length)
  return docutils ? { docutils } : {}
}

/** The target names of a reference. */
function namesOf(node: { attributes: Record<string, unknown> }): string[] {
  return ['refname', 'name'].flatMap((key) =>
    typeof node.attributes[key] === 'string' ? [plainTitle(node.attributes[key] as string)] : [],
  )
}
