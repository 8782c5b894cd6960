import { defineRule } from '../../rule.ts'
import { pages } from './examples.ts'

const text = 'Goals\n=====\n\n.. goaldoc: index\n\nThere is no goal here at the moment.\n\n.. goaldoc: index-end\n'
const path = 'goals/index.rst'

export const staleIndex = defineRule({
  name: 'repository/stale-index',
  severity: 'error',
  what: 'An index page that does not say what the goals say',
  why: 'The part between the comments is written from the goals; `goaldoc render` renews it.',
  wrong: [{ text, path, site: { pages, staleIndexes: [path] } }],
  right: [{ text, path, site: { pages } }],
  needs: 'site',
  check(context) {
    if (!context.site!.staleIndexes.has(context.path)) return
    const line = context.lines.find((one) => one.text.startsWith('.. goaldoc: index'))
    if (!line) return
    context.report({
      offset: line.offset,
      endOffset: line.end,
      message: 'Index is not current; `goaldoc render` renews it',
    })
  },
})
