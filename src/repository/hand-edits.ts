/** Which of a document and its model was edited since they last agreed. */
import { statSync } from 'node:fs'
import { type DocumentOptions, openDocument } from '../document/index.ts'
import { type Goal, UnwritableGoalError } from '../goal/index.ts'
import { isSame } from '../text/index.ts'
import { rememberedAgreement } from './agreements.ts'
import { fileAt } from './git.ts'
import { lastAgreement, type PairPaths, type PastPair } from './history.ts'
import { pullEdits } from './pull.ts'

/** Two files whose modification times differ by less than this, in milliseconds, were written by one program and not by hand. */
const moment = 2000

/** Which of a document and its model was edited since they last agreed. `both` can be merged, a `conflict` cannot. */
export interface EditedSide {
  side: 'document' | 'model' | 'both' | 'conflict'
  /** Whether git has no version in which they agree. */
  isGuess: boolean
}

/** Which of a document and its model was edited, if they differ.
 *
 * If git has no version in which they agreed, the side is a guess. It is the model if the document equals its committed version,
 * because rendering then loses nothing. It is the document if it differs from that version, or if it is not committed and newer
 * than its model.
 */
export function editedSide(paths: PairPaths, document: string, model: Goal, options: DocumentOptions): EditedSide {
  const remembered = rememberedAgreement(paths, options)
  if (remembered?.isUntouched.document && remembered.document.source === document) return { side: 'model', isGuess: false }
  const before = lastAgreement(paths, { document, model }, options)
  if (before) return { side: movedSince(before, document, model, options), isGuess: false }
  const committed = fileAt(paths.document, 'HEAD')
  const isEdited =
    committed === undefined ? statSync(paths.document).mtimeMs > statSync(paths.model).mtimeMs + moment : committed !== document
  return { side: isEdited ? 'document' : 'model', isGuess: true }
}

function movedSince(before: PastPair, document: string, model: Goal, options: DocumentOptions): EditedSide['side'] {
  if (before.document.source === document) return 'model'
  const hasMoved = before.model === undefined || !isSame(before.model, model)
  try {
    const { goal, conflicts } = pullEdits({ document: openDocument(document, options), model }, before)
    if (conflicts.length > 0) return 'conflict'
    if (isSame(goal, model)) return 'model'
    return hasMoved ? 'both' : 'document'
  } catch (error) {
    if (error instanceof UnwritableGoalError) return hasMoved ? 'conflict' : 'document'
    throw error
  }
}

/** Whether rendering the model would undo an edit of the document since the two last agreed. */
export function hasHandEdits(paths: PairPaths, document: string, model: Goal, options: DocumentOptions): boolean {
  return editedSide(paths, document, model, options).side !== 'model'
}
