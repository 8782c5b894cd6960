/** Index pages: what stands between the marks is written from the goals, all else is left as it is. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './project.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const oracles = process.env.GOALDOC_ORACLES ?? join(root, '.oracles')
const sphinx = join(oracles, 'sphinx-9.2')

const page = (between: string, words = ' toctree') =>
  `Goals\n=====\n\nWritten by hand.\n\n.. goaldoc: index${words}\n\n${between}.. goaldoc: index-end\n\nBy hand, too.\n`

const champion = telescopes.replace(
  'Gerrit Topic\n',
  'Champion\n========\n\nEdwin Hubble <edwin@planets.example> (edwin)\n\nGerrit Topic\n',
)
const done = telescopes.replaceAll(/Completion Artifacts:\n/g, 'Completion Artifacts: None\n')

const row = (...cells: string[]) => cells.map((cell, at) => `   ${at === 0 ? '* ' : '  '}- ${cell}`.trimEnd()).join('\n')

const table = (...rows: string[]) =>
  `.. list-table::\n   :header-rows: 1\n\n${[row('Release', 'Goal', 'State', 'Champion', 'Teams that have finished'), ...rows].join('\n')}\n\n`

const wanted = `${table(
  row('Pike', ':doc:`/goals/completed/pike/clocks`', 'completed', '', '1 of 2 teams'),
  row('Train', ':doc:`/goals/completed/train/mirrors`', 'completed', '', '0 of 2 teams'),
  row('', ':doc:`/goals/selected/domes`', 'selected', 'Edwin Hubble', '0 of 2 teams'),
  row('', ':doc:`/goals/proposed/lenses`', 'proposed', '', '0 of 2 teams'),
)}.. toctree::
   :hidden:

   completed/pike/clocks
   completed/train/mirrors
   selected/domes
   proposed/lenses

`

function observatory(): Folder {
  const titled = (text: string, title: string) => text.replace('Point every telescope by one star catalog', title.padEnd(41, '.'))
  const made = folder({
    'conf.py': "project = 'Observatory'\n",
    'index.rst': 'Observatory\n===========\n\n.. toctree::\n\n   goals/index\n',
    'goals/index.rst': page(''),
    'goals/completed/train/mirrors.rst': titled(telescopes, 'Mirrors'),
    'goals/completed/pike/clocks.rst': titled(done, 'Clocks'),
    'goals/proposed/lenses.rst': titled(telescopes, 'Lenses'),
    'goals/selected/domes.rst': titled(champion, 'Domes'),
    'reference/projects.yaml': projects,
  })
  made.git('init', '-q', '-b', 'main')
  return made
}

describe('index pages', () => {
  test('check reports an outdated one, and render updates only the part between the marks', async () => {
    const place = observatory()
    const stale = 'The index in goals/index.rst is not current. To update it: goaldoc render\n'
    const checked = await place.goaldoc(['check', '-f', 'compact'])
    expect(checked.code).toBe(1)
    expect(checked.out).toContain(
      'goals/index.rst:6:1: error: Index is not current; `goaldoc render` renews it (repository/stale-index)\n',
    )
    expect(checked.err).toContain('To update the index in goals/index.rst: goaldoc render\n')
    const shown = await place.goaldoc(['render', '--check'])
    expect([shown.code, shown.out.endsWith(stale)]).toEqual([1, true])
    expect(await place.goaldoc(['render'])).toEqual({ code: 0, out: '', err: 'Updated goals/index.rst\n' })
    expect(place.read('goals/index.rst')).toBe(page(wanted))
    expect((await place.goaldoc(['check'])).out).not.toContain('repository/')
    expect((await place.goaldoc(['lint', 'goals/index.rst'])).out).toBe('')
  })

  test('a move keeps it current', async () => {
    const place = observatory()
    await place.goaldoc(['render'])
    expect((await place.goaldoc(['move', 'lenses', 'completed/stein'])).code).toBe(0)
    const lines = place.read('goals/index.rst').split('\n')
    expect(lines.filter((line) => line.includes(':doc:') || line.startsWith('   * -')).slice(3, 5)).toEqual([
      '   * - Stein',
      '     - :doc:`/goals/completed/stein/lenses`',
    ])
    expect(place.read('goals/index.rst')).toContain(
      '   completed/pike/clocks\n   completed/stein/lenses\n   completed/train/mirrors\n',
    )
    expect((await place.goaldoc(['check'])).out).not.toContain('repository/')
  })

  test('a page lists the goals below its folder; without a Sphinx project, it links to files', async () => {
    const place = folder({
      'goals/selected/index.rst': page('Something old.\n\n', ''),
      'goals/selected/domes.rst': telescopes,
      'goals/proposed/lenses.rst': telescopes,
    })
    place.git('init', '-q', '-b', 'main')
    expect((await place.goaldoc(['render'])).code).toBe(0)
    const goal = '`Point every telescope by one star catalog <domes.rst>`__'
    expect(place.read('goals/selected/index.rst')).toBe(page(table(row('', goal, 'selected', '', '0 of 2 teams')), ''))
  })

  test.skipIf(!existsSync(sphinx))(
    'Sphinx 9 builds it without a warning (skipped where it was not unpacked)',
    async () => {
      const place = observatory()
      await place.goaldoc(['render'])
      const run = spawnSync(join(oracles, 'python3'), ['-m', 'sphinx', '-W', '-q', '-b', 'dummy', '.', 'out'], {
        cwd: place.path,
        env: { ...process.env, PYTHONPATH: sphinx, PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
        encoding: 'utf8',
      })
      expect(`${run.stdout}${run.stderr}`).toBe('')
    },
    120_000,
  )
})
