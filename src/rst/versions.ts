/** The versions of docutils to agree with, and the one table of what differs between them. */

/** Oldest first. */
export const docutilsVersions = ['0.19', '0.20', '0.21', '0.22', '0.23'] as const

export type DocutilsVersion = (typeof docutilsVersions)[number]

export const newestDocutils: DocutilsVersion = '0.23'

/** Every difference, under the first version that behaves so: what that version does, and what the ones before it do. The parser asks
 * by name, `parser.docutils.termLine`, and nothing else in this room compares versions. */
export const docutilsDifferences = {
  '0.20': {
    authorInitials: 'An author such as `A. Einstein`, which reads as a list, is an author, and other words say what is none',
    ukrainian: 'Ukrainian is a language (`language_code: uk`)',
  },
  '0.21': {
    georgian: 'Georgian is a language (`language_code: ka`)',
    admonitionNames: 'The directive `admonition` has new names in German, Spanish and French',
    termLine: 'Messages about a term carry its own line; before, the line before the last one of the definition',
    itemLines: 'List items, admonitions and figures have a line for messages about references in them; before, often none',
    imageLine: 'Messages about the name of an image or a formula carry the line of the directive; before, where docutils stands',
    csvHeaderDialect: 'The header of a CSV table is read with the delimiters of the table; before, always with commas',
    optionArgumentBrackets: 'A comma inside the angle brackets of an option argument splits no options',
    imageLoading: 'The directives `image` and `figure` know the option `loading`',
  },
  '0.22': {
    sectionsInPlace:
      'Sections are read in one go. Before, each was read by a machine of its own, which messages without a line gave away, and some titles were read twice',
    titleErrors: 'Wrong titles are errors; before, severe. A title that skips levels is told which',
    transitionBehindMeta: 'A transition behind `meta` or a header stands at the start; before, not',
    elementLine:
      'Messages about the name of a figure, table, topic or container carry the line of the directive; before, where docutils stands',
    reprimands: 'The names of `admonition` that meant a reprimand are gone',
    emptyNotes: 'An empty footnote or citation is a warning',
    authorSeparators: 'The message about wrong authors speaks of a set of characters',
    enumeratedListLine: 'The message about a list that does not start at one has its line; before, that of the outermost block',
    tableProblemLine: 'A malformed table is reported with its reason, at the line where it goes wrong; before, at its first line',
    combiningCharacters: 'Combining characters take no column of a grid table',
    implicitEmbeddedTargets: 'The targets of `text <address>`_ are implicit, and those with an alias are known by name too',
    duplicateNames:
      'Duplicate names are told in more ways: same address, same alias, explicit over implicit. A message has no reference back to a target that nobody sees, and a duplicate id is an error',
    substitutionProblems: 'What a substitution definition may not hold is said in words; before, by the name of the element',
    lengthUnits: 'Lengths have all units of CSS; other messages say what is no length',
    figureName: 'The directive `figure` knows the option `figname`',
    classAlias: 'The directive `class` is also called `rst-class`',
    targetNotesUnnamed: 'The directive `target-notes` has no option `name`',
    mathName: 'The element of a named formula keeps an attribute `name`',
    singularFootnote: 'One footnote is `1 corresponding footnote`; before, always `footnotes`',
  },
  '0.23': {
    tableLines: 'Tables, rubrics and the lines of line blocks have a line of their own for messages about references in them',
    cellLines: 'Lines are counted right inside of table cells; before, one too far',
    transitionWarnings:
      'A transition at the start or the end is a warning in other words, and targets and definitions beside it do not count; before, an error',
    includeUntilEmptyLine: 'The options `start-after` and `end-before` of `include` may have no value',
    codeLanguageOfRole: 'A role made from `code` has its own name as its language',
    numberLinesOption: '`:number-lines:` is checked as an option; before, by the directive `code` itself',
  },
} as const satisfies Partial<Record<DocutilsVersion, Record<string, string>>>

type Differences = typeof docutilsDifferences

/** For every difference, whether a version behaves in the newer way. */
export type DocutilsBehaviour = Readonly<
  Record<{ [Since in keyof Differences]: keyof Differences[Since] }[keyof Differences], boolean>
>

const behaviours = new Map(docutilsVersions.map((version) => [version, behaviourOf(version)]))

function behaviourOf(version: DocutilsVersion): DocutilsBehaviour {
  const isSince = (since: string) => docutilsVersions.indexOf(since as DocutilsVersion) <= docutilsVersions.indexOf(version)
  const known = Object.entries(docutilsDifferences).flatMap(([since, differences]) =>
    Object.keys(differences).map((name) => [name, isSince(since)]),
  )
  return Object.fromEntries(known) as DocutilsBehaviour
}

/** How a version behaves. */
export function docutilsBehaviour(version: DocutilsVersion): DocutilsBehaviour {
  const behaviour = behaviours.get(version)
  if (behaviour) return behaviour
  throw new RangeError(
    `Cannot parse as docutils ${version}: it is not one of ${docutilsVersions.join(', ')}. Choose one of them.`,
  )
}
