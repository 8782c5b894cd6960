import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasCorpus, makeGovernance } from '../../scripts/governance.ts'
import { tableRows } from '../report-page/html.ts'
import { document, observatory } from './observatory.ts'
import { rawCounts } from './raw-status.ts'
import { type Folder, folder } from './run.ts'

const numbers = (place: Folder) => tableRows(place.read('public/index.html'), 'goal-goals-2027-one-star-catalog-numbers')
const made = { code: 0, out: '', err: 'Wrote public/index.html\n' }

describe('goaldoc report -o', () => {
  test('writes a page with the history of a goal, across a move', async () => {
    const place = observatory()
    expect(await place.goaldoc(['report', '-o', 'public'])).toEqual(made)
    expect(numbers(place)).toEqual([
      ['Day', 'Teams', 'Left to do', 'unanswered', 'planned', 'done', 'Changed by'],
      ['2027-03-01', '2', '2', '1', '1', '0', 'Halley'],
      ['2027-05-02', '2', '1', '0', '1', '1', 'Vera'],
    ])
    expect(tableRows(place.read('public/index.html'), 'teams')).toEqual([
      ['Team', 'Left to do', 'Point every telescope by one star catalog'],
      ['hubble', '1', 'planned'],
      ['kepler', '0', 'done'],
      ['spitzer', '1', 'no section'],
    ])
    const commit = place.git('rev-parse', '--short', 'HEAD').trim()
    expect(place.read('public/index.html')).toContain(`commit <code>${commit}</code>`)
  })

  test('uncommitted answers are the last point', async () => {
    const place = observatory()
    place.write(document, place.read(document).replace('* https://planets.example/hubble/plan', 'None'))
    await place.goaldoc(['report', '-o', 'public', 'one-star-catalog'])
    expect(numbers(place).at(-1)).toEqual([new Date().toISOString().slice(0, 10), '2', '0', '0', '1', '0', '1', 'the files now'])
  })

  test('a folder without git and without teams has a page, too', async () => {
    const place = folder({ 'goals/dome.rst': '======\n Dome\n======\n\nEvery dome turns.\n' })
    expect(await place.goaldoc(['report', '-o', 'public', 'goals/dome.rst'])).toEqual(made)
    expect(tableRows(place.read('public/index.html'), 'goals')[1]).toEqual([
      'Dome goals/dome.rst',
      '',
      'current',
      'no sections for teams',
      '',
      '',
      '',
    ])
  })

  test('reports what is missing, and writes nothing', async () => {
    const place = observatory()
    expect(await place.goaldoc(['report'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot make a report: no folder and no revision is named. Name one with `-o DIR` or `--since REF`.\n',
    })
    expect(await place.goaldoc(['report', '-o', 'public', '--since', 'HEAD'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot make a report: `-o` and `--since` are two kinds of report. Name one of them.\n',
    })
    expect((await place.goaldoc(['report', '-o', document])).code).toBe(2)
    expect(place.git('status', '--short')).toBe('')
  })
})

describe.skipIf(!hasCorpus)('the burn-down of a governance repository (skipped without ../shared/corpus)', () => {
  const place = folder()
  beforeAll(async () => {
    makeGovernance(place.path)
    expect(await place.goaldoc(['report', '-o', 'public'])).toEqual(made)
  })

  /** The numbers of the page on a day, by their heads. */
  function onPage(goal: string, day: string): Record<string, number> {
    const page = place.read('public/index.html')
    const id = new RegExp(`id="(goal-[^"]*-${goal}-numbers)"`).exec(page)![1]!
    const [heads = [], ...rows] = tableRows(page, id)
    const row = rows.filter(([then]) => then! <= day).at(-1)!
    return Object.fromEntries(heads.flatMap((head, column) => (/^\d+$/.test(row[column]!) ? [[head, Number(row[column])]] : [])))
  }

  /** The same from the raw text that git had on that day, by expressions. */
  function byHand(goal: string, day: string): Record<string, number> {
    const commit = place.git('rev-list', '--max-count=1', `--before=${day}T23:59:59Z`, 'HEAD').trim()
    const path = place
      .git('ls-tree', '-r', '--name-only', commit, 'goals')
      .split('\n')
      .find((name) => name.endsWith(`/${goal}.rst`))
    const { other, ...counts } = rawCounts(place.git('show', `${commit}:${path}`))
    const teams = Object.values(counts).reduce((sum, count) => sum + count, other)
    return { ...counts, other, Teams: teams, 'Left to do': teams - counts.done - counts['n/a'] }
  }

  test.each([
    ['remove-incubated-oslo-code', '2016-08-16'],
    ['remove-incubated-oslo-code', '2016-11-30'],
    ['remove-incubated-oslo-code', '2017-01-10'],
    ['remove-incubated-oslo-code', '2026-01-01'],
    ['deploy-api-in-wsgi', '2017-03-21'],
    ['deploy-api-in-wsgi', '2017-04-30'],
    ['deploy-api-in-wsgi', '2017-07-01'],
    ['deploy-api-in-wsgi', '2018-12-31'],
    ['deploy-api-in-wsgi', '2026-01-01'],
  ])('%s on %s matches a count in the raw text', (goal, day) => {
    const { 'in-progress': working = 0, partial = 0, 'not-doing': refused = 0, ...shown } = onPage(goal, day)
    const { other, ...counted } = byHand(goal, day)
    expect({ 'n/a': 0, planned: 0, ...shown, other: working + partial + refused }).toEqual({ ...counted, other })
  })
})

describe('what is kept of history', () => {
  /** The file in git's folder, after a first report. */
  async function kept() {
    const place = observatory()
    await place.goaldoc(['report', '-o', 'public'])
    const folder = join(place.path, '.git/goaldoc')
    const [name, ...more] = readdirSync(folder).filter((file) => file.endsWith('-answers.json'))
    expect(more).toEqual([])
    return { place, file: join(folder, name!), first: place.read('public/index.html') }
  }

  test('is used instead of reading the history again', async () => {
    const { place, file } = await kept()
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"planned"', '"partial"'))
    await place.goaldoc(['report', '-o', 'public'])
    expect(numbers(place)[1]).toEqual(['2027-03-01', '2', '2', '1', '0', '1', '0', 'Halley'])
  })

  test.each([
    ['of another version', (text: string) => text.replace(/"by":"\w/, '"by":"x').replaceAll('"planned"', '"partial"')],
    ['that broke off', (text: string) => text.slice(0, 100)],
    ['of nothing', () => 'null'],
  ])('is not used: %s', async (_, change) => {
    const { place, file, first } = await kept()
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, change(before))
    await place.goaldoc(['report', '-o', 'public'])
    expect(place.read('public/index.html')).toBe(first)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})
