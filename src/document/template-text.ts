/** Fixed text of a template: the text around its values.
 *
 * It is not part of the goal, so it is removed when a document is read; otherwise each rendering would add it again. To find it, the
 * template is filled with marks: the text between two marks is fixed.
 */

import { appendAll, withoutBlankEnds } from '../text/index.ts'
import type { Profile } from './profile.ts'
import type { Range, TextPart } from './reading.ts'
import { templatePieces } from './templates.ts'
import { lineEnd, lineStart, nextLine, trimRange } from './text.ts'

/** The values of a filled template in order, with the lines before each and after the last. */
interface Frame {
  fields: readonly string[]
  gaps: readonly Lines[]
}

type Lines = readonly string[]

/** The rest of a range, and the fixed text that was around it. */
export interface WithoutTemplateText {
  inner: Range
  fixed: TextPart[]
}

const frames = new WeakMap<Profile, Map<string, Frame | undefined>>()

/** The frame of a template for the fields with a value; `undefined` if fixed text and a value share a paragraph. The values of `plain`
 * fields are known from the heading, so they count as fixed text.
 */
function frameOf(profile: Profile, name: string, fields: readonly string[], plain: readonly string[]): Frame | undefined {
  const known = frames.get(profile) ?? new Map<string, Frame | undefined>()
  frames.set(profile, known)
  const key = [name, ...fields].join(' ')
  if (!known.has(key)) known.set(key, makeFrame(profile, name, fields, plain))
  return known.get(key)
}

/** Placeholder in fixed text for the name of the team or the title. */
const placeholder = '\uE002'

function makeFrame(profile: Profile, name: string, fields: readonly string[], plain: readonly string[]): Frame | undefined {
  const sections = fields.filter((field) => field.startsWith('section '))
  const context = Object.fromEntries([...fields, ...plain].map((field) => [field, field]))
  const [first = '', ...rest] = templatePieces(profile, name, { ...context, sections })
  const found: string[] = []
  const gaps = [first]
  for (let at = 0; at < rest.length; at += 2) {
    const [field = '', text = ''] = [rest[at], rest[at + 1]]
    if (plain.includes(field)) gaps.push(`${gaps.pop()}${placeholder}${text}`)
    else {
      found.push(field)
      gaps.push(text)
    }
  }
  const isApart = gaps.every((gap, at) => gap.trim() === '' || (beginsApart(gap, found[at - 1]) && endsApart(gap, found[at])))
  if (!isApart || found.join() !== fields.join()) return undefined
  return { fields: found, gaps: gaps.map(linesOfGap) }
}

/** A heading ends with its adornment; any other value ends at a blank line. */
function beginsApart(gap: string, before: string | undefined): boolean {
  return before === undefined || (before === 'heading' ? /^[ \t]*\n/ : /^[ \t]*\n[ \t]*\n/).test(gap)
}

function endsApart(gap: string, next: string | undefined): boolean {
  return next === undefined || /\n[ \t]*\n[ \t]*$/.test(gap)
}

function linesOfGap(gap: string): Lines {
  const text = withoutBlankEnds(gap)
  return text === '' ? [] : text.split('\n').map((line) => line.trimEnd())
}

/** Fixed text at the start of a range, as whole lines followed by a blank line. */
function atStart(source: string, range: Range, lines: Lines, title: string): Range | undefined {
  let at = range.start
  let end = range.start
  const isBlank = () => at < range.end && textOfLine(source, at) === ''
  for (const line of lines) {
    if (line === '') {
      if (!isBlank()) return undefined
      while (isBlank()) at = nextLine(source, at)
    } else {
      if (at >= range.end || textOfLine(source, at) !== line.replaceAll(placeholder, title)) return undefined
      end = Math.min(lineEnd(source, at), range.end)
      at = nextLine(source, at)
    }
  }
  return at >= range.end || isBlank() ? { start: range.start, end } : undefined
}

function textOfLine(source: string, at: number): string {
  return source.slice(lineStart(source, at), lineEnd(source, at)).trimEnd()
}

