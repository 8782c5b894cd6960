/** Filters the rows of a table by words and by the statuses of their cells. */

export function makeFilter(form: HTMLFormElement): void {
  const table = document.getElementById(form.dataset.filter ?? '')
  const search = form.querySelector('input')
  const list = form.querySelector('select')
  const count = form.querySelector('output')
  if (!(table instanceof HTMLTableElement) || !search || !list || !count) return
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/)
    const wanted = list.value === '' ? [] : list.value.split(' ')
    for (const row of rows) row.hidden = !hasWords(row, words) || !hasStatus(row, wanted)
    const shown = rows.filter((row) => !row.hidden).length
    count.textContent = `${shown} of ${rows.length} shown`
  }
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.hidden = false
  // Browsers keep the input when a page is reloaded.
  apply()
}

/** Whether the names of a row, in its header and its links, contain all words. */
function hasWords(row: HTMLTableRowElement, words: readonly string[]): boolean {
  const names = [...row.querySelectorAll('th, a')].map((cell) => cell.textContent ?? '')
  const text = names.join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

function hasStatus(row: HTMLTableRowElement, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  return [...row.querySelectorAll<HTMLElement>('[data-status]')].some((cell) => wanted.includes(cell.dataset.status ?? ''))
}
