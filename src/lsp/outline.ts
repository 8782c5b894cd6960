/** Symbols (the sections of a document) and folding ranges. */
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver'
import { type ElementNode, innerText, isElement } from '../rst/index.ts'
import { rangeBetween } from './place.ts'
import { elementsBelow } from './reading.ts'
import type { OpenFile } from './session.ts'

// The number of `SymbolKind.String`, which other servers for prose also use for headings.
const headingKind = 15

export function documentSymbols(file: OpenFile): DocumentSymbol[] {
  return file.kind === 'document' ? symbolsBelow(file.reading().tree, file) : []
}

function symbolsBelow(node: ElementNode, file: OpenFile): DocumentSymbol[] {
  return node.children.filter(isElement).flatMap((section) => {
    const title = section.children.find(isElement)
    if (section.type !== 'section' || title?.type !== 'title') return []
    return [
      {
        name: innerText(title),
        kind: headingKind,
        range: rangeOfNode(section, file),
        selectionRange: rangeOfNode(title, file),
        children: symbolsBelow(section, file),
      },
    ]
  })
}

function rangeOfNode({ position }: ElementNode, { text }: OpenFile) {
  return rangeBetween(text, position.start.offset, position.end.offset)
}

/** Elements that can be folded; comments have their own kind, because editors can fold all of them at once. */
const folded = new Set(['section', 'comment', 'literal_block', 'table', 'bullet_list', 'enumerated_list'])

export function foldingRanges(file: OpenFile): FoldingRange[] {
  if (file.kind !== 'document') return []
  return elementsBelow(file.reading().tree).flatMap((node) => {
    const { start, end } = rangeOfNode(node, file)
    const endLine = end.character === 0 ? end.line - 1 : end.line
    if (!folded.has(node.type) || endLine <= start.line) return []
    return [{ startLine: start.line, endLine, ...(node.type === 'comment' ? { kind: 'comment' } : {}) }]
  })
}
