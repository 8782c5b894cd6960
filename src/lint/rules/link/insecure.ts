import { openstack } from '../../../preset/index.ts'
import { globMatcher } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { hostOf, urlsOf } from './urls.ts'

export const insecure = defineRule({
  name: 'link/insecure',
  severity: 'off',
  what: 'A link over plain HTTP',
  why: 'Anybody between the reader and the server can change the page. Nearly all servers support HTTPS.',
  wrong: ['See http://docs.openstack.org/dome for the dome.\n'],
  right: ['See https://docs.openstack.org/dome for the dome.\n', 'Look at http://localhost:8080/dome.\n'],
  options: {
    hosts: {
      type: 'strings',
      default: [...openstack.secureHosts, 'github.com', '*.python.org', '*.wikipedia.org'],
      description: 'Hosts that support HTTPS; links to them can be fixed',
    },
    all: { type: 'boolean', default: false, description: 'Whether to report links to other hosts too' },
  },
  fixes: 'some',
  check(context) {
    const isSecure = globMatcher(context.options.hosts)
    for (const { text, offset, end, isShown } of urlsOf(context)) {
      if (!/^http:/i.test(text)) continue
      const host = hostOf(text)
      const isKnown = isSecure(host)
      if (!isKnown && (!context.options.all || !host.includes('.') || /^[\d.]+$/.test(host))) continue
      context.report({
        offset,
        endOffset: end,
        message: `Insecure link to \`${host}\`; use \`https:\``,
        fix: isKnown
          ? { title: 'Use `https:`', safe: !isShown, edits: [{ offset, endOffset: offset + 4, text: 'https' }] }
          : undefined,
      })
    }
  },
})
