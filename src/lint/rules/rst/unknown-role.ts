import { nearest } from '../../../text/index.ts'
import { docutilsRule, quoted } from './docutils-rule.ts'
import { roleNames } from './names.ts'

export const unknownRole = docutilsRule({
  name: 'rst/unknown-role',
  severity: 'error',
  what: 'A role that nobody knows',
  why: 'docutils shows the text as an error. Roles of a project are named in the configuration, under `known.roles`.',
  wrong: [{ text: 'Call :litral:`open_dome` first.\n' }],
  right: [{ text: 'Call :literal:`open_dome` first.\n' }],
  fixes: 'unsafe',
  messages: [/^Unknown interpreted text role "(.*)"\./s],
  say(match, message, context) {
    const name = match[1]!
    const near = nearest(name, [...roleNames, ...context.known.roles])
    // An extension whose names are not known may have it.
    if (!near && context.sphinx && !context.sphinx.project.conf.isComplete) return undefined
    const at = context.source.slice(message.offset, message.endOffset).indexOf(name)
    const offset = message.offset + at
    return {
      message: `Unexpected role ${quoted(name)}, expected ${near ? quoted(near) : 'one that docutils, Sphinx or the configuration knows'}`,
      data: { actual: name, ...(near ? { expected: near } : {}) },
      fix:
        near && at >= 0
          ? { title: `Write ${quoted(near)}`, safe: false, edits: [{ offset, endOffset: offset + name.length, text: near }] }
          : undefined,
    }
  },
})
