/** Three-way merging: of goals, and of the documents and models that say them. */
export { type Conflict, mergeGoals } from './goals.ts'

export { conflictStyles, type Markers, usualMarkers } from './lines.ts'
export { type MergedText, type MergeOptions, mergeDocuments, mergeModels } from './texts.ts'
