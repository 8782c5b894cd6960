/** The item in the status bar: whether goaldoc runs, and how much it found in the file that is shown. */
import { type DocumentSelector, type ExtensionContext, languages, StatusBarAlignment, ThemeColor, window } from 'vscode'

type State = { name: 'starting' } | { name: 'running'; version: string } | { name: 'stopped'; why: string }

export interface Status {
  show(state: State, documents: DocumentSelector): void
}

export function openStatus({ subscriptions }: ExtensionContext): Status {
  const item = window.createStatusBarItem('goaldoc.status', StatusBarAlignment.Right)
  item.name = 'goaldoc'
  item.command = 'goaldoc.showOutput'
  let state: State = { name: 'starting' }
  let selector: DocumentSelector = []
  const update = () => {
    const document = window.activeTextEditor?.document
    if (!document || languages.match(selector, document) === 0) return item.hide()
    const found = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'goaldoc').length
    item.text = textOf(state, found)
    item.tooltip = tooltipOf(state, found)
    item.backgroundColor = state.name === 'stopped' ? new ThemeColor('statusBarItem.errorBackground') : undefined
    item.show()
  }
  subscriptions.push(item, window.onDidChangeActiveTextEditor(update), languages.onDidChangeDiagnostics(update))
  return {
    show(newState, documents) {
      state = newState
      selector = documents
      update()
    },
  }
}

function textOf({ name }: State, found: number): string {
  if (name === 'starting') return '$(loading~spin) goaldoc'
  if (name === 'stopped') return '$(error) goaldoc'
  return found === 0 ? '$(check) goaldoc' : `$(warning) goaldoc: ${found}`
}

function tooltipOf(state: State, found: number): string {
  if (state.name === 'starting') return 'goaldoc is starting'
  if (state.name === 'stopped') return state.why
  const findings = found === 0 ? 'no findings' : found === 1 ? '1 finding' : `${found} findings`
  return `goaldoc ${state.version}: ${findings} in this file`
}