/** Fixed text at the end of a range, as whole lines after a blank line. */
function atEnd(source: string, range: Range, lines: Lines, title: string): Range | undefined {
  const first = lines[0]?.replaceAll(placeholder, title) ?? ''
  for (let at = lineStart(source, range.end); at >= range.start; at = lineStart(source, at - 1)) {
    if (textOfLine(source, at) === first && (at <= range.start || textOfLine(source, at - 1) === '')) {
      const found = atStart(source, { start: at, end: range.end }, lines, title)
      if (found && source.slice(found.end, range.end).trim() === '') return found
    }
    if (at === 0) break
  }
  return undefined
}

/** Removes fixed text from both ends; `undefined` if it is not there, or if nothing else is. */
function cutBoth(source: string, range: Range, start: Lines, end: Lines, title: string): WithoutTemplateText | undefined {
  const before = start.length > 0 ? atStart(source, range, start, title) : { start: range.start, end: range.start }
  if (!before) return undefined
  const rest = trimRange(source, { start: before.end, end: range.end })
  const after = end.length > 0 ? atEnd(source, rest, end, title) : { start: rest.end, end: rest.end }
  if (!after) return undefined
  const inner = trimRange(source, { start: rest.start, end: after.start })
  return inner.end > inner.start ? { inner, fixed: partsOf(source, [before, after]) } : undefined
}

/** A range that is only fixed text. */
function cutAll(source: string, range: Range, lines: Lines, title: string): WithoutTemplateText | undefined {
  if (lines.length === 0) return range.end > range.start ? undefined : { inner: range, fixed: [] }
  const found = atStart(source, range, lines, title)
  if (!found || source.slice(found.end, range.end).trim() !== '') return undefined
  return { inner: { start: range.end, end: range.end }, fixed: partsOf(source, [found]) }
}

function partsOf(source: string, ranges: readonly Range[]): TextPart[] {
  return ranges
    .filter(({ start, end }) => end > start)
    .map((range) => ({ kind: 'fixed', key: 'fixed', value: source.slice(range.start, range.end), ...range }))
}

/** Removes the fixed text around an optional value; the range is unchanged if the document does not contain that text. */
function cutAround(
  source: string,
  range: Range,
  title: string,
  [absent, present]: readonly [Frame | undefined, Frame | undefined],
  field: string,
): WithoutTemplateText {
  const whole = { inner: range, fixed: [] }
  if (!absent || !present) return whole
  const at = present.fields.indexOf(field)
  return (
    cutAll(source, range, absent.gaps[at] ?? [], title) ??
    cutBoth(source, range, present.gaps[at] ?? [], present.gaps[at + 1] ?? [], title) ??
    whole
  )
}

const three = ['section 1', 'section 2', 'section 3']

/** The preamble without the fixed text of the document's template. */
export function cutPreamble(source: string, range: Range, profile: Profile, title: string): WithoutTemplateText {
  if (!profile.hasOwnTemplates) return { inner: range, fixed: [] }
  const frame = (...fields: string[]) => frameOf(profile, 'document', [...fields, 'heading', 'summary', ...three], ['title'])
  return cutAround(source, range, title, [frame(), frame('preamble')], 'preamble')
}

/** The same for the summary; `isAlone` if no section follows. */
export function cutSummary(source: string, range: Range, profile: Profile, title: string, isAlone: boolean): WithoutTemplateText {
  if (!profile.hasOwnTemplates) return { inner: range, fixed: [] }
  const frame = (...fields: string[]) =>
    frameOf(profile, 'document', ['heading', ...fields, ...(isAlone ? [] : three)], ['title'])
  return cutAround(source, range, title, [frame(), frame('summary')], 'summary')
}

