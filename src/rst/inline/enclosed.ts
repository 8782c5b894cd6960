/** Markup between a start-string and an end-string: emphasis, strong emphasis, inline literals, internal targets, substitutions. */
import { normalizeName, normalizeWhitespace } from '../name.ts'
import type { ElementNode } from '../tree.ts'
import { type EndString, findEnd } from './ends.ts'
import { isMention } from './inline-text.ts'
import { element, failure, type InlineReading, type Outcome, onlyText, rawText, textAs, textNode } from './reading.ts'
import type { StartString } from './starts.ts'

/** Emphasis, strong emphasis and inline literals. */
export function plainMarkup(reading: InlineReading, start: StartString): Outcome {
  return enclosed(reading, start, (node) => node)
}

/** An inline internal target:
 *
 *     | The _`Red Planet` is the fourth.
 */
export function internalTarget(reading: InlineReading, start: StartString): Outcome {
  return enclosed(reading, start, (target) => {
    target.attributes.names = [normalizeName(onlyText(target))]
    reading.parser.names.noteExplicitTarget(target, reading.parser.parent)
    return target
  })
}

/** A substitution reference, which may be a hyperlink reference as well:
 *
 *     | See |Mars|, |Venus|_ and |Pluto|__.
 */
export function substitutionReference(reading: InlineReading, start: StartString): Outcome {
  return enclosed(reading, start, (substitution, mark) => {
    const text = onlyText(substitution)
    substitution.attributes.refname = normalizeWhitespace(text)
    const underscores = mark.end - mark.start - 1
    if (underscores === 0) return substitution
    const attributes: ElementNode['attributes'] = underscores === 2 ? { anonymous: 1 } : { refname: normalizeName(text) }
    return element(reading, 'reference', start.start, mark.end, attributes, [substitution])
  })
}

/** Finds the end-string and makes the element; `finish` completes it. */
function enclosed(
  reading: InlineReading,
  start: StartString,
  finish: (node: ElementNode, mark: EndString) => ElementNode,
): Outcome {
  const { kind } = start
  if (isMention(reading.text, start.start, start.end)) return { nodes: [], start: start.start, end: start.end }
  const mark = findEnd(reading.text, kind, start.end)
  if (!mark || mark.start === start.end) {
    return failure(reading, `Inline ${kind} start-string without end-string.`, start.start, start.end)
  }
  // Backslashes have no meaning in a literal.
  const text =
    kind === 'literal'
      ? textAs(reading, rawText(reading, start.end, mark.start), start.end, mark.start)
      : textNode(reading, start.end, mark.start)
  // The underscores after a substitution reference belong to the surrounding reference.
  const end = kind === 'substitution_reference' ? mark.start + 1 : mark.end
  const node = element(reading, kind, start.start, end, {}, [text])
  return { nodes: [finish(node, mark)], start: start.start, end: mark.end }
}
