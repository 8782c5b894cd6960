/** What a change of a goal is called, for each kind of change. */
import { describe, expect, test } from 'vitest'
import { combinedByEdit } from '../../src/document/combined-differences.ts'
import { type Difference, readGoal, renderGoal } from '../../src/document/index.ts'
import { type Goal, parseModel, type Team } from '../../src/goal/index.ts'
import { changesOf, formatChanges, formatGoals } from '../../src/report/index.ts'

/** A goal as its document has it, which states everything. */
const goalOf = (yaml: string): Goal => {
  const { goal, diagnostics } = parseModel(`title: Quiet domes\n${yaml}`)
  expect(diagnostics).toEqual([])
  return readGoal(renderGoal(goal!)).goal
}
const side = (yaml: string, shown = 'goals/domes.rst') => ({ shown, goal: goalOf(yaml) })

/** The lists of a text about one goal, without its title and its path. */
const listsOf = (text: string) => text.trimEnd().split('\n\n').slice(2).join('\n')
const long = 'a dome turns slowly at night and every gear of it is oiled before the season'

test.each<[string, string, string, string]>([
  ['nothing', 'summary: Domes are quiet.', 'summary: Domes are quiet.', ''],
  ['line breaks', 'summary: Domes are quiet.', 'summary: |\n  Domes are\n  quiet.', ''],
  ['a list marker', 'criteria: [{list: "*", items: [One, Two]}]', 'criteria: [{list: "-", items: [One, Two]}]', ''],
  [
    'a text',
    'summary: Domes are quiet.',
    'summary: Domes are *quiet*.',
    'Text:\n- summary: Domes are quiet. → Domes are \\*quiet\\*.',
  ],
  ['a new text', '', 'summary: Domes are quiet.', 'Text:\n- summary: added Domes are quiet.'],
  ['a lost text', 'summary: Domes are quiet.', '', 'Text:\n- summary: removed Domes are quiet.'],
  [
    'words in a long text',
    `summary: ${long} begins in March and ends in May`,
    `summary: ${long} begins in April and ends in May`,
    'Text:\n- summary: … season begins in March and ends in … → … season begins in April and ends in …',
  ],
  [
    'the first word of a long text',
    `summary: Once ${long}`,
    `summary: Often ${long}`,
    'Text:\n- summary: Once a dome turns … → Often a dome turns …',
  ],
  [
    'the last word of a long text',
    `summary: ${long} once`,
    `summary: ${long} again`,
    'Text:\n- summary: … before the season once → … before the season again',
  ],
  [
    'a long text that is repeated',
    `summary: ${long}`,
    `summary: ${long} ${long}`,
    `Text:\n- summary: … before the season → … before the season ${long}`,
  ],
  [
    'criteria',
    'criteria: [{items: [The dome is quiet, The slit opens]}]',
    'criteria: [{items: [The dome is silent, The slit opens, Nobody wakes]}]',
    'Criteria:\n- The dome is quiet → The dome is silent\n- added Nobody wakes',
  ],
  [
    'the title of a section',
    'sections: [{title: Motors, body: They hum.}]',
    'sections: [{title: Engines, body: They hum.}]',
    'Text:\n- Motors: Motors → Engines',
  ],
  [
    'the order of sections',
    'sections: [{title: Motors, body: They hum.}, {title: Gears, body: They turn.}]',
    'sections: [{title: Gears, body: They turn.}, {title: Motors, body: They hum.}]',
    'Text:\n- Motors: moved Motors',
  ],
  [
    'a status and its proof',
    'teams: [{name: hubble, planning: [Soon]}]',
    'teams: [{name: hubble, planning: [Soon], completion: ["https://domes.example/1"]}]',
    'Teams:\n- hubble: planned → done\n  - completion: added https://domes.example/1',
  ],
  [
    'a status alone',
    'teams: [{name: hubble, status: planned}]',
    'teams: [{name: hubble, status: in-progress}]',
    'Teams:\n- hubble: planned → in-progress',
  ],
  [
    'an answer without its status',
    'teams: [{name: hubble, planning: [Soon]}]',
    'teams: [{name: hubble, planning: [Later]}]',
    'Teams:\n- hubble: planned\n  - planning: Soon → Later',
  ],
  [
    'teams that come and go',
    'teams: [{name: gaia}, {name: hubble, planning: [Soon]}]',
    'teams: [{name: gaia}, {name: spitzer, completion: [Done]}]',
    'Teams:\n- spitzer: new, done\n- hubble: gone, was planned',
  ],
  [
    'the first teams of a goal',
    '',
    'teams: [{name: gaia}, {name: hubble, planning: [Soon]}]',
    'Teams:\n- gaia: new, unanswered\n- hubble: new, planned',
  ],
  [
    'the last teams of a goal',
    'teams: [{name: gaia}, {name: hubble, planning: [Soon]}]',
    '',
    'Teams:\n- gaia: gone, was unanswered\n- hubble: gone, was planned',
  ],
  [
    'a team with a similar name',
    'teams: [{name: hubble, planning: [Soon]}]',
    'teams: [{name: hubbles, planning: [Soon], completion: [Done]}]',
    'Teams:\n- hubbles: was called hubble, planned → done\n  - completion: added Done',
  ],
  [
    'a team with the same answer',
    'teams: [{name: hubble, planning: [Soon]}]',
    'teams: [{name: webb, planning: [Soon]}]',
    'Teams:\n- webb: was called hubble, planned',
  ],
  [
    'a team in the place of another one',
    'teams: [{name: hubble, planning: [Soon]}]',
    'teams: [{name: webb, planning: [Later]}]',
    'Teams:\n- webb: new, planned\n- hubble: gone, was planned',
  ],
  [
    'teams that have not answered, in the place of each other',
    'teams: [{name: hubble}]',
    'teams: [{name: webb}]',
    'Teams:\n- webb: new, unanswered\n- hubble: gone, was unanswered',
  ],
])('%s', (_, before, after, expected) => {
  const changes = changesOf(side(before), side(after))
  const report = { version: 1 as const, from: 'before', to: 'after', goals: changes ? [changes] : [] }
  expect(listsOf(formatChanges(report, 'markdown'))).toBe(expected)
})

