import { describe, expect, test, vi } from 'vitest'
import { hasCorpus, makeGovernance } from '../../scripts/governance.ts'
import { readGoal } from '../../src/document/index.ts'
import { parseModel } from '../../src/goal/index.ts'
import { rawTeams } from './raw-status.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const document = 'goals/one-star-catalog.rst'
const model = 'goals/one-star-catalog.yaml'

async function observatory(files: Record<string, string> = {}): Promise<Folder> {
  const place = folder({ [document]: telescopes, 'reference/projects.yaml': projects, ...files })
  place.git('init', '-q', '-b', 'main')
  place.git('config', 'user.name', 'Halley')
  place.git('config', 'user.email', 'halley@planets.example')
  return place
}

async function withModel(): Promise<Folder> {
  const place = await observatory()
  expect((await place.goaldoc(['import', document])).code).toBe(0)
  place.write(model, place.read(model).replace('  - name: kepler', '  # Ask again in May\n  - name: kepler'))
  place.git('add', '-A')
  place.git('commit', '-qm', 'The goal')
  return place
}

/** The lines that differ, with their signs. */
async function changedLines(place: Folder, args: string[]): Promise<string[]> {
  const { out } = await place.goaldoc([...args, '--diff'])
  return out.split('\n').filter((line) => /^[+-](?!\+\+ |-- )/.test(line))
}

describe('goaldoc set', () => {
  test('changes model and document, only in lines of the team, and once', async () => {
    const place = await withModel()
    const args = [
      'set',
      'one-star-catalog',
      '--team',
      'kepler',
      '--status',
      'done',
      '--completion',
      'https://planets.example/merged',
    ]
    expect(await changedLines(place, args)).toEqual([
      '+Status: done',
      '+',
      '+',
      '+* https://planets.example/merged',
      '+    status: done',
      '-    completion: []',
      '+    completion:',
      '+      - https://planets.example/merged',
    ])
    expect(await place.goaldoc([...args, '--dry-run'])).toEqual({
      code: 1,
      out: `Would change ${document}\nWould change ${model}\n`,
      err: '',
    })
    expect(await place.goaldoc(args)).toEqual({ code: 0, out: '', err: `Updated ${document}\nUpdated ${model}\n` })
    expect(place.read(model)).toContain('# Ask again in May')
    expect((await place.goaldoc(['check', document])).out).not.toContain('drift/')
    expect(await place.goaldoc(args)).toEqual({ code: 0, out: '', err: 'Nothing to change\n' })
  })

  test('not-doing writes None below both labels, with the reason above', async () => {
    const place = await observatory()
    const args = ['set', document, '--all-unanswered', '--status', 'n/a', '--reason', 'It has no catalog.']
    expect((await place.goaldoc(args)).code).toBe(0)
    expect(place.read(document)).toBe(
      telescopes.replace(
        'kepler\n------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n',
        'kepler\n------\n\nIt has no catalog.\n\nPlanning Artifacts:\n\n* None\n\nCompletion Artifacts:\n\n* None\n',
      ),
    )
    expect((await place.goaldoc(args)).err).toBe('Nothing to change\n')
  })

  test('an artifact replaces None', async () => {
    const place = await observatory({
      [document]: telescopes.replaceAll('Completion Artifacts:\n', 'Completion Artifacts: None\n'),
    })
    expect((await place.goaldoc(['set', document, '--team', 'Hubble', '--completion', 'https://planets.example/7'])).code).toBe(0)
    const [hubble, kepler] = readGoal(place.read(document)).goal.teams!
    expect([hubble!.completion, kepler!.completion]).toEqual([['https://planets.example/7'], ['None']])
  })

  test('finds the team of a deliverable in the team list', async () => {
    const place = await withModel()
    expect(
      (await place.goaldoc(['set', document, '--deliverable', 'kepler', '--status', 'partial', '--reason', 'one lens'])).code,
    ).toBe(0)
    const wanted = [{ name: 'kepler', status: 'partial', note: 'one lens' }]
    expect(readGoal(place.read(document)).goal.teams?.[1]?.deliverables).toEqual(wanted)
    expect(parseModel(place.read(model)).goal?.teams?.[1]?.deliverables).toEqual(wanted)
  })

  test.each([
    [['--team', 'kepller', '--status', 'done'], 'Cannot set kepller: there is no such team. The nearest name is `kepler`.\n'],
    [
      ['--team', 'kepler', '--deliverable', 'hubble', '--status', 'done'],
      'Cannot set hubble: it is not a deliverable of `kepler`. Check the name.\n',
    ],
    [
      ['--deliverable', 'keppler', '--status', 'done'],
      'Cannot set keppler: it is not a deliverable of an official team. The nearest name is `kepler`.\n',
    ],
    [
      ['--team', 'kepler', '--planning', 'soon'],
      'Cannot use --planning soon: it is not a URL. Give one such as https://review.example.org/117.\n',
    ],
    [
      ['--team', 'kepler'],
      'Cannot set anything: nothing to set was given. Give `--status`, `--reason`, `--planning` or `--completion`.\n',
    ],
    [
      ['--team', 'kepler', '--all-unanswered', '--status', 'done'],
      'Cannot tell which teams are meant: that takes one of `--team` and `--all-unanswered`. Give one of them.\n',
    ],
    [
      ['--status', 'done'],
      'Cannot tell which teams are meant: that takes one of `--team` and `--all-unanswered`. Give one of them.\n',
    ],
  ])('%j is refused, and nothing is written', async (args, err) => {
    const place = await withModel()
    expect(await place.goaldoc(['set', document, ...args])).toEqual({ code: 2, out: '', err })
    expect(place.git('status', '--porcelain')).toBe('')
  })

  test('names the section that is missing if the goal has none for teams', async () => {
    const place = await observatory({ 'goals/domes.rst': 'Turn all domes\n==============\n\nThey turn.\n' })
    expect(await place.goaldoc(['set', 'domes', '--team', 'kepler', '--status', 'done'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot set kepler: goals/domes.rst has no sections for teams. Add the section of the team to the model or the document.\n',
    })
  })

  test('writes all files or none: with a TypeScript model, and with a text that cannot be written', async () => {
    const place = await observatory({
      [document.replace('.rst', '.ts')]: "export default { title: 'Point every telescope by one star catalog', teams: [] }\n",
    })
    expect((await place.goaldoc(['set', document, '--team', 'kepler', '--status', 'done'])).code).toBe(2)
    expect(place.read(document)).toBe(telescopes)
    const other = await withModel()
    expect((await other.goaldoc(['set', document, '--team', 'kepler', '--reason', 'Mars\n===='])).code).toBe(2)
    expect(other.git('status', '--porcelain')).toBe('')
  })

  test('makes one commit, or one for each team', async () => {
    const place = await withModel()
    const args = ['set', document, '--team', 'hubble,kepler', '--status', 'in-progress']
    expect((await place.goaldoc([...args, '--commit=each'])).err).toBe(`Updated ${document}\nUpdated ${model}\nMade 2 commits\n`)
    expect(place.git('log', '--format=%s', '-2')).toBe(
      'one-star-catalog: kepler: in-progress\none-star-catalog: hubble: in-progress\n',
    )
    expect(place.git('show', '--format=', '--name-only', 'HEAD')).toBe(`${document}\n${model}\n`)
    expect((await place.goaldoc([...args, '--reason', 'Mirrors are late.', '--commit'])).code).toBe(0)
    expect(place.git('log', '--format=%B', '-1').trim()).toBe(
      'one-star-catalog: 2 teams: in-progress\n\nMirrors are late.\n\nTeams: hubble, kepler',
    )
    expect(place.git('status', '--porcelain')).toBe('')
  })

  test('a commit that is refused leaves everything as it was', async () => {
    const place = await withModel()
    const head = place.git('rev-parse', 'HEAD')
    place.write(
      '.git/hooks/pre-commit',
      '#!/bin/sh\ntest "$(git rev-list --count HEAD)" -lt 2 || { echo "No more" >&2; exit 1; }\n',
    )
    const { chmodSync } = await import('node:fs')
    chmodSync(`${place.path}/.git/hooks/pre-commit`, 0o755)
    const { code, err } = await place.goaldoc(['set', document, '--team', 'hubble,kepler', '--status', 'done', '--commit=each'])
    expect({ code, err }).toEqual({ code: 2, err: 'Cannot commit: No more. Nothing was changed.\nNo more\n' })
    expect([place.git('rev-parse', 'HEAD'), place.git('status', '--porcelain')]).toEqual([head, ''])
    place.write(document, `${place.read(document)}\n`)
    expect((await place.goaldoc(['set', document, '--team', 'kepler', '--status', 'done', '--commit'])).err).toBe(
      `Cannot commit ${document}: it has changes that are not committed. Commit them first, or leave \`--commit\` away.\n`,
    )
  })

  test('in a repository that git does not trust, the error says so', async () => {
    const place = await withModel()
    // Git's own tests pretend like this that the repository belongs to another user.
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
    const { code, err } = await place.goaldoc(['set', document, '--team', 'kepler', '--status', 'done', '--commit'])
    vi.unstubAllEnvs()
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Cannot commit: the repository belongs to another user, and git refuses to read it. Add it to `safe.directory` in the configuration of git (`git help config`), or run goaldoc as its owner.\n',
    })
    expect(place.git('status', '--porcelain')).toBe('')
  })
})

