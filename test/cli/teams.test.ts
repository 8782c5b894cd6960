import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasCorpus } from '../../scripts/governance.ts'
import { readGoal } from '../../src/document/index.ts'
import { parseModel } from '../../src/goal/index.ts'
import { rawTeams } from './raw-status.ts'
import { type Folder, folder } from './run.ts'

const document = 'goals/one-star-catalog.rst'
const model = 'goals/one-star-catalog.yaml'

const section = (name: string, planning = '', completion = '') =>
  `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n${planning}\nCompletion Artifacts:\n${completion}`

const goal = (...sections: string[]) => `=========
 Catalog
=========

One catalog for all.

Project Teams
=============

${sections.join('\n')}`

const roster =
  'hubble:\n  deliverables:\n    wide-field:\n      repos:\n        - planets/wide-field\nkepler: {}\nrubin: {}\nspitzer: {}\n'
const configuration = 'roster:\n  renamed:\n    planet-finder: kepler\n'
const legacy = 'voyager:\n  retired-on: 2026-05-01\n'

function observatory(text: string): Folder {
  return folder({
    [document]: text,
    'reference/projects.yaml': roster,
    'reference/legacy.yaml': legacy,
    'goaldoc.config.yaml': configuration,
    '.git/HEAD': '',
  })
}

/** What stays of a text is in order in the other one. */
function isWithin(lines: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const line of all) if (line === lines[at]) at++
  return at === lines.length
}

const written = '\n-  https://planets.example/1\n-  https://planets.example/2\n'
const messy = goal(
  section('hubble', written),
  section('planet-finder', written),
  section('Voyager', written),
  section('wide-field'),
)

describe('goaldoc teams', () => {
  test('check reports each difference at its place', async () => {
    const place = observatory(messy)
    expect(await place.goaldoc(['teams', 'check', document])).toEqual({
      code: 1,
      out: [
        `${document}:20: Team \`planet-finder\` was renamed; use \`kepler\``,
        `${document}:30: Section for \`Voyager\`: The team was retired on 2026-05-01`,
        `${document}:40: Section for \`wide-field\`: This is a deliverable of hubble`,
        `${document}:30: Missing team \`rubin\`; it belongs before \`Voyager\``,
        `${document}:30: Missing team \`spitzer\`; it belongs before \`Voyager\``,
        '',
      ].join('\n'),
      err: 'If a team was renamed: goaldoc teams sync --renamed OLD=NEW\n',
    })
  })

  test('sync adds, renames and marks, with every other line as it was; then check is clean, and sync has nothing to do', async () => {
    const place = observatory(messy)
    await place.goaldoc(['import', document])
    expect((await place.goaldoc(['teams', 'sync', document, '--dry-run'])).out).toBe(
      `Would change ${document}\nWould change ${model}\n`,
    )
    expect((await place.goaldoc(['teams', 'sync', document])).code).toBe(0)
    expect(place.read(document)).toBe(
      goal(
        section('hubble', written),
        section('kepler', written),
        section('rubin'),
        section('spitzer'),
        section('Voyager', written).replace('-------\n', '-------\n\nThe team was retired on 2026-05-01.\n'),
        section('wide-field').replace('----------\n', '----------\n\nThis is a deliverable of hubble.\n'),
      ),
    )
    expect(parseModel(place.read(model)).goal?.teams?.map(({ name }) => name)).toEqual(rawTeams(place.read(document)))
    expect((await place.goaldoc(['check', document])).out).not.toContain('drift/')
    expect(await place.goaldoc(['teams', 'check', document])).toEqual({ code: 0, out: '', err: '' })
    expect((await place.goaldoc(['teams', 'sync', document])).err).toBe('Nothing to change\n')
  })

  test('an empty section of a retired team is removed on request, one with text never', async () => {
    const place = observatory(
      goal(section('hubble'), section('kepler'), section('rubin'), section('spitzer'), section('Voyager')),
    )
    expect((await place.goaldoc(['teams', 'sync', document, '--retired', 'remove'])).code).toBe(0)
    expect(rawTeams(place.read(document))).toEqual(['hubble', 'kepler', 'rubin', 'spitzer'])
    const other = observatory(messy)
    expect((await other.goaldoc(['teams', 'sync', document, '--retired', 'remove'])).code).toBe(0)
    expect(rawTeams(other.read(document))).toEqual(['hubble', 'kepler', 'rubin', 'spitzer', 'Voyager'])
    expect(other.read(document)).toContain(written)
  })

  test('a former name beside the new one keeps its text', async () => {
    const place = observatory(
      goal(section('hubble'), section('kepler'), section('planet-finder', written), section('rubin'), section('spitzer')),
    )
    expect((await place.goaldoc(['teams', 'sync', document])).code).toBe(0)
    expect(place.read(document)).toContain(
      `The team is called kepler, which has its own section.\n\nPlanning Artifacts:\n${written}`,
    )
    expect((await place.goaldoc(['teams', 'check', document])).code).toBe(0)
  })

  test('--renamed renames a section and keeps its content; `check` tells of it', async () => {
    const place = observatory(goal(section('hubble'), section('kepler'), section('Pluto', written), section('spitzer')))
    expect((await place.goaldoc(['teams', 'check', document])).err).toBe(
      'If a team was renamed: goaldoc teams sync --renamed OLD=NEW\n',
    )
    const renamed = await place.goaldoc(['teams', 'sync', document, '--renamed', 'Pluto=rubin'])
    expect(renamed).toEqual({ code: 0, out: '', err: `Updated ${document}\n` })
    expect(place.read(document)).toBe(goal(section('hubble'), section('kepler'), section('rubin', written), section('spitzer')))
    expect(await place.goaldoc(['teams', 'check', document])).toEqual({ code: 0, out: '', err: '' })
  })

  test.each([
    ['Pluto', 'it is not two names. Write the old and the new name, as in `--renamed Pluto=Charon`.'],
    ['Pluto=', 'it is not two names. Write the old and the new name, as in `--renamed Pluto=Charon`.'],
    ['Pluto=ruben', 'the team list does not have it. The nearest name is `rubin`.'],
  ])('--renamed %s is a mistake', async (value, why) => {
    const ran = await observatory(messy).goaldoc(['teams', 'sync', document, '--renamed', value])
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(why) })
  })

  test('lists the accepted values', async () => {
    const place = observatory(messy)
    expect(await place.goaldoc(['teams', 'synch'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot do `goaldoc teams synch`: there is no such action. Use `goaldoc teams sync`.\n',
    })
  })
})

