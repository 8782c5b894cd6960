/** Kinds of elements, as docutils' document tree has them. */

/** Elements that stand in a line of text. */
export const inlineElements: ReadonlySet<string> = new Set(
  (
    'abbreviation acronym citation_reference emphasis footnote_reference generated image inline literal math problematic raw ' +
    'reference strong subscript substitution_reference superscript target title_reference'
  ).split(' '),
)
