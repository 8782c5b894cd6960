import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalJsonSchema, parseModel, positionsOf, stringifyModel, validateGoal } from '../../src/goal/index.ts'

/** `line:column rule message | hint` of each error. */
const errorsOf = (yaml: string) =>
  parseModel(yaml).diagnostics.map(
    (error) => `${error.line}:${error.column} ${error.ruleId} ${error.message}${error.hint ? ` | ${error.hint}` : ''}`,
  )

test('a second document in the file is an error at its place', () => {
  const sentence = 'model/syntax More than one document in the file | put each into its own file'
  expect(errorsOf('title: Telescopes\n---\ntitle: Comets\n')).toEqual([`2:1 ${sentence}`])
  expect(errorsOf('---\ntitle: Telescopes\n...\n---\ntitle: Comets\n')).toEqual([`4:1 ${sentence}`])
  expect(errorsOf('---\ntitle: Telescopes\n...\n')).toEqual([])
})

test('a conflict that a merge left is one error, at its start', () => {
  const sentence = 'model/syntax Conflict of a merge; resolve it and remove the markers'
  const conflict = '<<<<<<< ours\n    status: in-progress\n=======\n    status: done\n>>>>>>> theirs\n'
  const yaml = `title: Telescopes\nteams:\n  - name: saturn\n${conflict}    planning: []\n  - name: neptune\n${conflict}`
  expect(errorsOf(yaml)).toEqual([`4:1 ${sentence}`, `11:1 ${sentence}`])
  expect(parseModel(yaml).goal).toBeUndefined()
  // In a block, where the markers are indented, they are text.
  const text = `<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs`
  expect(parseModel(`title: Telescopes\nsummary: |-\n${text.replace(/^/gm, '  ')}\n`).goal).toEqual({
    title: 'Telescopes',
    summary: text,
  })
})

test('a carriage return alone ends a line', () => {
  const yaml = '# Planets.\rtitle: Telescopes\rsummary: |\r  One.\r  Two.\rgerrit:\r  tpoic: x\r'
  expect(errorsOf(yaml)).toEqual(['7:3 model/unknown-key Unknown key `tpoic`; did you mean `topic`? | did you mean `topic`?'])
  expect(parseModel(yaml.replace('tpoic', 'topic')).goal).toEqual({
    title: 'Telescopes',
    summary: 'One.\nTwo.',
    gerrit: { topic: 'x' },
  })
})

test('all errors are reported, each at its place with a hint', () => {
  const yaml = `title: Telescopes
sumary: Point them all
title: Again
gerrit:
  topic: [telescopes]
teams:
  - name: saturn
    status: don
    planning:
      - text: The rings
        ulr: https://planets.example/1
      - 5
  - name: neptune
    planning: https://planets.example/2
  - name: saturn
    completion:
`
  expect(errorsOf(yaml)).toEqual([
    '2:1 model/unknown-key Unknown key `sumary`; did you mean `summary`? | did you mean `summary`?',
    '3:1 model/duplicate-key Duplicate key `title` | the first one is on line 1',
    '5:10 model/type `topic` is a list; it must be text',
    '8:13 model/value `status` is `don`; it must be one of `unanswered`, `n/a`, `planned`, `in-progress`, `partial`, `done`, `not-doing` | did you mean `done`?',
    '11:9 model/unknown-key Unknown key `ulr`; did you mean `url`? | did you mean `url`?',
    "12:9 model/type Entry is the number `5`; it must be text or a mapping | put it in quotes: `'5'`",
    '14:15 model/type `planning` is `https://planets.example/2`; it must be a list | write each entry on its own line, after `- `',
    '15:11 model/duplicate-team Duplicate team `saturn` | the first one is on line 7; merge the two entries',
    '16:5 model/type `completion` is empty; it must be a list | write `[]` for an empty list',
  ])
  expect(parseModel(yaml).goal).toBeUndefined()
})

