/** What changes say: a Gerrit on this machine asked with `curl`, its saved answers read, and counted by `jq`, too. */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { parseModel } from '../../src/goal/index.ts'
import type { StatusReport } from '../../src/report/index.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const document = 'goals/one-star-catalog.rst'
const model = 'goals/one-star-catalog.yaml'
const topic = 'one-star-catalog'

const list = `${projects}spitzer:
  deliverables:
    spitzer:
      repos:
        - planets/spitzer
        - planets/python-spitzerclient
    spitzer-ui:
      repos:
        - planets/spitzer-ui
`

const goal = `${telescopes}
spitzer
-------

Planning Artifacts:

Completion Artifacts:
`

const states = ['MERGED', 'NEW', 'ABANDONED'] as const
const repositories = ['planets/hubble', 'planets/kepler', 'planets/spitzer', 'planets/python-spitzerclient', 'planets/moon']

/** As Gerrit's REST tells a change. */
const changes = Array.from({ length: 23 }, (_, index) => ({
  id: `planets~${index}`,
  project: repositories[index % repositories.length],
  branch: 'master',
  ...(index % 7 === 3 ? { hashtags: [topic], topic: 'spring-cleaning' } : { topic: index % 6 === 5 ? 'another' : topic }),
  subject: `Read the shared catalog (${index})`,
  status: states[(index * 2 + (index >> 2)) % 3],
  created: '2027-01-01 10:00:00.000000000',
  updated: `2027-02-${String((index % 28) + 1).padStart(2, '0')} 10:00:00.000000000`,
  _number: 1000 + index,
}))

let server: Server
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== '/changes/') return response.writeHead(404).end()
    const start = Number(searchParams.get('S') ?? 0)
    const count = Number(searchParams.get('n') ?? 25)
    const page: object[] = changes.slice(start, start + count)
    if (start + count < changes.length) page[page.length - 1] = { ...page.at(-1), _more_changes: true }
    return response.writeHead(200, { 'content-type': 'application/json' }).end(`)]}'\n${JSON.stringify(page)}\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

const has = (program: string) => !spawnSync(program, ['--version']).error

function observatory(files: Record<string, string> = {}): Folder {
  const place = folder({
    [document]: goal,
    'reference/projects.yaml': list,
    '.gitreview': '[gerrit]\nhost=review.planets.example\n',
    ...files,
  })
  place.git('init', '-q')
  return place
}

const reportOf = async (place: Folder, ...args: string[]): Promise<StatusReport['goals'][number]> => {
  const { code, out, err } = await place.goaldoc(['status', document, '--format', 'json', ...args])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out).goals[0]
}

describe.skipIf(!has('curl') || !has('jq'))('a Gerrit asked with curl (skipped without curl and jq)', () => {
  test('pages are read, and counted as jq counts them', async () => {
    const place = observatory()
    const pages = [0, 10, 20].map((start) => ({ start, name: `page-${start}.json` }))
    for (const { start, name } of pages)
      await promisify(execFile)('curl', [
        '-sS',
        '-o',
        join(place.path, name),
        `${address}/changes/?q=topic:${topic}&n=10&S=${start}`,
      ])
    const jq = (filter: string): unknown => {
      const bare = pages.map(({ name }) => place.read(name).replace(/^\)\]\}'\n/, '')).join('\n')
      return JSON.parse(
        execFileSync(
          'jq',
          ['-s', `add | map(select(.topic == "${topic}" or ((.hashtags // []) | index("${topic}")))) | ${filter}`],
          { input: bare, encoding: 'utf8' },
        ),
      )
    }
    const count = (where: string) =>
      jq(
        `{merged: map(select(${where} and .status == "MERGED")) | length, open: map(select(${where} and .status == "NEW")) | length, abandoned: map(select(${where} and .status == "ABANDONED")) | length}`,
      )
    const found = await reportOf(place, '--changes', pages.map(({ name }) => name).join(','))
    const { strangers, ...totals } = found.changes!
    expect(totals).toEqual(count('true'))
    expect(strangers).toEqual(['planets/moon'])
    const counted = (one: { changes?: { merged: number; open: number; abandoned: number } }) => ({
      merged: one.changes!.merged,
      open: one.changes!.open,
      abandoned: one.changes!.abandoned,
    })
    const team = (name: string) => found.teams.find((one) => one.name === name)!
    expect(counted(team('hubble'))).toEqual(count('.project == "planets/hubble"'))
    expect(counted(team('kepler'))).toEqual(count('.project == "planets/kepler"'))
    expect(counted(team('spitzer'))).toEqual(count('(.project | test("spitzer"))'))
    expect(counted(team('spitzer').deliverables.find(({ name }) => name === 'spitzer-ui')!)).toEqual({
      merged: 0,
      open: 0,
      abandoned: 0,
    })
    // Every state has its address and its day.
    for (const one of found.teams.flatMap((own) => [own, ...own.deliverables]))
      if (one.changes!.state !== 'none') {
        expect(one.changes!.url).toMatch(/^https:\/\/review\.planets\.example\/c\/planets\/[\w-]+\/\+\/10\d\d$/)
        expect(one.changes!.day).toMatch(/^2027-02-\d\d$/)
      }
    expect((await place.goaldoc(['status', document, '--changes', 'page-0.json'])).err).toBe(
      'page-0.json is not all: the server has more changes; save the next page, too\n',
    )
    // All pages in one file are the same.
    place.write('all.json', pages.map(({ name }) => place.read(name)).join(''))
    expect(await reportOf(place, '--changes', 'all.json')).toEqual(found)
  })
})

