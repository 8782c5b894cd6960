/** Directives and tables that are not compared with docutils: names of Sphinx and of a project, the clock, places, sizes. */
import { describe, expect, test } from 'vitest'
import {
  docutilsMessages,
  type ElementNode,
  type ParseOptions,
  parseRst,
  type RstNode,
  toPseudoXml,
} from '../../src/rst/index.ts'

function print(source: string, options?: ParseOptions): string {
  return toPseudoXml(parseRst(source, options)).split('\n').slice(1).join('\n')
}

/** All nodes of a type. */
function find(node: RstNode, type: string): RstNode[] {
  const own = node.type === type ? [node] : []
  return node.type === 'text' ? own : [...own, ...(node as ElementNode).children.flatMap((child) => find(child, type))]
}

/** The source between a node's ends. */
function sourceOf(source: string, node: RstNode): string {
  return source.slice(node.position.start.offset, node.position.end.offset)
}

test.each([
  ['fr', 'code-interprété', 'literal_block'],
  ['fr', 'bloc-interprété', 'literal_block'],
  ['fr', 'bloc-textuel', 'line_block'],
  ['fr', 'exergue', 'block_quote'],
  ['fr', 'sujet', 'topic'],
  ['de', 'kasten', 'sidebar'],
  ['de', 'zeilenblock', 'line_block'],
  ['de', 'seitenansprache', 'block_quote'],
  ['de', 'verbund', 'compound'],
  ['de', 'warnung', 'warning'],
])('in a document in the language %s, `%s` is a directive that makes `%s`', (languageCode, name, type) => {
  const argument = type === 'topic' || type === 'sidebar' ? ' Mars' : ''
  const [node] = parseRst(`.. ${name}::${argument}\n\n   Two moons\n`, { languageCode }).children
  expect(node).toMatchObject({ type })
})

test('each character of `unicode` has its own place, also if it comes twice', () => {
  const source = '.. |mars| unicode:: 0x41 0x41 U+2642\n'
  const [definition] = find(parseRst(source), 'substitution_definition')
  expect((definition as ElementNode).children.map((node) => [node.position.start.offset, sourceOf(source, node)])).toEqual([
    [20, '0x41'],
    [25, '0x41'],
    [30, 'U+2642'],
  ])
})

