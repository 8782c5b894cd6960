/** The faults of a goal against the official list, and that their steps leave none. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Goal, Team } from '../../src/goal/index.ts'
import { correctionsOf, type TeamListOptions, teamListFaults } from '../../src/lint/index.ts'
import { loadRoster, type RosterOptions } from '../../src/roster/index.ts'

const list = ['gaia', 'hubble', 'kepler', 'Spitzer Space', 'webb'].map((name) => `${name}:\n  deliverables: {}\n`).join('')
const projects = `${list}Zodiac:\n  deliverables:\n    light:\n      repos: [planets/light]\n`
const legacy = 'cassini:\n  retired-on: 2026-09-15\nhuygens:\n  deliverables: {}\n'
const rosterWith = (options: RosterOptions = {}) =>
  loadRoster(projects, { aliases: { HST: 'hubble' }, renamed: { euclid: 'webb' }, retired: ['pioneer'], legacy, ...options })

const goalOf = (teams: readonly Team[]): Goal => ({ title: 'Quiet domes', teams: [...teams] })
const everyone: Team[] = ['gaia', 'hubble', 'kepler', 'Spitzer Space', 'webb', 'Zodiac'].map((name) => ({
  name,
  planning: ['Soon'],
}))
const without = (name: string) => everyone.filter((team) => team.name !== name)
const answered = (name: string): Team => ({ name, planning: ['Soon'] })
const empty = (name: string): Team => ({ name, planning: [], completion: [] })

/** The messages, and the names and notes after all steps that are not those of the list. */
function corrected(teams: readonly Team[], options: TeamListOptions, roster = rosterWith()) {
  const goal = goalOf(teams)
  const faults = teamListFaults(goal, roster, options)
  const after = correctionsOf(faults).reduce((now, step) => step(now), goal)
  expect(teamListFaults(after, roster, options)).toEqual([])
  return { faults, after }
}

test.each<[string, readonly Team[], Partial<TeamListOptions>, string[], string[]]>([
  ['nobody is wrong', everyone, {}, [], everyone.map(({ name }) => name)],
  [
    'a team in the middle is missing',
    without('kepler'),
    {},
    ['missing at Spitzer Space: Missing team `kepler`; it belongs before `Spitzer Space`'],
    ['gaia', 'hubble', 'kepler', 'Spitzer Space', 'webb', 'Zodiac'],
  ],
  [
    'the last team is missing',
    without('Zodiac'),
    {},
    ['missing at the end: Missing team `Zodiac`; it belongs at the end'],
    everyone.map(({ name }) => name),
  ],
  [
    'a team was renamed',
    [...without('webb').slice(0, 4), answered('euclid'), answered('Zodiac')],
    {},
    ['renamed at euclid: Team `euclid` was renamed; use `webb`'],
    everyone.map(({ name }) => name),
  ],
  [
    'a team is spelled differently',
    everyone.map((team) => (team.name === 'Spitzer Space' ? answered('spitzer_space') : team)),
    {},
    ['renamed at spitzer_space: Team `spitzer_space` is spelled differently; use `Spitzer Space`'],
    everyone.map(({ name }) => name),
  ],
  [
    'a renamed team has both sections',
    [...everyone, answered('euclid')],
    {},
    ['retired at euclid: Section for `euclid`: The team is called webb, which has its own section'],
    [...everyone.map(({ name }) => name), 'euclid: The team is called webb, which has its own section.'],
  ],
  [
    'teams were retired, on a known day and on an unknown one',
    [...everyone, answered('cassini'), answered('pioneer')],
    {},
    [
      'retired at cassini: Section for `cassini`: The team was retired on 2026-09-15',
      'retired at pioneer: Section for `pioneer`: The team was retired',
    ],
    [...everyone.map(({ name }) => name), 'cassini: The team was retired on 2026-09-15.', 'pioneer: The team was retired.'],
  ],
  [
    'a deliverable and something unknown have sections with notes',
    [...everyone, { ...answered('light'), note: '' }, { ...answered('sun'), note: 'It shines.' }],
    {},
    [
      'retired at light: Section for `light`: This is a deliverable of Zodiac',
      'retired at sun: Section for `sun`: This is not an official team',
    ],
    [
      ...everyone.map(({ name }) => name),
      'light: This is a deliverable of Zodiac.',
      'sun: This is not an official team.\n\nIt shines.',
    ],
  ],
  [
    'a section is marked already',
    [...everyone, { ...answered('sun'), note: 'It shines.\n\nThis is not an official team.' }],
    { retired: 'remove' },
    [],
    [...everyone.map(({ name }) => name), 'sun: It shines.\n\nThis is not an official team.'],
  ],
  [
    'empty sections are removed, with the sentence that marks them or without',
    [...everyone, empty('pioneer'), { ...empty('sun'), note: 'This is not an official team.' }, answered('moon')],
    { retired: 'remove' },
    [
      'retired at pioneer: Empty section for `pioneer`: The team was retired',
      'retired at sun: Empty section for `sun`: This is not an official team',
      'retired at moon: Section for `moon`: This is not an official team',
    ],
    [...everyone.map(({ name }) => name), 'moon: This is not an official team.'],
  ],
  [
    'an empty section with a status or a note of its own is kept',
    [...everyone, { ...empty('sun'), status: 'done' }, { ...empty('moon'), note: 'It is full.' }],
    { retired: 'remove' },
    [
      'retired at sun: Section for `sun`: This is not an official team',
      'retired at moon: Section for `moon`: This is not an official team',
    ],
    [
      ...everyone.map(({ name }) => name),
      'sun: This is not an official team.',
      'moon: This is not an official team.\n\nIt is full.',
    ],
  ],
])('%s', (_, teams, options, messages, after) => {
  const result = corrected(teams, { retired: 'mark', ...options })
  expect(result.faults.map(({ kind, at, message }) => `${kind} at ${at ?? 'the end'}: ${message}`)).toEqual(messages)
  expect((result.after.teams ?? []).map(({ name, note }) => (note === undefined ? name : `${name}: ${note}`))).toEqual(after)
})

