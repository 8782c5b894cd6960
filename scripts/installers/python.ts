/** Tests goaldoc from a local index of Python packages, with the tools of Python users, without Node. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run } from '../executable/run.ts'
import { writeMirror } from '../mirror.ts'
import { jobOf } from './ci-commands.ts'
import { commit, git, governance } from './repository.ts'
import { freePort, type Server, serve } from './servers.ts'
import { megabytes, runIn, type Surroundings, step } from './surroundings.ts'

/** Packages that build other packages, from Debian: pip needs them for a hook that is not a package. */
const debianWheels = '/usr/share/python-wheels'

/** An index that pip, tox and pre-commit use; each package has a folder. */
export async function index(around: Surroundings, wheel: string): Promise<Server> {
  const folder = join(around.folder, 'index')
  const tools = existsSync(debianWheels) ? readdirSync(debianWheels).map((name) => join(debianWheels, name)) : []
  for (const file of [wheel, ...tools]) {
    const place = join(folder, basename(file).split('-')[0]!)
    mkdirSync(place, { recursive: true })
    copyFileSync(file, join(place, basename(file)))
  }
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const server = await serve(
    '/usr/bin/python3',
    ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', folder, `${port}`],
    url,
  )
  const pip = { PIP_INDEX_URL: url, PIP_CONFIG_FILE: '/dev/null', PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_CACHE_DIR: '1' }
  Object.assign(around.env, pip)
  return server
}

const repaired = (folder: string) => {
  const file = join(folder, 'goals/moons.rst')
  writeFileSync(file, readFileSync(file, 'utf8').replace('keppler\n-------', 'kepler\n------'))
}

/** The rule of a finding that exists since the first commit, which a check of changed lines does not report. */
const old = 'misread/glued-list'

export function pip(around: Surroundings): void {
  const venv = join(around.folder, 'venv')
  runIn(around, around.folder, `python3 -m venv ${venv}`)
  const before = Number(megabytes(around, venv))
  step('pip install goaldoc', runIn(around, around.folder, `${venv}/bin/pip install --quiet goaldoc`), 0)
  process.stdout.write(`  size in the environment: ${Number(megabytes(around, venv)) - before} MB\n`)
  const place = governance(join(around.folder, 'by-pip'))
  const goaldoc = `PATH=${venv}/bin:$PATH goaldoc`
  step('goaldoc check', runIn(around, place, `! command -v node; ${goaldoc} check`), 1, ['team/unknown', old])
  step('goaldoc render of a model in TypeScript', runIn(around, place, `${goaldoc} render --stdout rings.ts`), 0, [
    'Count every ring',
  ])
  step('goaldoc lsp', runIn(around, place, `${goaldoc} lsp --stdio </dev/null`), 1)
  step('man finds the page', runIn(around, place, `man --manpath ${venv}/share/man --where goaldoc`), 0, ['goaldoc.1'])
  repaired(place)
  step('goaldoc check, repaired', runIn(around, place, `${goaldoc} check`), 0)
}

export function tox(around: Surroundings): void {
  const place = governance(join(around.folder, 'by-tox'), {
    'tox.ini': `[tox]\nenvlist = goaldoc\nskipsdist = true\n\n${readFileSync(join(import.meta.dirname, '../../ci/tox.ini'), 'utf8')}`,
    '.gitignore': '.tox/\ngoaldoc-zuul.json\n',
  })
  step('tox -e goaldoc, first run', runIn(around, place, 'tox -e goaldoc'), 1, ['team/unknown'], [old])
  step('tox -e goaldoc, again', runIn(around, place, 'tox -e goaldoc'), 1, ['team/unknown'], [old])
  repaired(place)
  commit(place, 'goals: the right team')
  step('tox -e goaldoc, repaired', runIn(around, place, 'tox -e goaldoc'), 0)
}

