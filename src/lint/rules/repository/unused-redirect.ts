import { redirectOf } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { redirects } from './examples.ts'
import { redirectsOf } from './redirects.ts'

export const unusedRedirect = defineRule({
  name: 'repository/unused-redirect',
  severity: 'warning',
  what: 'A redirect whose address an earlier one takes',
  why: 'The server uses the first redirect that matches, so this one never counts.',
  wrong: [
    redirects(
      'redirect 301 /goals/pike/ /goals/completed/pike/',
      'redirect 301 /goals/pike/roofs.html /goals/selected/domes.html',
    ),
  ],
  right: [
    redirects(
      'redirect 301 /goals/pike/roofs.html /goals/selected/domes.html',
      'redirect 301 /goals/pike/ /goals/completed/pike/',
    ),
  ],
  subject: 'redirects',
  needs: 'site',
  check(context) {
    const all = redirectsOf(context)
    for (const redirect of all) {
      const first = redirect.isPattern ? redirect : redirectOf(all, redirect.from)
      if (!first || first === redirect) continue
      context.report({
        offset: redirect.offset,
        endOffset: redirect.endOffset,
        message: `Redirect from \`${redirect.from}\` never counts; line ${first.line + 1} redirects this address already`,
        related: [{ offset: first.offset, endOffset: first.endOffset, message: 'the redirect that counts' }],
      })
    }
  },
})
