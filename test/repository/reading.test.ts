/** How the files of a repository are read: what belongs to it, and what is said of the rest. */
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { loadBaseline } from '../../src/repository/baselines.ts'
import { cannot, reasonOf } from '../../src/repository/errors.ts'
import { whyNotAGoal } from '../../src/repository/goal-pages.ts'
import { gitIgnored, ignoredBy } from '../../src/repository/ignored.ts'
import { includeReader, textWithin } from '../../src/repository/includes.ts'
import { schemaFor } from '../../src/repository/schema.ts'
import { openSphinxProjects } from '../../src/repository/sphinx.ts'
import { loadTypeScript } from '../../src/repository/typescript.ts'
import { folder, telescopes } from '../cli/run.ts'

describe('included files', () => {
  const place = folder({
    'outside.txt': 'No.\n',
    'repository/doc/stars.rst': '',
    'repository/doc/notes.txt': 'Here.\n',
    'repository/shared.txt': 'Top.\n',
    'repository/broken.txt': Buffer.from([0xff, 0x0a]).toString('latin1'),
  })
  mkdirSync(join(place.path, 'repository/.git'))
  symlinkSync('../../outside.txt', join(place.path, 'repository/doc/link.txt'))
  place.write('repository/broken.txt', Buffer.from([0xff, 0x0a]))
  const path = (name: string) => join(place.path, name)

  test.each<[string, string | null | undefined]>([
    ['notes.txt', 'Here.\n'],
    ['../shared.txt', 'Top.\n'],
    ['/notes.txt', 'Here.\n'],
    ['missing.txt', null],
    ['../../outside.txt', undefined],
    ['link.txt', undefined],
    ['../broken.txt', undefined],
    ['..', undefined],
  ])('%s', (name, text) => {
    expect(includeReader(path('repository/doc/stars.rst'), path('repository/doc'))(name)).toBe(text)
  })

  test('without a folder of conf.py, paths from the root are not followed; outside of a repository, none are', () => {
    expect(includeReader(path('repository/doc/stars.rst'))('/notes.txt')).toBeUndefined()
    expect(includeReader(path('stars.rst'))('outside.txt')).toBeUndefined()
    expect(textWithin(path('missing.txt'), place.path)).toBeUndefined()
  })
})

test.each([
  ['goals/template.rst', telescopes, 'it is a template'],
  ['goals/Index.rst', telescopes, 'it is an index page'],
  ['goals/all.rst', 'Goals\n=====\n\n.. toctree::\n\n   stars\n', 'it is an index page'],
  ['goals/about.rst', 'About\n=====\n\nStars.\n', 'it has no section that a goal has; name it to import it'],
  ['goals/stars.rst', telescopes, undefined],
  ['goals/stars.rst', `${telescopes}\n.. toctree::\n\n   moons\n`, undefined],
])('whether %s is a goal', (path, source, why) => {
  expect(whyNotAGoal(path, source, readGoal(source).goal)).toBe(why)
})

test('the schema of a model is that of its repository', () => {
  const place = folder({
    'a/.git/HEAD': '',
    'a/goals/x/stars.yaml': '',
    'b/.git/HEAD': '',
    'b/schemas/goal.schema.json': '{}',
    'a/.goaldoc/goal.schema.json': '{}',
    'c/.git/HEAD': '',
  })
  const of = (name: string) => schemaFor(join(place.path, name))
  expect(of('a/goals/x/stars.yaml')).toEqual({ schema: '../../.goaldoc/goal.schema.json' })
  expect(of('b/goals/stars.yaml')).toEqual({ schema: '../schemas/goal.schema.json' })
  expect(of('c/goals/stars.yaml')).toEqual({ schema: false })
})

describe('ignored files', () => {
  const place = folder({
    '.git/HEAD': '',
    '.gitignore': 'out/\n*.log\n',
    'goals/.gitignore': '!kept.log\nmoons\n',
  })
  const ignored = gitIgnored(place.path)
  const is = (name: string, isFolder?: boolean) => ignored(join(place.path, name), isFolder)
  test.each<[string, boolean | undefined, boolean]>([
    ['out', true, true],
    ['out', false, false],
    ['out/a/b.rst', false, true],
    ['a.log', undefined, true],
    ['goals/a.log', undefined, true],
    ['goals/kept.log', undefined, false],
    ['goals/moons/io.rst', undefined, true],
    ['goals/stars.rst', undefined, false],
    ['', true, false],
    ['../elsewhere.log', undefined, false],
  ])('%s (a folder: %s) is ignored: %s', (name, isFolder, expected) => {
    expect(is(name, isFolder)).toBe(expected)
  })

  test.each([
    ['moon\n'.repeat(20_001), '100005 characters are too many; at most 100000 are read'],
    ['m*n\n'.repeat(5001), '5001 stars are too many; at most 5000 are read'],
  ])('too many patterns are an error', (text, why) => {
    const { path } = folder({ '.git/HEAD': '', 'goals/.gitignore': text })
    const end = `${why}. Ignore whole folders instead.`
    expect(() => gitIgnored(path)(join(path, 'goals/stars.rst'))).toThrow(`Cannot read \`goals/.gitignore\`: ${end}`)
    expect(() => ignoredBy(text.split('\n'), path)).toThrow(`Cannot read \`ignores\` of the configuration: ${end}`)
  })

  test('outside of a repository, nothing is; patterns of a configuration hold below its folder', () => {
    expect(gitIgnored(folder({ '.gitignore': '*\n' }).path)('/a')).toBe(false)
    const own = ignoredBy(['old/', '*.txt'], '/goals')
    expect(['/goals/old', '/goals/a.txt', '/goals', '/a.txt'].map((path) => own(path, true))).toEqual([true, true, false, false])
    expect(own('/goals/old')).toBe(false)
    expect(ignoredBy([], '/goals')('/goals/a.txt')).toBe(false)
  })
})