/** Runs the scripts of the CI files that use the wheel. */
export function ci(around: Surroundings): void {
  const venv = join(around.folder, 'venv-of-gitlab')
  runIn(around, around.folder, `python3 -m venv ${venv}`)
  for (const file of ['ci/github.yml', 'ci/gitlab.yml']) {
    const { script, env } = jobOf(file)
    const place = governance(join(around.folder, file.replaceAll('/', '-')))
    // The image of GitLab's job has pip and its programs in PATH; GitHub's runners have pipx.
    const given = { ...env, PATH: `${venv}/bin:${around.env.PATH}` }
    step(`${file}: ${script.split('\n').at(-1)!.slice(0, 40)}`, runIn(around, place, script, given), 1, [
      file.includes('github') ? '::error' : 'team/unknown',
    ])
    repaired(place)
    step(`${file}, repaired`, runIn(around, place, script, given), 0)
  }
}

/** Tests three layouts of hooks, each on a commit that adds a fault, and on one that fixes it. */
export function preCommit(around: Surroundings, program: string, repository?: { path: string; around: Surroundings }): void {
  const version = runIn(around, around.folder, `${program} --version`).output.trim()
  const mirror = join(around.folder, `mirror-${version.replaceAll(' ', '-')}`)
  writeMirror(mirror)
  git(mirror, 'init', '-q')
  commit(mirror, 'goaldoc')
  const hooks = (path: string) =>
    `repos:\n  - repo: ${path}\n    rev: ${git(path, 'rev-parse', 'HEAD').trim()}\n    hooks:\n      - id: goaldoc-check\n`
  const layouts: [string, string, Surroundings][] = [
    ['as init writes it', readFileSync(join(import.meta.dirname, '../../ci/pre-commit-config.yaml'), 'utf8'), around],
    ['mirror, language: python', hooks(mirror), around],
    ...(repository
      ? [['this repository, language: node', hooks(repository.path), repository.around] as [string, string, Surroundings]]
      : []),
  ]
  for (const [name, configuration, surroundings] of layouts) {
    const place = governance(join(around.folder, `${version} ${name}`.replace(/\W+/g, '-')), {
      '.pre-commit-config.yaml': configuration,
    })
    repaired(place)
    commit(place, 'goals: the right team')
    const env = {
      PRE_COMMIT_HOME: join(around.folder, `${version} ${name} home`.replace(/\W+/g, '-')),
      PRE_COMMIT_COLOR: 'never',
    }
    const what = `${version}, ${name}`
    step(`${what}: install`, runIn(surroundings, place, `${program} install --install-hooks`, env), 0)
    const file = join(place, 'goals/moons.rst')
    writeFileSync(file, readFileSync(file, 'utf8').replace('kepler\n------', 'keppler\n-------'))
    git(place, 'add', '-A')
    const who = 'git -c user.name=Halley -c user.email=halley@planets.example'
    step(
      `${what}: a commit with a fault`,
      runIn(surroundings, place, `${who} commit -m fault`, env),
      1,
      ['team/unknown', 'goaldoc check'],
      [old],
    )
    repaired(place)
    writeFileSync(file, readFileSync(file, 'utf8').replace('every moon.', 'every moon and ring.'))
    git(place, 'add', '-A')
    step(`${what}: a commit without`, runIn(surroundings, place, `${who} commit -m clean`, env), 0, ['Passed'])
  }
}

/** Unpacks pre-commit of Debian's next release into a folder, and returns the program. */
export function newerPreCommit(folder: string): string {
  const place = join(folder, 'pre-commit-4')
  run('bash', [
    join(import.meta.dirname, 'unpack-debian.sh'),
    place,
    'trixie',
    'pre-commit',
    'python3-cfgv',
    'python3-identify',
    'nodeenv',
  ])
  const program = join(place, 'pre-commit')
  const modules = join(place, 'usr/lib/python3/dist-packages')
  writeFileSync(program, `#!/bin/sh\nexport PYTHONPATH=${modules}\nexec /usr/bin/python3 -m pre_commit "$@"\n`, { mode: 0o755 })
  return program
}
