/** Lints the docstrings of a Python file; places and fixes refer to the file. */
import { applyEdits, type Edit, linesOf, type Place, placeOf, type SourceLine } from '../../text/index.ts'
import type { Diagnostic, Fix, Related } from '../diagnostic.ts'
import { compareDiagnostics } from '../diagnostic.ts'
import { type LintOptions, lint } from '../lint.ts'
import type { Rule } from '../rule.ts'
import { rules } from '../rules/index.ts'
import { documentLength } from '../rules/style/document-length.ts'
import { type Docstring, docstringsOf, type PythonExcess, readDocstring } from './docstrings.ts'
import { type DocstringSection, sectionsOf } from './headings.ts'

/** Rules of `rst/` that need the page of the docstring: names defined elsewhere, and duplicates on the page. */
const needPage = new Set([
  'rst/unknown-directive',
  'rst/unknown-role',
  'rst/unknown-target',
  'rst/duplicate-target',
  'rst/duplicate-name',
  'rst/unreferenced-target',
  'rst/substitution',
  'rst/footnote',
  'rst/directive-argument',
  'rst/directive-option',
  'rst/hint',
  // The default role is set in a `conf.py`; single backticks around names of parameters are usual in docstrings.
  'misread/default-role',
])

const docstringRules = rules
  .map(({ name }) => name)
  .filter((name) => (name.startsWith('misread/') || name.startsWith('rst/')) && !needPage.has(name))

/** Rules about words and marks within a line; the others are about lines and their indentation. */
const inline = new Set([
  'rst/inline-start',
  'rst/interpreted-text',
  'misread/link-without-space',
  'misread/link-without-underscore',
  'misread/markdown-link',
  'misread/role-without-backtick',
  'misread/role-without-colon',
])

/** Lints the docstrings of a Python file; the findings are in the order of the file. Never throws; a file that is not Python has none,
 * and one that is too long has only that one. One with too many levels or errors is read up to there.
 */
export function lintPython(source: string, options: LintOptions = {}): Diagnostic[] {
  const long = lint(source, { ...options, rules: [documentLength], settings: withAnyMarks(options.settings) })
  if (long.length > 0) return long
  const lines = linesOf(source)
  const room: Room = { characters: mostReread }
  const only = options.only ? docstringRules.filter((name) => options.only!.includes(name)) : docstringRules
  const { docstrings, excess } = docstringsOf(source)
  return docstrings
    .flatMap((docstring) => {
      const texts = linesOf(docstring.text).map(({ text }) => text)
      const sections = bySections(sectionsOf(texts))
      return lint(docstring.text, { ...options, only })
        .filter((found) => !isLayout(found, sections, texts))
        .map((found) => inFile(found, docstring, { source, lines, room }))
    })
    .concat(excess ? lint(source, { ...options, rules: [unreadFrom(excess)] }) : [])
    .sort(compareDiagnostics)
}

/** The settings for a file as a whole: what is a mark in a document is part of most lines of Python. */
function withAnyMarks(settings: LintOptions['settings'] = {}): LintOptions['settings'] {
  const given = settings[documentLength.name]
  return {
    ...settings,
    [documentLength.name]: { ...(typeof given === 'string' ? { severity: given } : given), marks: Number.POSITIVE_INFINITY },
  }
}

/** The rule of documents that are too long, for a file that is read only up to an offset. */
function unreadFrom({ reason, offset }: PythonExcess): Rule {
  const message = `Python not read from here on: ${reason}; no docstring after it was checked`
  return { ...documentLength, check: (context) => context.report({ offset, endOffset: offset, message }) }
}

/** The sections of a docstring by the index of each of their lines, and the indexes at which one starts. */
interface SectionIndex {
  at: ReadonlyMap<number, DocstringSection>
  starts: ReadonlySet<number>
}

function bySections(sections: readonly DocstringSection[]): SectionIndex {
  const at = new Map<number, DocstringSection>()
  // Where two overlap, the first one counts.
  for (const section of sections)
    for (let line = section.start; line < section.end; line++) if (!at.has(line)) at.set(line, section)
  return { at, starts: new Set(sections.map(({ start }) => start)) }
}

