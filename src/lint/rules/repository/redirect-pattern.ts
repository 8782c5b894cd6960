import { whyUntried } from '../../redirect-patterns.ts'
import { isSpent } from '../../redirects.ts'
import { defineRule } from '../../rule.ts'
import { redirects } from './examples.ts'
import { redirectsOf } from './redirects.ts'

export const redirectPattern = defineRule({
  name: 'repository/redirect-pattern',
  severity: 'warning',
  what: 'A redirect whose pattern is not followed',
  why: 'A pattern with a repetition in a repetition can take forever to match, here and on the server. The other rules do not know which addresses it redirects.',
  wrong: [redirects('redirectmatch 301 ^/goals/([a-z]+)+/roofs.html$ /goals/selected/domes.html')],
  right: [redirects('redirectmatch 301 ^/goals/[a-z]+/roofs.html$ /goals/selected/domes.html')],
  subject: 'redirects',
  needs: 'site',
  check(context) {
    const patterns = redirectsOf(context).filter(({ isPattern }) => isPattern)
    for (const { from, offset, endOffset } of patterns) {
      const why = whyUntried(from)
      if (why) context.report({ offset, endOffset, message: `Pattern \`${from}\` is not followed; ${why}` })
    }
    const last = patterns.at(-1)
    // The rules above have used the patterns.
    if (!last || !isSpent(redirectsOf(context))) return
    const { offset, endOffset } = last
    context.report({ offset, endOffset, message: 'Too many patterns; not all of them were followed' })
  },
})
