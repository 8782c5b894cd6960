/** What commands say when they have done their work, or had none: the last words, and the files that they leave. */
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readGoal } from '../../src/document/index.ts'
import { stringifyModel } from '../../src/goal/index.ts'
import { rules } from '../../src/lint/index.ts'
import { folder, projects, telescopes } from './run.ts'

const document = 'goals/one-star-catalog.rst'
const model = 'goals/one-star-catalog.yaml'
const yaml = stringifyModel(readGoal(telescopes).goal)
const clean = { [document]: telescopes, 'reference/projects.yaml': projects }
const glued = telescopes.replace(
  '* https://planets.example/catalog',
  'The stars:\n* https://planets.example/catalog\n* https://planets.example/names',
)

describe('import', () => {
  test('prints the model of standard input, and writes nothing', async () => {
    const place = folder({})
    const { code, out, err } = await place.goaldoc(['import', '-'], { input: telescopes })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(parse(out)).toEqual(readGoal(telescopes).goal)
    expect(place.has('-.yaml')).toBe(false)
  })

  test('writes to the file that was named, and reads by the profile that was named', async () => {
    const place = folder(clean)
    expect(await place.goaldoc(['import', document, '-o', 'stars.yaml', '--profile', 'team-artifacts'])).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Wrote stars\.yaml\n/),
    })
    expect(parse(place.read('stars.yaml'))).toEqual(readGoal(telescopes).goal)
    expect(place.has(model)).toBe(false)
  })

  test('skips pages of a folder that are not goals, but not those that were named', async () => {
    const place = folder({ 'goals/index.rst': 'Goals\n=====\n\n.. toctree::\n   :glob:\n\n   *\n' })
    const skipped = await place.goaldoc(['import', 'goals'])
    expect(skipped).toEqual({ code: 0, out: '', err: expect.stringMatching(/^Skipped goals\/index\.rst: it is .*\n$/) })
    expect(place.has('goals/index.yaml')).toBe(false)
    expect((await place.goaldoc(['import', 'goals/index.rst'])).code).toBe(0)
    expect(place.read('goals/index.yaml')).toContain('title: Goals\n')
  })

  test('refuses a document with a team twice, at the place of the second', async () => {
    const place = folder({ [document]: `${telescopes}\nhubble\n------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n` })
    expect(await place.goaldoc(['import', document])).toEqual({
      code: 2,
      out: '',
      err: `${document}:${telescopes.split('\n').length + 1}:1: Duplicate section for \`hubble\`; the first one is on line 34\nCannot import ${document}: a model can have each team only once. Combine the sections of the team, then import again.\n`,
    })
    expect(place.has(model)).toBe(false)
  })
})

describe('a baseline', () => {
  const update = ['lint', '--baseline', 'known.json', '--update-baseline']
  const use = ['lint', '--baseline', 'known.json']

  test('that cannot be read is replaced, and that is said', async () => {
    const place = folder({ ...clean, [document]: glued, 'known.json': '[]' })
    expect(await place.goaldoc([...update, 'goals'])).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Cannot read known\.json: .+\. It is replaced\.\nWrote 1 finding to known\.json\n$/),
    })
    expect((await place.goaldoc([...use, 'goals'])).code).toBe(0)
  })

  test('keeps the entries of files that were not linted, sorts them, and counts', async () => {
    const place = folder({ ...clean, 'goals/b.rst': glued, 'goals/a.rst': glued, 'goals/gone.rst': glued })
    await place.goaldoc([...update, 'goals/b.rst', 'goals/gone.rst'])
    place.git('init', '-q')
    const gone = ['goals/gone.rst']
    const before = JSON.parse(place.read('known.json'))
    expect(Object.keys(before.files)).toEqual(['goals/b.rst', ...gone])
    expect((await place.goaldoc([...update, 'goals/a.rst'])).err).toBe('Wrote 1 finding to known.json\n')
    expect(Object.keys(JSON.parse(place.read('known.json')).files)).toEqual(['goals/a.rst', 'goals/b.rst', ...gone])
    expect((await place.goaldoc([...use, 'goals'])).err).toBe(
      'The baseline known.json hides 3 findings\nChecked 4 documents against 2 teams: no new findings\n',
    )
    const twice = glued.replace('Planning Artifacts:\n\n*', 'Planning Artifacts:\n*')
    place.write('goals/a.rst', twice)
    await place.goaldoc([...update, 'goals/a.rst'])
    place.write('goals/a.rst', telescopes)
    expect((await place.goaldoc([...use, 'goals/a.rst'])).err).toContain(
      'goals/a.rst: the baseline lists 2 × misread/glued-list, but only 0 were found; update it with --update-baseline\n',
    )
  })
})

