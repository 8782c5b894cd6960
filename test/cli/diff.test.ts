/** What changed between two dated commits, against lists made by hand. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { changesJsonSchema } from '../../src/report/index.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const isReport = new Ajv2020().compile(changesJsonSchema())

const path = 'goals/selected/one-star-catalog.rst'

const team = (name: string, planning = '', completion = '') =>
  `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\n${planning}\nCompletion Artifacts:\n${completion === '' ? '' : `\n${completion}`}`

const goal = (...teams: string[]) => telescopes.replace(/hubble\n------[\s\S]*/, teams.join('\n'))

/** On 1 March the goal is proposed; on 1 June it is selected, and much has happened. */
function observatory(): Folder {
  const place = folder({
    'reference/projects.yaml': `${projects}spitzer:\n  deliverables: {}\n`,
    'goals/proposed/one-star-catalog.rst': goal(
      team('hubble', '* https://planets.example/hubble/plan\n'),
      team('kepler'),
      team('gaia'),
      team('swift', '* https://planets.example/swift/plan\n'),
    ),
    'goals/selected/quiet.rst': telescopes,
    'goals/selected/gone.rst': telescopes,
  })
  const commit = (day: string) => {
    place.git('add', '-A')
    process.env.GIT_COMMITTER_DATE = `${day}T12:00:00Z`
    place.git('commit', '-qm', `On ${day}`, `--date=${day}T12:00:00Z`)
    delete process.env.GIT_COMMITTER_DATE
    place.git('tag', day)
  }
  place.git('init', '-q', '-b', 'main')
  commit('2027-03-01')
  place.git('rm', '-q', 'goals/proposed/one-star-catalog.rst', 'goals/selected/gone.rst')
  place.write(
    path,
    goal(
      team('hubble', '* https://planets.example/hubble/plan\n', '* https://planets.example/hubble/merged\n'),
      team('kepler', '* None\n', '* None\n'),
      team('gaia'),
      team('spitzer', '* https://planets.example/spitzer/plan\n'),
    )
      .replace('reads the shared catalog', 'reads the shared catalog every night')
      .replace('#. Its own catalog is gone.', '#. Its own catalog is gone.\n#. Nobody misses it.')
      .replace('Two of the observatories have begun.', 'Three of the observatories have begun.')
      // Another way to write the same.
      .replace('lost by comparing them.', 'lost\nby comparing them.'),
  )
  commit('2027-06-01')
  return place
}

/** By hand. */
const markdown = `## Point every telescope by one star catalog

\`goals/selected/gone.rst\` is gone

Teams:

- hubble: gone, was planned

## Point every telescope by one star catalog

\`${path}\`, before \`goals/proposed/one-star-catalog.rst\`

Teams:

- hubble: planned → done
  - completion: added https://planets.example/hubble/merged
- kepler: unanswered → n/a
  - planning: added None
  - completion: added None
- spitzer: new, planned
- swift: gone, was planned

Criteria:

- The telescope reads the shared catalog. → The telescope reads the shared catalog every night.
- added Nobody misses it.

Text:

- current: Two of the observatories have begun. → Three of the observatories have begun.
`