describe('directives of Sphinx', () => {
  test('keep content as text if it is not reStructuredText', () => {
    expect(print('.. toctree::\n   :maxdepth: 1\n   :caption: *Domes*\n\n   hale\n   keck\n')).toBe(
      '    <toctree caption="*Domes*" maxdepth="1">\n        hale\n        keck\n',
    )
    expect(print('.. code-block:: rst\n   :emphasize-lines: 1\n\n   *open\n')).toBe(
      '    <code-block argument="rst" emphasize-lines="1">\n        *open\n',
    )
  })

  test('parse content that is reStructuredText', () => {
    expect(print('.. seealso:: The `orrery`_.\n')).toContain('<reference name="orrery" refname="orrery">')
    expect(print('.. versionadded:: 2.1\n   The *second* dome.\n\n   - slit\n')).toContain('<emphasis>')
    expect(print('.. only:: html\n\n   Planets\n   =======\n\n   Mars.\n')).toContain('<section ids="planets" names="planets">')
    expect(print('.. py:function:: orbit(planet)\n\n   See orrery_.\n')).toContain('refname="orrery"')
  })

  test.each(
    'only ifconfig automodule autoclass py:module module py:class function c:struct cpp:class js:module js:function rst:role describe option envvar confval'.split(
      ' ',
    ),
  )('%s may contain sections with adornments of their own', (name) => {
    const printed = print(
      `Sky\n***\n\nDay\n===\n\n.. ${name}:: dome\n\n   Slit\n   ====\n\n   Shutter\n   *******\n\nNight\n=====\n\nDark.\n`,
    )
    expect(printed).not.toContain('system_message')
    expect(printed.match(/<section ids="(?:slit|shutter|night)"/g)).toEqual([
      '<section ids="slit"',
      '<section ids="shutter"',
      '<section ids="night"',
    ])
  })

  test.each(['seealso', 'todo', 'glossary', 'acks', 'hlist', 'versionadded'])('%s contains no sections', (name) => {
    expect(print(`.. ${name}:: 1\n\n   Slit\n   ====\n\n   Wide.\n`)).not.toContain('<section')
  })

  test('several terms of a glossary can share a definition', () => {
    const printed = print('.. glossary::\n\n   perihelion\n   *periapsis*\n      Nearest.\n\n   aphelion\n      Farthest.\n')
    expect(printed).not.toContain('system_message')
    expect(printed.match(/<term>/g)).toHaveLength(3)
    expect(printed.match(/<definition>/g)).toHaveLength(2)
  })

  test.each(['seealso', 'todo'])('%s needs content', (name) => {
    const said = (source: string) => docutilsMessages(source).map(({ line, level, message }) => ({ line, level, message }))
    expect(said(`The map.\n\n.. ${name}::\n   :class: mars\n\nThe dome.\n`)).toEqual([
      { line: 3, level: 3, message: `Content block expected for the "${name}" directive; none found.` },
    ])
    expect(said(`.. ${name}::\n   The map.\n`)).toEqual([])
    expect(said(`.. ${name}:: The map.\n`)).toEqual([])
  })

  test("take more options than docutils' own", () => {
    expect(print('.. math::\n   :label: kepler\n\n   a^3\n')).toContain('<math_block label="kepler"')
    expect(print('.. math::\n   :label: kepler\n\n   a^3\n', { sphinx: false })).toContain('unknown option: "label"')
  })

  test.each([
    ['.. toctree::\n   :depth: 2\n\n   mars\n', 'Error in "toctree" directive:\n            unknown option: "depth".'],
    ['.. toctree:: mars\n\n   venus\n', undefined],
    ['.. toctree::\n   :maxdepth: two\n\n   mars\n', 'invalid option value: (option: "maxdepth"; value: \'two\')'],
    ['.. only::\n\n   Mars.\n', '1 argument(s) required, 0 supplied.'],
    ['.. highlight:: python on mars\n', 'maximum 1 argument(s) allowed, 3 supplied.'],
    ['.. index:: mars\n\n   Text.\n', 'no content permitted.'],
    ['.. code-block:: python\n   :linenos:\n   :emphasize-lines: 1\n\n   mars()\n', undefined],
    ['.. code-block:: python\n   :emphasise-lines: 1\n\n   mars()\n', 'unknown option: "emphasise-lines".'],
    ['.. function:: orbit(mars)\n   :async:\n\n   Turns.\n', undefined],
    [
      '.. py:function:: orbit(mars)\n   :staticmethod:\n',
      'Error in "py:function" directive:\n            unknown option: "staticmethod".',
    ],
    ['.. py:orbit:: mars\n', 'Unknown directive type "py:orbit".'],
    ['.. automethod:: orbit\n   :whatever: mars\n', undefined],
    ['.. note::\n   :collapsible:\n\n   Mars.\n', undefined],
    ['.. note::\n   :foldable:\n\n   Mars.\n', 'unknown option: "foldable".'],
    ['.. versionadded:: 2.0\n   Mars.\n', undefined],
    ['.. versionadded::\n', '1 argument(s) required, 0 supplied.'],
    ['.. hlist::\n\n   * Mars\n   * Venus\n', undefined],
    ['.. hlist::\n\n   Mars\n', '.. hlist content is not a list'],
    ['.. acks::\n', '.. acks content is not a list'],
    ['.. only:: html and not (latex or draft)\n\n   Mars.\n', undefined],
    ['.. only:: html,\n\n   Mars.\n', 'exception while evaluating only directive expression: chunk after expression'],
    [
      '.. only:: html and\n\n   Mars.\n',
      "exception while evaluating only directive expression: unexpected token 'end of template'",
    ],
    ['.. only:: html and )\n\n   Mars.\n', "directive expression: unexpected ')'"],
    ['.. only:: html and 1\n\n   Mars.\n', "directive expression: unexpected token 'integer'"],
    ['.. only:: (html ,\n\n   Mars.\n', "directive expression: expected token ')', got ','"],
    ['.. only:: (html 1\n\n   Mars.\n', "directive expression: expected token ')', got 'integer'"],
    ['.. index::\n   pair: mars; moon\n   triple: a; b; c\n', undefined],
    ['.. index::\n   pair: mars\n', "invalid pair index entry 'mars'"],
    ['.. index::\n   triple: mars; moon\n', "invalid triple index entry 'mars; moon'"],
    ['.. cssclass:: wide\n\nMars.\n', undefined],
    ['.. default-domain:: c\n\n.. macro:: MARS\n', undefined],
  ])('%j says %j', (source, expected) => {
    if (expected === undefined) expect(print(source)).not.toContain('system_message')
    else expect(print(source)).toContain(expected)
  })

  test('are unknown without Sphinx', () => {
    expect(print('.. toctree::\n', { sphinx: false })).toContain('Unknown directive type "toctree".')
  })
})

