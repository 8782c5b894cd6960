/** A configuration that another user left in a shared folder is not used. */
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { folder } from './run.ts'

/** The owners of files, by their paths; all others belong to this user. */
const owners = vi.hoisted(() => new Map<string, number>())
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const statSync = (path: string, ...rest: never[]) => {
    const status = fs.statSync(path, ...rest)
    if (status && owners.has(path)) status.uid = owners.get(path)!
    return status
  }
  return { ...fs, statSync }
})

beforeEach(() => owners.clear())

const [user, other, third] = [process.geteuid?.() ?? 0, 4001, 4002]
const code = "import { writeFileSync } from 'node:fs'\nwriteFileSync(new URL('./ran', import.meta.url), '')\nexport default {}\n"

test.each([
  ['goaldoc.config.ts', code],
  ['goaldoc.config.yaml', 'extends: ./more/code.ts\n'],
])('a configuration that another user put into a shared folder is not used: %s', async (name, text) => {
  for (const [owner, owns, isUsed] of [
    [other, user, false],
    [other, 0, false],
    [other, third, false],
    [user, 0, true],
    [0, user, true],
    // The whole checkout belongs to somebody else, e.g. in a container.
    [other, other, true],
  ] as const) {
    const place = folder({ [name]: text, 'more/code.ts': code, 'sky/goals/mars.rst': 'Mars\n====\n' })
    owners.set(join(place.path, name), owner)
    owners.set(place.path, owns)
    const run = (...more: string[]) => place.goaldoc(['lint', ...more], { cwd: join(place.path, 'sky') })
    const found = 'Checked 1 document: no findings\n'
    const refusal = `Cannot use ../${name}: another user put it into a folder of somebody else. If you trust it, name it with --config.\n`
    expect(await run()).toEqual(isUsed ? { code: 0, out: '', err: found } : { code: 2, out: '', err: refusal })
    expect(place.has('ran') || place.has('more/ran')).toBe(isUsed)
    expect(await run('--config', `../${name}`)).toEqual({ code: 0, out: '', err: found })
  }
})

test('a configuration that git tracks is used, whoever updated the checkout, if git trusts the repository', async () => {
  const place = folder({ 'goaldoc.config.yaml': '{}\n', 'goals/mars.rst': 'Mars\n====\n' })
  owners.set(join(place.path, 'goaldoc.config.yaml'), other)
  const run = () => place.goaldoc(['lint', 'goals'])
  const used = { code: 0, out: '', err: 'Checked 1 document: no findings\n' }
  const refused = {
    code: 2,
    out: '',
    err: 'Cannot use goaldoc.config.yaml: another user put it into a folder of somebody else. If you trust it, name it with --config.\n',
  }
  place.git('init', '-q')
  expect(await run()).toEqual(refused)
  place.git('add', '-A')
  expect(await run()).toEqual(used)
  // Git's own tests pretend like this that the repository belongs to another user.
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
  expect(await run()).toEqual({
    ...refused,
    err: 'Cannot use goaldoc.config.yaml: another user put it into a folder of somebody else. If you trust the repository, add it to `safe.directory` in the configuration of git (`git help config`), or name the file with --config.\n',
  })
  vi.unstubAllEnvs()
  // Hooks may run with `GIT_DIR`, with which git takes every folder for the top of its work tree.
  const shared = folder({ 'goaldoc.config.yaml': '{}\n', 'goals/mars.rst': 'Mars\n====\n' })
  owners.set(join(shared.path, 'goaldoc.config.yaml'), other)
  vi.stubEnv('GIT_DIR', join(place.path, '.git'))
  expect(await shared.goaldoc(['lint', 'goals'])).toEqual(refused)
  vi.unstubAllEnvs()
})
