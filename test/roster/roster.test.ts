import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFully } from '../../src/roster/full.ts'
import { loadRoster, RosterError, readRoster } from '../../src/roster/index.ts'
import { readQuickly } from '../../src/roster/quick.ts'

const list = `# Who looks after what.
---
observatory:
  ptl:
    name: Galileo   # since 1610
  mission: >
    To look at planets: all of them.

    deliverables: none of these words count.
  tags:
  - name: stable
  deliverables:
    telescope:
      repos:
      - planets/telescope
      - 'planets/mirror' # polished
      release-type: yearly
    python-telescopeclient:
      repos:
        - planets/python-telescopeclient
'Deep Space':
    deliverables:
        probe:
            repos: []
orbits: {}
`

test('teams, deliverables and repositories have the order of the file and their places', () => {
  const roster = loadRoster(list)
  expect(readQuickly(list)).toBeDefined()
  expect(roster.names).toEqual(['observatory', 'Deep Space', 'orbits'])
  expect(roster.team('observatory')).toEqual({
    name: 'observatory',
    line: 3,
    column: 1,
    endLine: 3,
    endColumn: 12,
    offset: 28,
    endOffset: 39,
    deliverables: [
      { name: 'telescope', repositories: ['planets/telescope', 'planets/mirror'], line: 13 },
      { name: 'python-telescopeclient', repositories: ['planets/python-telescopeclient'], line: 18 },
    ],
    repositories: ['planets/telescope', 'planets/mirror', 'planets/python-telescopeclient'],
  })
  expect(list.slice(roster.team('Deep Space')!.offset, roster.team('Deep Space')!.endOffset)).toBe('Deep Space')
  expect(roster.projects).toEqual(new Set(['telescope', 'python-telescopeclient', 'mirror', 'probe']))
  expect(roster.deliverable('probe')?.team.name).toBe('Deep Space')
  expect(roster.position('orbits')).toBe(2)
})

test('names in documents are classified', () => {
  const roster = loadRoster(list, {
    aliases: { 'The Observatory': 'observatory' },
    renamed: { astrology: 'Deep Space', alchemy: 'astrology', circle: 'round', round: 'circle' },
    retired: ['Phlogiston'],
    exempt: [{ team: 'Amateurs', reason: 'they are not official' }],
    legacy: 'aether:\n  retired-on: 1887-11-01\nvulcan:\n  retired-on: 1915-11-25\n',
    asOfDay: '1900-01-01',
    path: 'reference/projects.yaml',
  })
  const kind = (name: string) => `${roster.match(name).kind} ${roster.match(name).team?.name ?? ''}`.trim()
  expect(kind('observatory')).toBe('official observatory')
  expect(kind('deep-space')).toBe('spelling Deep Space')
  expect(kind('the observatory')).toBe('alias observatory')
  expect(kind('alchemy')).toBe('renamed Deep Space')
  expect(kind('circle')).toBe('unknown')
  expect(kind('phlogiston')).toBe('retired')
  expect(roster.match('Aether')).toEqual({ kind: 'retired', retiredOn: '1887-11-01' })
  expect(roster.match('vulcan')).toEqual({ kind: 'former', retiredOn: '1915-11-25' })
  expect(kind('telescope')).toBe('deliverable observatory')
  expect(kind('comets')).toBe('unknown')
  expect(roster.find('telescope')).toBeUndefined()
  expect(roster.find('deep space')).toBe(roster.team('Deep Space'))
  expect(roster.nearest('obsrevatory')).toBe('observatory')
  expect(roster.nearest('comets')).toBeUndefined()
  expect(roster.exempt('amateurs')).toBe('they are not official')
  expect(roster.position('comets')).toBe(-1)
  expect([roster.path, roster.knowsFormer, roster.isOfAnotherTime]).toEqual(['reference/projects.yaml', true, false])
})

test('without a day, the former teams of the list are retired; of two deliverables with one name, the first counts', () => {
  const twice = 'observatory:\n  deliverables:\n    dome: {}\norbits:\n  deliverables:\n    dome: {}\n'
  const roster = loadRoster(twice, { legacy: 'aether:\n  retired-on: 1887-11-01\n', isOfAnotherTime: true })
  expect(roster.match('aether')).toEqual({ kind: 'retired', retiredOn: '1887-11-01' })
  expect(roster.match('Dome')).toMatchObject({ kind: 'deliverable', team: { name: 'observatory' }, deliverable: { line: 3 } })
  expect([roster.path, roster.knowsFormer, roster.isOfAnotherTime]).toEqual([undefined, true, true])
  expect(loadRoster(twice).knowsFormer).toBe(false)
})

