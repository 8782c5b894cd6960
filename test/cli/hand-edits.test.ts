/** `render` over a document that somebody edited. */
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit, committed, edit } from './committed.ts'
import { type Folder, folder, telescopes } from './run.ts'

const byHand = (place: Folder) => edit(place, 'goals/telescopes.rst', 'Two of the observatories', 'Three of the observatories')
const inModel = (place: Folder, topic = 'star-catalog') =>
  place.write('goals/telescopes.yaml', place.read('goals/telescopes.yaml').replace(/topic: .*/, `topic: ${topic}`))

/** An edit of either file, what takes it over, and what that prints. */
const sides = [
  ['the document', byHand, ['pull'], 'Updated goals/telescopes.yaml\n'],
  ['the model', inModel, ['render'], 'Updated goals/telescopes.rst\n'],
] as const

const refusal =
  'goals/telescopes.rst was edited by hand. To keep the edit: goaldoc pull goals/telescopes.rst. To undo it: goaldoc render --force goals/telescopes.yaml\n'

describe('render', () => {
  it.each([
    ['alone', (_: Folder) => {}],
    ['beside an edit of the model', inModel],
  ])('does not overwrite a hand edit %s', async (_, change) => {
    const place = await committed()
    byHand(place)
    change(place)
    const before = place.read('goals/telescopes.rst')
    for (const args of [
      ['render'],
      ['render', 'goals/telescopes.yaml'],
      ['render', '--fresh'],
      ['render', '--hook', 'goals/telescopes.yaml'],
    ]) {
      const ran = await place.goaldoc(args)
      expect(ran).toMatchObject({ code: 1, err: '' })
      expect(ran.out.endsWith(refusal)).toBe(true)
      expect(ran.out).toContain('-Three of the observatories have begun.\n+Two of the observatories have begun.\n')
      expect(place.read('goals/telescopes.rst')).toBe(before)
    }
    expect((await place.goaldoc(['render', '--force'])).code).toBe(0)
    expect(place.read('goals/telescopes.rst')).toContain('Two of the observatories')
  })

  it('does not overwrite a hand edit that was committed', async () => {
    const place = await committed()
    byHand(place)
    commit(place, 'goals: by hand')
    inModel(place)
    expect((await place.goaldoc(['render'])).out).toContain(refusal)
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    expect(await place.goaldoc(['render'])).toEqual({ code: 0, out: '', err: 'Updated goals/telescopes.rst\n' })
    expect(place.read('goals/telescopes.rst')).toContain('Three of the observatories')
    expect(place.read('goals/telescopes.rst')).toContain('\n  star-catalog\n')
  })

  it('--merge merges the hand edit into the model, then renders the model', async () => {
    const place = await committed()
    byHand(place)
    inModel(place)
    expect(await place.goaldoc(['render', '--merge'])).toEqual({
      code: 0,
      out: '',
      err: 'Updated goals/telescopes.yaml\nUpdated goals/telescopes.rst\n',
    })
    expect(place.read('goals/telescopes.rst')).toBe(
      telescopes.replace('Two of the', 'Three of the').replace('one-star-catalog', 'star-catalog'),
    )
    expect(place.read('goals/telescopes.yaml')).toContain('Three of the observatories')
  })

  it('--merge writes nothing if both sides changed the same value', async () => {
    const place = await committed()
    byHand(place)
    edit(place, 'goals/telescopes.yaml', 'Two of the observatories', 'All of the observatories')
    const before = place.read('goals/telescopes.rst')
    const ran = await place.goaldoc(['render', '--merge'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('changed in both')
    expect(place.read('goals/telescopes.rst')).toBe(before)
  })

  it('renders repeatedly while only the model is edited, with or without commits', async () => {
    const place = await committed()
    for (const topic of ['stars', 'comets', 'moons']) {
      inModel(place, topic)
      expect((await place.goaldoc(['render'])).err).toBe('Updated goals/telescopes.rst\n')
      expect(place.read('goals/telescopes.rst')).toContain(`\n  ${topic}\n`)
    }
    commit(place, 'goals: another topic')
    inModel(place, 'planets')
    expect((await place.goaldoc(['render'])).code).toBe(0)
    byHand(place)
    inModel(place, 'orbits')
    expect((await place.goaldoc(['render'])).out).toContain(refusal)
    place.write('notes.txt', 'Clear sky.\n')
    place.git('add', 'notes.txt')
    place.git('commit', '-q', '-m', 'notes')
    expect((await place.goaldoc(['render'])).out).toContain(refusal)
  })

  it('overwrites edits of white space, and of parts that the model does not state', async () => {
    const place = await committed()
    place.write('goals/telescopes.yaml', 'title: Point every telescope by one star catalog\ngerrit:\n  topic: one-star-catalog\n')
    commit(place, 'goals: a smaller model')
    byHand(place)
    inModel(place)
    expect((await place.goaldoc(['render'])).code).toBe(0)
    expect(place.read('goals/telescopes.rst')).toContain('Three of the observatories')
    expect(place.read('goals/telescopes.rst')).toContain('\n  star-catalog\n')
  })

  it('pulls twice without a commit', async () => {
    const place = await committed()
    byHand(place)
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    edit(place, 'goals/telescopes.rst', 'Three of the observatories', 'All observatories')
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    expect(place.read('goals/telescopes.yaml')).toContain('All observatories')
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
  })

  it.each(sides)('after `git checkout`, %s is edited from the last commit', async (_, change, args, err) => {
    const place = await committed()
    byHand(place)
    edit(place, 'goals/telescopes.rst', 'Three of the', 'Four of the')
    edit(place, 'goals/telescopes.rst', 'one-star-catalog', 'no-catalog')
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    place.git('checkout', '--', '.')
    change(place)
    expect(await place.goaldoc([...args])).toEqual({ code: 0, out: '', err })
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
    expect(place.git('diff', '--numstat')).toBe('1\t1\tgoals/telescopes.rst\n1\t1\tgoals/telescopes.yaml\n')
  })

  it.each(sides)('after `git checkout`, the same edit of %s counts again', async (_, change, args, err) => {
    const place = await committed()
    change(place)
    await place.goaldoc([...args])
    const edited = place.git('diff')
    for (const _time of [1, 2]) {
      place.git('checkout', '--', '.')
      change(place)
      expect(await place.goaldoc([...args])).toEqual({ code: 0, out: '', err })
      expect(place.git('diff')).toBe(edited)
    }
  })

  it('after `git checkout`, an edit that was pulled before is not overwritten by an edit of the model', async () => {
    const place = await committed()
    byHand(place)
    await place.goaldoc(['pull'])
    place.git('checkout', '--', '.')
    byHand(place)
    inModel(place)
    const ran = await place.goaldoc(['render'])
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining(refusal) })
  })

  it.each([[''], ['\n'], ['The stars are out.\n']])('does not pull the document %j, which has no title', async (text) => {
    const place = await committed()
    const model = place.read('goals/telescopes.yaml')
    place.write('goals/telescopes.rst', text)
    expect(await place.goaldoc(['pull'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot pull goals/telescopes.rst: it has no title, which a model needs. Restore the title; or the whole document, with `goaldoc render --force goals/telescopes.yaml`.\n',
    })
    expect(place.read('goals/telescopes.yaml')).toBe(model)
  })

  it('takes in a team that is renamed, although the model has another answer of it', async () => {
    const place = await committed()
    edit(place, 'goals/telescopes.rst', '\nkepler\n------\n', '\neuclid\n------\n')
    const answer = ['--team', 'kepler', '--completion', 'https://planets.example/done']
    expect(await place.goaldoc(['set', 'goals/telescopes.yaml', ...answer])).toEqual({
      code: 0,
      out: '',
      err: 'goals/telescopes.rst has no section for `kepler`, which only the model has; `goaldoc check` shows the difference\nUpdated goals/telescopes.yaml\n',
    })
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    expect(await place.goaldoc(['render'])).toEqual({ code: 0, out: '', err: 'Updated goals/telescopes.rst\n' })
    const document = place.read('goals/telescopes.rst')
    expect(document).toContain(
      'euclid\n------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n\n* https://planets.example/done\n',
    )
    expect(document).not.toContain('kepler')
  })

  it('leaves the status as the model says, which `status` tells', async () => {
    const place = await committed()
    edit(place, 'goals/telescopes.rst', '\nkepler\n------\n', '\nkepler\n------\n\nStatus: planned\n')
    const said =
      'goals/telescopes.rst says something else about `kepler` than its model, which counts here; `goaldoc check` shows where\n'
    expect((await place.goaldoc(['status'])).err).toContain(said)
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    const pulled = await place.goaldoc(['status'])
    expect(pulled.err).not.toContain('says something else')
    expect(pulled.out).toMatch(/kepler +planned/)
  })

  it('without git: does not overwrite a document that is newer than its model', async () => {
    const place = folder({ 'goals/telescopes.rst': telescopes })
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    byHand(place)
    const minute = (at: number) => new Date(2027, 0, 1, 12, at)
    utimesSync(join(place.path, 'goals/telescopes.yaml'), minute(0), minute(0))
    utimesSync(join(place.path, 'goals/telescopes.rst'), minute(1), minute(1))
    const ran = await place.goaldoc(['render'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain(refusal)
    utimesSync(join(place.path, 'goals/telescopes.yaml'), minute(2), minute(2))
    expect((await place.goaldoc(['render'])).code).toBe(0)
  })
})
