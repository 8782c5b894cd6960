import { sphinxExtensionOf } from '../../../rst/index.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'
import { directiveNames } from './names.ts'

export const unknownDirective = docutilsRule({
  name: 'rst/unknown-directive',
  severity: 'error',
  what: 'An unknown directive',
  why: 'docutils shows its source as an error. Name the directives of your project in the configuration, under `known.directives`.',
  wrong: ['.. waring:: Mirrors are fragile.\n'],
  right: ['.. warning:: Mirrors are fragile.\n'],
  fixes: 'unsafe',
  messages: [/^Unknown directive type "(.*)"\./s],
  say(match, message, context) {
    const name = match[1]!
    const plain = name.toLowerCase()
    const extension = context.sphinx && sphinxExtensionOf(plain)
    const others = () => [...directiveNames(), ...context.known.directives].filter((other) => other !== plain)
    const near = extension ? undefined : context.nearest(name, others)
    // An extension that goaldoc does not know may define it.
    if (!near && !extension && context.sphinx && !context.sphinx.project.conf.isComplete) return undefined
    const line = firstLineOf(context, message)
    const at = line.text.indexOf(name)
    const place = at < 0 ? line : { offset: line.offset + at, endOffset: line.offset + at + name.length }
    return {
      offset: place.offset,
      endOffset: place.endOffset,
      message: `Unknown directive ${quoted(name)}; ${advice(near, extension)}`,
      data: { actual: name, ...(near ? { expected: near } : {}) },
      fix:
        near && at >= 0
          ? {
              title: `Write ${quoted(near)}`,
              safe: false,
              edits: [{ offset: place.offset, endOffset: place.endOffset, text: near }],
            }
          : undefined,
    }
  },
})

function advice(near: string | undefined, extension: string | undefined): string {
  if (extension) return `add \`${extension}\` to \`extensions\` in \`conf.py\``
  return near ? `did you mean ${quoted(near)}?` : 'if an extension defines it, add it to `known.directives`'
}
