/** Writes the merged text from the pieces of three versions. */
import { appendAll, largest } from '../../text/index.ts'
import { writeHeading } from '../heading.ts'
import { mergedText, type Segments } from './lines.ts'
import type { Merged, Sides } from './node.ts'
import type { TextNode, TextTree, TitlePiece } from './pieces.ts'
import { mergedNode } from './tree.ts'

/** The merged text, with its conflicts. */
export function mergedTrees(base: TextTree, ours: TextTree, theirs: TextTree): Segments {
  const merged = mergedNode<TextNode>({ base: base.root, ours: ours.root, theirs: theirs.root })
  const levels = largest([base, ours, theirs].map(({ adornments }) => adornments.length))
  const adornments = Array.from({ length: levels }, (_, level) =>
    picked({ base: base.adornments[level], ours: ours.adornments[level], theirs: theirs.adornments[level] }),
  )
  return merged ? written(merged, { usual: [base.adornments, ours.adornments, theirs.adornments], adornments }) : []
}

/** How the titles of each level are written: in the three versions, and in the result. */
interface Style {
  usual: readonly (readonly string[])[]
  adornments: readonly (string | undefined)[]
}

/** One of three spellings of the same thing: the changed one; if both changed, always the same one, whichever side is ours. */
function picked<T extends string | undefined>({ base, ours, theirs }: Sides<T>): T {
  if (ours === theirs || theirs === undefined || theirs === base) return (ours ?? theirs ?? base) as T
  if (ours === undefined || ours === base) return theirs
  return ours.length === theirs.length ? (ours < theirs ? ours : theirs) : ours.length > theirs.length ? ours : theirs
}

function written(merged: Merged<TextNode>, style: Style): Segments {
  switch (merged.how) {
    case 'taken':
      return [nodeText(merged.node, style)]
    case 'both':
      return bothTexts(merged.of, style)
    case 'conflict': {
      const { base, ours, theirs } = merged
      return [{ base: runText(base, style), ours: runText(ours, style), theirs: runText(theirs, style) }]
    }
    case 'parts':
      return partsTexts(merged.of, merged.parts, style)
  }
}

/** A node in its own text, with the titles of the result. */
function nodeText(node: TextNode, style: Style): string {
  if (node.title) {
    const { text, adornment, level } = node.title
    const wanted = style.adornments[level]
    const isUsual = style.usual.some((adornments) => adornments[level] === adornment)
    return wanted === undefined || wanted === adornment || !isUsual ? node.text : writeHeading(text, wanted)
  }
  if (!node.parts?.length) return node.text
  return node.head + node.parts.map((part) => part.gap + nodeText(part, style)).join('') + node.tail
}

/** Nodes in order, each with the white space before it. */
function runText(nodes: readonly TextNode[], style: Style): string {
  return nodes.map((node) => node.gap + nodeText(node, style)).join('')
}

function bothTexts({ base, ours, theirs }: Sides<TextNode>, style: Style): Segments {
  if (!ours || !theirs) return []
  if (!ours.title || !theirs.title)
    return mergedText(base && nodeText(base, style), nodeText(ours, style), nodeText(theirs, style))
  const adornment = picked({
    base: base?.title?.adornment,
    ours: restyled(ours.title, style),
    theirs: restyled(theirs.title, style),
  })
  const heading = (title: TitlePiece) => writeHeading(title.text, adornment ?? '=')
  const [left, right, before] = [ours.title, theirs.title, base?.title]
  if (left.text === right.text || before?.text === right.text) return [heading(left)]
  if (before?.text === left.text) return [heading(right)]
  return [{ base: before ? heading(before) : '', ours: heading(left), theirs: heading(right) }]
}

function restyled({ adornment, level }: TitlePiece, { adornments, usual }: Style): string {
  return usual.some((own) => own[level] === adornment) ? (adornments[level] ?? adornment) : adornment
}

