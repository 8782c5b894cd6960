/** The tables: grid and simple ones, and what the table directives share with them. */
export { buildTable } from './build.ts'
export type { Cell } from './columns.ts'
export { gridTable } from './grid-table.ts'
export { simpleTable } from './simple-table.ts'
