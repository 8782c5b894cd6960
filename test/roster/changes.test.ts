/** Changes of the three forges, and what they say about teams. The answers of real tools are in `test/cli/evidence.test.ts`. */
import { describe, expect, test } from 'vitest'
import { evidenceFor, loadRoster, readChanges } from '../../src/roster/index.ts'

const read = (...rows: object[]) => readChanges(JSON.stringify(rows), 'https://review.planets.example/').changes

describe('a change', () => {
  const gerrit = { project: 'planets/kepler', _number: 7, status: 'NEW', created: '2027-01-01 10:00:00' }
  const page = 'https://review.planets.example/c/planets/kepler/+/7'
  const github = { url: 'https://github.com/planets/kepler/pull/7', state: 'OPEN', createdAt: '2027-01-01T10:00:00Z' }
  const gitlab = {
    web_url: 'https://gitlab.planets.example/planets/kepler/merge_requests/7',
    state: 'opened',
    created_at: '2027-01-01T10:00:00Z',
  }
  test.each<[string, object, object]>([
    ['of Gerrit', gerrit, { state: 'open', day: '2027-01-01', topics: [], url: page }],
    ['that is a draft', { ...gerrit, status: 'DRAFT' }, { state: 'open', day: '2027-01-01', topics: [], url: page }],
    [
      'that is merged counts from then',
      { ...gerrit, status: 'MERGED', submitted: '2027-02-02 10:00:00', updated: '2027-03-03 10:00:00' },
      { state: 'merged', day: '2027-02-02', topics: [], url: page },
    ],
    [
      'that is abandoned counts from its last update',
      { ...gerrit, status: 'ABANDONED', submitted: '2027-02-02 10:00:00', updated: '2027-03-03 10:00:00' },
      { state: 'abandoned', day: '2027-03-03', topics: [], url: page },
    ],
    [
      'with its page and times in seconds, as `gerrit query` writes them',
      {
        project: 'planets/kepler',
        number: 7,
        status: 'NEW',
        lastUpdated: 1_800_000_000,
        url: 'https://review.planets.example/7',
        topic: '',
      },
      { state: 'open', day: '2027-01-15', topics: [], url: 'https://review.planets.example/7' },
    ],
    [
      'with a topic and hashtags',
      { ...gerrit, topic: 'catalog', hashtags: ['stars', 5] },
      { state: 'open', day: '2027-01-01', topics: ['catalog', 'stars'], url: page },
    ],
    ['of GitHub without branch and labels', github, { state: 'open', day: '2027-01-01', url: github.url }],
    [
      'of GitHub that is closed counts from then',
      {
        ...github,
        state: 'closed',
        closedAt: '2027-02-02T10:00:00Z',
        updatedAt: '2027-03-03T10:00:00Z',
        labels: [{ name: 'stars' }],
      },
      { state: 'abandoned', day: '2027-02-02', topics: ['stars'], url: github.url },
    ],
    ['of GitLab', gitlab, { state: 'open', day: '2027-01-01', topics: [], url: gitlab.web_url }],
    [
      'of GitLab that is locked',
      { ...gitlab, state: 'locked', updated_at: '2027-03-03T10:00:00Z', labels: ['stars'] },
      { state: 'open', day: '2027-03-03', topics: ['stars'], url: gitlab.web_url },
    ],
  ])('%s', (_, row, change) => {
    expect(read(row)).toEqual([{ repository: 'planets/kepler', ...change }])
  })

  test.each<[string, object]>([
    ['no forge', { planet: 'Mars' }],
    ['no number', { ...gerrit, _number: undefined }],
    ['no time', { ...gerrit, created: undefined }],
    ['an unknown status', { ...gerrit, status: 'LOST' }],
    ['an address that is not that of a change', { ...github, url: 'https://github.com/planets/kepler/issues/7' }],
    ['an unknown state', { ...github, state: 'LOST' }],
    ['an address that is not that of a merge request', { ...gitlab, web_url: 'https://gitlab.planets.example/planets/kepler' }],
    ['an unknown state in GitLab', { ...gitlab, state: 'lost' }],
    ['no time in GitLab', { ...gitlab, created_at: null }],
  ])('with %s is an error with its number', (_, row) => {
    expect(() => read(gerrit, row)).toThrow(new RangeError('entry 2 is not a change of Gerrit, GitHub or GitLab'))
  })

  test('of GitHub without a date is an error that says which fields to ask for', () => {
    const { createdAt: _, ...undated } = github
    for (const row of [undated, { ...undated, createdAt: null }])
      expect(() => read(row)).toThrow(
        new RangeError(`${github.url} has no date; ask \`gh\` for updatedAt, mergedAt and closedAt`),
      )
  })

  test.each<[string, string, boolean]>([
    ['one page that is not the last', `)]}'\n${JSON.stringify([{ ...gerrit, _more_changes: true }])}`, true],
    [
      'pages up to the last',
      `)]}'\n${JSON.stringify([{ ...gerrit, _more_changes: true }])}\n)]}'\n${JSON.stringify([gerrit])}`,
      false,
    ],
    ['lines that say so', `${JSON.stringify(gerrit)}\n\n${JSON.stringify({ type: 'stats', moreChanges: true })}`, true],
    ['a list that is empty', '[]', false],
  ])('there may be more: %s', (_, text, hasMore) => {
    expect(readChanges(text, 'https://review.planets.example').hasMore).toBe(hasMore)
  })
})

