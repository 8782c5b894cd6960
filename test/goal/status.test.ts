import { describe, expect, test } from 'vitest'
import { entryFacts, readsAsNone, type Status, type Team, teamStatus } from '../../src/goal/index.ts'
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
  ]
  test.each(cases)('%j is %s', (team, status) => {
    expect(teamStatus({ name: 'saturn', ...team })).toBe(status)
  })
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
})

test('the nearest word is suggested only if it is similar', () => {
  expect(nearest('sumary', ['title', 'summary', 'teams'])).toBe('summary')
  expect(nearest('ceilomter', ['glance', 'ceilometer'])).toBe('ceilometer')
  expect(nearest('saturn', ['jupiter', 'venus'])).toBeUndefined()
})
