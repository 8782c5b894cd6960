/** Symbols (the sections of a document) and folding ranges. */
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver'
import { type ElementNode, innerText, isElement } from '../rst/index.ts'
import { rangeBetween } from './place.ts'
import { elementsBelow, readingOf } from './reading.ts'
import type { Look } from './session.ts'

// The number of `SymbolKind.String`, which other servers for prose also use for headings.
const headingKind = 15

export function documentSymbols(look: Look): DocumentSymbol[] {
  return look.kind === 'document' ? symbolsBelow(readingOf(look).tree, look) : []
}

function symbolsBelow(node: ElementNode, look: Look): DocumentSymbol[] {
  return node.children.filter(isElement).flatMap((section) => {
    const title = section.children.find(isElement)
    if (section.type !== 'section' || title?.type !== 'title') return []
    return [
      {
        name: innerText(title),
        kind: headingKind,
        range: rangeOfNode(section, look),
        selectionRange: rangeOfNode(title, look),
        children: symbolsBelow(section, look),
      },
    ]
  })
}

function rangeOfNode({ position }: ElementNode, { text }: Look) {
  return rangeBetween(text, position.start.offset, position.end.offset)
}

/** Elements that can be folded; comments have their own kind, because editors can fold all of them at once. */
const folded = new Set(['section', 'comment', 'literal_block', 'table', 'bullet_list', 'enumerated_list'])

export function foldingRanges(look: Look): FoldingRange[] {
  if (look.kind !== 'document') return []
  return elementsBelow(readingOf(look).tree).flatMap((node) => {
    const { start, end } = rangeOfNode(node, look)
    const endLine = end.character === 0 ? end.line - 1 : end.line
    if (!folded.has(node.type) || endLine <= start.line) return []
    return [{ startLine: start.line, endLine, ...(node.type === 'comment' ? { kind: 'comment' } : {}) }]
  })
}
