import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { unified } from 'unified'
import type { Node } from 'unist'
import { VFile } from 'vfile'
import { describe, expect, it, vi } from 'vitest'
import {
  applyFixes,
  changedOnly,
  type Diagnostic,
  defineRule,
  fixAll,
  goalLint,
  lint,
  makeBaseline,
  matchBaseline,
  readBaseline,
  rules,
} from '../../src/lint/index.ts'
import { type DocumentNode, type ElementNode, parseRst, rstParse } from '../../src/rst/index.ts'
import { linesOf, placeOf } from '../../src/text/index.ts'

const broken = defineRule({
  name: 'style/broken',
  severity: 'info',
  what: 'Anything',
  why: 'It breaks.',
  wrong: [],
  right: [],
  check() {
    throw new Error('the mirror fell')
  },
})

describe('lint', () => {
  it('continues if a rule fails, and reports the failure', () => {
    const found = lint('A\ttab\n', { rules: [broken, ...rules] })
    expect(found.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(['style/broken error', 'style/tab warning'])
    expect(found[0]!.message).toBe('Rule failed: the mirror fell')
  })

  it('returns findings in the order of the text, each one once', () => {
    const found = lint('* a\nb\n\nc \td \n')
    const offsets = found.map(({ offset }) => offset)
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
    expect(new Set(found.map((diagnostic) => JSON.stringify(diagnostic))).size).toBe(found.length)
  })

  it('finds nothing in an empty document', () => {
    expect(lint('')).toEqual([])
    expect(lint('\n')).toEqual([])
  })

  it('applies the rules about goals only to goals', () => {
    expect(lint('Orbit\n=====\n\nA page about orbits.\n\nReferences\n----------\n\nNone.\n')).toEqual([])
  })

  it('uses known names from the options and from the configuration', () => {
    const source = '.. planets:: mars\n\n:star:`sirius`\n'
    expect(lint(source).map(({ ruleId }) => ruleId)).toEqual(['rst/unknown-directive', 'rst/unknown-role'])
    expect(lint(source, { known: { directives: ['planets'] }, config: { known: { roles: ['star'] } } })).toEqual([])
  })

  it("includes docutils' message and line", () => {
    const [found] = lint('Telescopes\n=====\n\nHubble.\n')
    expect(found).toMatchObject({
      ruleId: 'rst/title-underline',
      line: 2,
      docutils: { level: 2, line: 2, message: 'Title underline too short.' },
      url: 'docs/rules/rst/title-underline.md',
    })
  })
})

describe('places', () => {
  it('count lines with every ending, and the end of the text', () => {
    const source = 'a\r\nbc\rd\n'
    const lines = linesOf(source)
    expect(lines.map(({ text, ending }) => [text, ending])).toEqual([
      ['a', '\r\n'],
      ['bc', '\r'],
      ['d', '\n'],
    ])
    expect(placeOf(lines, 4, 5)).toMatchObject({ line: 2, column: 2, endLine: 2, endColumn: 3 })
    expect(placeOf(lines, source.length, source.length)).toMatchObject({ line: 4, column: 1 })
    expect(placeOf(linesOf(''), 0, 0)).toMatchObject({ line: 1, column: 1 })
  })
})

const found = (edits: [number, number, string][], safe = true): Diagnostic => ({
  ruleId: 'style/tab',
  severity: 'warning',
  message: 'Unexpected',
  ...placeOf(linesOf('abcdef'), edits[0]![0], edits[0]![1]),
  fix: { title: 'Repair', safe, edits: edits.map(([offset, endOffset, text]) => ({ offset, endOffset, text })) },
})

describe('applyFixes', () => {
  it('applies edits by offset', () => {
    expect(
      applyFixes('abcdef', [
        found([[4, 5, 'X']]),
        found([
          [0, 1, ''],
          [2, 2, '--'],
        ]),
      ]),
    ).toBe('b--cdXf')
  })

  it('applies only the first of two edits that touch', () => {
    expect(applyFixes('abcdef', [found([[0, 3, 'X']]), found([[2, 4, 'Y']])])).toBe('Xdef')
    expect(applyFixes('abcdef', [found([[1, 1, 'X']]), found([[1, 1, 'Y']])])).toBe('aXbcdef')
  })

  it('applies the same edit once', () => {
    expect(
      applyFixes('abcdef', [
        found([[1, 1, 'X']]),
        found([
          [1, 1, 'X'],
          [5, 6, ''],
        ]),
      ]),
    ).toBe('aXbcde')
  })

  it('does not apply unsafe fixes by default', () => {
    expect(applyFixes('abcdef', [found([[0, 1, 'X']], false)])).toBe('abcdef')
    expect(applyFixes('abcdef', [found([[0, 1, 'X']], false)], { unsafe: true })).toBe('Xbcdef')
  })

  it('never leaves the text', () => {
    expect(applyFixes('abcdef', [found([[4, 9, 'X']])])).toBe('abcdef')
  })
})

describe('fixAll', () => {
  it('lints and fixes until nothing is left', () => {
    const source = 'Telescopes:\n* Hubble \t\n* Kepler'
    const fixed = fixAll(source)
    expect(fixed.source).toBe('Telescopes:\n\n* Hubble\n* Kepler\n')
    expect(fixed.diagnostics).toEqual([])
    expect(fixAll(fixed.source)).toMatchObject({ source: fixed.source, fixed: 0 })
  })
})

describe('baselines', () => {
  const result = (path: string, source: string) => ({ path, source, diagnostics: lint(source) })
  const before = [result('goals/b.rst', 'A\ttab\n\nB\ttab\n'), result('goals/a.rst', 'C \n')]
  const baseline = makeBaseline(before)

  it('recognise findings by file, rule and content', () => {
    expect(Object.entries(baseline.files).map(([path, rules]) => [path, Object.keys(rules)])).toEqual([
      ['goals/a.rst', ['style/trailing-whitespace']],
      ['goals/b.rst', ['style/tab']],
    ])
    expect(new Set(baseline.files['goals/b.rst']!['style/tab']).size).toBe(2)
    expect(readBaseline(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline)
    expect(readBaseline({ version: 3 })).toBe('it is not a baseline of version `2`')
    expect(readBaseline({ version: 1, files: {} })).toBe('it is of version 1, which knew findings by their number alone')
    expect(readBaseline({ version: 2, files: { 'a.rst': { 'style/tab': 2 } } })).toBe('`a.rst` has no lists of findings')
  })

  it('ignore existing findings, even if they have moved', () => {
    const moved = [result('goals/b.rst', 'New.\n\nB\ttab\n\nA\ttab\n'), before[1]!]
    for (const files of [before, moved])
      expect(matchBaseline(files, baseline)).toEqual({
        results: files.map((file) => ({ ...file, diagnostics: [] })),
        stale: [],
        hidden: 3,
      })
  })

  it('detect a fixed finding, a new one, and stale entries', () => {
    const after = [result('goals/b.rst', 'A\ttab\n\nC\ttab\n'), result('goals/a.rst', 'C\n')]
    const { results, stale, hidden } = matchBaseline(after, baseline)
    expect(results.map(({ diagnostics }) => diagnostics.map(({ line }) => line))).toEqual([[3], []])
    expect(stale).toEqual([
      { path: 'goals/b.rst', rule: 'style/tab', expected: 2, found: 1 },
      { path: 'goals/a.rst', rule: 'style/trailing-whitespace', expected: 1, found: 0 },
    ])
    expect(hidden).toBe(1)
  })

  it('follow a file that was moved', () => {
    const renamed = [result('goals/c.rst', 'A\ttab\n\nB\ttab\n\nNew\ttab\n'), before[1]!]
    const isThere = (path: string) => path !== 'goals/b.rst'
    const { results, hidden } = matchBaseline(renamed, baseline, isThere)
    expect(results.map(({ diagnostics }) => diagnostics.map(({ line }) => line))).toEqual([[5], []])
    expect(hidden).toBe(3)
    // A copy is no move.
    expect(matchBaseline(renamed, baseline).results[0]!.diagnostics).toHaveLength(3)
  })
})

it('keeps findings on changed lines', () => {
  const all = lint('A\ttab\n\nB\ttab\n')
  expect(changedOnly(all, [{ start: 3, end: 3 }]).map(({ line }) => line)).toEqual([3])
  expect(changedOnly(all, [])).toEqual([])
})

describe('goalLint', () => {
  it('reports findings as messages of unified', async () => {
    const file = new VFile({ path: 'goals/orbit.rst', value: 'Telescopes:\n* Hubble\n* Kepler\n\nOrbit\n===\n' })
    const processor = unified().use(rstParse).use(goalLint)
    await processor.run(processor.parse(file), file)
    const [first] = file.messages
    expect(first).toMatchObject({
      ruleId: 'misread/glued-list',
      source: 'goaldoc',
      line: 2,
      column: 1,
      url: 'docs/rules/misread/glued-list.md',
    })
    expect(first!.place).toMatchObject({ start: { line: 2, column: 1, offset: 12 }, end: { line: 2, column: 9 } })
  })

  const source =
    'Orbit\n=====\n\n.. members::\n\n:repo:`dome` and :moon:`io` and *red.\n\n+----+\n| it |\n+----+\n\n=== =\nbad\n=== ==\n\nThe the dome\n'
  const options = { path: 'goals/orbit.rst', config: { known: { roles: ['moon'] } } }
  const said = (file: VFile) => file.messages.map(({ ruleId, line, column, reason }) => [ruleId, line, column, reason])
  const found = lint(source, options).map(({ ruleId, line, column, message }) => [ruleId, line, column, message])

  it('finds what the linter finds, whichever plugin comes first', () => {
    expect(found.map(([ruleId]) => ruleId)).toEqual(['rst/inline-start', 'rst/malformed-table', 'style/repeated-word'])
    for (const processor of [unified().use(rstParse).use(goalLint, options), unified().use(goalLint, options).use(rstParse)]) {
      const file = new VFile({ path: options.path, value: source })
      processor.runSync(processor.parse(file), file)
      expect(said(file)).toEqual(found)
    }
  })

  it('lints the tree that it is given', () => {
    const withoutTitle = () => (tree: Node) => {
      const section = (tree as DocumentNode).children[0] as ElementNode
      section.children = section.children.filter(({ type }) => type !== 'paragraph')
    }
    const processor = unified().use(rstParse).use(withoutTitle).use(goalLint, options)
    const file = new VFile({ path: options.path, value: source })
    processor.runSync(processor.parse(file), file)
    expect(said(file)).toEqual(found.filter(([ruleId]) => ruleId !== 'style/repeated-word'))
  })

  it('lints a tree that another parser made', () => {
    const file = new VFile({ path: options.path, value: source })
    const known = { directives: ['members'], roles: ['repo', 'moon'] }
    unified().use(goalLint, options).runSync(parseRst(source, { known }), file)
    expect(said(file)).toEqual(found)
  })

  it('runs the example from the documentation', async () => {
    const page = readFileSync(new URL('../../docs/tool-writer.md', import.meta.url), 'utf8')
    const example = /\n## unified\n[^`]*(?:`(?!``)[^`]*)*```ts\n(.*?)```/s.exec(page)![1]!
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const alias = { goaldoc: fileURLToPath(new URL('../../src/index.ts', import.meta.url)) }
    await createJiti(import.meta.url, { alias }).evalModule(example, {
      async: true,
      ext: '.ts',
      filename: `${import.meta.filename}.ts`,
    })
    const printed = print.mock.calls.map(([line]) => line)
    print.mockRestore()
    expect(printed).toEqual(['goals/mars.rst:1:9-1:10: Unclosed emphasis at `*`; close it, or put a backslash before it'])
  })
})
