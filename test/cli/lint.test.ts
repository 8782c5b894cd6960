import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/lint/index.ts'
import { folder, projects, telescopes } from './run.ts'

/** A list right under its line: an error with a safe fix. */
const glued = telescopes.replace(
  '* https://planets.example/catalog',
  'The catalog of all stars:\n* https://planets.example/catalog\n* https://planets.example/names',
)
const mended = glued.replace('stars:\n*', 'stars:\n\n*')
const place = (files: Record<string, string> = {}) =>
  folder({ 'goals/telescopes.rst': glued, 'reference/projects.yaml': projects, ...files })

describe('lint', () => {
  it('finds nothing in a correct document, prints that, and exits with 0', async () => {
    const right = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects })
    expect(await right.goaldoc(['lint', 'goals'])).toEqual({
      code: 0,
      out: '',
      err: 'Checked 1 document against 2 teams: no findings\n',
    })
  })

  it('warns if there is no team list to compare with', async () => {
    const right = folder({ 'goals/telescopes.rst': telescopes })
    expect(await right.goaldoc(['lint', 'goals'])).toEqual({
      code: 0,
      out: '',
      err:
        'Checked 1 document: no findings\n' +
        'Teams were not checked: there is no reference/projects.yaml, and neither --teams nor the configuration names a team list\n',
    })
  })

  it('reports a finding at its place and exits with 1', async () => {
    const ran = await place().goaldoc(['lint', 'goals/telescopes.rst'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('goals/telescopes.rst:25:1 warning misread/glued-list\n')
    expect(ran.err).toBe('')
  })

  it('links a rule to its page in a terminal that has links, and nowhere else', async () => {
    const here = place()
    const { out } = await here.goaldoc(['lint', 'goals'], { links: true })
    const page = pathToFileURL(join(import.meta.dirname, '../../docs/rules/misread/glued-list.md')).href
    expect(out.split('\n')[0]).toBe(`goals/telescopes.rst:25:1 warning \x1b]8;;${page}\x1b\\misread/glued-list\x1b]8;;\x1b\\`)
    await here.goaldoc(['lint', '-f', 'pretty:report.txt', '-f', 'json', 'goals'], { links: true })
    expect(here.read('report.txt').split('\n')[0]).toBe('goals/telescopes.rst:25:1 warning misread/glued-list')
  })

  it('accepts folders, globs, and no arguments', async () => {
    const here = place({ 'goals/mars/deep.rst': glued, 'goals/node_modules/other.rst': glued, 'goals/out.txt': glued })
    for (const paths of [['goals'], ['goals/**/*.rst'], []]) {
      const { out } = await here.goaldoc(['lint', '--format', 'json', ...paths])
      const files = (JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path)
      expect(files).toEqual(['goals/mars/deep.rst', 'goals/telescopes.rst'])
    }
  })

  it('--fix repairs, and a second run changes nothing', async () => {
    const here = place()
    expect(await here.goaldoc(['lint', '--fix', 'goals'])).toMatchObject({ code: 0, out: '' })
    expect(here.read('goals/telescopes.rst')).toBe(mended)
    expect(await here.goaldoc(['lint', '--fix', 'goals'])).toEqual({
      code: 0,
      out: '',
      err: 'Checked 1 document against 2 teams: no findings\n',
    })
  })

  it('--diff shows the repair and writes nothing', async () => {
    const here = place()
    const ran = await here.goaldoc(['lint', '--diff', 'goals'])
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/^--- a\/goals\/telescopes\.rst\n\+\+\+ b\/goals\/telescopes\.rst\n@@ .*\n(?: .*\n)+\+\n(?: .*\n)+$/)
    expect(here.read('goals/telescopes.rst')).toBe(glued)
  })

  it('--fix --rule repairs only what that rule found', async () => {
    const here = folder({ 'goals/telescopes.rst': `${glued}\n\n` })
    await here.goaldoc(['lint', '--fix', '--rule', 'misread/glued-list', 'goals'])
    expect(here.read('goals/telescopes.rst')).toBe(`${mended}\n\n`)
  })

  it('reads standard input under a name', async () => {
    const here = folder({
      'goaldoc.config.yaml': 'overrides:\n  - files: [quiet/**]\n    rules:\n      misread/glued-list: off\n',
    })
    const loud = await here.goaldoc(['lint', '-', '--stdin-filename', 'goals/telescopes.rst'], { input: glued })
    expect(loud.out).toContain('goals/telescopes.rst:25:1 ')
    expect(await here.goaldoc(['lint', '-', '--stdin-filename=quiet/telescopes.rst'], { input: glued })).toMatchObject({
      code: 0,
      out: '',
    })
    expect((await here.goaldoc(['lint', '--fix', '-'], { input: glued })).out).toBe(mended)
  })

  it('shows the same fixes whichever findings are shown, and beside reports without fixes', async () => {
    const fixtures = join(import.meta.dirname, '../fixtures/lint')
    const here = folder({ 'goaldoc.config.yaml': 'rules:\n  style/title-adornment: error\n' })
    for (const family of ['rst', 'style']) cpSync(join(fixtures, family), join(here.path, family), { recursive: true })
    const all = (await here.goaldoc(['lint', '-f', 'json', 'rst', 'style'])).out
    const { files } = JSON.parse(all) as { files: { path: string; diagnostics: Diagnostic[] }[] }
    const errors = files.map(({ path, diagnostics }) => ({
      path,
      diagnostics: diagnostics.filter(({ severity }) => severity === 'error'),
    }))
    const safe = errors.flatMap(({ diagnostics }) => diagnostics.filter(({ fix }) => fix?.safe))
    expect(safe.length).toBeGreaterThan(0)
    expect(JSON.parse((await here.goaldoc(['lint', '-q', '-f', 'json', 'rst', 'style'])).out).files).toEqual(errors)
    await here.goaldoc(['lint', '-q', '-f', 'compact', '-f', 'json:all.json', 'rst', 'style'])
    expect(here.read('all.json')).toBe(all)
  })

  it('prints one format and writes others', async () => {
    const here = place()
    const ran = await here.goaldoc(['lint', '-f', 'compact', '-f', 'sarif:out/telescopes.sarif', '-f', 'zuul:zuul.json', 'goals'])
    expect(ran.out).toMatch(/^goals\/telescopes\.rst:25:1: warning: /)
    expect(JSON.parse(here.read('out/telescopes.sarif'))).toMatchObject({ version: '2.1.0' })
    expect(JSON.parse(here.read('zuul.json')).zuul.file_comments['goals/telescopes.rst'][0]).toMatchObject({
      line: 25,
      level: 'warning',
    })
    const twice = await here.goaldoc(['lint', '-f', 'compact', '-f', 'json', 'goals'])
    expect(twice).toMatchObject({
      code: 2,
      out: '',
      err: 'Cannot print compact and json: both would go to standard output. Write one to a file: --format json:FILE.\n',
    })
    expect((await here.goaldoc(['lint', '-f', 'xml', 'goals'])).err).toMatch(
      /^Cannot use the format `xml`: it does not exist\. Use one of `pretty`, /,
    )
  })

  it('prints annotations on GitHub by default', async () => {
    const ran = await place().goaldoc(['lint', 'goals'], { env: { GITHUB_ACTIONS: 'true' } })
    expect(ran.out).toMatch(/^::warning file=goals\/telescopes\.rst,line=25,/)
  })

  it('accepts the number of warnings in --max-warnings', async () => {
    const here = folder({ 'goals/telescopes.rst': telescopes.replace('Two of', 'TODO: two of') })
    const args = ['lint', '--rule', 'goal/placeholder:warning', 'goals']
    expect((await here.goaldoc(args)).code).toBe(1)
    expect((await here.goaldoc([...args, '--max-warnings', '1'])).code).toBe(0)
    expect((await here.goaldoc(['lint', '--rule', 'goal/placeholder:error', '--max-warnings=1', 'goals'])).code).toBe(1)
  })

  it('names the nearest rule', async () => {
    const ran = await place().goaldoc(['lint', '--rule', 'misread/glued-lists', 'goals'])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('`misread/glued-list`')
  })

  it('a missing file, a pattern without matches and a broken file print one line each and exit with 2', async () => {
    const here = place({ 'goals/model.yaml': 'title: Mars\n' })
    expect(await here.goaldoc(['lint', 'goals/pluto.rst'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot read goals/pluto.rst: there is no such file or folder. Check the path.\n',
    })
    expect((await here.goaldoc(['lint', 'goals/*.txt'])).err).toBe(
      'Cannot lint: no file matched. Check the paths, `.gitignore`, and `ignores` in the configuration.\n',
    )
    const model = await here.goaldoc(['lint', 'goals/model.yaml'])
    expect(model.code).toBe(2)
    expect(model.err).toContain('Skipped goals/model.yaml: it is not a document')
    expect((await here.goaldoc(['lint', 'goals/\x07red.rst'])).err).toBe(
      'Cannot read goals/\ufffdred.rst: there is no such file or folder. Check the path.\n',
    )
    here.write('goals/broken.rst', Buffer.from([0x4d, 0xff, 0x0a]))
    const ran = await here.goaldoc(['lint', 'goals'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('Cannot read goals/broken.rst: line 1 is not UTF-8 (byte 0xff)')
    expect(ran.out).toContain('goals/telescopes.rst:25:1 ')
  })

  it('--changed reports what differs from a revision', async () => {
    const here = folder({ 'goals/telescopes.rst': glued })
    here.git('init', '-q')
    here.git('add', '-A')
    here.git('commit', '-q', '-m', 'goals: telescopes')
    expect(await here.goaldoc(['lint', '--changed'])).toMatchObject({ code: 0, out: '' })
    here.write('goals/telescopes.rst', glued.replace('Two of the observatories have begun.', 'Begun:\n* hubble\n* kepler'))
    for (const args of [
      ['--changed', '--', 'goals'],
      ['--changed', 'HEAD', 'goals'],
      ['--changed', 'goals'],
    ]) {
      const ran = await here.goaldoc(['lint', '--format', 'compact', ...args])
      expect(ran.out.split('\n').filter(Boolean)).toHaveLength(1)
      expect(ran.out).toContain(':32:1: warning:')
    }
    here.write('goals/new.rst', glued)
    expect((await here.goaldoc(['lint', '--changed', 'HEAD', 'goals/new.rst'])).code).toBe(1)
    expect((await here.goaldoc(['lint', '--changed', 'vesta', 'goals'])).err).toBe(
      'Cannot compare with vesta: git does not know this revision. Fetch it, or name another one.\n',
    )
  })

  it('--changed --fix repairs what the change did, and nothing else', async () => {
    const here = folder({ 'goals/telescopes.rst': glued })
    here.git('init', '-q')
    here.git('add', '-A')
    here.git('commit', '-q', '-m', 'goals: telescopes')
    const word = glued.replace('Two of', 'Three of')
    here.write('goals/telescopes.rst', word)
    expect(await here.goaldoc(['lint', '--fix', '--changed', '--', 'goals'])).toMatchObject({ code: 0, out: '' })
    expect(here.read('goals/telescopes.rst')).toBe(word)
    const begun = glued.replace('Two of the observatories have begun.', 'Begun:\n* hubble\n* kepler')
    here.write('goals/telescopes.rst', begun)
    expect(await here.goaldoc(['lint', '--fix', '--changed', '--', 'goals'])).toMatchObject({ code: 0, out: '' })
    expect(here.read('goals/telescopes.rst')).toBe(begun.replace('Begun:\n', 'Begun:\n\n'))
  })

  it('a baseline hides existing findings, and stale entries are reported', async () => {
    const here = place()
    expect(await here.goaldoc(['lint', '--baseline', 'known.json', '--update-baseline', 'goals'])).toEqual({
      code: 0,
      out: '',
      err: 'Wrote 1 finding to known.json\n',
    })
    expect(await here.goaldoc(['lint', '--baseline', 'known.json', 'goals'])).toEqual({
      code: 0,
      out: '',
      err: 'The baseline known.json hides 1 finding\nChecked 1 document against 2 teams: no new findings\n',
    })
    here.write('goals/telescopes.rst', glued.replace('Two of the observatories have begun.', 'Begun:\n* hubble\n* kepler'))
    expect((await here.goaldoc(['lint', '--baseline', 'known.json', 'goals'])).code).toBe(1)
    here.write('goals/telescopes.rst', mended)
    const stale = await here.goaldoc(['lint', '--baseline', 'known.json', 'goals'])
    expect(stale).toMatchObject({ code: 0, out: '' })
    expect(stale.err).toContain('lists 1 × misread/glued-list, but only 0 were found; update it with --update-baseline')
  })

  it('says how a baseline is used that no configuration names', async () => {
    const here = place()
    const args = ['lint', '--update-baseline', 'goals']
    const wrote = 'Wrote 1 finding to goaldoc.baseline.json\n'
    const use = 'To use it, write `baseline: goaldoc.baseline.json` into the configuration (goaldoc.config.yaml)\n'
    expect(await here.goaldoc(args)).toEqual({ code: 0, out: '', err: wrote + use })
    here.write('goaldoc.config.yaml', 'baseline: goaldoc.baseline.json\n')
    expect(await here.goaldoc(args)).toEqual({ code: 0, out: '', err: wrote })
  })

  it('a baseline follows a moved file, and is not written if a file cannot be read', async () => {
    const here = place()
    await here.goaldoc(['lint', '--baseline', 'known.json', '--update-baseline', 'goals'])
    here.write('goals/later/telescopes.rst', glued)
    rmSync(join(here.path, 'goals/telescopes.rst'))
    expect(await here.goaldoc(['lint', '--baseline', 'known.json', 'goals'])).toEqual({
      code: 0,
      out: '',
      err: 'The baseline known.json hides 1 finding\nChecked 1 document against 2 teams: no new findings\n',
    })
    here.write('goals/broken.rst', Buffer.from([0x41, 0xff, 0x0a]))
    const updated = await here.goaldoc(['lint', '--baseline', 'known.json', '--update-baseline', 'goals'])
    expect(updated.code).toBe(2)
    expect(updated.err).toContain('Wrote 1 finding to known.json\n')
    expect(updated.err).toContain('goals/broken.rst')
  })

  it('for a hook, ignored files are skipped without a message', async () => {
    const here = place({ 'goaldoc.config.json': '{ "ignores": ["goals/telescopes.rst"] }' })
    expect(await here.goaldoc(['lint', '--hook', 'goals/telescopes.rst'])).toEqual({ code: 0, out: '', err: '' })
    const named = await here.goaldoc(['lint', 'goals/telescopes.rst'])
    expect(named.code).toBe(2)
    expect(named.err).toMatch(/^Skipped goals\/telescopes\.rst: the configuration ignores it\nCannot lint: no file matched\./)
  })

  it('finds the teams of the repository, or those of --teams', async () => {
    const more = `${projects}spitzer:\n  deliverables:\n    spitzer:\n      repos:\n        - planets/spitzer\n`
    const here = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': more })
    const ran = await here.goaldoc(['lint', 'goals'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('spitzer')
    here.write('teams.yaml', projects)
    expect((await here.goaldoc(['lint', '--teams', 'teams.yaml', 'goals'])).code).toBe(0)
    expect((await here.goaldoc(['lint', '--teams', 'none.yaml', 'goals'])).err).toBe(
      'Cannot read none.yaml: there is no such file.\n',
    )
  })

  it('takes the teams of a day from git', async () => {
    const here = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects })
    here.git('init', '-q')
    here.git('add', '-A')
    here.git('commit', '-q', '--date', '2017-01-20T12:00:00Z', '-m', 'teams')
    here.git('tag', 'first-light')
    here.write('reference/projects.yaml', projects.replaceAll('kepler', 'spitzer'))
    expect((await here.goaldoc(['lint', 'goals'])).code).toBe(1)
    here.write('goaldoc.config.yaml', 'roster:\n  file: reference/projects.yaml\n  asOf: first-light\n')
    expect((await here.goaldoc(['lint', 'goals'])).code).toBe(0)
    here.write('goaldoc.config.yaml', 'roster:\n  file: reference/projects.yaml\n  asOf: halley\n')
    expect((await here.goaldoc(['lint', 'goals'])).err).toMatch(/^Cannot read reference\/projects\.yaml as of halley: /)
  })
})

describe('the configuration', () => {
  it('is the nearest one, and can extend another one', async () => {
    const here = place({
      'goaldoc.config.yaml': 'rules:\n  misread/glued-list: off\n',
      'goals/strict/goaldoc.config.json': '{ "rules": { "misread/glued-list": "warning" } }',
      'goals/strict/telescopes.rst': glued,
      'goals/extended/goaldoc.config.ts':
        "export default { extends: '../../goaldoc.config.yaml', rules: { 'style/tab': 'error' } }\n",
      'goals/extended/telescopes.rst': glued,
    })
    const ran = await here.goaldoc(['lint', '--format', 'compact', 'goals'])
    expect(ran.out).toMatch(/^goals\/strict\/telescopes\.rst:25:1: warning: [^\n]*\n$/)
    const printed = await here.goaldoc(['lint', '--print-config', 'goals/extended/telescopes.rst'])
    const shown = JSON.parse(printed.out)
    expect(shown.configuration).toBe('goals/extended/goaldoc.config.ts')
    expect(shown.rules['misread/glued-list'].severity).toBe('off')
    expect(shown.rules['style/tab'].severity).toBe('error')
  })

  it('is strict: every mistake with its place and the nearest name', async () => {
    const here = place({ 'goaldoc.config.yaml': 'ignore: [drafts]\nrules:\n  misread/glued-lits: error\n  style/tab: eror\n' })
    const ran = await here.goaldoc(['lint', 'goals'])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(/^Cannot use goaldoc\.config\.yaml: it has 3 errors\.\n/)
    expect(ran.err).toContain(
      'goaldoc.config.yaml:1:1  Unknown key `ignore`; use `ignores`\n> 1 | ignore: [drafts]\n    | ^^^^^^\n',
    )
    expect(ran.err).toContain('goaldoc.config.yaml:3:3  Unknown rule `misread/glued-lits`; use `misread/glued-list`')
    expect(ran.err).toContain('goaldoc.config.yaml:4:')
    expect(ran.err).toContain('use `error`')
  })

  it('broken YAML and JSON have a place too', async () => {
    for (const [name, text] of [
      ['goaldoc.config.yaml', 'rules: {\n'],
      ['goaldoc.config.json', '{ "rules": { "style/tab" "off" } }'],
    ] as const) {
      const ran = await place({ [name]: text }).goaldoc(['lint', 'goals'])
      expect(ran).toMatchObject({ code: 2, out: '' })
      expect(ran.err).toMatch(new RegExp(`^Cannot use ${name}: .*\\n${name}:\\d+:\\d+ `))
    }
  })

  it('--config names one', async () => {
    const here = place({ 'quiet.yaml': 'rules:\n  misread/glued-list: off\n' })
    expect((await here.goaldoc(['lint', '--config', 'quiet.yaml', 'goals'])).code).toBe(0)
    expect((await here.goaldoc(['lint', '--config', 'loud.yaml', 'goals'])).err).toBe(
      'Cannot read loud.yaml: there is no such file.\n',
    )
  })

  it('leaves out what it and .gitignore ignore', async () => {
    const here = place({
      'goaldoc.config.yaml': 'ignores:\n  - /goals/drafts/\n',
      '.gitignore': 'build/\n*.tmp.rst\n!kept.tmp.rst\n',
      'goals/drafts/a.rst': glued,
      'goals/build/b.rst': glued,
      'goals/c.tmp.rst': glued,
      'goals/kept.tmp.rst': glued,
    })
    here.git('init', '-q')
    const { out } = await here.goaldoc(['lint', '--format', 'compact', 'goals'])
    expect([...out.matchAll(/^(.*?):/gm)].map(([, path]) => path)).toEqual(['goals/kept.tmp.rst', 'goals/telescopes.rst'])
  })

  it('--changed uses the revisions that pre-commit passes for a push or pull request, and follows moved files', async () => {
    const here = folder({ 'goals/one.rst': telescopes, 'goals/two.rst': telescopes, 'reference/projects.yaml': projects })
    const glue = (name: string) => here.write(name, telescopes.replace('* https://planets.example/catalog', 'The catalog:\n* a'))
    here.git('init', '-q', '-b', 'main')
    here.git('add', '-A')
    here.git('commit', '-q', '-m', 'Goals')
    here.git('checkout', '-q', '-b', 'change')
    here.git('mv', 'goals/one.rst', 'goals/moved.rst')
    here.git('commit', '-q', '-m', 'Move')
    glue('goals/moved.rst')
    here.git('commit', '-q', '-a', '-m', 'Glue')
    here.git('checkout', '-q', 'main')
    glue('goals/two.rst')
    here.git('commit', '-q', '-a', '-m', 'Elsewhere')
    here.git('checkout', '-q', 'change')
    const env = { PRE_COMMIT_FROM_REF: 'main', PRE_COMMIT_TO_REF: 'HEAD' }
    const ran = await here.goaldoc(['lint', '--changed', '--hook', '-f', 'compact', 'goals'], { env })
    expect(ran).toEqual({
      code: 1,
      out: 'goals/moved.rst:25:1: warning: Missing blank line above the list (misread/glued-list)\n',
      err: '',
    })
    const now = await here.goaldoc(['lint', '--changed', 'goals'])
    expect(now).toEqual({ code: 0, out: '', err: 'Nothing to check: no document changed\n' })
  })
})
