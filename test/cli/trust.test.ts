/** What is promised of a repository that nobody looked through yet: what it brings runs no code. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { serve } from '../../src/lsp/index.ts'
import { openSession } from '../../src/lsp/session.ts'
import { type Folder, folder, projects } from './run.ts'

/** What the command line starts the language server with. */
const started = vi.hoisted(() => ({ options: {} }))
vi.mock('../../src/lsp/index.ts', () => ({
  serve: ((_, __, options) => {
    started.options = options
    return 0 as never
  }) satisfies typeof serve,
}))

const mars = 'Map Mars\n========\n\nProject Teams\n=============\n\nHubble\n------\n'
/** Leaves a file where it runs. */
const canary = "import { writeFileSync } from 'node:fs'\nwriteFileSync(new URL('./ran', import.meta.url), '')\n"

describe('no code runs where it is not allowed', () => {
  const refusal = (shown: string) =>
    `Cannot load ${shown}: it is code, and --no-code or GOALDOC_NO_CODE forbids running code. Write it as YAML.\n`

  const finding = 'goals/mars.rst:7:1 warning team/case'

  /** A repository with code in one file, and where it leaves its trace. */
  const kinds: Record<string, { files: Record<string, string>; code: string; trace: string }> = {
    'a model': {
      files: { 'goals/mars.ts': `${canary}export default { title: 'Map Mars' }\n` },
      code: 'goals/mars.ts',
      trace: 'goals/ran',
    },
    'a configuration': {
      files: { 'goaldoc.config.ts': `${canary}export default {}\n` },
      code: 'goaldoc.config.ts',
      trace: 'ran',
    },
    'a nested configuration': {
      files: { 'goaldoc.config.yaml': '{}\n', 'goals/goaldoc.config.ts': `${canary}export default {}\n` },
      code: 'goals/goaldoc.config.ts',
      trace: 'goals/ran',
    },
    'a configuration that is extended': {
      files: { 'goaldoc.config.yaml': 'extends: ./shared.ts\n', 'shared.ts': `${canary}export default {}\n` },
      code: 'shared.ts',
      trace: 'ran',
    },
    'a package that is extended': {
      files: {
        'goaldoc.config.yaml': 'extends: planets/shared.ts\n',
        'node_modules/planets/shared.ts': `${canary}export default {}\n`,
      },
      code: 'node_modules/planets/shared.ts',
      trace: 'node_modules/planets/ran',
    },
  }

  const withGit = (files: Record<string, string>) => {
    const repository = folder({ 'goals/mars.rst': mars, 'reference/projects.yaml': projects, ...files })
    repository.git('init', '-q')
    return repository
  }

  describe.each(Object.keys(kinds))('%s', (kind) => {
    const { files, code, trace } = kinds[kind]!

    test('runs if it is allowed', async () => {
      const repository = withGit(files)
      await repository.goaldoc(['check', 'goals'])
      expect(repository.has(trace)).toBe(true)
    })

    test('--no-code and GOALDOC_NO_CODE refuse to run it', async () => {
      const repository = withGit(files)
      const outputs: string[] = []
      for (const command of [
        ['check', 'goals'],
        ['render', 'goals'],
        ['status'],
        ['set', 'goals/mars.rst', '--team', 'Hubble', '--status', 'done'],
      ]) {
        const { out, ...ended } = await repository.goaldoc([...command, '--no-code'])
        expect(ended).toEqual({ code: 2, err: refusal(code) })
        expect(await repository.goaldoc(command, { env: { GOALDOC_NO_CODE: '1' } })).toEqual({ out, ...ended })
        outputs.push(out)
      }
      // What needs no model is done: `check` lints the document.
      expect(outputs.map((out) => out.split('\n', 1)[0])).toEqual([kind === 'a model' ? finding : '', '', '', ''])
      expect(repository.has(trace)).toBe(false)
    })

    test('the language server with --no-code refuses to run it', async () => {
      const repository = withGit(files)
      const uri = `file://${repository.path}/goals/mars.rst`
      const text = { uri, version: 1, getText: () => mars }
      const texts = { get: () => text, all: () => [text] } as unknown as Parameters<typeof openSession>[1]
      for (const [args, env] of [
        [['lsp', '--no-code'], {}],
        [['lsp'], { GOALDOC_NO_CODE: '1' }],
      ] as const) {
        started.options = {}
        await repository.goaldoc([...args], { env })
        const session = openSession(repository.path, texts, started.options)
        await expect(session.lint(uri)).rejects.toThrow(refusal(code).trim())
      }
      expect(repository.has(trace)).toBe(false)
    })
  })

  test('compiled code is not cached in a folder that others can write to', async () => {
    const repository = withGit(kinds['a model']!.files)
    mkdirSync(join(repository.path, 'node_modules'))
    const shared = realpathSync(mkdtempSync(join(tmpdir(), 'goaldoc-shared-')))
    const { TMPDIR } = process.env
    process.env.TMPDIR = shared
    try {
      await repository.goaldoc(['check', 'goals'])
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = TMPDIR
    }
    expect(repository.has('goals/ran')).toBe(true)
    expect(readdirSync(shared)).toEqual([])
    expect(readdirSync(join(repository.path, 'node_modules'))).toEqual([])
  })
})

