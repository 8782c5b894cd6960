/** Each format of one status report, as a file in `test/fixtures/report/status`; `vitest run FILE --update` writes them: read the diff. */
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { type Status, statuses } from '../../src/goal/index.ts'
import {
  askData,
  type DeliverableStatus,
  filterTeams,
  type GoalStatus,
  type StatusReport,
  silentTeams,
  statusFormats,
  statusJsonSchema,
  type TeamFilter,
  type TeamStatus,
  unknownTeams,
} from '../../src/report/index.ts'

const said = (day: string, by: string) => ({ day, by, commit: day.replaceAll('-', '').padEnd(40, '0') })
const counted = (some: Partial<Record<Status, number>>) =>
  Object.fromEntries(statuses.map((status) => [status, some[status] ?? 0])) as Record<Status, number>
const none = { state: 'none', merged: 0, open: 0, abandoned: 0 } as const

const domes: TeamStatus = {
  name: 'domes_and_*slits*',
  status: 'partial',
  since: said('2027-02-01', 'Caroline Herschel'),
  last: said('2027-03-01', 'Halley'),
  isOfficial: true,
  changes: { state: 'open', merged: 2, open: 1, abandoned: 0, url: 'https://changes.example/1', day: '2027-03-04' },
  deliverables: [
    { name: 'slit', status: 'done', changes: { ...none, state: 'merged', merged: 1, url: 'https://changes.example/2' } },
    { name: 'shutter', status: 'unanswered', changes: none },
    { name: 'motor', status: 'unanswered', changes: { ...none, state: 'abandoned', abandoned: 3 } },
    { name: 'roof', status: 'planned', since: said('2027-03-05', 'Vera'), changes: none },
  ],
}
const formula: TeamStatus = {
  name: '=SUM(A1)',
  status: 'not-doing',
  last: said('2027-01-01', '"Tycho", of Hven'),
  deliverables: [],
}
const mirrors: TeamStatus = { name: 'mirrors', status: 'done', changes: none, deliverables: [] }
const mounts: TeamStatus = { name: 'mounts', status: 'unanswered', since: said('2027-01-15', 'Vera'), deliverables: [] }
const nights: TeamStatus = { name: 'nights', status: 'n/a', deliverables: [{ name: 'moonless', status: 'planned' }] }

const goals: GoalStatus[] = [
  {
    path: 'goals/2027/quiet-domes.rst',
    title: 'Quiet [domes]',
    release: '2027.1',
    isOver: false,
    counts: counted({ partial: 1, 'not-doing': 1, done: 1, unanswered: 2 }),
    teams: [domes, formula, mirrors, mounts],
    missing: ['webb'],
    changes: { merged: 3, open: 1, abandoned: 3, strangers: ['pluto/probe'] },
  },
  {
    path: 'goals/2026/dark-sky.rst',
    title: '',
    isOver: true,
    counts: counted({ 'n/a': 1 }),
    teams: [nights],
    missing: [],
    changes: { merged: 0, open: 0, abandoned: 0, strangers: [] },
  },
  { path: 'goals/empty.rst', title: 'Nobody', isOver: false, counts: counted({}), teams: [], missing: [] },
]
const report: StatusReport = {
  version: 1,
  goals,
  counts: counted({ partial: 1, 'not-doing': 1, done: 1, unanswered: 2, 'n/a': 1 }),
}

describe.each(statusFormats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  it('matches its fixture', async () => {
    await expect(format.format(report)).toMatchFileSnapshot(join(import.meta.dirname, `../fixtures/report/status/${name}.txt`))
  })
})

test('the JSON is as its schema says', () => {
  const schema = z.fromJSONSchema(statusJsonSchema() as never)
  const json = statusFormats.find(({ name }) => name === 'json')!.format(report)
  expect(schema.parse(JSON.parse(json))).toEqual(report)
  expect(schema.safeParse({ ...report, version: 2 }).success).toBe(false)
})

test('a table in colours dims what has nothing left to do, and a single goal has no total', () => {
  const table = statusFormats.find(({ name }) => name === 'table')!
  const one = { ...report, goals: [{ ...goals[1]!, teams: [mirrors, mounts] }] }
  expect(table.format(one, { color: true })).toBe(
    [
      '\u001b[1mgoals/2026/dark-sky.rst\u001b[22m',
      '  1 team: 1 n/a',
      '  changes: none',
      '',
      '  TEAM     STATUS      SINCE       LAST CHANGED  CHANGES  DAY  SEE',
      '\u001b[2m  mirrors  done\u001b[22m',
      '  mounts   unanswered  2027-01-15',
      '',
    ].join('\n'),
  )
})

