/** What keeps a hostile document from filling the memory or taking the square of its length. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSuppressions, fixAll, type Linter, lint, matchesRule, suppress } from '../../src/lint/index.ts'
import { mostFindings } from '../../src/lint/lint.ts'
import { indexOfMessages } from '../../src/lint/messages.ts'
import type { ParserMessage } from '../../src/lint/rule.ts'
import { countOf, formats } from '../../src/report/index.ts'
import { loadRoster } from '../../src/roster/index.ts'
import { linesOf } from '../../src/text/index.ts'
import { telescopes } from '../telescopes.ts'

const only = ['style/tab', 'suppression/unused']
const tabs = (count: number) => 'A\tMars\n'.repeat(count)

test('the findings of a rule beyond the limit are one finding with their number', () => {
  const found = lint(tabs(mostFindings + 23), { only })
  expect(found).toHaveLength(mostFindings + 1)
  expect(found.at(-1)).toMatchObject({
    ruleId: 'style/tab',
    message: `23 more findings of \`style/tab\` are not listed; the limit is ${mostFindings}`,
    line: mostFindings + 1,
    column: 2,
    data: { more: 23 },
  })
  expect(found.reduce((sum, one) => sum + countOf(one), 0)).toBe(mostFindings + 23)
})

test('reports give the number of all findings', () => {
  const source = tabs(mostFindings + 2)
  const results = [{ path: 'mars.rst', source, diagnostics: lint(source, { only }) }]
  const report = (name: string) => formats.find((format) => format.name === name)!.format(results)
  const { info, warning, error } = JSON.parse(report('json')).summary
  expect(info + warning + error).toBe(mostFindings + 2)
  expect(report('pretty')).toContain(`and ${mostFindings + 1} more: lines 2, 3,`)
})

test('exactly at the limit, all findings are listed', () => {
  expect(lint(tabs(mostFindings), { only }).filter(({ data }) => data?.more !== undefined)).toEqual([])
})

test('suppressed findings beyond the limit do not count, and their suppression is used', () => {
  const silenced = `\n.. goaldoc: ignore-start style/tab\n\n${tabs(5)}\n.. goaldoc: ignore-end style/tab\n\n`
  const found = lint(`${tabs(mostFindings)}${silenced}${tabs(1)}`, { only })
  expect(found.slice(mostFindings)).toMatchObject([{ ruleId: 'style/tab', line: mostFindings + 12, data: { more: 1 } }])
})

test('suppressions have the same effect as comparing each one with each finding', () => {
  const names = ['style/tab', 'style/*', '*', 'misread/glued-list']
  const comment = fc
    .tuple(fc.constantFrom('ignore-start', 'ignore-end', 'ignore-next', 'ignore-file'), fc.subarray(names, { minLength: 1 }))
    .map(([kind, rules]) => `.. goaldoc: ${kind} ${rules.join(', ')}`)
  const line = fc.oneof(comment, fc.constantFrom('', 'Mars', 'Venus'))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('rst' as const, 'yaml' as const), (lines, syntax) => {
      const marker = syntax === 'yaml' ? '#' : '..'
      const source = lines.map((text) => text.replace(/^\.\./, marker)).join('\n')
      const found = linesOf(source).flatMap(({ offset }) =>
        ['style/tab', 'misread/glued-list', 'goal/tracking', 'suppression/unused'].map((ruleId) => ({ ruleId, offset })),
      )
      const suppressions = findSuppressions(source, linesOf(source), syntax)
      const used = (of: typeof suppressions) => of.map(({ rules }) => rules.map(({ isUsed }) => isUsed))
      const slow = suppressions.map((one) => ({ ...one, rules: one.rules.map((rule) => ({ ...rule })) }))
      const left = found.filter(({ ruleId, offset }) => {
        if (ruleId.startsWith('suppression/')) return true
        const rules = slow.filter(({ from, to }) => from <= offset && offset < to).flatMap((one) => one.rules)
        const silencing = rules.filter(({ name }) => matchesRule(name, ruleId))
        for (const rule of silencing) rule.isUsed = true
        return silencing.length === 0
      })
      expect(suppress(found, suppressions)).toEqual(left)
      expect(used(suppressions)).toEqual(used(slow))
    }),
  )
})

test('an end closes the last open start that names one of its rules', () => {
  const names = ['style/tab', 'style/*', 'goal/tracking']
  const comment = fc.tuple(fc.boolean(), fc.subarray(names))
  fc.assert(
    fc.property(fc.array(comment, { maxLength: 20 }), (comments) => {
      const source = comments
        .map(([isStart, rules]) => `.. goaldoc: ignore-${isStart ? 'start' : 'end'} ${rules.join(', ')}\n`)
        .join('\n')
      const found = findSuppressions(source, linesOf(source))
      const open: typeof found = []
      for (const one of found) {
        if (one.kind === 'ignore-start') open.push(one)
        else {
          const isOf = (start: typeof one) => start.rules.some(({ name }) => one.rules.some((rule) => rule.name === name))
          const at = open.findLastIndex((start) => one.rules.length === 0 || isOf(start))
          expect(one.isUnpaired).toBe(at < 0)
          if (at >= 0) expect(open.splice(at, 1)[0]!.to).toBe(one.offset)
        }
      }
      for (const start of open) expect(start).toMatchObject({ isUnpaired: true, to: Number.POSITIVE_INFINITY })
    }),
  )
})

test('the messages that touch some lines are found in their order', () => {
  const message = fc.tuple(fc.nat(40), fc.nat(30), fc.constantFrom('Mars', 'Venus'))
  fc.assert(
    fc.property(fc.array(message), fc.nat(40), fc.nat(10), (all, first, length) => {
      const messages = all.map(
        ([firstLine, more, text]) => ({ firstLine, lastLine: firstLine + more, message: text }) as ParserMessage,
      )
      const index = indexOfMessages({ messages } as never)
      const last = first + length
      expect(index.touching(first, last)).toEqual(messages.filter((one) => one.firstLine <= last && one.lastLine >= first))
      const claimed = new Set<ParserMessage>()
      for (const one of messages.filter(({ message: text }) => text === 'Mars')) {
        expect(index.unclaimed('Mars', claimed)).toBe(one)
        claimed.add(one)
      }
      expect(index.unclaimed('Mars', claimed)).toBeUndefined()
    }),
  )
})

test('names are compared with unknown ones up to a limit', () => {
  const known = Array.from({ length: 1000 }, (_, index) => `.. _mars${index}:\n`).join('\n')
  const unknown = Array.from({ length: 450 }, (_, index) => `Venus${index}_\n`).join('\n')
  const found = lint(`${known}\nMars\n\n${unknown}\nmarss1_\n`, { only: ['rst/unknown-target'] })
  expect(found).toHaveLength(451)
  expect(found.at(-1)!.message).toBe('Unknown target `marss1`')
  expect(lint(`${known}\nMars\n\nmarss1_\n`, { only: ['rst/unknown-target'] })[0]!.message).toMatch(
    /^Unknown target `marss1`; did you mean/,
  )
})

test('a document is too long by its lines to docutils, by its characters, and by its marks', () => {
  const only = ['style/document-length']
  const said = (source: string) => lint(source, { only }).map(({ message, line, column }) => `${line}:${column} ${message}`)
  const tooLong = (count: string) => `Document too long: ${count} are checked; no other rule was applied`
  for (const [source, place] of [
    ['\u2028'.repeat(30_000), '1:20001'],
    ['\n'.repeat(30_000), '20001:1'],
    ['\r\n'.repeat(30_000), '20001:1'],
  ])
    expect(said(source!)).toEqual([`${place} ${tooLong('30000 lines, at most 20000')}`])
  expect(said('\n'.repeat(20_000))).toEqual([])
  expect(said('Mars and Venus '.repeat(40_000))).toEqual([`1:500001 ${tooLong('600000 characters, at most 500000')}`])
  expect(said('Mars and Venus '.repeat(30_000))).toEqual([])
  expect(said('**Io** '.repeat(25_001))).toEqual([`1:175001 ${tooLong('50002 marks, at most 50000')}`])
  expect(said('**Io** '.repeat(25_000))).toEqual([])
})

test('each character that markup consists of is a mark, and a run of them is one', () => {
  const only = ['style/document-length']
  const found = (source: string, marks: number) => lint(source, { only, config: { rules: { [only[0]!]: { marks } } } })
  expect(found('*a` _|:[]<', 8)).toEqual([])
  expect(found('*a` _|:[]<', 7)).toMatchObject([{ offset: 9, endOffset: 10 }])
  expect(found('**a``__||::[[]]<< (b) {c} > - + = # "d"', 8)).toEqual([])
})

test('a document that is too long is not checked for the rules that are asked for', () => {
  const source = tabs(20_001)
  expect(lint(source, { only: ['style/tab'] }).map(({ ruleId }) => ruleId)).toEqual(['style/document-length'])
  const settings = { 'style/document-length': 'off' as const }
  expect(lint(source, { only: ['style/tab'], settings })).toHaveLength(mostFindings + 1)
})

test('a suppression in what is read of a document that is too long counts', () => {
  const source = `.. goaldoc: ignore-file style/document-length\n\n${'Mars\n'.repeat(60_000)}`
  expect(lint(source)).toEqual([])
})

test('fixes that make a document too long to check are not applied', () => {
  const source = 'Mars\tVenus\n'
  const config = { rules: { 'style/document-length': { characters: 12 } } }
  expect(fixAll(source, { only: ['style/tab', 'style/document-length'], config })).toMatchObject({ source, fixed: 0 })
  expect(fixAll(source, { only: ['style/tab'] })).toMatchObject({ source: 'Mars    Venus\n', fixed: 1 })
})

test('no round of fixes begins after 100,000 characters were linted; the other fixes are still offered', () => {
  /** Reports only the first tab. */
  const firstTab: Linter = (source) => {
    const offset = source.indexOf('\t')
    const [ruleId, message, place] = [
      'style/tab',
      'Tab',
      { line: 1, column: 1, endLine: 1, endColumn: 1, offset, endOffset: offset },
    ]
    const fix = { title: 'Use a space', safe: true, edits: [{ offset, endOffset: offset + 1, text: ' ' }] }
    return [{ ruleId, severity: 'warning', message, ...place, fix }]
  }
  const source = 'Mars\t'.repeat(8000)
  const result = fixAll(source, {}, firstTab)
  const fixed = 'Mars '.repeat(3) + 'Mars\t'.repeat(8000 - 3)
  expect(result).toEqual({ source: fixed, diagnostics: firstTab(fixed), fixed: 3, change: undefined })
})

