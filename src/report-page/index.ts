/** Pages in HTML, made from data: one file that needs nothing from the network. Reads no files and runs in a browser. */

export type { HistoryPoint, PageGoal } from './data.ts'
export { reportPage } from './report-page.ts'
