/** Fixes that undo each other, or that never end, leave a document that does not depend on where they began. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyFixes,
  type Config,
  type Diagnostic,
  fixAll,
  type Linter,
  type LintOptions,
  lint,
  optionsOfExample,
  rules,
} from '../../src/lint/index.ts'
import { loadRoster } from '../../src/roster/index.ts'

/** A finding about the whole text, whose fix replaces it. */
function replacement(source: string, text: string, safe = true): Diagnostic {
  return {
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 + source.length, offset: 0, endOffset: source.length },
    ...{ ruleId: 'moon/name', severity: 'warning', message: `\`${source}\` instead of \`${text}\`` },
    fix: { title: `Write ${text}`, safe, edits: [{ offset: 0, endOffset: source.length, text }] },
  }
}

const lengthOf = (pieces: readonly { text: string }[]) => pieces.reduce((sum, { text }) => sum + text.length, 0)

/** A linter that wants the next text of a cycle. */
const cycle = (texts: readonly string[]) => (source: string) => {
  const at = texts.indexOf(source)
  return at < 0 ? [] : [replacement(source, texts[(at + 1) % texts.length]!)]
}

test('fixes that undo each other end at the shortest text, the first one of equally long ones, without a fix', () => {
  const moon = fc.constantFrom('Io', 'Hi', 'Europa', 'Ganymede', 'Callisto', 'Titania')
  fc.assert(
    fc.property(fc.uniqueArray(moon, { minLength: 2 }), (texts) => {
      const [expected] = texts.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
      for (const start of texts) {
        const { source, diagnostics } = fixAll(start, {}, cycle(texts))
        expect(source).toBe(expected)
        expect(diagnostics.map(({ fix }) => fix)).toEqual([undefined])
      }
    }),
  )
})

test('fixes that never end are given up, without a fix that would go on', () => {
  const { source, diagnostics } = fixAll('Io', {}, (text) => [replacement(text, `${text}!`)])
  expect(source).toMatch(/^Io!{2,200}$/)
  expect(diagnostics).toEqual([{ ...replacement(source, ''), message: expect.any(String), fix: undefined }])
})

test('unsafe fixes stay, where only safe ones are applied', () => {
  const wrong = (text: string) => (text === 'Oi' ? [replacement(text, 'Io', false)] : [])
  expect(fixAll('Oi', {}, wrong)).toMatchObject({ source: 'Oi', diagnostics: [{ fix: { safe: false } }] })
  expect(fixAll('Oi', { unsafe: true }, wrong)).toMatchObject({ source: 'Io', diagnostics: [] })
})

test('applying the fixes of findings once is what their rounds begin with', () => {
  const source = 'Planets:\n* Mars\n* Venus\n'
  const found = lint(source, { path: 'planets.rst' })
  expect(applyFixes(source, found)).toBe('Planets:\n\n* Mars\n* Venus\n')
  expect(fixAll(source, { path: 'planets.rst' }).source).toBe('Planets:\n\n* Mars\n* Venus\n')
})

test.each([
  ['before the text', -1, 2],
  ['beyond the text', 3, 5],
  ['that ends before it begins', 3, 1],
])('an edit %s is not applied', (_, offset, endOffset) => {
  const edits = [{ offset, endOffset, text: 'Io' }]
  expect(applyFixes('Luna', [{ ...replacement('Luna', 'Io'), fix: { title: 'Write Io', safe: true, edits } }])).toBe('Luna')
})

test('a newline at the end, and the white space before it, are fixed in one round', () => {
  const linted: string[] = []
  const linter: Linter = (source, options) => {
    linted.push(source)
    return lint(source, options)
  }
  expect(fixAll('Planets move. ', { path: 'planets.rst' }, linter)).toEqual({
    source: 'Planets move.\n',
    diagnostics: [],
    fixed: 2,
  })
  expect(linted).toEqual(['Planets move. ', 'Planets move.\n'])
})

