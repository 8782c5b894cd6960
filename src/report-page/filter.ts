/** The form above a table that leaves rows out. The script of the page shows it and makes it work. */
import { type Html, html } from './html.ts'

interface Choice {
  text: string
  /** Rows with a cell of one of these statuses, or in one of these states; all rows where it is empty. */
  values: readonly string[]
}

export interface Filter {
  /** The table. */
  id: string
  /** What the search looks through. */
  search: string
  /** What the list chooses by. */
  label: string
  choices: readonly Choice[]
}

export function filterForm({ id, search, label, choices }: Filter): Html {
  const options = choices.map(({ text, values }) => html`<option value="${values.join(' ')}">${text}</option>`)
  return html`<form class="filter" data-filter="${id}" hidden>
<label>${search} <input type="search" autocomplete="off"></label>
<label>${label} <select>${options}</select></label>
<output aria-live="polite"></output>
</form>`
}
