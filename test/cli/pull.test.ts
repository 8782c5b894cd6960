/** `pull`: what it takes, what it leaves, and what it refuses. */
import { describe, expect, it } from 'vitest'
import { commit, committed, edit, rendered } from './committed.ts'
import { folder, telescopes } from './run.ts'

describe('pull keeps what it does not touch', () => {
  it('comments and quotes in a group that the document does not show', async () => {
    const place = await rendered(
      'title: Orbit\ncriteria:\n  - items:\n      - One.     # stays\n      - "Two."   # why\n      - \'Three.\'\n',
    )
    edit(place, 'goals/orbit.rst', 'Two.', 'Two moons.')
    expect(await place.goaldoc(['pull'])).toEqual({ code: 0, out: '', err: 'Updated goals/orbit.yaml\n' })
    expect(place.read('goals/orbit.yaml')).toBe(
      'title: Orbit\ncriteria:\n  - items:\n      - One.     # stays\n      - "Two moons."   # why\n      - \'Three.\'\n',
    )
    commit(place, 'goals: orbit, pulled')
    edit(place, 'goals/orbit.rst', '#. Three.', '#. Two rings.\n#. Three.\n#. Four.')
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    expect(place.read('goals/orbit.yaml')).toBe(
      'title: Orbit\ncriteria:\n  - items:\n      - One.     # stays\n      - "Two moons."   # why\n      - Two rings.\n      - \'Three.\'\n      - Four.\n',
    )
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
  })

  it('the profile of the model, and Markdown elsewhere', async () => {
    const place = await rendered(
      'profile: checklist\ntitle: Orbit\nsummary:\n  markdown: |\n    Around *the* sun.\ncriteria:\n  - One.\n',
    )
    edit(place, 'goals/orbit.rst', 'One.', 'One moon.')
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    expect(place.read('goals/orbit.yaml')).toBe(
      'profile: checklist\ntitle: Orbit\nsummary:\n  markdown: |\n    Around *the* sun.\ncriteria:\n  - One moon.\n',
    )
  })
})

describe('pull follows git mv', () => {
  it.each([
    ['that was committed', true],
    ['that was not committed yet', false],
  ])('%s', async (_, isCommitted) => {
    const place = await committed()
    place.git('mv', 'goals/telescopes.rst', 'goals/catalog.rst')
    place.git('mv', 'goals/telescopes.yaml', 'goals/catalog.yaml')
    if (isCommitted) commit(place, 'goals: another name')
    edit(place, 'goals/catalog.yaml', 'Two of the observatories', 'Three of the observatories')
    edit(place, 'goals/catalog.rst', 'One catalog for all', 'One catalog for everybody')
    expect(await place.goaldoc(['pull'])).toEqual({ code: 0, out: '', err: 'Updated goals/catalog.yaml\n' })
    expect(place.read('goals/catalog.yaml')).toContain('Three of the observatories')
    expect(place.read('goals/catalog.yaml')).toContain('One catalog for everybody')
  })

  it('to the commit before it, in which both last agreed', async () => {
    const place = await committed()
    edit(place, 'goals/telescopes.rst', 'One catalog for all', 'One catalog for everybody')
    commit(place, 'goals: by hand')
    place.git('mv', 'goals/telescopes.rst', 'goals/catalog.rst')
    place.git('mv', 'goals/telescopes.yaml', 'goals/catalog.yaml')
    edit(place, 'goals/catalog.yaml', 'Two of the observatories', 'Three of the observatories')
    commit(place, 'goals: another name')
    expect(await place.goaldoc(['pull'])).toEqual({ code: 0, out: '', err: 'Updated goals/catalog.yaml\n' })
    expect(place.read('goals/catalog.yaml')).toContain('Three of the observatories')
    expect(place.read('goals/catalog.yaml')).toContain('One catalog for everybody')
    expect((await place.goaldoc(['pull', '--base', 'HEAD~2'])).code).toBe(0)
  })
})

