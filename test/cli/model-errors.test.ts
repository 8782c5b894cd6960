/** A model that is wrong is refused by every command that reads it, with its place, and nothing is written. */
import { expect, it } from 'vitest'
import { folder, projects, telescopes } from './run.ts'

const wrong = {
  'an unknown profile': ['profile: champon\ntitle: Comets\n', '1:10: error: Unknown profile `champon`; did you mean `champion`?'],
  'a profile whose template is not there': [
    'profile: goals/tempate.rst\ntitle: Comets\n',
    '1:10: error: Unknown profile `goals/tempate.rst`; there is no such template',
  ],
  'several documents': ['title: Comets\n---\ntitle: Stars\n', '2:1: error: More than one document in the file'],
  'a milestone with items': [
    'title: Comets\ncriteria:\n  - name: Milestone 1\n    date: 2027-01-01\n    items: [Rings]\n',
    '5:5: error: Unknown key `items`; did you mean `criteria`?',
  ],
} as const

it.each(Object.entries(wrong))('refuses %s', async (_, [model, said]) => {
  const place = folder({ 'goals/comets.yaml': model, 'goals/comets.rst': telescopes, 'reference/projects.yaml': projects })
  const compact = await place.goaldoc(['check', '-f', 'compact'])
  expect(compact.code).toBe(2)
  expect(compact.out.startsWith(`goals/comets.yaml:${said}`)).toBe(true)
  const fault = said.slice(said.indexOf('error: ') + 'error: '.length)
  for (const command of ['check', 'render', 'pull']) {
    const ran = await place.goaldoc([command])
    expect(ran.code).toBe(2)
    expect(ran.out + ran.err).toContain(fault)
  }
  expect(place.read('goals/comets.yaml')).toBe(model)
  expect(place.read('goals/comets.rst')).toBe(telescopes)
})