describe('lists that the quick reader cannot read are read by the parser', () => {
  test.each([
    ['observatory: {deliverables: {telescope: {repos: [planets/telescope]}}}', ['telescope']],
    ['observatory:\n  deliverables:\n    telescope:\n      repos: [planets/telescope]\n', ['telescope']],
    [
      'observatory:\n  deliverables: &all\n    telescope:\n      repos:\n      - planets/telescope\norbits:\n  deliverables: *all\n',
      ['telescope'],
    ],
    [
      'observatory:\n  deliverables:\n    telescope:\n      repos:\n      - repo: planets/telescope\n        tags: []\n',
      ['telescope'],
    ],
    ['observatory:\n  projects:\n    - repo: planets/telescope\n', ['telescope']],
    ['observatory:\n  projects: [{name: planets/telescope}, {}, ~, [planets]]\n', ['telescope']],
  ])('%j', async (yaml, names) => {
    expect(readQuickly(yaml)).toBeUndefined()
    const team = loadRoster(yaml).teams[0]!
    expect(team.deliverables.map((deliverable) => deliverable.name)).toEqual(names)
    expect(team.repositories).toEqual(['planets/telescope'])
    expect((await readRoster(yaml)).teams).toEqual(loadRoster(yaml).teams)
  })
})

test.each([
  ['\norbits:\n  deliverables:\n    probe:\n      repos:\n      - planets/probe\n', [['orbits', [['probe', ['planets/probe']]]]]],
  ['orbits:\n    deliverables:\n    probe:\n      repos:\n      - planets/probe\n', [['orbits', []]]],
  [
    'orbits:\n  deliverables:\n    probe:\n      repos:\n      - planets/a\n    dish:\n      repos:\n      - planets/b\n      - planets/c\n',
    [
      [
        'orbits',
        [
          ['probe', ['planets/a']],
          ['dish', ['planets/b', 'planets/c']],
        ],
      ],
    ],
  ],
])('%j is read quickly', (yaml, teams) => {
  expect(short(readQuickly(yaml)!)).toEqual(teams)
  expect(readQuickly(yaml)).toEqual(readFully(yaml))
})

test('a text that is not a list is an error with its line', () => {
  const why = (yaml: string) => {
    try {
      loadRoster(yaml)
    } catch (error) {
      return error instanceof RosterError ? error.message : 'another error'
    }
    return undefined
  }
  expect(why('')).toBe('line 1: The team list is not a mapping of teams')
  expect(why('- observatory\n')).toBe('line 1: The team list is not a mapping of teams')
  expect(why('observatory:\n  deliverables: {}\norbits: 5\n')).toBe('line 3: The team `orbits` is not a mapping')
  expect(why('observatory: {}\nobservatory: {}\n')).toBe('line 2: Duplicate key; remove one of the two')
  expect(
    why(
      'observatory:\n  deliverables:\n    dome:\n      repos:\n      - planets/a\n    dome:\n      repos:\n      - planets/b\n',
    ),
  ).toBe('line 6: Duplicate key; remove one of the two')
  expect(why('observatory:\n\tdeliverables: {}\n')).toBe('line 2: Tab as indentation; use spaces')
  expect(why('observatory: {}\n? [orbits]\n: {}\n')).toBe('line 2: Key that is a list or a mapping')
  expect(why(`observatory: {}\norbits: ${'['.repeat(500)}`)).toBe('line 2: Too many levels of nesting')
  expect(why('observatory: {}\norbits: *all\n')).toBe('line 2: Unknown alias `all`')
  expect(why('observatory: {}\n---\norbits: {}\n')).toBe(
    'line 2: More than one document in the file (put each into its own file)',
  )
})

/** The list as the YAML parser reads it. */
function plain(yaml: string): unknown {
  return Object.entries(
    (parse(yaml) ?? {}) as Record<string, { deliverables?: Record<string, { repos?: string[] } | null> } | null>,
  ).map(([name, team]) => [name, Object.entries(team?.deliverables ?? {}).map(([key, value]) => [key, value?.repos ?? []])])
}
const short = (teams: ReturnType<typeof readFully>) =>
  teams.map((team) => [team.name, team.deliverables.map(({ name, repositories }) => [name, repositories])])

