/** Index pages: the part between `.. goaldoc: index` and `.. goaldoc: index-end` is generated from the goals. */
import { join, posix, relative, sep } from 'node:path'
import { openDocument } from '../document/index.ts'
import { type Goal, parseModel, teamStatus } from '../goal/index.ts'
import { eraOf } from '../lint/index.ts'
import { byText } from '../text/index.ts'
import { discover, type FoundFile } from './discovery.ts'
import type { FileEdit } from './file-edits.ts'
import { byteOrderMark, inFileStyleOf, readText, shownPath } from './files.ts'
import { whyNotAGoal } from './goal-pages.ts'
import type { SphinxProjects } from './sphinx.ts'
import { goalOfFiles } from './statuses.ts'

/** The data of a goal in an index. */
interface IndexedGoal {
  path: string
  title: string
  state: string
  /** The name of the release, and its day (YYYY-MM-DD). */
  release: string
  day: string
  champions: string
  progress: string
}

/** The marked part of a page: the start marker with its options, and the text up to the end marker. */
const marked = /^(\.\. goaldoc: index(?: toctree)?)[ \t]*\r?\n([\s\S]*?)^\.\. goaldoc: index-end[ \t]*$/m

export interface Goals {
  /** The folder of the goals. */
  folder: string
  /** The name of a document in its Sphinx project; `undefined` if it belongs to none. */
  nameOf(path: string): string | undefined
  /** As YYYY-MM-DD. Releases before this day are published. */
  today: string
}

/** The new texts of the index pages that are not current, by their paths. `texts` are those of all documents and models. */
export function currentIndexes(texts: ReadonlyMap<string, string>, goals: Goals): Map<string, string> {
  const pages = [...texts].filter(([path, text]) => path.endsWith('.rst') && isBelow(goals.folder, path) && marked.test(text))
  const current = new Map<string, string>()
  if (pages.length === 0) return current
  const all = indexedGoals(texts, goals)
  for (const [path, text] of pages) {
    const below = all.filter((goal) => isBelow(join(path, '..'), goal.path))
    const made = text.replace(
      marked,
      (_, marker: string) => `${marker}\n\n${indexOf(below, path, marker, goals)}.. goaldoc: index-end`,
    )
    const after = inFileStyleOf(text, made)
    if (after !== text) current.set(path, after)
  }
  return current
}

/** The edits that make the index pages of a folder current; `undefined` if the folder has no index page. */
export async function indexEdits(folder: string, cwd: string, sphinx: SphinxProjects): Promise<FileEdit[] | undefined> {
  const files = await discover([folder], { cwd, endings: ['.rst', '.yaml', '.yml'] })
  const isMarked = ({ path, shown }: FoundFile) => path.endsWith('.rst') && marked.test(readText(path, shown))
  if (!files.some(isMarked)) return undefined
  const texts = new Map(files.map(({ path, shown }) => [path, readText(path, shown)]))
  const today = new Date().toISOString().slice(0, 10)
  const nameOf = (path: string) => sphinx.of(path)?.place?.path.replace(/\.rst$/, '')
  const current = currentIndexes(texts, { folder, nameOf, today })
  return [...current].map(([path, after]) => ({ path, shown: shownPath(path, cwd), before: texts.get(path)!, after }))
}

function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder + sep)
}

function indexedGoals(texts: ReadonlyMap<string, string>, { folder, today }: Goals): IndexedGoal[] {
  const goals: IndexedGoal[] = []
  for (const [path, document] of texts) {
    if (!path.endsWith('.rst') || !isBelow(folder, path)) continue
    const stem = path.slice(0, -'.rst'.length)
    const model = texts.get(`${stem}.yaml`) ?? texts.get(`${stem}.yml`)
    const stated = model === undefined ? undefined : parseModel(model.replace(byteOrderMark, '')).goal
    const goal = goalOfFiles({ document: openDocument(document), ...(stated ? { model: stated } : {}) })
    if (!whyNotAGoal(path, document, goal)) goals.push(indexed(path, goal, folder, today))
  }
  const rank = ({ day, state }: IndexedGoal) => `${day === '' ? '9' : day} ${state === 'proposed' ? 2 : 1}`
  return goals.sort((a, b) => byText(rank(a), rank(b)) || byText(a.title, b.title))
}

function indexed(path: string, goal: Goal, folder: string, today: string): IndexedGoal {
  const place = ['goals', ...relative(folder, path).split(sep)].join('/')
  const { release, isOver } = eraOf(place, today)
  const [stage = ''] = relative(folder, path).split(sep)
  const isStage = ['proposed', 'selected', 'completed'].includes(stage)
  const teams = (goal.teams ?? []).map(teamStatus)
  const done = teams.filter((status) => ['done', 'n/a', 'not-doing'].includes(status)).length
  const { champions } = goal
  return {
    path,
    title: goal.title,
    state: isStage ? stage : isOver ? 'completed' : 'selected',
    release: release ? (release.number ?? release.name.replace(/^./, (letter) => letter.toUpperCase())) : '',
    day: release?.day ?? '',
    champions: typeof champions === 'object' ? champions.people.map(({ name }) => name).join(', ') : '',
    progress: teams.length === 0 ? '' : `${done} of ${teams.length} ${teams.length === 1 ? 'team' : 'teams'}`,
  }
}

/** A table of the goals, in the order of the releases. If the marker says `toctree`, a hidden toctree follows. */
function indexOf(goals: readonly IndexedGoal[], page: string, marker: string, { nameOf }: Goals): string {
  if (goals.length === 0) return 'There is no goal here at the moment.\n\n'
  const row = (...cells: string[]) => cells.map((cell, at) => `   ${at === 0 ? '* ' : '  '}- ${cell}`.trimEnd()).join('\n')
  const local = (path: string) => relative(join(page, '..'), path).split(sep).join(posix.sep)
  const link = ({ path, title }: IndexedGoal) => {
    const name = nameOf(path)
    return name === undefined ? `\`${title.replace(/[\\`<]/g, '\\$&')} <${local(path)}>\`__` : `:doc:\`/${name}\``
  }
  const rows = goals.map((goal) => row(goal.release, link(goal), goal.state, goal.champions, goal.progress))
  const head = row('Release', 'Goal', 'State', 'Champion', 'Teams that have finished')
  const table = `.. list-table::\n   :header-rows: 1\n\n${[head, ...rows].join('\n')}\n\n`
  if (!marker.endsWith('toctree')) return table
  const entries = goals.map(({ path }) => `   ${local(path).replace(/\.rst$/, '')}`)
  return `${table}.. toctree::\n   :hidden:\n\n${entries.join('\n')}\n\n`
}
