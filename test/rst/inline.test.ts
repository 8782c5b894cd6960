/** Inline markup: the place of every node, and properties that fixtures cannot show. */
import { describe, expect, test } from 'vitest'
import { type ParseOptions, parseRst } from '../../src/rst/index.ts'
import { makeId, normalizeName } from '../../src/rst/name.ts'
import { type ElementNode, isElement, type RstNode } from '../../src/rst/tree.ts'
import { columnWidth } from '../../src/rst/width.ts'

/** The inline nodes of a one-paragraph document, as `type: source` lines, children indented. */
function places(source: string, options: ParseOptions = {}): string[] {
  const found: string[] = []
  const visit = (node: RstNode, indent: string) => {
    const { start, end } = node.position
    found.push(`${indent}${node.type}: ${source.slice(start.offset, end.offset)}`)
    if (isElement(node)) for (const child of node.children) visit(child, `${indent}  `)
  }
  for (const child of paragraph(source, options).children) visit(child, '')
  return found
}

function paragraph(source: string, options: ParseOptions = {}): ElementNode {
  return parseRst(source, { sphinx: false, ...options }).children.find((child) => child.type === 'paragraph') as ElementNode
}

describe('places', () => {
  test('the place of markup includes its start-string and end-string, that of its text does not', () => {
    expect(places('*Mars* **Io** ``x`` |Rhea|')).toEqual([
      ...['emphasis: *Mars*', '  text: Mars', 'text:  ', 'strong: **Io**', '  text: Io', 'text:  '],
      ...['literal: ``x``', '  text: x', 'text:  ', 'substitution_reference: |Rhea|', '  text: Rhea'],
    ])
  })
  test('the place of interpreted text includes its role, before or after it', () => {
    expect(places(':sup:`2` `2`:sub: :planet:`Mars`')).toEqual([
      ...['superscript: :sup:`2`', '  text: 2', 'text:  ', 'subscript: `2`:sub:', '  text: 2', 'text:  '],
      ...['problematic: :planet:`Mars`', '  text: :planet:`Mars`'],
    ])
  })
  test('the place of a reference includes its underscores', () => {
    expect(places('Mars_ `the Moon`__ [1]_ [Gal]_ |Io|_')).toEqual([
      ...['reference: Mars_', '  text: Mars', 'text:  ', 'reference: `the Moon`__', '  text: the Moon', 'text:  '],
      ...['footnote_reference: [1]_', '  text: 1', 'text:  ', 'citation_reference: [Gal]_', '  text: Gal', 'text:  '],
      ...['reference: |Io|_', '  substitution_reference: |Io|', '    text: Io'],
    ])
  })
  test('an embedded target follows its reference', () => {
    expect(places('`Mars <https://mars.example>`_, `<io_>`__')).toEqual([
      ...[
        'reference: `Mars ',
        '  text: Mars',
        'target: <https://mars.example>`_',
        'text: , ',
        'reference: `<io_>`__',
        '  text: io_',
      ],
    ])
  })
  test('the place of a standalone hyperlink does not include punctuation after it', () => {
    expect(places('See https://mars.example/\\*. Ask a@mars.example!')).toEqual([
      ...['text: See ', 'reference: https://mars.example/\\*', '  text: https://mars.example/\\*', 'text: . Ask '],
      ...['reference: a@mars.example', '  text: a@mars.example', 'text: !'],
    ])
  })
  test('markup over several lines of an indented block', () => {
    const source = '* See *the red\n  planet* and\n  :t:`Io`.\n'
    const list = parseRst(source).children[0] as ElementNode
    const nodes = ((list.children[0] as ElementNode).children[0] as ElementNode).children
    const slices = nodes.map(({ position }) => source.slice(position.start.offset, position.end.offset))
    expect(slices).toEqual(['See ', '*the red\n  planet*', ' and\n  ', ':t:`Io`', '.'])
  })
  test('tabs', () => {
    expect(places('a\t*Mars*\tb_')).toEqual([
      'text: a\t',
      'emphasis: *Mars*',
      '  text: Mars',
      'text: \t',
      'reference: b_',
      '  text: b',
    ])
  })
})

describe('roles', () => {
  const roleOf = (source: string, options: ParseOptions) => {
    const node = paragraph(source, options).children[0] as ElementNode
    return `${node.type} ${node.attributes.classes ?? ''}`
  }
  test("Sphinx' are known by name where Sphinx is", () => {
    for (const name of ['ref', 'doc', 'py:func', 'func', 'c:struct', 'index', 'math:numref', 'external+io:py:class', 'Term']) {
      expect(roleOf(`:${name}:\`Mars\``, { sphinx: true })).toBe(`inline ${name}`)
      expect(roleOf(`:${name}:\`Mars\``, { sphinx: false })).toBe('problematic ')
    }
  })
  test("docutils' own stay what they are", () => {
    expect(roleOf(':sup:`2`', { sphinx: true, known: { roles: ['sup'] } })).toBe('superscript ')
  })
  test('a project can add roles', () => {
    expect(roleOf(':repo:`x`', { sphinx: true })).toBe('problematic ')
    expect(roleOf(':repo:`x`', { sphinx: true, known: { roles: ['repo'] } })).toBe('inline repo')
  })
  test('a role of the `role` directive exists only in its document', () => {
    parseRst('.. role:: planet\n\n:planet:`Mars`')
    expect(roleOf(':planet:`Mars`', {})).toBe('problematic ')
  })
})

describe('names', () => {
  test.each([
    ['Red Planet', 'red-planet'],
    ['  A__b..c ', 'a-b-c'],
    ['1st Moon 2', 'st-moon-2'],
    ['Straße Ærø Łódź', 'strasze-aero-lodz'],
    ['日本', ''],
    ['ﬁⅧ', 'fiviii'],
    ['-1-', ''],
  ])('identifier of %j', (name, id) => {
    expect(makeId(name)).toBe(id)
  })
  test('every run of white space becomes one space', () => {
    expect(normalizeName(' The\u00a0 Red\n\u3000Planet\x1f')).toBe('the red planet')
  })
})

test.each([
  ['Mars', 4],
  ['火星', 4],
  ['ｱ', 1],
  ['Ａ', 2],
  ['e\u0301', 1],
  ['\u302a', 1],
  ['😀', 2],
  ['𠀀x', 3],
])('columns of %j', (text, width) => {
  expect(columnWidth(text)).toBe(width)
})