test('fixes that are applied and findings that are left count as twenty characters that were linted', () => {
  /** Reports the tabs of the line with the most. */
  const tabsOfALine: Linter = (source) => {
    const [line] = source.split('\n').sort((a, b) => b.split('\t').length - a.split('\t').length)
    const start = source.indexOf(line!)
    return [...line!.matchAll(/\t/g)].map(({ index }) => {
      const [offset, endOffset] = [start + index, start + index + 1]
      const fix = { title: 'Use a space', safe: true, edits: [{ offset, endOffset, text: ' ' }] }
      const place = { line: 1, column: 1, endLine: 1, endColumn: 1, offset, endOffset }
      return { ruleId: 'style/tab', severity: 'warning', message: 'Tab', ...place, fix }
    })
  }
  const lineOf = (index: number) => `${'Io\t'.repeat(300 + index)}\n`
  const source = Array.from({ length: 12 }, (_, index) => lineOf(index)).join('')
  // Each round lints 11,000 characters, applies 300 fixes, and finds 300 more.
  expect(fixAll(source, {}, tabsOfALine).fixed).toBe(311 + 310 + 309 + 308 + 307)
})

test('typing errors in the names of teams are looked for until a limit of comparisons', () => {
  const readsFor = (count: number) => {
    const list = loadRoster(Array.from({ length: count }, (_, index) => `observatory of mars ${index}: {}\n`).join(''))
    const teams = Array.from({ length: count }, (_, index) => `observatory of venus ${index}`)
    const document = telescopes.replace(/hubble\n------[\s\S]*/, teams.map((name) => `${name}\n${'-'.repeat(30)}\n`).join('\n'))
    let reads = 0
    const counted = list.teams.map((team) =>
      Object.defineProperty({ ...team }, 'name', {
        get() {
          reads++
          return team.name
        },
      }),
    )
    const found = lint(document, {
      path: 'goals/selected/domes.rst',
      only: ['team/unknown'],
      roster: { ...list, teams: counted },
    })
    expect(found).toHaveLength(count)
    return reads
  }
  expect(readsFor(1000) / readsFor(500)).toBeLessThan(2.2)
})

test('beyond the limit, what substitutions stand for is not looked at, and a finding says so', () => {
  const definition = `.. |moons| replace:: Io\n${'   moon_\n'.repeat(1000)}\n.. _moon: https://planets.example/moon\n\n`
  const used = (count: number) => lint(`${definition}${'|moons|\n'.repeat(count)}`, { only: ['rst/substitution'] })
  expect(used(20)).toEqual([])
  expect(used(23)).toMatchObject([
    {
      ruleId: 'rst/substitution',
      severity: 'info',
      message: 'Substitutions not followed from here on: they contain too many references; these were not checked',
      line: 1025,
      column: 1,
      endLine: 1025,
      endColumn: 8,
    },
  ])
})

test('in a large table, the fix of all findings belongs to the first one', () => {
  const table = (cell: string) => `=====  =======\n${`Mars   ${cell}\n`.repeat(320)}=====  =======\n`
  const only = ['style/repeated-word']
  const found = lint(table('the the'), { only })
  expect(found).toHaveLength(320)
  expect(found.flatMap(({ fix }, index) => (fix ? [index] : []))).toEqual([0])
  expect(fixAll(table('the the'), { only, unsafe: true })).toMatchObject({ source: table('the'), diagnostics: [] })
})
