/** A document that is too large to be checked is not read by other commands either. */
import { expect, test } from 'vitest'
import { commandKinds } from '../../scripts/hostile/commands.ts'
import { folder, projects, telescopes } from './run.ts'

test('a document that is too large is an error, and the others are read', async () => {
  const large = `${telescopes}${'\n'.repeat(20_000)}`
  const place = folder({
    'goals/selected/domes.rst': telescopes,
    'goals/selected/moons.rst': large,
    'reference/projects.yaml': projects,
  })
  const count = large.split('\n').length - 1
  const { code, out, err } = await place.goaldoc(['status', '--format', 'json'])
  expect({ code, err, paths: JSON.parse(out).goals.map(({ path }: { path: string }) => path) }).toEqual({
    code: 2,
    err: `goals/selected/moons.rst:1: not read: ${count} lines are too many; at most 20000 are read\n`,
    paths: ['goals/selected/domes.rst'],
  })
})

test('no command fails on hostile files', async () => {
  for (const { name, prepare } of commandKinds) {
    const failed = await Promise.all([prepare(1000)].flat().map((work) => work())).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect([name, failed]).toEqual([name, undefined])
  }
})