describe('goaldoc diff', () => {
  test('prints the changes in meaning between two dated commits', async () => {
    const place = observatory()
    expect(await place.goaldoc(['diff', '2027-03-01', '2027-06-01'])).toEqual({ code: 1, out: markdown, err: '' })
    expect(await place.goaldoc(['diff', '2027-03-01'])).toEqual({ code: 1, out: markdown, err: '' })
    const [gone, moved] = markdown.split(/(?=^## )/m) as [string, string]
    expect((await place.goaldoc(['diff', '2027-03-01', 'gone'])).out).toBe(`${gone.trimEnd()}\n`)
    expect((await place.goaldoc(['diff', '2027-03-01', '2027-06-01', 'one-star-catalog'])).out).toBe(moved)
  })

  test('prints them as a mail and as JSON', async () => {
    const place = observatory()
    const { out } = await place.goaldoc(['diff', '2027-03-01', 'one-star-catalog', '--format', 'mail'])
    const title = 'Point every telescope by one star catalog'
    expect(out.split('\n').slice(0, 5)).toEqual([
      title,
      '='.repeat(title.length),
      '',
      `${path}, before`,
      'goals/proposed/one-star-catalog.rst',
    ])
    expect(out).toContain('* The telescope reads the shared catalog. → The telescope reads the\n  shared catalog every night.\n')
    expect(out.split('\n').filter((line) => line.length > 72)).toEqual([])
    const report = JSON.parse((await place.goaldoc(['diff', '2027-03-01', 'one-star-catalog', '--format', 'json'])).out)
    expect(report).toMatchObject({ version: 1, from: '2027-03-01', to: 'the work tree' })
    const whole = JSON.parse((await place.goaldoc(['diff', '2027-03-01', '--format', 'json'])).out)
    for (const one of [report, whole, { ...report, goals: [] }]) expect(isReport(one)).toBe(true)
    expect(isReport({ ...report, goals: [{ path }] })).toBe(false)
    expect(report.goals).toHaveLength(1)
    expect(
      report.goals[0].teams.map(({ name, kind, before, after }: Record<string, string>) => [name, kind, before, after]),
    ).toEqual([
      ['hubble', 'changed', 'planned', 'done'],
      ['kepler', 'changed', 'unanswered', 'n/a'],
      ['spitzer', 'added', undefined, 'planned'],
      ['swift', 'removed', 'planned', undefined],
    ])
    expect(report.goals[0].criteria).toEqual([
      {
        kind: 'changed',
        of: 'criteria',
        before: 'The telescope reads the shared catalog.',
        after: 'The telescope reads the shared catalog every night.',
      },
      { kind: 'added', of: 'criteria', after: 'Nobody misses it.' },
    ])
  })

  test('another notation of the same content is not a change', async () => {
    const place = observatory()
    place.write(
      path,
      place
        .read(path)
        .replaceAll('* https:', '- https:')
        .replace('gaia\n----\n\nPlanning Artifacts:\n', 'gaia\n----\n')
        .replace('Two ', 'Two\n'),
    )
    expect(await place.goaldoc(['diff', 'HEAD'])).toEqual({ code: 0, out: '', err: 'Nothing changed in meaning since HEAD\n' })
  })

  test('values from the model take precedence', async () => {
    const place = observatory()
    const model = `title: Point every telescope by one star catalog\nteams:\n  - name: hubble\n    status: not-doing\n`
    place.write('goals/selected/quiet.yaml', model)
    place.git('add', '-A')
    expect((await place.goaldoc(['diff', 'HEAD'])).out).toContain('- hubble: planned → not-doing\n')
  })

  test('an unknown revision is an error', async () => {
    expect(await observatory().goaldoc(['diff', 'yesterday'])).toEqual({
      code: 2,
      out: '',
      err: 'Cannot compare with yesterday: git does not know this revision. Fetch it, or name another one.\n',
    })
  })
})

describe('goaldoc report --since', () => {
  test('prints the changes first, then the teams without an answer', async () => {
    const place = observatory()
    const { code, out } = await place.goaldoc(['report', '--since', '2027-03-01', '--format', 'markdown'])
    const [, moved] = markdown.split(/(?=^## )/m) as [string, string]
    const first = moved.replace('catalog.rst`\n', 'catalog.rst`; 4 teams: 1 unanswered, 1 n/a, 1 planned, 1 done\n')
    expect([code, out]).toEqual([
      0,
      `${first}
Silent (1):

- gaia

## Point every telescope by one star catalog

\`goals/selected/quiet.rst\`, nothing changed; 2 teams: 1 unanswered, 1 planned

Silent (2):

- kepler
- spitzer
`,
    ])
  })

  test('prints only the changes of the named team', async () => {
    const place = observatory()
    const { out } = await place.goaldoc(['report', '--since', '2027-03-01', '--team', 'kepler'])
    const title = `Point every telescope by one star catalog\n${'='.repeat(41)}\n`
    expect(out).toBe(`${title}
${path}, before
goals/proposed/one-star-catalog.rst

Teams:

* kepler: unanswered → n/a
  * planning: added None
  * completion: added None

${title}
goals/selected/quiet.rst, nothing changed

Silent (1):

* kepler
`)
    expect((await place.goaldoc(['report', '--since', '2027-03-01', '--team', 'keppler'])).err).toBe(
      'Cannot find the team `keppler`: no goal has it. The nearest name is `kepler`.\n',
    )
  })
})

describe('a model with errors', () => {
  const model = 'goals/selected/quiet.yaml'
  const document = 'goals/selected/quiet.rst'
  const [faulty, sound] = ['title: Stars\nteamz: []\n', 'title: Point every telescope by one star catalog\n']
  const message = 'Unknown key `teamz`; did you mean `teams`?'

  function changed(before: string, after: string) {
    const place = folder({ [document]: telescopes, [model]: before })
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-qm', 'Stars')
    place.write(model, after)
    place.write(document, telescopes.replace('hubble\n------', 'humble\n------'))
    return place
  }

  test('is named if it is in the revision before; the documents are compared', async () => {
    const place = changed(faulty, sound)
    const [known, told] = [await changed(sound, sound).goaldoc(['diff', 'HEAD']), await place.goaldoc(['diff', 'HEAD'])]
    const commit = place.git('rev-parse', 'HEAD').trim().slice(0, 9)
    expect(told).toEqual({ ...known, err: `${model}:2:1: not used as of ${commit}: ${message}\n` })
    expect(known).toMatchObject({ code: 1, err: '' })
  })

  test('fails if it is there now', async () => {
    const { code, err } = await changed(sound, faulty).goaldoc(['diff', 'HEAD'])
    expect({ code, err }).toEqual({ code: 2, err: `${model}:2:1: not used: ${message}\n` })
  })
})
