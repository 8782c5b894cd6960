import { describe, expect, test } from 'vitest'
import { eraOf, lint } from '../../src/lint/index.ts'
import { formerTeams, goalsBeginOn, loadRoster, releaseOf } from '../../src/roster/index.ts'

describe('the era of a goal', () => {
  test.each([
    ['goals/completed/pike/domes.rst', { release: 'pike', isOver: true }],
    ['goals/pike/domes.rst', { release: 'pike', isOver: true }],
    ['goals/selected/ussuri/domes.rst', { release: 'ussuri', isOver: true }],
    ['goals/selected/2099.1/domes.rst', { release: '2099.1', isOver: false }],
    ['goals/completed/2024.2/domes.rst', { release: 'dalmatian', isOver: true }],
    ['goals/completed/domes.rst', { release: undefined, isOver: true }],
    ['goals/selected/domes.rst', { release: undefined, isOver: false }],
    ['pike/domes.rst', { release: undefined, isOver: false }],
    ['domes.rst', { release: undefined, isOver: false }],
    ['doc\\goals\\Pike\\domes.rst', { release: 'pike', isOver: true }],
  ])('%s', (path, expected) => {
    const { release, isOver } = eraOf(path, '2026-11-26')
    expect({ release: release?.name, isOver }).toEqual(expected)
  })

  test('begins with the cycle before the release', () => {
    expect(goalsBeginOn(releaseOf('pike')!)).toBe('2016-10-06')
    expect(goalsBeginOn(releaseOf('austin')!)).toBe('2010-10-21')
  })

  test('recognises releases by name and number, also future ones', () => {
    expect(releaseOf('Epoxy')).toEqual({ name: 'epoxy', number: '2025.1', day: '2025-04-02' })
    expect(releaseOf('2025.1')).toBe(releaseOf('epoxy'))
    expect(releaseOf('2031.2')).toEqual({ name: '2031.2', number: '2031.2', day: '2031-10-01' })
    expect(releaseOf('telescope')).toBeUndefined()
  })
})

const legacy = `# Once official.
Voyager:
  retired-on: 2017-05-01
  deliverables:
    probe:
      retired-on: 2016-01-01
'Deep Space':
    retired-on: '2015-02-03' # long ago
spitzer:
  partial: yes
  deliverables:
    lens:
      retired-on: 2017-06-01
`

test('former teams do not include teams of which only a deliverable was retired', () => {
  expect(formerTeams(legacy)).toEqual([
    { name: 'Voyager', retiredOn: '2017-05-01' },
    { name: 'Deep Space', retiredOn: '2015-02-03' },
  ])
})

describe('teams of another time', () => {
  const list = 'hubble:\n  deliverables: {}\nspitzer:\n  deliverables: {}\n'
  const team = (name: string) =>
    `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\n* None\n\nCompletion Artifacts:\n\n* None\n\n`
  const goal = `Domes\n=====\n\nProject Teams\n=============\n\n${['Deep Space', 'hubble', 'Voyager'].map(team).join('')}`
  const found = (options: Parameters<typeof loadRoster>[1]) =>
    lint(goal, {
      path: 'goals/completed/pike/domes.rst',
      roster: loadRoster(list, options),
      only: ['team/missing', 'team/unknown', 'team/retired'],
    }).map(({ line, severity, message }) => `${line} ${severity} ${message}`)

  test('are accepted if they were official at that time, and reported with the day if they were retired before', () => {
    expect(found({ legacy, asOfDay: '2016-10-06' })).toEqual([
      '7 info Team `Deep Space` was retired on 2015-02-03',
      '29 info Missing team `spitzer`; it belongs before `Voyager`',
    ])
  })

  test('are never missing if the list is of another time', () => {
    expect(found({ legacy, asOfDay: '2016-10-06', isOfAnotherTime: true })).toEqual([
      '7 info Team `Deep Space` was retired on 2015-02-03',
    ])
  })

  test('are unknown without a list of former teams', () => {
    expect(found({})).toEqual([
      '7 error Unknown team `Deep Space`',
      '29 info Missing team `spitzer`; it belongs before `Voyager`',
      '29 error Unknown team `Voyager`',
    ])
  })
})
