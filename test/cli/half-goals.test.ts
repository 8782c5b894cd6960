/** Goals of which a half is missing or wrong: a model without its document, and a model with errors beside a good one. */
import { describe, expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { parseModel, stringifyModel } from '../../src/goal/index.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const model = 'goals/one-star-catalog.yaml'
const yaml = stringifyModel(readGoal(telescopes).goal)
const list = { 'reference/projects.yaml': `${projects}spitzer:\n  deliverables: {}\n` }

function committed(files: Record<string, string>): Folder {
  const place = folder({ ...list, ...files })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Stars')
  return place
}

describe('a model without its document', () => {
  test('has a status, with the days of the model', async () => {
    const { code, out, err } = await committed({ [model]: yaml }).goaldoc(['status', '-f', 'json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [goal] = JSON.parse(out).goals
    expect([goal.path, goal.model, goal.missing]).toEqual([model, model, ['spitzer']])
    expect(goal.teams.map(({ name, status }: { name: string; status: string }) => `${name} ${status}`)).toEqual([
      'hubble planned',
      'kepler unanswered',
    ])
    expect(goal.teams[0].since.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('is asked about, is in the report, and its teams are compared, at the model', async () => {
    const place = committed({ [model]: yaml })
    expect((await place.goaldoc(['ask', 'one-star-catalog', '-f', 'irc'])).out).toContain(
      `(${model}) waits for an answer of kepler, spitzer`,
    )
    expect((await place.goaldoc(['report', '-o', 'public'])).err).toBe('Wrote public/index.html\n')
    expect(place.read('public/index.html')).toContain('Point every telescope by one star catalog')
    const checked = await place.goaldoc(['teams', 'check'])
    expect([checked.code, checked.out]).toEqual([1, expect.stringMatching(new RegExp(`^${model}: Missing .*\`spitzer\`.*\\n$`))])
  })

  test('takes answers', async () => {
    const place = committed({ [model]: yaml })
    expect(
      await place.goaldoc(['set', 'one-star-catalog', '--team', 'kepler', '--planning', 'https://planets.example/9']),
    ).toEqual({
      code: 0,
      out: '',
      err: `Updated ${model}\n`,
    })
    expect(parseModel(place.read(model)).goal?.teams?.[1]?.planning).toEqual(['https://planets.example/9'])
    expect(place.has('goals/one-star-catalog.rst')).toBe(false)
  })

  test('moves alone', async () => {
    const place = committed({ 'goals/proposed/one-star-catalog.yaml': yaml })
    const moved = await place.goaldoc(['move', 'one-star-catalog', 'selected', '--reason', 'All agree.', '--date', '2027-02-03'])
    expect([moved.code, moved.out]).toEqual([0, ''])
    expect(moved.err).toContain('Moved goals/proposed/one-star-catalog.yaml to goals/selected/one-star-catalog.yaml\n')
    expect(parseModel(place.read('goals/selected/one-star-catalog.yaml')).goal?.summary).toContain('2027-02-03: All agree.')
  })
})

describe('beside a model with errors, the other goals are told, and the exit code is 2', () => {
  const files = { [model]: yaml, 'goals/dome-clocks.yaml': `${yaml}stars: many\n` }
  test.each<[string[], RegExp]>([
    [['status'], /one-star-catalog/],
    [['ask', 'goals', '-f', 'irc'], /one-star-catalog/],
    [['report', '--since', 'HEAD'], /kepler/],
    [['report', '-o', 'public'], /^$/],
    [['teams', 'check'], /one-star-catalog\.yaml: Missing/],
    [['check'], /Missing document `one-star-catalog\.rst`/],
  ])('%j', async (args, out) => {
    const ran = await committed(files).goaldoc(args)
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(out)
    expect(ran.out + ran.err).toContain('Unknown key `stars`')
  })
})

test('deliverables: teams that have none, and one by its name', async () => {
  const place = committed({ [model]: yaml })
  const set = (...args: string[]) => place.goaldoc(['set', 'one-star-catalog', ...args])
  expect((await set('--deliverable', 'keplr', '--status', 'done')).err).toMatch(/The nearest name is `kepler`\.\n$/)
  expect((await set('--team', 'kepler', '--deliverable', 'hubble', '--status', 'done')).err).toMatch(
    /^Cannot set hubble: it is not? .*`kepler`\. .*\n$/,
  )
  expect((await set('--deliverable', 'kepler', '--status', 'done')).code).toBe(0)
  expect((await set('--team', 'kepler', '--deliverable', 'kepler', '--status', 'planned')).code).toBe(0)
  expect(parseModel(place.read(model)).goal?.teams?.[1]?.deliverables).toEqual([{ name: 'kepler', status: 'planned' }])
})
