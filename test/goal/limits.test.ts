/** Models of strangers: what is not read or not listed is said. */
import { expect, test } from 'vitest'
import { parseModel, positionsOf, stringifyModel, UnwritableGoalError, updateModel, validateGoal } from '../../src/goal/index.ts'
import { loadRoster } from '../../src/roster/index.ts'

test('a model that is too long is not read', () => {
  const yaml = `title: Mars\nsummary: |\n${'  Mars and Venus.\n'.repeat(30_000)}`
  const { goal, diagnostics } = parseModel(yaml)
  expect(goal).toBeUndefined()
  expect(diagnostics).toMatchObject([
    { ruleId: 'model/syntax', offset: 500_000, message: `${yaml.length} characters are too many; at most 500000 are read` },
  ])
})

const teamsOf = (count: number, more: object) =>
  Array.from({ length: count }, (_, index) => ({ name: `moon ${String(index).padStart(6, '0')}`, planning: [], ...more }))

test.each([
  [12_000, {}, undefined],
  [
    12_000,
    { completion: [] },
    /^Cannot write teams: The model would be too large: (?:at least )?\d{6} characters are too many; at most 500000 are read\. /,
  ],
  [
    12_000,
    { planning: ['a', 'b', 'c'] },
    /^Cannot write teams: The model would be too large: (?:at least )?\d{6} characters are too many; /,
  ],
] as const)('what is written is read again, or refused: %s teams with %j', (count, more, message) => {
  const goal = { title: 'Mars', teams: teamsOf(count, more) }
  const yaml = stringifyModel({ title: 'Mars', teams: teamsOf(count, {}) })
  for (const write of [() => stringifyModel(goal), () => updateModel(yaml, goal)]) {
    if (message)
      expect(write).toThrow(expect.objectContaining({ name: 'UnwritableGoalError', message: expect.stringMatching(message) }))
    else expect(parseModel(write()).goal).toEqual(goal)
  }
})

test('a model that just fits is written, however short its notation is', () => {
  const references = Array.from({ length: 20_000 }, (_, index) => `Moon ${String(index).padStart(12, '0')}`)
  const modelOf = (title: string) => `title: ${title}\nreferences: [${references.join(',')}]\n`
  const title = 'I'.padEnd(500_001 - modelOf('I').length, 'o')
  expect(updateModel(modelOf('I'), { title, references })).toBe(modelOf(title))
  const goal = { title: `${title}oo`, references }
  expect(() => updateModel(modelOf('I'), goal)).toThrow(/^Cannot write references: The model would be too large: /)
})

test('more values than are read are not written either', () => {
  const goal = { title: 'Mars', references: Array.from({ length: 50_000 }, () => 'a') }
  const error = new UnwritableGoalError([
    { path: ['references'], message: 'The model would be too large: more than 50000 values are too many' },
  ])
  expect(() => stringifyModel(goal)).toThrow(error)
  expect(() => updateModel('title: Mars\nreferences: [a]\n', goal)).toThrow(error)
})

test('more words and marks than are read are not written either', () => {
  // The thin space is read with the YAML parser.
  const goal = { title: 'Mars\u2009', teams: [{ name: 'io', planning: Array.from({ length: 45_000 }, () => 'a') }] }
  expect(() => stringifyModel(goal)).toThrow('Cannot write teams: The model would be too large: more than 120000 words and marks')
})

test('a model that only the simple reader can read is not edited, and its errors have no place', () => {
  const yaml = `title: Mars\nteams:\n${Array.from({ length: 18_000 }, (_, index) => `  - name: m${index} # Seen.\n`).join('')}`
  const { goal, diagnostics } = parseModel(yaml)
  expect(diagnostics).toEqual([])
  expect(positionsOf(goal!)!(['title'])).toBeUndefined()
  expect(updateModel(yaml, goal!)).toBe(yaml)
  expect(() => updateModel(yaml, { ...goal!, title: 'Venus' })).toThrow(
    'Cannot write teams: The model is too large to be edited: more than 120000 words and marks are too many. Change the value',
  )
})

