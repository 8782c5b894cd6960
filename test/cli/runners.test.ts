/** The commands of the files for the forges, run as their runners would run them, with `npx`, `pipx`, `pip` and `goaldoc` leading to this
 * checkout. `npm run installers` runs them with the real ones. */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { actionJob, jobFiles, jobOf } from '../../scripts/installers/ci-commands.ts'
import { root } from './project.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const glued = telescopes.replace('* https://planets.example/catalog', 'The catalog:\n* https://planets.example/catalog')
const wrong = glued.replace('hubble\n------', 'huble\n------')

/** A repository with two commits: what is wrong came with the second. */
function repository(): Folder {
  const place = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-q', '-m', 'goals')
  place.write('goals/telescopes.rst', wrong)
  place.git('commit', '-q', '-am', 'goals: a catalog')
  return place
}

const tools = folder({
  // TypeScript is run as it is: what the build makes of it is tested with the package.
  'goaldoc.mjs': ['node_modules/jiti/lib/jiti-register.mjs', 'src/cli/bin.ts']
    .map((file) => `await import(${JSON.stringify(pathToFileURL(join(root, file)).href)})\n`)
    .join(''),
})
const goaldoc = `exec "${process.execPath}" "${tools.path}/goaldoc.mjs" "$@"\n`
const stubs = {
  goaldoc,
  pip: '[ "$1 $2 $3" = "install --quiet --root-user-action=ignore" ] || exit 9\ncase "$4" in goaldoc==[0-9]*) ;; *) exit 9 ;; esac\n',
  pipx: `[ "$1 $2 $4" = "run --spec goaldoc" ] || exit 9\ncase "$3" in goaldoc==[0-9]*) ;; *) exit 9 ;; esac\nshift 4\n${goaldoc}`,
  npx: `[ "$1 $2" = '--yes --prefix' ] || exit 9
case "$3" in '' | . | "$PWD"*) exit 9 ;; esac
case "$4" in goaldoc@*) ;; *) exit 9 ;; esac
shift 4
${goaldoc}`,
}
for (const [name, script] of Object.entries(stubs)) {
  tools.write(name, `#!/bin/sh\n${script}`)
  chmodSync(join(tools.path, name), 0o755)
}

function shell(place: Folder, script: string, env: Record<string, string>) {
  // bash takes the pipe for a connection of a remote shell, and would read the user's settings, which may put the real `pip` first.
  return spawnSync('bash', ['--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd: place.path,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${tools.path}:${process.env.PATH}`, NO_COLOR: '1', ...env },
  })
}