describe('the Sphinx project of a document', () => {
  const place = folder({
    '.git/HEAD': '',
    'conf.py': 'verbose = True\n',
    'doc/source/conf.py': "project = 'Stars'\nextensions = ['telescope', 'lens.zoom']\n",
    'doc/source/index.rst': 'Stars\n=====\n\n.. toctree::\n\n   moons\n   goals/stars\n',
    'doc/source/moons.rst': 'Moons\n=====\n',
    'doc/source/notes.txt': '',
    'doc/source/.hidden/page.rst': '',
    'doc/source/node_modules/page.rst': '',
    'doc/ext/telescope.py': "def setup(app):\n    app.add_directive('orbit', Orbit)\n",
    'doc/source/_ext/lens/zoom/__init__.py': "def setup(app):\n    app.add_role('planet', planet)\n",
    'goals/stars.rst': 'Stars\n=====\n',
    'README.rst': '',
  })
  symlinkSync('../../goals', join(place.path, 'doc/source/goals'))
  symlinkSync('.', join(place.path, 'doc/source/again'))
  symlinkSync('nowhere.rst', join(place.path, 'doc/source/dangling.rst'))
  const projects = openSphinxProjects()
  const of = (name: string) => projects.of(join(place.path, name))

  test('has the documents below it, each once, with those of linked folders', () => {
    const { conf, folder: own, place: found } = of('doc/source/moons.rst')!
    expect(own).toBe(join(place.path, 'doc/source'))
    expect(found?.path).toBe('moons.rst')
    expect([conf.directives, conf.roles]).toEqual([['orbit'], ['planet']])
    expect([...found!.project.names()].sort()).toEqual(['.hidden/page', 'goals/stars', 'index', 'moons'])
  })

  test('has a document of a linked folder, but no other file', () => {
    expect(of('goals/stars.rst')?.place?.path).toBe('goals/stars.rst')
    expect(of('goals/not-yet.rst')?.place?.path).toBe('goals/not-yet.rst')
    expect(of('README.rst')).toMatchObject({ folder: join(place.path, 'doc/source') })
    expect(of('README.rst')?.place).toBeUndefined()
    expect(of('doc/source/notes.txt')?.place).toBeUndefined()
  })

  test('is none where another program has a conf.py, or nobody', () => {
    expect(
      openSphinxProjects().of(join(folder({ '.git/HEAD': '', 'conf.py': 'verbose = True\n' }).path, 'stars.rst')),
    ).toBeUndefined()
    expect(openSphinxProjects().of(join(folder({ '.git/HEAD': '' }).path, 'stars.rst'))).toBeUndefined()
  })
})

describe('why something failed', () => {
  test('system errors in words, others by their first line', () => {
    expect(reasonOf(Object.assign(new Error('x'), { code: 'EACCES' }))).toBe('permission denied')
    expect(reasonOf(Object.assign(new Error('no such star\nat sky'), { code: 'ESTAR' }))).toBe('no such star')
    expect(reasonOf(Object.assign(new Error('star'), { code: 7 }))).toBe('star')
    expect(reasonOf('clouds')).toBe('clouds')
    expect(cannot('see Mars', 'it is day')).toMatchObject({ message: 'Cannot see Mars: it is day.', detail: undefined })
  })

  test.each<[string, string]>([
    ['export const goal = {}\n', 'Cannot load stars.ts: it has no default export. End it with `export default`.'],
    ["throw new Error('No stars.')\n", 'Cannot load stars.ts: No stars.'],
    ["throw 'clouds'\n", 'Cannot load stars.ts: clouds.'],
    ["throw new Error('')\n", 'Cannot load stars.ts: it throws an error.'],
  ])('a file in TypeScript: %j', async (text, message) => {
    const place = folder({ 'stars.ts': text })
    await expect(loadTypeScript(join(place.path, 'stars.ts'), 'stars.ts', true)).rejects.toMatchObject({
      name: 'CannotError',
      message,
    })
    await expect(loadTypeScript(join(place.path, 'stars.ts'), 'stars.ts', false)).rejects.toMatchObject({
      message: 'Cannot load stars.ts: it is code, and --no-code or GOALDOC_NO_CODE forbids running code. Write it as YAML.',
    })
  })

  test('a baseline that is not JSON, and one that is something else', () => {
    const place = folder({ 'a.json': '{', 'b.json': '[]' })
    expect(() => loadBaseline(join(place.path, 'a.json'), place.path)).toThrow(
      'Cannot use the baseline a.json: it is not JSON. Replace it with --update-baseline.',
    )
    expect(loadBaseline(join(place.path, 'b.json'), place.path)).toEqual(expect.any(String))
    expect(() => loadBaseline(join(place.path, 'c.json'), place.path)).toThrow('Cannot read c.json: there is no such file.')
  })
})
