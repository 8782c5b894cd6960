/** Markdown that its parser would take minutes for is not read, and the reason is said. */
import { expect, test } from 'vitest'
import { markdownToRst } from '../../src/document/index.ts'

const refused = (markdown: string) => {
  const { rst, problems } = markdownToRst(markdown)
  return rst === '' ? problems : []
}

test.each([
  ['long', 'Mars.\n\n'.repeat(30_000), '210000 characters are too many; at most 200000 are read'],
  ['with a long line', 'Mars, '.repeat(2000), 'A line of more than 10000 characters'],
  ['with open brackets', '['.repeat(5000), 'More than 200 open brackets in a paragraph'],
  ['with open brackets on lines', 'Mars [and\n'.repeat(10_000), 'More than 200 open brackets in a paragraph'],
  ['with nested quotations', '>'.repeat(5000), 'More than 100 levels of nesting'],
  ['with lists nested on a line', `${'* '.repeat(1000)}Mars`, 'More than 100 levels of nesting'],
  ['with numbers nested on a line', `${'1. '.repeat(1000)}Mars`, 'More than 100 levels of nesting'],
  [
    'with nested lists',
    Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}* Mars`).join('\n'),
    'More than 100 levels of nesting',
  ],
])('Markdown %s', (_, markdown, message) => {
  expect(refused(markdown)).toEqual([{ offset: 0, endOffset: 1, message }])
})

test.each([
  ['brackets that are closed', '[Mars] '.repeat(300)],
  ['brackets in many paragraphs', '[Mars\n\n'.repeat(300)],
  ['transitions', `${'-'.repeat(300)}\n\n${'* '.repeat(1)}Mars`],
  ['indented code', `    ${' '.repeat(300)}Mars`],
])('%s are read', (_, markdown) => {
  expect(refused(markdown)).toEqual([])
})
