import { followRedirects, pathOfAddress, redirectOf } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { redirects } from './examples.ts'
import { plainRedirects, redirectsOf } from './redirects.ts'

export const redirectChain = defineRule({
  name: 'repository/redirect-chain',
  severity: 'warning',
  what: 'A redirect to an address that is redirected again',
  why: 'Each step costs readers a request, and a chain breaks as soon as one of its redirects is removed.',
  wrong: [
    redirects(
      'redirect 301 /goals/pike/clocks.html /goals/selected/clocks.html',
      'redirect 301 /goals/selected/clocks.html /goals/completed/pike/clocks.html',
    ),
  ],
  right: [
    redirects(
      'redirect 301 /goals/pike/clocks.html /goals/completed/pike/clocks.html',
      'redirect 301 /goals/selected/clocks.html /goals/completed/pike/clocks.html',
    ),
  ],
  subject: 'redirects',
  needs: 'site',
  check(context) {
    const all = redirectsOf(context)
    for (const { from, to, offset, endOffset } of plainRedirects(context)) {
      const { hops, isEndless } = followRedirects(all, from, context.site!.host)
      if (hops.length < 2 || isEndless) continue
      const next = redirectOf(all, pathOfAddress(hops[0]!))!
      context.report({
        offset,
        endOffset,
        message: `Redirect to \`${to}\`, which is redirected to \`${hops.at(-1)}\`; write that address here`,
        related: [{ offset: next.offset, endOffset: next.endOffset, message: 'the next redirect' }],
        data: { expected: hops.at(-1) },
      })
    }
  },
})
