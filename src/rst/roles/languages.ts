/** The names of roles, by language. docutils looks in the document's language, then in English. */
import { languageOf } from '../languages.ts'
import type { DocutilsBehaviour } from '../versions.ts'

/** English names of roles, with their canonical names. */
const english: Record<string, string> = {
  ...{ ab: 'abbreviation', ac: 'acronym', i: 'index', sub: 'subscript', sup: 'superscript' },
  ...{ t: 'title-reference', title: 'title-reference', pep: 'pep-reference', rfc: 'rfc-reference' },
  ...{ uri: 'uri-reference', url: 'uri-reference' },
}
const canonical =
  'abbreviation acronym anonymous-reference citation-reference code emphasis footnote-reference index literal math ' +
  'named-reference pep-reference raw rfc-reference strong subscript substitution-reference superscript target ' +
  'title-reference uri-reference'
for (const name of canonical.split(' ')) english[name] = name

/** docutils' name of a role, and its messages about the search: none if the document's language has the name. */
export function canonicalRoleName(
  name: string,
  languageCode: string,
  docutils: DocutilsBehaviour,
): { canonical: string; searched: string[] } {
  const lowerCase = name.toLowerCase()
  const canonical = Object.hasOwn(english, lowerCase) ? english[lowerCase] : undefined
  const language = languageOf(languageCode, docutils)
  if (canonical !== undefined && language === 'en') return { canonical, searched: [] }
  return {
    canonical: canonical ?? lowerCase,
    searched: [
      language === undefined
        ? "Problem retrieving role entry from language module None: 'NoneType' object has no attribute 'roles'."
        : `No role entry for "${name}" in module "docutils.parsers.rst.languages.${language}".`,
      canonical === undefined ? `Trying "${name}" as canonical role name.` : `Using English fallback for role "${name}".`,
    ],
  }
}