test('too many words and marks are an error with a place', () => {
  const { goal, diagnostics } = parseModel(`title: Mars\nteams: [${'1,'.repeat(150_000)}]\n`)
  expect(goal).toBeUndefined()
  expect(diagnostics).toMatchObject([
    { ruleId: 'model/syntax', line: 2, message: 'More than 120000 words and marks are too many' },
  ])
})

test('a team list that only the YAML parser reads has the same limit', () => {
  const yaml = Array.from({ length: 20_000 }, (_, index) => `mars${index}: {deliverables: {}}`).join('\n')
  expect(() => loadRoster(yaml)).toThrow(`${yaml.length} characters are too many; at most 500000 are read`)
})

test('the errors of a kind beyond a thousand are a number', () => {
  const yaml = `title: Mars\n${Array.from({ length: 1200 }, (_, index) => `mars${index}: 1\n`).join('')}`
  const { diagnostics } = parseModel(yaml)
  expect(diagnostics).toHaveLength(1001)
  expect(diagnostics.at(-1)).toMatchObject({
    ruleId: 'model/syntax',
    message: '200 more errors are not listed',
    offset: yaml.length,
  })
})

test('a long value is cut in a message', () => {
  const name = 'Mars'.repeat(225)
  const { diagnostics } = parseModel(`title: Mars\n${name}: 1\nteams:\n  - name: ${name}\n  - name: ${name}\n`)
  const cut = `${name.slice(0, 200)}…`
  expect(diagnostics.map(({ message }) => message.replace(/; use.*/, ''))).toEqual([
    `Unknown key \`${cut}\``,
    `Duplicate team \`${cut}\``,
  ])
})

test('errors of a model without text are also a number beyond a thousand', () => {
  const { issues, more } = validateGoal({ title: 'Mars', teams: Array.from({ length: 1500 }, () => ({ name: 'Mars' })) })
  expect([issues.length, more]).toEqual([1000, 499])
})

test('an alias of a value that changes is replaced, whatever the number of aliases', () => {
  const yaml = `title: Mars\nteams:\n  - {name: io, planning: &a [orbit]}\n${Array.from({ length: 900 }, (_, index) => `  - {name: moon ${index}, planning: *a}\n`).join('')}`
  const { goal } = parseModel(yaml)
  const [first, ...others] = goal!.teams!
  const changed = { ...goal!, teams: [{ ...first!, planning: ['a map'] }, ...others] }
  expect(updateModel(yaml, changed)).toBe(yaml.replace('[orbit]', '[a map]').replaceAll('*a', '[orbit]'))
})

test('aliases that multiply are an error, not a value that is empty', () => {
  const lines = Array.from({ length: 8 }, (_, level) => `k${level}: &a${level} [${level ? `*a${level - 1}, `.repeat(9) : '1'}]`)
  const { goal, diagnostics } = parseModel(`title: Mars\n${lines.join('\n')}\n`)
  expect(goal).toBeUndefined()
  expect(diagnostics).toMatchObject([{ ruleId: 'model/syntax', message: 'More than 50000 values, counting those of aliases' }])
})

test.each(['[', '{a: ', '- ', '? ', '- ? ', '!a [', '[a: '])(
  'too many levels of `%s` are an error, as often as they are read',
  (opener) => {
    for (const text of [opener.repeat(30_000), `title:\n  ${opener.repeat(120)}`, opener.repeat(30_000)])
      expect(parseModel(text).diagnostics).toMatchObject([
        { ruleId: 'model/syntax', message: 'Too many levels of nesting', hint: 'write the value with fewer brackets or dashes' },
      ])
    const few = parseModel(`title: Mars\nsummary:\n  ${opener.repeat(20)}`).diagnostics
    expect(few.map(({ message }) => message)).not.toContain('Too many levels of nesting')
  },
)

test('a list or a mapping as a key is an unknown key, however deep it is', () => {
  const { diagnostics } = parseModel(`title: Mars\n${'? '.repeat(80)}a\n? [b]\n: c\n`)
  expect(diagnostics.map(({ ruleId, message }) => [ruleId, message.split(';')[0]])).toEqual([
    ['model/unknown-key', 'Unknown key `{…}`'],
    ['model/unknown-key', 'Unknown key `[…]`'],
  ])
})
