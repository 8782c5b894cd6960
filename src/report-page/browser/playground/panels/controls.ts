/** Controls above the editor of a panel. */

export function button(text: string, clicked: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button'
  made.textContent = text
  made.addEventListener('click', clicked)
  return made
}

export function checkbox(text: string, changed: () => void): { label: HTMLLabelElement; input: HTMLInputElement } {
  const input = document.createElement('input')
  input.type = 'checkbox'
  input.addEventListener('change', changed)
  const label = document.createElement('label')
  label.className = 'choice'
  label.append(input, ` ${text}`)
  return { label, input }
}

/** Adds controls and an element for an editor to a panel, and returns that element. */
export function layOut(panel: HTMLElement, controls: readonly HTMLElement[]): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'bar'
  for (const control of controls) bar.append(control)
  const place = document.createElement('div')
  place.className = 'editor'
  // The editor itself receives the focus.
  panel.removeAttribute('tabindex')
  panel.classList.add('with-editor')
  panel.replaceChildren(bar, place)
  return place
}