describe('files that are not documents', () => {
  test('are named by lint and check, which go on with the others', async () => {
    const place = folder({ ...clean, [model]: yaml, 'stars.txt': 'Stars.\n' })
    expect(await place.goaldoc(['lint', model, document])).toEqual({
      code: 0,
      out: '',
      err: `Skipped ${model}: it is not a document; \`goaldoc check\` checks models\nChecked 1 document against 2 teams: no findings\n`,
    })
    expect(await place.goaldoc(['check', 'stars.txt', document])).toEqual({
      code: 0,
      out: '',
      err: 'Skipped stars.txt: it is neither a model nor a document\nChecked 1 document and 1 model against 2 teams: no findings\n',
    })
    expect((await place.goaldoc(['lint', model, document, '--hook'])).err).toBe('')
    expect((await place.goaldoc(['check', 'stars.txt', document, '--hook'])).err).toBe('')
  })

  test('Python files are files, not documents', async () => {
    const place = folder({ ...clean, 'stars.py': '"""Stars."""\n' })
    expect((await place.goaldoc(['lint', 'stars.py', document])).err).toBe('Checked 2 files against 2 teams: no findings\n')
  })
})

describe('the words for one and for many', () => {
  test('older findings', async () => {
    const place = folder({ ...clean, [document]: glued })
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-qm', 'Stars')
    place.write(document, `${glued}\n.. Ask Edwin.\n`)
    const one = await place.goaldoc(['lint', '--changed', 'HEAD', 'goals'])
    expect([one.code, one.out]).toEqual([0, ''])
    expect(one.err).toMatch(/^1 older finding elsewhere; `goaldoc lint` shows it\n/)
    const two = glued.replace('Completion Artifacts:\n', 'Completion Artifacts:\nThe rings:\n* https://planets.example/rings\n')
    place.write(document, two)
    place.git('commit', '-qam', 'Rings')
    place.write(document, `${two}\n.. Ask Johannes.\n`)
    expect((await place.goaldoc(['lint', '--changed', 'HEAD', 'goals'])).err).toMatch(
      /^\d older findings elsewhere; `goaldoc lint` shows them\n/,
    )
  })

  test('teams of releases, and names that a shell would split', async () => {
    const place = folder({
      ...clean,
      'goals/one star.rst': telescopes,
      'goals/one star.yaml': yaml.replace('title:', 'title: All'),
    })
    const { code, out } = await place.goaldoc(['render', '--check', 'goals/one star.yaml'])
    expect(code).toBe(1)
    expect(out).toContain(
      "goals/one star.rst differs from goals/one star.yaml. To update it: goaldoc render 'goals/one star.yaml'\n",
    )
  })
})

describe('lint --rule', () => {
  test('a family runs alone', async () => {
    const place = folder({ ...clean, [document]: glued })
    const { code, out } = await place.goaldoc(['lint', document, '--rule', 'team/*', '-f', 'json'])
    expect([code, JSON.parse(out).files[0].diagnostics]).toEqual([0, []])
    const own = await place.goaldoc(['lint', document, '--rule', 'misread/*', '--rule', 'team/order', '-f', 'compact'])
    expect(own.code).toBe(1)
    expect(own.out).toContain('warning: Missing blank line above the list (misread/glued-list)\n')
  })

  test('with a severity, the others run, too', async () => {
    const place = folder({ ...clean, [document]: glued })
    const { code, out } = await place.goaldoc(['lint', document, '--rule', 'misread/*:error', '-f', 'compact'])
    expect(code).toBe(1)
    expect(out).toContain('error: Missing blank line above the list (misread/glued-list)\n')
  })
})

