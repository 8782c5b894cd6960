/** Kinds of elements, as docutils' document tree has them. */

/** Elements that stand in a line of text. */
export const inlineElements: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'literal',
  'reference',
  'footnote_reference',
  'citation_reference',
  'substitution_reference',
  'title_reference',
  'abbreviation',
  'acronym',
  'superscript',
  'subscript',
  'math',
  'image',
  'inline',
  'problematic',
  'generated',
  'target',
  'raw',
])