describe.skipIf(!hasCorpus)('thirty teams of a real goal (skipped without ../shared/corpus)', () => {
  test('only their lines change', async () => {
    const place = folder()
    makeGovernance(place.path)
    const path = 'goals/completed/pike/deploy-api-in-wsgi.rst'
    const before = place.read(path)
    const teams = rawTeams(before).slice(5, 35)
    const args = ['set', path, '--team', teams.join(','), '--completion', 'https://planets.example/merged']
    const { code, err } = await place.goaldoc(args)
    expect({ code, err }).toEqual({ code: 0, err: `Updated ${path}\n` })
    const sections = (text: string) => new Map((readGoal(text).goal.teams ?? []).map(({ name, ...team }) => [name, team]))
    const after = place.read(path)
    const [old, now] = [sections(before), sections(after)]
    expect([...now.keys()]).toEqual([...old.keys()])
    for (const [name, team] of now) {
      if (!teams.includes(name)) expect([name, team]).toEqual([name, old.get(name)])
      else expect([name, team.completion?.at(-1)]).toEqual([name, 'https://planets.example/merged'])
    }
    const changed = place.git('diff', '--numstat', '--', path).split('\t').slice(0, 2).map(Number)
    expect(changed[0]! - changed[1]!).toBeLessThanOrEqual(60)
    expect(changed[1]).toBeLessThanOrEqual(30)
    expect((await place.goaldoc(args)).err).toBe('Nothing to change\n')
    expect(place.git('diff', '--numstat', '--', path).split('\t').slice(0, 2).map(Number)).toEqual(changed)
  })
})
