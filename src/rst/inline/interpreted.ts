/** Interpreted text, and phrase references, which look the same up to their end. */
import { problematic } from '../problematic.ts'
import { findEnd } from './ends.ts'
import { isMention } from './inline-text.ts'
import { phraseReference } from './phrase.ts'
import { failure, type InlineReading, type Outcome, rawText } from './reading.ts'
import { sourceOffset } from './source.ts'
import type { StartString } from './starts.ts'

/** At a backquote, with a role before it if it has one:
 *
 *     | See :planet:`Mars`, `Venus`:planet: and `the outer planets`_.
 *           ^
 */
export function interpretedText(reading: InlineReading, start: StartString): Outcome {
  const { text } = reading
  const { roleEnd } = start
  if (roleEnd === undefined && isMention(text, start.start, start.end)) {
    return { nodes: [], start: start.start, end: start.end }
  }
  const mark = findEnd(text, 'interpreted', start.end)
  if (!mark || mark.start === start.end) {
    const message = 'Inline interpreted text or phrase reference start-string without end-string.'
    return failure(reading, message, roleEnd ?? start.start, start.end)
  }
  if (mark.roleStart !== undefined && roleEnd !== undefined) {
    const message = 'Multiple roles in interpreted text (both prefix and suffix present; only one allowed).'
    return failure(reading, message, start.start, mark.end)
  }
  if (text.escaped[mark.end - 1] === '_') {
    if (roleEnd === undefined && mark.roleStart === undefined) return phraseReference(reading, start, mark)
    const place = roleEnd === undefined ? 'suffix' : 'prefix'
    return failure(reading, `Mismatch: both interpreted text role ${place} and reference suffix.`, start.start, mark.end)
  }
  const name =
    roleEnd !== undefined
      ? text.escaped.slice(start.start + 1, roleEnd - 1)
      : mark.roleStart !== undefined
        ? text.escaped.slice(mark.roleStart + 1, mark.roleEnd! - 1)
        : ''
  return interpret(reading, name, { start: start.start, textStart: start.end, textEnd: mark.start, end: mark.end })
}

/** Lets the role convert the text. */
function interpret(
  reading: InlineReading,
  name: string,
  place: { start: number; textStart: number; textEnd: number; end: number },
): Outcome {
  const { parser, source, text } = reading
  const start = sourceOffset(source, place.start)
  const end = sourceOffset(source, place.end)
  const raw = rawText(reading, place.start, place.end)
  const { role, messages } = parser.roles.lookUp(name, source.line, { start, end })
  if (!role) {
    const error = parser.message(3, `Unknown interpreted text role "${name}".`, source.line, { start, end })
    return {
      nodes: [problematic(parser, raw, start, end, error)],
      messages: [...messages, error],
      start: place.start,
      end: place.end,
    }
  }
  const made = role.run(
    {
      name,
      text: text.escaped.slice(place.textStart, place.textEnd),
      raw,
      line: source.line,
      start,
      end,
      textStart: sourceOffset(source, place.textStart),
      textEnd: sourceOffset(source, place.textEnd),
      options: {},
    },
    parser,
  )
  return { nodes: made.nodes, messages: [...messages, ...made.messages], start: place.start, end: place.end }
}
