import { describe, expect, it } from 'vitest'
import { folder, telescopes } from './run.ts'

const edit = (team: string, url: string) => (text: string) =>
  text.replace(`${team}\n------\n\nPlanning Artifacts:\n`, `${team}\n------\n\nPlanning Artifacts:\n\n* ${url}\n`)
const kepler = edit('kepler', 'https://planets.example/kepler/plan')
const title = (text: string, to: string) => text.replace('Two of the observatories have begun.', to)

describe('merge', () => {
  const merged = async (base: string, ours: string, theirs: string, ending = 'rst') => {
    const place = folder({ [`base.${ending}`]: base, [`ours.${ending}`]: ours, [`theirs.${ending}`]: theirs })
    const ran = await place.goaldoc([
      'merge',
      `base.${ending}`,
      `ours.${ending}`,
      `theirs.${ending}`,
      `goals/telescopes.${ending}`,
    ])
    return { ...ran, text: place.read(`ours.${ending}`) }
  }

  it('merges edits of different teams, also where git sees a conflict', async () => {
    // Completion of hubble and planning of kepler are neighbouring lines.
    const ours = telescopes.replace(
      'Completion Artifacts:\n\nkepler',
      'Completion Artifacts:\n\n* https://planets.example/hubble/done\n\nkepler',
    )
    const theirs = kepler(telescopes)
    expect(await merged(telescopes, ours, theirs)).toMatchObject({ code: 0, text: kepler(ours) })
  })

  it('merges two entries of one list', async () => {
    const first = telescopes.replace('/hubble/plan\n', '/hubble/plan\n* https://planets.example/hubble/first\n')
    const second = telescopes.replace('/hubble/plan\n', '/hubble/plan\n* https://planets.example/hubble/second\n')
    const ran = await merged(telescopes, first, second)
    expect(ran.code).toBe(0)
    expect(ran.text).toContain('* https://planets.example/hubble/first\n* https://planets.example/hubble/second\n')
  })

  it('marks only the smallest part that conflicts', async () => {
    const ran = await merged(telescopes, kepler(title(telescopes, 'All have begun.')), title(telescopes, 'None has begun.'))
    expect(ran.code).toBe(1)
    expect(ran.text).toBe(kepler(title(telescopes, '<<<<<<< ours\nAll have begun.\n=======\nNone has begun.\n>>>>>>> theirs')))
    expect(ran.err).toContain('goals/telescopes.rst: `current` changed in both')
  })

  it('merges models', async () => {
    const model = 'title: Stars # the title\nteams:\n  - name: hubble\n    planning: []\n  - name: kepler\n    planning: []\n'
    const ours = model.replace('planning: []\n  - name: kepler', 'planning:\n      - https://planets.example/a\n  - name: kepler')
    const theirs = model.replace(/planning: \[\]\n$/, 'planning:\n      - https://planets.example/b\n')
    const ran = await merged(model, ours, theirs, 'yaml')
    expect(ran.code).toBe(0)
    expect(ran.text).toContain('# the title')
    expect(ran.text).toMatch(
      /hubble\n {4}planning:\n {6}- https:\/\/planets.example\/a\n {2}- name: kepler\n {4}planning:\n {6}- https:\/\/planets.example\/b\n/,
    )
    const conflict = await merged(model, model.replace('Stars', 'Suns'), model.replace('Stars', 'Moons'), 'yaml')
    expect(conflict.code).toBe(1)
    expect(conflict.text).toContain('<<<<<<< ours\ntitle: Suns # the title\n=======\ntitle: Moons # the title\n>>>>>>> theirs\n')
  })

  it('merges files that are not goals by lines', async () => {
    expect(await merged('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'txt')).toMatchObject({ code: 0, text: 'A\nb\nC\n' })
  })
})

describe('pull', () => {
  async function committed() {
    const place = folder({ 'goals/telescopes.rst': telescopes })
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    place.write('goals/telescopes.yaml', place.read('goals/telescopes.yaml').replace('teams:\n', '# Ask Edwin.\nteams:\n'))
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-q', '-m', 'goals: telescopes')
    return place
  }

  it('merges a hand edit into the model and keeps its comments', async () => {
    const place = await committed()
    place.write('goals/telescopes.rst', kepler(telescopes))
    expect((await place.goaldoc(['pull', 'goals/telescopes.rst'])).code).toBe(0)
    expect(place.read('goals/telescopes.yaml')).toContain('# Ask Edwin.\nteams:')
    expect(place.read('goals/telescopes.yaml')).toContain('https://planets.example/kepler/plan')
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
  })

  it('is three-way: what the model has changed since stays', async () => {
    const place = await committed()
    place.write(
      'goals/telescopes.yaml',
      place.read('goals/telescopes.yaml').replace('Two of the observatories', 'Three of the observatories'),
    )
    place.write('goals/telescopes.rst', kepler(telescopes))
    place.git('commit', '-q', '-am', 'goals: both sides')
    const ran = await place.goaldoc(['pull'])
    expect(ran.code).toBe(0)
    expect(place.read('goals/telescopes.yaml')).toContain('Three of the observatories')
    expect(place.read('goals/telescopes.yaml')).toContain('https://planets.example/kepler/plan')
    expect((await place.goaldoc(['render'])).code).toBe(0)
    expect(place.read('goals/telescopes.rst')).toBe(kepler(telescopes).replace('Two of', 'Three of'))
  })

  it('reports a conflict and keeps the model', async () => {
    const place = await committed()
    place.write(
      'goals/telescopes.yaml',
      place.read('goals/telescopes.yaml').replace('Two of the observatories have begun', 'All have begun'),
    )
    place.write('goals/telescopes.rst', title(telescopes, 'None has begun.'))
    const ran = await place.goaldoc(['pull', '--base', 'HEAD'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('changed in both')
    expect(place.read('goals/telescopes.yaml')).toContain('All have begun')
  })

  it('says where to edit a TypeScript model', async () => {
    const place = folder({
      'goals/moons.ts':
        "export default {\n  title: 'Map every moon',\n  teams: [{ name: 'galileo', planning: ['https://planets.example/moons'] }],\n}\n",
    })
    await place.goaldoc(['render'])
    place.write('goals/moons.rst', place.read('goals/moons.rst').replace('/moons', '/all-moons'))
    const ran = await place.goaldoc(['pull', 'goals/moons.rst'])
    expect(ran.code).toBe(2)
    expect(ran.out).toContain('goals/moons.ts:3:')
    expect(ran.err).toContain('goaldoc does not edit TypeScript models')
  })

  it('a revision that git does not know is an error in a line', async () => {
    const place = await committed()
    expect(await place.goaldoc(['pull', '--base', 'pluto'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot compare with pluto: git does not know this revision. Fetch it, or name another one.\n',
    })
  })
})
