/** A document that is too large to be checked is not read by other commands either. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commandKinds } from '../../scripts/hostile/commands.ts'
import { folder, projects, telescopes } from './run.ts'

const large = `${telescopes}${'\n'.repeat(20_000)}`
const excess = `:1: not read: ${large.split('\n').length - 1} lines are too many; at most 20000 are read\n`
const domes = 'goals/selected/domes.rst'

test('a document that is too large is an error, and the others are read', async () => {
  const place = folder({
    'goals/selected/domes.rst': telescopes,
    'goals/selected/moons.rst': large,
    'reference/projects.yaml': projects,
  })
  const { code, out, err } = await place.goaldoc(['status', '--format', 'json'])
  expect({ code, err, paths: JSON.parse(out).goals.map(({ path }: { path: string }) => path) }).toEqual({
    code: 2,
    err: `goals/selected/moons.rst${excess}`,
    paths: ['goals/selected/domes.rst'],
  })
})

test.each(['import', 'tree'])('%s refuses standard input that is too large', async (command) => {
  expect(await folder().goaldoc([command, '-'], { input: large })).toEqual({ code: 2, out: '', err: `<stdin>${excess}` })
})

test('teams sync refuses a model that would be too large by its name', async () => {
  const name = 'goals/selected/moons.yaml'
  const teams = Array.from({ length: 12_000 }, (_, index) => `${'moon'.repeat(8)}${index}`)
  const model = 'title: Moons\nteams:\n- name: io\n'
  const place = folder({ [name]: model, 'reference/projects.yaml': teams.map((team) => `${team}: {}\n`).join('') })
  const { code, err } = await place.goaldoc(['teams', 'sync'])
  expect([code, err.replace(/\d{6}/, 'N')]).toEqual([
    2,
    `Cannot write teams in ${name}: The model would be too large: at least N characters are too many; at most 500000 are read. Change the value\n`,
  ])
  expect(place.read(name)).toBe(model)
})

test('diff refuses a model that is too large', async () => {
  const name = 'goals/selected/moons.yaml'
  const place = folder({ [domes]: telescopes, [name]: 'title: Moons\n' })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Moons')
  place.write(name, `title: Moons\n${'#\n'.repeat(250_000)}`)
  expect(await place.goaldoc(['diff', 'HEAD'])).toEqual({
    code: 2,
    out: '',
    err: `${name}:1: not read: 500013 characters are too many; at most 500000 are read\n`,
  })
})

test('no command fails on hostile files', async () => {
  for (const { name, prepare } of commandKinds) {
    const failed = await Promise.all([prepare(1000)].flat().map((work) => work())).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect([name, failed]).toEqual([name, undefined])
  }
})

test.each<[string, Record<string, string>, string[], string]>([
  ['import', { [domes]: large }, ['import', domes], domes],
  ['import of a folder', { [domes]: large }, ['import', 'goals'], domes],
  ['tree', { [domes]: large }, ['tree', domes], domes],
  ['pull', { [domes]: large, 'goals/selected/domes.yaml': 'title: Domes\n' }, ['pull', domes], domes],
  ['new', { 'goals/template.rst': large }, ['new', 'moons', '--yes', '--profile', 'goals/template.rst'], 'goals/template.rst'],
])('%s refuses a document that is too large, and writes nothing', async (_, files, args, refused) => {
  const place = folder(files)
  const before = readdirSync(place.path, { recursive: true })
  expect(await place.goaldoc(args)).toEqual({ code: 2, out: '', err: `${refused}${excess}` })
  expect(readdirSync(place.path, { recursive: true })).toEqual(before)
})

test.each<[string, string, string]>([
  ['before', large, telescopes],
  ['after', telescopes, large],
])('diff refuses a document that was too large %s, and compares the others', async (_, then, now) => {
  const other = 'goals/selected/quiet.rst'
  const place = folder({ [domes]: then, [other]: telescopes })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Domes')
  place.write(domes, now)
  place.write(other, telescopes.replace('hubble\n------', 'humble\n------'))
  const { code, out, err } = await place.goaldoc(['diff', 'HEAD', '--format', 'json'])
  expect({ code, err, paths: JSON.parse(out).goals.map(({ path }: { path: string }) => path) }).toEqual({
    code: 2,
    err: `${domes}${excess}`,
    paths: [other],
  })
  expect(await place.goaldoc(['diff', 'HEAD', domes])).toEqual({ code: 2, out: '', err: `${domes}${excess}` })
  const since = await place.goaldoc(['report', '--since', 'HEAD'])
  expect({ code: since.code, err: since.err }).toEqual({ code: 2, err: `${domes}${excess}` })
})

test('pull refuses a base in which the document was too large', async () => {
  const place = folder({ [domes]: large, 'goals/selected/domes.yaml': 'title: Domes\n' })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Domes')
  place.write(domes, telescopes)
  expect(await place.goaldoc(['pull', '--base', 'HEAD', domes])).toEqual({
    code: 2,
    out: '',
    err: `Cannot use HEAD as the base: ${domes} is not read in it, because ${excess.slice(':1: not read: '.length, -1)}. Name another revision.\n`,
  })
})

test.each([
  ['long', '{{heading}}\n'.repeat(2000), '24000 characters are too many; at most 20000 are read'],
  ['nested', `${'{{#each @root}}'.repeat(4)}${'{{/each}}'.repeat(4)}`, 'Too many loops in loops; at most 3 levels'],
])('a template that is too %s is an error', async (_, text, reason) => {
  const place = folder({
    [domes]: telescopes,
    'goaldoc.config.yaml': 'profiles: templates\nprofile: own\n',
    'templates/own/profile.yaml': 'name: own\n',
    'templates/own/team.hbs': text,
  })
  const { code, out, err } = await place.goaldoc(['lint', domes])
  expect({ code, out, isNamed: err.startsWith('Cannot use templates/own/team.hbs: ') && err.includes(reason) }).toEqual({
    code: 2,
    out: '',
    isNamed: true,
  })
})

test('a commit for each team of a large goal is refused', async () => {
  const sections = Array.from(
    { length: 900 },
    (_, i) => `mars${String(i).padStart(6, '0')}\n----------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n`,
  )
  const place = folder({
    [domes]: telescopes.replace(/hubble\n------[\s\S]*/, sections.join('\n')),
    'reference/projects.yaml': projects,
  })
  const { code, err } = await place.goaldoc(['set', 'domes', '--all-unanswered', '--status', 'done', '--commit=each'])
  expect({ code, err }).toEqual({
    code: 2,
    err: `Cannot make 900 commits: ${domes} is too large to be read again for each. Name fewer teams, or make one commit for all.\n`,
  })
})
