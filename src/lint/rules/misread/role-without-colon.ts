import { defineRule } from '../../rule.ts'
import { matchesIn, textsOf } from '../../texts.ts'
import { roleNames } from './roles.ts'

export const roleWithoutColon = defineRule({
  name: 'misread/role-without-colon',
  severity: 'warning',
  what: 'A role without one of its colons',
  why: 'docutils shows the name of the role as text, and the marked text in italics or as plain text.',
  wrong: [
    'The code is in repo:`observatory/dome`.\n',
    { text: 'The code is in :repo`observatory/dome`.\n', title: 'The second colon' },
  ],
  right: ['The code is in :repo:`observatory/dome`.\n'],
  fixes: 'unsafe',
  check(context) {
    const roles = roleNames(context)
    if (!context.source.includes('`')) return
    // A role name with one colon, before or after it, directly followed by text in backticks that is not a link.
    const shape = new RegExp(`(?<![\\w:\`./-])(?:(${roles}):|:(${roles}))\`[^\`\\n]+\`(?![\`_])`, 'g')
    for (const text of textsOf(context)) {
      if (!text.source.includes(':') || !text.source.includes('`')) continue
      for (const { match, offset } of matchesIn(context, text, shape)) {
        const name = (match[1] ?? match[2])!
        const at = match[1] ? offset : offset + 1 + name.length
        if (context.isLiteral(offset + name.length + 3)) continue
        context.report({
          offset,
          endOffset: offset + match[0].length,
          message: `Missing colon in \`${match[1] ? `${name}:` : `:${name}`}\`; the role is \`:${name}:\``,
          fix: { title: 'Add the colon', safe: false, edits: [{ offset: at, endOffset: at, text: ':' }] },
        })
      }
    }
  },
})
