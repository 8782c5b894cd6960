/** The repository of the examples in this family. */
import type { Example } from '../../rule.ts'

/** The pages of an observatory. */
export const pages = ['index', 'goals/index', 'goals/proposed/lenses', 'goals/selected/domes', 'goals/completed/pike/clocks']

const path = '.htaccess'

/** The redirects of the observatory. */
export function redirects(...lines: string[]): Example {
  return { text: `${lines.join('\n')}\n`, path, site: { pages } }
}

/** The tests of redirects. */
export function redirectTests(redirects: readonly string[], ...lines: string[]): Example {
  return { text: `${lines.join('\n')}\n`, path: 'redirect-tests.txt', site: { pages, redirects: `${redirects.join('\n')}\n` } }
}
