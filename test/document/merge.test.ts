/** Three-way merging: of goals, of documents and models. The matrix of all kinds of edits is in `npm run merges`; here a sample of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDocuments, mergeGoals, mergeModels, usualMarkers } from '../../src/document/index.ts'
import { mergedLines } from '../../src/document/merge/lines.ts'
import type { Goal, Team } from '../../src/goal/index.ts'
import { goalEdits } from './merge-edits.ts'
import { mergeFormats, mergeMatrix, mergeProfiles } from './merging.ts'

const team = (name: string, more: Partial<Team> = {}): Team => ({ name, planning: [], completion: [], ...more })
const base: Goal = {
  title: 'Map the moons',
  summary: 'Every moon has a map.\n\nSmall moons come last.',
  teams: [team('Galileo', { completion: ['https://moon.example/io'] }), team('Huygens'), team('Cassini', { planning: ['None'] })],
  sections: [{ title: 'Paper', body: 'Maps are printed.\n\nInk is blue.' }],
}
const side = (edit: (goal: Goal & { teams: Team[] }) => unknown): Goal => {
  const goal = structuredClone(base) as Goal & { teams: Team[] }
  edit(goal)
  return goal
}
const named = (goal: Goal, name: string) => goal.teams?.find((one) => one.name === name)

describe('mergeGoals', () => {
  it('drops a status that followed from the lists of one side, if the other side lists something', () => {
    const ours = side(({ teams }) => Object.assign(teams[1]!, { planning: ['None'], status: 'n/a' }))
    const theirs = side(({ teams }) => teams[1]!.completion!.push('https://moon.example/titan'))
    for (const { goal, conflicts } of [mergeGoals(base, ours, theirs), mergeGoals(base, theirs, ours)]) {
      expect(conflicts).toEqual([])
      expect(named(goal, 'Huygens')).toEqual(team('Huygens', { planning: ['None'], completion: ['https://moon.example/titan'] }))
    }
  })

  it('applies an edit to the team that the other side renamed', () => {
    const ours = side(({ teams }) => Object.assign(teams[0]!, { name: 'Marius' }))
    const theirs = side(({ teams }) => teams[0]!.completion!.push('https://moon.example/europa'))
    for (const { goal, conflicts } of [mergeGoals(base, ours, theirs), mergeGoals(base, theirs, ours)]) {
      expect(conflicts).toEqual([])
      expect(goal.teams![0]).toEqual(team('Marius', { completion: ['https://moon.example/io', 'https://moon.example/europa'] }))
    }
  })

  it('merges a team that both sides rename alike, and one of them changes', () => {
    const ours = side(({ teams }) => Object.assign(teams[1]!, { name: 'Titan', completion: ['https://moon.example/titan'] }))
    const theirs = side(({ teams }) => Object.assign(teams[1]!, { name: 'Titan' }))
    for (const merged of [mergeGoals(base, ours, theirs), mergeGoals(base, theirs, ours)])
      expect(merged).toEqual({ goal: ours, conflicts: [] })
  })

  it('gives a conflict if both sides rename a team differently', () => {
    const [ours, theirs] = ['Marius', 'Simon'].map((name) => side(({ teams }) => Object.assign(teams[0]!, { name }))) as [
      Goal,
      Goal,
    ]
    expect(mergeGoals(base, ours, theirs)).toEqual({
      goal: ours,
      conflicts: [{ path: ['teams', 'Marius', 'name'], base: 'Galileo', ours: 'Marius', theirs: 'Simon' }],
    })
  })

  it('gives a conflict if one side removes a team that the other side edits', () => {
    const ours = side(({ teams }) => teams.shift())
    const theirs = side(({ teams }) => teams[0]!.completion!.push('https://moon.example/europa'))
    expect(mergeGoals(base, ours, theirs)).toEqual({
      goal: ours,
      conflicts: [{ path: ['teams', 'Galileo'], base: base.teams![0], theirs: theirs.teams![0] }],
    })
  })

  it('gives a conflict where both sides add the same team differently', () => {
    const [ours, theirs] = ['titan', 'rhea'].map((moon) =>
      side(({ teams }) => teams.push(team('Tethys', { planning: [moon] }))),
    ) as [Goal, Goal]
    expect(mergeGoals(base, ours, theirs).conflicts).toEqual([
      { path: ['teams', 'Tethys', 'planning'], ours: ['titan'], theirs: ['rhea'] },
    ])
  })

  it('gives a conflict if one side writes None and the other side an artifact', () => {
    const ours = side(({ teams }) => teams[1]!.planning!.push('None'))
    const theirs = side(({ teams }) => teams[1]!.planning!.push('https://moon.example/titan'))
    expect(mergeGoals(base, ours, theirs).conflicts).toEqual([
      { path: ['teams', 'Huygens', 'planning'], base: [], ours: ['None'], theirs: ['https://moon.example/titan'] },
    ])
  })

  it('removes the status n/a of a None if the other side has completed something', () => {
    const ours = side(({ teams }) => Object.assign(teams[1]!, { planning: ['None'], status: 'n/a' }))
    const theirs = side(({ teams }) => teams[1]!.completion!.push('https://moon.example/titan'))
    const { goal, conflicts } = mergeGoals(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(named(goal, 'Huygens')).toEqual(team('Huygens', { planning: ['None'], completion: ['https://moon.example/titan'] }))
  })

  it('keeps the artifacts of both sides in place of None', () => {
    const [ours, theirs] = ['b', 'a'].map((moon) => side(({ teams }) => Object.assign(teams[2]!, { planning: [moon] }))) as [
      Goal,
      Goal,
    ]
    const { goal, conflicts } = mergeGoals(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(named(goal, 'Cassini')?.planning).toEqual(['a', 'b'])
  })

  it('finds a section that was renamed and moved', () => {
    const ours = side((goal) => {
      goal.sections = [
        { title: 'Weather', body: 'Clouds.' },
        { ...base.sections![0]!, title: 'Print' },
      ]
    })
    const theirs = side((goal) => Object.assign(goal.sections![0]!, { body: 'Maps are printed.\n\nInk is black.' }))
    const { goal, conflicts } = mergeGoals(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(goal.sections).toEqual([
      { title: 'Weather', body: 'Clouds.' },
      { title: 'Print', body: 'Maps are printed.\n\nInk is black.' },
    ])
  })

  it('merges prose by lines, with a conflict of one line', () => {
    const edited = (from: string, to: string) =>
      side((goal) => Object.assign(goal, { summary: (goal.summary as string).replace(from, to) }))
    expect(mergeGoals(base, edited('Every', 'Each'), edited('last', 'first'))).toEqual({
      goal: { ...base, summary: 'Each moon has a map.\n\nSmall moons come first.' },
      conflicts: [],
    })
    expect(mergeGoals(base, edited('Every', 'Each'), edited('Every', 'No')).conflicts).toHaveLength(1)
  })

  it('loses no text in random edits', () => {
    const kinds = Object.keys(goalEdits)
    const picks = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(picks, picks, (left, right) => {
        const start = rich()
        const apply = (names: string[], word: string) => {
          const goal = rich()
          for (const name of names) attempt(() => goalEdits[name]!(goal, word))
          return goal
        }
        const [ours, theirs] = [apply(left, 'one'), apply(right, 'two')]
        const { goal, conflicts } = mergeGoals(start, ours, theirs)
        const linesOf = (value: unknown) => [...texts(value)].flatMap((text) => text.split('\n'))
        const [before, after] = [linesOf(start), linesOf([goal, conflicts])]
        const added = linesOf([ours, theirs]).filter((line) => !before.includes(line))
        expect(added.filter((line) => !after.includes(line))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

function attempt(edit: () => unknown): void {
  try {
    edit()
  } catch {
    // An edit may have nothing left to do after the ones before it.
  }
}

/** A goal on which every kind of edit can be made. */
function rich(): Goal {
  return {
    title: 'Map the moons',
    summary: base.summary,
    champions: { people: [{ name: 'Simon Marius', nick: 'simon' }] },
    gerrit: { topic: 'moons' },
    criteria: [
      { for: 'For all:', items: ['It is round.', 'It is grey.'] },
      { for: 'For some:', items: ['It is icy.'] },
    ],
    references: ['https://moon.example/book', 'https://moon.example/atlas'],
    current: [{ intro: 'Done:', projects: ['io', 'europa'] }],
    teams: [
      team('Galileo', { planning: ['https://moon.example/1', 'https://moon.example/2'], completion: ['https://moon.example/3'] }),
      team('Huygens'),
      team('Cassini', { completion: ['None'] }),
    ],
    sections: [
      { title: 'Paper', body: 'Maps are printed.' },
      { title: 'Ink', body: 'Ink is blue.' },
    ],
  }
}

