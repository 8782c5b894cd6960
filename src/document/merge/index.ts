/** Three-way merging: of goals, and of the documents and models that say them. */
export { type Conflict, mergeGoals } from './goals.ts'
export { lostWords, type Versions } from './kept.ts'
export { conflictStyles, type Markers, type Segments, usualMarkers } from './lines.ts'
export { type MergedText, type MergeOptions, mergeDocuments, mergeModels } from './texts.ts'
