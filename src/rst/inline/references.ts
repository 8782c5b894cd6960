/** References that are recognised as a whole: simple hyperlink references, footnote and citation references. */
import { normalizeName, normalizeWhitespace } from '../name.ts'
import { isWhitespace } from '../whitespace.ts'
import { element, type InlineReading, type Outcome, textNode } from './reading.ts'
import type { NamedConstruct } from './starts.ts'

/** `Mars_` or `Mars__`. */
export function simpleReference(reading: InlineReading, { start, nameStart, nameEnd, end }: NamedConstruct): Outcome {
  const name = reading.text.escaped.slice(nameStart, nameEnd)
  const text = textNode(reading, nameStart, nameEnd)
  const reference = element(reading, 'reference', start, end, { name: normalizeWhitespace(name) }, [text])
  if (end - nameEnd === 2) reference.attributes.anonymous = 1
  else reference.attributes.refname = normalizeName(name)
  return { nodes: [reference], start, end }
}

/** `[1]_`, `[#]_`, `[#moons]_` or `[*]_`. */
export function footnoteReference(reading: InlineReading, { start, nameStart, nameEnd, end }: NamedConstruct): Outcome {
  const { names, options } = reading.parser
  const { escaped, from } = reading.text
  const label = escaped.slice(nameStart, nameEnd)
  const reference = element(reading, 'footnote_reference', start, end, {}, [])
  names.setId(reference)
  if (label === '*') {
    reference.attributes.auto = '*'
    names.symbolFootnoteRefs.push(reference)
  } else if (label.startsWith('#')) {
    reference.attributes.auto = 1
    if (label !== '#') reference.attributes.refname = normalizeName(label.slice(1))
    names.autoFootnoteRefs.push(reference)
  } else {
    reference.attributes.refname = label
    reference.children.push(textNode(reading, nameStart, nameEnd))
  }
  const { line } = reading.parser.point(reading.source.start)
  if (reference.attributes.auto && line !== reference.position.start.line) reference.data = { textLine: line }
  if (reference.attributes.refname !== undefined) names.noteFootnoteRef(reference)
  let before = start
  if (options.trimFootnoteReferenceSpace) {
    while (before > from && isWhitespace(escaped.charCodeAt(before - 1))) before--
  }
  return { nodes: [reference], start: before, end }
}

/** `[Galilei1610]_`. */
export function citationReference(reading: InlineReading, { start, nameStart, nameEnd, end }: NamedConstruct): Outcome {
  const refname = normalizeName(reading.text.escaped.slice(nameStart, nameEnd))
  const reference = element(reading, 'citation_reference', start, end, { refname }, [textNode(reading, nameStart, nameEnd)])
  reading.parser.names.setId(reference)
  return { nodes: [reference], start, end }
}