/** Every text of a value. */
function texts(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set([value])
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap((inner) => [...texts(inner)]))
}

describe('documents and models', () => {
  const document = [
    'Map the moons',
    '=============',
    '',
    'Project Teams',
    '=============',
    '',
    'Galileo',
    '-------',
    '',
    'Planning Artifacts:',
    '',
    'Completion Artifacts:',
    '',
    '* https://moon.example/io',
    '',
  ].join('\n')
  const longer = `${document}* https://moon.example/europa\n`
  const without = document.slice(0, document.indexOf('\nGalileo'))

  it('write conflicts in the style and with the labels that git sets', () => {
    const markers = { labels: { ours: 'HEAD', base: 'parent', theirs: 'topic' }, size: 9 }
    const [one, two] = ['one', 'two'].map((word) => document.replace('/io', `/${word}`)) as [string, string]
    const shown = (style: 'merge' | 'diff3' | 'zdiff3') => {
      const { text, undecided } = mergeDocuments(document, one, two, { markers: { ...markers, style } })
      expect(undecided).toBe(1)
      return text.slice(text.indexOf('<<<'))
    }
    const [start, end] = [
      '<<<<<<<<< HEAD\n* https://moon.example/one\n',
      '=========\n* https://moon.example/two\n>>>>>>>>> topic\n',
    ]
    expect(shown('merge')).toBe(start + end)
    expect(shown('diff3')).toBe(`${start}||||||||| parent\n* https://moon.example/io\n${end}`)
    expect(shown('zdiff3')).toBe(`${start}||||||||| parent\n* https://moon.example/io\n${end}`)
  })

  it('write a team that one side removed and the other edited as a conflict with an empty side', () => {
    const { text, conflicts } = mergeDocuments(document, without, longer)
    expect(text).toBe(`${without.trimEnd()}\n<<<<<<< ours\n=======\n\n${longer.slice(longer.indexOf('Galileo'))}>>>>>>> theirs\n`)
    expect(conflicts).toMatchObject([{ path: ['teams', 'Galileo'] }])
  })

  it('use an adornment that one side changed for all titles of its level', () => {
    const ours = document.replaceAll('-------', '~~~~~~~')
    const theirs = `${document}\nHuygens\n-------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n`
    for (const { text, undecided } of [mergeDocuments(document, ours, theirs), mergeDocuments(document, theirs, ours)]) {
      expect(undecided).toBe(0)
      expect(text).toBe(theirs.replaceAll('-------', '~~~~~~~'))
    }
  })

  it.each([
    ['- name: a # c\n  completion: []\n', '- name: a # d\n  completion: [x]\n', '- name: a # e\n  completion: [y]\n'],
    [
      '- name: a # c\n  completion: [x]\n',
      '- name: a # d\n  completion: [x, b]\n',
      '- name: a # e\n  completion:\n  - x\n  - c\n',
    ],
  ])('beside a conflict, does not join entries of lists between brackets: %j', (...teams) => {
    const [model, ours, theirs] = teams.map((text) => `title: T\nteams:\n${text}`) as [string, string, string]
    const { text, undecided } = mergeModels(model, ours, theirs)
    expect(undecided).toBeGreaterThan(0)
    for (const line of [ours, theirs].flatMap((side) => side.split('\n'))) expect(text.split('\n')).toContain(line)
  })

  it('merge a model by its keys and entries, with their comments', () => {
    const model = 'title: Moons # for now\nteams:\n  - name: Galileo\n    planning: []\n  - name: Huygens\n    planning: []\n'
    const ours = model.replace('Galileo\n    planning: []', 'Galileo\n    planning:\n      - a # seen\n')
    const theirs = model.replace('Galileo\n    planning: []', 'Marius\n    planning:\n      - b')
    const { text, undecided } = mergeModels(model, ours, theirs)
    expect(undecided).toBe(0)
    expect(text).toContain('  - name: Marius\n    planning:\n      - a # seen\n      - b\n')
  })

  it('are merged by lines if a version is not a goal', () => {
    expect(mergeModels('a: [\n', 'a: [1\n', 'a: [2\n')).toMatchObject({
      text: '<<<<<<< ours\na: [1\n=======\na: [2\n>>>>>>> theirs\n',
      how: 'lines',
      fallback: 'goaldoc cannot read one of the versions',
    })
    expect(mergeDocuments(document, '', longer)).toMatchObject({ how: 'lines', undecided: 1 })
    expect(mergeDocuments('', document, longer, { markers: usualMarkers }).undecided).toBe(1)
  })

  /** Only every 97th pair: `npm run merges` takes all of them. */
  const step = 97
  it.each(mergeProfiles.flatMap((profile) => mergeFormats.map((format) => [profile, format] as const)))(
    'lose no text in pairs of edits: %s in %s',
    (profile, format) => {
      const figures = mergeMatrix(profile, format, (at) => at % step === 0)
      expect(figures.broken).toEqual([])
      expect(figures.pairs).toBeGreaterThan(40)
      expect(figures.lines).toBeLessThanOrEqual(figures.linesByGit)
    },
    120_000,
  )
})

