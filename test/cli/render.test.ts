import { chmodSync, lstatSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, telescopes } from './run.ts'

async function imported() {
  const place = folder({ 'goals/telescopes.rst': telescopes })
  await place.goaldoc(['import', 'goals/telescopes.rst'])
  return place
}

describe('import', () => {
  it('writes a model beside the document, from which the same document comes', async () => {
    const place = folder({ 'goals/telescopes.rst': telescopes })
    const ran = await place.goaldoc(['import', 'goals/telescopes.rst'])
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).toContain('Wrote goals/telescopes.yaml')
    place.write('elsewhere/telescopes.yaml', place.read('goals/telescopes.yaml'))
    expect((await place.goaldoc(['render', '--stdout', 'elsewhere/telescopes.yaml'])).out).toBe(telescopes)
  })

  it('does not overwrite a model without --force', async () => {
    const place = await imported()
    place.write('goals/telescopes.yaml', 'title: Mine\n')
    const refused = await place.goaldoc(['import', 'goals/telescopes.rst'])
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/^Cannot write goals\/telescopes.yaml: it exists\./)
    expect(place.read('goals/telescopes.yaml')).toBe('title: Mine\n')
    expect((await place.goaldoc(['import', '--force', 'goals/telescopes.rst'])).code).toBe(0)
    expect(place.read('goals/telescopes.yaml')).toContain('title: Point every telescope by one star catalog')
  })

  it('takes --stdout, -o and standard input', async () => {
    const place = folder({ 'goals/telescopes.rst': telescopes })
    const printed = await place.goaldoc(['import', '--stdout', 'goals/telescopes.rst'])
    const piped = await place.goaldoc(['import', '-'], { input: telescopes })
    expect(printed.out).toContain('name: hubble')
    expect(piped.out).toBe(printed.out)
    expect(place.has('goals/telescopes.yaml')).toBe(false)
    await place.goaldoc(['import', '-o', 'model.yaml', 'goals/telescopes.rst'])
    expect(place.read('model.yaml')).toBe(printed.out)
  })

  it('skips pages in a folder that are not goals, and prints that', async () => {
    const place = folder({
      'goals/2027/telescopes.rst': telescopes,
      'goals/2027/placeholder.rst': 'No goal was chosen for this cycle.\n',
      'goals/2027/empty.rst': '',
      'goals/index.rst': 'Goals\n=====\n\n.. toctree::\n   :glob:\n\n   2027/*\n',
      'goals/cycles.rst': 'Cycles\n======\n\n.. toctree::\n\n   2027/telescopes\n',
      'goals/template.rst': telescopes,
      'goals/about.rst': 'About goals\n===========\n\nWho writes them.\n\nReferences\n==========\n\n* https://planets.example\n',
    })
    const noSection = 'it has no section that a goal has; name it to import it'
    expect(await place.goaldoc(['import', 'goals'])).toEqual({
      code: 0,
      out: '',
      err: [
        `Skipped goals/2027/empty.rst: ${noSection}`,
        `Skipped goals/2027/placeholder.rst: ${noSection}`,
        'Wrote goals/2027/telescopes.yaml',
        `Skipped goals/about.rst: ${noSection}`,
        'Skipped goals/cycles.rst: it is an index page',
        'Skipped goals/index.rst: it is an index page',
        'Skipped goals/template.rst: it is a template\n',
      ].join('\n'),
    })
    expect((await place.goaldoc(['import', 'goals/about.rst'])).err).toBe('Wrote goals/about.yaml\n')
  })

  it('reports a team that a document contains twice, and writes nothing', async () => {
    const place = folder({ 'goals/telescopes.rst': telescopes.replace('kepler\n------', 'hubble\n------') })
    expect(await place.goaldoc(['import', 'goals'])).toEqual({
      code: 2,
      out: '',
      err: [
        'goals/telescopes.rst:43:1: Duplicate section for `hubble`; the first one is on line 34',
        'Cannot import goals/telescopes.rst: a model can have each team only once. Combine the sections of the team, then import again.\n',
      ].join('\n'),
    })
    expect(place.has('goals/telescopes.yaml')).toBe(false)
  })

  it('writes a model that check accepts of a document with one section twice', async () => {
    const place = folder({
      'goals/telescopes.rst': telescopes.replace(
        'Project Teams\n===',
        'References\n==========\n\n* https://planets.example/atlas\n\nProject Teams\n===',
      ),
    })
    await place.goaldoc(['import', 'goals'])
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
    expect(await place.goaldoc(['check', '--rule', 'drift/*'])).toMatchObject({ code: 0 })
  })

  it('states no status that follows from the artifacts, also after a pull', async () => {
    const place = folder({
      'goals/telescopes.rst': telescopes
        .replace(/\* https:.*plan\n/, '* None\n')
        .replace('Artifacts:\n\nkepler', 'Artifacts:\n\n* N/A\n\nkepler'),
    })
    await place.goaldoc(['import', 'goals/telescopes.rst'])
    expect(place.read('goals/telescopes.yaml')).not.toContain('status')
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
    place.write(
      'goals/telescopes.rst',
      place
        .read('goals/telescopes.rst')
        .replace(/Planning Artifacts:\n\nCompletion/, 'Planning Artifacts:\n\n* None\n\nCompletion'),
    )
    expect((await place.goaldoc(['pull'])).code).toBe(0)
    expect(place.read('goals/telescopes.yaml').match(/- None/g)).toHaveLength(2)
    expect(place.read('goals/telescopes.yaml')).not.toContain('status')
    expect((await place.goaldoc(['check', '--rule', 'drift/*'])).code).toBe(0)
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
  })

  it('lists the parts that are kept as text', async () => {
    const place = folder({
      'goals/telescopes.rst': telescopes.replace(
        'Project Teams\n=====',
        'Night Shifts\n============\n\nWho stays awake.\n\nProject Teams\n=====',
      ),
    })
    const ran = await place.goaldoc(['import', 'goals/telescopes.rst'])
    expect(ran.err).toMatch(/goals\/telescopes\.rst:\d+:1: .*Night Shifts/)
  })
})

