/** Parses a source into a tree. */
import { appendAll } from '../text/index.ts'
import { parseLines } from './blocks/index.ts'
import { openSections } from './blocks/section.ts'
import type { ParseOptions, Parser } from './context.ts'
import { finishDirectives } from './directives/index.ts'
import { parseInline } from './inline/index.ts'
import { inlineSource } from './inline/source.ts'
import { languageOf } from './languages.ts'
import { type Block, endOf, extent, joinLines, splitLines } from './lines.ts'
import { createNames } from './names.ts'
import { parseOptions } from './options.ts'
import { lineOfMessage } from './resolve/report.ts'
import { createRoles } from './roles/index.ts'
import { type DocumentNode, type ElementNode, type Point, type Position, type RstNode, withoutSlack } from './tree.ts'
import { docutilsBehaviour } from './versions.ts'

const messageTypes = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'SEVERE'] as const

/** Parses a document. Never throws, whatever the source. */
export function parseRst(source: string, options: ParseOptions = {}): DocumentNode {
  return parseWithState(source, options).document
}

/** Parses a document, and returns the state of the parse too, for resolving references. */
export function parseWithState(source: string, options: ParseOptions = {}): { document: DocumentNode; parser: Parser } {
  const settings = parseOptions(options)
  const lines = splitLines(source, settings.tabWidth)
  const parser = createParser(source, settings, lines)
  const document = parser.element('document', 0, source.length, { source: settings.path }) as DocumentNode
  const { lineLengthLimit } = settings
  const tooLong = lines.find(({ text }) => text.length > lineLengthLimit && [...text].length > lineLengthLimit)
  if (tooLong) {
    const text = `Line ${tooLong.number + 1} exceeds the line-length-limit.`
    // docutils reports this before it reads a line.
    document.children.push(parser.message(3, text, undefined, { start: tooLong.start, end: endOf(tooLong) }))
  } else {
    if (languageOf(settings.languageCode, parser.docutils) === undefined)
      parser.message(2, `rST localisation for language "${settings.languageCode}" not found.`, undefined, { start: 0, end: 0 })
    const sections = openSections({ endsWithTransition: true }, true)
    parseLines({ parser, block: lines, index: 0, nodes: document.children, sections, within: undefined })
    finishDirectives(parser, document)
  }
  return { document, parser }
}

/** The index of the line that contains an offset, searched from a line near it. */
function indexOfLine(lines: Block, offset: number, near: number): number {
  let low = 0
  let high = near
  if (offset >= lines[near]!.start) {
    low = near
    let step = 1
    while (low + step < lines.length && lines[low + step]!.start <= offset) {
      low += step
      step *= 2
    }
    high = Math.min(low + step, lines.length - 1)
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The shared state for one document. */
function createParser(source: string, options: Parser['options'], lines: Block): Parser {
  let depth = 0
  /** The line of the last lookup: places are requested nearly in order. */
  let recent = 0

  function point(offset: number): Point {
    if (lines.length === 0) return { line: 1, column: offset + 1, offset }
    // Most places are in the line of the place before.
    const next = lines[recent + 1]
    if (offset < lines[recent]!.start || (next && offset >= next.start)) recent = indexOfLine(lines, offset, recent)
    const start = recent === 0 ? 0 : lines[recent]!.start
    return { line: recent + 1, column: offset - start + 1, offset }
  }

  // Many nodes start or end where the one before does: they share the position or a point, which are never changed.
  let recentPosition: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

  function position(start: number, end: number): Position {
    const to = Math.max(start, end)
    const { start: from, end: until } = recentPosition
    if (from.offset !== start || until.offset !== to)
      recentPosition = { start: from.offset === start ? from : point(start), end: until.offset === to ? until : point(to) }
    return recentPosition
  }

  const parser: Parser = {
    source,
    docutils: docutilsBehaviour(options.docutils),
    lines,
    options,
    names: undefined as never,
    roles: undefined as never,
    foundDirectives: new Map(),
    directiveShapes: new Map(),
    aboutDocument: { insertions: [], domain: options.project?.domain },
    messages: [],
    parent: [],
    idleMachines: [],
    endsOfExplicitMarkup: new Set(),
    rootLine: 1,
    parseBlock(block, { titles = false, within, into } = {}) {
      const nodes = into ?? []
      if (depth >= options.nestingLimit) {
        appendAll(nodes, plainParagraphs(parser, block))
        return nodes
      }
      const outer = parser.parent
      depth++
      const machine = parser.idleMachines.pop() ?? { endsWithTransition: true }
      const sections = titles ? openSections(machine) : undefined
      parseLines({ parser, block, index: 0, nodes, sections, within })
      parser.idleMachines.push(machine)
      depth--
      parser.parent = outer
      return into ?? withoutSlack(nodes)
    },
    parseInline: (inlineSource) => parseInline(inlineSource, parser),
    inlineSource: (block, line) => inlineSource(source, block, line),
    point,
    position,
    element(type, start, end, attributes = {}, children = []) {
      return { type, attributes, children, position: position(start, end) }
    },
    text(value, start, end) {
      return { type: 'text', value, position: position(start, end) }
    },
    message(level, text, line, at, children, attributes) {
      const all: ElementNode['attributes'] = { level, source: options.path, type: messageTypes[level]! }
      if (attributes) Object.assign(all, attributes)
      if (line !== undefined) all.line = lineOfMessage(line, parser)
      // There may be a hundred thousand messages of this kind, so they share one object.
      const place = position(at.start, at.end)
      const paragraph: ElementNode = {
        type: 'paragraph',
        attributes: {},
        children: [{ type: 'text', value: text, position: place }],
        position: place,
      }
      const message: ElementNode = {
        type: 'system_message',
        attributes: all,
        children: children ? [paragraph, ...children] : [paragraph],
        position: place,
      }
      parser.messages.push(message)
      return message
    },
  }
  return Object.assign(parser, { names: createNames(parser), roles: createRoles(parser) })
}

/** Converts nesting that is too deep to be intended into paragraphs of text. */
function plainParagraphs(parser: Parser, block: Block): RstNode[] {
  const nodes: RstNode[] = []
  let start = 0
  for (let i = 0; i <= block.length; i++) {
    if (i < block.length && block[i]!.text !== '') continue
    if (i > start) {
      const lines = block.slice(start, i)
      const at = extent(lines)
      const text = joinLines(lines).trim()
      nodes.push(parser.element('paragraph', at.start, at.end, {}, [parser.text(text, at.start, at.end)]))
    }
    start = i + 1
  }
  return nodes
}