const corpus = join(import.meta.dirname, '../../../shared/corpus')

describe.skipIf(!hasCorpus)('real goals and the teams of their days (skipped without ../shared/corpus)', () => {
  const versions: { file: string; document: string; roster: string | null }[] = hasCorpus
    ? JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8'))
    : []
  const ofTeams = versions.filter(({ roster: list, document: name }) => list && /wsgi|incubated/.test(name))
  // The first version of each, and some between.
  const chosen = ofTeams.filter(
    (one, index) => index % 25 === 0 || ofTeams.findIndex(({ document: name }) => name === one.document) === index,
  )

  test.each(chosen.map((one) => [one.file, one.roster!] as const))('%s', async (file, list) => {
    const before = readFileSync(join(corpus, file), 'utf8')
    const place = folder({
      [document]: before,
      'reference/projects.yaml': readFileSync(join(corpus, list), 'utf8'),
      'reference/legacy.yaml': readFileSync(join(corpus, 'legacy.yaml'), 'utf8'),
      '.git/HEAD': '',
    })
    const said = (await place.goaldoc(['teams', 'check', document])).out
    expect((await place.goaldoc(['teams', 'sync', document])).code).toBe(0)
    const after = place.read(document)
    expect((await place.goaldoc(['teams', 'check', document])).out).toBe('')
    const renamed = new Map([...said.matchAll(/Team `(.*?)` .*; use `(.*?)`/g)].map(([, from, to]) => [from!, to!]))
    const kept = before.split('\n').map((line) => renamed.get(line) ?? line)
    expect(
      isWithin(
        kept.filter((line) => !/^-+$/.test(line)),
        after.split('\n'),
      ),
    ).toBe(true)
    // Nothing but sections and marks was added.
    const names = [...said.matchAll(/Missing team `(.*?)`/g)].map(([, name]) => name!)
    const marks = [...said.matchAll(/Section for/g)].length
    const added = after.split('\n').length - before.split('\n').length
    expect(added).toBe(names.length * 7 + marks * 2)
    const old = readGoal(before).goal.teams!
    const now = readGoal(after).goal.teams!
    expect(now.map(({ name }) => name).sort()).toEqual([...old.map(({ name }) => renamed.get(name) ?? name), ...names].sort())
  })
})