/** A list in the usual form, as lines: names plain or in quotes, in any width of indentation. */
const usualLines = fc
  .tuple(
    fc.constantFrom(2, 4),
    fc.constantFrom(0, 2),
    fc.uniqueArray(fc.constantFrom('observatory', 'orbits', "'Deep Space'", '"far out"'), { minLength: 1 }),
    fc.array(fc.uniqueArray(fc.constantFrom('dome', 'probe', "'star map'", '"lens"'), { maxLength: 3 }), {
      minLength: 4,
      maxLength: 4,
    }),
    fc.array(fc.constantFrom('planets/a', "'planets/b'", '"planets/c"', 'planets/d # new'), { maxLength: 2 }),
  )
  .map(([step, dash, teams, deliverables, repositories]) =>
    teams.flatMap((team, index) => [
      `${team}:`,
      `${' '.repeat(step)}deliverables:${deliverables[index]!.length === 0 ? ' {}' : ''}`,
      ...deliverables[index]!.flatMap((deliverable) => [
        `${' '.repeat(2 * step)}${deliverable}:`,
        `${' '.repeat(3 * step)}repos:${repositories.length === 0 ? ' []' : ''}`,
        ...repositories.map((repository) => `${' '.repeat(3 * step + dash)}- ${repository}`),
      ]),
    ]),
  )
/** A line that may stand anywhere in a file, mostly where it does harm. */
const strayLine = fc.constantFrom(
  'observatory:',
  'orbits: {}',
  '  deliverables: {}',
  '    telescope:',
  '    repos:',
  '    - planets/d',
  '      repos:',
  '      repos: []',
  '      repos: # none',
  '        - planets/b',
  '      type: a',
  '      - a b',
  '      - a: b',
  '  mission: >',
  '    words: more',
  '  tags:',
  '  - name: x',
  '    - y',
  '  ptl: {name: a,',
  '    irc: b}',
  '  x: "a',
  '  b"',
  '   odd:',
  '    {}',
  '# comment',
  '',
  '---',
  '\t',
)
const edit = fc.record({ at: fc.nat(20), removed: fc.nat(2), lines: fc.array(strayLine, { maxLength: 2 }) })

test('the quick reader returns the same as the parser, or nothing', () => {
  const read = { quickly: 0, notAtAll: 0 }
  const parts = fc.tuple(
    usualLines,
    fc.array(edit, { maxLength: 3 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\ufeff'),
  )
  fc.assert(
    fc.property(parts, ([usual, edits, lineEnd, mark]) => {
      const lines = [...usual, '']
      for (const { at, removed, lines: added } of edits) lines.splice(at % lines.length, removed, ...added)
      const yaml = mark + lines.join(lineEnd)
      const quick = readQuickly(yaml)
      if (edits.length === 0) expect(quick).toBeDefined()
      if (quick === undefined || quick.length === 0) return void read.notAtAll++
      let full: ReturnType<typeof readFully>
      try {
        full = readFully(yaml)
      } catch {
        // The quick reader skips values that do not matter, so it does not see errors in them.
        return
      }
      expect(quick).toEqual(full)
      read.quickly++
    }),
    { numRuns: Number(process.env.RUNS ?? 1000) },
  )
  expect(Math.min(read.quickly, read.notAtAll)).toBeGreaterThan(100)
})

const corpus = join(import.meta.dirname, '../../../shared/corpus')

test.skipIf(!existsSync(corpus))(
  'the lists of the corpus are read quickly, and as YAML reads them (skipped where the corpus is absent)',
  () => {
    const files = ['seed.projects.yaml', ...readdirSync(join(corpus, 'rosters')).map((file) => `rosters/${file}`)]
    for (const file of files) {
      const yaml = readFileSync(join(corpus, file), 'utf8')
      const quick = readQuickly(yaml)
      expect(quick, file).toBeDefined()
      expect(short(quick!), file).toEqual(plain(yaml))
      expect(quick, file).toEqual(readFully(yaml))
    }
    const seed = loadRoster(readFileSync(join(corpus, 'seed.projects.yaml'), 'utf8'))
    expect(seed.teams).toHaveLength(60)
    expect(seed.team('storlets')?.line).toBeGreaterThan(1)
  },
)
