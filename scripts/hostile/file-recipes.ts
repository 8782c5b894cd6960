/** Random hostile files that are no documents: models, team lists, configurations, profiles, baselines, redirects and patterns. The same seed
 * gives the same files.
 */
import { randomNumbers } from '../../test/conformance/edits.ts'
import type { Recipe } from './recipes.ts'

/** Keys of all these files, and one that none has. */
const keys = [
  ...['title', 'summary', 'teams', 'name', 'planning', 'completion', 'status', 'note', 'deliverables', 'state', 'written'],
  ...['criteria', 'criterion', 'for', 'items', 'date', 'references', 'text', 'url', 'current', 'projects', 'sections', 'body'],
  ...[
    'champions',
    'people',
    'gerrit',
    'topic',
    'tracking',
    'trackers',
    'layout',
    'gone',
    'headings',
    'profile',
    'markdown',
    'rst',
  ],
  ...[
    'repos',
    'former-names',
    'retired-on',
    'rules',
    'style/tab',
    'overrides',
    'files',
    'known',
    'directives',
    'targets',
    'roster',
  ],
  ...['renamed', 'aliases', 'extends', 'lists', 'labels', 'adornments', 'key', 'under', 'kind', 'version', '<<', 'moon'],
]
/** `%` becomes the number of the copy in some files. */
const values = [
  ...[
    'Mars%',
    'mars%',
    "'Mars'",
    '"Mars \\n a"',
    'https://mars.example/%',
    'done',
    'n/a',
    '2026-01-01',
    '1',
    'true',
    '',
    '~',
    '*',
  ],
  ...[
    '*a*',
    '**a**',
    '`a`',
    '``a``',
    '`a <b>`_',
    ':repo:`a`',
    '[a](b)',
    'a: b',
    'a #b',
    '{{name}}',
    '{{criteria}}',
    '\\',
    '|mars|',
    '1. a',
  ],
  ...[
    '&a b',
    '*a',
    '!a b',
    '|',
    '>-',
    '[',
    '{',
    '[a, b]',
    '[]',
    '{}',
    '{a: b}',
    '{name: mars%}',
    '- a',
    '? a',
    '# a',
    '<<<<<<< a',
    '%a',
  ],
  ...['**/*', '{a,b}*', '[a-z]*', '!(a)', '/goals/%', '301', '(.*)', '^a+$', 'Mars and Venus. ', 'A'.repeat(60)],
]
const starts = [
  '',
  '',
  '- ',
  '- ',
  '-',
  '- - ',
  '? ',
  '  ',
  '\t',
  '"',
  '{',
  '[',
  '# ',
  'redirect 301 /a',
  'RedirectMatch 301 ^/a',
  '!',
]
const ends = ['\n', '\n', '\n', '\n', '', ' ', '\n\n', ',', ', ', '\r\n', '}\n', ']\n']

type Random = () => number
const oneOf = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]!

/** A line or a part of one, indented. */
function lineOf(random: Random): string {
  const indent = ' '.repeat(2 * Math.floor(random() * 4))
  const key = random() < 0.7 ? `${oneOf(keys, random)}${random() < 0.3 ? '%' : ''}: ` : ''
  return indent + oneOf(starts, random) + key + oneOf(values, random) + oneOf(ends, random)
}

const linesOf = (most: number, random: Random) =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, () => lineOf(random)).join('')

/** What these files usually begin with. */
const heads = [
  ...[
    '',
    'title: Mars\n',
    'title: Mars\nteams:\n',
    'title: Mars\nteams:\n  - name: mars\n    planning:\n',
    'title: Mars\ncriteria:\n',
  ],
  ...[
    'title: Mars\nsummary: |\n  Mars.\n',
    'title: Mars\nsections:\n  - title: Mars\n    body: |\n',
    'title: Mars\nsummary: {markdown: "',
  ],
  ...[
    'mars:\n  deliverables:\n',
    'mars:\n  deliverables:\n    moon:\n      repos:\n',
    'rules:\n',
    'overrides:\n',
    'known:\n  targets:\n',
  ],
  ...[
    'roster:\n  renamed:\n',
    '{"version": 2, "files": {"a.rst": {"style/tab": [',
    'title: Mars\nlayout:\n',
    'title: Mars\nreferences:\n',
  ],
]

