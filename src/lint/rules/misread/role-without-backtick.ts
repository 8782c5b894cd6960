import { withoutEnd } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { matchesIn, textsOf } from '../../texts.ts'
import { roleNames } from './roles.ts'

export const roleWithoutBacktick = defineRule({
  name: 'misread/role-without-backtick',
  severity: 'warning',
  what: 'A role whose text is not in backticks',
  why: 'docutils shows it as plain text, with the colons, and not as a link.',
  wrong: ['The code is in :repo:observatory/dome today.\n'],
  right: ['The code is in :repo:`observatory/dome` today.\n'],
  fixes: 'unsafe',
  check(context) {
    const roles = roleNames(context)
    const shape = new RegExp(`(?<![\\w:\`"'“‘])(:(?:${roles}):)([\\w~./][^\\s\`]*)(?![^\\s]*\`)`, 'g')
    for (const found of textsOf(context)) {
      for (const { match, offset } of matchesIn(context, found, shape)) {
        const text = withoutEnd(match[2]!, '.,;:!?)]')
        if (text === '') continue
        const at = offset + match[1]!.length
        context.report({
          offset,
          endOffset: at + text.length,
          message: `Missing backticks around \`${text}\` after the role \`${match[1]}\``,
          fix: {
            title: 'Add the backticks',
            safe: false,
            edits: [
              { offset: at, endOffset: at, text: '`' },
              { offset: at + text.length, endOffset: at + text.length, text: '`' },
            ],
          },
        })
      }
    }
  },
})
