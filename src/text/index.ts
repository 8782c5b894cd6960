/** Plain text: lines and places, edits, names, near misses, what lists have in common. Depends on nothing else in this project. */
export { applyEdits, type Edit } from './edits.ts'
export { globMatcher } from './globs.ts'
export { lineIndexAt, linesOf, type Place, placeOf, placesIn, type SourceLine } from './lines.ts'
export { canonicalName, oneLine, plainTitle, plainWords } from './names.ts'
export { editDistance, nearest } from './nearest.ts'
export { escapePattern } from './pattern.ts'
export { commonSubsequence, rising } from './sequence.ts'
export { isRecord, isSame } from './values.ts'
