import { describe, expect, it } from 'vitest'
import { applyFixes, findSuppressions, lint, matchesRule, suppress } from '../../src/lint/index.ts'
import { linesOf } from '../../src/text/index.ts'

const tabs = (source: string) =>
  lint(source, { only: ['style/tab', 'suppression/unused', 'suppression/unknown'] }).map(
    ({ line, ruleId }) => `${line} ${ruleId}`,
  )

describe('suppressions in documents', () => {
  it('suppress findings in the next block', () => {
    expect(tabs('.. goaldoc: ignore-next style/tab -- from the instrument\n\nA\ttab\nB\ttab\n\nC\ttab\n')).toEqual([
      '6 style/tab',
    ])
  })

  it('suppress findings between a start and its end', () => {
    expect(
      tabs('A\ttab\n\n.. goaldoc: ignore-start style/tab\n\nB\ttab\n\n.. goaldoc: ignore-end style/tab\n\nC\ttab\n'),
    ).toEqual(['1 style/tab', '9 style/tab'])
  })

  it('suppress findings in a file: of a rule, of a family, or all', () => {
    for (const name of ['style/tab', 'style/*', '*']) expect(tabs(`A\ttab\n\n.. goaldoc: ignore-file ${name}\n`)).toEqual([])
  })

  it('name several rules', () => {
    expect(tabs('.. goaldoc: ignore-next style/tab, style/tab -- twice\n\nA\ttab\n')).toEqual([])
    expect(tabs('.. goaldoc: ignore-next style/tab style/trailing-whitespace\n\nA\ttab\n')).toEqual(['1 suppression/unused'])
  })

  it('do not count in literal text', () => {
    expect(tabs('Write this::\n\n  .. goaldoc: ignore-file style/tab\n\nA\ttab\n')).toEqual(['5 style/tab'])
  })

  it('are fixed by removing only the unused name', () => {
    const source = '.. goaldoc: ignore-next style/tab, style/trailing-whitespace -- why\n\nA\ttab\n'
    const found = lint(source, { only: ['style/tab', 'suppression/unused'] })
    expect(applyFixes(source, found)).toBe('.. goaldoc: ignore-next style/tab -- why\n\nA\ttab\n')
  })

  it('need a reason if the configuration requires it', () => {
    const source = '.. goaldoc: ignore-next style/tab\n\nA\ttab\n'
    const found = lint(source, { config: { suppressions: { reason: true } } })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['suppression/reason'])
  })

  it('cannot suppress findings about suppressions', () => {
    expect(tabs('.. goaldoc: ignore-file *\n\n.. goaldoc: ignore-next style/tabs\n\nA\ttab\n')).toContain('3 suppression/unknown')
  })
})

describe('suppressions in models', () => {
  const source = '# goaldoc: ignore-next drift/added -- on its way\n- hubble\n- kepler # goaldoc: ignore-next drift/removed\n'
  const found = findSuppressions(source, linesOf(source), 'yaml')

  it('are comments above a line or at its end', () => {
    expect(found.map(({ kind, rules, reason }) => [kind, rules[0]?.name, reason])).toEqual([
      ['ignore-next', 'drift/added', 'on its way'],
      ['ignore-next', 'drift/removed', ''],
    ])
    expect(found.map(({ from, to }) => source.slice(from, to))).toEqual([
      '- hubble\n',
      '- kepler # goaldoc: ignore-next drift/removed\n',
    ])
  })

  it('suppress findings at their place', () => {
    const at = (ruleId: string, offset: number) => ({
      ruleId,
      severity: 'error' as const,
      message: '',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      offset,
      endOffset: offset,
    })
    expect(
      suppress([at('drift/added', source.indexOf('hubble')), at('drift/added', source.indexOf('kepler'))], found),
    ).toHaveLength(1)
  })
})

it('covers rules by name, family and star', () => {
  expect(['a/b', 'a/*', '*', 'a/c', 'b/*'].map((name) => matchesRule(name, 'a/b'))).toEqual([true, true, true, false, false])
})
