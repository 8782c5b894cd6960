/** Findings and fixes kept to the lines of a change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedRanges } from '../../src/lint/changed.ts'
import { changedOnly, findingsOfChange, fixAll, type LineRange, lint } from '../../src/lint/index.ts'

/** Findings as `line rule`. */
const shown = (found: readonly { line: number; ruleId: string }[]) => found.map(({ line, ruleId }) => `${line} ${ruleId}`)

describe('findings on changed lines', () => {
  const source = 'A\ttab\n\nNone here.\n\nA\ttab\n'
  const diagnostics = lint(source)

  it('are kept if they touch one of the lines, first and last included', () => {
    expect(shown(diagnostics)).toEqual(['1 style/tab', '5 style/tab'])
    expect(shown(changedOnly(diagnostics, [{ start: 1, end: 1 }]))).toEqual(['1 style/tab'])
    expect(shown(changedOnly(diagnostics, [{ start: 2, end: 4 }]))).toEqual([])
    expect(shown(changedOnly(diagnostics, [{ start: 2, end: 5 }]))).toEqual(['5 style/tab'])
    expect(changedOnly(diagnostics, [])).toEqual([])
  })

  it('are kept if a second place in the same file touches one', () => {
    const [first] = diagnostics
    const related = { message: 'the other one', line: 3, column: 1, endLine: 3, endColumn: 2, offset: 7, endOffset: 8 }
    const second = { ...first!, related: [related] }
    expect(changedOnly([second], [{ start: 3, end: 3 }])).toEqual([second])
    expect(changedOnly([second], [{ start: 4, end: 9 }])).toEqual([])
    expect(changedOnly([{ ...first!, related: [{ ...related, path: 'goals/io.rst' }] }], [{ start: 3, end: 3 }])).toEqual([])
  })
})

describe('findings that a change brought', () => {
  const before = 'Moons:\n\n* Io\n* Europa\n\nA\ttab\n'

  /** What is left of the findings of `after`, and whether the text before was linted for it. */
  function brought(after: string, ranges: { start: number; end: number }[], old: string | undefined = before) {
    let asked = 0
    const found = findingsOfChange({ source: after, diagnostics: lint(after) }, ranges, old, (text) => {
      asked++
      return lint(text)
    })
    return { found: shown(found), asked }
  }

  it('are those on its lines, and new ones elsewhere', () => {
    // The line above is gone: a finding on the list's line, which did not change.
    const after = before.replace('\n\n*', '\n*')
    expect(shown(lint(after))).toEqual(['2 misread/glued-list', '5 style/tab'])
    expect(brought(after, [])).toEqual({ found: ['2 misread/glued-list'], asked: 1 })
  })

  it('do not include findings that only moved', () => {
    const after = `One more line.\n\n${before}`
    expect(brought(after, [{ start: 1, end: 2 }])).toEqual({ found: [], asked: 1 })
  })

  it('include as many of several equal ones as were added', () => {
    expect(brought(`${before}\nA\ttab\n`, [])).toEqual({ found: ['8 style/tab'], asked: 1 })
    expect(brought(`${before}\nB\ttab\n`, [])).toEqual({ found: ['8 style/tab'], asked: 1 })
    expect(brought(before.replace('A\ttab', 'B\ttab'), [])).toEqual({ found: ['6 style/tab'], asked: 1 })
  })

  it('are found without linting the earlier text if that changes nothing', () => {
    expect(brought(before, [{ start: 6, end: 6 }])).toEqual({ found: ['6 style/tab'], asked: 0 })
    expect(findingsOfChange({ source: before, diagnostics: lint(before) }, [], undefined, () => [])).toEqual([])
  })
})

describe('changed lines, by the definition', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(3)).map(([start, more]) => ({ start, end: start + more }))
  const line = fc.constantFrom('Io\n', 'Io \n', '\n', 'Io\r\n', 'Io \r', 'Io')
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''))

  it('are those of any range', () => {
    fc.assert(
      fc.property(text, fc.array(range), (source, ranges) => {
        const all = lint(source)
        const meant = all.filter((found) => ranges.some(({ start, end }) => start <= found.endLine && found.line <= end))
        expect(changedOnly(all, ranges)).toEqual(meant)
      }),
    )
  })

  it('move with the edits above them', () => {
    const edit = fc.tuple(fc.nat(20), fc.nat(3), text)
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 4 }), fc.array(range), (source, parts, ranges) => {
        // An edit between the two characters of a line end is none that a fix makes.
        const at = (offset: number) =>
          source[offset] === '\n' && source[offset - 1] === '\r' ? offset - 1 : Math.min(offset, source.length)
        const edits = parts.map(([offset, length, text]) => ({ offset: at(offset), endOffset: at(offset + length), text }))
        const ends = (part: string) => part.match(/\r\n|\r|\n/g)?.length ?? 0
        const lineOf = (offset: number) => ends(source.slice(0, offset)) + 1
        const by = (edit: (typeof edits)[number]) => ends(edit.text) - ends(source.slice(edit.offset, edit.endOffset))
        const moved = (line: number) => edits.reduce((sum, edit) => (lineOf(edit.offset) < line ? sum + by(edit) : sum), line)
        const own = edits.map((edit) => ({
          start: moved(lineOf(edit.offset)),
          end: moved(lineOf(edit.offset)) + ends(edit.text),
        }))
        const ofRanges = ranges.map(({ start, end }) => ({ start: moved(start), end: Math.max(moved(start), moved(end)) }))
        const sorted = (all: readonly LineRange[]) => all.map(({ start, end }) => `${start}-${end}`).sort()
        expect(sorted(movedRanges(source, edits, ranges))).toEqual(sorted([...ofRanges, ...own]))
      }),
    )
  })
})

describe('fixes of a change', () => {
  const before = 'Io \n\nEuropa \n\nMoons\n'

  function fixed(after: string, ranges: { start: number; end: number }[], old: string | undefined = before) {
    return fixAll(after, {}, lint, {
      ranges,
      ...(old === undefined ? {} : { before: { source: old, diagnostics: lint(old) } }),
    }).source
  }

  it('change no other lines', () => {
    expect(fixed('Io \n\nEuropa \n\nMoons  \n', [{ start: 5, end: 5 }])).toBe('Io \n\nEuropa \n\nMoons\n')
    expect(fixed(before, [{ start: 3, end: 3 }])).toBe('Io \n\nEuropa\n\nMoons\n')
    expect(fixed(before, [{ start: 1, end: 3 }])).toBe('Io\n\nEuropa\n\nMoons\n')
    expect(fixed(before, [])).toBe(before)
    expect(fixed(before, [{ start: 9, end: 9 }])).toBe(before)
  })

  it('change any line of a new file', () => {
    expect(fixAll(before, {}, lint, { ranges: [] }).source).toBe('Io\n\nEuropa\n\nMoons\n')
  })

  it('follow the lines of the change when other fixes move them', () => {
    // The first round adds a line above the list; the lines of the change move with it.
    const after = 'Moons of Jupiter:\n* Io \n* Europa \n\nMoons \n'
    expect(fixed(after, [{ start: 1, end: 3 }], 'Moons \n')).toBe('Moons of Jupiter:\n\n* Io\n* Europa\n\nMoons \n')
    expect(fixed(after, [{ start: 1, end: 2 }], 'Europa \n\nMoons \n')).toBe('Moons of Jupiter:\n\n* Io\n* Europa \n\nMoons \n')
  })
})
