/** What is promised of a repository that nobody looked through yet: what it brings runs no code, and shows no file of the machine. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { serve } from '../../src/lsp/index.ts'
import { openSession } from '../../src/lsp/session.ts'
import { includeReader } from '../../src/repository/includes.ts'
import { openSphinxProjects } from '../../src/repository/sphinx.ts'
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

describe('no file outside of the repository is shown', () => {
  const secret = 'pass-phrase: "Andromeda'

  /** A repository with a file beside it. */
  function beside(files: Record<string, string>, links: Record<string, string> = {}): Folder & { inside: string } {
    const outside = folder({
      'secret.txt': secret,
      'secret.rst': `${secret}\n===\n`,
      'profile.yaml': secret,
      'list.yaml': secret,
    })
    const inside = join(outside.path, 'observatory')
    mkdirSync(join(inside, '.git'), { recursive: true })
    for (const [name, text] of Object.entries({ 'goals/mars.rst': mars, ...files })) outside.write(`observatory/${name}`, text)
    for (const [name, to] of Object.entries(links)) {
      mkdirSync(join(inside, name, '..'), { recursive: true })
      symlinkSync(to, join(inside, name))
    }
    return { ...outside, inside }
  }

  test.each([
    ['extends', 'extends: ../secret.txt\n', 1, '../secret.txt'],
    ['extends in a list', 'extends: [../secret.txt]\n', 11, '../secret.txt'],
    ['roster', 'roster: ../list.yaml\n', 1, '../list.yaml'],
    ['roster.file', 'roster: {file: ../list.yaml}\n', 10, '../list.yaml'],
    ['profiles', 'profiles: ..\n', 1, '..'],
    ['profile', 'profile: ../secret.rst\n', 1, '../secret.rst'],
    ['baseline', 'baseline: ../secret.txt\n', 1, '../secret.txt'],
  ])('a configuration whose `%s` is outside of the repository is an error', async (_, text, column, path) => {
    const repository = beside({ 'goaldoc.config.yaml': text })
    for (const args of [['lint', 'goals'], ['check', 'goals'], ['status']]) {
      const { code, out, err } = await repository.goaldoc(args, { cwd: repository.inside })
      expect(out + err).not.toContain('Andromeda')
      expect(code).toBe(2)
      expect(err.split('\n').slice(0, 2)).toEqual([
        'Cannot use goaldoc.config.yaml: it has an error.',
        `goaldoc.config.yaml:1:${column}  Path \`${path}\` leads out of the repository`,
      ])
    }
  })

  test('a model whose template is outside of the repository is an error', async () => {
    const repository = beside({ 'goals/mars.yaml': 'title: Map Mars\nprofile: ../secret.rst\n' })
    const { code, out, err } = await repository.goaldoc(['check', 'goals'], { cwd: repository.inside })
    expect(out + err).not.toContain('Andromeda')
    expect(code).toBe(2)
    expect(out).toContain('Unknown profile `../secret.rst`; there is no such template')
  })

  test.each([
    ['a document', 'goals/venus.rst', '../../secret.rst', {}],
    ['a model', 'goals/mars.yaml', '../../secret.txt', {}],
    ['a configuration', 'goaldoc.config.yaml', '../secret.txt', {}],
    ['a team list', 'reference/projects.yaml', '../../list.yaml', {}],
    ['a profile', 'templates/own/profile.yaml', '../../../profile.yaml', { 'goaldoc.config.yaml': 'profiles: templates\n' }],
    [
      'a template of a profile',
      'templates/own/document.hbs',
      '../../../secret.txt',
      { 'goaldoc.config.yaml': 'profiles: templates\n', 'templates/own/profile.yaml': 'name: own\n' },
    ],
  ] as [string, string, string, Record<string, string>][])(
    'a link out of the repository that is %s is not read',
    async (_, link, to, files) => {
      const repository = beside(files, { [link]: to })
      const { code, out, err } = await repository.goaldoc(['check', 'goals'], { cwd: repository.inside })
      expect(out + err).not.toContain('Andromeda')
      expect({ code, err: err.split('\n')[0] }).toEqual({
        code: 2,
        err: `Cannot read ${link}: it is a link that leads out of the repository. Replace the link by a file.`,
      })
      expect(err).not.toContain('defect')
    },
  )

  test('a link out of the repository that is the baseline is not read', async () => {
    const repository = beside({ 'goaldoc.config.yaml': 'baseline: known.json\n' }, { 'known.json': '../secret.txt' })
    const { code, out, err } = await repository.goaldoc(['lint', 'goals'], { cwd: repository.inside })
    expect(out + err).not.toContain('Andromeda')
    expect(code).toBe(2)
    expect(err).toContain('Path `known.json` leads out of the repository')
  })

  test('a package outside of the repository is not read', async () => {
    const repository = beside({ 'goaldoc.config.yaml': 'extends: planets/../../../secret.txt\n', 'node_modules/planets/x': '' })
    const { code, out, err } = await repository.goaldoc(['lint', 'goals'], { cwd: repository.inside })
    expect(out + err).not.toContain('Andromeda')
    expect(code).toBe(2)
  })

  test.each([
    '.. include:: ../../secret.rst',
    '.. include:: ../linked.rst',
    '.. csv-table::\n   :file: ../../list.yaml',
    '.. raw:: html\n   :file: ../../list.yaml',
    '.. literalinclude:: ../../list.yaml\n   :lines: 99',
    '.. figure:: ../../list.yaml',
  ])('a directive does not show a file outside of the repository: %s', async (directive) => {
    const repository = beside({ 'goals/venus.rst': `Venus\n=====\n\n${directive}\n` }, { 'linked.rst': '../secret.rst' })
    for (const args of [
      ['lint', 'goals/venus.rst'],
      ['tree', 'goals/venus.rst'],
    ]) {
      const { out, err } = await repository.goaldoc(args, { cwd: repository.inside })
      expect(out + err).not.toContain('Andromeda')
    }
  })

  test('a directive does not show a file outside of the repository: whether it has a target is not told', async () => {
    const include = (path: string) => `Venus\n=====\n\n.. include:: ${path}\n\nsaturn_\n`
    const repository = beside({ 'goals/venus.rst': include('../../secret.rst'), 'goals/mars.rst': include('../shared.rst') })
    repository.write('observatory/shared.rst', 'Shown\n')
    const lint = ['lint', '-f', 'compact', '--rule', 'rst/unknown-target', 'goals']
    expect(await repository.goaldoc(lint, { cwd: repository.inside })).toEqual({
      code: 1,
      out: 'goals/mars.rst:6:1: error: Unknown target `saturn` (rst/unknown-target)\n',
      err: '',
    })
  })

  test('an include reads only within the repository', () => {
    const repository = beside({ 'shared.rst': 'Shown\n' }, { 'goals/linked.rst': '../../secret.rst' })
    const read = includeReader(join(repository.inside, 'goals/mars.rst'))
    const files = ['../shared.rst', '../../secret.rst', 'linked.rst', join(repository.path, 'secret.rst'), '../nothing.rst']
    expect(files.map(read)).toEqual(['Shown\n', undefined, undefined, undefined, null])
    // Whether a file outside exists is not told either.
    expect(read('../../nothing.rst')).toBeUndefined()
  })

  describe('of a Sphinx project', () => {
    const conf = "extensions = ['sky']\n"
    const projectOf = (files: Record<string, string>, links: Record<string, string>) => {
      const repository = beside(files, links)
      repository.write('conf.py', conf)
      repository.write('sky.py', "def setup(app):\n    app.add_role('planet', planet)\n")
      return openSphinxProjects().of(join(repository.inside, 'doc/mars.rst'))
    }

    test('the settings and the extensions are read only within the repository', () => {
      expect(projectOf({}, { 'doc/conf.py': '../../conf.py' })).toBeUndefined()
      expect(projectOf({ 'doc/conf.py': conf }, { 'doc/sky.py': '../../sky.py' })?.conf.roles).toEqual([])
    })

    test('the documents are read, and files looked for, only within the repository', () => {
      const found = projectOf(
        { 'doc/conf.py': conf, 'doc/mars.rst': '', 'more/venus.rst': '' },
        { 'doc/out': '../..', 'doc/more': '../more' },
      )!
      const { project } = found.place!
      expect([...project.names()].sort()).toEqual(['mars', 'more/venus'])
      // Whether a file outside exists is not told.
      const paths = [
        'venus.rst',
        '../more/venus.rst',
        '../../secret.rst',
        '../../nothing.rst',
        '/out/nothing.rst',
        '/nothing.rst',
      ]
      expect(paths.map((path) => project.exists(path, 'mars.rst'))).toEqual([false, true, true, true, true, false])
    })
  })

  test('a link within the repository is followed', async () => {
    const repository = beside({ 'shared/venus.rst': 'Venus\n=====\n' }, { 'goals/venus.rst': '../shared/venus.rst' })
    const { err } = await repository.goaldoc(['lint', 'goals/venus.rst', '--rule', 'rst/title-underline'], {
      cwd: repository.inside,
    })
    expect(err).toBe('Checked 1 document: no findings\n')
  })
})