/** Whether a finding is about the layout of a section in a known style. */
function isLayout(found: Diagnostic, sections: SectionIndex, lines: readonly string[]): boolean {
  const at = found.line - 1
  const section = sections.at.get(at)
  if (!section) {
    // A paragraph that ends where a section begins.
    return sections.starts.has(at + 1) && !inline.has(found.ruleId)
  }
  const isHeading = at <= section.start + (section.style === 'numpy' ? 1 : 0)
  if (isHeading) return true
  if (!section.isList) return at === section.start + 1 && !inline.has(found.ruleId)
  if (!inline.has(found.ruleId)) return true
  const line = lines[at] ?? ''
  const isEntry = line.length - line.trimStart().length <= section.indent
  if (!isEntry) return false
  if (section.style === 'numpy') return true
  const colon = /:(?:\s|$)/.exec(line)
  return colon !== null && found.column - 1 <= colon.index
}

/** The characters of docstrings that are still read again, to check fixes. */
interface Room {
  characters: number
}

/** Fixes beyond this many characters are dropped: each one reads its docstring again. */
const mostReread = 400_000

interface PythonFile {
  source: string
  lines: readonly SourceLine[]
  room: Room
}

function inFile(found: Diagnostic, docstring: Docstring, { source, lines, room }: PythonFile): Diagnostic {
  const { fix, related, ...rest } = found
  const mapped = fix && fixInFile(fix, docstring, source, room)
  return {
    ...rest,
    ...placeInFile(found, docstring, lines),
    ...(related ? { related: related.map((place) => relatedInFile(place, docstring, lines)) } : {}),
    ...(mapped ? { fix: mapped } : {}),
  }
}

function placeInFile({ offset, endOffset }: Place, { offsets }: Docstring, lines: readonly SourceLine[]): Place {
  const start = offsets[Math.min(offset, offsets.length - 1)]!
  // The end is after the last character of the finding, not before the next one, which may be several lines below.
  const end = endOffset > offset ? offsets[Math.min(endOffset, offsets.length) - 1]! + 1 : start
  return placeOf(lines, start, Math.max(start, end))
}

function relatedInFile(place: Related, docstring: Docstring, lines: readonly SourceLine[]): Related {
  return place.path === undefined ? { ...place, ...placeInFile(place, docstring, lines) } : place
}

/** The fix with its edits in the file; `undefined` if the file would not get the same text, e.g. because of escapes or quotes. */
function fixInFile(fix: Fix, docstring: Docstring, source: string, room: Room): Fix | undefined {
  room.characters -= docstring.end - docstring.start
  if (room.characters < 0) return undefined
  const edits = fix.edits.map((edit) => editInFile(edit, docstring, source))
  const { start, end } = docstring
  const local = edits.map((edit) => ({ ...edit, offset: edit.offset - start, endOffset: edit.endOffset - start }))
  if (local.some(({ offset, endOffset }) => offset < 0 || endOffset > end - start)) return undefined
  const literal = applyEdits(source.slice(start, end), local)
  const again = readDocstring(literal, 0, literal.length)
  return again?.text === applyEdits(docstring.text, fix.edits) ? { ...fix, edits } : undefined
}

function editInFile({ offset, endOffset, text }: Edit, docstring: Docstring, source: string): Edit {
  const { offsets, margin, isRaw, text: whole } = docstring
  const startsLine = (at: number) => at > 0 && whole[at - 1] === '\n'
  const at = offsets[offset]!
  const start = startsLine(offset) ? lineStart(source, at) : at
  const end = endOffset > offset ? offsets[endOffset - 1]! + 1 : start
  const written = (isRaw ? text : text.replaceAll('\\', '\\\\')).split('\n')
  const indented = written.map((line, index) => {
    const isIndented = index > 0 || startsLine(offset)
    const isBeforeText = index === written.length - 1 && !startsLine(endOffset)
    return isIndented && (line !== '' || isBeforeText) ? margin + line : line
  })
  return { offset: start, endOffset: end, text: indented.join(/\r\n|\r|\n/.exec(source)?.[0] ?? '\n') }
}

function lineStart(source: string, at: number): number {
  return Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1
}