test('pieces of text next to each other are removed together, in whatever order they are found', () => {
  const pieces = fc.array(fc.record({ text: fc.constantFrom('Io', '\n', ' ', 'Europa\n'), rank: fc.option(fc.nat()) }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(pieces, (all) => {
      const source = all.map(({ text }) => text).join('')
      const removals = all
        .map(({ text, rank }, index) => ({ text, rank, offset: lengthOf(all.slice(0, index)) }))
        .filter(({ rank }) => rank !== null)
        .sort((a, b) => a.rank! - b.rank!)
        .map(({ text, offset }) => ({
          ...replacement(source, ''),
          fix: { title: 'Remove it', safe: true, edits: [{ offset, endOffset: offset + text.length, text: '' }] },
        }))
      const kept = all.filter(({ rank }) => rank === null)
      expect(applyFixes(source, removals)).toBe(kept.map(({ text }) => text).join(''))
    }),
    { numRuns: 300 },
  )
})

test('all sections of one team but one are removed in the first round', () => {
  const section = 'Kepler\n------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n\n'
  const goal = (count: number) =>
    `Domes\n=====\n\nProject Teams\n=============\n\n${section.repeat(count)}Luna\n----\n\nPlanning Artifacts:\n`
  for (const count of [2, 3, 8, 9]) {
    const linted: string[] = []
    const linter: Linter = (source, options) => {
      linted.push(source)
      return lint(source, { ...options, only: ['team/duplicate'] })
    }
    expect(fixAll(goal(count), { unsafe: true }, linter)).toEqual({ source: goal(1), diagnostics: [], fixed: count - 1 })
    expect(linted).toEqual([goal(count), goal(1)])
  }
})

test('all teams that belong at one place are moved there in the first round', () => {
  const section = (name: string) => `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n`
  const goal = (names: readonly string[]) => `Domes\n=====\n\nProject Teams\n=============\n\n${names.map(section).join('\n')}`
  const settled = ['Ariel', 'Bianca', 'Callisto', 'Dione', 'Rhea', 'Titan', 'Triton', 'Umbriel', 'Ymir']
  const strays = ['Mab', 'Metis', 'Mimas']
  const roster = loadRoster(
    settled
      .toSpliced(4, 0, ...strays)
      .map((name) => `${name}: {}\n`)
      .join(''),
  )
  for (const at of [0, 8]) {
    const source = goal(settled.toSpliced(at, 0, ...strays))
    const linted: string[] = []
    const linter: Linter = (text, options) => {
      linted.push(text)
      return lint(text, { ...options, only: ['team/order'] })
    }
    const expected = goal(settled.toSpliced(4, 0, ...strays))
    expect(fixAll(source, { unsafe: true, roster }, linter)).toMatchObject({ source: expected, diagnostics: [], fixed: 3 })
    expect(linted).toEqual([source, expected])
  }
})

test('a round that uses the parse of the check before it ends like one that does not', () => {
  const examples = rules.flatMap((rule) => rule.wrong.map((example) => [example.text, optionsOfExample(rule, example)] as const))
  const anew: Linter = (source, options) => lint(source, { ...options, shared: { comparisons: 0 } })
  for (const [text, options] of examples) {
    const all = { ...options, unsafe: true }
    expect(fixAll(text, all), text).toEqual(fixAll(text, all, anew))
  }
})

test('fixes that make a document too long to check are not safe', () => {
  const config: Config = { rules: { 'style/document-length': { max: 3 } } }
  const source = 'Planets:\n* Mars\n* Venus\n'
  const isSafe = (options: LintOptions) =>
    lint(source, { path: 'planets.rst', ...options }).map(({ ruleId, fix }) => [ruleId, fix?.safe])
  expect(isSafe({})).toEqual([['misread/glued-list', true]])
  expect(isSafe({ config })).toEqual([['misread/glued-list', false]])
  expect(fixAll(source, { path: 'planets.rst', config, unsafe: true })).toMatchObject({ source, fixed: 0 })
})