/** The body of a section without the fixed text of its own template and of the document template after it. */
export function cutSection(
  source: string,
  range: Range,
  profile: Profile,
  titles: { section: string; document: string },
): WithoutTemplateText {
  if (!profile.hasOwnTemplates) return { inner: range, fixed: [] }
  const document = frameOf(profile, 'document', ['heading', 'summary', ...three], ['title'])
  // The text between sections must always be the same, or it would depend on their number.
  const [, , , between = [], other = [], last = []] = document?.gaps ?? []
  const isLast = source.slice(range.end).trim() === ''
  const after = isLast ? last : between.join('\n') === other.join('\n') ? between : []
  const end = after.length > 0 ? atEnd(source, range, after, titles.document) : undefined
  const inner = end ? trimRange(source, { start: range.start, end: end.start }) : range
  const frame = (...fields: string[]) => frameOf(profile, 'section', ['heading', ...fields], ['title'])
  const cut = cutAround(source, inner, titles.section, [frame(), frame('body')], 'body')
  return { inner: cut.inner, fixed: [...cut.fixed, ...(end ? partsOf(source, [end]) : [])] }
}

/** A label of a team: its key and its offset. */
interface Label {
  key: string
  start: number
}

/** What may precede the labels. */
const headsOfTeams = [
  [],
  ['status'],
  ['note', 'status'],
  ['note'],
  ['deliverables'],
  ['status', 'deliverables'],
  ['note', 'status', 'deliverables'],
  ['note', 'deliverables'],
]

/** The fixed text in the section of a team, and the rest before its labels; `undefined` if the document does not contain the fixed text. */
export function cutTeam(
  source: string,
  body: Range,
  labels: readonly Label[],
  profile: Profile,
  name: string,
): WithoutTemplateText | undefined {
  const keys = labels.map(({ key }) => key)
  for (const before of headsOfTeams) {
    const frame = frameOf(profile, 'team', ['heading', ...before, ...keys], ['name'])
    if (!frame || frame.gaps[0]!.length > 0) continue
    const head = cutTeamHead(
      source,
      trimRange(source, { start: body.start, end: labels[0]?.start ?? body.end }),
      frame,
      before,
      name,
    )
    const ends = labels.map(({ start }, index): WithoutTemplateText | undefined => {
      const range = trimRange(source, { start, end: labels[index + 1]?.start ?? body.end })
      return cutBoth(source, range, [], frame.gaps[before.length + 2 + index]!, name)
    })
    if (head && ends.every((cut) => cut !== undefined))
      return { inner: head.inner, fixed: [...head.fixed, ...ends.flatMap(({ fixed }) => fixed)] }
  }
  return undefined
}

/** What precedes the labels: note, status, deliverables. Writing the team again shows whether they were read correctly. */
function cutTeamHead(
  source: string,
  range: Range,
  frame: Frame,
  fields: readonly string[],
  name: string,
): WithoutTemplateText | undefined {
  const [, start = [], ...others] = frame.gaps
  if (fields.length === 0) return cutAll(source, range, start, name)
  const head = cutBoth(source, range, start, others[fields.length - 1]!, name)
  if (!head || /^Status: \S+$/m.test(source.slice(head.inner.start, head.inner.end)) !== fields.includes('status'))
    return undefined
  const fixed = [...head.fixed]
  let from = head.inner.start
  for (const lines of others.slice(0, fields.length - 1)) {
    if (lines.length === 0) continue
    const found = within(source, { start: from, end: head.inner.end }, lines, name)
    if (!found) return undefined
    appendAll(fixed, partsOf(source, [found]))
    from = found.end
  }
  return { inner: head.inner, fixed }
}

/** Fixed text inside a range, as whole lines between blank lines. */
function within(source: string, range: Range, lines: Lines, title: string): Range | undefined {
  for (let at = nextLine(source, range.start); at < range.end; at = nextLine(source, at)) {
    const found = textOfLine(source, at - 1) === '' ? atStart(source, { start: at, end: range.end }, lines, title) : undefined
    if (found) return found
  }
  return undefined
}

/** Parts in the order of the document. */
export function inPlace<One extends Range>(parts: readonly One[]): One[] {
  return [...parts].sort((a, b) => a.start - b.start)
}
