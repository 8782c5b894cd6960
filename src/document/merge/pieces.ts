/** Splits documents and models into trees of text: every character is in a piece, or in the white space between two. */
import { type Entry, type ModelPiece, modelPieces, readsAsNone } from '../../goal/index.ts'
import { withoutEnd } from '../../text/index.ts'
import { type Heading, readHeading } from '../heading.ts'
import type { Part, Range, Reading, SectionPart, TeamPart } from '../reading.ts'
import type { MergeNode } from './node.ts'

/** A title, if it is written like the others of its level. */
export interface TitlePiece {
  text: string
  adornment: string
  /** 0 for the title of the document. */
  level: number
}

export interface TextNode extends MergeNode {
  parts?: readonly TextNode[]
  /** The white space between it and the piece before it. */
  gap: string
  /** The text before the first part and after the last one. */
  head: string
  tail: string
  /** The text between head and tail if there are no parts. */
  empty: string
  title?: TitlePiece
}

/** A text as a tree, and what its titles share. */
export interface TextTree {
  root: TextNode
  /** The usual adornment by level. */
  adornments: readonly string[]
}

/** A piece before its text is cut out. */
interface Piece extends Range, Omit<MergeNode, 'text'> {
  parts?: readonly Piece[]
  empty?: string
  title?: TitlePiece
}

export function documentTree(reading: Reading): TextTree {
  const { source } = reading
  const top = reading.tree.children.find(({ type }) => type === 'section')
  const pieces = reading.parts.map((part): Piece => {
    if (part.kind === 'section') return sectionPiece(source, part)
    if (part.key !== 'title' || top?.type !== 'section') return fixed(part)
    return { ...fixed(part), title: titleOf(readHeading(source, top), 0) }
  })
  return {
    root: nodeOf(source, { kind: 'document', start: 0, end: source.length, parts: pieces }, ''),
    adornments: reading.adornments,
  }
}

function fixed({ kind, key, start, end }: Part): Piece {
  return { kind, key: key ?? kind, start, end, isFixed: true }
}

function titleOf({ text, adornment }: Heading, level: number): TitlePiece {
  return { text, adornment, level }
}

function sectionPiece(source: string, section: SectionPart): Piece {
  const { key, start, end, level, node } = section
  const title = titleOf(readHeading(source, node), level)
  const parts = (section.parts ?? []).map((part, index): Piece => {
    if (index === 0) return { ...fixed(part), title }
    if (part.kind === 'team') return teamPiece(source, part, level + 1)
    return partPiece(part, false)
  })
  return { kind: 'section', key, start, end, parts, ...(section.profile ? { isFixed: true } : { isWhole: true }) }
}

function teamPiece(source: string, { key, start, end, node, parts = [] }: TeamPart, level: number): Piece {
  const title = titleOf(readHeading(source, node), level)
  return {
    kind: 'team',
    key,
    start,
    end,
    isWhole: true,
    parts: parts.map((part, index) => (index === 0 ? { ...fixed(part), title } : partPiece(part, false))),
  }
}

const entryKinds = ['item', 'paragraph', 'comment', 'group', 'rst']

/** Parts that appear once in their container are identified by key; entries of lists by their content. */
function partPiece(part: Part, inLabel: boolean): Piece {
  const { kind, key, start, end, parts } = part
  const isEntry = key === undefined && entryKinds.includes(kind)
  const own: Piece = isEntry
    ? { kind, start, end }
    : kind === 'check'
      ? { kind, key: part.value.question, start, end }
      : fixed(part)
  if (inLabel && isEntry && meansNone(part.value as Entry)) own.isNone = true
  return parts?.length ? { ...own, parts: parts.map((inner) => partPiece(inner, kind === 'label')) } : own
}

/** Whether an entry means that there is nothing to list. */
export function meansNone(entry: Entry): boolean {
  if (typeof entry === 'string') return readsAsNone(entry)
  return typeof entry === 'object' && entry !== null && 'paragraph' in entry && readsAsNone(entry.paragraph)
}

/** A YAML model; `undefined` if it cannot be split. */
export function modelTree(yaml: string): TextTree | undefined {
  const pieces = modelPieces(yaml)
  if (!pieces) return undefined
  return {
    root: nodeOf(yaml, { kind: 'document', start: 0, end: yaml.length, parts: pieces.map(modelPiece) }, ''),
    adornments: [],
  }
}

function modelPiece({ kind, key, under, start, end, parts, empty, isNone }: ModelPiece): Piece {
  return {
    kind,
    start,
    end,
    ...(key === undefined ? {} : { key }),
    ...(kind === 'pair' ? { isFixed: true } : {}),
    ...(under === 'teams' || under === 'sections' ? { isWhole: true } : {}),
    ...(isNone ? { isNone } : {}),
    ...(empty === undefined ? {} : { empty }),
    ...(parts ? { parts: parts.map(modelPiece) } : {}),
  }
}

/** Cuts a piece out of its source. Text other than white space between two parts becomes a part too. */
function nodeOf(source: string, piece: Piece, gap: string): TextNode {
  const { start, end, parts: inner, empty = '', ...rest } = piece
  const text = source.slice(start, end)
  const node = { ...rest, text, gap, head: text, tail: '', empty } as TextNode
  if (!inner) return node
  if (inner.length === 0) {
    const at = empty === '' ? text.length : text.indexOf(empty)
    return { ...node, parts: [], head: text.slice(0, at), tail: text.slice(at + empty.length) }
  }
  const parts: TextNode[] = []
  const first = leadOf(source.slice(start, inner[0]!.start))
  let at = inner[0]!.start
  let space = first.space
  for (const part of inner) {
    const between = source.slice(at, part.start)
    if (between.trim() === '' || /^[\s,]*$/.test(between)) space = at === part.start ? space : between
    else {
      const range = { start: at + withoutEnd(/^\s*/.exec(between)![0], ' \t').length, end: at + between.trimEnd().length }
      parts.push(nodeOf(source, { kind: 'between', ...range }, source.slice(at, range.start)))
      space = source.slice(range.end, part.start)
    }
    parts.push(nodeOf(source, part, space))
    at = part.end
  }
  return { ...node, parts, head: first.text, tail: source.slice(at, end) }
}

/** A text before the first part, and the white space at its end. */
function leadOf(text: string): { text: string; space: string } {
  const length = text.trimEnd().length
  return { text: text.slice(0, length), space: text.slice(length) }
}
