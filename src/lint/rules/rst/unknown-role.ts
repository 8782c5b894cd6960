import { docutilsRule, quoted } from './docutils-rule.ts'
import { roleNames } from './names.ts'

export const unknownRole = docutilsRule({
  name: 'rst/unknown-role',
  severity: 'error',
  what: 'An unknown role',
  why: 'docutils shows the text as an error. Name the roles of your project in the configuration, under `known.roles`.',
  wrong: ['Call :litral:`open_dome` first.\n'],
  right: ['Call :literal:`open_dome` first.\n'],
  fixes: 'unsafe',
  messages: [/^Unknown interpreted text role "(.*)"\./s],
  say(match, message, context) {
    const name = match[1]!
    const near = context.nearest(name, () =>
      [...roleNames, ...context.known.roles].filter((other) => other !== name.toLowerCase()),
    )
    // An extension that goaldoc does not know may define it.
    if (!near && context.sphinx && !context.sphinx.project.conf.isComplete) return undefined
    const at = context.source.slice(message.offset, message.endOffset).indexOf(name)
    const offset = message.offset + at
    return {
      message: `Unknown role ${quoted(name)}; ${near ? `did you mean ${quoted(near)}?` : 'if an extension defines it, add it to `known.roles`'}`,
      data: { actual: name, ...(near ? { expected: near } : {}) },
      fix:
        near && at >= 0
          ? { title: `Write ${quoted(near)}`, safe: false, edits: [{ offset, endOffset: offset + name.length, text: near }] }
          : undefined,
    }
  },
})
