/** Documents as a test suite would have them: every directive with every option, every role, settings and transforms, with values
 * that are right and wrong, in all places where they may and may not stand. */
import fc from 'fast-check'
import type { ParseOptions } from '../../src/rst/index.ts'
import type { Sample } from './oracle.ts'

const indent = (text: string, by: string) =>
  text
    .split('\n')
    .map((line) => (line ? by + line : line))
    .join('\n')

/** Words of directives and options that somebody may write, whatever takes them. */
const values = fc.constantFrom(
  ...[
    '',
    '',
    '0',
    '1',
    '-1',
    '2 3',
    '2, 3',
    '1.5',
    '50',
    '50%',
    '50 %',
    '3em',
    '2.5 cm',
    '.5in',
    '-3px',
    '4furlong',
    '1e3',
    '٣',
    'ten',
  ],
  ...[
    'left',
    'right',
    'center',
    'LEFT',
    'top',
    'middle',
    'bottom',
    'centre',
    'auto',
    'grid',
    'colwidths-auto',
    '10 20 30',
    '10 x',
    '0 0',
  ],
  ...[
    'utf-8',
    'latin1',
    'utf8 x',
    'nope',
    'none',
    'entry',
    'top x',
    'lazy',
    'embed',
    'link',
    'true',
    'no',
    'mars',
    'Mars Vega',
    'mars-1 _x',
  ],
  ...[
    '1mars',
    '-',
    '*',
    '*mars*',
    '`mars`_',
    'mars_',
    '|vega|',
    '\\*',
    '\\',
    'http://mars.example/ a',
    'mars.png',
    '<mars>',
    'a\n  b',
    '"',
    '""',
  ],
  ...[
    ',',
    ';',
    'tab',
    'space',
    'U+2642',
    '0x41',
    "'",
    '\\t',
    'ab',
    '5,5',
    '1 -1',
    'é',
    '天文',
    'a:b',
    ':a:',
    ':',
    '::',
    '%Y',
    '0xA9',
    '&#x41;',
  ],
)

/** Each directive of docutils with its options. */
const signatures: Readonly<Record<string, string>> = {
  attention: 'class name',
  note: 'class name',
  admonition: 'class name',
  image: 'alt height width scale align target class name loading',
  figure: 'alt height width scale align target class name figwidth figclass figname loading',
  topic: 'class name',
  sidebar: 'subtitle class name',
  'line-block': 'class name',
  'parsed-literal': 'class name',
  code: 'class name number-lines',
  math: 'class name nowrap',
  rubric: 'class name',
  epigraph: 'class name',
  highlights: '',
  'pull-quote': '',
  compound: 'class name',
  container: 'name class',
  table: 'align class name width widths',
  'csv-table': 'header-rows stub-columns header width widths file url encoding class name align delim keepspace quote escape',
  'list-table': 'header-rows stub-columns width widths class name align',
  contents: 'depth local backlinks class',
  sectnum: 'depth start prefix suffix',
  'section-numbering': 'depth',
  header: '',
  footer: '',
  'target-notes': 'class name',
  title: '',
  meta: '',
  include: 'literal code encoding parser start-line end-line start-after end-before tab-width number-lines class name',
  raw: 'file url encoding class',
  replace: '',
  unicode: 'ltrim rtrim trim',
  date: '',
  class: '',
  'rst-class': '',
  role: 'class format language',
  'default-role': '',
  'restructuredtext-test-directive': 'option',
  unheard: 'class',
}
const names = Object.keys(signatures)

