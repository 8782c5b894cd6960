/** The model of the document, or the version that the user has edited. */
import { readGoal } from '../../../document/index.ts'
import { stringifyModel } from '../../../goal/index.ts'
import type { Tab } from './tab.ts'

export const model: Tab = {
  name: 'model',
  title: 'Model',
  show({ question, options: { path, profile } }) {
    if (question.model !== undefined) return question.model
    const { goal } = readGoal(question.document, { path, ...(profile ? { profile } : {}) })
    return stringifyModel(goal, { schema: false })
  },
}
