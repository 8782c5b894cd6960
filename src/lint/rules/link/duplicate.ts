import { indexFrom } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { urlsOf } from './urls.ts'

export const duplicate = defineRule({
  name: 'link/duplicate',
  severity: 'info',
  what: 'The same link twice in a list',
  why: 'Usually an entry was copied and not changed, so the intended link is missing.',
  wrong: ['* https://example.org/hubble\n* https://example.org/hubble\n'],
  right: ['* https://example.org/hubble\n* https://example.org/kepler\n'],
  fixes: 'unsafe',
  check(context) {
    const urls = urlsOf(context)
    for (const { node } of context.all('bullet_list', 'enumerated_list')) {
      const seen = new Map<string, { offset: number; end: number }>()
      for (const item of node.children) {
        const { start, end } = item.position
        // Only items that begin with the link. A sentence may repeat a link.
        const url = urls[indexFrom(urls, start.offset)]
        const text = context.source.slice(start.offset, end.offset)
        if (!url || url.end > end.offset || !beginsWith(text, url.text)) continue
        const key = url.text.replace(/\/$/, '').replace(/^http:/i, 'https:')
        const first = seen.get(key)
        if (!first) {
          seen.set(key, url)
          continue
        }
        // Two things that are described may be on the same page.
        if (!/^>?`?_{0,2}[\s.,;:]*$/.test(text.slice(text.indexOf(url.text) + url.text.length))) continue
        const from = context.lines[context.lineAt(start.offset)]!
        const until = context.lines[context.lineAt(Math.max(start.offset, end.offset - 1))]!
        context.report({
          offset: url.offset,
          endOffset: url.end,
          message: 'Duplicate link in the list',
          related: [{ offset: first.offset, endOffset: first.end, message: 'The first link' }],
          fix: { title: 'Remove the entry', safe: false, edits: [{ offset: from.offset, endOffset: until.next, text: '' }] },
        })
      }
    }
  },
})

function beginsWith(item: string, url: string): boolean {
  return (
    item
      .replace(url, '')
      .replace(/^\S+\s*/, '')
      .trim() === '' || /^\S+\s*`[^`<]*<$/.test(item.slice(0, item.indexOf(url)))
  )
}