const gerritQuery = [
  {
    project: 'planets/kepler',
    branch: 'master',
    topic,
    number: 7,
    url: 'https://review.planets.example/c/planets/kepler/+/7',
    lastUpdated: 1_800_000_000,
    status: 'MERGED',
  },
  {
    project: 'planets/kepler',
    branch: 'master',
    topic: 'another',
    number: 8,
    url: 'https://review.planets.example/c/planets/kepler/+/8',
    lastUpdated: 1_800_000_000,
    status: 'NEW',
  },
  { type: 'stats', rowCount: 2, runTimeMilliseconds: 3, moreChanges: false },
]
const gh = [
  {
    number: 7,
    state: 'MERGED',
    url: 'https://github.com/planets/kepler/pull/7',
    mergedAt: '2027-01-15T08:00:00Z',
    updatedAt: '2027-03-01T00:00:00Z',
    headRefName: topic,
    labels: [],
  },
  {
    number: 8,
    state: 'CLOSED',
    url: 'https://github.com/planets/kepler/pull/8',
    mergedAt: null,
    closedAt: '2027-02-15T08:00:00Z',
    headRefName: 'fix',
    labels: [{ name: topic }],
  },
]
const gitlab = [
  {
    iid: 7,
    state: 'merged',
    web_url: 'https://gitlab.planets.example/mirror/planets/kepler/-/merge_requests/7',
    merged_at: '2027-01-15T08:00:00.000Z',
    updated_at: '2027-01-16T08:00:00.000Z',
    source_branch: topic,
    labels: [],
  },
  {
    iid: 8,
    state: 'closed',
    web_url: 'https://gitlab.planets.example/mirror/planets/kepler/-/merge_requests/8',
    closed_at: '2027-02-15T08:00:00.000Z',
    source_branch: 'x',
    labels: [topic],
  },
]

