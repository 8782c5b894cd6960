/** References without markup: standalone hyperlinks, and PEPs and RFCs if a project enables them. */
import { resolveEscapes } from '../escapes.ts'
import type { RstNode } from '../tree.ts'
import { type FoundDocument, findPep, findRfc } from './numbered.ts'
import { element, type InlineReading, textNode } from './reading.ts'
import { schemes } from './schemes.ts'
import { mayHaveUri, nextUri, segmentOf } from './uri.ts'

/** Appends the nodes for the text between two indices, in which there is no markup. */
export function standaloneReferences(reading: InlineReading, start: number, end: number, nodes: RstNode[]): void {
  const { escaped, characterLevel, marks } = reading.text
  const { options } = reading.parser
  let mayFindUri = mayHaveUri(escaped, marks, start, end)
  let nextPep = options.pepReferences ? findPep : undefined
  let nextRfc = options.rfcReferences ? findRfc : undefined
  if (!mayFindUri && !nextPep && !nextRfc) {
    if (start < end) nodes.push(textNode(reading, start, end))
    return
  }
  const segment = segmentOf(escaped, end, characterLevel, marks)
  let from = start
  while (from < end) {
    const uri = mayFindUri ? nextUri(segment, from) : undefined
    if (!uri) mayFindUri = false
    else if (uri.scheme === undefined || schemes.has(uri.scheme.toLowerCase())) {
      if (from < uri.start) standaloneReferences(reading, from, uri.start, nodes)
      const address = resolveEscapes(escaped.slice(uri.start, uri.end))
      nodes.push(reference(reading, uri.start, uri.end, uri.scheme === undefined ? `mailto:${address}` : address))
      from = uri.end
      continue
    }
    // An unknown scheme ends the search: docutils does not find URIs after it.
    let found: FoundDocument | undefined = nextPep?.(segment, from)
    if (!found) {
      nextPep = undefined
      found = nextRfc?.(segment, from)
      if (!found) nextRfc = undefined
    }
    if (!found) {
      nodes.push(textNode(reading, from, end))
      return
    }
    if (from < found.start) standaloneReferences(reading, from, found.start, nodes)
    nodes.push(reference(reading, found.start, found.end, found.refuri))
    from = found.end
  }
}

function reference(reading: InlineReading, start: number, end: number, refuri: string): RstNode {
  return element(reading, 'reference', start, end, { refuri }, [textNode(reading, start, end)])
}
