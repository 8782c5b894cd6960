/** What `.git/goaldoc` stores about a document and its model can be damaged. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { committed, edit } from '../cli/committed.ts'

/** A goal whose model was edited and rendered since the last commit; then both were edited. */
async function withAgreement() {
  const place = await committed()
  place.write('goals/telescopes.yaml', place.read('goals/telescopes.yaml').replace(/topic: .*/, 'topic: other-topic'))
  expect((await place.goaldoc(['render'])).code).toBe(0)
  edit(place, 'goals/telescopes.yaml', 'topic: other-topic', 'topic: third-topic')
  edit(place, 'goals/telescopes.rst', 'Two of the observatories', 'Three of the observatories')
  const folder = join(place.path, '.git/goaldoc')
  const [name] = readdirSync(folder)
  return { place, stored: join(folder, name!) }
}

const answers = async ({ place }: Awaited<ReturnType<typeof withAgreement>>) => [
  await place.goaldoc(['pull', '--diff']),
  await place.goaldoc(['render']),
]

const damages: [string, (pair: { head: string; document: string; model: Record<string, unknown> }) => unknown][] = [
  ['not an object', () => []],
  ['without a head', ({ document, model }) => ({ document, model })],
  ['without a document', ({ head, model }) => ({ head, model })],
  ['without a model', ({ head, document }) => ({ head, document })],
  ['with a list for a model', (pair) => ({ ...pair, model: [] })],
  ['with a model that has a number for its teams', (pair) => ({ ...pair, model: { ...pair.model, teams: 1 } })],
  ['with a model that has a list for its title', (pair) => ({ ...pair, model: { ...pair.model, title: ['Mars'] } })],
  ['with a model that has an unknown key', (pair) => ({ ...pair, model: { ...pair.model, moons: 2 } })],
  [
    'with a model that has a team twice',
    (pair) => ({ ...pair, model: { ...pair.model, teams: [{ name: 'a' }, { name: 'a' }] } }),
  ],
  ['cut', (pair) => JSON.stringify(pair).slice(0, 200)],
]

test('a stored agreement that is damaged is as good as none', async () => {
  const pair = await withAgreement()
  const text = readFileSync(pair.stored, 'utf8')
  const whole = await answers(pair)
  rmSync(pair.stored)
  const none = await answers(pair)
  expect(none).not.toEqual(whole)
  for (const [name, damage] of damages) {
    const damaged = damage(JSON.parse(text))
    writeFileSync(pair.stored, typeof damaged === 'string' ? damaged : JSON.stringify(damaged))
    expect([name, ...(await answers(pair))]).toEqual([name, ...none])
  }
})
