/** Finds names in a file that have references: teams, targets, labels, documents. */
import { positionsOf } from '../goal/index.ts'
import { type ElementNode, innerText, isElement, parseRst } from '../rst/index.ts'
import { elementsBelow } from './reading.ts'
import type { OpenFile } from './session.ts'

export interface Mention {
  kind: 'team' | 'target' | 'document'
  /** The name in the form in which names are compared: those of targets in lower case, with single spaces. */
  name: string
  /** The place of the name: offsets, 0-based, end exclusive. */
  offset: number
  endOffset: number
  /** Whether it is the definition, and not a reference. */
  isDefinition: boolean
  /** Whether other documents of the project can refer to it or by it: an explicit target, or a `:ref:`. */
  isLabel?: boolean
  /** For a reference without backticks: its whole range. It needs backticks if the new name contains spaces. */
  bare?: { offset: number; endOffset: number }
}

const mentions = new WeakMap<OpenFile, Mention[]>()

export function mentionsIn(file: OpenFile): Mention[] {
  const known =
    mentions.get(file) ??
    (file.kind === 'model' ? teamsOfModel(file) : [...teamsOf(file), ...namesIn(file.source, file.reading().tree)])
  mentions.set(file, known)
  return known
}

/** The targets and references of another document. */
export function mentionsOfText(source: string): Mention[] {
  return namesIn(source, parseRst(source))
}

export function mentionAt(file: OpenFile, offset: number): Mention | undefined {
  if (file.kind === 'python') return undefined
  return mentionsIn(file).find((mention) => mention.offset <= offset && offset <= mention.endOffset)
}

/** Whether two mentions have the same meaning. The title of a team's section is also a target. */
export function isSameMention(other: Mention, mention: Mention): boolean {
  if (mention.kind === 'team' && other.kind === 'target') return !other.isDefinition && other.name === normal(mention.name)
  return other.kind === mention.kind && other.name === mention.name
}

function teamsOf(file: OpenFile): Mention[] {
  return file
    .reading()
    .sections.flatMap(({ teams = [] }) =>
      teams.map(({ key, title }) => ({ kind: 'team', name: key, offset: title.start, endOffset: title.end, isDefinition: true })),
    )
}

function teamsOfModel({ model }: OpenFile): Mention[] {
  const goal = model?.goal
  const places = goal && positionsOf(goal)
  return (goal?.teams ?? []).flatMap(({ name }, index) => {
    const place = places?.(['teams', index, 'name'])
    return place ? [{ kind: 'team' as const, name, offset: place.offset, endOffset: place.endOffset, isDefinition: true }] : []
  })
}

function namesIn(source: string, tree: ElementNode): Mention[] {
  return elementsBelow(tree).flatMap((node) => {
    if (node.type === 'section') return titleOf(node)
    if (node.type === 'target') return targetOf(source, node)
    if (node.type === 'reference') return referenceOf(node)
    return node.type === 'inline' ? roleOf(source, node) : []
  })
}

function titleOf(section: ElementNode): Mention[] {
  const title = section.children.find(isElement)
  if (title?.type !== 'title') return []
  return [{ kind: 'target', name: normal(innerText(title)), ...rangeOf(title), isDefinition: true }]
}

/** `.. _name:`, or a target within a line. */
function targetOf(source: string, node: ElementNode): Mention[] {
  const { start, end } = node.position
  const [name] = (node.attributes.names as readonly string[] | undefined) ?? []
  if (name === undefined) return []
  const written = /^(\.\.\s+_`?|_`)((?:\\.|[^`:\\]|:(?!\s|$))+)/.exec(source.slice(start.offset, end.offset))
  if (!written) return []
  const offset = start.offset + written[1]!.length
  return [{ kind: 'target', name, offset, endOffset: offset + written[2]!.length, isDefinition: true, isLabel: true }]
}

function referenceOf(node: ElementNode): Mention[] {
  const { refname } = node.attributes
  const text = node.children[0]
  if (typeof refname !== 'string' || !text) return []
  const bare = node.raw?.startsWith('`') === false ? { bare: rangeOf(node) } : {}
  return [{ kind: 'target', name: refname, ...rangeOf(text), isDefinition: false, ...bare }]
}

/** `:doc:` and `:ref:`, with a name only or with a text before it: `text <name>`. */
function roleOf(source: string, node: ElementNode): Mention[] {
  const kind = node.data?.role === 'std:doc' ? 'document' : node.data?.role === 'std:ref' ? 'target' : undefined
  const text = node.children[0]
  if (!kind || !text) return []
  const { offset, endOffset } = rangeOf(text)
  const written = source.slice(offset, endOffset)
  const target = /<([^<>]*)>$/.exec(written)
  const from = target ? offset + target.index + 1 : offset
  const name = target ? target[1]! : written
  return [
    {
      kind,
      name: kind === 'target' ? normal(name) : name,
      offset: from,
      endOffset: from + name.length,
      isDefinition: false,
      isLabel: kind === 'target',
    },
  ]
}

function normal(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

function rangeOf({ position }: Pick<ElementNode, 'position'>): { offset: number; endOffset: number } {
  return { offset: position.start.offset, endOffset: position.end.offset }
}
