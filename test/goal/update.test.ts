import { describe, expect, test } from 'vitest'
import { type Goal, parseModel, updateModel } from '../../src/goal/index.ts'

const model = `# The goal of the telescopes.
# yaml-language-server: $schema=../goal.schema.json

title:   "Point every telescope"   # as voted
summary: >-
  Folded
  prose.
gerrit: { topic: telescopes, hashtags: ["a", 'b'] }  # both

# In the order of the sky.
teams:
# the first one
- name: mercury
  planning:
  - https://planets.example/1   # merged in May
  # waiting for the mirror
  - "https://planets.example/2"
  completion: []
# slow, but steady
- name: saturn # has rings
  planning: [None]

- name: 'neptune'
  note: |
    Far away,
    and cold.
  completion:
  - {text: Done, url: https://planets.example/3}

layout:
  sections: [summary, gerrit, teams]
# The end.
`

function edit(change: (goal: Goal) => void, yaml = model): string {
  const goal = structuredClone(parseModel(yaml).goal!)
  change(goal)
  const text = updateModel(yaml, goal)
  expect(parseModel(text).goal).toEqual(goal)
  return text
}

/** The lines that differ, with `+` or `-`. */
function changes(after: string, before = model): string[] {
  const old = before.split('\n')
  const now = after.split('\n')
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] = old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const result: string[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++
      j++
    } else if (i < old.length && (j === now.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) result.push(`-${old[i++]}`)
    else result.push(`+${now[j++]}`)
  }
  return result
}

