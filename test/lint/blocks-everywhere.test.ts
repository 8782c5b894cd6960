/** Blocks that docutils reads as text or comments are found wherever a block can stand: each one, planted in each place, is one finding
 * there.
 */
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint/index.ts'

/** Lines with one slip, the slip's own line, and the rule that reports it. */
const slips: Readonly<Record<string, { lines: string[]; slip: string; rule: string }>> = {
  'a list below its introduction': {
    lines: ['Read first:', '* the log', '* the map'],
    slip: '* the log',
    rule: 'misread/glued-list',
  },
  'one item below its introduction': { lines: ['Read first:', '* the log'], slip: '* the log', rule: 'misread/glued-list' },
  'numbers below their introduction': { lines: ['At dusk', '1. open', '2. point'], slip: '1. open', rule: 'misread/glued-list' },
  'a directive without a space': { lines: ['..note:: It turns.'], slip: '..note::', rule: 'misread/comment-for-directive' },
  'a directive with three dots': { lines: ['... note:: It turns.'], slip: '... note::', rule: 'misread/comment-for-directive' },
  'a directive with one colon': { lines: ['.. image: dome.png'], slip: '.. image:', rule: 'misread/comment-for-directive' },
  'a label without a space': { lines: ['.._dome-log:'], slip: '.._dome-log:', rule: 'misread/comment-for-target' },
  'a label with three dots': { lines: ['... _dome-log:'], slip: '... _dome-log:', rule: 'misread/comment-for-target' },
  'a label without dots': { lines: ['_dome-log:'], slip: '_dome-log:', rule: 'misread/comment-for-target' },
  'a label with a space': { lines: ['.. _ dome-log:'], slip: '.. _ dome-log:', rule: 'misread/comment-for-target' },
  'a label without underscore': { lines: ['.. dome-log:'], slip: '.. dome-log:', rule: 'misread/comment-for-target' },
}

const indented = (lines: readonly string[], first: string) =>
  lines.map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line).join('\n')

/** Documents with the lines in one of the places where a block can stand. */
const places: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'the text of a section': (lines) => `${lines.join('\n')}\n`,
  'an item of a list': (lines) => `${indented(['Dusk', '', ...lines], '* ').replace(/ +$/m, '')}\n`,
  'a nested item': (lines) => `1. Night\n\n${indented(['Dusk', '', ...lines], '   - ').replace(/ +$/m, '')}\n`,
  'a definition': (lines) => `Dusk\n${indented(lines, '   ')}\n`,
  'a block quote': (lines) => `Dusk:\n\n${indented(lines, '    ')}\n`,
  'a footnote': (lines) => `Dusk [1]_.\n\n.. [1] It comes.\n\n${indented(lines, '   ')}\n`,
  'a note': (lines) => `.. note::\n\n${indented(lines, '   ')}\n`,
  'a legend': (lines) => `.. figure:: dusk.png\n   :alt: Dusk\n\n   Dusk.\n\n${indented(lines, '   ')}\n`,
  'a cell of a grid table': (lines) => {
    const border = `+------+${'-'.repeat(40)}+------+\n`
    const rows = lines.map((line, index) => `| ${index === 0 ? 'Dusk' : '    '} | ${line.padEnd(38)} |      |\n`)
    return `${border}${rows.join('')}${border}`
  },
  'a cell of a list table': (lines) => `.. list-table::\n\n   * - Dusk\n${indented(lines, '     - ')}\n`,
}

describe.each(Object.entries(slips))('%s', (_slip, { lines, slip, rule }) => {
  it.each(Object.entries(places))('in %s is one finding there', (_place, documentWith) => {
    const body = documentWith(lines)
    const source = rule === 'misread/comment-for-target' ? `${body}\nSee :ref:\`the log <dome-log>\`.\n` : body
    const offset = source.indexOf(slip)
    const found = lint(source, { path: 'goals/orbit/telescopes.rst' })
    expect(
      found.map((diagnostic) => [diagnostic.ruleId, diagnostic.offset, source.slice(diagnostic.offset, diagnostic.endOffset)]),
    ).toEqual([[rule, offset, slip]])
  })
})