/** The paths of goals, with their teams (and the deliverables of these) and those without a section. */
const shown = (some: readonly GoalStatus[]) =>
  some.map(({ path, teams, missing }) => [
    path.replace(/.*\//, ''),
    ...teams.map(({ name, deliverables }) => [name, ...deliverables.map((one) => one.name)].join(' ')),
    ...missing.map((name) => `(${name})`),
  ])

const everything = [
  ['quiet-domes.rst', 'domes_and_*slits* slit shutter motor roof', '=SUM(A1)', 'mirrors', 'mounts', '(webb)'],
  ['dark-sky.rst', 'nights moonless'],
  ['empty.rst'],
]

test.each<[string, TeamFilter, string[][]]>([
  ['everything', { teams: [], isOpen: false }, everything],
  [
    'teams by name, however it is written',
    { teams: ['Mirrors', 'WEBB'], isOpen: false },
    [['quiet-domes.rst', 'mirrors', '(webb)']],
  ],
  [
    'what is open, with open deliverables',
    { teams: [], isOpen: true },
    [
      ['quiet-domes.rst', 'domes_and_*slits* shutter motor roof', 'mounts', '(webb)'],
      ['dark-sky.rst', 'nights moonless'],
    ],
  ],
  ['open teams by name', { teams: ['mirrors', 'nights'], isOpen: true }, [['dark-sky.rst', 'nights moonless']]],
  ['a team of no goal', { teams: ['pluto'], isOpen: false }, []],
])('%s can be chosen', (_, choice, expected) => {
  expect(shown(filterTeams(goals, choice))).toEqual(expected)
})

test('names of no goal are unknown, and teams without an answer are silent', () => {
  expect(unknownTeams(goals, ['Mirrors', 'webb', 'pluto', 'nights'])).toEqual(['pluto'])
  expect(goals.map(silentTeams)).toEqual([['mounts', 'webb'], [], []])
})

describe('who is asked', () => {
  const contacts = new Map([
    [
      'Mounts',
      [
        { name: 'Vera', irc: 'vera', mail: 'vera@observatory.example', role: 'lead' },
        { name: '', irc: '', mail: 'mounts@observatory.example', role: 'liaison' },
        { name: 'Halley', irc: 'vera', mail: '', role: 'liaison' },
      ],
    ],
  ])
  const official = (name: string) => (name === 'mounts' ? 'Mounts' : name)
  const ask = (teams: TeamStatus[], date: string, missing: string[] = []) =>
    askData({ ...goals[0]!, teams, missing }, { date, staleAfter: 30, contacts, official })

  test('silent teams and those without a section, each address once', () => {
    const { mails, nicks, withoutMail, withoutNick, silent, stale } = ask([mounts, mirrors, formula], '2027-03-01', ['webb'])
    expect({ mails, nicks, withoutMail, withoutNick, stale }).toEqual({
      mails: ['Vera <vera@observatory.example>', 'mounts@observatory.example'],
      nicks: ['vera'],
      withoutMail: ['webb'],
      withoutNick: ['webb'],
      stale: [],
    })
    expect(silent).toEqual([
      { team: 'mounts', status: 'unanswered', since: '2027-01-15', last: '', deliverables: [], people: contacts.get('Mounts') },
      { team: 'webb', status: 'unanswered', since: '', last: '', deliverables: [], people: [] },
    ])
  })

  const open = (answer: Partial<TeamStatus>): TeamStatus => ({ name: 'gears', status: 'planned', deliverables: [], ...answer })
  const part = (answer: Partial<DeliverableStatus>) => open({ deliverables: [{ name: 'cog', status: 'planned', ...answer }] })
  test.each<[string, TeamStatus, string[] | undefined]>([
    ['whose answer is as old as allowed', open({ since: said('2027-01-30', 'Vera') }), undefined],
    ['whose answer is a day older', open({ since: said('2027-01-29', 'Vera') }), []],
    ['who said it again', open({ since: said('2026-01-01', 'Vera'), last: said('2027-02-01', 'Vera') }), undefined],
    ['who has finished long ago', open({ status: 'done', since: said('2026-01-01', 'Vera') }), undefined],
    ['whose answer has no day', open({}), undefined],
    ['whose deliverable has no answer', part({ status: 'unanswered' }), ['cog']],
    ['whose deliverable has an old answer', part({ since: said('2026-01-01', 'Vera') }), ['cog']],
    ['whose deliverable has a new answer', part({ since: said('2027-02-28', 'Vera') }), undefined],
  ])('a team %s', (_, team, deliverables) => {
    const { stale, silent } = ask([team], '2027-03-01')
    expect(silent).toEqual([])
    expect(stale.map((one) => one.deliverables.map(({ name }) => name))).toEqual(deliverables ? [deliverables] : [])
  })
})
