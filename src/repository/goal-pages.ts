/** Which documents below a folder of goals are goals. */
import { basename } from 'node:path'
import type { Goal } from '../goal/index.ts'

/** Why a document in a folder is not a goal: it is an index page, a template, a placeholder or another page. */
export function whyNotAGoal(path: string, source: string, goal: Goal): string | undefined {
  const isGoal = Object.keys(goal).some((key) => !pageKeys.has(key))
  if (/^template\.rst$/i.test(basename(path))) return 'it is a template'
  if (/^index\.rst$/i.test(basename(path)) || (!isGoal && /^\.\. toctree::/m.test(source))) return 'it is an index page'
  return isGoal ? undefined : 'it has no section that a goal has; name it to import it'
}

/** Directives that other pages have as well. */
const pageKeys: ReadonlySet<string> = new Set(['profile', 'title', 'preamble', 'summary', 'references', 'sections', 'layout'])
