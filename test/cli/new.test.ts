/** `goaldoc new`: on a pseudo-terminal, and without one. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, projects } from './run.ts'

const section = (title: string, text: string) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`
const template = `${'*'.repeat(14)}\n Name of a goal\n${'*'.repeat(14)}\n\nTell the observers what it is.\n\n${[
  section('Champion', 'Name the person who drives it.'),
  section('Gerrit Topic', 'All changes carry the topic::\n\n  <topic>'),
  section('Completion Criteria', '#. Say when it is done.'),
  section('Night Sky', 'Describe how the sky looks afterwards.'),
  section('Spare Parts (optional)', 'Count them.'),
].join('\n')}`
const repository = (files: Record<string, string> = {}) => {
  const place = folder({ 'goals/template.rst': template.replaceAll('*'.repeat(14), '*'.repeat(16)), ...files })
  place.git('init', '-q')
  return place
}

/** Runs `goaldoc new dome-clocks` on a pseudo-terminal. */
function onTerminal(place: ReturnType<typeof repository>, answers: readonly string[]): { shown: string; code: number | null } {
  place.write('answers.json', JSON.stringify(answers))
  const root = join(import.meta.dirname, '../..')
  const jiti = join(root, 'node_modules/jiti/lib/jiti-register.mjs')
  const command = ['node', '--import', jiti, join(root, 'src/cli/bin.ts'), 'new', 'dome-clocks']
  const script = join(import.meta.dirname, 'terminal.py')
  const { stdout, status } = spawnSync('python3', [script, 'answers.json', ...command], { cwd: place.path, encoding: 'utf8' })
  return { shown: stdout, code: status }
}

test('asks the questions of the template in a terminal, and writes a document that check accepts', async () => {
  const place = repository()
  expect((await place.goaldoc(['init', '--yes'])).code).toBe(0)
  const answers = [
    'One clock for every dome',
    'Domes drift apart without it.',
    'Vera Rubin (vrubin)',
    'dome-clocks',
    'Every dome reads the clock; The old clocks are gone',
    'Darker than before.',
  ]
  const { shown } = onTerminal(place, answers)
  expect(shown).toContain('Describe how the sky looks afterwards.')
  expect(place.read('goals/proposed/dome-clocks.yaml')).toBe(`# yaml-language-server: $schema=../../.goaldoc/goal.schema.json
---
profile: goals/template.rst
title: One clock for every dome
summary: Domes drift apart without it.
champions:
  people:
    - name: Vera Rubin
      nick: vrubin
gerrit:
  topic: dome-clocks
criteria:
  - Every dome reads the clock
  - The old clocks are gone
night-sky: Darker than before.
`)
  expect(place.has('.goaldoc/goal.schema.json')).toBe(true)
  expect(await place.goaldoc(['check', 'goals/proposed/dome-clocks.yaml'])).toMatchObject({ code: 0, out: '' })
}, 60_000)

test.each([
  [
    'a text that docutils would reject',
    ['Read ``it', 'Vera Rubin (vrubin)', 'dome-clocks', 'Done', "Dark, isn't it"],
    "'Read ``it' --champion 'Vera Rubin (vrubin)' --topic dome-clocks --answer criteria=Done --answer 'night-sky=Dark, isn'\\''t it'",
  ],
  ['Control-C', ['Read it', 'Vera Rubin (vrubin)', '\u0003'], "'Read it' --champion 'Vera Rubin (vrubin)'"],
])(
  'the answers are not lost by %s',
  (_, answers, options) => {
    const place = repository()
    const { shown, code } = onTerminal(place, ['One clock', ...answers])
    expect(code).toBe(2)
    const again = shown.replaceAll('\r', '').split('To continue with your answers: ')[1]!.split('\n')[0]
    expect(again).toBe(`goaldoc new dome-clocks --title 'One clock' --summary ${options}`)
    expect(place.has('goals/proposed/dome-clocks.yaml')).toBe(false)
  },
  60_000,
)

test('missing answers become placeholders, which lint reports', async () => {
  const place = repository({ 'reference/projects.yaml': projects })
  const { code, err } = await place.goaldoc(['new', 'lamps', '--yes', '--profile', 'team-artifacts', '--cycle', '2031.1'])
  expect({ code, err }).toEqual({
    code: 0,
    err: 'Wrote goals/2031.1/lamps.yaml and goals/2031.1/lamps.rst. 4 places are marked TODO. To see what is still missing: goaldoc check goals/2031.1/lamps.yaml\n',
  })
  const document = place.read('goals/2031.1/lamps.rst')
  for (const team of ['hubble', 'kepler']) expect(document).toContain(`${team}\n------\n\nPlanning Artifacts:\n`)
  const { out } = await place.goaldoc(['lint', 'goals/2031.1', '--rule', 'goal/placeholder', '--format', 'json'])
  expect(JSON.parse(out).files[0].diagnostics).toHaveLength(4)
})

test('fails without a terminal instead of asking, and overwrites nothing', async () => {
  const place = repository({ 'goals/proposed/lamps.rst': 'Lamps\n=====\n' })
  expect(await place.goaldoc(['new', 'clocks'])).toMatchObject({
    code: 2,
    err: 'Cannot ask for the goal: there is no terminal. Pass --yes, and the answers as options.\n',
  })
  expect(await place.goaldoc(['new', 'lamps', '--yes'])).toMatchObject({
    code: 2,
    err: 'Cannot make goals/proposed/lamps.rst: it exists. Choose another name.\n',
  })
  expect(place.has('goals/proposed/lamps.yaml')).toBe(false)
})

test.each([
  'Vera Rubin',
  'rubin',
  'rubin <v@planets.example>',
  '(vrubin)',
  'Vera Rubin, rubin',
  'https://planets.example/vera',
  'V (vrubin)',
])('the champion `%s` stands in the document', async (champion) => {
  const place = repository({})
  expect(await place.goaldoc(['new', 'lamps', '--yes', '--profile', 'checklist', '--champion', champion])).toMatchObject({
    code: 0,
  })
  const name = /[\w:/.]+/.exec(champion)![0]
  expect(place.read('goals/proposed/lamps.rst')).toContain(name)
  expect(place.read('goals/proposed/lamps.yaml')).toContain(name)
})
