/** Documents that nobody wrote: pieces of every construct, put together well and badly, from fast-check. */
import fc from 'fast-check'
import type { Sample } from './oracle.ts'

const words = ['Mars', 'orbit', 'the', 'dome', 'of', 'Vega', 'mirror', 'a', 'i', 'Ceres', 'dust', '天文台', 'e.g.', 'x1', 'naïve']
const word = fc.constantFrom(...words)

const name = fc.constantFrom('mars', 'Vega', 'dome', 'two words', '1', 'a:b', '#', '#dome', '*', 'CIT2020')

const inlinePiece = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 1, arbitrary: word.map((it) => `*${it}*`) },
  { weight: 1, arbitrary: word.map((it) => `**${it}**`) },
  { weight: 1, arbitrary: word.map((it) => `\`\`${it}\`\``) },
  { weight: 1, arbitrary: word.map((it) => `\`${it}\``) },
  { weight: 1, arbitrary: name.map((it) => `\`${it}\`_`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('mars_', 'dome__', '`a b`__', '_`spot`', '|vega|', '|vega|_', '[1]_', '[#]_', '[#dome]_', '[*]_'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(':emphasis:`x`', '`x`:strong:', ':unheard:`x`', ':sub:`2`', '`Mars <http://mars.example/>`_'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('http://mars.example/a_b?c=d.', 'dome@vega.example', '<https://vega.example>', 'mailto:a@b.cd'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '*',
      '**',
      '`',
      '``',
      '|',
      '_`',
      '_',
      '__',
      '\\',
      '\\*',
      '\\ ',
      '[',
      ']_',
      '"*"',
      "('*')",
      ':',
      '::',
      '<',
      '>',
    ),
  },
)
const sentence = fc.array(inlinePiece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(' '))
const adornment = fc.constantFrom('=', '-', '~', '^', '"', '*', '.')

const indent = (text: string, by: string) =>
  text
    .split('\n')
    .map((line) => (line ? by + line : line))
    .join('\n')
const hanging = (marker: string, text: string) => marker + indent(text, ' '.repeat(marker.length)).slice(marker.length)

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const marker = fc.constantFrom(
  '* ',
  '- ',
  '+ ',
  '• ',
  '1. ',
  '2. ',
  '#. ',
  'a. ',
  'B) ',
  '(i) ',
  'ii. ',
  '(3) ',
  'C. ',
  '1) ',
  '-  ',
)
const title = fc.tuple(sentence, adornment, fc.nat({ max: 2 }), fc.boolean()).map(([text, character, less, over]) => {
  const line = character.repeat(Math.max(1, text.length - less))
  return over ? `${line}\n${text}\n${line}` : `${text}\n${line}`
})
const explicit = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('', ' http://mars.example/', ' vega_', ' `two words`_', '\n   http://a.example/\n   b'))
    .map(([it, to]) => (it.includes(':') ? `.. _\`${it}\`:${to}` : `.. _${it}:${to}`)),
  fc.constantFrom(
    '.. __: http://vega.example/',
    '__ http://mars.example/',
    '.. _: x',
    '__ dome_',
    '..',
    '.. ',
    '.. comment',
    '..\n   block',
  ),
  fc.tuple(name, sentence).map(([it, text]) => `.. [${it}] ${text}`),
  fc.constantFrom(
    '.. |vega| replace:: a *star*',
    '.. |vega| image:: vega.png',
    '.. |vega|',
    '.. |dome| unicode:: 0xA9 x',
    '.. |vega| date::',
  ),
)
const directive = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('note', 'tip', 'warning', 'admonition', 'topic', 'sidebar', 'rubric', 'container', 'compound', 'epigraph'),
      sentence,
      paragraph,
    )
    .map(([it, argument, body]) => `.. ${it}:: ${argument}\n\n${indent(body, '   ')}`),
  fc.constantFrom(
    '.. note::',
    '.. image:: mars.png\n   :alt: Mars\n   :width: 50%',
    '.. figure:: m.png\n\n   Caption\n\n   Legend',
    '.. class:: big',
    '.. unheard:: x',
    '.. code:: \n\n   a = 1',
    '.. math::\n\n   a+b',
    '.. contents::',
    '.. image::\n   :width: x',
    '.. note:: a\n   :class: b\n\n   c',
    '.. parsed-literal::\n\n   *a*',
    '.. raw:: html\n\n   <br>',
    '.. default-role:: strong',
    '.. role:: red',
    '.. include:: x',
    '.. title:: Sky',
    '.. table:: T\n\n   == ==\n   a  b\n   == ==',
    '.. csv-table::\n\n   a,b',
    '.. list-table::\n\n   * - a\n     - b',
    '.. meta::\n   :a: b',
  ),
)
const table = fc.constantFrom(
  '=== ===\n a   b\n=== ===\n 1   2\n=== ===',
  '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+',
  '+---+---+\n| a     |\n+---+---+\n| 1 | 2 |\n+---+---+',
  '=====  ==\n a b c d\n=====  ==',
  '+---+\n| a |\n+--+',
  '=== ===\n a   b\n',
  '== ==  ==\n a  b\n-----  --\n c  d  e\n== ==  ==',
)
const simple = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 3, arbitrary: title },
  { weight: 3, arbitrary: explicit },
  { weight: 2, arbitrary: directive },
  { weight: 1, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '----',
      '=====',
      '...',
      '****',
      '>>> 1 + 1\n2',
      '| a\n| b\n|   c',
      '|',
      '-- Kepler',
      '::',
      'x::',
      'x ::',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '-a  all\n-b FILE  some\n--long=X  more',
      '/V  slash',
      '--only',
      '-x, --ex  both\n\n   more',
      ':a: b',
      ':a b:\n  c',
      ':a:b: c',
    ),
  },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([term, body]) => `${term}\n   ${body}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'term : kind\n  text',
      'a : b : c\n   d\ne\n   f',
      '> quoted\n> more',
      'Text::\n\n  literal\n   more',
      'Text::\n\n> q\n> r',
      'Text::\n\n* q\n+ r',
    ),
  },
)

/** A block in double quotes, for a cell of a CSV table. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
/** Blocks side by side in a grid table. */
function gridOf(cells: readonly string[]): string {
  const lines = cells.map((text) => text.split('\n'))
  const widths = lines.map((each) => Math.max(...each.map((line) => line.length)) + 1)
  const height = Math.max(...lines.map((each) => each.length))
  const border = `+${widths.map((width) => '-'.repeat(width + 1)).join('+')}+`
  const rows = Array.from({ length: height }, (_, row) =>
    lines.map((each, column) => `| ${(each[row] ?? '').padEnd(widths[column]!)}`).join(''),
  )
  return [border, ...rows.map((row) => `${row}|`), border].join('\n')
}

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: simple },
    {
      weight: 2,
      arbitrary: fc
        .tuple(marker, fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
        .map(([it, inner]) => hanging(it, inner.join('\n\n'))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(' ', '  ', '    ', '\t'), tie('block')).map(([by, inner]) => indent(inner, by)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(marker, fc.array(tie('block'), { minLength: 2, maxLength: 3 }))
        .map(([it, inner]) => inner.map((each) => hanging(it, each)).join('\n')),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(':place: ', ':a: ', '.. note:: ', '.. [1] ', '.. '), tie('block'))
        .map(([it, inner]) => it + indent(inner, '   ').trimStart()),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('grid', 'csv', 'list'), fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
        .map(([kind, cells]) => {
          if (kind === 'grid') return gridOf(cells)
          if (kind === 'csv') return `.. csv-table::\n\n${indent(cells.map(quoted).join(','), '   ')}`
          return `.. list-table::\n\n${cells.map((cell) => indent(hanging('* - ', cell), '   ')).join('\n')}`
        }),
    },
  ),
})).block

/** Blocks mostly with, sometimes without the blank lines that belong between them. */
const grammarMade = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n')), { minLength: 1, maxLength: 8 })
  .map((blocks) => blocks.map(([text, end]) => text + end).join(''))

const character = fc.constantFrom(
  ...'*`_|[]:.#-=+~<>\\"\'()/ \n\n\n  \t',
  ...'ab1A',
  '..',
  ' ',
  '::',
  '.. ',
  '\n\n',
  '\n  ',
  '天',
  'é',
  '\u0301',
  '—',
  '“',
  '”',
  '\u00a0',
)
const noise = fc.array(character, { maxLength: 80, size: 'max' }).map((pieces) => pieces.join(''))

/** A document without any sense; `anything` takes all of Unicode. */
export const anything = fc.oneof(
  noise,
  fc.string({ unit: 'binary', maxLength: 60, size: 'max' }),
  fc.string({ maxLength: 60, size: 'max' }),
)
/** A document made of constructs. */
export const constructs = grammarMade

/** So many invented documents, the same for the same seed: three of four made of constructs, the others noise. */
export function inventions(count: number, seed: number): Sample[] {
  const made = fc.sample(constructs, { numRuns: Math.ceil((count * 3) / 4), seed })
  const random = fc.sample(noise, { numRuns: Math.floor(count / 4), seed })
  return [
    ...made.map((source, index) => ({ source, name: `construct ${index}`, kind: 'constructs' })),
    ...random.map((source, index) => ({ source, name: `noise ${index}`, kind: 'noise' })),
  ]
}
