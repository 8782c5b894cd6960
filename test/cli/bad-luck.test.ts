/** Files that are something else than their names say, and a machine in a bad state: an error in a sentence, and never a defect. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { processIo } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import { type Folder, folder, projects } from './run.ts'

const mars = 'Map Mars\n========\n\nProject Teams\n=============\n\nhubble\n------\n\nkepler\n------\n'

function repository(files: Record<string, string> = {}): Folder {
  const place = folder({ 'goals/mars.rst': mars, 'reference/projects.yaml': projects, ...files })
  place.git('init', '-q')
  return place
}

const at = (place: Folder, name: string) => join(place.path, name)
const link = (to: string, name: string) => (place: Folder) => symlinkSync(to, at(place, name))
const makeFolder = (name: string) => (place: Folder) => void mkdirSync(at(place, name), { recursive: true })
/** What waits for somebody to write into the pipe goes on after a while, so that its test fails instead of never ending. */
const makePipe = (name: string) => (place: Folder) => {
  execFileSync('mkfifo', [at(place, name)])
  const writer = spawn('sh', ['-c', 'sleep 20; : > "$0"', at(place, name)], { stdio: 'ignore', detached: true })
  onTestFinished(() => void process.kill(-writer.pid!, 'SIGKILL'))
}

describe('a path that is not a regular file is an error', () => {
  test.each([
    ['a link to nothing', link('nothing', 'goals/venus.rst'), 'Cannot read goals/venus.rst: there is no such file.'],
    [
      'a model that is a link to nothing',
      link('nothing', 'goals/venus.yaml'),
      'Cannot read goals/venus.yaml: there is no such file.',
    ],
    ['a pipe', makePipe('goals/venus.rst'), 'Cannot read goals/venus.rst: it is a pipe. Use `-` to read the standard input.'],
    [
      'a model that is a pipe',
      makePipe('goals/mars.yaml'),
      'Cannot read goals/mars.yaml: it is a pipe. Use `-` to read the standard input.',
    ],
    ['a configuration that is a folder', makeFolder('goaldoc.config.yaml'), 'Cannot read goaldoc.config.yaml: it is a folder.'],
    [
      'links in a circle',
      (place: Folder) => {
        link('b.rst', 'goals/a.rst')(place)
        link('a.rst', 'goals/b.rst')(place)
      },
      'Cannot read goals/a.rst: its symbolic links form a loop.',
    ],
  ] as [string, (place: Folder) => void, string][])('%s', async (_, make, message) => {
    const place = repository()
    make(place)
    const { code, err } = await place.goaldoc(['check', 'goals'])
    expect(err.split('\n')).toContain(message)
    expect(code).toBe(2)
  })

  test.each([
    ['.pre-commit-config.yaml', makeFolder, ['init', '--yes'], 'it is a folder.'],
    ['.pre-commit-config.yaml', makePipe, ['init', '--yes'], 'it is a pipe. Use `-` to read the standard input.'],
    ['.gitattributes', makeFolder, ['init', '--merge-driver'], 'it is a folder.'],
  ] as const)('%s in the way of init', async (name, make, args, why) => {
    const place = repository()
    make(name)(place)
    const { code, err } = await place.goaldoc([...args])
    expect({ code, err }).toEqual({ code: 2, err: `Cannot read ${name}: ${why}\n` })
    expect(place.has('goaldoc.config.yaml')).toBe(false)
  })

  test.each([makePipe, makeFolder])('but a .gitignore that is not a file ignores nothing', async (make) => {
    const place = repository()
    make('.gitignore')(place)
    expect((await place.goaldoc(['lint', 'goals'])).err).toBe('Checked 1 document against 2 teams: no findings\n')
  })

  test.each([
    ['set', 'goals/mars.rst', 'goals/mars.yaml', ['set', 'goals/mars.rst', '--team', 'hubble', '--status', 'done']],
    ['move', 'goals/mars.rst', 'goals/mars.yaml', ['move', 'goals/mars.rst', 'selected']],
    ['move', 'goals/mars.yaml', 'goals/mars.rst', ['move', 'mars', 'selected']],
    ['teams sync', 'goals/mars.yaml', 'goals/mars.rst', ['teams', 'sync', 'goals']],
    ['pull', 'goals/mars.rst', 'goals/mars.yaml', ['pull', 'goals']],
  ])('%s changes nothing if one file of the goal is a link to nothing: beside %s', async (_, kept, broken, args) => {
    const place = folder({ 'goals/mars.yaml': 'title: Map Mars\n', 'goals/mars.rst': mars, 'reference/projects.yaml': projects })
    place.git('init', '-q')
    rmSync(at(place, broken))
    link('nothing', broken)(place)
    const before = place.read(kept)
    const { code, err } = await place.goaldoc(args)
    expect({ code, err }).toEqual({ code: 2, err: `Cannot read ${broken}: there is no such file.\n` })
    expect(place.read(kept)).toBe(before)
    expect(readdirSync(at(place, 'goals')).sort()).toEqual(['mars.rst', 'mars.yaml'])
  })

  test.each([
    ['a folder that links to itself', link('.', 'goals/self')],
    ['a folder that links to the one above', link('..', 'goals/up')],
    ['a `.gitignore` that is a folder', makeFolder('.gitignore')],
    ['a document that is a folder', makeFolder('goals/venus.rst')],
  ] as [string, (place: Folder) => void][])('nothing is wrong with %s', async (_, make) => {
    const place = repository()
    make(place)
    const { code, err } = await place.goaldoc(['lint', 'goals', '--rule', 'rst/title-underline'])
    expect({ code, err }).toEqual({ code: 0, err: 'Checked 1 document against 2 teams: no findings\n' })
  })
})

