/** A goal through all states and back, in a repository like the governance repository: built by Sphinx with `-W` where it was
 * unpacked (`scripts/oracles.sh`), and with every address that was ever published followed through the redirects. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, disk, writeEdits } from '../../src/repository/file-edits.ts'
import { planMove } from '../../src/repository/index.ts'
import { openSphinxProjects } from '../../src/repository/sphinx.ts'
import { governance, htaccess, index, tests, toctree } from './governed.ts'
import { root } from './project.ts'
import { type Folder, telescopes } from './run.ts'

const oracles = process.env.GOALDOC_ORACLES ?? join(root, '.oracles')
const sphinx = join(oracles, 'sphinx-9.2')

async function withModel(files: Record<string, string> = {}): Promise<Folder> {
  const place = governance(files)
  const { code } = await place.goaldoc(['import', 'goals/proposed/one-star-catalog.rst'])
  expect(code).toBe(0)
  place.git('add', '-A')
  place.git('-c', 'user.name=Halley', 'commit', '-qm', 'The goals')
  return place
}

/** All files with their texts. */
function treeOf(place: Folder, ...without: string[]): Record<string, string> {
  const names = place.git('ls-files', '-z', '--cached', '--others').split('\0')
  const files = [...new Set(names)].filter((name) => name !== '' && !without.includes(name) && !place.has(`${name}/.`))
  return Object.fromEntries(files.filter(place.has).map((name) => [name, place.read(name)]))
}

/** What Apache does with a path: the first rule that begins it. A reading of the rules that is the test's own. */
function served(place: Folder, path: string): { path: string; hops: number } {
  const rules = place
    .read('doc/source/_extra/.htaccess')
    .split('\n')
    .filter((line) => line.startsWith('redirect '))
    .map((line) => line.split(' ').slice(2) as [string, string])
  for (let hops = 0, at = path; ; hops++) {
    const rule = rules.find(([from]) => at === from || (from.endsWith('/') && at.startsWith(from)))
    if (!rule) return { path: at, hops }
    if (hops > 9) throw new Error(`${path} goes in a circle`)
    at = rule[1] + at.slice(rule[0].length)
  }
}

const addressOf = (document: string) => `/tc/${document.replace(/\.rst$/, '.html')}`

