/** Plain text: lines and places, edits, names, nearest names, comparison of lists. Depends on nothing else in this project. */
export { applyEdits, type Edit, indexFrom } from './edits.ts'
export { type GitPatterns, gitPatterns } from './git-patterns.ts'
export { globMatcher, patternMatcher } from './globs.ts'
export {
  largestDocument,
  longestSettings,
  longestTemplate,
  longestYaml,
  mostTokens,
  parseYaml,
  tooLong,
  whyTooLarge,
} from './limits.ts'
export { lineIndexAt, linesBeyond, linesOf, type Place, partAround, placeOf, placesIn, type SourceLine } from './lines.ts'
export { addTo, appendAll, largest, smallest } from './lists.ts'
export { entryMarker } from './markers.ts'
export { marksBeyond } from './marks.ts'
export { canonicalName, oneLine, plainTitle, plainWords, sentence } from './names.ts'
export { editDistance, nearest } from './nearest.ts'
export { once } from './once.ts'
export { escapePattern } from './pattern.ts'
export {
  controlCharacters,
  jsonOf,
  loneSurrogate,
  printable,
  printableIn,
  printableLines,
  withoutCommands,
  withoutControls,
  withShortValues,
} from './printable.ts'
export { commonSubsequence, differingParts, firstByKey, longestRising, nextOfEach, type Region, surplus } from './sequence.ts'
export { readSimpleYaml } from './simple-yaml.ts'
export { withoutBlankEnds, withoutEnd } from './trim.ts'
export { byText, isRecord, isSame, valuesIn } from './values.ts'
export { yamlFaults, yamlSentence } from './yaml-faults.ts'