/** Entries of lists in these files; `@` becomes a random value, `%` the number of the copy. */
const entries: Record<string, readonly string[]> = {
  'title: Mars\nteams:\n': [
    ...[
      '  - name: mars%\n',
      '  - {name: mars%, planning: [@, @]}\n',
      '  - name: @\n    note: @\n',
      '  - name: mars%\n    status: @\n',
    ],
    ...['  - name: mars%\n    planning:\n      - @\n      - {text: @, url: @}\n    completion: []\n'],
    ...['  - name: mars%\n    deliverables:\n      - {name: moon%, status: done, note: @}\n'],
    ...['  - name: mars%\n    planning:\n      - {intro: @, items: [@, @]}\n      - paragraph: @\n      - rst: @\n'],
  ],
  'title: Mars\nteams:\n  - name: mars\n    planning:\n': [
    ...['      - @\n', '      - {name: @, url: @}\n', '      - {deliverable: moon%, state: @}\n'],
  ],
  'title: Mars\ncriteria:\n': [
    ...[
      '  - @\n',
      '  - {for: @, items: [@]}\n',
      '  - {name: mars%, date: @, criteria: [@, @]}\n',
      '  - {criterion: @, release: @}\n',
    ],
    ...['  - {date: 2026-01-01, written: @, criteria: [@]}\n', '  - criteria:\n      - @\n'],
  ],
  'title: Mars\nreferences:\n': [
    ...['  - @\n', '  - {text: @, url: @}\n', '  - {repo: @}\n', '  - comment: @\n', '  - {intro: @, items: [@]}\n'],
  ],
  'title: Mars\ncurrent:\n': ['  - {date: 2026-01-01, projects: [@, @]}\n', '  - {intro: @, projects: [mars%]}\n', '  - @\n'],
  'title: Mars\nsections:\n': [
    '  - {title: mars%, body: @}\n',
    '  - {title: @, body: {markdown: @}}\n',
    '  - {title: mars%, body: @}\n',
  ],
  'title: Mars\nchampions:\n  people:\n': ['    - {name: @, email: a@b.example}\n', '    - {name: mars%, nick: @, written: @}\n'],
  'title: Mars\ntracking:\n  trackers:\n': [
    ...['    - {name: @, url: https://mars.example/%}\n', '    - {url: https://mars.example/%, written: @}\n'],
  ],
  'title: Mars\nprofile: checklist\nchecklist:\n': [
    '  - {question: mars%, status: @, text: @}\n',
    '  - {question: @, text: @}\n',
  ],
  'title: Mars\nlayout:\n  gone:\n': ['    - @\n', '    - mars%\n'],
  'title: Mars\nsummary:\n  markdown: |\n': [
    ...['    Mars.\n', '    * mars%\n', '    | a | b |\n', '    [a](b)\n\n', '    # mars%\n', '    > a\n', '    ```\n'],
  ],
  'title: Mars\ndesign: |\n': [
    ...['  Mars and *Venus*.\n', '  .. _mars%:\n\n', '  * mars%_\n', '  ``a``\n\n', '  `a <b%>`_\n', '  mars%\n  -----\n\n'],
  ],
  '': [
    'mars%: {}\n',
    'mars%:\n  deliverables:\n    moon%:\n      repos: [a/b%]\n',
    'mars%:\n  deliverables: {@: {repos: [@]}}\n',
  ],
  'mars:\n  deliverables:\n': [
    '    moon%:\n      repos:\n        - @\n',
    '    moon%: {repos: []}\n',
    '    moon%:\n      repos: *a\n',
  ],
  'overrides:\n': ['  - {files: [@], rules: {style/tab: off}}\n', '  - {files: [mars%, "**/*"], profile: @}\n'],
  'known:\n  targets:\n': ['    - @\n', '    - mars%\n'],
  'roster:\n  renamed:\n': ['    mars%: @\n', '    mars%: venus%\n'],
  'name: mars\nsections:\n': ['  - {key: mars%, title: @, kind: prose}\n', '  - {key: mars%, title: Mars %, under: @}\n'],
  '{"version": 2, "files": {"goals/orbit/telescopes.rst": {"style/tab": ["",': ['"mars%",', '"mars",'],
  '!mars\n': ['redirect 301 /mars% /goals/orbit/%\n', 'RedirectMatch 301 ^/(.*)a%$ /$1\n', '**/*mars%\n', '!a*%/\n'],
  'import mars\n': ['def mars%():\n    """Mars *%\n    """\n', 'mars = [%\n', '"""* a\n"""\n', 'class Mars%:\n'],
}

/** A value as YAML can have it at the place of `@`: mostly in quotes, so that the file is valid. */
function randomValue(random: Random): string {
  const count = random() < 0.5 ? 1 : 4
  const gap = oneOf([' ', '', '\n'], random)
  const value = Array.from({ length: count }, () => oneOf(values, random)).join(gap)
  return random() < 0.8 ? JSON.stringify(value) : value
}

/** How copies are put together. */
type Form = (copyOf: (index: number) => string, size: number) => string
const forms: Record<string, Form> = {
  repeated: copies,
  'in stairs': (copyOf, size) => copies((index) => `${' '.repeat(index % 90)}${copyOf(index).trimStart()}`, size),
  'one indented below': (copyOf, size) => copies((index) => copyOf(index).replace(/^/gm, '    '), size),
  'on one line': (copyOf, size) => `${copies((index) => copyOf(index).replace(/\s+/g, ' '), size)}\n`,
}

function copies(copyOf: (index: number) => string, size: number): string {
  const made: string[] = []
  for (let length = 0, index = 0; length < size; index++) {
    // An empty copy would never fill the file.
    const copy = copyOf(index) || '\n'
    made.push(copy)
    length += copy.length
  }
  return made.join('')
}

/** The beginning of a file, and what is repeated in it: mostly entries of a list that it begins. */
function partsOf(random: Random): [head: string, unit: string] {
  if (random() < 0.3) return [oneOf(heads, random) + linesOf(2, random), linesOf(3, random)]
  const [head, units] = oneOf(Object.entries(entries), random)
  const count = 1 + Math.floor(random() * 2)
  const parts = Array.from({ length: count }, () => oneOf(units, random).replace(/(?<!a)@/g, () => randomValue(random)))
  return [head, parts.join('')]
}

export function fileRecipe(seed: number): Recipe {
  const random = randomNumbers(seed)
  const [head, unit] = partsOf(random)
  const tail = random() < 0.8 ? '' : linesOf(1, random)
  const isNumbered = random() < 0.7
  const [formName, form] = random() < 0.7 ? (['repeated', copies] as const) : oneOf(Object.entries(forms), random)
  const numbered = (index: number) => unit.replaceAll('%', isNumbered ? String(index) : '')
  return {
    name: `${seed}${isNumbered ? ', numbered' : ''}, ${formName}: ${JSON.stringify([head, unit, tail])}`,
    fill: (size) => `${head}${form(numbered, size - head.length)}${tail}`,
  }
}
