import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareGoals, mergeDocuments, mergeGoals, readGoal, renderGoal, updateDocument } from '../../src/document/index.ts'
import { type Goal, UnwritableGoalError } from '../../src/goal/index.ts'

const source = readFileSync(new URL('../fixtures/document/mirrors.rst', import.meta.url), 'utf8')
const goalOf = (text: string) => readGoal(text).goal
const team = (goal: Goal, name: string) => goal.teams?.find((candidate) => candidate.name === name)

/** The lines that are in only one of two texts. */
function changed(a: string, b: string): string[] {
  const [left, right] = [a.split('\n'), b.split('\n')]
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `-${line}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `+${line}`),
  ]
}

describe('readGoal', () => {
  const goal = goalOf(source)

  it('reads the text before the sections', () => {
    expect(goal.title).toBe('Clean all primary mirrors')
    expect(goal.preamble).toBe('.. -*- mode: rst -*-')
    expect(goal.summary).toContain('opposition of Mars.\n\n#. Mirrors')
    expect(goal.gerrit).toEqual({ topic: 'goal-clean-mirrors', text: 'Use one topic for all changes::\n\n  {{topic}}' })
  })

  it('reads lists with their introductions', () => {
    expect(goal.criteria).toEqual([
      { for: 'For all observatories:', items: ['The mirror is clean.', 'The log says who cleaned it,\nand when.'] },
    ])
    expect(goal.references).toEqual([
      'https://observatory.example/mirrors',
      { text: 'How to clean glass', url: 'https://observatory.example/glass' },
    ])
    expect(goal.current).toEqual([
      { date: '2024-03-03', intro: 'a look at the domes showed dust on:', projects: ['hale', 'keck'] },
      { intro: 'These are clean already:', projects: ['gemini', 'subaru'] },
    ])
  })

  it('reads subsections as separate sections', () => {
    expect(goal.sections).toEqual([{ title: 'How dust is measured', body: 'With a photometer.', level: 2 }])
    expect(goal.layout).toEqual({ whole: true, adornments: ['inset =+0', '=', '-'] })
  })

  it('reads teams in every form', () => {
    expect(goal.teamsIntro).toBe('Every team answers here.')
    expect(goal.teams?.map(({ name }) => name)).toEqual(['Gemini', 'Hale', 'Keck', 'Subaru', 'Webb'])
    expect(team(goal, 'Gemini')).toEqual({ name: 'Gemini', planning: [], completion: [] })
    expect(team(goal, 'Hale')).toEqual({
      name: 'Hale',
      note: 'The Hale telescope has one mirror.',
      planning: ['https://review.observatory.example/1', 'Wash it: https://review.observatory.example/2'],
      completion: ['https://review.observatory.example/3'],
      written: { completion: { as: 'paragraphs' } },
    })
    expect(team(goal, 'Keck')).toMatchObject({ planning: ['None'], completion: ['None'], status: 'n/a' })
    expect(team(goal, 'Subaru')).toMatchObject({
      planning: ['https://review.observatory.example/4'],
      completion: [{ repo: 'observatory/subaru' }],
      written: { planning: { as: 'definition', list: '-' } },
    })
    expect(team(goal, 'Webb')).toEqual({
      name: 'Webb',
      planning: [{ intro: 'Mirrors in space:', items: ['primary', 'secondary'] }],
      completion: [{ rst: '.. note:: Nobody goes there.' }],
    })
  })

  it('reports what it keeps verbatim', () => {
    expect(readGoal(source).diagnostics.map(({ line, path }) => [line, path])).toEqual([
      [107, ['teams', 4, 'completion', 0]],
      [48, ['sections', 0]],
    ])
  })

  it.each([
    '',
    '\n',
    'No title.\n',
    'One\n===\n',
    '\uFEFFOne\r\n===\r\n\r\nText.\r\n',
    '::\n',
    '.. _a: b\n',
    'A\n=\n\nB\n=\n\nC\n=\n',
  ])('loses no text of %j', (text) => {
    expect(updateDocument(text, goalOf(text))).toBe(text)
    const words = (one: string) => one.split(/[\s=\uFEFF]+/).filter(Boolean)
    expect(words(renderGoal(goalOf(text)))).toEqual(words(text))
  })
})

describe('renderGoal', () => {
  it('gives the same bytes if the document has the form of its profile', () => {
    expect(renderGoal(goalOf(source))).toBe(source)
  })

  it('renders a goal with few keys', () => {
    expect(renderGoal({ title: 'Find a comet', teams: [{ name: 'Hale', planning: [], completion: [] }] })).toMatchInlineSnapshot(`
      "==============
       Find a comet
      ==============

      Project Teams
      =============

      Hale
      ----

      Planning Artifacts:

      Completion Artifacts:
      "
    `)
  })
})

describe('updateDocument', () => {
  const edit = (change: (goal: Goal) => void) => {
    const goal = goalOf(source)
    change(goal)
    const text = updateDocument(source, goal)
    expect(goalOf(text)).toEqual(goal)
    return changed(source, text)
  }

  it('changes nothing for an unchanged goal', () => {
    expect(updateDocument(source, goalOf(source))).toBe(source)
  })

  it('adds an artifact in the form of its list', () => {
    const url = 'https://review.observatory.example/9'
    expect(edit((goal) => team(goal, 'Hale')?.planning?.push(url))).toEqual([`+* ${url}`])
    expect(edit((goal) => team(goal, 'Hale')?.completion?.push(url))).toEqual([`+${url}`])
    expect(edit((goal) => team(goal, 'Subaru')?.planning?.push(url))).toEqual([`+  - ${url}`])
    expect(edit((goal) => team(goal, 'Webb')?.planning?.push(url))).toEqual([`+${url}`])
    expect(edit((goal) => team(goal, 'Gemini')?.completion?.push(url))).toEqual([`+* ${url}`])
  })

  it('renames a team and keeps its content', () => {
    expect(edit((goal) => void Object.assign(team(goal, 'Hale') as object, { name: 'Palomar' }))).toEqual([
      '-Hale',
      '+Palomar',
      '+-------',
    ])
  })

  it('adds and removes teams', () => {
    expect(edit((goal) => void goal.teams?.splice(3, 0, { name: 'Lovell', planning: [], completion: [] }))).toEqual(['+Lovell'])
    expect(edit((goal) => void goal.teams?.splice(0, 1))).toEqual(['-Gemini'])
  })

  it('changes title, topic, criterion and status', () => {
    expect(edit((goal) => void Object.assign(goal, { title: 'Clean all mirrors' }))).toHaveLength(6)
    expect(edit((goal) => void Object.assign(goal.gerrit as object, { topic: 'mirrors' }))).toEqual([
      '-  goal-clean-mirrors',
      '+  mirrors',
    ])
    expect(edit((goal) => void (goal.criteria as { items: string[] }[])[0]?.items.push('It shines.'))).toEqual(['+#. It shines.'])
    expect(edit((goal) => void Object.assign(team(goal, 'Gemini') as object, { status: 'not-doing' }))).toEqual([
      '+Status: not-doing',
    ])
  })

  it('keeps sections that a partial goal does not mention', () => {
    const text = updateDocument(source, { title: 'Clean all primary mirrors', teams: [{ name: 'Hale', completion: [] }] })
    expect(text).toContain('The Hale telescope has one mirror.')
    expect(text).toContain('Completion Criteria\n===')
    expect(goalOf(text).teams?.map(({ name }) => name)).toEqual(['Hale'])
  })

  it('keeps line endings and the byte order mark', () => {
    const windows = `\uFEFF${source.replace(/\n/g, '\r\n')}`
    const goal = goalOf(windows)
    team(goal, 'Gemini')?.completion?.push('https://review.observatory.example/9')
    const text = updateDocument(windows, goal)
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.replace(/\r\n/g, '')).not.toContain('\n')
  })

  it('refuses values that would be read as something else', () => {
    const goal = goalOf(source)
    Object.assign(team(goal, 'Gemini') as object, { note: 'Status: done' })
    expect(() => updateDocument(source, goal)).toThrow(UnwritableGoalError)
  })

  it('refuses text that docutils would report, but not text that the document already has', () => {
    const broken = 'Mars\n====\n\nThe *roof is shut.\n'
    const goal = { title: 'Mars', references: ['https://mars.example'] }
    expect(readGoal(updateDocument(broken, goal)).goal.references).toEqual(['https://mars.example'])
    expect(() => updateDocument(broken, { ...goal, references: ['The **dome is open.'] })).toThrow(
      'docutils would say: Inline strong start-string without end-string',
    )
  })

  it('escapes a title that would be read as something else, and reads it without the backslash', () => {
    const goal = goalOf(source)
    Object.assign(team(goal, 'Gemini') as object, { name: '* a list' })
    const text = updateDocument(source, goal)
    expect(text).toContain('\n\\* a list\n---------\n')
    expect(team(goalOf(text), '* a list')).toEqual(team(goal, '* a list'))
  })
})

describe('compareGoals', () => {
  it('reports each difference once, with both places', () => {
    const text = source
      .replace(/Gemini\n------[\s\S]*?(?=Hale\n)/, '')
      .replace(
        '* https://review.observatory.example/1\n',
        '* https://review.observatory.example/1\n* https://review.observatory.example/7\n',
      )
      .replace('* keck\n', '')
      .replace('* subaru\n', '* subaru\n* keck\n')
    const found = compareGoals(goalOf(source), goalOf(text))
    expect(found.map(({ kind, path, places }) => [kind, path, places.a?.line, places.b?.line])).toEqual([
      ['moved', ['current', 1, 'projects', 2], 41, 46],
      ['removed', ['teams', 'Gemini'], 58, 58],
      ['added', ['teams', 'Hale', 'planning', 1], 73, 66],
    ])
  })

  it('ignores another notation of the same value', () => {
    expect(
      compareGoals(
        { title: 'A', references: [{ name: 'Mars', url: 'https://mars.example' }] },
        { title: 'A', references: ['Mars: https://mars.example'] },
      ),
    ).toEqual([])
  })

  it('ignores values that a partial goal leaves out', () => {
    expect(compareGoals({ title: 'Clean all primary mirrors' }, goalOf(source))).toEqual([])
  })
})

describe('mergeGoals', () => {
  const base = goalOf(source)
  const side = (change: (goal: Goal) => void) => {
    const goal = structuredClone(base)
    change(goal)
    return goal
  }

  it('merges edits of different teams, and of different entries of a team', () => {
    const ours = side((goal) => team(goal, 'Hale')?.completion?.push('ours'))
    const theirs = side((goal) => {
      team(goal, 'Keck')?.planning?.push('theirs')
      team(goal, 'Hale')?.completion?.push('theirs')
    })
    const { goal, conflicts } = mergeGoals(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(team(goal, 'Hale')?.completion).toEqual(['https://review.observatory.example/3', 'ours', 'theirs'])
    expect(team(goal, 'Keck')?.planning).toEqual(['None', 'theirs'])
  })

  it('gives a conflict only for the values that both sides changed', () => {
    const ours = side((goal) => void Object.assign(goal, { title: 'Ours' }))
    const theirs = side((goal) => void Object.assign(goal, { title: 'Theirs' }))
    expect(mergeGoals(base, ours, theirs).conflicts).toEqual([
      { path: ['title'], base: base.title, ours: 'Ours', theirs: 'Theirs' },
    ])
    const merged = mergeDocuments(source, updateDocument(source, ours), updateDocument(source, theirs))
    expect(merged).toMatchObject({ undecided: 1, how: 'pieces', conflicts: [{ path: ['title'] }] })
    expect(merged.text).toContain('<<<<<<< ours\n=====\n Ours\n=====\n=======\n=======\n Theirs\n=======\n>>>>>>> theirs\n')
  })
})

describe('a document that is too large', () => {
  const large = `${source}${'Far away.\n\n'.repeat(10_000)}`

  it('is kept as the summary, and says so', () => {
    const { goal, diagnostics } = readGoal(large)
    const count = large.split('\n').length - 1
    expect({ title: goal.title, summary: goal.summary, sections: goal.sections }).toEqual({
      title: '',
      summary: large.trim(),
      sections: undefined,
    })
    expect(diagnostics.map(({ ruleId, line, message }) => ({ ruleId, line, message }))).toEqual([
      {
        ruleId: 'document/too-large',
        line: 1,
        message: `Kept as it is, as the summary: ${count} lines are too many; at most 20000 are read`,
      },
    ])
  })

  it('may be so by its marks', () => {
    const { diagnostics } = readGoal(`${source}${'*far* '.repeat(30_000)}`)
    const why = expect.stringMatching(/^Kept as it is, as the summary: \d+ marks are too many; at most 50000 are read$/)
    expect(diagnostics).toMatchObject([{ ruleId: 'document/too-large', message: why }])
  })

  it('does not change, and nothing can be written to it', () => {
    const { goal } = readGoal(large)
    expect(updateDocument(large, goal)).toBe(large)
    expect(() => updateDocument(large, { title: 'Clean all mirrors' })).toThrow(UnwritableGoalError)
    expect(() => renderGoal(goal)).toThrow(/^Cannot write summary: The document would be too large/)
  })
})