const argumentOf: Readonly<Record<string, readonly string[]>> = {
  image: ['mars.png', 'two words.png', '../a.png\n   b.png', 'a*b*.png'],
  figure: ['mars.png', 'a b.png'],
  'csv-table': ['Moons', '*Moons*', 'a\n   b'],
  table: ['Moons', '`moons`_'],
  'list-table': ['Moons'],
  raw: ['html', 'html latex', 'HTML'],
  role: [
    'red',
    'red(strong)',
    'red(code)',
    'red(raw)',
    'red (emphasis)',
    'red(unheard)',
    'red()',
    'a b',
    'red(',
    'Red(sub)',
    'red(red)',
  ],
  'default-role': ['strong', 'red', 'unheard', 'a b', 'math'],
  code: ['python', 'rst', 'mars', 'python rst'],
  unicode: ['0x41 B', '0xA9 mars .. a', 'U+110000', '0xD800', '&#x2642; 9794', 'x41 \\u2642', '.. mars'],
  date: ['%Q', '%%', 'x'],
  class: ['big', 'big Bang', '1', '*', 'a_b'],
  'rst-class': ['big', '-'],
  meta: [':keywords: mars', 'x'],
  title: ['Sky', 'a\n   b'],
  include: ['mars.txt', '<isonum.txt>'],
}

const contents = fc.constantFrom(
  ...['Mars.', 'Mars and *Venus*.', '*open', 'mars_ and |vega|', 'One.\n\nTwo.', '* Io\n* Europa', '* Io\n\nText', '> quoted'],
  ...[
    'Title\n=====\n\nText',
    'Title\n=',
    '== ==\na  b\n== ==',
    '+--+\n|a |\n+--+',
    '+--+\n|a |\n+-+',
    'Mars::\n\n  red',
    'term\n  definition',
    ':a: b',
    ':a: b\n:c d: e',
  ],
  ...[
    '* - a\n  - b\n* - c\n  - d',
    '* - a\n* - b\n  - c',
    '* a',
    '* - *open\n  -',
    '- * a\n  * b\n\n  x',
    '* -',
    '1. - a',
    '* - a\n\n  - b\n',
  ],
  ...[
    'a, b\nc, d',
    'a, "b\nc"',
    '"a',
    'a;b',
    'a\tb',
    '"a ""b"" c", d',
    "'a, b', c",
    'a, *open',
    'a,b,c\nd',
    ', ,\n\n,',
    '"* x\n* y", "::\n\n  z"',
    '"a"b, c',
    'a "b", c',
  ],
  ...[
    '.. image:: x.png',
    '.. note:: x',
    '.. note::',
    '.. comment',
    '.. _mars:',
    '.. _mars: http://mars.example',
    '.. [1] note',
    '.. [#] auto\n.. [*] star',
    '.. |vega| replace:: star',
  ],
  ...[
    '.. class:: big',
    '.. class:: big\n\nMars',
    '.. unheard:: y',
    '.. contents::',
    '.. topic:: T\n\n   x',
    '.. sidebar:: S\n\n   x',
    '.. raw:: html\n\n   <b>',
    '.. role:: green\n\n:green:`x`',
  ],
  ...[
    'Caption\n\nLegend',
    '..\n\nLegend',
    '* Io\n\nLegend',
    'Caption\n\n* Io',
    '`mars`_',
    '\n\nMars',
    '  indented\n\nless',
    '----',
    'a\n\n----\n\nb',
    '[1]_ [#]_ [CIT]_ [#x]_ [*]_',
  ],
  ...[
    '\\alpha\n\n\\beta',
    'a & b \\\\\nc & d',
    'x\n   y\n z',
    '| a\n| b',
    '| a\n  b\n|\n|   c',
    '-- Kepler',
    'Mars\n\n-- Kepler\n\nVenus\n\n-- *Tycho',
    '>>> 1\n1',
    ':name: x',
    ':class: x\n\ny',
    '-a  b',
  ],
)

const directiveNamed = (name: string) => {
  const options = fc.array(
    fc.tuple(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.constantFrom(
            ...(signatures[name]!.split(' ').filter(Boolean).length ? signatures[name]!.split(' ') : ['class']),
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom('Class', 'unheard', 'name x', 'class', 'a:b', '*a*', 'na\\me') },
      ),
      values,
    ),
    { maxLength: 3 },
  )
  const argument = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...(argumentOf[name] ?? ['Mars', 'Mars *Vega*'])) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: values },
  )
  return fc
    .tuple(
      argument,
      options,
      fc.option(contents, { freq: 3 }),
      fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n'),
      fc.constantFrom('   ', '   ', '   ', '  ', ' ', '        '),
    )
    .map(([given, fields, content, between, by]) => {
      const first = given ? `.. ${name}:: ${given.replaceAll('\n  b', '\n   b')}` : `.. ${name}::`
      const head = [
        first,
        ...fields.map(([option, value]) => `${by}:${option}:${value ? ` ${value.replaceAll('\n', `\n${by}`)}` : ''}`),
      ].join('\n')
      return content === null ? head : head + between + indent(content, by)
    })
}
const directive = fc.constantFrom(...names).chain(directiveNamed)

