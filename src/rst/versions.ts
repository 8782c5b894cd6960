/** The supported versions of docutils, and a table of all differences between them. */

/** Oldest first. */
export const docutilsVersions = ['0.19', '0.20', '0.21', '0.22', '0.23'] as const

export type DocutilsVersion = (typeof docutilsVersions)[number]

export const newestDocutils: DocutilsVersion = '0.23'

/** All differences, each under the first version with the new behaviour: what this version does, and what earlier ones do. The
 * parser asks for a difference by its name (`parser.docutils.termLine`); no other file of this folder compares versions.
 */
export const docutilsDifferences = {
  '0.20': {
    authorInitials:
      'An author with an initial (`V. Rubin`) is accepted, although it reads as a list; messages about authors have new words',
    ukrainian: 'Ukrainian is a language (`language_code: uk`)',
  },
  '0.21': {
    georgian: 'Georgian is a language (`language_code: ka`)',
    admonitionNames: 'The directive `admonition` has new names in German, Spanish and French',
    termLine: 'Messages about a term have the line of the term; before, the line before the last line of the definition',
    itemLines: 'List items, admonitions and figures have a line for messages about references in them; before, often none',
    imageLine:
      'Messages about the name of an image or a formula have the line of the directive; before, the line that docutils read last',
    csvHeaderDialect: 'The header of a CSV table is read with the delimiters of the table; before, always with commas',
    optionArgumentBrackets: 'A comma inside the angle brackets of an option argument does not separate options',
    imageLoading: 'The directives `image` and `figure` have the option `loading`',
  },
  '0.22': {
    sectionsInPlace:
      'One state machine reads all sections. Before, each section had its own: messages without a line have other lines, and some titles are read twice',
    titleErrors: 'Wrong titles are errors; before, severe errors. The message about skipped levels names them',
    transitionsWarned: 'A wrong transition is a warning; before, an error',
    transitionAfterMeta: 'A transition after `meta` or a header is at the start of the document; before, it was not',
    elementLine:
      'Topics, containers and the lines of line blocks have a line for messages about references in them. Messages about the name of a figure, table, topic or container have the line of the directive; before, the line that docutils read last',
    reprimands: 'The old German, Spanish and French names of `admonition` are gone',
    emptyNotes: 'An empty footnote or citation is a warning',
    authorSeparators: 'The message about wrong authors mentions a set of characters',
    enumeratedListLine:
      'The message about a list that does not start at 1 has the line of the list; before, of the outermost block',
    tableProblemLine: 'A malformed table is reported with its reason, at the line of the fault; before, at its first line',
    combiningCharacters: 'Combining characters take no column in a grid table',
    implicitEmbeddedTargets: 'The targets of `text <address>`_ are implicit, and those with an alias have a name too',
    duplicateNames:
      'There are more kinds of messages about duplicate names: same address, same alias, explicit over implicit. A duplicate id is an error',
    substitutionProblems:
      'Illegal content of a substitution definition is described in words; before, by the name of the element',
    lengthUnits: 'Lengths may have all units of CSS; messages about invalid lengths have new words',
    topicsAnywhere: 'Topics, sidebars and tables of contents may stand in `class` and `replace`, wherever these are',
    figureTargets: 'Targets and `class` may stand before the caption of a figure',
    figureName: 'The directive `figure` has the option `figname`',
    classAlias: 'The directive `class` is also called `rst-class`',
    targetNotesUnnamed: 'The directive `target-notes` has no option `name`',
    mathName: 'The element of a named formula keeps an attribute `name`',
    hiddenMessages: 'The message about a bibliographic field does not name the messages in it; before, as elements like others',
    singularFootnote: 'One footnote is `1 corresponding footnote`; before, always `footnotes`',
  },
  '0.23': {
    tableLines: 'Tables and rubrics have a line for messages about references in them',
    cellLines: 'Line numbers in table cells are right; before, one too high',
    transitionWarnings:
      'Messages about transitions have new words, and targets and definitions next to a transition do not count',
    lateFootnotes: 'References to a name of three or more footnotes lead to the last of them; before, nowhere',
    includeUntilEmptyLine: 'The options `start-after` and `end-before` of `include` may have no value',
    fileErrors: 'An included file that is missing, or does not contain a given text, is an error; before, a severe error',
    codeLanguageOfRole: 'A role made from `code` has its own name as its language',
    hiddenTargets: 'Messages about duplicate names have no back-reference to invisible targets',
    idsWithoutPrefix: 'The id of the second element with a name does not begin with the prefix of ids',
    numberLinesOption: '`:number-lines:` is checked as an option; before, by the directive `code` itself',
  },
} as const satisfies Partial<Record<DocutilsVersion, Record<string, string>>>

type Differences = typeof docutilsDifferences

/** For every difference, whether a version has the new behaviour. */
export type DocutilsBehaviour = Readonly<
  Record<{ [Since in keyof Differences]: keyof Differences[Since] }[keyof Differences], boolean>
>

const behaviours = new Map<DocutilsVersion, DocutilsBehaviour>()

function behaviourOf(version: DocutilsVersion): DocutilsBehaviour {
  const isSince = (since: string) => docutilsVersions.indexOf(since as DocutilsVersion) <= docutilsVersions.indexOf(version)
  const known = Object.entries(docutilsDifferences).flatMap(([since, differences]) =>
    Object.keys(differences).map((name) => [name, isSince(since)]),
  )
  return Object.fromEntries(known) as DocutilsBehaviour
}

/** The behaviour of a version. */
export function docutilsBehaviour(version: DocutilsVersion): DocutilsBehaviour {
  const known = behaviours.get(version)
  if (known) return known
  if (!docutilsVersions.includes(version))
    throw new RangeError(
      `Cannot parse as docutils ${version}: it is not one of ${docutilsVersions.join(', ')}. Choose one of them.`,
    )
  const behaviour = behaviourOf(version)
  behaviours.set(version, behaviour)
  return behaviour
}
