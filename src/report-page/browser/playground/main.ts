/** The script of the playground: connects the fields, the engine and the address. */
import { lintGutter } from '@codemirror/lint'
import type { Example } from '../../playground/page.ts'
import type { Answer, Problem, Question, UserInput } from '../../playground/question.ts'
import { fragmentOf, questionIn } from './address.ts'
import { goTo, makeEditor, setText, textOf } from './editor.ts'
import { elementById } from './elements.ts'
import { startEngine } from './engine.ts'
import { applyFix, markFindings } from './marks.ts'
import { type Panel, type PanelPage, panels } from './panels/index.ts'
import { makeTabs } from './tabs.ts'

const examples = JSON.parse(elementById('examples', HTMLScriptElement).text) as readonly Example[]
const engine = startEngine(elementById('engine', HTMLScriptElement).text)
const fields = {
  path: elementById('path', HTMLInputElement),
  teams: elementById('teams', HTMLTextAreaElement),
  configuration: elementById('configuration', HTMLTextAreaElement),
}
const said = elementById('said', HTMLOutputElement)
const says = elementById('says', HTMLElement)
const summary = elementById('summary', HTMLOutputElement)
const editor = makeEditor({
  parent: elementById('document', HTMLElement),
  label: 'Document in reStructuredText',
  extensions: lintGutter(),
  changed: refresh,
})
const tabs = makeTabs(document.querySelector<HTMLElement>('[role="tablist"]')!, refresh)
const desk: PanelPage = {
  engine,
  question,
  setDocument: (text) => setText(editor, text),
  say: (text) => {
    said.value = text
  },
  refresh,
}
const own = Object.entries(panels).map(([name, make]): [string, Panel] => [name, make(panelOf(name), desk)])

function panelOf(name: string): HTMLElement {
  return elementById(`panel-${name}`, HTMLElement)
}

function sheet(): UserInput {
  const { path, teams, configuration } = fields
  return { document: textOf(editor), path: path.value, teams: teams.value, configuration: configuration.value }
}

function question(): Question {
  const asked: Question = { ...sheet(), tab: tabs.selected(), unsafe: false }
  for (const [, panel] of own) Object.assign(asked, panel.asks?.())
  return asked
}

let isAsking = false
let isStale = false

/** Sends the current state to the engine. While it works, only the latest change is kept. */
async function refresh(): Promise<void> {
  isStale = true
  says.ariaBusy = 'true'
  keepAddress()
  if (isAsking) return
  isAsking = true
  while (isStale) {
    isStale = false
    const asked = question()
    try {
      const answer = await engine.analyse(asked)
      if (!isStale) show(asked, answer)
    } catch (error) {
      summary.value = error instanceof Error ? error.message : String(error)
    }
  }
  isAsking = false
  says.ariaBusy = 'false'
}

/** The document and the findings that the page shows. */
let shown: Pick<Question, 'document'> & Pick<Answer, 'diagnostics'> = { document: '', diagnostics: [] }

function show({ tab, document }: Question, answer: Answer): void {
  shown = { document, diagnostics: answer.diagnostics }
  markFindings(editor, answer.diagnostics)
  if (summary.value !== answer.summary) summary.value = answer.summary
  for (const box of ['teams', 'configuration'] as const) showProblems(box, answer.problems)
  const models = answer.problems.filter((problem) => problem.box === 'model')
  if ('text' in answer.shown) own.find(([name]) => name === tab)?.[1].show(answer.shown.text, models)
  else panelOf(tab).innerHTML = answer.shown.markup
}

function showProblems(box: 'teams' | 'configuration', problems: readonly Problem[]): void {
  const items = problems
    .filter((problem) => problem.box === box)
    .map(({ line, message }) => {
      const item = document.createElement('li')
      item.textContent = `Line ${line}: ${message}`
      return item
    })
  fields[box].ariaInvalid = String(items.length > 0)
  const list = elementById(`${box}-problems`, HTMLUListElement)
  list.replaceChildren()
  for (const item of items) list.append(item)
}

let waiting: ReturnType<typeof setTimeout> | undefined

/** Writes the state to the address, with a delay: browsers reject too frequent changes. */
function keepAddress(): void {
  clearTimeout(waiting)
  waiting = setTimeout(writeAddress, 300)
}

/** The maximum length of an address differs between browsers; all accept this one. */
const longest = 1_000_000

async function writeAddress(): Promise<boolean> {
  clearTimeout(waiting)
  const fragment = await fragmentOf(question())
  const fits = fragment.length <= longest
  history.replaceState(null, '', fits ? fragment : location.pathname)
  return fits
}

function fill(given: Partial<Question>): void {
  for (const [name, field] of Object.entries(fields)) field.value = given[name as keyof typeof fields] ?? ''
  for (const [, panel] of own) panel.restore?.(given)
  if (given.tab !== undefined) tabs.select(given.tab)
  setText(editor, given.document ?? '')
  refresh()
}

let turn = 0

async function fillFrom(fragment: string): Promise<void> {
  const mine = ++turn
  const given = await questionIn(fragment)
  // Another address may have come meanwhile.
  if (mine === turn) fill(given ?? examples[0] ?? {})
}

for (const field of Object.values(fields)) field.addEventListener('input', refresh)
elementById('sheet', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault())
const choice = elementById('example', HTMLSelectElement)
choice.addEventListener('change', () => {
  const example = examples[Number(choice.value)]
  if (choice.value !== '' && example) fill(example)
})
elementById('copy', HTMLButtonElement).addEventListener('click', async () => {
  if (!(await writeAddress())) return desk.say('The document is too long for a link')
  try {
    await navigator.clipboard.writeText(location.href)
    desk.say('Copied the link')
  } catch {
    desk.say('The link is in the address bar')
  }
})
document.addEventListener('click', ({ target }) => {
  const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-from], [data-fix]') : null
  if (!clicked) return
  const { from, to, fix: index } = clicked.dataset
  if (index === undefined) return goTo(editor, Number(from), Number(to))
  const fix = shown.diagnostics[Number(index)]?.fix
  if (fix) applyFix(editor, fix, shown.document)
})
// Not by `location`: the page may have written an older state there, before it heard of the new one.
addEventListener('hashchange', ({ newURL }) => fillFrom(new URL(newURL).hash))
fillFrom(location.hash)
