import { describe, expect, test } from 'vitest'
import {
  deliverableStatuses,
  entryFacts,
  listsOnlyStates,
  readsAsNone,
  type Status,
  type Team,
  teamStatus,
  withoutDerivedStatus,
} from '../../src/goal/index.ts'
import { nearest } from '../../src/text/index.ts'

const url = 'https://planets.example/1'

describe('the status of a team', () => {
  const cases: [team: Omit<Team, 'name'>, status: Status][] = [
    [{}, 'unanswered'],
    [{ planning: [], completion: [] }, 'unanswered'],
    [{ planning: [{ comment: 'TODO by Kepler' }] }, 'unanswered'],
    [{ planning: ['None'], completion: ['None'] }, 'n/a'],
    [{ planning: ['N/A'], completion: [] }, 'n/a'],
    [{ planning: ['None. The orbits are computed elsewhere'] }, 'n/a'],
    [{ planning: ['saturn: NA', 'venus: NA'] }, 'n/a'],
    [{ planning: ['The team has no telescope and therefore has nothing to do.'], completion: ['None'] }, 'n/a'],
    [{ planning: ['None of the orbits is ours, so no work is required'] }, 'n/a'],
    [{ planning: ['The comet has nothing to do with the rings'] }, 'planned'],
    [{ note: 'The team has no telescope.' }, 'n/a'],
    [{ note: 'This work is already done.', planning: [], completion: [] }, 'done'],
    [{ note: 'We are working on the mirrors.' }, 'in-progress'],
    [{ note: 'We will polish the mirrors in May.' }, 'planned'],
    [{ note: 'We will not polish mirrors.' }, 'not-doing'],
    [{ note: '.. Ask Kepler again', planning: [] }, 'unanswered'],
    [{ note: 'We will polish the mirrors.', completion: [url] }, 'done'],
    [{ planning: [url] }, 'planned'],
    [{ planning: [url], completion: ['None'] }, 'planned'],
    [{ planning: ['saturn: TODO (next year)', 'venus: WIP'] }, 'in-progress'],
    [{ planning: ['None'], completion: [url] }, 'done'],
    [{ planning: [url], completion: [url, { text: 'The rings', url }, { repo: 'planets/saturn' }] }, 'done'],
    [{ completion: ['The mirrors have been turned already'] }, 'done'],
    [{ completion: ['saturn: DONE', 'venus: TODO (next year)'] }, 'partial'],
    [{ completion: ['saturn: PARTIAL (one ring)', 'venus: DONE'] }, 'partial'],
    [{ completion: ['WIP'] }, 'in-progress'],
    [{ completion: ['This is work in progress here: https://planets.example/2'] }, 'in-progress'],
    [
      {
        completion: [
          { deliverable: 'saturn', state: 'done' },
          { deliverable: 'venus', state: 'n/a' },
        ],
      },
      'done',
    ],
    [{ completion: [{ intro: 'Merged:', items: [url, 'venus: TODO'] }] }, 'partial'],
    [
      {
        deliverables: [
          { name: 'saturn', status: 'done' },
          { name: 'venus', status: 'planned' },
        ],
      },
      'partial',
    ],
    [{ status: 'not-doing', completion: [url] }, 'not-doing'],
    [{ deliverables: [{ name: 'saturn', state: 'WIP' }] }, 'in-progress'],
    [{ deliverables: [{ name: 'saturn', state: 'in the sky' }, { name: 'venus' }] }, 'unanswered'],
    [{ deliverables: [{ name: 'saturn', status: 'unanswered' }] }, 'unanswered'],
    [{ deliverables: [{ name: 'saturn', status: 'n/a' }] }, 'n/a'],
    [
      {
        deliverables: [
          { name: 'saturn', status: 'n/a' },
          { name: 'venus', status: 'unanswered' },
        ],
      },
      'unanswered',
    ],
    [{ planning: ['saturn: TODO', 'venus: wontfix'] }, 'planned'],
    [{ planning: [{ intro: 'None.', items: [] }] }, 'n/a'],
    [{ planning: [{ items: [] }] }, 'unanswered'],
    [{ completion: [{ repo: 'planets/saturn' }, { paragraph: 'WIP' }, { rst: '.. image:: saturn.png' }] }, 'partial'],
  ]
  test.each(cases)('%j is %s', (team, status) => {
    expect(teamStatus({ name: 'saturn', ...team })).toBe(status)
  })
})

