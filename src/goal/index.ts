/** What a goal is: schema, types, YAML text in and out. Knows nothing of RST syntax. */

export { nameOf, withChangedValues } from './changed-values.ts'
export { entryFacts } from './facts.ts'
export { isWholeDocument, withoutRemovedSections } from './layout.ts'
export { type ModelDiagnostic, type ParsedModel, parseModel } from './parse.ts'
export { type ModelPiece, modelPieces } from './pieces.ts'
export { type OffsetRange, type Places, positionsOf, rememberPositions } from './positions.ts'
export { isProfileKey, type ProfileKeyKind, type ProfileOptions, profileKeyKinds } from './profile-keys.ts'
export * from './schema.ts'
export { type AnswerChange, withAnswers } from './set-answer.ts'
export { stateOf } from './spellings.ts'
export {
  deliverableStatuses,
  listsOnlyStates,
  readsAsNone,
  type Status,
  statuses,
  teamStatus,
  withoutDerivedStatus,
} from './status.ts'
export { UnwritableGoalError, type UnwritableValue, unwritable } from './unwritable.ts'
export { updateModel } from './update.ts'
export { type ModelIssue, type Path, validateGoal } from './validate.ts'
export { stringifyModel } from './write.ts'