describe('errors are those of the union branch that was meant', () => {
  test.each([
    [
      'champions:\n  people:\n    - nme: Galileo',
      '4:7 model/unknown-key Unknown key `nme`; did you mean `name`? | did you mean `name`?',
    ],
    [
      'criteria:\n  - name: Milestone 1\n    date: 2027-01-01\n    items: [Rings]',
      '5:5 model/unknown-key Unknown key `items`; did you mean `criteria`? | did you mean `criteria`?',
    ],
    [
      'references:\n  - text: Orbits\n    href: https://planets.example',
      '4:5 model/unknown-key Unknown key `href`; did you mean `url`? | did you mean `url`?',
    ],
    [
      'references:\n  - repo: planets/orbits\n    url: https://planets.example',
      '4:5 model/unknown-key Unknown key `url`; only `repo` can stand here',
    ],
    ['references:\n  - text: Orbits', '3:5 model/missing-key Missing key `url` | add `url: …`'],
    ['references:\n  - repo: planets orbits', '3:11 model/value `repo` is `planets orbits`; it must be one word'],
    [
      'criteria:\n  - for: Telescopes\n    itms: []',
      '4:5 model/unknown-key Unknown key `itms`; did you mean `items`? | did you mean `items`?',
    ],
    [
      'current:\n  - date: 2017-1-12\n    projects: []',
      '3:11 model/value `date` is `2017-1-12`; it must be a date as YYYY-MM-DD',
    ],
    ['layout:\n  blankLinesAtEnd: 0', '3:20 model/value `blankLinesAtEnd` is the number `0`; it must be at least `1`'],
    [
      'teams:\n  - name: saturn\n    written: {planning: {indent: 41}}',
      '4:34 model/value `indent` is the number `41`; it must be at most `40`',
    ],
    [
      'teams:\n  - name: saturn\n    written: {planning: {indent: 1.5}}',
      '4:34 model/type `indent` is the number `1.5`; it must be a whole number',
    ],
    [
      'checklist:\n  - question: Why?\n    status: "So\\nthat"',
      '4:13 model/value `status` is `So that`; it must be valid by the schema | write it on one line',
    ],
    [
      `references:\n  - repo: ${'planets '.repeat(12).trim()}`,
      `3:11 model/value \`repo\` is \`${'planets '.repeat(12).slice(0, 59)}…\`; it must be one word`,
    ],
    [
      'references:\n  - repo: " planets"',
      '3:11 model/value `repo` is ` planets`; it must be one word | remove the white space around it',
    ],
    ["references:\n  - repo: ''", '3:11 model/value `repo` is empty text; it must be one word'],
    ['teams: {name: saturn}', '2:9 model/type `teams` is a mapping; it must be a list | write `- ` before each entry'],
    ['teams:\n  - name:', "3:5 model/type `name` is empty; it must be text | write `''` for empty text, or remove the key"],
    ['gerrit:', '2:1 model/type `gerrit` is empty; it must be a mapping | remove the key, or give it a value'],
    ['title:\n  Saturn: rings', '2:1 model/duplicate-key Duplicate key `title` | the first one is on line 1'],
    ['summary: [a]', '2:10 model/type `summary` is a list; it must be text or a mapping'],
    [
      'layout:\n  headings:\n    gerrit: 3',
      "4:13 model/type `gerrit` is the number `3`; it must be text | put it in quotes: `'3'`",
    ],
  ])('%s', (yaml, expected) => {
    expect(errorsOf(`title: Telescopes\n${yaml}\n`)).toEqual([expected])
  })
})

describe('text that is not a goal', () => {
  test.each([
    ['', '1:1 model/missing-key Empty model; it needs at least the key `title` | add `title: …`'],
    ['- a\n', '1:1 model/type Model is a list; it must be a mapping'],
    [
      'title: Saturn: rings\n teams: []\n',
      "1:8 model/syntax Second `: ` on one line | write text with `: ` in it in quotes: `'…'`",
    ],
    ['title: Saturn: rings\n', "1:8 model/syntax Second `: ` on one line | write text with `: ` in it in quotes: `'…'`"],
    ['title: Saturn\n\tsummary: x\n', '2:1 model/syntax Tab as indentation; use spaces'],
    ['summary: Rings\n', '1:1 model/missing-key Missing key `title` | add `title: …`'],
    ['title: "Rings\nsummary: Ice\n', '1:8 model/syntax Quote that is not closed; write `"` where it ends'],
    ["title: 'Rings\nteams:\n  - name: 'Mars'\n", "1:8 model/syntax Quote that is not closed; write `'` where it ends"],
    ['title: Rings\nreferences: [Ice\nteams: []\n', '2:13 model/syntax Bracket that is not closed; write `]` where it ends'],
    ['title: Rings\ngerrit: {topic: ice\n', '2:9 model/syntax Bracket that is not closed; write `}` where it ends'],
    ['title: Rings\nteams: [Mars]\n', '2:9 model/type Entry is `Mars`; it must be a mapping | write `name: Mars`'],
    [
      "title: Rings\nteams: ['Mars: dust']\n",
      "2:9 model/type Entry is `Mars: dust`; it must be a mapping | write `name: 'Mars: dust'`",
    ],
    ['title: Rings\ngerrit: ice\n', '2:9 model/type `gerrit` is `ice`; it must be a mapping | write `topic: ice`'],
    [
      'title: Rings\ntracking:\n  trackers: [https://planets.example]\n',
      '3:14 model/type Entry is `https://planets.example`; it must be a mapping | write `url: https://planets.example`',
    ],
    ...['2027-13-01', '2027-00-10', '2027-01-32', '2027-01-00'].map((date): [string, string] => [
      `title: Rings\ncurrent:\n  - date: ${date}\n    projects: [cassini]\n`,
      `3:11 model/value \`date\` is \`${date}\`; it must be a date as YYYY-MM-DD`,
    ]),
  ])('%j', (yaml, expected) => {
    expect(errorsOf(yaml)[0]).toBe(expected)
    expect(parseModel(yaml).goal).toBeUndefined()
  })
})

