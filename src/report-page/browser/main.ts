/** The script of a page: tables that can be sorted and filtered. Without it the page shows everything. */
import { makeFilter } from './filter.ts'
import { makeSortable } from './sort.ts'

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) makeFilter(form)
