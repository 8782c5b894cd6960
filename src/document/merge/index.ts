/** Three-way merge of goals, documents and models. */
export { type Conflict, mergeGoals } from './goals.ts'

export { conflictStyles, type Markers, usualMarkers } from './lines.ts'
export { type MergedText, type MergeOptions, mergeDocuments, mergeModels } from './texts.ts'
