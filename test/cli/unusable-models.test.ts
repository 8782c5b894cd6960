/** One model that cannot be used does not stop the others: they are handled, the fault is named with its place, and the exit code is 2. */
import { describe, expect, it } from 'vitest'
import { type Folder, folder, projects, telescopes } from './run.ts'

const unusable: Readonly<Record<string, { text: string | Buffer; said: string }>> = {
  'an unknown key': { text: 'title: Comets\ngerit: comets\n', said: 'goals/comets.yaml:2:1 error model/unknown-key' },
  'a syntax error': { text: 'title: Comets\nteams: [\n', said: 'goals/comets.yaml:2:8 error model/syntax' },
  'the markers of a conflict': {
    text: 'title: Comets\n<<<<<<< HEAD\nsummary: Ice\n=======\nsummary: Dust\n>>>>>>> dust\n',
    said: 'goals/comets.yaml:2:1 error model/syntax',
  },
  'bytes of another encoding': {
    text: Buffer.from('title: Com\xe8tes\n', 'latin1'),
    said: 'Cannot read goals/comets.yaml: line 1 is not UTF-8 (byte 0xe8). Save it as UTF-8.',
  },
}

const moons = 'title: Moons\nprofile: champion\nsummary: They turn.\n'
const glued = 'Comets\n======\n\nThey are made of:\n* ice\n* dust\n'

/** A goal that cannot be used between two that can. */
const goals = (text: string | Buffer): Folder => {
  const place = folder({
    'goals/asteroids.yaml': moons.replace('Moons', 'Asteroids'),
    'goals/telescopes.rst': telescopes,
    'reference/projects.yaml': projects,
  })
  place.write('goals/comets.yaml', text)
  return place
}

describe.each(Object.entries(unusable))('%s in a model', (_, { text, said }) => {
  it('does not keep `render` from the other models', async () => {
    const place = goals(text)
    place.write('goals/moons.yaml', moons)
    const ran = await place.goaldoc(['render'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(said)
    expect(place.read('goals/asteroids.rst')).toContain('They turn.')
    expect(place.read('goals/moons.rst')).toContain('They turn.')
    expect(place.has('goals/comets.rst')).toBe(false)
  })

  it('does not keep `check` from linting its document', async () => {
    const place = goals(text)
    place.write('goals/comets.rst', glued)
    for (const args of [['check'], ['check', 'goals/comets.rst'], ['check', 'goals/comets.yaml']]) {
      const ran = await place.goaldoc(args)
      expect(ran.code).toBe(2)
      expect(ran.out + ran.err).toContain(said)
      expect(ran.out).toContain('goals/comets.rst:5:1 warning misread/glued-list\n')
      expect(ran.out).not.toContain('drift/')
    }
  })

  it('does not keep `check` from the other models, without a document of its own', async () => {
    const place = goals(text)
    const ran = await place.goaldoc(['check'])
    expect(ran.code).toBe(2)
    expect(ran.out + ran.err).toContain(said)
    expect(ran.out).toContain('goals/asteroids.yaml:1:1 error repository/missing-document\n')
  })

  it('does not keep `pull`, `set` and `status` from the other goals', async () => {
    const place = goals(text)
    place.write('goals/comets.rst', glued)
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    place.write('goals/telescopes.rst', telescopes.replace('one-star-catalog', 'one-catalog'))
    const pulled = await place.goaldoc(['pull'])
    expect(pulled.code).toBe(2)
    expect(pulled.err).toContain(said)
    expect(place.read('goals/telescopes.yaml')).toContain('topic: one-catalog')
    const status = await place.goaldoc(['status'])
    expect(status.code).toBe(2)
    expect(status.err).toContain(said)
    expect(status.out).toContain('hubble')
  })

  it('does not keep `move` from another goal', async () => {
    const place = goals(text)
    const ran = await place.goaldoc(['move', 'telescopes', 'proposed'])
    expect(ran.code).toBe(0)
    expect(place.read('goals/proposed/telescopes.rst')).toBe(telescopes)
  })
})
