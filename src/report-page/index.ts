/** HTML pages from data: each page is a single file that loads nothing from the network. Reads no files, and also runs in a
 * browser.
 */

export type { HistoryPoint, PageGoal } from './data.ts'
export { reportPage } from './report-page.ts'
