/** The hooks by the real pre-commit, installed from this repository as users do: cloned, built, called by git. */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyProject, root } from './project.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

function missing(): string | undefined {
  if (spawnSync('pre-commit', ['--version']).status !== 0) return 'pre-commit is not installed'
  if (spawnSync('git', ['--version']).status !== 0) return 'git is not installed'
  // The hooks are built with npm, which takes packages from its registry.
  return spawnSync('npm', ['ping'], { timeout: 30_000 }).status === 0 || existsSync(join(root, 'node_modules'))
    ? undefined
    : 'npm reaches no registry'
}
const reason = missing()
if (reason) console.warn(`SKIPPED: the hooks by pre-commit, since ${reason}`)

describe.skipIf(reason !== undefined)('the hooks', { timeout: 600_000 }, () => {
  let source: Folder
  let home: Folder
  beforeAll(() => {
    source = folder()
    home = folder()
    copyProject(source.path)
    source.git('init', '-q')
    source.git('add', '-A')
    source.git('commit', '-q', '-m', 'goaldoc')
  })

  /** A repository with hooks, and its first commit made without them. */
  function governance(hooks: readonly string[], files: Record<string, string> = {}): Folder {
    const ids = hooks.map((id) => `      - id: ${id}\n`).join('')
    const place = folder({
      'goals/telescopes.rst': telescopes,
      'reference/projects.yaml': projects,
      '.pre-commit-config.yaml': `repos:\n  - repo: ${source.path}\n    rev: ${source.git('rev-parse', 'HEAD').trim()}\n    hooks:\n${ids}`,
      ...files,
    })
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-q', '-m', 'goals')
    run(place, 'install')
    return place
  }

  function run(place: Folder, ...args: string[]) {
    const env = { ...process.env, PRE_COMMIT_HOME: join(home.path, 'store'), PRE_COMMIT_COLOR: 'never' }
    return spawnSync('pre-commit', args, { cwd: place.path, encoding: 'utf8', env })
  }

  function commit(place: Folder) {
    place.git('add', '-A')
    const env = { ...process.env, PRE_COMMIT_HOME: join(home.path, 'store'), PRE_COMMIT_COLOR: 'never' }
    const ran = spawnSync(
      'git',
      ['-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', 'commit', '-m', 'change'],
      { cwd: place.path, encoding: 'utf8', env },
    )
    return { code: ran.status, text: ran.stdout + ran.stderr }
  }

  it('stop a commit with a glued list and a missing team, repair the list, and let a clean commit pass', () => {
    const place = governance(['goaldoc-lint', 'goaldoc-fix'])
    const glued = telescopes.replace('* https://planets.example/catalog', 'The catalog:\n* https://planets.example/catalog')
    place.write('goals/telescopes.rst', glued.slice(0, glued.indexOf('kepler\n------')).trimEnd().concat('\n'))
    const stopped = commit(place)
    expect(stopped.code).toBe(1)
    expect(stopped.text).toContain('misread/glued-list')
    expect(stopped.text).toMatch(/goals\/telescopes\.rst:25:1 warning misread\/glued-list/)
    expect(stopped.text).toContain('team/missing')
    expect(place.read('goals/telescopes.rst')).toContain('The catalog:\n\n* https://planets.example/catalog')
    place.write('goals/telescopes.rst', telescopes.replace('Two of', 'Three of'))
    const passed = commit(place)
    expect(passed, passed.text).toMatchObject({ code: 0 })
    expect(passed.text).toMatch(/goaldoc lint\.+Passed\ngoaldoc fix\.+Passed/)
  })

  it('check a model with its document and the other way round, whichever is committed', async () => {
    const place = governance(['goaldoc-check'])
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    const model = place.read('goals/telescopes.yaml')
    expect(commit(place)).toMatchObject({ code: 0 })
    place.write('goals/telescopes.yaml', model.replace('/hubble/plan', '/hubble/other'))
    expect(commit(place)).toMatchObject({ code: 1, text: expect.stringContaining('goals/telescopes.rst:39:') })
    place.write('goals/telescopes.yaml', model)
    place.write('goals/telescopes.rst', telescopes.replace('/hubble/plan', '/hubble/other'))
    expect(commit(place)).toMatchObject({ code: 1, text: expect.stringContaining('drift/') })
  })

  it('render the document of a changed model, and leave a hand edit alone', async () => {
    const place = governance(['goaldoc-render'])
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    expect(commit(place)).toMatchObject({ code: 0 })
    place.write('goals/telescopes.yaml', place.read('goals/telescopes.yaml').replace('/hubble/plan', '/hubble/other'))
    expect(commit(place)).toMatchObject({ code: 1, text: expect.stringContaining('files were modified by this hook') })
    expect(place.read('goals/telescopes.rst')).toBe(telescopes.replace('/hubble/plan', '/hubble/other'))
    expect(commit(place)).toMatchObject({ code: 0 })
    place.write('goals/telescopes.rst', telescopes)
    expect(commit(place)).toMatchObject({ code: 1, text: expect.stringContaining('goaldoc pull goals/telescopes.rst') })
    expect(place.read('goals/telescopes.rst')).toBe(telescopes)
  })

  it('honour what the configuration ignores, are quiet, and run over many files in batches', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`goals/planet-${index}.rst`, telescopes]))
    const place = governance(['goaldoc-lint', 'goaldoc-fix', 'goaldoc-check'], {
      ...many,
      'goals/drafts/wild.rst': telescopes.replace(
        '* https://planets.example/catalog',
        'Catalog:\n* https://planets.example/catalog',
      ),
      'goaldoc.config.yaml': 'ignores:\n  - /goals/drafts/\n',
    })
    const all = run(place, 'run', '--all-files')
    expect(all.stdout + all.stderr).toMatch(/^goaldoc lint\.+Passed\ngoaldoc fix\.+Passed\ngoaldoc check\.+Passed\n$/)
    expect(all.status).toBe(0)
    rmSync(join(place.path, '.git/hooks/pre-commit'))
  })
})
