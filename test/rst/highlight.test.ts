/** Code taken apart. What docutils prints stands in test/fixtures/rst/highlight-*.txt; here is what holds for any code. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/rst/highlight/index.ts'
import { type ElementNode, isElement, parseRst, type RstNode } from '../../src/rst/index.ts'

const languages = ['python', 'console', 'bash', 'yaml', 'ini', 'json', 'diff', 'latex', 'rst', 'text', 'cobol']

/** What means something in one of the languages, and what never does. */
const pieces =
  'mars venus 687 1.5e3 é 🪐 \\ " \' """ f" { } ( ) [ ] $ $( $(( ${ ` # ; : = == - --- > << <<END % %s @ ! & * | > ? , . .. ' +
  'if in def class import from match case _ echo true null diff +++ @@ // /* */ :: .. _mars: \\frac $ '
const piece = fc.oneof(
  fc.constantFrom(...pieces.split(' '), ' ', '  ', '\n', '\n\n', '\n  ', '$ ', '> '),
  fc.string({ unit: 'binary' }),
)
const code = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''))

describe.each(languages)('%s', (language) => {
  test('the parts are the code', () => {
    fc.assert(fc.property(code, (text) => textOf(highlight(text, language)!) === text))
  })

  test('neighbours differ', () => {
    fc.assert(
      fc.property(code, (text) => {
        const kinds = highlight(text, language)!.map(({ classes }) => classes.join(' '))
        return kinds.every((kind, i) => i === 0 || kind !== kinds[i - 1])
      }),
    )
  })
})

test('names of languages have no case', () => {
  expect(highlight('orbit', 'Python')).toEqual(highlight('orbit', 'python'))
})

test('a language that nobody knows', () => {
  expect(highlight('orbit', 'martian')).toBeUndefined()
  expect(highlight('orbit', 'constructor')).toBeUndefined()
})

test('a language that is known by its name only stays one piece', () => {
  expect(highlight("DISPLAY 'MARS'.", 'cobol')).toEqual([{ text: "DISPLAY 'MARS'.", classes: [] }])
})

test('every part has its place in the source', () => {
  const source =
    'Planets\n\n  .. code:: python\n\n     def orbit():\n         """Round\n         and round."""\n         return "%d days" % 687\n'
  const parts = inlines(parseRst(source))
  expect(parts.length).toBeGreaterThan(10)
  for (const { position, children } of parts) {
    const text = children.map((child) => (isElement(child) ? '' : child.value)).join('')
    const there = source.slice(position.start.offset, position.end.offset).replace(/\n {5}/g, '\n')
    expect(there).toBe(text)
  }
})

function textOf(parts: readonly { text: string }[]): string {
  return parts.map(({ text }) => text).join('')
}

function inlines(node: RstNode): ElementNode[] {
  if (!isElement(node)) return []
  return [...(node.type === 'inline' ? [node] : []), ...node.children.flatMap(inlines)]
}
