/** The versions of docutils to agree with, and the one table of what differs between them. */

/** Oldest first. */
export const docutilsVersions = ['0.19', '0.20', '0.21', '0.22', '0.23'] as const

export type DocutilsVersion = (typeof docutilsVersions)[number]

export const newestDocutils: DocutilsVersion = '0.23'

interface Difference {
  /** The first version that behaves so. */
  since: DocutilsVersion
  /** What that version does, and what the ones before it do. */
  what: string
  /** The file, or the folder, that asks. */
  where: string
}

/** Every difference. The parser asks by name, `parser.docutils.termLine`, and nothing else in this room compares versions. */
export const docutilsDifferences = {
  authorInitials: {
    since: '0.20',
    what: 'An author such as `A. Einstein`, which reads as a list, is an author, and other words say what is none',
    where: 'resolve/front-matter.ts',
  },
  ukrainian: {
    since: '0.20',
    what: 'Ukrainian is a language (`language_code: uk`)',
    where: 'languages.ts',
  },
  georgian: {
    since: '0.21',
    what: 'Georgian is a language (`language_code: ka`)',
    where: 'languages.ts',
  },
  admonitionNames: {
    since: '0.21',
    what: 'The directive `admonition` has new names in German, Spanish and French',
    where: 'directives/languages.ts',
  },
  termLine: {
    since: '0.21',
    what: 'Messages about a term carry its own line; before, the line before the last one of the definition',
    where: 'blocks/definition-list.ts',
  },
  itemLines: {
    since: '0.21',
    what: 'List items, admonitions and figures have a line for messages about references in them; before, often none',
    where: 'resolve/place.ts',
  },
  imageLine: {
    since: '0.21',
    what: 'Messages about the name of an image or a formula carry the line of the directive; before, where docutils stands',
    where: 'directives/images.ts, directives/literal.ts',
  },
  csvHeaderDialect: {
    since: '0.21',
    what: 'The header of a CSV table is read with the delimiters of the table; before, always with commas',
    where: 'directives/csv-table.ts',
  },
  optionArgumentBrackets: {
    since: '0.21',
    what: 'A comma inside the angle brackets of an option argument splits no options',
    where: 'blocks/option-list.ts',
  },
  imageLoading: {
    since: '0.21',
    what: 'The directives `image` and `figure` know the option `loading`',
    where: 'directives/images.ts',
  },
  sectionsInPlace: {
    since: '0.22',
    what: 'Sections are read in one go. Before, each was read by a machine of its own, which messages without a line gave away, and some titles were read twice',
    where: 'blocks/section.ts, blocks/root-line.ts, resolve/end.ts',
  },
  titleErrors: {
    since: '0.22',
    what: 'Wrong titles are errors; before, severe. A title that skips levels is told which',
    where: 'blocks/section.ts, blocks/adornment-line.ts',
  },
  transitionBehindMeta: {
    since: '0.22',
    what: 'A transition behind `meta` or a header stands at the start; before, not',
    where: 'resolve/transitions.ts',
  },
  elementLine: {
    since: '0.22',
    what: 'Messages about the name of a figure, table, topic or container carry the line of the directive; before, where docutils stands',
    where: 'directives/parts.ts, directives/csv-table.ts, resolve/place.ts',
  },
  reprimands: {
    since: '0.22',
    what: 'The names of `admonition` that meant a reprimand are gone',
    where: 'directives/languages.ts',
  },
  emptyNotes: {
    since: '0.22',
    what: 'An empty footnote or citation is a warning',
    where: 'blocks/footnote.ts',
  },
  authorSeparators: {
    since: '0.22',
    what: 'The message about wrong authors speaks of a set of characters',
    where: 'resolve/front-matter.ts',
  },
  enumeratedListLine: {
    since: '0.22',
    what: 'The message about a list that does not start at one has its line; before, that of the outermost block',
    where: 'blocks/enumerated-list.ts',
  },
  tableProblemLine: {
    since: '0.22',
    what: 'A malformed table is reported with its reason, at the line where it goes wrong; before, at its first line',
    where: 'tables/grid-table.ts, tables/simple-table.ts',
  },
  combiningCharacters: {
    since: '0.22',
    what: 'Combining characters take no column of a grid table',
    where: 'tables/grid-table.ts',
  },
  implicitEmbeddedTargets: {
    since: '0.22',
    what: 'The targets of `text <address>`_ are implicit, and those with an alias are known by name too',
    where: 'inline/phrase.ts',
  },
  duplicateNames: {
    since: '0.22',
    what: 'Duplicate names are told in more ways: same address, same alias, explicit over implicit. A message has no reference back to a target that nobody sees, and a duplicate id is an error',
    where: 'names.ts, directives/parts.ts, directives/substitutions.ts',
  },
  substitutionProblems: {
    since: '0.22',
    what: 'What a substitution definition may not hold is said in words; before, by the name of the element',
    where: 'blocks/substitution-definition.ts',
  },
  lengthUnits: {
    since: '0.22',
    what: 'Lengths have all units of CSS; other messages say what is no length',
    where: 'directives/options.ts',
  },
  figureName: {
    since: '0.22',
    what: 'The directive `figure` knows the option `figname`',
    where: 'directives/images.ts',
  },
  classAlias: {
    since: '0.22',
    what: 'The directive `class` is also called `rst-class`',
    where: 'directives/containers.ts',
  },
  targetNotesUnnamed: {
    since: '0.22',
    what: 'The directive `target-notes` has no option `name`',
    where: 'directives/document-parts.ts',
  },
  mathName: {
    since: '0.22',
    what: 'The element of a named formula keeps an attribute `name`',
    where: 'directives/literal.ts',
  },
  singularFootnote: {
    since: '0.22',
    what: 'One footnote is `1 corresponding footnote`; before, always `footnotes`',
    where: 'resolve/footnotes.ts',
  },
  tableLines: {
    since: '0.23',
    what: 'Tables, rubrics and the lines of line blocks have a line of their own for messages about references in them',
    where: 'resolve/place.ts',
  },
  cellLines: {
    since: '0.23',
    what: 'Lines are counted right inside of table cells; before, one too far',
    where: 'tables/grid-table.ts, tables/simple-table.ts, directives/csv-table.ts',
  },
  transitionWarnings: {
    since: '0.23',
    what: 'A transition at the start or the end is a warning in other words, and targets and definitions beside it do not count; before, an error',
    where: 'resolve/transitions.ts',
  },
  includeUntilEmptyLine: {
    since: '0.23',
    what: 'The options `start-after` and `end-before` of `include` may have no value',
    where: 'directives/insertion.ts',
  },
  codeLanguageOfRole: {
    since: '0.23',
    what: 'A role made from `code` has its own name as its language',
    where: 'roles/code.ts',
  },
  numberLinesOption: {
    since: '0.23',
    what: '`:number-lines:` is checked as an option; before, by the directive `code` itself',
    where: 'directives/options.ts',
  },
} as const satisfies Record<string, Difference>

/** For every difference, whether a version behaves in the newer way. */
export type DocutilsBehaviour = Readonly<Record<keyof typeof docutilsDifferences, boolean>>

const behaviours = new Map(docutilsVersions.map((version) => [version, behaviourOf(version)]))

function behaviourOf(version: DocutilsVersion): DocutilsBehaviour {
  const age = docutilsVersions.indexOf(version)
  return Object.fromEntries(
    Object.entries(docutilsDifferences).map(([name, { since }]) => [name, docutilsVersions.indexOf(since) <= age]),
  ) as DocutilsBehaviour
}

/** How a version behaves. */
export function docutilsBehaviour(version: DocutilsVersion): DocutilsBehaviour {
  const behaviour = behaviours.get(version)
  if (behaviour) return behaviour
  throw new RangeError(
    `Cannot parse as docutils ${version}: it is not one of ${docutilsVersions.join(', ')}. Choose one of them.`,
  )
}
