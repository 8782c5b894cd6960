import { isUndecided, pathOfAddress, redirectOf } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { isPage } from '../../site.ts'
import { redirects } from './examples.ts'
import { redirectsOf } from './redirects.ts'

export const deadRedirect = defineRule({
  name: 'repository/dead-redirect',
  severity: 'error',
  what: 'A redirect to a page of a goal that does not exist',
  why: 'Readers who follow an old link get an error. `goaldoc move` keeps redirects alive; a file that is moved by hand leaves them behind.',
  wrong: [redirects('redirect 301 /goals/pike/clocks.html /goals/completed/clocks.html')],
  right: [
    redirects('redirect 301 /goals/pike/clocks.html /goals/completed/pike/clocks.html'),
    {
      ...redirects('redirect 301 /teams.html /people/teams.html'),
      title: 'A page that is not below the goals may be made by an extension',
    },
  ],
  subject: 'redirects',
  needs: 'site',
  check(context) {
    const all = redirectsOf(context)
    for (const { to, isPattern, offset, endOffset } of all) {
      // The target of a pattern is known only if it takes no part from the address.
      if (to === undefined || (isPattern && to.includes('$')) || isPage(context.site!, to) !== false) continue
      // A target that is redirected again is not the final page.
      if (redirectOf(all, pathOfAddress(to)) || isUndecided(all, pathOfAddress(to))) continue
      context.report({ offset, endOffset, message: `Redirect to \`${to}\`, which is not a page` })
    }
  },
})
