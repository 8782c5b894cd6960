/** The report: the goals, a table of teams × goals, teams without an answer, and each goal with its burn-down. */
import { plural } from '../report/index.ts'
import type { ReportData } from './data.ts'
import { goalSection } from './goal.ts'
import { goalsSection } from './goals.ts'
import { html } from './html.ts'
import { matrixSection } from './matrix.ts'
import { namedGoals } from './named.ts'
import { pageShell } from './shell.ts'
import { silentSection } from './silent.ts'

export function reportPage({ day, commit, goals }: ReportData): string {
  const named = namedGoals(goals)
  const shown = named.filter(({ hasSection }) => hasSection)
  const hasTeams = shown.some(({ status }) => status.teams.length + status.missing.length > 0)
  return pageShell({
    title: 'Community goals',
    about: html`${plural(goals.length, 'goal')} as of <time>${day}</time>${commit === undefined ? undefined : html`, commit <code>${commit}</code>`}`,
    links: [
      { id: 'goals-title', text: 'Goals' },
      ...(hasTeams ? [{ id: 'teams-title', text: 'Teams and goals' }] : []),
      { id: 'silent-title', text: 'Teams without an answer' },
      ...shown.map(({ id, name }) => ({ id, text: name })),
    ],
    main: html`${goalsSection(named)}${matrixSection(named)}${silentSection(named)}${shown.map((goal) => goalSection(goal, day))}`,
  })
}
