/** What others wrote reaches no terminal, log or page in a form that steers it, whatever the format. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/lint/index.ts'
import { askData, formatChanges, formats, inIrcLines, type Result, statistics, statusFormats } from '../../src/report/index.ts'
import { html } from '../../src/report-page/html.ts'
import { printable, printableLines, valuesIn } from '../../src/text/index.ts'

/** Everything that steers, line ends, what commands and markup are made of, and letters of both directions. */
const piece = fc.constantFrom(
  ...['\u001b[2J', '\u001b]0;', '\u0007', '\0', '\b', '\r', '\n', '\r\n', '\t', '\u007f', '\u009b31m', '\u2028', '\u2029'],
  ...['\u202e', '\u202a', '\u2066', '\u2069', '\u200f', '\u061c', '\ud800', '\udc00', '\uffff'],
  ...['::error::', '::stop-commands::x', '##[error]', '##vso[task.complete]', '%0A', ',', ':', '<', '>', '&', '"', "'", '`'],
  ...['Mars', 'אבג', '火星', '🔭', ' '],
)
const hostile = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))

/** A character that steers; tabs and line ends are looked at line by line. */
const steers = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

const place = { line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 }
const finding = fc
  .record({ message: hostile, title: hostile, other: hostile, otherPath: hostile })
  .map(({ message, title, other, otherPath }): Diagnostic => {
    const fix = { edits: [], safe: true, title }
    return {
      ...place,
      ruleId: 'style/tab',
      severity: 'error',
      message,
      fix,
      related: [{ ...place, message: other, path: otherPath }],
    }
  })
const results: fc.Arbitrary<Result[]> = fc.array(
  fc.record({ path: hostile, source: hostile, diagnostics: fc.array(finding, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 3 },
)

const linesOf = (text: string) => text.split('\n').slice(0, -1)
const isCommand = (line: string) => /^\s*::/.test(line)

test.each([...formats, statistics].map((format) => [format.name, format] as const))(
  'findings as %s contain no control characters and no commands',
  (name, format) => {
    fc.assert(
      fc.property(results, (given) => {
        const text = format.format(given, { all: true })
        const findings = given.flatMap(({ diagnostics }) => diagnostics)
        expect(text).not.toMatch(steers)
        if (name === 'github') {
          expect(linesOf(text)).toHaveLength(findings.length)
          for (const line of linesOf(text))
            expect(line).toMatch(/^::error file=[^:,]+,line=1,endLine=1,col=1,endColumn=2,title=style\/tab::/)
        } else expect(linesOf(text).filter(isCommand)).toEqual([])
        if (name === 'compact') {
          expect(linesOf(text)).toHaveLength(findings.length)
          for (const line of linesOf(text)) expect(line).toMatch(/:1:1: error: .* \(style\/tab\)$/)
        }
        if (name === 'junit') expect(text.match(/<[a-z]+/g)!.filter((tag) => tag === '<failure')).toHaveLength(findings.length)
        if (name === 'checkstyle') {
          expect(text.match(/<[a-z]+/g)).toHaveLength(1 + given.length + findings.length)
          expect(text.match(/"/g)).toHaveLength(6 + 2 * given.length + 10 * findings.length)
        }
        if (name === 'json') {
          const { files } = JSON.parse(text) as { files: { path: string; diagnostics: Diagnostic[] }[] }
          expect(files).toEqual(given.map(({ path, diagnostics }) => ({ path, diagnostics })))
        }
      }),
    )
  },
)

const counts = { unanswered: 1, 'n/a': 0, planned: 0, 'in-progress': 0, partial: 0, done: 0, 'not-doing': 0 }
const statuses = fc.record({ path: hostile, title: hostile, team: hostile, missing: hostile, by: hostile }).map((texts) => {
  const said = { day: '2027-02-01', by: texts.by, commit: '0'.repeat(40) }
  const team = { name: texts.team, status: 'planned' as const, since: said, last: said, deliverables: [] }
  const deliverable = { name: texts.missing, status: 'unanswered' as const }
  return {
    path: texts.path,
    title: texts.title,
    isOver: false,
    counts,
    teams: [{ ...team, deliverables: [deliverable] }],
    missing: [texts.missing],
  }
})

test.each(statusFormats.map((format) => [format.name, format] as const))(
  'the status as %s contains no control characters',
  (_, format) => {
    fc.assert(
      fc.property(statuses, (goal) => {
        const text = format.format({ version: 1, goals: [goal], counts } as never)
        expect(text).not.toMatch(steers)
        expect(linesOf(text).filter(isCommand)).toEqual([])
      }),
    )
  },
)

test('mails to teams without an answer contain no control characters', () => {
  fc.assert(
    fc.property(statuses, hostile, (goal, name) => {
      const contacts = new Map([['Mars', [{ name, irc: name, mail: name, role: 'lead' }]]])
      const asked = askData(goal, { date: '2027-06-01', staleAfter: 30, contacts, official: () => 'Mars' })
      expect(asked.silent).toHaveLength(1)
      for (const one of [asked, ...inIrcLines(asked, () => '')])
        for (const { value } of valuesIn(one)) {
          if (typeof value !== 'string') continue
          expect(value).not.toMatch(/[\t\n]/)
          expect(value).not.toMatch(steers)
        }
    }),
  )
})

test('reports of changes contain no control characters', () => {
  const report = fc.record({ path: hostile, title: hostile, name: hostile, before: hostile, after: hostile }).map((texts) => ({
    version: 1 as const,
    from: 'HEAD',
    to: 'HEAD',
    goals: [
      {
        path: texts.path,
        title: texts.title,
        kind: 'changed' as const,
        teams: [
          { name: texts.name, kind: 'changed' as const, changes: [{ kind: 'changed' as const, of: texts.name, ...texts }] },
        ],
        criteria: [],
        text: [{ kind: 'changed' as const, of: 'summary', before: texts.before, after: texts.after }],
      },
    ],
  }))
  fc.assert(
    fc.property(report, fc.constantFrom('markdown', 'mail', 'json'), (given, format) => {
      const text = formatChanges(given, format as 'mail')
      expect(text).not.toMatch(steers)
      expect(linesOf(text).filter(isCommand)).toEqual([])
    }),
  )
})

test('pages contain no control characters and no foreign markup', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`
      expect(markup.replace(/[\r\n\t]/g, '')).not.toMatch(steers)
      expect(markup.match(/[<>"]/g)!.join('')).toBe('<"">' + '<>')
    }),
  )
})

test('a frame keeps one line for each source line, and its width', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(printable(text)).toHaveLength(text.length)
      expect(printable(text)).not.toMatch(/[\n\r\t]/)
      expect(printableLines(text).split('\n')).toHaveLength(text.split(/\r?\n/).length)
    }),
  )
})
