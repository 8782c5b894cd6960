/** Names that need care, and the shapes that a checkout can have. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Folder, folder, projects, telescopes } from './run.ts'

const spoiled = telescopes.replace('hubble\n', 'hubble \n')
const fault = (name: string) =>
  `${name}:${lineOf(spoiled)}:7: warning: White space at the end of the line (style/trailing-whitespace)\n`

function lineOf(text: string): number {
  return text.split('\n').findIndex((line) => / $/.test(line)) + 1
}

describe.each([
  'with spaces',
  "quote's",
  'Ünïcode-火星-🔭',
  'back\\slash',
  '[brackets]',
  '{a,b}',
  'star*',
  '$HOME',
  '#hash',
  'e\u0301',
  'two..dots',
])('a name: %s', (name) => {
  test('is found, linted, imported, rendered and set', async () => {
    const document = `goals/${name}/${name}.rst`
    const place = folder({ [document]: telescopes, 'reference/projects.yaml': projects })
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-qm', 'goals')
    expect((await place.goaldoc(['import', document])).err).toContain(`Wrote goals/${name}/${name}.yaml\n`)
    expect(await place.goaldoc(['render', '--check', 'goals'])).toMatchObject({ code: 0, out: '' })
    expect((await place.goaldoc(['set', document, '--team', 'hubble', '--status', 'done'])).code).toBe(0)
    expect(place.read(`goals/${name}/${name}.yaml`)).toContain('done')
    const report = JSON.parse((await place.goaldoc(['status', '--format', 'json'])).out) as { goals: { path: string }[] }
    expect(report.goals.map(({ path }) => path)).toEqual([document])
    expect((await place.goaldoc(['check', 'goals'])).err).not.toContain('defect')
  })
})

describe('a checkout', () => {
  /** A repository with a goal that was changed since the first commit. */
  function upstream(): Folder {
    const place = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects })
    place.git('init', '-q', '-b', 'main')
    place.git('add', '-A')
    place.git('commit', '-qm', 'goals')
    return place
  }

  /** A fault that is not committed is found, by what changed and by everything; the history is read. */
  async function works(place: Folder, cwd: string, name: string) {
    place.write(`${cwd.slice(place.path.length + 1)}/goals/telescopes.rst`.replace(/^\//, ''), spoiled)
    for (const args of [
      ['lint', '--changed'],
      ['lint', 'goals'],
    ]) {
      const { out, err } = await place.goaldoc([...args, '-f', 'compact', '--rule', 'style/trailing-whitespace'], { cwd })
      expect({ name, out, err: err.includes('defect') }).toEqual({ name, out: fault('goals/telescopes.rst'), err: false })
    }
    for (const args of [['status'], ['check'], ['diff', 'HEAD'], ['report', '--since', 'HEAD']])
      expect((await place.goaldoc(args, { cwd })).err).not.toMatch(/defect|Cannot/)
  }

  const inner = (place: Folder, name: string) => join(place.path, name)

  test('that is shallow', async () => {
    const from = upstream()
    from.write('goals/telescopes.rst', `${telescopes}\n.. later\n`)
    from.git('commit', '-qam', 'later')
    const place = folder()
    place.git('clone', '-q', '--depth', '1', `file://${from.path}`, 'clone')
    place.write('clone/goals/telescopes.rst', telescopes)
    await works(place, inner(place, 'clone'), 'shallow')
  })

  test('that is a work tree of another', async () => {
    const place = upstream()
    place.git('worktree', 'add', '-q', 'tree', '-b', 'topic')
    await works(place, inner(place, 'tree'), 'work tree')
  })

  test('that is a submodule', async () => {
    const from = upstream()
    const place = folder({ 'README.rst': 'Planets\n' })
    place.git('init', '-q')
    place.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${from.path}`, 'governance')
    await works(place, inner(place, 'governance'), 'submodule')
  })

  test('whose head is detached', async () => {
    const place = upstream()
    place.git('checkout', '-q', '--detach')
    await works(place, place.path, 'detached')
  })

  test('that is named by the environment, as in a hook', async () => {
    const place = upstream()
    const { GIT_DIR, GIT_WORK_TREE } = process.env
    Object.assign(process.env, { GIT_DIR: join(place.path, '.git'), GIT_WORK_TREE: place.path })
    try {
      await works(place, place.path, 'environment')
    } finally {
      if (GIT_DIR === undefined) delete process.env.GIT_DIR
      else process.env.GIT_DIR = GIT_DIR
      if (GIT_WORK_TREE === undefined) delete process.env.GIT_WORK_TREE
      else process.env.GIT_WORK_TREE = GIT_WORK_TREE
    }
  })

  test('that is bare has no documents', async () => {
    const from = upstream()
    const place = folder()
    execFileSync('git', ['clone', '-q', '--bare', from.path, 'bare.git'], { cwd: place.path })
    const cwd = inner(place, 'bare.git')
    expect(await place.goaldoc(['lint'], { cwd })).toMatchObject({ code: 2 })
    expect((await place.goaldoc(['init', '--yes', '--dry-run'], { cwd })).err).toContain(
      'Cannot set up goaldoc: this is not a git repository.',
    )
    mkdirSync(join(cwd, 'goals'))
    place.write('bare.git/goals/telescopes.rst', telescopes)
    const changed = await place.goaldoc(['lint', '--changed'], { cwd })
    expect({ code: changed.code, err: changed.err.split(':')[0] }).toEqual({ code: 2, err: 'Cannot compare with HEAD' })
  })
})