describe('mergedLines', () => {
  const [dome, round] = ['The dome is open.\n', 'The dome is round.\n']
  it.each([
    ['behind', `${dome}\nIt rains.\n`, `${round}\nIt rains.\n`],
    ['before', `It rains.\n\n${dome}`, `It rains.\n\n${round}`],
  ])('keeps an edit of a paragraph and the text that the other side wrote %s it', (_, grown, merged) => {
    expect(mergedLines(dome, grown, round)).toEqual([merged])
    expect(mergedLines(dome, round, grown)).toEqual([merged])
  })

  it('gives a conflict for two edits, for two paragraphs, and for an edit and a deletion', () => {
    for (const [base, ours, theirs] of [
      [dome, round, 'The dome is shut.\n'],
      [dome, `${dome}\nIt rains.\n`, `${dome}\nIt snows.\n`],
      [dome, round, ''],
      [dome, `${dome}\nIt rains.\n`, ''],
    ] as const)
      expect(mergedLines(base, ours, theirs).filter((segment) => typeof segment !== 'string')).toHaveLength(1)
  })
})

it('versions that are too long are merged by lines, and the result says why', () => {
  const text = (name: string) => `Mars\n====\n\n${Array.from({ length: 30_000 }, (_, index) => `${name} ${index}\n`).join('')}`
  const merged = mergeDocuments(text('io'), text('io').replace('io 7\n', 'io seven\n'), text('io').replace('io 9000\n', ''))
  expect(merged).toEqual({
    text: text('io').replace('io 7\n', 'io seven\n').replace('io 9000\n', ''),
    undecided: 0,
    conflicts: [],
    how: 'lines',
    fallback: `${text('io').replace('io 7\n', 'io seven\n').length} characters are too many; at most 60000 are read`,
  })
})
