import { isUndecided, redirectOf, targetOf } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { redirectTests } from './examples.ts'
import { redirectsOf } from './redirects.ts'

const moved = ['redirect 301 /goals/pike/clocks.html /goals/completed/pike/clocks.html']

export const redirectTest = defineRule({
  name: 'repository/redirect-test',
  severity: 'error',
  what: 'A test of a redirect, in the form of `whereto`, that fails',
  why: 'Either the redirect or its test was forgotten when a page moved.',
  wrong: [
    redirectTests(moved, '/goals/pike/clocks.html 301 /goals/selected/clocks.html'),
    redirectTests(moved, '/goals/pike/domes.html 301 /goals/selected/domes.html'),
  ],
  right: [
    redirectTests(
      moved,
      '# A page that moved',
      '/goals/pike/clocks.html 301 /goals/completed/pike/clocks.html',
      '/goals/index.html 200',
    ),
  ],
  subject: 'redirect tests',
  needs: 'site',
  check(context) {
    if (!context.site!.redirects) return
    const all = redirectsOf(context)
    for (const { text, offset } of context.lines) {
      const [path, code, target] = text.trim().split(/\s+/)
      if (path === undefined || code === undefined || path.startsWith('#')) continue
      const redirect = redirectOf(all, path)
      const to = redirect && targetOf(redirect, path)
      // `200` means that the page is not redirected.
      if (redirect ? redirect.code === code && to === target : code === '200') continue
      if (isUndecided(all, path)) continue
      const start = offset + text.indexOf(path)
      context.report({
        offset: start,
        endOffset: start + text.trim().length,
        message: redirect
          ? `Test of \`${path}\` fails; it is redirected ${to === undefined ? '' : `to \`${to}\` `}with ${redirect.code}`
          : `Test of \`${path}\` fails; no redirect matches`,
      })
    }
  },
})