describe('a goal', () => {
  const teams = 'teams: [{name: gaia}, {name: hubble, planning: [Soon]}]'
  const base = { path: 'goals/domes.rst', title: 'Quiet domes', criteria: [], text: [] }
  test.each([
    [
      'that is new',
      undefined,
      side(teams),
      { kind: 'added', teams: [{ name: 'hubble', kind: 'added', after: 'planned', changes: [] }] },
    ],
    [
      'that is gone',
      side(teams),
      undefined,
      { kind: 'removed', teams: [{ name: 'hubble', kind: 'removed', before: 'planned', changes: [] }] },
    ],
    ['without teams', undefined, side(''), { kind: 'added', teams: [] }],
    ['that moved', side(teams, 'goals/old.rst'), side(teams), { kind: 'moved', was: 'goals/old.rst', teams: [] }],
  ])('%s', (_, before, after, expected) => {
    expect(changesOf(before, after)).toEqual({ ...base, ...expected })
  })
})

test('a mail about goals, with the teams that have not answered', () => {
  const goals = [
    {
      path: 'goals/new.rst',
      title: 'New',
      changes: { ...changesOf(undefined, side('', 'goals/new.rst'))! },
      counts: '2 teams: 2 unanswered',
    },
    { path: 'goals/old.rst', title: 'Old', changes: changesOf(side('', 'goals/old.rst'), undefined), silent: [] },
    { path: 'goals/moved.rst', title: 'Moved', changes: changesOf(side('', 'goals/here.rst'), side('', 'goals/moved.rst')) },
    { path: 'goals/same.rst', title: 'Same', silent: ['gaia_north', 'webb'] },
    {
      path: 'goals/domes.rst',
      title: 'Quiet domes',
      changes: changesOf(side('teams: [{name: hubble, note: Quiet}]'), side(`teams: [{name: hubble, note: ${long}}]`)),
    },
  ]
  expect(formatGoals(goals, 'mail')).toBe(`New
===

goals/new.rst is new; 2 teams: 2 unanswered

Old
===

goals/old.rst is gone

Moved
=====

goals/moved.rst, before goals/here.rst

Same
====

goals/same.rst, nothing changed

Silent (2):

* gaia_north
* webb

Quiet domes
===========

goals/domes.rst

Teams:

* hubble: n/a
  * note: Quiet → a dome turns slowly at night and every gear of it is
    oiled before the season
`)
  expect(formatGoals(goals.slice(3, 4), 'markdown')).toContain(
    '`goals/same.rst`, nothing changed\n\nSilent (2):\n\n- gaia\\_north\n- webb\n',
  )
})