const roleNames = fc.constantFrom(
  ...[
    'abbreviation',
    'ab',
    'acronym',
    'ac',
    'code',
    'emphasis',
    'literal',
    'math',
    'pep-reference',
    'PEP',
    'pep',
    'rfc-reference',
    'RFC',
    'strong',
  ],
  ...[
    'subscript',
    'sub',
    'superscript',
    'sup',
    'title-reference',
    'title',
    't',
    'raw',
    'index',
    'i',
    'named-reference',
    'anonymous-reference',
  ],
  ...[
    'footnote-reference',
    'citation-reference',
    'substitution-reference',
    'target',
    'uri-reference',
    'uri',
    'url',
    'unheard',
    'red',
    'green',
    'Strong',
    'betont',
    'roh',
    'brut',
    'exp',
    'enfasis',
    'subíndice',
    'Fett',
    'restructuredtext-unimplemented-role',
  ],
)
const roleTexts = fc.constantFrom(
  ...[
    'x',
    '8',
    '8#sect',
    '10000',
    '-1',
    '0',
    '2822#section-1',
    'Mars Vega',
    'a\\ b',
    '\\*',
    '*a*',
    'a`',
    ' x',
    'x ',
    '<b>',
    'Mars <http://mars.example>',
    'é天',
    '\\',
    '\\\\',
    'a\nb',
    '12x',
    '1 2',
    '#',
    '8#',
  ],
)
const role = fc
  .tuple(roleNames, roleTexts, fc.constantFrom('before', 'before', 'after', 'both', 'link'))
  .map(([name, text, where]) => {
    if (where === 'before') return `:${name}:\`${text}\``
    if (where === 'after') return `\`${text}\`:${name}:`
    return where === 'both' ? `:${name}:\`${text}\`:strong:` : `:${name}:\`${text}\`_`
  })
const roleDefinitions = fc.constantFrom(
  '',
  '.. role:: red\n',
  '.. role:: red(code)\n   :language: python\n   :class: big\n',
  '.. role:: red(raw)\n   :format: html latex\n',
  '.. role:: red(raw)\n',
  '.. role:: red(emphasis)\n   :class: a b\n',
  '.. role:: red(math)\n',
  '.. role:: red(pep)\n.. role:: green(rfc)\n   :class: g\n',
  '.. role:: red(sub)\n.. role:: green(red)\n',
  '.. default-role:: sup\n',
  '.. default-role:: red\n',
)
const roles = fc
  .tuple(roleDefinitions, fc.array(role, { minLength: 1, maxLength: 3 }))
  .map(([definition, uses]) => `${definition}\nThe ${uses.join(' and ')} and \`plain\`.`)

const inlineEdges = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '`',
        '``',
        '_`',
        '|',
        '[',
        ']_',
        '`_',
        '`__',
        '|_',
        '_',
        '__',
        '<',
        '>',
        '\\',
        ':',
        '-',
        '/',
        '(',
        ')',
        '"',
        "'",
        '«',
        '»',
        '“',
        '”',
        '’',
        '‚',
        '¿',
        '–',
        '…',
        '、',
        '。',
      ],
      ...[' ', ' ', ' ', ' ', '\n', '\u00a0', '\u200b', '\u3000', 'a', 'Mars', '1', '#', 'é', '天', '\u0301', '😀'],
      ...[
        'http://a.b',
        'mailto:a@b.c',
        'a@b.c',
        'PEP 8',
        'RFC 2822',
        'pep-0008',
        'rfc-2822-1',
        'http://a.b/*',
        'ftp://x y',
        'x@y.z?a=b',
        '://',
        'https://[::1]/',
        "http://a.b/c_(d)'",
      ],
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((pieces) => pieces.join(''))

