/** Tabs for mouse and keyboard, according to the ARIA Authoring Practices. */

export interface TabBar {
  selected(): string
  select(name: string): void
}

/** The name of a tab is its `id` without `tab-`. */
export function makeTabs(list: HTMLElement, changed: () => void): TabBar {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
  const nameOf = (tab: HTMLElement) => tab.id.slice('tab-'.length)
  let current = tabs[0]!
  const show = (tab: HTMLElement) => {
    current = tab
    for (const each of tabs) {
      const isCurrent = each === tab
      each.ariaSelected = String(isCurrent)
      each.tabIndex = isCurrent ? 0 : -1
      document.getElementById(each.getAttribute('aria-controls') ?? '')!.hidden = !isCurrent
    }
  }
  const choose = (tab: HTMLElement) => {
    show(tab)
    tab.focus()
    changed()
  }
  for (const tab of tabs) tab.addEventListener('click', () => choose(tab))
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(current)
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    choose(tabs[(to + tabs.length) % tabs.length]!)
  })
  return {
    selected: () => nameOf(current),
    select: (name) => show(tabs.find((tab) => nameOf(tab) === name) ?? tabs[0]!),
  }
}