describe('evidence', () => {
  const roster = loadRoster(`hubble:
  deliverables:
    hubble: {repos: [planets/hubble, planets/mirror]}
kepler:
  deliverables:
    kepler: {repos: [planets/kepler]}
    lens: {repos: [moons/lens]}
    other-lens: {repos: [stars/lens]}
`)
  const change = (
    repository: string,
    number: number,
    state: 'merged' | 'open' | 'abandoned',
    day: string,
    topics?: string[],
  ) => ({
    repository,
    state,
    url: `https://review.planets.example/${number}`,
    day,
    ...(topics && { topics }),
  })
  const of = (changes: ReturnType<typeof change>[]) => {
    const { teams, strangers, ...counts } = evidenceFor(changes, ['catalog'], roster)
    const said = teams.map(({ team, state, url, day }) => [team, state, url?.split('/').at(-1), day].filter(Boolean).join(' '))
    return { said, strangers, counts }
  }

  test('the last change of the state that decides counts; on the same day, the one with the greater address', () => {
    expect(
      of([
        change('planets/hubble', 3, 'merged', '2027-02-02'),
        change('planets/mirror', 5, 'merged', '2027-02-02'),
        change('planets/hubble', 4, 'merged', '2027-02-02'),
        change('planets/hubble', 9, 'merged', '2027-01-01'),
        change('planets/hubble', 8, 'abandoned', '2027-03-03'),
        change('planets/kepler', 1, 'merged', '2027-03-03'),
        change('planets/kepler', 2, 'open', '2027-01-01'),
      ]),
    ).toEqual({
      said: ['hubble merged 5 2027-02-02', 'kepler open 2 2027-01-01'],
      strangers: [],
      counts: { merged: 5, open: 1, abandoned: 1 },
    })
  })

  test('changes with other topics do not count, and a change counts once', () => {
    expect(
      of([
        change('planets/hubble', 1, 'merged', '2027-02-02', ['another']),
        change('planets/hubble', 2, 'abandoned', '2027-02-02', ['another', 'catalog']),
        change('planets/hubble', 2, 'abandoned', '2027-02-02', ['catalog']),
        change('planets/kepler', 3, 'open', '2027-02-02', []),
      ]),
    ).toEqual({
      said: ['hubble abandoned 2 2027-02-02', 'kepler none'],
      strangers: [],
      counts: { merged: 0, open: 0, abandoned: 1 },
    })
  })

  test('a repository that moved is found by its name, unless two deliverables have that name', () => {
    expect(
      of([
        change('archive/mirror', 1, 'merged', '2027-02-02'),
        change('archive/lens', 2, 'merged', '2027-02-02'),
        change('archive/dome', 3, 'merged', '2027-02-02'),
        change('stars/lens', 4, 'merged', '2027-02-02'),
      ]),
    ).toEqual({
      said: ['hubble merged 1 2027-02-02', 'kepler merged 4 2027-02-02'],
      strangers: ['archive/dome', 'archive/lens'],
      counts: { merged: 4, open: 0, abandoned: 0 },
    })
  })
})
