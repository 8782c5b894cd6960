/** A goal is judged by the template of the day on which it was added, and by no later one. */
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Folder, folder } from './run.ts'

const template = (...sections: string[]) =>
  `Name of the goal\n================\n\nSay what the goal is.\n\n${sections.map((title) => `${title}\n${'-'.repeat(title.length)}\n\nWrite about it.\n`).join('\n')}`
const goal = (title: string, ...sections: string[]) =>
  `${title}\n${'='.repeat(title.length)}\n\nEvery dome gets one.\n\n${sections.map((name) => `${name}\n${'-'.repeat(name.length)}\n\nNo dome has one of *${name}*.\n`).join('\n')}`
const old = ['Scope', 'Observers', 'Instruments']
const young = [...old, 'Weather', 'Cost']

function repository(): Folder {
  const place = folder({ 'goals/early.rst': goal('Early', ...old) })
  const commit = (message: string) => {
    place.git('add', '-A')
    place.git('commit', '-q', '-m', message)
  }
  place.git('init', '-q')
  commit('A goal without a template')
  place.write('goals/notes.rst', goal('Notes', 'Minutes'))
  commit('A page')
  place.write('goals/template.rst', template(...old))
  commit('The first template')
  place.write('goals/proposed/clocks.rst', goal('Clocks', ...old))
  commit('A goal by the first template')
  place.write('goals/template.rst', template(...young))
  place.write('goals/lamps.rst', goal('Lamps', ...old))
  commit('The second template, and a goal that does not follow it')
  place.git('mv', 'goals/proposed/clocks.rst', 'goals/clocks.rst')
  commit('A move')
  return place
}

async function missing(place: Folder, ...args: string[]): Promise<string[]> {
  const { out } = await place.goaldoc(['lint', '--rule', 'goal/missing-section', '--format', 'json', ...args])
  return JSON.parse(out).files.flatMap((file: { path: string; diagnostics: { data: { expected: string } }[] }) =>
    file.diagnostics.map(({ data }) => `${file.path} ${data.expected}`),
  )
}

test('a goal is compared with the template of the day on which it was added', async () => {
  const place = repository()
  const wanted = ['goals/lamps.rst Cost', 'goals/lamps.rst Weather']
  expect(await missing(place, 'goals')).toEqual(wanted)
  place.write('goals/new.rst', goal('New', ...young.slice(1)))
  expect(await missing(place, 'goals')).toEqual([...wanted, 'goals/new.rst Scope'])
  expect(await missing(place, 'goals/clocks.rst')).toEqual([])
  place.write('goals/clocks.rst', goal('Clocks', 'Scope', 'Observers'))
  place.git('commit', '-q', '-a', '-m', 'A section less')
  expect(await missing(place, 'goals/clocks.rst')).toEqual(['goals/clocks.rst Instruments'])
})

test('in a shallow clone, the profile of a goal is detected from its sections', async () => {
  const place = repository()
  const copy = folder()
  copy.git('clone', '-q', '--depth', '1', `file://${place.path}`, 'copy')
  expect(await missing(copy, 'copy/goals')).toEqual([])
})

test('if git has lost the template, the profile of a goal is detected from its sections', async () => {
  const place = repository()
  const blob = place.git('rev-parse', 'HEAD:goals/template.rst').trim()
  rmSync(`${place.path}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`)
  expect(await missing(place, 'goals/lamps.rst')).toEqual([])
})

const naming = { 'goaldoc.config.yaml': 'profile: goals/template.rst\n' }

test.each([
  ['the configuration', naming, []],
  ['the model', { 'goals/clocks.yaml': 'profile: goals/template.rst\ntitle: Clocks\n' }, ['check']],
])('a template that %s names is the one of the day on which the goal was added', async (_, files, [command = 'lint']) => {
  const place = repository()
  for (const [path, text] of Object.entries(files)) place.write(path, text)
  const rule = ['--rule', 'goal/missing-section', '--format', 'compact']
  expect(await place.goaldoc([command, ...rule, 'goals/clocks.rst'])).toMatchObject({
    code: 0,
    out: '',
    err: expect.not.stringContaining('git does not know'),
  })
})

test('a model may use the keys of the template of that day', async () => {
  const place = repository()
  place.write('goals/template.rst', template('Weather', 'Cost'))
  place.write('goals/clocks.yaml', 'profile: goals/template.rst\ntitle: Clocks\nscope: No dome has one of *Scope*.\n')
  expect(await place.goaldoc(['render', '--check', 'goals/clocks.yaml'])).toMatchObject({ code: 0, err: '' })
  place.write('goals/clocks.yaml', 'profile: goals/template.rst\ntitle: Clocks\nweather: Clouds.\n')
  expect((await place.goaldoc(['render', '--check', 'goals/clocks.yaml'])).code).toBe(2)
})

test('if git does not know that day, a warning says that the current template is used', async () => {
  const place = repository()
  const copy = folder(naming)
  copy.git('clone', '-q', '--depth', '1', `file://${place.path}`, 'copy')
  copy.write('copy/goaldoc.config.yaml', naming['goaldoc.config.yaml'])
  const { code, err } = await copy.goaldoc(['lint', '--rule', 'goal/missing-section', '--format', 'compact', 'copy/goals'])
  expect(code).toBe(1)
  expect(err).toContain(
    'git does not know how goals/template.rst was when 4 documents were added; they are judged by the template of today\n',
  )
  place.write('goaldoc.config.yaml', naming['goaldoc.config.yaml'])
  place.write('goals/new.rst', goal('New', ...young))
  expect(await place.goaldoc(['lint', '--rule', 'goal/missing-section', 'goals/new.rst'])).toMatchObject({
    code: 0,
    err: expect.not.stringContaining('git does not know'),
  })
})

test.each([
  ['profile: chekclist\n', '1:1  Unknown profile `chekclist`; did you mean `checklist`?'],
  ['overrides:\n  - files: [goals/**]\n    profile: planets\n', '3:5  Unknown profile `planets`; it is one of `team-artifacts`,'],
  ['profile: goals/tmplate.rst\n', '1:1  Unknown profile `goals/tmplate.rst`; there is no such template'],
])('a profile that does not exist is an error at its place in the configuration', async (text, message) => {
  const place = folder({ 'goals/clocks.rst': goal('Clocks', ...old), 'goaldoc.config.yaml': text })
  const { code, err } = await place.goaldoc(['lint', 'goals/clocks.rst'])
  expect(code).toBe(2)
  expect(err).toContain(`Cannot use goaldoc.config.yaml: it has an error.\ngoaldoc.config.yaml:${message}`)
})