test('the statuses of deliverables: the later one counts, and what is no state is no answer', () => {
  const team: Team = {
    name: 'saturn',
    deliverables: [
      { name: 'rings', status: 'planned' },
      { name: 'moons', state: 'TODO (next year)' },
      { name: 'core', state: 'deep down' },
      { name: 'poles' },
    ],
    planning: [{ deliverable: 'rings', state: 'WIP' }, 'clouds: DONE', { deliverable: 'storms', state: 'far away' }],
    completion: [{ deliverable: 'rings', state: 'done' }, 'A plain sentence'],
  }
  expect(deliverableStatuses(team)).toEqual([
    { name: 'rings', status: 'done' },
    { name: 'moons', status: 'planned' },
    { name: 'core', status: 'unanswered' },
    { name: 'poles', status: 'unanswered' },
    { name: 'clouds', status: 'done' },
    { name: 'storms', status: 'unanswered' },
  ])
  expect(deliverableStatuses({ name: 'venus' })).toEqual([])
})

test.each<[boolean, Omit<Team, 'name'>[]]>([
  [true, [{ deliverables: [{ name: 'rings' }] }]],
  [false, [{ deliverables: [{ name: 'rings' }] }, { planning: [] }]],
  [false, [{ deliverables: [{ name: 'rings' }], completion: [] }]],
  [false, [{ deliverables: [] }]],
  [false, [{}]],
  [false, []],
])('that a goal lists only states of deliverables is %s of %j', (expected, teams) => {
  expect(listsOnlyStates(teams.map((team) => ({ name: 'saturn', ...team })))).toBe(expected)
})

test('a status that the artifacts imply goes, unless another version states it', () => {
  const saturn: Team = { name: 'saturn', status: 'done', completion: [url] }
  const venus: Team = { name: 'venus', status: 'not-doing', completion: [url] }
  const earth: Team = { name: 'earth', completion: [url] }
  const goal = { title: 'Rings', teams: [saturn, venus, earth] }
  const bare = { name: 'saturn', completion: [url] }
  expect(withoutDerivedStatus(goal)).toEqual({ title: 'Rings', teams: [bare, venus, earth] })
  expect(withoutDerivedStatus(goal, { title: 'Rings', teams: [saturn] })).toEqual(goal)
  expect(withoutDerivedStatus(goal, { title: 'Rings', teams: [bare] })).toEqual({ title: 'Rings', teams: [bare, venus, earth] })
  expect(withoutDerivedStatus(goal, { title: 'Rings' })).toEqual({ title: 'Rings', teams: [bare, venus, earth] })
  expect(withoutDerivedStatus({ title: 'Rings' })).toEqual({ title: 'Rings' })
})

test('spellings that mean none', () => {
  for (const text of [
    'None',
    'none.',
    'N/A',
    'n/a',
    'NA',
    'Nothing',
    'nothing to do.',
    'Not Applicable',
    'No changes needed',
    'None (no mirrors)',
    'N/A - no mirrors',
  ]) {
    expect([text, readsAsNone(text)]).toEqual([text, true])
  }
  for (const text of ['', 'None of the telescopes has a mirror', 'Nautical', url, 'Nothing but rings', 'No. 5']) {
    expect([text, readsAsNone(text)]).toEqual([text, false])
  }
})

test('the facts of an entry, whatever its shape', () => {
  expect(entryFacts(url)).toEqual({ url })
  expect(entryFacts(`saturn: ${url}`)).toEqual({ text: 'saturn', url })
  expect(entryFacts({ name: 'saturn', url })).toEqual({ text: 'saturn', url })
  expect(entryFacts(`\`The rings <${url}>\`_`)).toEqual({ text: `\`The rings <${url}>\`_`, url })
  expect(entryFacts(':repo:`planets/saturn`')).toEqual({ repo: 'planets/saturn' })
  expect(entryFacts('saturn: WIP')).toEqual({ deliverable: 'saturn', state: 'WIP' })
  expect(entryFacts('Note: the rings turn')).toEqual({ text: 'Note: the rings turn' })
  expect(entryFacts('  ')).toEqual({})
  expect(entryFacts({ repo: 'planets/saturn' })).toEqual({ repo: 'planets/saturn' })
  expect(entryFacts({ paragraph: 'saturn: WIP' })).toEqual({ deliverable: 'saturn', state: 'WIP' })
  expect(entryFacts({ rst: '.. note:: Rings' })).toEqual({ text: '.. note:: Rings' })
  expect(entryFacts({ comment: 'saturn: WIP' })).toEqual({})
})

test('the nearest word is suggested only if it is similar', () => {
  expect(nearest('sumary', ['title', 'summary', 'teams'])).toBe('summary')
  expect(nearest('ceilomter', ['glance', 'ceilometer'])).toBe('ceilometer')
  expect(nearest('saturn', ['jupiter', 'venus'])).toBeUndefined()
})
