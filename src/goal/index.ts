/** What a goal is: schema, types, YAML text in and out. Knows nothing of RST syntax. */
export { entryFacts } from './facts.ts'
export { graft, nameOf } from './graft.ts'
export { isWhole, withoutGone } from './layout.ts'
export { isOwnKey, type OwnKind, ownKinds, type ProfileOptions } from './own-keys.ts'
export { type ModelDiagnostic, type ParsedModel, parseModel } from './parse.ts'
export { type ModelPiece, modelPieces } from './pieces.ts'
export { type Places, positionsOf, rememberPositions, type Within } from './positions.ts'
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
export { updateModel } from './update.ts'
export { type ModelIssue, type Path, validateGoal } from './validate.ts'
export { stringifyModel } from './write.ts'