test('a model that lists a team twice is still read', () => {
  const { goal, diagnostics } = parseModel('title: Telescopes\nteams:\n  - name: saturn\n  - name: saturn\n')
  expect(goal?.teams).toHaveLength(2)
  expect(diagnostics).toHaveLength(1)
})

test('anchors are read, and recursive ones end', () => {
  expect(
    parseModel('title: Telescopes\nteams:\n  - name: saturn\n    planning: &none [None]\n  - name: venus\n    planning: *none\n')
      .goal?.teams?.[1]?.planning,
  ).toEqual(['None'])
  expect(parseModel('title: Telescopes\nreferences: &a [*a]\n').goal).toBeUndefined()
  expect(parseModel('['.repeat(20_000)).diagnostics.length).toBeGreaterThan(0)
})

test('dates, `yes` and quoted numbers stay text', () => {
  expect(parseModel('title: Telescopes\ncurrent:\n  - date: 2017-01-12\n    projects: [yes, "1.0"]\n').goal?.current).toEqual([
    { date: '2017-01-12', projects: ['yes', '1.0'] },
  ])
})

test('the positions of the values of a goal are known', () => {
  const yaml = 'title: Telescopes\nteams:\n  - name: saturn\n    planning:\n      - None\n      - https://planets.example/1\n'
  const goal = parseModel(yaml).goal!
  const places = positionsOf(goal)!
  expect(places(['teams', 0, 'planning', 1])).toEqual({
    line: 6,
    column: 9,
    endLine: 6,
    endColumn: 34,
    offset: 77,
    endOffset: 102,
  })
  expect(places(['teams', 0])).toMatchObject({ line: 3, column: 5 })
  // A missing value has the place of the value that would contain it.
  expect(places(['teams', 0, 'completion'])).toMatchObject({ line: 3 })
  expect(positionsOf({ title: 'x' })).toBeUndefined()
})

test('positions are inside the text, whatever it is', () => {
  const letters = fc.string({
    unit: fc.constantFrom(
      't',
      'itle',
      ':',
      ' ',
      '\n',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '|',
      '>',
      '#',
      '\t',
      '?',
      '\r',
      '🪐',
      'teams:\n  - name: x\n',
    ),
    maxLength: 30,
  })
  fc.assert(
    fc.property(letters, (yaml) => {
      for (const { offset, endOffset, line, column } of parseModel(yaml).diagnostics) {
        expect(offset).toBeGreaterThanOrEqual(0)
        expect(endOffset).toBeGreaterThanOrEqual(offset)
        expect(endOffset).toBeLessThanOrEqual(yaml.length + 1)
        expect(line).toBeGreaterThanOrEqual(1)
        expect(column).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 2000) },
  )
})

test('a model without a text is validated by path', () => {
  expect(validateGoal({ title: 'Telescopes', teams: [{ name: 'saturn', plannning: [] }] }).issues).toEqual([
    {
      ruleId: 'model/unknown-key',
      path: ['teams', 0],
      key: 'plannning',
      message: 'Unknown key `plannning`; did you mean `planning`?',
      hint: 'did you mean `planning`?',
    },
  ])
  expect(validateGoal({ title: 'Telescopes' })).toEqual({ goal: { title: 'Telescopes' }, issues: [] })
  expect(validateGoal(undefined).issues[0]?.message).toBe('Model is empty; it must be a mapping')
})

test('the JSON Schema names its version and is closed', () => {
  const schema = goalJsonSchema()
  expect(schema.$id).toBe('urn:goaldoc:goal:1')
  expect(JSON.stringify(schema)).toContain('"additionalProperties":false')
})

test('the trailing newline of a block is not part of the prose', () => {
  expect(parseModel(stringifyModel({ title: 'Telescopes', summary: 'One.\n\nTwo.' })).goal?.summary).toBe('One.\n\nTwo.')
})
