/** The names of roles, by language. docutils looks in the document's language, then in English. */
import { languageOf } from '../languages.ts'
import type { DocutilsBehaviour } from '../versions.ts'

/** English names of roles, with their canonical names. */
const english = named(
  'ab=abbreviation ac=acronym i=index sub=subscript sup=superscript t=title-reference title=title-reference ' +
    'pep=pep-reference rfc=rfc-reference uri=uri-reference url=uri-reference',
)
const canonical =
  'abbreviation acronym anonymous-reference citation-reference code emphasis footnote-reference index literal math ' +
  'named-reference pep-reference raw rfc-reference strong subscript substitution-reference superscript target ' +
  'title-reference uri-reference'
for (const name of canonical.split(' ')) english[name] = name

/** Names in other languages than English, each with docutils' name; docutils may know more. */
const translated: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: named(
    'abkürzung=abbreviation akronym=acronym code=code index=index tiefgestellt=subscript hochgestellt=superscript ' +
      'titel-referenz=title-reference pep-referenz=pep-reference rfc-referenz=rfc-reference betonung=emphasis betont=emphasis ' +
      'fett=strong wörtlich=literal mathe=math benannte-referenz=named-reference unbenannte-referenz=anonymous-reference ' +
      'fußnoten-referenz=footnote-reference zitat-referenz=citation-reference ersetzungs-referenz=substitution-reference ' +
      'ziel=target uri-referenz=uri-reference unverändert=raw roh=raw',
  ),
  es: named(
    'abreviatura=abbreviation ab=abbreviation acronimo=acronym ac=acronym indice=index i=index subindice=subscript ' +
      'subíndice=subscript superindice=superscript superíndice=superscript referencia-titulo=title-reference ' +
      'titulo=title-reference t=title-reference referencia-pep=pep-reference pep=pep-reference referencia-rfc=rfc-reference ' +
      'rfc=rfc-reference enfasis=emphasis énfasis=emphasis destacado=strong literal=literal ' +
      'referencia-con-nombre=named-reference referencia-anonima=anonymous-reference referencia-anónima=anonymous-reference ' +
      'referencia-nota-al-pie=footnote-reference referencia-cita=citation-reference ' +
      'referencia-sustitucion=substitution-reference referencia-sustitución=substitution-reference destino=target ' +
      'referencia-uri=uri-reference uri=uri-reference url=uri-reference sin-analisis=raw sin-análisis=raw',
  ),
  fr: named(
    'abréviation=abbreviation acronyme=acronym sigle=acronym code=code emphase=emphasis littéral=literal ' +
      'pep-référence=pep-reference rfc-référence=rfc-reference fort=strong indice=subscript ind=subscript ' +
      'exposant=superscript exp=superscript titre-référence=title-reference titre=title-reference brut=raw index=index ' +
      'nommée-référence=named-reference anonyme-référence=anonymous-reference note-référence=footnote-reference ' +
      'citation-référence=citation-reference substitution-référence=substitution-reference lien=target ' +
      'uri-référence=uri-reference',
  ),
}

/** The names of `abkürzung=abbreviation akronym=acronym`. */
function named(pairs: string): Record<string, string> {
  return Object.fromEntries(pairs.split(' ').map((pair) => pair.split('=') as [string, string]))
}

/** docutils' name of a role, and its messages about the search: none if the document's language has the name. */
export function canonicalRoleName(
  name: string,
  languageCode: string,
  docutils: DocutilsBehaviour,
): { canonical: string; searched: string[] } {
  const lowerCase = name.toLowerCase()
  const canonical = Object.hasOwn(english, lowerCase) ? english[lowerCase] : undefined
  const language = languageOf(languageCode, docutils)
  const names = translated[language ?? '']
  if (names && Object.hasOwn(names, lowerCase)) return { canonical: names[lowerCase] as string, searched: [] }
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
