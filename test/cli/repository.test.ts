/** What `goaldoc check` says of a repository as a whole, and where it is silent. */
import { describe, expect, test } from 'vitest'
import { governance, htaccess, index, tests, toctree } from './governed.ts'
import { type Folder, telescopes } from './run.ts'

/** The findings of the family, as lines. */
async function found(place: Folder, ...args: string[]): Promise<string[]> {
  const { out } = await place.goaldoc(['check', '--all', '-f', 'compact', ...args])
  return out.split('\n').filter((line) => line.includes('(repository/'))
}

const finished = telescopes.replaceAll(
  /^Completion Artifacts:\n/gm,
  'Completion Artifacts:\n\n* https://planets.example/changes/117\n',
)

describe('a repository as a whole', () => {
  test('a correct one has no findings, whichever part of it is checked', async () => {
    const place = governance()
    for (const args of [[], ['goals'], ['.'], ['--hook']]) expect([args, await found(place, ...args)]).toEqual([args, []])
  })

  const damaged = () =>
    governance({
      'doc/source/_extra/.htaccess': `${htaccess}redirect 301 /tc/goals/pike/clocks.html /tc/goals/completed/clocks.html
redirect 301 /tc/goals/a.html /tc/goals/b.html
redirect 301 /tc/goals/b.html /tc/goals/selected/mirrors.html
redirect 301 /tc/goals/c.html /tc/goals/d.html
redirect 301 /tc/goals/d.html https://governance.planets.example/tc/goals/c.html
redirect 301 /tc/goals/2027/late.html /tc/goals/selected/mirrors.html
redirect 301 /tc/reference/roofs.html https://elsewhere.example/roofs.html
redirect 301 /tc/picture.html /tc/moon.html
redirect 301 /tc/film.html /tc/gone.html
# goaldoc: ignore-next repository/dead-redirect -- it is being written
redirect 301 /tc/goals/soon.html /tc/goals/later.html
`,
      'doc/source/_extra/moon.html': '<p>Moon</p>\n',
      'doc/test/redirect-tests.txt': `${tests}/tc/goals/a.html 301 /tc/goals/c.html\n`,
      'goals/index.rst': index('Goals', ...toctree('', 'selected/index', 'proposed/index', 'completed/index')).concat(
        '\n.. goaldoc: index\n\n.. goaldoc: index-end\n',
      ),
      'goals/completed/index.rst': index('Completed', ...toctree('', 'pike/index', 'rocky/index', 'queens/index', 'stein/index')),
      'goals/selected/mirrors.rst': finished.replace(
        '\nGerrit Topic\n',
        '\nMoved to completed/pike on 2027-03-01: All mirrors shine.\n\nGerrit Topic\n',
      ),
      'goals/proposed/lamps.yaml': 'title: Dim all lamps\n',
    })

  test('each fault is found at its place', async () => {
    const place = damaged()
    const extra = 'doc/source/_extra/.htaccess'
    const whereto = 'doc/test/redirect-tests.txt'
    expect(await found(place)).toEqual([
      'goals/completed/index.rst:9:4: warning: Release `queens/index` is out of order; it belongs before `rocky/index` (repository/release-order)',
      'goals/index.rst:11:1: error: Index is not current; `goaldoc render` renews it (repository/stale-index)',
      'goals/proposed/lamps.yaml:1:1: error: Missing document `lamps.rst`; `goaldoc render` writes it (repository/missing-document)',
      'goals/selected/mirrors.rst:2:2: info: All teams of the goal have finished, but it is still in `selected`; `goaldoc move` closes it (repository/finished-goal)',
      'goals/selected/mirrors.rst:7:1: warning: Goal says that it moved to `completed/pike`, but it is in `selected` (repository/goal-state)',
      `${extra}:2:39: warning: Redirect to \`/tc/reference/roofs.html\`, which is redirected to \`https://elsewhere.example/roofs.html\`; write that address here (repository/redirect-chain)`,
      `${extra}:4:41: error: Redirect to \`/tc/goals/completed/clocks.html\`, which is not a page (repository/dead-redirect)`,
      `${extra}:5:31: warning: Redirect to \`/tc/goals/b.html\`, which is redirected to \`/tc/goals/selected/mirrors.html\`; write that address here (repository/redirect-chain)`,
      `${extra}:7:31: error: Redirect from \`/tc/goals/c.html\` to \`/tc/goals/d.html\` never arrives at a page (repository/redirect-cycle)`,
      `${extra}:8:31: error: Redirect from \`/tc/goals/d.html\` to \`https://governance.planets.example/tc/goals/c.html\` never arrives at a page (repository/redirect-cycle)`,
      `${extra}:9:39: warning: Redirect from \`/tc/goals/2027/late.html\` never counts; line 3 redirects this address already (repository/unused-redirect)`,
      `${extra}:10:39: error: Redirect hides the page \`reference/roofs\` (repository/redirected-page)`,
      `${whereto}:3:1: error: Test of \`/tc/reference/roofs.html\` fails; it is redirected to \`https://elsewhere.example/roofs.html\` with 301 (repository/redirect-test)`,
      `${whereto}:4:1: error: Test of \`/tc/goals/a.html\` fails; it is redirected to \`/tc/goals/b.html\` with 301 (repository/redirect-test)`,
    ])
  })

  test('doctor reports only faults of the repository', async () => {
    const place = damaged()
    const checked = await place.goaldoc(['check', '--all', '-f', 'compact'])
    const ofRepository = checked.out
      .split('\n')
      .filter((line) => /\((repository\/|sphinx\/|link\/dead|goal\/placeholder)/.test(line))
    const { code, out } = await place.goaldoc(['doctor', '--all', '-f', 'compact'])
    expect({ code, lines: out.trimEnd().split('\n') }).toEqual({ code: 1, lines: ofRepository })
    expect(checked.out.split('\n').length).toBeGreaterThan(ofRepository.length + 1)
    expect(await governance().goaldoc(['doctor'])).toMatchObject({ code: 0, out: '' })
  })

  test('a file that is linted alone has only findings about itself', async () => {
    const place = damaged()
    expect((await place.goaldoc(['lint', '-f', 'compact', '--all'])).out).not.toContain('repository/')
    expect(await found(place, 'goals/proposed/one-star-catalog.rst')).toEqual([])
    expect((await found(place, 'doc/source/_extra/.htaccess')).length).toBe(7)
  })
})
