import { redirectOf, targetOf } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { addressOf } from '../../site.ts'
import { redirects } from './examples.ts'
import { redirectsOf } from './redirects.ts'

export const redirectedPage = defineRule({
  name: 'repository/redirected-page',
  severity: 'error',
  what: 'A redirect from the address of a page that exists',
  why: 'The server follows the redirect first, so nobody can read the page.',
  wrong: [redirects('redirect 301 /goals/selected/domes.html /goals/proposed/lenses.html')],
  right: [redirects('redirect 301 /goals/proposed/domes.html /goals/selected/domes.html')],
  subject: 'redirects',
  needs: 'site',
  check(context) {
    const site = context.site!
    const all = redirectsOf(context)
    const hidden = new Map(all.map((redirect) => [redirect, [] as string[]]))
    for (const name of site.pages ?? []) {
      const address = addressOf(site, name)
      const redirect = redirectOf(all, address)
      if (redirect && targetOf(redirect, address) !== address) hidden.get(redirect)!.push(name)
    }
    for (const [{ offset, endOffset }, names] of hidden) {
      if (names.length === 0) continue
      const [first, ...more] = names.sort()
      const others = more.length === 0 ? '' : ` and ${more.length} more`
      context.report({ offset, endOffset, message: `Redirect hides the page \`${first}\`${others}`, data: { pages: names } })
    }
  },
})
