/** Sections: which ones are open, and how a title changes that. */
import { appendAll } from '../../text/index.ts'
import type { Machine } from '../context.ts'
import { type Block, dedent, endOf, extent, type Line } from '../lines.ts'
import { normalizeName } from '../name.ts'
import { plainText } from '../plain-text.ts'
import { preservedLines } from '../preserved.ts'
import { type ElementNode, endAt, type RstNode, withoutSlack } from '../tree.ts'
import { leadingWhitespace } from '../whitespace.ts'
import { shortAdornment } from './adornment-line.ts'
import type { Cursor } from './construct.ts'
import { isOutermost } from './root-line.ts'
import { text } from './text.ts'

/** The sections of a document, or of a body that may contain titles. */
export interface Sections {
  /** The title styles so far, by level: the adornment's character, twice for an overline. */
  readonly styles: string[]
  /** The open sections, outermost first. */
  readonly open: OpenSection[]
  /** The level that docutils compares titles with: the number of open sections, except after the error described at `closeFor`. */
  level: number
  /** The state machine outside of all sections. */
  readonly machine: Machine
  /** Whether these are the sections of the document itself. */
  isRoot: boolean
}

interface OpenSection {
  node: ElementNode
  /** The list that contains it. */
  outer: RstNode[]
  /** The level when it was opened. */
  outerLevel: number
  /** Whether the overline of its title is so short that it could be text. */
  shortOverline: boolean
  /** The state machine of its body. */
  machine: Machine
}

export function openSections(machine: Machine, isRoot = false): Sections {
  return { styles: [], open: [], level: 0, machine, isRoot }
}

/** The state machine of the innermost open section. */
export function currentMachine({ open, machine }: Sections): Machine {
  return open.length > 0 ? (open[open.length - 1] as OpenSection).machine : machine
}

/** A title as written. `first` and `next` are indexes of lines in the block. */
export interface TitleLines {
  overline?: Line
  title: Line
  underline: Line
  first: number
  /** The line after the underline. */
  next: number
  /** docutils' messages about the lengths; they come after the title. */
  messages: RstNode[]
}

/** Opens the section of a title if its style is allowed, and closes the sections that end here. */
export function section(cursor: Cursor, written: TitleLines): void {
  const { parser } = cursor
  const sections = cursor.sections as Sections
  const { overline, underline } = written
  const character = underline.text[0] as string
  const style = overline ? character + character : character
  const known = sections.styles.indexOf(style) + 1
  const level = known || sections.styles.length + 1
  const lines = overline ? [overline, written.title, underline] : [written.title, underline]
  const at = extent(lines)
  const titleLine = written.title.number + 1
  if (overline) currentMachine(sections).endsWithTransition = true
  const isNew = known === 0 && sections.styles.length === sections.level
  if (!isNew && (known === 0 || level > sections.level + 1)) {
    reportSkip(cursor, lines, level, titleLine)
    cursor.index = written.next
    return
  }
  if (isNew) sections.styles.push(style)
  else if (level <= sections.level) {
    if (!parser.docutils.sectionsInPlace) {
      closeFor(cursor, level, written.first)
      return
    }
    closeSections(cursor, level - 1, written.first)
    sections.level = level - 1
  }
  if (isOutermost(cursor)) parser.rootLine = underline.number + 1

  const node = parser.element('section', at.start, at.end)
  const adornment: Record<string, unknown> = {
    character,
    overline: overline !== undefined,
    style,
    underline: { start: underline.start, end: endOf(underline) },
  }
  if (overline) adornment.overlineAt = { start: overline.start, end: endOf(overline) }
  node.data = { level, adornment }
  const outer = cursor.nodes
  outer.push(node)
  parser.parent = outer
  const titleAt = extent([written.title])
  const titleText = overline ? dedent(written.title, leadingWhitespace(written.title.text)) : written.title
  const { nodes, messages } = parser.parseInline(parser.inlineSource([titleText], titleLine))
  const title = parser.element('title', titleAt.start, titleAt.end, {}, nodes)
  title.data = { adornment }
  node.attributes.names = [normalizeName(plainText(title))]
  node.children.push(title)
  appendAll(node.children, written.messages)
  appendAll(node.children, messages)
  parser.names.noteImplicitTarget(node, node.children, underline.number + 1)
  const shortOverline = overline !== undefined && overline.text.length < shortAdornment
  const machine = parser.idleMachines.pop() ?? { endsWithTransition: true }
  sections.open.push({ node, outer, outerLevel: sections.level, shortOverline, machine })
  sections.level++
  cursor.nodes = node.children
  parser.parent = node.children
  cursor.index = written.next
}

/** Reports a title whose level is too deep. */
function reportSkip(cursor: Cursor, lines: Block, level: number, titleLine: number): void {
  const { parser } = cursor
  const { styles, level: current } = cursor.sections as Sections
  const at = extent(lines)
  const source = preservedLines(parser, 'literal_block', lines)
  if (!parser.docutils.titleErrors) {
    cursor.nodes.push(parser.message(4, 'Title level inconsistent:', titleLine, at, [source]))
    return
  }
  const text = `Established title styles: ${styles.map((style) => [...style].join('/')).join(' ')}`
  const established = parser.element('paragraph', at.start, at.end, {}, [parser.text(text, at.start, at.end)])
  const message = `Inconsistent title style: skip from level ${current} to ${level}.`
  cursor.nodes.push(parser.message(3, message, titleLine, at, [source, established]))
}

/** Closes the sections that end before a title of a level. The cursor stays before the title, which is then read again by the right
 * section. docutils before 0.22 has an error here: if the title of the section that ends has an overline of less than four characters, it
 * moves back two lines and reads those again as text.
 */
function closeFor(cursor: Cursor, level: number, first: number): void {
  const sections = cursor.sections as Sections
  sections.level = level
  cursor.index = first
  while (sections.open.length > 0) {
    const { outerLevel, shortOverline } = sections.open[sections.open.length - 1] as OpenSection
    closeSections(cursor, sections.open.length - 1, first)
    if (level > outerLevel) {
      sections.level = outerLevel
      return
    }
    if (shortOverline) {
      currentMachine(sections).endsWithTransition = false
      cursor.index = first - 2
      cursor.parser.parent = cursor.nodes
      text.parse(cursor)
      return
    }
  }
}

/** Closes sections until `depth` are open. They end with the last text before line `before` of the block. */
export function closeSections(cursor: Cursor, depth: number, before: number): void {
  const sections = cursor.sections as Sections
  if (sections.open.length <= depth) return
  let last = before - 1
  while (last > 0 && cursor.block[last]!.text === '') last--
  const end = endOf(cursor.block[last]!)
  const place = cursor.parser.position(end, end).end
  while (sections.open.length > depth) {
    const { node, outer, machine } = sections.open.pop() as OpenSection
    cursor.parser.idleMachines.push(machine)
    endAt(node, place)
    node.children = withoutSlack(node.children)
    cursor.nodes = outer
  }
}