/** Whether a path of the site is a page: a document of the repository. */
const isPage = (place: Folder, path: string) => place.has(path.replace(/^\/tc\//, '').replace(/\.html$/, '.rst'))

/** Builds the pages, and follows every link between them. */
function build(place: Folder): { messages: string; dead: string[] } {
  const run = spawnSync(
    join(oracles, 'python3'),
    ['-m', 'sphinx', '-W', '--keep-going', '-q', '-E', '-b', 'html', 'doc/source', 'out/tc'],
    {
      cwd: place.path,
      env: { ...process.env, PYTHONPATH: sphinx, PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
      encoding: 'utf8',
    },
  )
  const dead: string[] = []
  for (const name of readdirSync(join(place.path, 'out/tc'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue
    const html = readFileSync(join(place.path, 'out/tc', name), 'utf8')
    for (const [, href = ''] of html.matchAll(/href="([^"#]+\.html)(?:#[^"]*)?"/g)) {
      const { host, pathname } = new URL(href, `https://governance.planets.example/tc/${name}`)
      if (host !== 'governance.planets.example') continue
      const { path, hops } = served(place, pathname)
      // A link inside the site needs no redirect, and has a page.
      if (hops > 0 || !existsSync(join(place.path, 'out', path))) dead.push(`${name}: ${href}`)
    }
  }
  spawnSync('rm', ['-rf', join(place.path, 'out')])
  return { messages: `${run.stdout}${run.stderr}`, dead }
}

const states = ['selected', 'completed/2026.2', 'selected', 'completed/pike', 'proposed', 'selected', 'proposed']
const pathIn = (state: string) => `goals/${state}/one-star-catalog.rst`

describe('goaldoc move', () => {
  test('moves through all states and back without dead links, chains of redirects or leftovers', async () => {
    const place = await withModel()
    const before = treeOf(place)
    const published = new Set([pathIn('proposed')].map(addressOf))
    let from = 'proposed'
    for (const state of states) {
      const { code, err } = await place.goaldoc(['move', 'one-star-catalog', state])
      expect([code, err.split('\n')[0]]).toEqual([0, `Moved ${pathIn(from)} to ${pathIn(state)}`])
      expect([pathIn(from), pathIn(from).replace('.rst', '.yaml')].filter(place.has)).toEqual([])
      published.add(addressOf(pathIn(state)))
      for (const address of published)
        expect(served(place, address)).toEqual({
          path: addressOf(pathIn(state)),
          hops: address === addressOf(pathIn(state)) ? 0 : 1,
        })
      for (const line of place.read('doc/test/redirect-tests.txt').split('\n').slice(1, -1)) {
        const [path = '', code = '', target] = line.split(' ')
        expect([line, served(place, path)]).toEqual([line, { path: target ?? path, hops: code === '200' ? 0 : 1 }])
        expect(isPage(place, target ?? path)).toBe(true)
      }
      const found = JSON.parse((await place.goaldoc(['check', '-f', 'json'])).out).files as {
        diagnostics: { ruleId: string }[]
      }[]
      const rules = found.flatMap(({ diagnostics }) => diagnostics.map(({ ruleId }) => ruleId))
      expect(rules.filter((name) => /^(?:sphinx|drift|repository)\//.test(name))).toEqual([])
      from = state
    }
    const edited = ['doc/source/_extra/.htaccess', 'doc/test/redirect-tests.txt']
    expect(treeOf(place, ...edited)).toEqual(
      Object.fromEntries(Object.entries(before).filter(([name]) => !edited.includes(name))),
    )
  })

  test.skipIf(!existsSync(sphinx))(
    'Sphinx 9 builds each state without a warning (skipped where it was not unpacked)',
    async () => {
      const place = await withModel()
      for (const state of ['selected', 'completed/2026.2', 'selected', 'proposed']) {
        expect((await place.goaldoc(['move', 'one-star-catalog', state, '--reason', 'It is *time*.'])).code).toBe(0)
        expect([state, build(place)]).toEqual([state, { messages: '', dead: [] }])
      }
    },
    300_000,
  )

  test('links of every kind are updated, and links in the goal keep their targets', async () => {
    const place = await withModel()
    expect((await place.goaldoc(['move', 'one-star-catalog', 'completed/hibiscus'])).code).toBe(0)
    expect(place.read('reference/roofs.rst')).toBe(
      index(
        'Roofs',
        'See :doc:`/goals/completed/hibiscus/one-star-catalog`, :doc:`the catalog <../goals/completed/hibiscus/one-star-catalog>`,',
        '`a page <../goals/completed/hibiscus/one-star-catalog.html#references>`__ and',
        'https://governance.planets.example/tc/goals/completed/hibiscus/one-star-catalog.html, which',
        'https://archive.planets.example/2026/https://governance.planets.example/tc/goals/proposed/one-star-catalog.html has, too.',
      ),
    )
    for (const ending of ['rst', 'yaml'])
      expect(place.read(`goals/completed/hibiscus/one-star-catalog.${ending}`)).toContain(
        'As :doc:`../../selected/mirrors` and `clocks <../pike/clocks.html>`__. Every',
      )
    expect(place.read('goals/completed/hibiscus/one-star-catalog.rst')).toContain('\n.. include:: ../../../reference/notes.txt\n')
    expect(place.read('goals/completed/hibiscus/index.rst')).toBe(
      index('Hibiscus', ...toctree(':glob:', ':maxdepth: 1', '', '*')),
    )
    expect(place.read('doc/source/_extra/.htaccess')).toBe(
      `${htaccess}redirect 301 /tc/goals/proposed/one-star-catalog.html /tc/goals/completed/hibiscus/one-star-catalog.html\n`,
    )
    expect(place.read('doc/test/redirect-tests.txt')).toBe(
      `${tests}/tc/goals/proposed/one-star-catalog.html 301 /tc/goals/completed/hibiscus/one-star-catalog.html\n`,
    )
  })

  test('the reason is added with its day to document and model, and no other line changes', async () => {
    const place = await withModel()
    const old = ['rst', 'yaml'].map((ending) => place.read(`goals/proposed/one-star-catalog.${ending}`))
    const args = ['move', 'one-star-catalog', 'selected', '--reason', 'Every observatory wants it.', '--date', '2027-03-01']
    expect(await place.goaldoc([...args, '--dry-run'])).toEqual({
      code: 1,
      out: `Would move goals/proposed/one-star-catalog.rst to goals/selected/one-star-catalog.rst
Would move goals/proposed/one-star-catalog.yaml to goals/selected/one-star-catalog.yaml
Would change doc/source/_extra/.htaccess
Would change doc/test/redirect-tests.txt
Would create goals/proposed/placeholder.rst
Would change goals/selected/index.rst
Would change reference/roofs.rst
`,
      err: '',
    })
    const { out } = await place.goaldoc([...args, '--diff'])
    expect((await place.goaldoc(args)).code).toBe(0)
    const line = 'Moved to selected on 2027-03-01: Every observatory wants it.'
    const now = ['rst', 'yaml'].map((ending) => place.read(`goals/selected/one-star-catalog.${ending}`))
    const added = (before: string, after: string) => after.split('\n').filter((one) => !before.split('\n').includes(one))
    expect(added(old[0]!, now[0]!)).toEqual([line])
    expect(now[1]).toContain(`\n\n  ${line}\n`)
    expect((await place.goaldoc(['check', 'goals/selected/one-star-catalog.rst'])).out).not.toContain('drift/')
    // The diff is one that git applies, and it is what was done.
    const after = treeOf(place)
    place.git('stash', '-q', '-u')
    place.write('move.diff', out)
    place.git('apply', 'move.diff')
    expect(treeOf(place, 'move.diff')).toEqual(after)
  })

  test('a failure at any step leaves the tree as it was', async () => {
    const place = await withModel()
    const before = treeOf(place)
    const folders = () => place.git('ls-files', '-o', '--directory')
    const { edits } = await planMove({
      document: join(place.path, 'goals/proposed/one-star-catalog.rst'),
      lens: {},
      state: 'completed/hibiscus',
      cwd: place.path,
      sphinx: openSphinxProjects(),
    })
    const failingAt = (step: number): Disk & { steps: () => number } => {
      let steps = 0
      const count = () => {
        if (steps++ === step) throw new Error(`The disk is full at step ${step}`)
      }
      return {
        steps: () => steps,
        write(edit) {
          count()
          disk.write(edit)
        },
        remove(path, shown) {
          count()
          disk.remove(path, shown)
        },
      }
    }
    let step = 0
    for (; ; step++) {
      const failing = failingAt(step)
      try {
        writeEdits(edits, failing)
        break
      } catch (error) {
        expect(String(error)).toContain(`The disk is full at step ${step}`)
        expect([step, treeOf(place), folders()]).toEqual([step, before, ''])
        expect(place.git('status', '--porcelain')).toBe('')
      }
    }
    expect(step).toBe(edits.length + 1)
    expect(place.has('goals/completed/hibiscus/one-star-catalog.rst')).toBe(true)
  })

  test('commits all files, or leaves everything as it was where the commit is refused', async () => {
    const place = await withModel()
    place.write('reference/staged.rst', 'Staged\n======\n')
    place.git('add', 'reference/staged.rst')
    const state = () => [place.git('rev-parse', 'HEAD'), place.git('status', '--porcelain'), treeOf(place)]
    const before = state()
    place.write('.git/hooks/pre-commit', '#!/bin/sh\necho "Not today" >&2\nexit 1\n')
    chmodSync(join(place.path, '.git/hooks/pre-commit'), 0o755)
    const args = ['move', 'one-star-catalog', 'completed/hibiscus', '--reason', 'All agree.', '--date', '2027-03-01', '--commit']
    expect(await place.goaldoc(args)).toEqual({
      code: 2,
      out: '',
      err: 'Cannot commit: Not today. Nothing was changed.\nNot today\n',
    })
    expect(state()).toEqual(before)
    place.git('config', 'core.hooksPath', 'none')
    const { code, err } = await place.goaldoc(args)
    expect([code, err.split('\n').slice(-3, -1)]).toEqual([
      0,
      ['Made 1 commit', '2 of 2 teams have not finished: hubble (planned), kepler (unanswered)'],
    ])
    expect(place.git('log', '-1', '--format=%B').trim()).toBe('one-star-catalog: moved to completed/hibiscus\n\nAll agree.')
    // What was staged is no part of it.
    expect(place.git('status', '--porcelain')).toBe('A  reference/staged.rst\n')
    expect(place.git('show', '--format=', '--name-status', '-M', 'HEAD').replaceAll('\t', ' ').replace(/R\d+/g, 'R')).toBe(
      `M doc/source/_extra/.htaccess
M doc/test/redirect-tests.txt
A goals/completed/hibiscus/index.rst
R goals/proposed/one-star-catalog.rst goals/completed/hibiscus/one-star-catalog.rst
R goals/proposed/one-star-catalog.yaml goals/completed/hibiscus/one-star-catalog.yaml
A goals/proposed/placeholder.rst
M reference/roofs.rst
`,
    )
    expect((await place.goaldoc(['move', 'one-star-catalog', 'proposed', '--commit'])).code).toBe(0)
    expect(place.git('diff', '--stat', 'HEAD', '--', 'goals')).toBe('')
    place.write('reference/roofs.rst', `${place.read('reference/roofs.rst')}\n`)
    expect((await place.goaldoc(['move', 'one-star-catalog', 'selected', '--commit'])).err).toBe(
      'Cannot commit reference/roofs.rst: it has changes that are not committed. Commit them first, or leave `--commit` away.\n',
    )
  })

  test('an index page in the order of releases gets a new release at the right place', async () => {
    const releases = index('Completed', ...toctree('', 'pike/index', 'train/index'))
    const place = await withModel({
      'goals/completed/index.rst': releases,
      'goals/completed/train/index.rst': index('Train', ...toctree(':glob:', '', '*')),
      'goals/completed/train/lenses.rst': telescopes,
    })
    expect((await place.goaldoc(['move', 'one-star-catalog', 'completed/stein'])).code).toBe(0)
    expect(place.read('goals/completed/index.rst')).toBe(releases.replace('train/', 'stein/index\n   train/'))
  })

  test.each([
    ['slected', 'Cannot move to slected: it is not a state of a goal. The nearest name is `selected`.\n'],
    ['completed', 'Cannot move to completed: the release is missing. Write `completed/RELEASE`.\n'],
    ['completed/hibiskus', 'Cannot move to completed/hibiskus: `hibiskus` is not a release. The nearest name is `hibiscus`.\n'],
    ['proposed/pike', 'Cannot move to proposed/pike: a proposed goal has no release. Write `proposed`.\n'],
    ['proposed', 'Cannot move goals/proposed/one-star-catalog.rst: it is in goals/proposed already.\n'],
  ])('the state %s is refused, and nothing is written', async (state, err) => {
    const place = await withModel()
    expect(await place.goaldoc(['move', 'one-star-catalog', state])).toEqual({ code: 2, out: '', err })
    expect(place.git('status', '--porcelain')).toBe('')
  })

  test('a redirect away from the new address, and an existing file at the new path, are errors', async () => {
    const place = await withModel({
      'doc/source/_extra/.htaccess': 'redirect 301 /tc/goals/selected/ /tc/goals/completed/pike/\n',
    })
    expect((await place.goaldoc(['move', 'one-star-catalog', 'selected'])).err).toBe(
      'Cannot move to /tc/goals/selected/one-star-catalog.html: line 1 of doc/source/_extra/.htaccess leads away from this address, to /tc/goals/completed/pike/one-star-catalog.html. Remove that redirect first.\n',
    )
    place.write('goals/selected/one-star-catalog.rst', telescopes)
    expect((await place.goaldoc(['move', 'goals/proposed/one-star-catalog.rst', 'selected'])).err).toBe(
      'Cannot move goals/proposed/one-star-catalog.rst: there is a file goals/selected/one-star-catalog.rst already. Rename one of them first.\n',
    )
  })
})