const enumerators = fc
  .tuple(
    fc.constantFrom('%.', '%)', '(%)', '%'),
    fc.array(
      fc.constantFrom(
        '1',
        '2',
        '3',
        '#',
        'a',
        'b',
        'A',
        'B',
        'i',
        'ii',
        'iii',
        'I',
        'II',
        'iv',
        'c',
        'd',
        'C',
        'D',
        'm',
        'mm',
        'MCM',
        '0',
        '10',
        '00',
        'z',
        'h',
        'ivx',
        '-1',
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\nmore\n'),
    fc.constantFrom(' x', ' x', '', '  x', '\n   x', '\tx', ' x\ny', ' x::'),
  )
  .map(([form, ordinals, between, text]) => ordinals.map((each) => form.replace('%', each) + text).join(between))

const adornments = fc
  .tuple(
    fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
    fc.nat({ max: 9 }),
    fc.constantFrom('Mars', 'Io', 'A', '天文', 'Mars *open', '1. Mars', '* Mars', 'Mars::', ' Mars', '....', ''),
    fc.nat({ max: 9 }),
    fc.constantFrom('', '', ' ', '\n'),
  )
  .map(
    ([character, above, title, below, end]) =>
      [above > 4 ? character.repeat(above) : undefined, title, character.repeat(below)]
        .filter((line) => line !== undefined)
        .join('\n') + end,
  )

const optionLists = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '-a',
        '-b FILE',
        '-cX',
        '-c<x y>',
        '--long',
        '--long=X',
        '--long X',
        '--long=<a,b>',
        '/V',
        '/V X',
        '-a, --all',
        '-a X, --all=X',
        '-a,--all',
        '--a b c',
        '-',
        '--',
        '-1',
        '+x',
        '--l_o-n.g',
        '-a=b',
        '--long= X',
        '-a <b',
        '--x=[y]',
      ),
      fc.constantFrom('  text', '  text\n    more', '\n    below', '', ' text', '  *open', '\n\n    far', '  a::\n\n      b'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((items) => items.map(([option, text]) => option + text).join('\n'))

const fields = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'Author',
        'Authors',
        'Date',
        'Version',
        'Status',
        'Abstract',
        'Dedication',
        'Copyright',
        'Contact',
        'Address',
        'Organization',
        'Revision',
        'Field',
        'Autor',
        'Datum',
        'a b',
        'orphan',
        '*x*',
        'a\\:b',
        'Auteur',
        'author:',
        'Zusammenfassung',
        'Fecha',
        'Autores',
        'Widmung',
        'Résumé',
      ),
      fc.constantFrom(
        'Kepler',
        'Kepler; Tycho',
        'Kepler, Tycho',
        '',
        'a@b.c',
        '$Date: 2001/08/17 $',
        '$Revision: 1.2 $',
        '$RCSfile: a,v $',
        'One\n\n   Two',
        '* Kepler\n  * Tycho',
        '- Kepler',
        '*Kepler*',
        'a |vega|',
        '`mars`_',
        '\n   Kepler\n   Tycho',
        '*open',
        '.. note:: x',
        'T. Brahe',
        'A. B; C. D',
        '1. a',
        ';',
        ',',
        'http://mars.example',
        '[1]_',
        '| a\n  | b',
        '$Id$',
        '$x: y $ z',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => rows.map(([name, body]) => `:${name}:${body ? ` ${body}` : ''}`).join('\n'))
const frontMatter = fc
  .tuple(
    fc.constantFrom(
      '',
      'Title\n=====\n\n',
      'Title\n=====\n\nSub\n---\n\n',
      '.. comment\n\n',
      '.. _mars:\n\n',
      '.. meta::\n   :a: b\n\n',
      '.. |vega| replace:: star\n\n',
      '.. header:: x\n\n',
      '----\n\n',
      '.. class:: big\n\n',
      '.. contents::\n\n',
    ),
    fields,
    fc.constantFrom('', '\n\nText.', '\nText.', '\n\nSection\n=======\n\nText'),
  )
  .map(([before, list, after]) => before + list + after)

const notes = fc
  .array(
    fc.constantFrom(
      ...[
        '[1]_',
        '[2]_',
        '[#]_',
        '[#]_',
        '[#a]_',
        '[#b]_',
        '[*]_',
        '[*]_',
        '[CIT]_',
        '[cit]_',
        'CIT_',
        'a_',
        '1_',
        '|vega|',
        '`a`_',
        '`b c`__',
        'x__',
        '|vega|_',
        '[CIT 1]_',
        '[a.b]_',
        '_`spot`',
        'spot_',
      ],
      ...[
        '\n.. [1] one\n',
        '\n.. [2] two\n',
        '\n.. [#] auto\n',
        '\n.. [#] auto [#]_\n',
        '\n.. [#a] named\n',
        '\n.. [*] star\n',
        '\n.. [CIT] citation\n',
        '\n.. [cit] again\n',
        '\n.. [1]\n',
        '\n.. [#a] [#b]_\n\n   second\n',
        '\n.. [*]\n',
        '\n.. [a.b] dots\n',
        '\n.. [CIT]\n',
      ],
      ...[
        '\n.. _a: b_\n',
        '\n.. _b: a_\n',
        '\n.. _a: http://a.example\n',
        '\n.. _a:\n',
        '\n__ http://x.example\n',
        '\n.. __: a_\n',
        '\n.. __:\n\n',
        '\n.. |vega| replace:: [#]_\n',
        '\n.. |vega| replace:: a_ |vega|\n',
        '\n.. |vega| image:: x.png\n   :target: a_\n',
        '\n.. target-notes::\n',
        '\n.. _`b c`: a_\n',
        '\n.. _vega: |vega|_\n',
        '\n\na\n=\n',
        '\n\nText\n',
        '\n* item\n',
      ],
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((pieces) => pieces.join(' ').replace(/ ?\n ?/g, '\n'))

const transforms = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'Mars\n====',
          'Venus\n-----',
          'Io\n~~~~',
          '====\nMars\n====',
          'Mars_\n=====',
          'Text',
          '*text',
          'Mars_',
          '----',
          '.. comment',
          'Mars |vega|\n===========',
        ),
      },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('contents', 'sectnum', 'target-notes', 'class', 'header', 'footer', 'meta', 'title', 'raw')
          .chain(directiveNamed),
      },
      { weight: 1, arbitrary: notes },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((blocks) => blocks.join('\n\n'))