describe('an edit changes only its lines', () => {
  const cases: [name: string, change: (goal: Goal) => void, lines: string[]][] = [
    ['nothing', () => {}, []],
    [
      'another title keeps its quotes, blanks and comment',
      (goal) => (goal.title = 'Turn every telescope'),
      ['-title:   "Point every telescope"   # as voted', '+title:   "Turn every telescope"   # as voted'],
    ],
    [
      'an artifact is pushed',
      (goal) => goal.teams![0]!.planning!.push('https://planets.example/9'),
      ['+  - https://planets.example/9'],
    ],
    [
      'an artifact comes first',
      (goal) => goal.teams![0]!.planning!.unshift('https://planets.example/0'),
      ['+  - https://planets.example/0'],
    ],
    [
      'an artifact goes, and its comment with it',
      (goal) => goal.teams![0]!.planning!.pop(),
      ['-  # waiting for the mirror', '-  - "https://planets.example/2"'],
    ],
    [
      'an artifact with a comment at its end goes',
      (goal) => goal.teams![0]!.planning!.shift(),
      ['-  - https://planets.example/1   # merged in May'],
    ],
    [
      'an empty list gets its first entry',
      (goal) => goal.teams![0]!.completion!.push('https://planets.example/9'),
      ['-  completion: []', '+  completion:', '+  - https://planets.example/9'],
    ],
    [
      'a list is emptied',
      (goal) => (goal.teams![2]!.completion = []),
      ['-  completion:', '-  - {text: Done, url: https://planets.example/3}', '+  completion: []'],
    ],
    [
      'an entry between brackets',
      (goal) => goal.teams![1]!.planning!.push('https://planets.example/9'),
      ['-  planning: [None]', '+  planning: [None, https://planets.example/9]'],
    ],
    [
      'a hashtag keeps the quotes of its neighbours',
      (goal) => (goal.gerrit!.hashtags = ['a', 'c', 'b']),
      [
        `-gerrit: { topic: telescopes, hashtags: ["a", 'b'] }  # both`,
        `+gerrit: { topic: telescopes, hashtags: ["a", 'c', 'b'] }  # both`,
      ],
    ],
    [
      'a topic',
      (goal) => (goal.gerrit!.topic = 'planets'),
      [
        `-gerrit: { topic: telescopes, hashtags: ["a", 'b'] }  # both`,
        `+gerrit: { topic: planets, hashtags: ["a", 'b'] }  # both`,
      ],
    ],
    [
      'a team is renamed',
      (goal) => (goal.teams![1]!.name = 'uranus'),
      ['-- name: saturn # has rings', '+- name: uranus # has rings'],
    ],
    [
      'a team is renamed and has another artifact',
      (goal) => {
        goal.teams![0]!.name = 'vulcan'
        goal.teams![0]!.planning!.push('https://planets.example/9')
      },
      ['-- name: mercury', '+- name: vulcan', '+  - https://planets.example/9'],
    ],
    [
      'artifacts change places, and one of them its text',
      (goal) => (goal.teams![0]!.planning = ['https://planets.example/2', 'https://planets.example/10']),
      ['-  - https://planets.example/1   # merged in May', '+  - https://planets.example/10   # merged in May'],
    ],
    [
      'a team is added at the end',
      (goal) => goal.teams!.push({ name: 'pluto', planning: [] }),
      ['+- name: pluto', '+  planning: []'],
    ],
    [
      'a team is added in between',
      (goal) => goal.teams!.splice(1, 0, { name: 'venus', completion: ['None'] }),
      ['+- name: venus', '+  completion:', '+  - None'],
    ],
    [
      'a team is removed with its comment',
      (goal) => goal.teams!.splice(1, 1),
      ['-# slow, but steady', '-- name: saturn # has rings', '-  planning: [None]'],
    ],
    ['a status is stated', (goal) => (goal.teams![1]!.status = 'done'), ['+  status: done']],
    [
      'a line of a block of text',
      (goal) => (goal.teams![2]!.note = 'Far away,\nand colder.'),
      ['-    and cold.', '+    and colder.'],
    ],
    ['a block of text is removed', (goal) => delete goal.teams![2]!.note, ['-  note: |', '-    Far away,', '-    and cold.']],
    [
      'a folded text stays one',
      (goal) => (goal.summary = 'One.\n\nTwo.'),
      ['-  Folded', '-  prose.', '+  One.', '+', '+', '+  Two.'],
    ],
    ['a key is added in its order', (goal) => (goal.profile = 'champion'), ['+profile: champion']],
    [
      'a key is added behind the one before it',
      (goal) => (goal.design = 'A design.\n\nIn two parts.'),
      ['+design: |-', '+  A design.', '+', '+  In two parts.'],
    ],
    ['a key is removed', (goal) => delete goal.layout, ['-layout:', '-  sections: [summary, gerrit, teams]']],
    [
      'a name is an entry of its own',
      (goal) => Object.assign(goal.teams![2]!.completion![0]!, { text: 'Finished' }),
      ['-  - {text: Done, url: https://planets.example/3}', '+  - {text: Finished, url: https://planets.example/3}'],
    ],
  ]
  test.each(cases)('%s', (_, change, lines) => {
    expect(changes(edit(change))).toEqual(lines)
  })

  test('a team that moves keeps its comments', () => {
    const text = edit((goal) => goal.teams!.unshift(...goal.teams!.splice(1, 1)))
    expect(text).toContain(
      'teams:\n# slow, but steady\n- name: saturn # has rings\n  planning: [None]\n# the first one\n- name: mercury\n',
    )
  })

  test('new entries are separated by blank lines if the others are', () => {
    const spaced = 'title: Planets\n\nteams:\n    -   name: mercury\n\n    -   name: venus\n\n# end\n'
    expect(edit((goal) => goal.teams!.push({ name: 'earth', planning: ['None'] }), spaced)).toBe(
      'title: Planets\n\nteams:\n    -   name: mercury\n\n    -   name: venus\n\n    -   name: earth\n        planning:\n            -   None\n\n# end\n',
    )
    expect(edit((goal) => goal.teams!.pop(), spaced)).toBe('title: Planets\n\nteams:\n    -   name: mercury\n\n# end\n')
    expect(edit((goal) => goal.teams!.shift(), spaced)).toBe('title: Planets\n\nteams:\n    -   name: venus\n\n# end\n')
  })

  test('line endings and the byte order mark stay', () => {
    const text = edit(
      (goal) => goal.teams![0]!.planning!.push('https://planets.example/9'),
      `\ufeff${model.replaceAll('\n', '\r\n')}`,
    )
    expect(text).toBe(
      `\ufeff${edit((goal) => goal.teams![0]!.planning!.push('https://planets.example/9')).replaceAll('\n', '\r\n')}`,
    )
  })

  test('line ends of only a carriage return stay', () => {
    expect(edit((goal) => (goal.title = 'Comets'), 'title: Planets # all\rsummary: |\r  One.\r  Two.\r')).toBe(
      'title: Comets # all\rsummary: |\r  One.\r  Two.\r',
    )
  })

  test('a model that cannot be edited is rewritten below its first comments', () => {
    expect(updateModel('# Planets.\n\ntitle: [\n', { title: 'Planets' })).toBe(
      '# Planets.\n\n# yaml-language-server: $schema=../../.goaldoc/goal.schema.json\n---\ntitle: Planets\n',
    )
    expect(parseModel(updateModel('', { title: 'Planets' })).goal).toEqual({ title: 'Planets' })
  })
})

test('a new list is indented like the first list, not like the last', () => {
  const yaml = 'title: Moons\nteams:\n-   name: io\n    planning:\n    - map\n    - chart\n'
  const after = edit((goal) => goal.teams!.push({ name: 'europa', planning: ['ice'], completion: ['snow'] }), yaml)
  expect(changes(after, yaml)).toEqual([
    '+-   name: europa',
    '+    planning:',
    '+    -   ice',
    '+    completion:',
    '+    -   snow',
  ])
})
