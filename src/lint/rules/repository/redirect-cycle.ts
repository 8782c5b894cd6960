import { followRedirects } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { redirects } from './examples.ts'
import { plainRedirects, redirectsOf } from './redirects.ts'

export const redirectCycle = defineRule({
  name: 'repository/redirect-cycle',
  severity: 'error',
  what: 'A redirect that leads back to itself, or never arrives',
  why: 'A browser gives up after some redirects and shows an error.',
  wrong: [
    redirects(
      'redirect 301 /goals/proposed/domes.html /goals/selected/moon.html',
      'redirect 301 /goals/selected/moon.html /goals/proposed/domes.html',
    ),
    { ...redirects('redirect 301 /goals/ /goals/selected/'), title: 'A redirect of a folder to a folder in it' },
  ],
  right: [redirects('redirect 301 /goals/proposed/domes.html /goals/selected/domes.html')],
  subject: 'redirects',
  needs: 'site',
  check(context) {
    const all = redirectsOf(context)
    for (const { from, to, offset, endOffset } of plainRedirects(context)) {
      // A redirect of a folder can have no end for a page in the folder, although it has one for the folder itself.
      const starts = from.endsWith('/') ? [from, `${from}index.html`] : [from]
      if (starts.some((start) => followRedirects(all, start, context.site!.host).isEndless))
        context.report({ offset, endOffset, message: `Redirect from \`${from}\` to \`${to}\` never arrives at a page` })
    }
  },
})
