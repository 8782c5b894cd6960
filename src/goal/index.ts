/** What a goal is: schema, types, YAML text in and out. Knows nothing of RST syntax. */
export { type EntryFacts, entryFacts, flatEntries } from './facts.ts'
export { nearest } from './nearest.ts'
export { type ModelDiagnostic, type ParsedModel, parseModel } from './parse.ts'
export { lineIndex, type Place, type Places, placeBetween, positionsOf, rememberPositions } from './positions.ts'
export * from './schema.ts'
export { readsAsNone, type Status, statuses, teamStatus } from './status.ts'
export { stringifyModel } from './write.ts'
export { type ModelIssue, type ModelRule, type Path, validateGoal } from './validate.ts'
