import { globMatcher } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { hostOf, urlsOf } from './urls.ts'

export const insecure = defineRule({
  name: 'link/insecure',
  severity: 'off',
  what: 'A link over plain HTTP',
  why: 'Whoever sits between reader and server can change the page. Nearly every server speaks HTTPS today.',
  wrong: [{ text: 'See http://docs.openstack.org/dome for the dome.\n' }],
  right: [{ text: 'See https://docs.openstack.org/dome for the dome.\n' }, { text: 'Look at http://localhost:8080/dome.\n' }],
  options: {
    hosts: {
      type: 'strings',
      default: [
        '*.openstack.org',
        '*.opendev.org',
        'opendev.org',
        '*.launchpad.net',
        'launchpad.net',
        'github.com',
        '*.python.org',
        '*.wikipedia.org',
      ],
      description: 'Hosts that are known to speak HTTPS: links to them can be repaired',
    },
    all: { type: 'boolean', default: false, description: 'Whether links to other hosts are reported as well' },
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
        message: `Unexpected \`http:\` in a link to \`${host}\`, expected \`https:\``,
        fix: isKnown
          ? { title: 'Use `https:`', safe: !isShown, edits: [{ offset, endOffset: offset + 4, text: 'https' }] }
          : undefined,
      })
    }
  },
})