describe('the rules', () => {
  test('as JSON, with what each needs', async () => {
    const { code, out, err } = await folder({}).goaldoc(['rules', '-f', 'json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual(
      rules.map(({ name, severity, what, why, fixes, needs, options }) =>
        JSON.parse(JSON.stringify({ name, severity, what, why, fixes: fixes ?? null, needs: needs ?? null, options })),
      ),
    )
  })

  test('with the setting of a file, from the configuration or the defaults', async () => {
    const place = folder(clean)
    const setting = async () => (await place.goaldoc(['explain', 'goal/gerrit-topic', document])).out.trimEnd().split('\n').at(-1)
    expect(await setting()).toBe(`For ${document} by the defaults: warning, {"likeName":true}`)
    place.write('goaldoc.config.yaml', 'rules:\n  goal/gerrit-topic: off\n')
    expect(await setting()).toBe(`For ${document} by goaldoc.config.yaml: off, {"likeName":true}`)
    expect((await place.goaldoc(['explain', 'team/order', document])).out).toMatch(
      new RegExp(`\\nFor ${document} by goaldoc\\.config\\.yaml: \\w+\\n$`),
    )
  })
})

test('a word that is near no command gets the list of commands', async () => {
  const { code, out, err } = await folder({}).goaldoc(['photosynthesis'])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^Unknown command `photosynthesis`; the commands are:\n(?: {2}[a-z]+\n){15,}See `goaldoc --help`\.\n$/)
})

test('the changes of a push are those since its merge base, if git knows its commits', async () => {
  const place = folder({ ...clean, [document]: glued })
  place.git('init', '-q', '-b', 'main')
  const hook = (from: string, to: string) =>
    place.goaldoc(['lint', '--hook', '--changed', '--', document], { env: { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to } })
  // Before the first commit, all is new.
  expect((await place.goaldoc(['lint', '--hook', '--changed', '--', document])).code).toBe(1)
  place.git('add', '-A')
  place.git('commit', '-qm', 'Stars')
  const first = place.git('rev-parse', 'HEAD').trim()
  place.write('notes.txt', 'Stars.\n')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Notes')
  expect(await hook(first, 'HEAD')).toEqual({ code: 0, out: '', err: '' })
  expect(await hook('0123456789', 'HEAD')).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining('0123456789'),
  })
  // In a clean checkout, a hook runs over all files, and all counts.
  expect((await place.goaldoc(['lint', '--hook', '--changed', '--', document])).code).toBe(1)
})

describe('move', () => {
  test('with a reason commits it, and tells what a dry run would do', async () => {
    const place = folder({ 'goals/proposed/one-star-catalog.rst': telescopes, 'reference/projects.yaml': projects })
    place.git('init', '-q')
    place.git('config', 'user.name', 'Halley')
    place.git('config', 'user.email', 'halley@planets.example')
    place.git('add', '-A')
    place.git('commit', '-qm', 'Stars')
    const args = ['move', 'one-star-catalog', 'selected', '--reason', ' All agree. ', '--date', '2027-02-03']
    const dry = await place.goaldoc([...args, '--dry-run'])
    expect([dry.code, dry.out.split('\n')[0]]).toEqual([
      1,
      'Would move goals/proposed/one-star-catalog.rst to goals/selected/one-star-catalog.rst',
    ])
    const done = await place.goaldoc([...args, '--commit'])
    expect([done.code, done.out]).toEqual([0, ''])
    expect(done.err).toContain('Moved goals/proposed/one-star-catalog.rst to goals/selected/one-star-catalog.rst\n')
    expect(done.err).toMatch(/Made 1 commit\n$/)
    expect(place.git('log', '-1', '--format=%B').trim()).toBe('one-star-catalog: moved to selected\n\nAll agree.')
    expect(place.read('goals/selected/one-star-catalog.rst')).toContain('2027-02-03')
  })
})

test('answers of two teams are two commits with --commit=each', async () => {
  const place = folder(clean)
  place.git('init', '-q')
  place.git('config', 'user.name', 'Halley')
  place.git('config', 'user.email', 'halley@planets.example')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Stars')
  const { code, err } = await place.goaldoc(['set', document, '--team', 'hubble,kepler', '--status', 'done', '--commit=each'])
  expect({ code, err }).toEqual({ code: 0, err: `Updated ${document}\nMade 2 commits\n` })
  expect(place.git('log', '--format=%s', '-2').trim().split('\n')).toHaveLength(2)
})

test('a summary of nothing says so', async () => {
  const done = telescopes.replaceAll('Completion Artifacts:\n', 'Completion Artifacts:\n\n* https://planets.example/1\n')
  const place = folder({ ...clean, [document]: done })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Stars')
  expect(await place.goaldoc(['report', '--since', 'HEAD'])).toEqual({
    code: 0,
    out: '',
    err: 'Nothing changed since HEAD, and nobody is silent\n',
  })
})