describe('render', () => {
  it('reports Markdown that a document cannot express at its place in the model, and writes nothing', async () => {
    const place = folder({
      'goals/mars.yaml': 'title: Mars\nsummary:\n  markdown: |\n    It is red.\n\n    It is ~~near~~ far.\n',
    })
    const ran = await place.goaldoc(['render', 'goals/mars.yaml'])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(
      /^goals\/mars\.yaml:6:11 error model\/unwritable\n {2}reStructuredText has no strikethrough; say it in words\n/,
    )
    expect(place.has('goals/mars.rst')).toBe(false)
  })

  it('does not change a document that matches its model', async () => {
    const place = await imported()
    const before = statSync(join(place.path, 'goals/telescopes.rst')).mtimeMs
    expect(await place.goaldoc(['render'])).toEqual({ code: 0, out: '', err: '' })
    expect(statSync(join(place.path, 'goals/telescopes.rst')).mtimeMs).toBe(before)
  })

  it('--check shows the difference and the command that repairs it, and writes nothing', async () => {
    const place = await imported()
    place.write('goals/telescopes.yaml', place.read('goals/telescopes.yaml').replace('/hubble/plan', '/hubble/better-plan'))
    const checked = await place.goaldoc(['render', '--check'])
    expect(checked.code).toBe(1)
    expect(checked.out).toContain('-* https://planets.example/hubble/plan\n+* https://planets.example/hubble/better-plan\n')
    expect(checked.out).toContain('goaldoc render goals/telescopes.yaml')
    expect(place.read('goals/telescopes.rst')).toBe(telescopes)
    expect((await place.goaldoc(['render', 'goals/telescopes.yaml'])).code).toBe(0)
    expect(place.read('goals/telescopes.rst')).toBe(telescopes.replace('/hubble/plan', '/hubble/better-plan'))
    expect((await place.goaldoc(['render', '--check'])).code).toBe(0)
  })

  it('creates a missing document', async () => {
    const place = folder({ 'goals/comets.yaml': 'title: Name every comet\nsummary: One name each.\n' })
    const ran = await place.goaldoc(['render'])
    expect(ran.err).toBe('Wrote goals/comets.rst\n')
    expect(place.read('goals/comets.rst')).toContain(' Name every comet\n')
  })

  it('keeps mode, byte-order mark, line endings and symbolic links', async () => {
    const place = await imported()
    const windows = `\uFEFF${telescopes.replaceAll('\n', '\r\n')}`
    place.write('store/telescopes.rst', windows)
    chmodSync(join(place.path, 'store/telescopes.rst'), 0o640)
    place.write('goals/linked.yaml', place.read('goals/telescopes.yaml').replace('/hubble/plan', '/hubble/other'))
    symlinkSync('../store/telescopes.rst', join(place.path, 'goals/linked.rst'))
    expect((await place.goaldoc(['render', 'goals/linked.yaml'])).code).toBe(0)
    expect(place.read('store/telescopes.rst')).toBe(windows.replace('/hubble/plan', '/hubble/other'))
    expect(lstatSync(join(place.path, 'goals/linked.rst')).isSymbolicLink()).toBe(true)
    expect(statSync(join(place.path, 'store/telescopes.rst')).mode & 0o777).toBe(0o640)
  })

  it('refuses a file that is not UTF-8, because writing would lose bytes', async () => {
    const place = await imported()
    place.write('goals/telescopes.rst', Buffer.concat([Buffer.from('Mars\n====\n\nOlympus '), Buffer.from([0xe9, 0x0a])]))
    const ran = await place.goaldoc(['render'])
    expect(ran.code).toBe(2)
    expect(ran.err).toBe('Cannot read goals/telescopes.rst: line 4 is not UTF-8 (byte 0xe9). Save it as UTF-8.\n')
  })

  it('reports every error in a model, without a stack trace', async () => {
    const place = folder({
      'goals/comets.yaml':
        'titel: Name every comet\nsummary: One\nsummary: Two\nteams:\n  - name: hubble\n    planning: soon\n  - name: kepler\n  - name: kepler\n',
    })
    const ran = await place.goaldoc(['render'])
    expect(ran.code).toBe(2)
    for (const place_ of [':1:1 ', ':3:1 ', ':6:15 ', ':8:11 ']) expect(ran.err).toContain(`goals/comets.yaml${place_}`)
    expect(ran.err).toContain('did you mean `title`?')
    expect(ran.err).not.toMatch(/^\s+at /m)
  })

  it('loads TypeScript models', async () => {
    const place = folder({
      'goals/moons.ts':
        "import { defineGoal } from 'goaldoc'\n\nexport default defineGoal({ title: 'Map every moon', teams: [{ name: 'galileo', planning: ['https://planets.example/moons'] }] })\n",
    })
    expect(await place.goaldoc(['render'])).toMatchObject({ code: 0 })
    expect(place.read('goals/moons.rst')).toContain('* https://planets.example/moons')
    place.write('goals/broken.ts', "export default { title: 'Rings', taems: [] }\n")
    const ran = await place.goaldoc(['render', 'goals/broken.ts'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('goals/broken.ts:1:34 ')
    place.write('goals/thrown.ts', "throw new Error('no orbit')\n")
    expect((await place.goaldoc(['render', 'goals/thrown.ts'])).err).toContain('Cannot load goals/thrown.ts: no orbit.')
  })

  it('does not overwrite a hand edit for a hook', async () => {
    const place = await imported()
    const edited = telescopes.replace(
      'kepler\n------\n\nPlanning Artifacts:\n',
      'kepler\n------\n\nPlanning Artifacts:\n\n* https://planets.example/kepler\n',
    )
    place.write('goals/telescopes.rst', edited)
    const ran = await place.goaldoc(['render', '--hook', 'goals/telescopes.rst'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('goaldoc pull goals/telescopes.rst')
    expect(place.read('goals/telescopes.rst')).toBe(edited)
    expect((await place.goaldoc(['render', '--hook', 'goals/telescopes.yaml'])).code).toBe(0)
    expect(place.read('goals/telescopes.rst')).toBe(telescopes)
  })

  it('uses a profile of the project', async () => {
    const place = folder({
      'goaldoc.config.yaml': 'profiles: profiles\noverrides:\n  - files: [goals/**]\n    profile: night\n',
      'profiles/night/profile.yaml':
        "name: night\ndescription: Goals of the night shift\nadornments: ['overlined #', '~', '^']\nsections:\n  - {key: gerrit, title: Where to Look}\n",
      'profiles/night/document.hbs': '{{heading}}\n\n.. night shift\n\n{{summary}}\n\n{{#each sections}}\n{{this}}\n\n{{/each}}',
      'goals/stars.yaml': 'title: Count the stars\nsummary: All of them.\n',
    })
    expect(await place.goaldoc(['render'])).toMatchObject({ code: 0 })
    expect(place.read('goals/stars.rst')).toContain('.. night shift\n\nAll of them.')
    place.write('goals/other.yaml', 'profile: nihgt\ntitle: Other\n')
    expect((await place.goaldoc(['render', 'goals/other.yaml'])).err).toMatch(
      /^goals\/other\.yaml:1:10 error model\/value\n {2}Unknown profile `nihgt`; did you mean `night`\?\n/,
    )
  })
})
