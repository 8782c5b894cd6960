/** Grid tables and simple tables, and the functions that the table directives use. */
export { buildTable } from './build.ts'
export type { Cell } from './columns.ts'
export { gridTable } from './grid-table.ts'
export { simpleTable } from './simple-table.ts'
