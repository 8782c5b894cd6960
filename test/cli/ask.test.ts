import { describe, expect, test } from 'vitest'
import { type Folder, folder, telescopes } from './run.ts'

const document = 'goals/one-star-catalog.rst'

const list = (lead: string) => `hubble:
  ptl:
    name: ${lead}
    irc: ${lead.toLowerCase()}
    email: ${lead.toLowerCase()}@planets.example
kepler:
  leadership_type: distributed
  liaisons:
    release:
      - name: Johannes
        irc: No nick supplied
        email: johannes@planets.example
    security:
      - name: Tycho
        irc: tycho
spitzer:
  ptl:
    name: APPOINTMENT NEEDED
    irc: No nick supplied
    email: example@example.org
swift: {}
`

const goal = `${telescopes}
spitzer
-------

Planning Artifacts:

Completion Artifacts:
`

/** Asked in March with Edwin as the lead of hubble; kepler has answered in April, and Nancy leads hubble since. */
function observatory(): Folder {
  const place = folder({ [document]: goal, 'reference/projects.yaml': list('Edwin') })
  place.git('init', '-q')
  const commit = (day: string) => {
    place.git('add', '-A')
    process.env.GIT_COMMITTER_DATE = `${day}T12:00:00Z`
    place.git('commit', '-qm', day)
    delete process.env.GIT_COMMITTER_DATE
  }
  commit('2026-03-01')
  place.write(
    document,
    goal.replace(
      'kepler\n------\n\nPlanning Artifacts:\n',
      'kepler\n------\n\nPlanning Artifacts:\n\n* https://planets.example/kepler/plan\n',
    ),
  )
  place.write('reference/projects.yaml', list('Nancy'))
  commit('2026-04-01')
  return place
}

const ask = async (place: Folder, ...args: string[]) => {
  const { code, out, err } = await place.goaldoc(['ask', 'one-star-catalog', ...args])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

describe('goaldoc ask', () => {
  test('writes a mail for a given day', async () => {
    expect(await ask(observatory(), '--date', '2026-03-15')).toBe(`To: Johannes <johannes@planets.example>
Subject: Point every telescope by one star catalog: your answer is missing

Hello,

you receive this mail because you speak for a team that the goal
"Point every telescope by one star catalog" waits for (goals/one-star-catalog.rst).

These teams have not answered yet. Please add what you plan, or None:

* kepler
  Johannes <johannes@planets.example>, release liaison, Tycho (tycho), security liaison
* spitzer
* swift

No mail address is known of: spitzer, swift
`)
  })

  test('the teams and their contacts are those of the given day', async () => {
    const place = observatory()
    expect(
      await ask(place, '--date', '2026-06-15', '--stale', '60', '--format', 'etherpad'),
    ).toBe(`Point every telescope by one star catalog
goals/one-star-catalog.rst, as of 2026-06-15

Not answered yet:

* spitzer
* swift

Not finished, and silent for long:

* hubble: planned, last changed on 2026-03-01
  Nancy (nancy) <nancy@planets.example>, PTL
* kepler: planned, last changed on 2026-04-01
  Johannes <johannes@planets.example>, release liaison, Tycho (tycho), security liaison

No mail address is known of: spitzer, swift
`)
    expect(await ask(place, '--date', '2026-06-15', '--stale', '100', '--format', 'irc')).toBe(
      'nancy: Point every telescope by one star catalog (goals/one-star-catalog.rst) waits for an answer of spitzer, swift; has old news of hubble (no nick is known of spitzer, swift)\n',
    )
  })

  test('lines for IRC are short enough', async () => {
    const place = observatory()
    const names = Array.from({ length: 60 }, (_, index) => `telescope-number-${index}`)
    place.write('reference/projects.yaml', list('Nancy') + names.map((name) => `${name}:\n  ptl:\n    irc: ${name}\n`).join(''))
    const lines = (await ask(place, '--format', 'irc')).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(3)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(400)
    for (const name of names) expect(lines.filter((line) => new RegExp(`\\b${name}(?:,|:)`).test(line))).toHaveLength(1)
  })

  test("a project's own template is used if it has one", async () => {
    const place = observatory()
    place.write('goals/ask-mail.hbs', '{{#each silent}}{{team}}={{#each people}}{{irc}} {{/each}};{{/each}}\n')
    expect(await ask(place, '--date', '2026-03-15')).toBe('kepler= tycho ;spitzer=;swift=;\n')
    place.write('own.hbs', '{{title}}: {{planet}}\n')
    expect(await place.goaldoc(['ask', document, '--template', 'own.hbs'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Cannot use own\.hbs: "planet" not defined .*\. See docs\/bookkeeping\.md for the fields\.\n$/),
    })
  })

  test('an exempt team is not asked, and an invalid team list is an error', async () => {
    const place = observatory()
    place.write('goaldoc.config.yaml', 'roster:\n  exempt:\n    - team: spitzer\n      reason: It is off.\n')
    expect(await ask(place, '--format', 'irc')).toContain('waits for an answer of swift; has old news')
    place.write('reference/projects.yaml', `${list('Nancy')}rubin:\n  mission: "open\n`)
    expect(await place.goaldoc(['ask', document])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Cannot read the (?:teams|people) in reference\/projects\.yaml: line \d+: /),
    })
  })

  test('no message is written if all teams have finished, or before the goal existed', async () => {
    const place = folder({
      [document]: telescopes.replaceAll('Completion Artifacts:\n', 'Completion Artifacts:\n\n* https://planets.example/1\n'),
    })
    place.git('init', '-q')
    expect(await place.goaldoc(['ask', document])).toEqual({
      code: 0,
      out: '',
      err: `Nobody has to be asked about ${document}\n`,
    })
    expect((await place.goaldoc(['ask', document, '--date', '2020-02-02'])).err).toBe(
      `Cannot tell how ${document} was on 2020-02-02: git has no version from before that day. Take a later day.\n`,
    )
    expect((await place.goaldoc(['ask', document, '--date', 'May'])).code).toBe(2)
  })
})
