/** Inline markup. Depends only on the text, the names of the document, and its roles. */
import { appendAll } from '../../text/index.ts'
import type { Inline, Parser } from '../context.ts'
import { escapeBackslashes } from '../escapes.ts'
import { withoutSlack } from '../tree.ts'
import { internalTarget, plainMarkup, substitutionReference } from './enclosed.ts'
import type { InlineText } from './inline-text.ts'
import { interpretedText } from './interpreted.ts'
import type { InlineReading, Outcome } from './reading.ts'
import { citationReference, footnoteReference, simpleReference } from './references.ts'
import { type InlineSource, sourceOffset } from './source.ts'
import { standaloneReferences } from './standalone.ts'
import { nextStart, type Start } from './starts.ts'
import { newMarks } from './uri.ts'

/** Finds what may be markup or an address; a text without it is plain. Most colons end a word, and most underscores join two. */
const anyMarkup = /[*`|[\\@\0]|:\S|_(?![a-zA-Z0-9])/

/** Parses the inline markup of a text. Messages carry the line of `source`. */
export function parseInline(source: InlineSource, parser: Parser): Inline {
  const { text } = source
  if (text === '') return { nodes: [], messages: [] }
  const { characterLevelInlineMarkup, pepReferences, rfcReferences } = parser.options
  if (!characterLevelInlineMarkup && !pepReferences && !rfcReferences && !anyMarkup.test(text)) {
    return { nodes: [parser.text(text, sourceOffset(source, 0), sourceOffset(source, text.length))], messages: [] }
  }
  const inline: Inline = { nodes: [], messages: [] }
  const escaped = escapeBackslashes(text)
  const inlineText: InlineText = {
    escaped,
    characterLevel: characterLevelInlineMarkup,
    from: 0,
    cursor: 0,
    endless: [],
    marks: newMarks(),
  }
  const reading: InlineReading = { parser, source, text: inlineText }
  let done = 0
  for (let start = nextStart(inlineText); start; start = nextStart(inlineText)) {
    const outcome = read(reading, start)
    if (outcome.nodes.length > 0) {
      standaloneReferences(reading, done, outcome.start, inline.nodes)
      appendAll(inline.nodes, outcome.nodes)
      if (outcome.messages) appendAll(inline.messages, outcome.messages)
      done = outcome.end
    }
    inlineText.from = outcome.end
    inlineText.cursor = outcome.end
  }
  standaloneReferences(reading, done, escaped.length, inline.nodes)
  inline.nodes = withoutSlack(inline.nodes)
  return inline
}

/** Reads the construct that starts here. */
function read(reading: InlineReading, start: Start): Outcome {
  switch (start.kind) {
    case 'emphasis':
    case 'strong':
    case 'literal':
      return plainMarkup(reading, start)
    case 'interpreted':
      return interpretedText(reading, start)
    case 'target':
      return internalTarget(reading, start)
    case 'substitution_reference':
      return substitutionReference(reading, start)
    case 'reference':
      return simpleReference(reading, start)
    case 'footnote_reference':
      return footnoteReference(reading, start)
    case 'citation_reference':
      return citationReference(reading, start)
  }
}