test('a line of a mail has at most 72 characters', () => {
  const [fits, wraps] = [`${'m'.repeat(35)} ${'n'.repeat(34)}`, `${'m'.repeat(35)} ${'n'.repeat(35)}`]
  const mail = formatGoals([{ path: 'goals/domes.rst', title: 'Domes', silent: [fits, wraps] }], 'mail')
  expect(mail.split('\n').slice(-4)).toEqual([`* ${fits}`, `* ${'m'.repeat(35)}`, `  ${'n'.repeat(35)}`, ''])
})

/** Values that count how often they are read. */
function counted<Value extends object>(values: readonly Value[]): { values: Value[]; reads(): number } {
  let reads = 0
  const get = (target: Value, key: string | symbol) => {
    reads++
    return Reflect.get(target, key)
  }
  return { values: values.map((value) => new Proxy(value, { get })), reads: () => reads }
}

describe('the time grows with the number of teams', () => {
  const team = (name: string): Team => ({ name, planning: [`https://planets.example/${name}`] })
  const moons = (count: number, name: (index: number) => string) => Array.from({ length: count }, (_, index) => team(name(index)))

  test.each<[string, (index: number) => string, (index: number) => string]>([
    ['all are replaced', (index) => `moon ${index}`, (index) => `dome ${index}`],
    ['every third stays', (index) => `moon ${index}`, (index) => `moon ${3 * index}`],
    ['all are in the reverse order', (index) => `moon ${1000 + index}`, (index) => `moon ${2000 - index}`],
  ])('if %s', (_, was, is) => {
    const readsFor = (count: number) => {
      const [before, after] = [counted(moons(count, was)), counted(moons(count, is))]
      const of = ({ values }: { values: Team[] }) => ({
        shown: 'goals/domes.rst',
        goal: { title: 'Domes', teams: values } as Goal,
      })
      changesOf(of(before), of(after))
      return before.reads() + after.reads()
    }
    expect(readsFor(200) / readsFor(100)).toBeLessThan(2.2)
  })
})

describe('the time of combining grows with the number of differences', () => {
  const places = {}
  test.each<[string, (index: number) => Difference[]]>([
    [
      'teams and free sections',
      (i) => [
        { kind: 'removed', path: ['teams', `moon ${i}`], a: { name: `moon ${i}` }, places },
        { kind: 'added', path: ['sections', `dome ${i}`], b: { title: `dome ${i}` }, places },
      ],
    ],
    [
      'entries of one list',
      (i) => [
        { kind: 'changed', path: ['criteria', 'items', i], a: `moon ${i}`, b: `dome ${i} and moon ${i}`, places },
        { kind: 'removed', path: ['criteria', 'items', i], a: `star ${i}`, places },
      ],
    ],
    [
      'renames',
      (i) => [
        { kind: 'renamed', path: ['teams', `moon ${i}`, 'name'], a: `moon ${i}`, b: `dome ${i}`, places },
        { kind: 'changed', path: ['teams', `moon ${i}`, 'note'], a: `moon ${i}`, b: `star ${i}`, places },
      ],
    ],
    [
      'notations',
      (i) => [
        { kind: 'changed', path: ['teams', `moon ${i}`, 'written', 'planning', 'as'], a: 'list', b: 'text', places },
        { kind: 'changed', path: ['teams', `moon ${i}`, 'note'], a: `moon ${i}`, b: `star ${i}`, places },
      ],
    ],
    ['levels', (i) => [{ kind: 'changed', path: ['layout', 'levels', `dome ${i}`], a: 1, b: 2, places }]],
  ])('%s', (_, pair) => {
    const readsFor = (count: number) => {
      const { values, reads } = counted(Array.from({ length: count }, (_, index) => pair(index)).flat())
      combinedByEdit(values)
      return reads()
    }
    // Titles are compared up to a limit.
    expect(readsFor(2000) / readsFor(1000)).toBeLessThan(2.2)
  })
})
