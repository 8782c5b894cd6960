/** The form above a table that filters its rows. It is hidden until the script of the page runs. */
import { type Html, html } from './html.ts'

interface Choice {
  text: string
  /** A filter: rows with a cell of one of these statuses, or in one of these states; all rows if it is empty. */
  values: readonly string[]
}

export interface Filter {
  /** The id of the table. */
  id: string
  /** The label of the search field. */
  search: string
  /** The label of the list of filters. */
  label: string
  choices: readonly Choice[]
}

/** The choices of a table of goals. */
export const goalStates: readonly Choice[] = [
  { text: 'all', values: [] },
  { text: 'current', values: ['current'] },
  { text: 'over', values: ['over'] },
]

export function filterForm({ id, search, label, choices }: Filter): Html {
  const options = choices.map(({ text, values }) => html`<option value="${values.join(' ')}">${text}</option>`)
  return html`<form class="filter" data-filter="${id}" hidden>
<label>${search} <input type="search" autocomplete="off"></label>
<label>${label} <select>${options}</select></label>
<output aria-live="polite"></output>
</form>`
}
