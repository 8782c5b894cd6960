/** What changed in goals between two times. */
export { type ChangeReport, changesOf, type GoalChanges } from './changes.ts'
export { type ChangeFormat, changeFormats, formatChanges, type Posted, posted } from './format.ts'
