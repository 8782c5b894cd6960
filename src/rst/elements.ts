/** Groups of elements in docutils' document tree. */

/** Inline elements, which appear within text. */
export const inlineElements: ReadonlySet<string> = new Set(
  (
    'abbreviation acronym citation_reference emphasis footnote_reference generated image inline literal math problematic raw ' +
    'reference strong subscript substitution_reference superscript target title_reference'
  ).split(' '),
)
