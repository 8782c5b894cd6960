import { openstack } from '../../../preset/index.ts'
import { defineRule } from '../../rule.ts'
import { hostOf, urlsOf } from './urls.ts'

export const legacyHost = defineRule({
  name: 'link/legacy-host',
  severity: 'info',
  what: 'A link to a host that has moved',
  why: 'The redirect from the old host works only as long as somebody maintains it.',
  wrong: ['See https://review.openstack.org/#/c/441266/ for the dome.\n'],
  right: ['See https://review.opendev.org/#/c/441266/ for the dome.\n'],
  options: {
    hosts: {
      type: 'map',
      description: 'Old hosts with the new host of each',
      default: openstack.movedHosts,
    },
  },
  fixes: 'some',
  check(context) {
    const hosts = new Map(Object.entries(context.options.hosts).map(([host, target]) => [host.toLowerCase(), target]))
    for (const { text, offset, end, isShown } of urlsOf(context)) {
      const host = hostOf(text)
      const target = hosts.get(host)
      if (target === undefined) continue
      const moved = movedUrl(text, target)
      context.report({
        offset,
        endOffset: end,
        message: `Host \`${host}\` has moved; use \`${target}\``,
        data: { actual: text, expected: moved.url },
        fix: { title: `Use \`${target}\``, safe: moved.isSure && !isShown, edits: [{ offset, endOffset: end, text: moved.url }] },
      })
    }
  },
})

/** The URL on its new host. The old git host used the layout of cgit. */
function movedUrl(url: string, target: string): { url: string; isSure: boolean } {
  const cgit =
    /^https?:\/\/[^/]+\/cgit\/([^/]+\/[^/?#]+)\/?(?:(tree|plain|commit|log)\/?([^?#]*))?(?:\?([^#]*))?(?:#n?(\d+))?$/i.exec(url)
  if (!cgit) return { url: url.replace(/^https?:\/\/[^/?#]+/i, `https://${target}`), isSure: !/\/cgit\//.test(url) }
  const [, repository, view, path, query, line] = cgit
  const id = /(?:^|&)id=([0-9a-f]+)/.exec(query ?? '')?.[1]
  const branch = /(?:^|&)h=([^&]+)/.exec(query ?? '')?.[1]
  const root = `https://${target}/${repository}`
  if (!view) return { url: root, isSure: true }
  if (view === 'commit') return { url: id ? `${root}/commit/${id}` : `${root}/commits`, isSure: id !== undefined }
  const at = id ? `commit/${id}` : `branch/${branch ?? 'master'}`
  if (view === 'log') return { url: `${root}/commits/${at}/${path}`.replace(/\/$/, ''), isSure: true }
  return {
    url: `${root}/${view === 'plain' ? 'raw' : 'src'}/${at}/${path}${line ? `#L${line}` : ''}`.replace(/\/$/, ''),
    isSure: true,
  }
}
