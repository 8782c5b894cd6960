/** Phrase references, with the URI or alias that may be embedded in them. */
import { removeWhitespace, resolveEscapes, restoreBackslashes } from '../escapes.ts'
import { normalizeName, normalizeWhitespace } from '../name.ts'
import { isWhitespace } from '../whitespace.ts'
import type { EndString } from './ends.ts'
import { element, type InlineReading, type Outcome, rawText, textAs, textNode } from './reading.ts'
import type { StartString } from './starts.ts'
import { isEmailAddress, startsWithUri } from './uri.ts'

/** At the start-string of a phrase reference:
 *
 *     | See `the red planet`_, `Mars <https://mars.example>`_ and `the planet <Mars_>`__.
 *           ^
 */
export function phraseReference(reading: InlineReading, start: StartString, mark: EndString): Outcome {
  const { names, docutils, parent } = reading.parser
  const isAnonymous = mark.end - mark.start === 3
  const embedded = embeddedTarget(reading.text.escaped, start.end, mark.start)
  const textEnd = embedded?.textEnd ?? mark.start
  const address = embedded && readAddress(reading.text.escaped.slice(embedded.start + 1, embedded.end - 1))
  const isBare = embedded !== undefined && textEnd === start.end
  // A reference that contains only an address displays the address.
  const shown = isBare ? address!.shown : resolveEscapes(reading.text.escaped.slice(start.end, textEnd))
  const text = isBare ? textAs(reading, shown, embedded.start + 1, embedded.end - 1) : textNode(reading, start.end, textEnd)
  const outcome: Outcome = { nodes: [], start: start.start, end: mark.end }
  const target: Record<string, string> = address?.attributes ?? {}

  if (isAnonymous || !embedded) {
    const attributes = { name: normalizeWhitespace(shown), ...target }
    const reference = element(reading, 'reference', start.start, mark.end, attributes, [text])
    if (!embedded) {
      if (isAnonymous) reference.attributes.anonymous = 1
      else reference.attributes.refname = normalizeName(shown)
    }
    outcome.nodes.push(reference)
    return outcome
  }

  // docutils puts the target after the reference, so the reference ends where the target begins.
  const attributes = { name: normalizeWhitespace(shown), ...target }
  const reference = element(reading, 'reference', start.start, isBare ? embedded.end : embedded.start, attributes, [text])
  reference.raw = rawText(reading, start.start, mark.end)
  const node = element(reading, 'target', isBare ? embedded.end : embedded.start, mark.end, { ...target }, [])
  node.attributes.names = [normalizeName(shown)]
  const isAlias = target.refname !== undefined
  if (docutils.implicitEmbeddedTargets) names.noteImplicitTarget(node, parent)
  else if (!isAlias) names.noteExplicitTarget(node, parent)
  if (isAlias) names.indirectTargets.push(node)
  else names.referenced.add(node)
  outcome.nodes.push(reference, node)
  return outcome
}

/** The brackets at the end of a phrase, from `start` to `end`, and the end of the text before them. */
function embeddedTarget(escaped: string, from: number, to: number): { textEnd: number; start: number; end: number } | undefined {
  const last = to - 1
  if (escaped[last] !== '>' || escaped.charCodeAt(last - 1) === 0 || isWhitespace(escaped.charCodeAt(last - 1))) return undefined
  let start = last - 1
  while (start >= from) {
    const character = escaped[start]
    if (character === '<' || character === '>') {
      if (start === from || escaped.charCodeAt(start - 1) !== 0) break
      start--
    }
    start--
  }
  if (start < from || escaped[start] !== '<' || start + 1 === last || isWhitespace(escaped.charCodeAt(start + 1)))
    return undefined
  let textEnd = start
  while (textEnd > from && (escaped[textEnd - 1] === ' ' || escaped[textEnd - 1] === '\n')) textEnd--
  return textEnd < start || start === from ? { textEnd, start, end: to } : undefined
}

/** The address in the brackets: a reference name if it ends with an unescaped underscore and is not a URI, otherwise a URI. */
function readAddress(escaped: string): { attributes: Record<string, string>; shown: string } {
  const raw = restoreBackslashes(escaped)
  if (escaped.endsWith('_') && !raw.endsWith('\\_') && !startsWithUri(escaped)) {
    const refname = normalizeName(resolveEscapes(escaped.slice(0, -1)))
    return { attributes: { refname }, shown: refname }
  }
  let refuri = resolveEscapes(removeWhitespace(escaped))
  if (isEmailAddress(refuri)) refuri = `mailto:${refuri}`
  if (refuri.endsWith('\\_')) refuri = `${refuri.slice(0, -2)}_`
  return { attributes: { refuri }, shown: refuri }
}
