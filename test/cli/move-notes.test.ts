/** What `move` tells besides the files: teams that have not finished, and addresses without a redirect. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { governance } from './governed.ts'
import { folder } from './run.ts'

const goal = (...teams: string[]) => `title: Moons\nprofile: team-artifacts\nteams:\n${teams.join('')}`
const planned = (name: string) => `  - name: ${name}\n    planning: [https://review.planets.example/1]\n`
const silent = (name: string) => `  - name: ${name}\n    planning: []\n    completion: []\n`
const done = (name: string) => `  - name: ${name}\n    completion: [https://review.planets.example/2]\n`
const declined = (name: string) => `  - name: ${name}\n    status: not-doing\n    note: They have no moons.\n`

const moved = (state: string) => `Moved goals/selected/moons.yaml to goals/${state}/moons.yaml\n`

test.each<[string, string[], string, string]>([
  [
    'one',
    [done('Mars'), planned('Pluto'), declined('Venus')],
    'completed/2026.2',
    '1 of 3 teams has not finished: Pluto (planned)\n',
  ],
  [
    'two',
    [silent('Mars'), planned('Pluto')],
    'completed/2026.2',
    '2 of 2 teams have not finished: Mars (unanswered), Pluto (planned)\n',
  ],
  ['none', [done('Mars'), declined('Venus')], 'completed/2026.2', ''],
  ['not asked', [planned('Mars')], 'proposed', ''],
  [
    'many',
    Array.from({ length: 13 }, (_, index) => planned(`M${index}`)),
    'completed/2026.2',
    `13 of 13 teams have not finished: ${Array.from({ length: 10 }, (_, index) => `M${index} (planned)`).join(', ')} and 3 more\n`,
  ],
])('teams that have not finished a goal that is closed: %s', async (_, teams, state, said) => {
  const place = folder({ 'goals/selected/moons.yaml': goal(...teams) })
  expect(await place.goaldoc(['move', 'moons', state])).toEqual({ code: 0, out: '', err: `${moved(state)}${said}` })
})

test('an address without a redirect is named where Sphinx builds the goals', async () => {
  const place = governance()
  rmSync(join(place.path, 'doc/source/_extra/.htaccess'))
  rmSync(join(place.path, 'doc/source/_extra'), { recursive: true })
  const ran = await place.goaldoc(['move', 'one-star-catalog', 'selected'])
  expect(ran.code).toBe(0)
  expect(ran.err.split('\n').at(-2)).toBe(
    "No redirect from /tc/goals/proposed/one-star-catalog.html: there is no .htaccess. For redirects, put a folder with a .htaccess into Sphinx's `html_extra_path`.",
  )
})
