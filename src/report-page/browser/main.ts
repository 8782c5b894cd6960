/** The script of a page, which makes tables sortable and filterable. Without it, the page shows all rows. */
import { makeFilter } from './filter.ts'
import { makeSortable } from './sort.ts'

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) makeFilter(form)
