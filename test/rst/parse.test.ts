import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import {
  docutilsMessages,
  type ElementNode,
  isElement,
  parseRst,
  type RstNode,
  rstParse,
  toPseudoXml,
} from '../../src/rst/index.ts'

function find(node: RstNode, type: string): ElementNode[] {
  if (!isElement(node)) return []
  return [...(node.type === type ? [node] : []), ...node.children.flatMap((child) => find(child, type))]
}

function sourceOf(source: string, node: ElementNode): string {
  return source.slice(node.position.start.offset, node.position.end.offset)
}

describe('parseRst', () => {
  test('gives every block its place in the source', () => {
    const source = 'Mars\n====\n\nTwo moons:\n\n- Phobos\n- Deimos\n  is smaller\n\n\nVenus\n=====\n\nNone.\n'
    const document = parseRst(source)
    expect(find(document, 'section').map((node) => sourceOf(source, node))).toEqual([
      'Mars\n====\n\nTwo moons:\n\n- Phobos\n- Deimos\n  is smaller',
      'Venus\n=====\n\nNone.',
    ])
    expect(find(document, 'list_item').map((node) => sourceOf(source, node))).toEqual(['- Phobos', '- Deimos\n  is smaller'])
    expect(find(document, 'section')[1]!.position.start).toEqual({ line: 11, column: 1, offset: source.indexOf('Venus') })
  })

  test('maps columns behind tabs to offsets, and accepts all kinds of line ends', () => {
    const source = '-\tPhobos\r\n-\tDeimos\rMoons\u2028of Mars'
    const document = parseRst(source)
    const items = find(document, 'list_item')
    expect(items.map((node) => sourceOf(source, node))).toEqual(['-\tPhobos', '-\tDeimos'])
    expect(items.map((node) => sourceOf(source, find(node, 'paragraph')[0]!))).toEqual(['Phobos', 'Deimos'])
    expect(sourceOf(source, document.children.at(-1) as ElementNode)).toBe('Moons\u2028of Mars')
  })

  test('keeps facts about the notation in the data of nodes', () => {
    const [section] = find(parseRst('=====\nMars\n=====\n'), 'section')
    expect(section!.data).toMatchObject({
      level: 1,
      adornment: { character: '=', overline: true, underline: { start: 11, end: 16 }, overlineAt: { start: 0, end: 5 } },
    })
    expect(find(parseRst('iv. Phobos\n'), 'list_item')[0]!.data).toMatchObject({ marker: 'iv.', indent: 4, ordinal: 4 })
    expect(find(parseRst('::\n\n> quoted\n'), 'literal_block')[0]!.data).toMatchObject({ form: 'quoted', character: '>' })
  })

  test('skips a byte order mark', () => {
    const document = parseRst('\ufeffMars\n====\n')
    expect(find(document, 'title')[0]!.position.start.offset).toBe(1)
    expect(toPseudoXml(document)).toContain('<section ids="mars" names="mars">')
  })

  test('reports a substitution whose text is too long, with what was substituted in it so far', () => {
    const moons = '.. |moons| replace:: Io and Europa\n'
    const system = '.. |system| replace:: |moons| |moons| |moons| |moons|\n'
    const said = (source: string, lineLengthLimit: number) => docutilsMessages(source, { lineLengthLimit })
    const tooLong = { level: 3, message: 'Substitution definition "system" exceeds the line-length-limit.' }
    expect(said(`${moons}${system}\n|system|\n`, 54)).toMatchObject([{ ...tooLong, line: 5, position: { start: { line: 4 } } }])
    expect(said(`${moons}${system}\n|system|\n`, 55)).toEqual([])
    // The copy is longer, but not its definition at that time.
    expect(said(`|system|\n\n${system}${moons}`, 54)).toEqual([])
  })

  test('reports only that a line is too long', () => {
    expect(toPseudoXml(parseRst('Mars\n\nPhobos and Deimos\n', { lineLengthLimit: 10, path: 'moons.rst' }))).toBe(
      `<document source="moons.rst">
    <system_message level="3" source="moons.rst" type="ERROR">
        <paragraph>
            Line 3 exceeds the line-length-limit.
`,
    )
  })

  test('reads text that is nested too deeply as paragraphs', () => {
    const document = parseRst(`${'- '.repeat(500)}Mars`)
    let depth = 0
    let node = document as ElementNode
    while (node.children[0] && isElement(node.children[0])) {
      node = node.children[0]
      depth++
    }
    expect(depth).toBeLessThan(300)
    expect(JSON.stringify(node.children)).toContain('Mars')
  })

  test('is a plugin of unified', () => {
    const tree = unified().use(rstParse, { path: 'mars.rst' }).parse('Mars')
    expect(tree).toMatchObject({ type: 'document', attributes: { source: 'mars.rst' }, children: [{ type: 'paragraph' }] })
  })
})
