/** Each format of the same findings, as a file in `test/fixtures/report`; `vitest -u` writes them: read the diff. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lint, rules } from '../../src/lint/index.ts'
import { codeFrame, formats, type Result, reportJsonSchema } from '../../src/report/index.ts'

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
]
const options = { version: '1.2.3', rules: rules.filter((rule) => rule.name.startsWith('misread/')) }

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  it('is what its fixture says', async () => {
    await expect(format.format(results, options)).toMatchFileSnapshot(join(import.meta.dirname, `../fixtures/report/${name}.txt`))
  })

  it('says the same twice', () => {
    expect(format.format(results, options)).toBe(format.format(structuredClone(results), options))
  })

  it('ends with a newline, also where nothing was found', () => {
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

describe('codeFrame', () => {
  const frame = (text: string, line: number, column: number, endColumn: number, endLine = line) =>
    codeFrame(text, { line, column, endLine, endColumn })

  it('marks a place between its neighbours', () => {
    expect(frame('a\nbcd\ne\n', 2, 2, 4)).toBe('  1 | a\n> 2 | bcd\n    |  ^^\n  3 | e')
  })

  it('marks the end of the text and empty lines', () => {
    expect(frame('a\n', 2, 1, 1)).toBe('  1 | a\n> 2 |\n    | ^')
    expect(frame('', 1, 1, 1)).toBe('> 1 |\n    | ^')
  })

  it('marks to the end of the first of many lines', () => {
    expect(frame('abc\ndef\n', 1, 2, 3, 2)).toBe('> 1 | abc\n    |  ^^\n  2 | def')
  })

  it('cuts long lines around the place', () => {
    const lines = frame(`${'x'.repeat(300)}Y${'z'.repeat(300)}`, 1, 301, 302).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(140)
    expect(lines[0]![lines[1]!.indexOf('^')]).toBe('Y')
  })
})
