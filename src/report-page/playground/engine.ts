/** The engine of the playground: answers questions about a document. It reads no files and runs in a worker. */

import { updateDocument } from '../../document/index.ts'
import { UnwritableGoalError } from '../../goal/index.ts'
import { analyse } from './analysis.ts'
import { readInputs } from './inputs.ts'
import type { Engine, Problem } from './question.ts'
import { summaryOf } from './summary.ts'
import { tabs } from './tabs/index.ts'

export const engine: Engine = {
  analyse(question) {
    const analysis = analyse(question)
    const { diagnostics, problems } = analysis
    const tab = tabs.find(({ name }) => name === question.tab) ?? tabs[0]!
    const shown = tab.show(analysis)
    return {
      diagnostics: [...diagnostics],
      summary: summaryOf(diagnostics),
      problems,
      shown: typeof shown === 'string' ? { text: shown } : shown,
    }
  },

  write(question) {
    const { goal, options, problems } = readInputs(question)
    if (!goal) return { problems }
    const { path, profile } = options
    try {
      const document = updateDocument(question.document, goal, { path, ...(profile ? { profile } : {}) })
      return { document, problems }
    } catch (error) {
      if (!(error instanceof UnwritableGoalError)) throw error
      const unwritable = error.values.map(({ message, place }): Problem => {
        const { line, offset, endOffset } = place ?? { line: 1, offset: 0, endOffset: 0 }
        return { box: 'model', message, line, offset, endOffset }
      })
      return { problems: [...problems, ...unwritable] }
    }
  },
}