describe('the commands of the runners', () => {
  it('the GitHub action prints annotations, writes SARIF and passes the exit code on', () => {
    const place = repository()
    const { script, env } = actionJob()
    const given = { ...env, GOALDOC: join(tools.path, 'goaldoc.mjs'), GITHUB_OUTPUT: join(place.path, 'output') }
    const ran = shell(place, script, given)
    expect(ran.stderr).toBe('')
    expect(ran.status).toBe(1)
    expect(ran.stdout).toMatch(/^::(?:error|warning) file=goals\/telescopes\.rst,line=25,/m)
    expect(JSON.parse(place.read('goaldoc.sarif')).runs[0].results.length).toBeGreaterThan(0)
    expect(place.read('output')).toBe('exit-code=1\n')
    place.write('goals/telescopes.rst', telescopes)
    expect(shell(place, script, given).status).toBe(0)
  })

  it.each(['ci/github.yml', 'ci/node/github.yml'])('the GitHub workflow %s writes SARIF', (file) => {
    const { script, env } = jobOf(file)
    const place = repository()
    const ran = shell(place, script, { ...env, GITHUB_ACTIONS: 'true', RUNNER_TEMP: tools.path })
    expect(ran.status).toBe(1)
    expect(place.has('goaldoc.sarif')).toBe(true)
  })

  it.each(['ci/gitlab.yml', 'ci/node/gitlab.yml'])('the GitLab job %s writes a code-quality report', (file) => {
    const { script, env } = jobOf(file)
    const place = repository()
    const ran = shell(place, script, { ...env, GITLAB_CI: 'true' })
    expect(ran.status).toBe(1)
    expect(ran.stdout).toContain('team/unknown')
    const report = JSON.parse(place.read('gl-code-quality-report.json')) as {
      location: { path: string; lines: { begin: number } }
    }[]
    expect(report[0]).toMatchObject({ location: { path: 'goals/telescopes.rst', lines: { begin: 25 } } })
  })

  it('the tox environment reports on changed lines, as data for zuul_return', () => {
    const place = repository()
    const { script, env } = jobOf('ci/tox.ini')
    const ran = shell(place, script, env)
    expect(ran.status).toBe(1)
    const { zuul } = JSON.parse(place.read('goaldoc-zuul.json')) as {
      zuul: { file_comments: Record<string, { line: number }[]> }
    }
    expect(zuul.file_comments['goals/telescopes.rst']?.[0]).toMatchObject({ line: 25 })
    // A change that touches other lines only passes.
    place.write('reference/projects.yaml', `# The teams.\n${projects}`)
    place.git('commit', '-q', '-am', 'teams: a comment')
    expect(shell(place, script, env)).toMatchObject({ status: 0, stdout: '' })
    expect(JSON.parse(place.read('goaldoc-zuul.json'))).toEqual({ zuul: { file_comments: {} } })
  })

  it('no CI job runs TypeScript from a pull request', () => {
    const code = "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default {}\n"
    const action = actionJob()
    const tooled = { GOALDOC: join(tools.path, 'goaldoc.mjs'), RUNNER_TEMP: tools.path }
    for (const { script, env } of [action, ...jobFiles.map(jobOf)]) {
      const place = repository()
      place.write('goaldoc.config.ts', code)
      const ran = shell(place, script, { GITHUB_OUTPUT: join(place.path, 'output'), ...env, ...tooled })
      expect(ran.stderr).toContain('Cannot load goaldoc.config.ts: it is code')
      expect(ran.status).toBe(2)
      expect(place.has('ran')).toBe(false)
    }
    const place = repository()
    place.write('goaldoc.config.ts', code)
    shell(place, action.script, { ...action.env, ...tooled, GOALDOC_CODE: 'true', GITHUB_OUTPUT: join(place.path, 'output') })
    expect(place.has('ran')).toBe(true)
  })

  it('git merges goals with the driver from init, which it cannot do without', async () => {
    const place = folder({ 'goals/telescopes.rst': telescopes })
    place.git('init', '-q', '-b', 'main')
    await place.goaldoc(['init', '--merge-driver'])
    place.git('config', 'merge.goaldoc.driver', `"${process.execPath}" "${tools.path}/goaldoc.mjs" merge -- %O %A %B %P`)
    place.git('add', '-A')
    place.git('commit', '-q', '-m', 'goals')
    const done = telescopes.replace(
      'Completion Artifacts:\n\nkepler',
      'Completion Artifacts:\n\n* https://planets.example/hubble/done\n\nkepler',
    )
    const plan = (text: string) =>
      text.replace(/(kepler\n------\n\nPlanning Artifacts:\n)/, '$1\n* https://planets.example/kepler/plan\n')
    place.git('checkout', '-q', '-b', 'kepler')
    place.write('goals/telescopes.rst', plan(telescopes))
    place.git('commit', '-q', '-am', 'kepler: plan')
    place.git('checkout', '-q', 'main')
    place.write('goals/telescopes.rst', done.replace('Two of', 'Three of'))
    place.git('commit', '-q', '-am', 'hubble: done')
    place.git('merge', '-q', '--no-edit', 'kepler')
    expect(place.read('goals/telescopes.rst')).toBe(plan(done).replace('Two of', 'Three of'))
  })

  it('names of files are not options of the hooks', async () => {
    interface Hook {
      entry: string
      args: string[]
    }
    const read = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'))
    const own = read('.pre-commit-hooks.yaml') as Hook[]
    const local = ['ci/pre-commit-config.yaml', 'ci/node/pre-commit-config.yaml'].flatMap(
      (file) => (read(file) as { repos: { hooks: Hook[] }[] }).repos[0]!.hooks,
    )
    const place = repository()
    for (const { entry, args } of [...own, ...local])
      for (const name of ['--format=json:taken/goals/mars.rst', '--unsafe/goals/mars.rst']) {
        place.write(name, telescopes)
        const command = [...entry.split(' ').slice(1), ...args]
        const { code } = await place.goaldoc([...command, name])
        expect([entry, name, code]).toEqual([entry, name, 0])
      }
    expect(place.has('taken')).toBe(false)
  })

  it('names of files are not options of the merge driver', async () => {
    const place = folder({ '.gitattributes': '* merge=goaldoc\n', '--stdout': 'Mars\n\n\n\nVenus\n' })
    place.git('init', '-q', '-b', 'main')
    await place.goaldoc(['init', '--merge-driver'])
    place.git('add', '-A')
    place.git('commit', '-q', '-m', 'planets')
    place.git('checkout', '-q', '-b', 'venus')
    place.write('--stdout', 'Mars\n\n\n\nVenus 2\n')
    place.git('commit', '-q', '-am', 'venus')
    place.git('checkout', '-q', 'main')
    place.write('--stdout', 'Mars 2\n\n\n\nVenus\n')
    place.git('commit', '-q', '-am', 'mars')
    const person = '-c user.name=Halley -c user.email=halley@planets.example'
    expect(shell(place, `git ${person} merge -q --no-edit venus`, {})).toMatchObject({ status: 0 })
    expect(place.read('--stdout')).toBe('Mars 2\n\n\n\nVenus 2\n')
  })
})