test('aliases, exempt teams and teams of another time are no faults; a list of states alone misses nobody', () => {
  const teams = everyone.map((team) => (team.name === 'hubble' ? answered('HST') : team))
  const exempt = rosterWith({
    exempt: [
      { team: 'gaia', reason: 'It has landed' },
      { team: 'sun', reason: 'It is a star' },
    ],
  })
  expect(corrected([...teams.slice(1), answered('sun')], { retired: 'mark' }, exempt).faults).toEqual([])
  expect(corrected([answered('gaia')], { retired: 'mark' }, rosterWith({ isOfAnotherTime: true })).faults).toEqual([])
  const states: Team[] = [{ name: 'gaia', status: 'done' }]
  expect(corrected(states, { retired: 'mark' }).faults).toHaveLength(5)
})

test('a goal without teams misses all of them, in the order of the list', () => {
  const goal: Goal = { title: 'Quiet domes' }
  const faults = teamListFaults(goal, rosterWith(), { retired: 'mark' })
  const after = correctionsOf(faults).reduce((now, step) => step(now), goal)
  expect(after.teams).toEqual(everyone.map(({ name }) => empty(name)))
})

test('whatever the teams: after all steps there is no fault, no answer is lost, and doing it again changes nothing', () => {
  const name = fc.constantFrom(
    ...everyone.map((team) => team.name),
    'HST',
    'euclid',
    'cassini',
    'pioneer',
    'light',
    'sun',
    'GAIA',
  )
  const team = fc.record({ name, planning: fc.constantFrom<string[]>([], ['Soon'], ['Later']) })
  fc.assert(
    fc.property(fc.uniqueArray(team, { selector: (one) => one.name }), fc.constantFrom('mark', 'remove'), (teams, retired) => {
      const { after } = corrected(teams, { retired })
      const answers = (some: readonly Team[]) => some.flatMap(({ planning = [] }) => planning).sort()
      expect(answers(after.teams ?? [])).toEqual(answers(teams))
    }),
  )
})
