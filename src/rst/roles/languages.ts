/** The names that roles have in a document, by language. docutils looks in the document's language, then in English. */

/** English names that are not canonical ones, or that are both. */
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

/** The languages that docutils has names in. Of theirs only the English ones are known here. */
const languages: ReadonlySet<string> = new Set(
  'af ar ca cs da de en eo es fa fi fr gl he it ja ko lt lv nl pl pt_br ru sk sv zh_cn zh_tw'.split(' '),
)

/** docutils' name of a role, and what it says about the search for it: nothing where the document's language has the name. */
export function canonicalRoleName(name: string, languageCode: string): { canonical: string; searched: string[] } {
  const lowerCase = name.toLowerCase()
  const canonical = Object.hasOwn(english, lowerCase) ? english[lowerCase] : undefined
  const language = languageOf(languageCode)
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

/** The language of a tag like `en-GB`, as docutils calls it. */
function languageOf(tag: string): string | undefined {
  const parts = tag.toLowerCase().replaceAll('-', '_').split('_')
  for (let length = parts.length; length > 0; length--) {
    const language = parts.slice(0, length).join('_')
    if (languages.has(language)) return language
  }
  return undefined
}
