/** What goaldoc reads from git does not depend on git's configuration, and no program in it runs. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { type Folder, folder, projects, telescopes } from './run.ts'

const done = '* https://planets.example/done'
const answered = (text: string, team: string) =>
  text.replace(new RegExp(`(${team}\n-+\n[^]*?Completion Artifacts:\n)`), `$1\n${done}\n`)

/** A repository with a merge, a moved goal, an author whose name is not ASCII, and edits that are not committed. */
function repository(): Folder {
  const place = folder({ 'goals/télescopes.rst': telescopes, 'goals/mars.rst': telescopes, 'reference/projects.yaml': projects })
  const commit = (message: string, day: number, author = 'Caroline Herschel <c@planets.example>') => {
    place.git('add', '-A')
    vi.stubEnv('GIT_COMMITTER_DATE', `2027-02-0${day}T12:00:00Z`)
    place.git('commit', '-q', '-m', message, '--author', author)
  }
  place.git('init', '-q', '-b', 'main')
  commit('goals', 1)
  place.write('goals/mars.rst', answered(telescopes, 'hubble'))
  commit('hubble: done', 2, 'Ole Rømer <ole@planets.example>')
  place.git('checkout', '-q', '-b', 'kepler', 'HEAD~1')
  place.write('goals/télescopes.rst', answered(telescopes, 'kepler'))
  commit('kepler: done', 3)
  place.git('checkout', '-q', 'main')
  vi.stubEnv('GIT_COMMITTER_DATE', '2027-02-04T12:00:00Z')
  place.git('merge', '-q', '--no-ff', '-m', 'merge', 'kepler')
  place.write('goals/selected/mars.rst', place.read('goals/mars.rst'))
  place.git('rm', '-q', '-f', 'goals/mars.rst')
  commit('mars is selected', 5)
  sign(place)
  place.write('goals/selected/mars.rst', `${answered(place.read('goals/selected/mars.rst'), 'kepler')}\nmore \n`)
  place.write('goals/télescopes.rst', `${place.read('goals/télescopes.rst')}\n\tmore\n`)
  return place
}

/** Gives the last commit a signature, which git can show with a program. */
function sign(place: Folder): void {
  const text = place.git('cat-file', 'commit', 'HEAD')
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n bWFycw==\n -----END PGP SIGNATURE-----\n'
  place.write('.git/signed', text.replace('\n\n', `\n${signature}\n`))
  place.git('reset', '-q', '--soft', place.git('hash-object', '-t', 'commit', '-w', '.git/signed').trim())
}

const runs = [
  ['status', '-f', 'json'],
  ['lint', '--changed', '-f', 'compact'],
  ['diff', 'HEAD~4'],
  ['report', '--since', 'HEAD~1'],
]

async function answers(place: Folder) {
  const all = []
  for (const args of runs) all.push([args.join(' '), await place.goaldoc(args)])
  return all
}

/** Each one changes what some command of git prints. */
const settings: Record<string, string> = {
  'color.ui': 'always',
  'column.ui': 'always',
  'core.abbrev': '4',
  'core.quotePath': 'true',
  'diff.algorithm': 'patience',
  'diff.colorMoved': 'zebra',
  'diff.context': '9',
  'diff.ignoreSubmodules': 'all',
  'diff.indentHeuristic': 'false',
  'diff.interHunkContext': '50',
  'diff.mnemonicPrefix': 'true',
  'diff.noprefix': 'true',
  'diff.relative': 'true',
  'diff.renameLimit': '1',
  'diff.renames': 'false',
  'diff.submodule': 'log',
  'diff.suppressBlankEmpty': 'true',
  'diff.wordRegex': '.',
  'format.pretty': 'oneline',
  'i18n.logOutputEncoding': 'ISO-8859-1',
  'log.abbrevCommit': 'true',
  'log.date': 'relative',
  'log.decorate': 'full',
  'log.diffMerges': 'off',
  'log.follow': 'true',
  'log.mailmap': 'false',
  'log.showRoot': 'false',
  'log.showSignature': 'true',
  'status.relativePaths': 'false',
  'status.showUntrackedFiles': 'no',
}

afterAll(() => vi.unstubAllEnvs())

/** A configuration of git with settings, as git writes it. */
function configure(place: Folder, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) place.git('config', '--file', join(place.path, 'gitconfig'), name, value)
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(place.path, 'gitconfig'))
}

test('settings and programs in the configuration of git change no output, and the programs do not run', async () => {
  const place = repository()
  const traps = folder({ 'trap.sh': '#!/bin/sh\necho "$0 $*" >>"$(dirname "$0")/ran"\ncat\n' })
  const trap = join(traps.path, 'trap.sh')
  chmodSync(trap, 0o755)
  const programs = ['core.fsmonitor', 'core.pager', 'core.editor', 'core.askPass', 'core.sshCommand', 'diff.external']
  const ofDrivers = ['diff.rst.command', 'diff.rst.textconv', 'merge.rst.driver', 'gpg.program', 'gpg.ssh.program']
  place.write('.git/info/attributes', '*.rst diff=rst merge=rst\n')
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null')
  const plain = await answers(place)
  expect(traps.has('ran')).toBe(false)
  configure(folder(), { ...settings, ...Object.fromEntries([...programs, ...ofDrivers].map((name) => [name, trap])) })
  expect(await answers(place)).toEqual(plain)
  expect(traps.has('ran') ? traps.read('ran') : '').toBe('')
})
