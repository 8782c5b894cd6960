import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { hasCorpus, makeGovernance } from '../../scripts/governance.ts'
import { readGoal } from '../../src/document/index.ts'
import { type Status, teamStatus } from '../../src/goal/index.ts'
import { type StatusReport, statusJsonSchema } from '../../src/report/index.ts'
import { commit, document, finished, observatory } from './observatory.ts'
import { rawCounts, rawTeams } from './raw-status.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const isRaw = (status: Status) => status === 'unanswered' || status === 'n/a' || status === 'planned' || status === 'done'

const statusOf = async (place: Folder, ...args: string[]): Promise<StatusReport> => {
  const { code, out, err } = await place.goaldoc(['status', ...args, '--format', 'json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

describe('goaldoc status', () => {
  test('prints the answer of each team, since when and by whom, also after a move', async () => {
    const place = observatory()
    const { goals, counts } = await statusOf(place)
    const said = (day: string, by: string) => ({ day, by, commit: expect.stringMatching(/^[0-9a-f]{40}$/) })
    expect(goals).toEqual([
      {
        path: document,
        title: 'Point every telescope by one star catalog',
        isOver: false,
        counts: { unanswered: 0, 'n/a': 0, planned: 1, 'in-progress': 0, partial: 0, done: 1, 'not-doing': 0 },
        teams: [
          {
            name: 'hubble',
            status: 'planned',
            since: said('2027-03-01', 'Halley'),
            last: said('2027-03-01', 'Halley'),
            isOfficial: true,
            deliverables: [],
          },
          {
            name: 'kepler',
            status: 'done',
            since: said('2027-05-02', 'Vera'),
            last: said('2027-05-02', 'Vera'),
            isOfficial: true,
            deliverables: [],
          },
        ],
        missing: ['spitzer'],
      },
    ])
    expect(counts).toEqual(goals[0]!.counts)
    expect(new Ajv2020().compile(statusJsonSchema())({ version: 1, goals, counts })).toBe(true)
  })

  test('uncommitted answers have no day', async () => {
    const place = observatory()
    place.write(document, place.read(document).replace('* https://planets.example/hubble/plan', 'None'))
    const [hubble] = (await statusOf(place)).goals[0]!.teams
    expect(hubble).toEqual({ name: 'hubble', status: 'n/a', isOfficial: true, deliverables: [] })
  })

  test('an answer dates from its merge into the main line', async () => {
    const place = folder({ [document]: telescopes, 'reference/projects.yaml': projects })
    place.git('init', '-q', '-b', 'main')
    commit(place, '2027-03-01')
    const merge = (name: string, day: string) => {
      process.env.GIT_COMMITTER_DATE = `${day}T12:00:00Z`
      place.git('merge', '-q', '--no-ff', '-m', `Merge ${name}`, name)
      delete process.env.GIT_COMMITTER_DATE
    }
    place.git('switch', '-qc', 'one')
    place.write(document, telescopes.replace('Completion Artifacts:\n\nkepler', `Completion Artifacts:\n\n${finished}\n\nkepler`))
    commit(place, '2027-03-02', 'Vera')
    place.git('switch', '-q', 'main')
    place.git('switch', '-qc', 'two')
    place.write(document, `${telescopes}\n${finished}\n`)
    commit(place, '2027-03-03', 'Maria')
    place.git('switch', '-q', 'main')
    merge('one', '2027-04-01')
    merge('two', '2027-04-02')
    const teams = (await statusOf(place)).goals[0]!.teams.map(({ name, status, since }) => [name, status, since?.day, since?.by])
    expect(teams).toEqual([
      ['hubble', 'done', '2027-04-01', 'Vera'],
      ['kepler', 'done', '2027-04-02', 'Maria'],
    ])
  })

  test.each([[document], ['one-star-catalog'], ['One_Star_Catalog'], ['goals'], ['goals/2027']])(
    'finds the goal by %s',
    async (name) => {
      expect((await statusOf(observatory(), name)).goals.map(({ path }) => path)).toEqual([document])
    },
  )

  test('an unknown goal and an unknown team are errors with suggestions', async () => {
    const place = observatory()
    expect(await place.goaldoc(['status', 'one-star-catalogue'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot find the goal `one-star-catalogue`: there is no such file or folder, and no goal of that name. The nearest name is `one-star-catalog`.\n',
    })
    expect(await place.goaldoc(['status', '--team', 'keppler'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot find the team `keppler`: no goal has it. The nearest name is `kepler`.\n',
    })
  })

  test('shows the requested teams in every format', async () => {
    const place = observatory()
    const shown = async (...args: string[]) => (await place.goaldoc(['status', ...args])).out
    expect(await shown('--open')).toBe(`${document}: Point every telescope by one star catalog
  2 teams: 1 planned, 1 done
  without a section: spitzer

  TEAM    STATUS   SINCE       LAST CHANGED
  hubble  planned  2027-03-01  2027-03-01 Halley
`)
    expect(
      await shown('--team', 'kepler,spitzer', '--format', 'csv'),
    ).toBe(`goal,team,deliverable,status,since,since_by,last,last_by,changes,changes_day,url
${document},kepler,,done,2027-05-02,Vera,2027-05-02,Vera,,,
${document},spitzer,,unanswered,,,,,,,
`)
    expect(await shown('--format', 'markdown')).toBe(`## Point every telescope by one star catalog

\`${document}\`, 2 teams: 1 planned, 1 done

- [ ] hubble: planned since 2027-03-01 Halley
- [x] kepler: done since 2027-05-02 Vera
- [ ] spitzer: unanswered, without a section
`)
    expect(await shown('--format', 'etherpad')).toBe(`Point every telescope by one star catalog
${document}
2 teams: 1 planned, 1 done

unanswered (1)
* spitzer, without a section

planned (1)
* hubble, since 2027-03-01 Halley

done (1)
* kepler, since 2027-05-02 Vera
`)
  })

  test('values come from the model, and the rest from the document', async () => {
    const place = observatory()
    place.write(
      'goals/2027/one-star-catalog.yaml',
      'title: Point every telescope by one star catalog\nteams:\n  - name: kepler\n    status: not-doing\n',
    )
    const { code, out, err } = await place.goaldoc(['status', '--format', 'json'])
    expect({ code, err }).toEqual({
      code: 0,
      err: `${document} says something else about \`kepler\` than its model, which counts here; \`goaldoc check\` shows where\n`,
    })
    const [{ teams, model }] = (JSON.parse(out) as StatusReport).goals as [StatusReport['goals'][number]]
    expect([model, teams.map(({ name, status }) => [name, status])]).toEqual([
      'goals/2027/one-star-catalog.yaml',
      [['kepler', 'not-doing']],
    ])
  })
})

describe.skipIf(!hasCorpus)('a governance repository with its history (skipped without ../shared/corpus)', () => {
  test('every goal has the statuses that its raw text shows', async () => {
    const place = folder()
    makeGovernance(place.path)
    const { goals } = await statusOf(place)
    const rows = goals.map(({ path, counts, teams }) => {
      const other = counts['in-progress'] + counts.partial + counts['not-doing']
      const { unanswered, 'n/a': none, planned, done } = counts
      return { path, names: teams.map(({ name }) => name), counts: { unanswered, 'n/a': none, planned, done, other } }
    })
    const raw = rows.map(({ path }) => ({ path, names: rawTeams(place.read(path)), counts: rawCounts(place.read(path)) }))
    expect(rows).toEqual(raw)
    expect(rows.filter(({ names }) => names.length > 0)).toHaveLength(2)
  })

  test('every published version has the statuses that its raw text shows', () => {
    const place = folder()
    makeGovernance(place.path)
    const blobs = new Set(
      place.git('log', '--all', '--raw', '--no-abbrev', '--format=', '--', 'goals').match(/[0-9a-f]{40}(?= [AMR])/g),
    )
    let compared = 0
    for (const blob of blobs) {
      const text = place.git('cat-file', 'blob', blob)
      const teams = readGoal(text).goal.teams ?? []
      if (teams.length === 0) continue
      const counts = { unanswered: 0, 'n/a': 0, planned: 0, done: 0, other: 0 }
      for (const status of teams.map(teamStatus)) counts[isRaw(status) ? status : 'other']++
      expect([blob, counts]).toEqual([blob, rawCounts(text)])
      compared++
    }
    expect(compared).toBeGreaterThan(100)
  })
})
