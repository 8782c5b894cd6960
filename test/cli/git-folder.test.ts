/** Git's own folder and other repositories are outside of a repository, although links and paths lead to them. */
import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { includeReader } from '../../src/repository/includes.ts'
import { type Folder, folder, projects } from './run.ts'

const mars = 'Map Mars\n========\n\nHubble points at Mars. \n'

/** A folder with files and links, by the paths of both. */
function linked(files: Record<string, string>, links: Record<string, string>): Folder {
  const place = folder(files)
  for (const [name, to] of Object.entries(links)) {
    mkdirSync(dirname(join(place.path, name)), { recursive: true })
    symlinkSync(to, join(place.path, name))
  }
  return place
}

describe('another repository that a link leads to is neither read nor written', () => {
  const other = { 'venus/.git/HEAD': '', 'venus/mars.rst': mars, 'venus/mars.yaml': 'title: Map Mars\n' }
  const refused = (verb: string, name: string) =>
    `Cannot ${verb} ${name}: it is a link that leads out of the repository. Replace the link by a file.\n`

  test.each([
    ['the folder of the goals', { 'earth/goals': '../venus' }, ['lint', '--fix'], refused('read', 'goals/mars.rst')],
    [
      'a folder that a glob finds',
      { 'earth/goals/x': '../../venus' },
      ['lint', '--fix', 'goals/**/*.rst'],
      refused('read', 'goals/x/mars.rst'),
    ],
    ['a folder with models', { 'earth/goals': '../venus' }, ['render', '--force'], refused('read', 'goals/mars.yaml')],
    ['a link to a link', { 'earth/goals': 'sky', 'earth/sky': '../venus' }, ['status'], refused('read', 'goals/mars.yaml')],
  ] as [string, Record<string, string>, string[], string][])('%s', async (_, links, args, err) => {
    const place = linked({ ...other, 'earth/.git/HEAD': '', 'earth/reference/projects.yaml': projects }, links)
    const ran = await place.goaldoc(args, { cwd: join(place.path, 'earth') })
    expect(ran).toEqual({ code: 2, out: '', err })
    expect(place.read('venus/mars.rst')).toBe(mars)
  })

  test('but one that is in the repository is, and so is one that a link outside leads to', async () => {
    const place = linked(
      { 'earth/.git/HEAD': '', 'earth/goals/venus/.git': '', 'earth/goals/venus/mars.rst': mars },
      { sky: 'earth' },
    )
    for (const [cwd, name] of [
      ['earth', 'goals/venus/mars.rst'],
      ['earth', '../sky/goals/venus/mars.rst'],
      ['sky/goals', 'venus/mars.rst'],
    ] as const)
      expect((await place.goaldoc(['lint', '-f', 'compact', name], { cwd: join(place.path, cwd) })).out).toBe(
        `${name}:4:23: warning: White space at the end of the line (style/trailing-whitespace)\n`,
      )
  })
})

describe('the folder of git is neither read nor written', () => {
  const password = 'Andromeda'
  const refused = (verb: string, name: string) =>
    `Cannot ${verb} ${name}: it leads into the folder \`.git\`. Name a file of the work tree.\n`
  const files = {
    'goals/mars.rst': mars,
    'reference/projects.yaml': projects,
    '.git/config': `[http]\n\tproxy = ${password}\n`,
  }
  const model = { 'goals/venus.yaml': 'title: Map Venus\n' }

  test.each([
    ['a document', { 'goals/venus.rst': '../.git/config' }, {}, ['lint'], refused('read', 'goals/venus.rst')],
    ['a model', { 'goals/mars.yaml': '../.git/config' }, {}, ['check'], refused('read', 'goals/mars.yaml')],
    ['a folder', { 'goals/x': '../.git' }, {}, ['tree', 'goals/x/config'], refused('read', 'goals/x/config')],
    ['no link', {}, {}, ['tree', '.git/config'], refused('read', '.git/config')],
    ['a hook', { 'goals/venus.rst': '../.git/hooks/pre-push' }, model, ['render'], refused('write', 'goals/venus.rst')],
    ['its own file', { 'goals/venus.rst': '../.git/config' }, model, ['render', '--fresh'], refused('read', 'goals/venus.rst')],
    ['a report', { 'out.json': '.git/config' }, {}, ['lint', '-f', 'json:out.json'], refused('write', 'out.json')],
  ] as [string, Record<string, string>, Record<string, string>, string[], string][])(
    '%s',
    async (_, links, more, args, refusal) => {
      const place = linked({ ...files, ...more }, links)
      const { code, out, err } = await place.goaldoc(args)
      expect(out + err).not.toContain(password)
      expect({ code, err: err.split('\n').find((line) => line.startsWith('Cannot')) }).toEqual({ code: 2, err: refusal.trim() })
      expect(place.read('.git/config')).toBe(files['.git/config'])
      expect(place.has('.git/hooks')).toBe(false)
    },
  )

  test.each(['roster: .git/config\n', 'extends: ./.git/config\n', 'baseline: .git/config\n'])('%s', async (text) => {
    const place = folder({ ...files, 'goaldoc.config.yaml': text })
    const { code, out, err } = await place.goaldoc(['lint'])
    expect(out + err).not.toContain(password)
    expect({ code, said: err.split('\n')[0] }).toEqual({ code: 2, said: 'Cannot use goaldoc.config.yaml: it has an error.' })
  })

  test('an include', () => {
    const place = linked(files, { 'goals/linked.rst': '../.git/config' })
    const read = includeReader(join(place.path, 'goals/mars.rst'))
    expect(['../.git/config', '../.git/none', '../.GIT/config', 'linked.rst', '../reference/projects.yaml'].map(read)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      projects,
    ])
  })

  test('but names that only begin alike are', async () => {
    const place = folder({ ...files, 'goals/.github/mars.rst': mars, 'goals/mars.git/venus.rst': mars })
    const { out } = await place.goaldoc(['lint', '-f', 'compact', 'goals/.github/mars.rst', 'goals/mars.git/venus.rst'])
    expect(out.split('\n')).toHaveLength(3)
  })
})