function partsTexts(of: Sides<TextNode>, parts: readonly Merged<TextNode>[], style: Style): Segments {
  const { base, ours, theirs } = of
  const side = (key: 'head' | 'tail' | 'empty'): Segments => {
    const [old, left, right] = [base?.[key], ours?.[key] ?? '', theirs?.[key] ?? '']
    if (left === right || old === right) return [left]
    if (old === left) return [right]
    return left.trim() === '' && right.trim() === ''
      ? [picked({ base: old, ours: left, theirs: right })]
      : mergedText(old, left, right)
  }
  if (parts.length === 0) return [...side('head'), ...side('empty'), ...side('tail')]
  const gaps = gapsOf(of)
  const segments = side('head')
  let held: string | undefined
  parts.forEach((part, index) => {
    const [before, next] = [parts[index - 1], parts[index + 1]]
    if (part.how !== 'conflict') {
      appendAll(segments, [held === undefined ? gaps.between(before, part) : '', ...written(part, style)])
      held = undefined
      return
    }
    // A conflict includes the white space before it, because one side may have nothing there; at the start, the white space after it.
    held = before === undefined && next !== undefined && next.how !== 'conflict' ? gaps.between(part, next) : undefined
    const lead = before === undefined ? gaps.between(undefined, part) : ''
    const text = (nodes: readonly TextNode[]) => {
      if (nodes.length === 0) return ''
      if (before === undefined) return nodeText(nodes[0]!, style) + runText(nodes.slice(1), style) + (held ?? '')
      return (nodes[0]!.gap || gaps.usual(before, nodes[0]!)) + nodeText(nodes[0]!, style) + runText(nodes.slice(1), style)
    }
    segments.push(lead, { base: text(part.base), ours: text(part.ours), theirs: text(part.theirs) })
  })
  return [...segments, ...side('tail')]
}

/** The white space between the parts of three versions of a list. */
function gapsOf({ base, ours, theirs }: Sides<TextNode>) {
  const lists = { base: base?.parts ?? [], ours: ours?.parts ?? [], theirs: theirs?.parts ?? [] }

  /** The white space before a part: unchanged if the two were neighbours, otherwise what is usual. */
  function between(before: Merged<TextNode> | undefined, part: Merged<TextNode>): string {
    const own: Sides<string> = {}
    for (const side of ['base', 'ours', 'theirs'] as const) {
      const node = firstOf(part, side)
      const at = node ? lists[side].indexOf(node) : -1
      if (!node || at < 0) continue
      const isBeside = before === undefined ? at === 0 : at > 0 && lists[side][at - 1] === lastOf(before, side)
      if (isBeside) own[side] = node.gap
    }
    if (own.ours !== undefined || own.theirs !== undefined) return picked(own)
    if (before === undefined)
      return picked({ base: lists.base[0]?.gap, ours: lists.ours[0]?.gap, theirs: lists.theirs[0]?.gap }) ?? ''
    const node = firstOf(part, 'ours') ?? firstOf(part, 'theirs') ?? firstOf(part, 'base')
    return node ? usual(before, node) : ''
  }

  /** The most frequent white space before such a part. */
  function usual(before: Merged<TextNode>, node: TextNode): string {
    const previous = lastOf(before, 'ours') ?? lastOf(before, 'theirs') ?? lastOf(before, 'base')
    const counts = new Map<string, number>()
    for (const list of Object.values(lists)) {
      list.forEach((part, index) => {
        if (index > 0 && part.kind === node.kind && list[index - 1]?.kind === previous?.kind)
          counts.set(part.gap, (counts.get(part.gap) ?? 0) + 1)
      })
    }
    const [best] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    return best?.[0] ?? (node.gap || '\n\n')
  }

  return { between, usual }
}

function firstOf(part: Merged<TextNode>, side: keyof Sides<TextNode>): TextNode | undefined {
  return part.how === 'conflict' ? part[side][0] : part.of[side]
}

function lastOf(part: Merged<TextNode>, side: keyof Sides<TextNode>): TextNode | undefined {
  return part.how === 'conflict' ? part[side].at(-1) : part.of[side]
}
