/** An edit of the reStructuredText that Markdown was written as goes back into the Markdown, or nowhere. */
import { expect, test } from 'vitest'
import { editedMarkdown, markdownToRst } from '../../../src/document/index.ts'

const source = 'Every *map* has a [size](https://maps.example/scale).\n\n- Mars, and `Io`\n- Venus\n'
const rst = markdownToRst(source).rst

test.each<[string, string, string, string]>([
  ['the text of a link', 'size <', 'width <', source.replace('[size]', '[width]')],
  ['an address', 'maps.example/scale', 'maps.example/ruler', source.replace('/scale', '/ruler')],
  ['emphasis in other words', '*map*', '*new map*', source.replace('*map*', '*new map*')],
  ['words at the end', 'Venus', 'Venus and Earth', source.replace('Venus', 'Venus and Earth')],
  ['text that is gone', 'Mars, and ', '', source.replace('Mars, and ', '')],
  ['emphasis that is new', 'Venus', '**Venus**', source.replace('Venus', '**Venus**')],
  ['a literal that is new', 'Venus', '``Venus``', source.replace('Venus', '``Venus``')],
])('%s', (_, old, other, expected) => {
  const edited = editedMarkdown(source, rst, rst.replace(old, other))
  expect(edited).toBe(expected)
  expect(markdownToRst(edited!).rst).toBe(rst.replace(old, other))
})

test.each<[string, string, string]>([
  ['an item, which has another mark', '* Venus', '* Venus\n* Earth'],
  ['a directive', 'Every', '.. note:: Every'],
])('%s that Markdown writes differently is not guessed', (_, old, other) => {
  expect(editedMarkdown(source, rst, rst.replace(old, other))).toBeUndefined()
})

test('an edit of which nobody knows the place is not guessed', () => {
  const twice = '[Io](https://maps.example/Io)\n'
  const said = markdownToRst(twice).rst
  expect(editedMarkdown(twice, said, said.replace('Io <', 'Europa <'))).toBeUndefined()
  expect(editedMarkdown(twice, 'Something else', 'Something new')).toBeUndefined()
})