describe('pull refuses', () => {
  const three = `${telescopes}\nspitzer\n-------\n\nPlanning Artifacts:\n\n* https://planets.example/spitzer\n\nCompletion Artifacts:\n`
  const refused: [name: string, from: string, to: string, said: string][] = [
    [
      'a document with an error on a changed line',
      'Two of the observatories have begun.',
      'Two of the ``observatories have begun.',
      'goals/telescopes.rst:29:12: ',
    ],
    [
      'conflict markers',
      '* https://planets.example/hubble/plan\n',
      '<<<<<<< HEAD\n* https://planets.example/hubble/plan\n=======\n* https://planets.example/hubble\n>>>>>>> night\n',
      'goals/telescopes.rst:39:1: Conflict marker of a merge; resolve the conflict and remove the markers',
    ],
    [
      'a team whose title lost its underline',
      'kepler\n------\n',
      'kepler\n',
      'goals/telescopes.rst:43:1: `kepler` is not a title here; underline it like the titles of the other teams',
    ],
    [
      'a team whose title is gone and whose text is not',
      'kepler\n------\n\n',
      '',
      'goals/telescopes.rst:43:1: The title of `kepler` is missing, so its text becomes part of `hubble`; restore the title, or remove the whole section',
    ],
    [
      'the first team, swallowed by the introduction',
      'hubble\n------\n\n',
      '',
      'goals/telescopes.rst:34:1: The title of `hubble` is missing, so its text becomes part of the introduction; restore the title, or remove the whole section',
    ],
    [
      'a team that is there twice',
      'spitzer\n-------',
      'hubble\n------',
      'goals/telescopes.rst:50:1: Duplicate section of the team `hubble`',
    ],
  ]
  it.each(refused)('%s', async (_, from, to, said) => {
    const place = await committed(three)
    const model = place.read('goals/telescopes.yaml')
    edit(place, 'goals/telescopes.rst', from, to)
    const ran = await place.goaldoc(['pull'])
    // What is said of the error is the rule's own.
    expect(ran.err.split('\n').find((line) => line.startsWith(said))).toMatch(
      said.endsWith(' ') ? /literal/ : new RegExp(`^.{${said.length}}$`),
    )
    expect(ran.err).toMatch(
      /^Cannot pull goals\/telescopes\.rst: the edit left (?:an error|\d errors), so goaldoc may misread it\. Fix the document, then pull again\.$/m,
    )
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(place.read('goals/telescopes.yaml')).toBe(model)
  })

  it('a team that only the model has, where git cannot say that it was removed', async () => {
    const place = folder({ 'goals/telescopes.rst': three })
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    const model = place.read('goals/telescopes.yaml')
    place.write('goals/telescopes.rst', telescopes)
    const ran = await place.goaldoc(['pull'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(
      'The team `spitzer` is in the model but not in the document, and no version of the document in git has it\n',
    )
    expect(place.read('goals/telescopes.yaml')).toBe(model)
  })

  it('one of two documents, but pulls the other one', async () => {
    const place = await committed()
    place.write('goals/comets.rst', telescopes)
    await place.goaldoc(['import', 'goals/comets.rst'])
    commit(place, 'goals: comets')
    edit(place, 'goals/comets.rst', 'Two of the', 'Three of the ``moons')
    edit(place, 'goals/telescopes.rst', 'Two of the', 'Three of the')
    expect((await place.goaldoc(['pull'])).code).toBe(2)
    expect(place.read('goals/comets.yaml')).toContain('Two of the')
    expect(place.read('goals/telescopes.yaml')).toContain('Three of the')
  })

  it('neither an error that existed before, nor a removed or renamed team', async () => {
    const place = await committed(three.replace('Two of the', 'Two of the ``moons'))
    edit(place, 'goals/telescopes.rst', three.slice(three.indexOf('kepler\n'), three.indexOf('spitzer\n')), '')
    edit(place, 'goals/telescopes.rst', 'spitzer\n-------', 'webb\n----')
    expect(await place.goaldoc(['pull'])).toEqual({ code: 0, out: '', err: 'Updated goals/telescopes.yaml\n' })
    expect(place.read('goals/telescopes.yaml').match(/^ {2}- name: .*/gm)).toEqual(['  - name: hubble', '  - name: webb'])
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
  })
})