describe('saved answers', () => {
  test.each([
    [
      'gerrit query',
      gerritQuery.map((line) => JSON.stringify(line)).join('\n'),
      { merged: 1, open: 0, abandoned: 0 },
      '2027-01-15',
    ],
    ['gh', JSON.stringify(gh), { merged: 1, open: 0, abandoned: 1 }, '2027-01-15'],
    ['GitLab', JSON.stringify(gitlab), { merged: 1, open: 0, abandoned: 1 }, '2027-01-15'],
  ])('of %s', async (_, text, counts, day) => {
    const place = observatory({ 'changes.json': text })
    const { teams } = await reportOf(place, '--changes', 'changes.json')
    const { status, changes: said, deliverables } = teams.find(({ name }) => name === 'kepler')!
    expect([status, said]).toEqual(['done', { state: 'merged', ...counts, url: expect.stringMatching(/7$/), day }])
    expect(deliverables).toEqual([{ name: 'kepler', status: 'done', changes: said }])
  })

  test('are written once, with their proof, for teams without an answer of their own', async () => {
    const place = observatory({
      'changes.json': JSON.stringify([
        ...gh,
        {
          number: 9,
          state: 'OPEN',
          url: 'https://github.com/planets/spitzer/pull/9',
          updatedAt: '2027-03-01T00:00:00Z',
          headRefName: topic,
        },
        {
          number: 10,
          state: 'MERGED',
          url: 'https://github.com/planets/hubble/pull/10',
          mergedAt: '2027-03-01T00:00:00Z',
          headRefName: topic,
        },
      ]),
      [document]: goal
        .replace('Completion Artifacts:\n\nkepler', 'Completion Artifacts: None\n\nkepler')
        .replace('* https://planets.example/hubble/plan', 'None'),
    })
    await place.goaldoc(['import', document])
    const before = place.read(document)
    const args = ['status', document, '--changes', 'changes.json', '--write']
    expect((await place.goaldoc([...args, '--dry-run'])).out).toBe(`Would change ${document}\nWould change ${model}\n`)
    expect(place.read(document)).toBe(before)
    expect((await place.goaldoc([...args, '--team', 'spitzer', '--diff'])).out).not.toContain('kepler: done')
    expect((await place.goaldoc(args)).code).toBe(0)
    expect(place.read(document)).toBe(
      before
        .replace('kepler\n------\n', 'kepler\n------\n\n* kepler: done (https://github.com/planets/kepler/pull/7, 2027-01-15)\n')
        .replace(
          'spitzer\n-------\n',
          'spitzer\n-------\n\n* spitzer: in-progress (https://github.com/planets/spitzer/pull/9, 2027-03-01)\n',
        ),
    )
    expect(parseModel(place.read(model)).goal?.teams?.[1]?.deliverables).toEqual(
      readGoal(place.read(document)).goal.teams?.[1]?.deliverables,
    )
    expect((await place.goaldoc([...args, '--diff'])).out).toBe('')
    // What is known now takes the place of what was known then, and of nothing else.
    place.write(
      'changes.json',
      place
        .read('changes.json')
        .replace('"OPEN"', '"MERGED"')
        .replace('spitzer/pull/9","updatedAt"', 'spitzer/pull/9","mergedAt"'),
    )
    place.write(
      document,
      place
        .read(document)
        .replace(
          'kepler: done (https://github.com/planets/kepler/pull/7, 2027-01-15)',
          'kepler: partial (the mirror is missing)',
        ),
    )
    expect((await place.goaldoc(args)).code).toBe(0)
    expect(place.read(document)).toContain('* kepler: partial (the mirror is missing)\n')
    expect(place.read(document)).toContain('* spitzer: done (https://github.com/planets/spitzer/pull/9, 2027-03-01)\n')
  })

  test('create sections in a goal without sections, and then no team is missing', async () => {
    const bare = `${goal.slice(0, goal.indexOf('Project Teams')).trimEnd()}\n`
    const change = (number: number, name: string) => ({
      project: `planets/${name}`,
      topic,
      status: 'MERGED',
      _number: number,
      submitted: '2027-02-03 10:00:00',
    })
    const place = observatory({ 'changes.json': JSON.stringify([change(7, 'spitzer-ui')]), [document]: bare })
    await place.goaldoc(['import', document])
    const args = ['status', document, '--changes', 'changes.json', '--write']
    expect((await place.goaldoc(args)).code).toBe(0)
    place.write('changes.json', JSON.stringify([change(7, 'spitzer-ui'), change(8, 'hubble')]))
    expect((await place.goaldoc(args)).code).toBe(0)
    const section = (name: string, one: string, number: number) =>
      `${name}\n${'-'.repeat(name.length)}\n\n* ${one}: done (https://review.planets.example/c/planets/${one}/+/${number}, 2027-02-03)\n`
    expect(place.read(document)).toBe(
      `${bare}\nProject Teams\n=============\n\n${section('hubble', 'hubble', 8)}\n${section('spitzer', 'spitzer-ui', 7)}`,
    )
    expect((await place.goaldoc(['check', document])).code).toBe(0)
    expect((await place.goaldoc(['teams', 'check', document])).out).toBe('')
    expect((await reportOf(place)).missing).toEqual([])
    expect((await place.goaldoc([...args, '--diff'])).out).toBe('')
  })

  test.each([
    ['', 'it is empty'],
    ['<html>', 'line 1 is not JSON'],
    ['[{"planet": "Mars"}]', 'entry 1 is not a change of Gerrit, GitHub or GitLab'],
    ['{"type":"error","message":"no such operator"}', 'the server answered: no such operator'],
  ])('%j is rejected', async (text, why) => {
    const place = observatory({ 'changes.json': text })
    expect(await place.goaldoc(['status', '--changes', 'changes.json'])).toEqual({
      code: 2,
      out: '',
      err: `Cannot read the changes in changes.json: ${why}. Save the answer of the forge as it is.\n`,
    })
  })
})
