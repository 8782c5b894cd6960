/** Converts between a document and its goal, in both directions. Knows RST and goals, but no files. */
import type { Goal } from '../goal/index.ts'
import { rememberPositions } from '../goal/index.ts'
import { markAsRead } from './new-messages.ts'
import { placesOf } from './places.ts'
import { goalOf, readDocument } from './read.ts'
import type { DocumentOptions } from './reading.ts'
import { type ReadDiagnostic, verbatimOf } from './verbatim.ts'

export { type Answer, answerOf, answersOf, openAnswers } from './answers.ts'
export { builtinProfile, builtinProfiles, extendProfile } from './builtin.ts'
export { checkProfile, checkProfileData, suggest } from './check-profile.ts'
export { compareGoals, type Difference } from './compare.ts'
export { describeDifference, textOf } from './describe.ts'
export { detectProfile, detectProfileAfter, followsProfile } from './detect.ts'
export { type DraftOptions, draftGoal, draftQuestions, type Question } from './draft.ts'
export { type MarkdownProblem, markdownToRst } from './markdown/index.ts'
export {
  type Conflict,
  conflictStyles,
  type Markers,
  type MergedText,
  type MergeOptions,
  mergeDocuments,
  mergeGoals,
  mergeModels,
  usualMarkers,
} from './merge/index.ts'
export { placesOf } from './places.ts'
export { type Profile, type ProfileSection, sectionTitled, usualLevel } from './profile.ts'
export { type ProfileData, profileJsonSchema } from './profile-schema.ts'
export { goalOf, readDocument } from './read.ts'
export type * from './reading.ts'
export { teamFaults } from './team-faults.ts'
export { profileFromTemplate } from './template-document.ts'
export { type Template, templateFields } from './templates.ts'
export { findUnreadableTemplate } from './unreadable-template.ts'
export { withUnstatedValues } from './unstated-values.ts'
export { UnwritableGoalError } from './unwritable.ts'
export { renderGoal, updateDocument } from './update.ts'
export type { ReadDiagnostic } from './verbatim.ts'

/** Reads any document. Nothing is lost: text that fits no key is kept verbatim, and the diagnostics say where. */
export function readGoal(source: string, options: DocumentOptions = {}): { goal: Goal; diagnostics: ReadDiagnostic[] } {
  const reading = readDocument(source, options)
  const goal = goalOf(reading)
  rememberPositions(goal, placesOf(reading))
  markAsRead(goal)
  return { goal, diagnostics: verbatimOf(reading, goal) }
}
