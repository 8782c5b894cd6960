/** Whether a document holds hand edits that its model does not have. */
import { statSync } from 'node:fs'
import { type DocumentOptions, UnwritableGoalError } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import { isSame } from '../text/index.ts'
import { fileAt } from './git.ts'
import { lastAgreement, type PairPaths } from './history.ts'
import { pullEdits } from './pull.ts'
import { rememberedAgreement } from './remembered.ts'

/** Files that are written one after the other by a program are not edited by hand one after the other, in milliseconds. */
const moment = 2000

/** Whether writing the document from its model would undo an edit that somebody made in the document since the two agreed.
 *
 * Where git knows no time when they did, a document that git has as it is can be written: nothing is lost. One that was edited since it
 * was committed cannot, nor one that git does not have and that is newer than its model.
 */
export function hasHandEdits(paths: PairPaths, document: string, model: Goal, options: DocumentOptions): boolean {
  const remembered = rememberedAgreement(paths.document)
  if (remembered?.document === document) return false
  const before = lastAgreement(paths, options)
  if (before?.document === document) return false
  if (before) {
    try {
      const { goal, conflicts } = pullEdits({ document, model }, before, options)
      return conflicts.length > 0 || !isSame(goal, model)
    } catch (error) {
      if (error instanceof UnwritableGoalError) return true
      throw error
    }
  }
  const committed = fileAt(paths.document, 'HEAD')
  if (committed !== undefined) return committed !== document
  return statSync(paths.document).mtimeMs > statSync(paths.model).mtimeMs + moment
}
