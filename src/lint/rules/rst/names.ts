/** Directives and roles by name, for "did you mean". */
import { sphinxDirectiveNames } from '../../../rst/index.ts'
import { once } from '../../../text/index.ts'

export const directiveNames = once((): readonly string[] => [
  ...sphinxDirectiveNames(),
  ...'admonition attention caution class code compound container contents csv-table danger date default-role epigraph error figure footer header highlights hint image important include line-block list-table math meta note parsed-literal pull-quote raw replace role rubric section-autonumbering sectnum sidebar subtitle table target-notes tip title topic unicode warning'.split(
    ' ',
  ),
])

export const roleNames =
  'abbreviation abbr acronym any code command dfn doc download emphasis envvar eq file guilabel kbd keyword literal mailheader makevar manpage math menuselection mimetype newsgroup numref option pep-reference pep program raw ref regexp repo rfc-reference rfc samp strong subscript sub superscript sup term title-reference title token'.split(
    ' ',
  )
