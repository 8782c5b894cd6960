/** Hostile goals with all that the linter compares them with: an earlier version, a model and a team list. */
import { readGoal } from '../../src/document/index.ts'
import { fixAll, type LintOptions, lint } from '../../src/lint/index.ts'
import { loadRoster } from '../../src/roster/index.ts'
import type { Kind } from './kinds.ts'

const path = 'goals/orbit/telescopes.rst'

/** Copies of a text with their number, about as long as `size`. */
function copies(copy: (index: number) => string, size: number): string {
  const count = Math.max(1, Math.floor(size / copy(1000).length))
  return Array.from({ length: count }, (_, index) => copy(index)).join('')
}

const titled = (title: string, adornment: string, text = '') => `${title}\n${adornment.repeat(title.length)}\n\n${text}`
const labels = (planning = '', completion = '') => `Planning Artifacts:\n\n${planning}Completion Artifacts:\n\n${completion}`
const team = (name: string, text = labels()) => titled(name, '-', text)
const goalWith = (teams: string) =>
  `${titled('Domes', '=')}${titled('Gerrit Topic', '=', '``domes``\n\n')}${titled('Project Teams', '=', teams)}`
const letters = (index: number) =>
  index.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))

/** Goals; `name` makes the names of their parts, so that versions can have the same ones or others. */
type Goal = (name: (index: number) => string, size: number) => string
const goals: Record<string, Goal> = {
  sections: (name, size) => copies((i) => titled(`Moon ${name(i)}`, '=', `Seen by ${name(i)}.\n\n`), size),
  subsections: (name, size) => goalWith('') + copies((i) => titled(`Moon ${name(i)}`, '~', `Seen by ${name(i)}.\n\n`), size),
  'sections in levels': (name, size) =>
    copies((i) => titled(`Moon ${name(i)}`, '=-~^"'[i % 5]!, `Seen by ${name(i)}.\n\n`), size),
  'sections that are misspelled': (name, size) =>
    copies((i) => titled(`Completion Criteri${name(i)[0]}`, '=', 'Seen.\n\n'), size),
  'sections of a profile': (_, size) =>
    copies((i) => titled(['References', 'Gerrit Topic', 'Champion'][i % 3]!, '=', 'Io\n\n'), size),
  teams: (name, size) => goalWith(copies((i) => team(name(i)), size)),
  'teams, each twice': (name, size) => goalWith(copies((i) => team(name(i >> 1)), size)),
  'teams in reverse': (name, size) => goalWith(copies((i) => team(name(99_999 - i)), size)),
  'teams at other levels': (name, size) => goalWith(copies((i) => titled(name(i), i % 2 ? '~' : '-', labels()), size)),
  'teams outside': (name, size) => goalWith('') + copies((i) => titled(name(i), i % 2 ? '=' : '-', labels()), size),
  'teams with short underlines': (name, size) => goalWith(copies((i) => `${name(i)}\n----\n\n${labels()}`, size)),
  'teams with links': (name, size) => goalWith(copies((i) => team(name(i), labels(`* https://a.example/${name(i)}\n\n`)), size)),
  'teams without labels': (name, size) => goalWith(copies((i) => team(name(i), 'Io.\n\n'), size)),
  'links of one team': (name, size) => goalWith(team('mars', labels(copies((i) => `* https://a.example/${name(i)}\n`, size)))),
  'project lists': (name, size) =>
    goalWith('') + titled('Current State / Anticipated Impact', '=', `These:\n\n${copies((i) => `* ${name(i)}\n`, size)}`),
  criteria: (name, size) =>
    titled(
      'Completion Criteria',
      '=',
      copies((i) => `#. Open ${name(i)}\n`, size),
    ),
}

const same = (index: number) => `mars${letters(index)}`
const other = (index: number) => `venus${letters(index * 3)}`
const near = (index: number) => `marz${letters(index)}`

type Context = (goal: Goal, size: number) => LintOptions
const rosterOf = (name: (index: number) => string, size: number) => loadRoster(copies((i) => `${name(i)}: {}\n`, size / 4))
const contexts: Record<string, Context> = {
  'the same teams': (_, size) => ({ roster: rosterOf(same, size) }),
  'other teams': (_, size) => ({ roster: rosterOf(other, size) }),
  'similar teams': (_, size) => ({ roster: rosterOf(near, size) }),
  'other names before': (goal, size) => ({ before: { name: 'HEAD', source: goal(other, size) } }),
  'the other order before': (goal, size) => ({
    before: { name: 'HEAD', source: goal((i) => same(99_999 - i), size) },
    roster: rosterOf(same, size),
  }),
  'another model': (goal, size) => ({ model: readGoal(goal(other, size)).goal }),
  'a similar model': (goal, size) => ({ model: readGoal(goal(near, size)).goal, roster: rosterOf(near, size) }),
}

const deeds: Record<string, (source: string, options: LintOptions) => unknown> = {
  lint,
  fix: (source, options) => fixAll(source, { ...options, unsafe: true }),
}

export const contextKinds: readonly Kind[] = Object.entries(contexts).flatMap(([context, optionsOf]) =>
  Object.entries(goals).flatMap(([name, goal]) =>
    Object.entries(deeds).map(
      ([deed, work]): Kind => ({
        name: `${deed} with ${context}: ${name}`,
        prepare(size) {
          const [source, options] = [goal(same, size), { path, ...optionsOf(goal, size) }]
          return () => work(source, options)
        },
      }),
    ),
  ),
)
