/** Converts between a document and its goal, in both directions. Knows RST and goals, but no files. */
export { type Answer, answerOf, answersOf, openAnswers } from './answers.ts'
export { builtinProfile, builtinProfiles, extendProfile } from './builtin.ts'
export { checkProfile, checkProfileData, suggest } from './check-profile.ts'
export { compareGoals, type Difference } from './compare.ts'
export { describeDifference, textOf } from './describe.ts'
export { detectProfile, detectProfileAfter, followsProfile } from './detect.ts'
export { type DraftOptions, draftGoal, draftQuestions, type Question } from './draft.ts'
export { editedMarkdown } from './markdown/edit.ts'
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
export { type OpenDocument, openDocument, readGoal } from './open.ts'
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
export { renderGoal, updateDocument } from './update.ts'
