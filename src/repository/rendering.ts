import type { Profile } from '../document/index.ts'
import { renderGoal, updateDocument } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import { cannot } from './errors.ts'
import { inFileStyleOf } from './files.ts'

export interface RenderingOptions {
  /** The existing document, if it is to be updated instead of written from the template. */
  existing?: string
  /** Whether only the line endings of the existing document are kept. */
  isFresh?: boolean
  /** The profile to use if neither the model nor the document names one. */
  profile?: Profile
  /** The profiles to choose from if `profile` is absent. */
  profiles?: readonly Profile[]
  /** Directives and roles of the project that neither docutils nor Sphinx has. */
  known?: { directives: readonly string[]; roles: readonly string[] }
}

/** The text of a goal's document: the existing text with the differences corrected, or a new text.
 * @throws {UnwritableGoalError} if the document cannot express a value
 */
export async function renderModel(goal: Goal, options: RenderingOptions, what: string): Promise<string> {
  const { existing, isFresh, profile, profiles, known } = options
  const given = { ...(profile ? { profile } : {}), ...(known ? { known } : {}) }
  try {
    if (existing === undefined) return renderGoal(goal, given)
    return isFresh
      ? inFileStyleOf(existing, renderGoal(goal, given))
      : updateDocument(existing, goal, { ...given, ...(profiles ? { profiles } : {}) })
  } catch (error) {
    if (error instanceof RangeError)
      throw cannot(`render ${what}`, error.message.replace(/^Cannot [^:]*: /, '').replace(/\.$/, ''), undefined, { cause: error })
    throw error
  }
}
