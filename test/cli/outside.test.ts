/** What is promised of a repository that nobody looked through yet: no file outside of it is shown. */
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { includeReader } from '../../src/repository/includes.ts'
import { openSphinxProjects } from '../../src/repository/sphinx.ts'
import { type Folder, folder } from './run.ts'

const mars = 'Map Mars\n========\n\nProject Teams\n=============\n\nHubble\n------\n'

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