test('a project can add directives', () => {
  const source = '.. orrery:: Mars\n   :speed: 2\n\n   *not parsed\n'
  expect(print(source)).toContain('Unknown directive type "orrery".')
  expect(print(source, { known: { directives: ['orrery'] }, sphinx: false })).toBe(
    '    <orrery argument="Mars" speed="2">\n        *not parsed\n',
  )
})

test('the date comes from the clock', () => {
  const clock = () => new Date(1781, 2, 13, 22, 5)
  const date = (format: string) => find(parseRst(`.. |found| date:: ${format}\n`, { clock }), 'substitution_definition')[0]!
  const text = (node: RstNode) => ((node as ElementNode).children[0] as { value: string }).value
  expect(text(date(''))).toBe('1781-03-13')
  expect(text(date('%A, %d %B %Y, %H:%M; day %j, week %V, %Q'))).toBe('Tuesday, 13 March 1781, 22:05; day 072, week 11, %Q')
})

describe('places', () => {
  test('of text in the cells of tables', () => {
    const sources = [
      '+------+-------+\n| Io   | *hot* |\n|      |       |\n| 火山 | Loki  |\n+------+-------+\n',
      '=====  ======\nIo     *hot*\n\tLoki\n=====  ======\n',
      '.. csv-table::\n\n   Io, "*hot*, ""Loki"""\n   "two\n   lines", 火山\n',
      '.. list-table::\n\n   * - Io\n     - *hot*\n',
    ]
    for (const source of sources) {
      const texts = find(parseRst(source), 'text') as { value: string }[]
      expect(texts.length).toBeGreaterThan(1)
      for (const node of texts) {
        const written = sourceOf(source, node as RstNode)
        // Other cells are between the lines of a cell, and quotes in a field are doubled.
        if (!node.value.includes('\n') && !node.value.includes('"')) expect(written).toBe(node.value)
        else expect(written.startsWith(node.value.split(/[\n"]/)[0]!)).toBe(true)
      }
    }
  })

  test('of arguments, options and content', () => {
    const source = '.. sidebar:: The *dome*\n   :subtitle: of |Hale|\n\n   Opens at *dusk*.\n'
    const document = parseRst(source)
    expect(find(document, 'title').map((node) => sourceOf(source, node))).toEqual(['The *dome*'])
    expect(find(document, 'subtitle').map((node) => sourceOf(source, node))).toEqual(['of |Hale|'])
    expect(find(document, 'paragraph').map((node) => sourceOf(source, node))).toEqual(['Opens at *dusk*.'])
    expect(find(document, 'sidebar').map((node) => sourceOf(source, node))).toEqual([source.trimEnd()])
  })
})

test('very long directives and tables are parsed', () => {
  const many = 150_000
  const sources = [
    `.. code::\n   :number-lines:\n\n${'   x\n'.repeat(many)}`,
    `.. parsed-literal::\n\n${'   *x* y\n'.repeat(many)}`,
    `.. csv-table::\n\n   ${','.repeat(many)}\n${'   x\n'.repeat(1000)}`,
    `.. class:: ${'x '.repeat(many)}\n\n   Mars\n`,
    `+-${'+'.repeat(500)}-+\n`.repeat(500),
    `===  ===\n${'x    y\n'.repeat(many)}===  ===\n`,
  ]
  for (const source of sources) expect(parseRst(source, { lineLengthLimit: 1e9, sphinx: false }).type).toBe('document')
})
