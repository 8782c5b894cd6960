/** Makes a table sortable by column. The header of each column becomes a button. */

export function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  heads.forEach((head, column) => {
    const { sort } = head.dataset
    if (sort === undefined) return
    const button = document.createElement('button')
    button.type = 'button'
    while (head.firstChild) button.append(head.firstChild)
    head.append(button)
    button.addEventListener('click', () => {
      const isDown = head.ariaSort === 'ascending'
      for (const other of heads) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending')
      sortRows(table, column, sort === 'number', isDown ? -1 : 1)
    })
  })
}

function sortRows(table: HTMLTableElement, column: number, isNumber: boolean, direction: 1 | -1): void {
  const body = table.tBodies[0]
  if (!body) return
  const keyed = [...body.rows].map((row) => {
    const cell = row.cells[column]
    return { row, text: cell?.dataset.value ?? cell?.textContent?.trim() ?? '' }
  })
  // Empty cells come last in both directions.
  const compare = (a: string, b: string) =>
    a === '' || b === ''
      ? Number(a === '') - Number(b === '')
      : direction * (isNumber ? Number(a) - Number(b) : a.localeCompare(b, 'en', { numeric: true }))
  keyed.sort((a, b) => compare(a.text, b.text))
  for (const { row } of keyed) body.append(row)
}