const tableRows = fc
  .tuple(
    fc.constantFrom('===  ===', '=== ===', '===  ===  ===', '=    =', '=====', '==  ==='),
    fc.array(
      fc.constantFrom(
        '1    2',
        'abc  def',
        'abcdef',
        '     x',
        '',
        '---  ---',
        '--------',
        '- a  - b',
        '\\    x',
        '1',
        'a*b  c*',
        '===  ===',
        ' 1   2  overflow',
        '..   x',
        '天文 x',
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom('===  ===', '=== ===', '', '===  ===  ===', '===  ===\ntext', '===  ==='),
  )
  .map(([top, rows, bottom]) => [top, ...rows, bottom].join('\n'))
const gridRows = fc
  .array(
    fc.constantFrom(
      '+---+---+',
      '+---+---+',
      '+---+---+',
      '+===+===+',
      '+-------+',
      '|   +---+',
      '+---+   |',
      '| a | b |',
      '| a     |',
      '|*a*|[1]|',
      '|   | b |',
      '| a | b',
      '| a | b | c',
      '|- a| *b|',
      '+---+--+',
      '',
      '| 天| b |',
      '|天 | b |',
      '|..x| b |',
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((lines) => ['+---+---+', ...lines, '+---+---+'].join('\n'))

/** Where a block may stand. */
const inPlace: readonly ((block: string) => string)[] = [
  (block) => block,
  (block) => block,
  (block) => block,
  (block) => `* ${indent(block, '  ').trimStart()}`,
  (block) => `1. Mars\n\n${indent(block, '   ')}\n\n2. Venus`,
  (block) => indent(block, '   '),
  (block) => `term\n${indent(block, '   ')}`,
  (block) => `:field: ${indent(block, '   ').trimStart()}`,
  (block) => `-a  ${indent(block, '    ').trimStart()}`,
  (block) => `.. note::\n\n${indent(block, '   ')}`,
  (block) => `.. [1] ${indent(block, '   ').trimStart()}\n\nSee [1]_.`,
  (block) => `.. class:: big\n\n${indent(block, '   ')}`,
  (block) => `.. figure:: x.png\n\n   Caption\n\n${indent(block, '   ')}`,
  (block) => `.. list-table::\n\n   * - ${indent(block, '       ').trimStart()}`,
  (block) => `.. csv-table::\n\n   "${indent(block.replaceAll('"', '""'), '   ').trimStart()}"`,
  (block) => `.. table:: T\n\n${indent(block, '   ')}`,
  (block) => `.. |vega| ${block.replace(/^\.\. /, '')}\n\nThe |vega|.`,
  (block) => `.. header:: ${indent(block, '   ').trimStart()}`,
  (block) => `Mars\n====\n\nText\n${block}\n\nVenus\n=====`,
  (block) => `Mars\n====\n\n${block}`,
  (block) => `${block}\n\n${block}`,
  (block) => `| ${indent(block, '  ').trimStart()}`,
  (block) => `.. topic:: T\n\n${indent(block, '   ')}`,
  (block) => `.. sidebar:: S\n\n${indent(block, '   ')}`,
  (block) => `.. replace:: ${block}`,
  (block) => {
    const lines = block.split('\n')
    const width = Math.max(...lines.map((line) => line.length)) + 2
    const border = `+${'-'.repeat(width)}+`
    return [border, ...lines.map((line) => `| ${line.padEnd(width - 1)}|`), border].join('\n')
  },
  (block) => {
    const lines = block.split('\n')
    const width = Math.max(1, ...lines.map((line) => line.length))
    const border = `==  ${'='.repeat(width)}`
    return [border, ...lines.map((line, at) => (line ? `${at ? '  ' : 'a '}  ${line}` : '')), border].join('\n')
  },
]

const kinds = {
  directives: fc.array(directive, { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('\n\n')),
  roles,
  inline: inlineEdges,
  enumerators,
  titles: fc
    .array(fc.oneof(adornments, adornments, fc.constantFrom('Text', '', '* Io')), { minLength: 1, maxLength: 4 })
    .map((blocks) => blocks.join('\n')),
  options: optionLists,
  fields: frontMatter,
  notes,
  transforms,
  tables: fc.oneof(tableRows, gridRows),
} as const satisfies Record<string, fc.Arbitrary<string>>

/** Blocks that say something about the start or the end of a document only there. */
const unplaced = new Set(['fields', 'transforms', 'notes'])

const settings: fc.Arbitrary<ParseOptions> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        pepReferences: fc.boolean(),
        rfcReferences: fc.boolean(),
        tabWidth: fc.constantFrom(1, 4, 8),
        trimFootnoteReferenceSpace: fc.boolean(),
        rawEnabled: fc.boolean(),
        characterLevelInlineMarkup: fc.boolean(),
        idPrefix: fc.constantFrom('', 'id-', '天'),
        autoIdPrefix: fc.constantFrom('id', '%', 'auto-'),
        lineLengthLimit: fc.constantFrom(10, 40, 10_000),
        languageCode: fc.constantFrom('en', 'de', 'fr', 'es'),
      },
      { requiredKeys: [] },
    ),
  },
)

/** So many documents, the same for the same seed; equally many of each kind. */
export function probes(count: number, seed: number): Sample[] {
  const each = Math.ceil(count / Object.keys(kinds).length)
  return Object.entries(kinds).flatMap(([kind, block]) => {
    const place = unplaced.has(kind) ? fc.constant(inPlace[0]!) : fc.constantFrom(...inPlace)
    const made = fc.tuple(block, place, settings, fc.constantFrom('\n', '\n', '\n\nEnd.\n', ''))
    return fc.sample(made, { numRuns: each, seed }).map(([text, placed, options, end], index) => ({
      source: placed(text) + end,
      name: `${kind} ${index}`,
      kind,
      options,
    }))
  })
}
