import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../seed.ts'
import { parseRst } from '../../src/rst/index.ts'
import { splitLines } from '../../src/rst/lines.ts'
import { isWhitespace } from '../../src/rst/whitespace.ts'

/** The line ends of Python's `splitlines()`, except vertical tab and form feed. */
const lineEnds = ['\n', '\r\n', '\r', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029']

/** A line as docutils reads it: tabs expanded, vertical tabs and form feeds as spaces, no white space at its end. */
function expanded(raw: string): string {
  let text = ''
  for (const character of raw) {
    if (character === '\t') text += ' '.repeat(8 - (text.length % 8))
    else text += character === '\v' || character === '\f' ? ' ' : character
  }
  return text.replace(/ +$/, '')
}

test('white space is what `str.isspace` of Python says', () => {
  const python = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
  const codes = Array.from({ length: 0x10000 }, (_, code) => code)
  expect(codes.filter(isWhitespace)).toEqual(codes.filter((code) => python.test(String.fromCharCode(code))))
})

describe('lines', () => {
  test('are those of Python, at their offsets, whatever ends them', () => {
    const piece = fc.constantFrom(...lineEnds, '\t', '\v', '\f', ' ', 'Mars', 'Deimos é')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('')
        const wanted: { text: string; start: number }[] = []
        let start = 0
        for (const { 0: end, index } of source.matchAll(/\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]|$/g)) {
          if (index > start || end !== '') wanted.push({ text: expanded(source.slice(start, index)), start })
          start = index + end.length
        }
        expect(splitLines(source).map((line) => ({ text: line.text, start: line.start }))).toEqual(wanted)
      }),
      { numRuns: 500 },
    )
  })

  test('are joined by line feeds in a paragraph, whatever ends them and whatever white space is before that', () => {
    const line = fc.tuple(
      fc.constantFrom('Mars', 'Phobos', 'has moons'),
      fc.constantFrom('', ' ', '\t'),
      fc.constantFrom(...lineEnds),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (parts) => {
        const source = parts.flat().join('')
        const [paragraph, ...others] = parseRst(source).children
        const texts = parts.map(([text]) => text)
        const end = source.length - parts.at(-1)!.slice(1).join('').length
        expect(others).toEqual([])
        expect(paragraph).toMatchObject({
          type: 'paragraph',
          children: [{ type: 'text', value: texts.join('\n'), position: { start: { offset: 0 }, end: { offset: end } } }],
        })
      }),
      { numRuns: 300 },
    )
  })
})
