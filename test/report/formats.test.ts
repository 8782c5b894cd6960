/** Each format of the same findings, as a file in `test/fixtures/report`; `vitest run FILE --update` writes them: read the diff. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Diagnostic, lint, rules } from '../../src/lint/index.ts'
import { codeFrame, formats, frameLines, type Result, reportJsonSchema, statistics } from '../../src/report/index.ts'

const source = [
  '=====',
  'Orbit & <"Saturn">',
  '=====',
  '',
  'Telescopes: 100%, of the\nthe best,',
  '* Hubble::Space',
  '* Kepler\t\u0007',
  '',
  'See `here <https://example.org/a>`_ and `here <https://example.org/b>`_ 🔭.',
  '',
].join('\n')

const results: Result[] = [
  {
    path: 'goals/orbit plan/telescopes, 100%.rst',
    source,
    diagnostics: lint(source, { path: 'goals/orbit plan/telescopes.rst' }),
  },
  { path: 'goals/clean.rst', source: 'Nothing.\n', diagnostics: [] },
  {
    path: 'goals/moons.rst',
    source: 'Io\n\nEuropa\n',
    diagnostics: [
      {
        ...{ line: 1, column: 2, endLine: 3, endColumn: 7, offset: 1, endOffset: 10 },
        ...{ ruleId: 'moon/order', severity: 'error', message: 'Moons over several lines' },
        related: [
          {
            line: 1,
            column: 1,
            endLine: 1,
            endColumn: 8,
            offset: 0,
            endOffset: 7,
            message: 'none here',
            path: 'goals/clean.rst',
          },
          { line: 9, column: 1, endLine: 9, endColumn: 2, offset: 90, endOffset: 91, message: 'it is there', path: 'moons.yaml' },
        ],
      },
      {
        ...{ line: 2, column: 1, endLine: 2, endColumn: 1, offset: 3, endOffset: 3 },
        ...{ ruleId: 'moon/missing', severity: 'info', message: 'A moon is missing' },
        fix: { edits: [{ offset: 3, endOffset: 3, text: 'Ganymede' }], safe: false, title: 'Add it' },
      },
      {
        ...{ line: 3, column: 1, endLine: 3, endColumn: 7, offset: 4, endOffset: 10 },
        ...{ ruleId: 'moon/missing', severity: 'info', message: '7 more', data: { more: 7 } },
      },
    ],
  },
]
const described = rules.filter(({ name }) => name.startsWith('misread/') || name === 'style/line-length')
const options = { version: '1.2.3', rules: described }

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  it('matches its fixture', async () => {
    await expect(format.format(results, options)).toMatchFileSnapshot(join(import.meta.dirname, `../fixtures/report/${name}.txt`))
  })

  it('gives the same output twice', () => {
    expect(format.format(results, options)).toBe(format.format(structuredClone(results), options))
  })

  it('ends with a newline, even without findings', () => {
    for (const none of [[], [results[1]!]]) {
      const text = format.format(none, options)
      if (text !== '') expect(text.endsWith('\n')).toBe(true)
    }
  })

  it('describes itself', () => {
    expect(format.description).toMatch(/[^.]$/)
  })
})

it('validates against the schema of the report', () => {
  const schema = z.fromJSONSchema(reportJsonSchema() as never)
  const json = formats.find((format) => format.name === 'json')!
  expect(() => schema.parse(JSON.parse(json.format(results)))).not.toThrow()
  expect(() => schema.parse({ version: 1, files: [{ path: 'a', diagnostics: [{}] }], summary: {} })).toThrow()
})

it('in a terminal, a finding has colours, and its rule is a link to its page', () => {
  const [pretty] = formats.filter(({ name }) => name === 'pretty')
  const unsafe = { ...results[2]!, diagnostics: results[2]!.diagnostics.slice(1, 2) }
  const text = pretty!.format([unsafe], { color: true, pageOf: (rule) => `https://goaldoc.example/${rule}` })
  const seen = { '4': 'underline', '34': 'blue', '1': 'bold', '2': 'dim' } as const
  const read = text
    .replaceAll(/\u001b\[(\d+)m/g, (_, code: string) => (code in seen ? `<${seen[code as keyof typeof seen]}>` : '</>'))
    .replaceAll(/\u001b\]8;;(.*?)\u001b\\/g, (_, address: string) => (address === '' ? '</link>' : `<link ${address}>`))
  expect(
    read,
  ).toBe(`<underline>goals/moons.rst:2:1</> <blue>info</> <link https://goaldoc.example/moon/missing><bold>moon/missing</></link>
  A moon is missing<dim> [Add it, unsafe]</>

  <dim>  1 |</> Io
  <dim>> 2 |</>
  <dim>    |</> <blue>^</>
  <dim>  3 |</> Europa

<blue>1 info</> in 1 file; \`--fix --unsafe\` fixes 1
`)
})

describe('codeFrame', () => {
  const frame = (text: string, line: number, column: number, endColumn: number, endLine = line) =>
    codeFrame(frameLines(text), { line, column, endLine, endColumn })

  it('marks a place between its neighbours', () => {
    expect(frame('a\nbcd\ne\n', 2, 2, 4)).toBe('  1 | a\n> 2 | bcd\n    |  ^^\n  3 | e')
  })

  it('marks the end of the text and empty lines', () => {
    expect(frame('a\n', 2, 1, 1)).toBe('  1 | a\n> 2 |\n    | ^')
    expect(frame('', 1, 1, 1)).toBe('> 1 |\n    | ^')
  })

  it('marks a place over several lines up to the end of the first line', () => {
    expect(frame('abc\ndef\n', 1, 2, 3, 2)).toBe('> 1 | abc\n    |  ^^\n  2 | def')
  })

  it('cuts long lines around the place', () => {
    const lines = frame(`${'x'.repeat(300)}Y${'z'.repeat(300)}`, 1, 301, 302).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(140)
    expect(lines[0]![lines[1]!.indexOf('^')]).toBe('Y')
  })
})

describe('repeats', () => {
  const text = 'Io\nEuropa\nGanymede\nCallisto\n'.repeat(50)
  const at = (
    line: number,
    ruleId: string,
    severity: 'error' | 'warning' | 'info' = 'warning',
    isSafe?: boolean,
  ): Diagnostic => ({
    ruleId,
    severity,
    message: `The moon on line ${line}`,
    ...{ line, column: 1, endLine: line, endColumn: 3, offset: 0, endOffset: 2 },
    ...(isSafe === undefined ? {} : { fix: { edits: [], safe: isSafe, title: 'Name it' } }),
  })
  const moons = (diagnostics: Diagnostic[]): Result => ({ path: 'goals/moons.rst', source: text, diagnostics })
  const pretty = formats.find(({ name }) => name === 'pretty')!
  const many = [1, 5, 5, 9].map((line) => at(line, 'moon/name'))

  it('are shown as a number and their lines', () => {
    const report = pretty.format([moons([...many, at(11, 'moon/name', 'error'), at(2, 'moon/orbit')])])
    expect(report).toBe(`goals/moons.rst:1:1 warning moon/name
  The moon on line 1

  > 1 | Io
      | ^^
    2 | Europa

  and 3 more: lines 5, 9

goals/moons.rst:11:1 error moon/name
  The moon on line 11

    10 | Europa
  > 11 | Ganymede
       | ^^
    12 | Callisto

goals/moons.rst:2:1 warning moon/orbit
  The moon on line 2

    1 | Io
  > 2 | Europa
      | ^^
    3 | Ganymede

1 error and 5 warnings in 1 file; \`--all\` shows each
`)
  })

  it('are counted for each file, and shown in full on request', () => {
    const both = [moons(many.slice(0, 2)), { ...moons(many.slice(2)), path: 'goals/more.rst' }]
    expect(pretty.format(both).match(/ more: .*/g)).toEqual([' more: line 5', ' more: line 9'])
    const all = pretty.format(both, { all: true })
    expect(all.match(/The moon on line \d/g)).toEqual([1, 5, 5, 9].map((line) => `The moon on line ${line}`))
    expect(all).toMatch(/\n4 warnings in 2 files\n$/)
    expect(pretty.format(both, { quiet: true })).toMatch(/\n {2}and 1 more: line 9\n$/)
  })

  it('fit a line of a terminal, however many they are', () => {
    const report = pretty.format([moons(Array.from({ length: 190 }, (_, index) => at(index + 1, 'moon/name')))])
    const line = report.split('\n').find((text) => text.includes(' more: '))!
    expect(line).toMatch(/^ {2}and 189 more: lines 2, 3, [\d, ]+, …$/)
    expect(line.length).toBeLessThanOrEqual(80)
  })

  it('are counted by rule, the worst first', () => {
    const found = [
      ...many,
      at(3, 'moon/orbit', 'error', true),
      at(4, 'moon/shape', 'warning', false),
      at(6, 'moon/age', 'info', true),
      at(7, 'moon/water', 'info'),
      at(7, 'moon/air', 'info'),
    ]
    expect(statistics.format([moons(found), { ...moons([]), path: 'goals/sun.rst' }])).toBe(`1  error    moon/orbit  --fix fixes 1
4  warning  moon/name
1  warning  moon/shape  --unsafe 1
1  info     moon/age    --fix fixes 1
1  info     moon/air
1  info     moon/water

1 error, 5 warnings and 3 info in 1 of 2 files; \`--fix\` fixes 2, \`--fix --unsafe\` 1 more
`)
    expect(statistics.format([moons([at(1, 'moon/orbit')])], { quiet: true })).toBe('1  warning  moon/orbit\n')
    expect(statistics.format([moons([])])).toBe('')
  })
})
