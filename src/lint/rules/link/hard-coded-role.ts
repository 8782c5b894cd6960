import { openstack } from '../../../preset/index.ts'
import { defineRule } from '../../rule.ts'
import { urlsOf } from './urls.ts'

export const hardCodedRole = defineRule({
  name: 'link/hard-coded-role',
  severity: 'info',
  what: 'A URL that a role of the project can replace',
  why: 'If the repositories move, documents that use the role need no change. The rule only applies if the document already uses the role, or the configuration names it.',
  wrong: ['See https://opendev.org/openstack/nova and :repo:`openstack/cinder`.\n'],
  right: ['See :repo:`openstack/nova`.\n', { text: 'See https://opendev.org/openstack/nova.\n', title: 'The role is not known' }],
  options: {
    roles: {
      type: 'map',
      default: openstack.roles,
      description: 'Roles with the URL prefix that each one stands for',
    },
  },
  fixes: 'unsafe',
  check(context) {
    for (const [role, prefix] of Object.entries(context.options.roles)) {
      if (!context.known.roles.includes(role) && !context.source.includes(`:${role}:\``)) continue
      for (const { text, offset, end } of urlsOf(context)) {
        // At least an organisation and a repository.
        const rest = text.startsWith(prefix) ? text.slice(prefix.length).replace(/\/$/, '') : ''
        if (!/^[\w.-]+\/[\w.-]+/.test(rest)) continue
        const isBare = /(?:^|[\s([{'"])$/.test(context.source.slice(0, offset).slice(-1)) || offset === 0
        const isEnd = /^(?:$|[\s)\]}'".,;:!?])/.test(context.source.slice(end, end + 1))
        const isTarget = /(?:^|\n)[ \t]*\.\. (?:_[^\n]*|\[[^\]]*\])$/.test(
          context.source.slice(Math.max(0, offset - 200), offset).trimEnd(),
        )
        context.report({
          offset,
          endOffset: end,
          message: `Hard-coded URL; use the role \`${role}\` with \`${rest}\``,
          fix:
            isBare && isEnd && !isTarget
              ? {
                  title: `Use the role \`${role}\``,
                  safe: false,
                  edits: [{ offset, endOffset: end, text: `:${role}:\`${rest}\`` }],
                }
              : undefined,
        })
      }
    }
  },
})