describe('git', () => {
  /** A folder that git takes for a repository, with a commit, and with a program in its configuration. */
  function disguised(): Folder {
    const place = folder({ 'goals/mars/orbit.rst': mars })
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-qm', 'mars')
    for (const name of ['HEAD', 'index', 'objects', 'refs'])
      renameSync(join(place.path, '.git', name), join(place.path, 'goals/mars', name))
    rmSync(join(place.path, '.git'), { recursive: true })
    place.write(
      'goals/mars/config',
      '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = "touch ran; false"\n',
    )
    return place
  }

  test('runs a program of such a folder without protection, so the next test can fail', () => {
    const repository = disguised()
    execFileSync('git', ['-c', 'safe.bareRepository=all', 'status'], {
      cwd: join(repository.path, 'goals/mars'),
      stdio: 'ignore',
    })
    expect(repository.has('goals/ran')).toBe(true)
  })

  test('a folder that only looks like a git repository is not used as one', async () => {
    const repository = disguised()
    const cwd = join(repository.path, 'goals/mars')
    for (const args of [
      ['lint', '--changed', 'orbit.rst'],
      ['lint', '--changed', '--hook', 'orbit.rst'],
      ['check', '--changed', '--hook', 'orbit.rst'],
      ['status', 'orbit.rst'],
      ['init', '--yes', '--dry-run'],
    ])
      await repository.goaldoc(args, { cwd })
    expect(repository.has('goals/ran')).toBe(false)
    // Nor is its history read.
    expect(await repository.goaldoc(['lint', '--changed', 'orbit.rst'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'Cannot compare with HEAD: this is not a git repository. Run it in a checkout.\n',
    })
  })

  test('git does not take file names and revisions for options', async () => {
    const names = ['-q.rst', '--output=taken.rst', '--help.rst']
    const repository = folder(Object.fromEntries(names.map((name) => [`goals/mars/${name}`, mars])))
    repository.git('init', '-q')
    repository.git('add', '.')
    repository.git('commit', '-qm', 'mars')
    for (const name of names) repository.write(`goals/mars/${name}`, `${mars}\nmore \n`)
    const { code, out } = await repository.goaldoc([
      'lint',
      '--changed',
      '-f',
      'compact',
      '--rule',
      'style/trailing-whitespace',
      'goals',
    ])
    expect({ code, out }).toEqual({
      code: 1,
      out: [...names]
        .sort()
        .map((name) => `goals/mars/${name}:10:5: warning: White space at the end of the line (style/trailing-whitespace)\n`)
        .join(''),
    })
    for (const args of [
      ['lint', '--changed=--output=taken', 'goals'],
      ['diff', '--output=taken'],
      ['report', '--since=--output=taken'],
    ])
      expect((await repository.goaldoc(args)).code).toBe(2)
    for (const ref of ['PRE_COMMIT_FROM_REF', 'PRE_COMMIT_TO_REF'])
      await repository.goaldoc(['lint', '--changed', 'goals'], {
        env: { PRE_COMMIT_FROM_REF: 'HEAD', PRE_COMMIT_TO_REF: 'HEAD', [ref]: '--output=taken' },
      })
    // At the top of a repository nothing stands before the name.
    repository.write('--output=taken.rst', mars)
    repository.git('add', '--', '--output=taken.rst')
    repository.git('commit', '-qm', 'at the top')
    for (const args of [
      ['status', './--output=taken.rst'],
      ['lint', '--changed', './--output=taken.rst'],
      ['pull', './--output=taken.rst'],
    ])
      expect((await repository.goaldoc(args)).err).not.toContain('defect')
    // A folder of goals below such a folder.
    repository.write('--output=taken/goals/mars.rst', mars)
    repository.git('add', '--', '--output=taken')
    repository.git('commit', '-qm', 'below a folder')
    const { out: status } = await repository.goaldoc(['status', '-f', 'csv', './--output=taken/goals/mars.rst'])
    expect(status).toMatch(/mars\.rst,Hubble,,unanswered,\d{4}-/)
    expect(repository.has('taken.rst')).toBe(false)
    expect(repository.has('taken')).toBe(false)
    expect(repository.has('goals/mars/taken')).toBe(false)
  })
})