test('a working folder that was deleted', async () => {
  const cwd = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { code: 'ENOENT' })
  })
  let said = ''
  try {
    const io = processIo([])
    expect(await main(['lint'], Object.create(io, { err: { value: (text: string) => (said += text) } }) as typeof io)).toBe(2)
  } finally {
    cwd.mockRestore()
  }
  expect(said).toBe('Cannot run: the working folder does not exist any more. Change to another one.\n')
})

test.skipIf(process.getuid?.() !== 0)(
  'a repository of another user, whose history git refuses to read (needs root)',
  async () => {
    const place = repository({ 'goals/venus.rst': mars })
    place.git('add', '-A')
    place.git('commit', '-qm', 'goals')
    for (const name of ['', '.git']) chownSync(at(place, name), 65_534, 65_534)
    const refusal = 'the repository belongs to another user, and git refuses to read it'
    for (const args of [['status'], ['lint', 'goals'], ['check', 'goals'], ['teams', 'check']])
      expect((await place.goaldoc(args)).err).toContain(`The history was not read: ${refusal}. Add it to \`safe.directory\``)
    for (const args of [
      ['lint', '--changed'],
      ['diff', 'HEAD'],
      ['report', '--since', 'HEAD'],
    ])
      expect((await place.goaldoc(args)).err).toContain(`Cannot compare with HEAD: ${refusal}.`)
  },
)

describe('the merge driver', () => {
  const versions = { base: 'Mars\n', ours: 'Mars\nPhobos\n', theirs: 'Mars\nDeimos\n' }

  test.each([
    ['ours', 'our version'],
    ['theirs', 'their version'],
    ['base', 'the common ancestor'],
  ] as const)('names the side that is not UTF-8: %s', async (side, words) => {
    const place = folder(versions)
    place.write(side, Buffer.from('Mars\nM\xfcnchen\n', 'latin1'))
    const { code, err } = await place.goaldoc(['merge', 'base', 'ours', 'theirs', 'goals/mars.rst'])
    expect(err.split('\n')[0]).toBe(`goals/mars.rst: merged line by line, because line 2 is not UTF-8 (byte 0xfc) in ${words}`)
    expect(code).toBe(1)
  })

  test.each(['base', 'ours', 'theirs'] as const)('names the file that is not there: %s', async (side) => {
    const place = folder(versions)
    const names = { base: 'base', ours: 'ours', theirs: 'theirs', [side]: 'nothing' }
    const { code, err } = await place.goaldoc(['merge', names.base, names.ours, names.theirs, 'goals/mars.rst'])
    expect({ code, err }).toEqual({
      code: 2,
      err: `Cannot merge goals/mars.rst: ${at(place, 'nothing')} cannot be read, there is no such file.\n`,
    })
    expect(readdirSync(place.path).sort()).toEqual(['base', 'ours', 'theirs'])
  })
})
