/** Markup that leaks is found wherever text can stand: each kind, planted in each place, is one finding, right there. */
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint/index.ts'

/** Text with one slip in it, the slip's own text, and the rule that is about it. */
const leaks: Readonly<Record<string, { text: string; slip: string; rule: string }>> = {
  'a literal directly after a word': { text: 'opens the``dome`` now', slip: '``dome``', rule: 'misread/markup-as-text' },
  'a literal behind a sign': { text: 'opens (dome=``shut``) now', slip: '``shut``', rule: 'misread/markup-as-text' },
  'a literal that begins with a space': { text: 'opens `` dome`` now', slip: '`` dome``', rule: 'misread/markup-as-text' },
  'strong text directly after a word': { text: 'opens it**slowly** now', slip: '**slowly**', rule: 'misread/markup-as-text' },
  'single backticks directly after a word': { text: 'opens the`dome` now', slip: '`dome`', rule: 'misread/markup-as-text' },
  'single backticks directly after a word, and a space': {
    text: 'opens it` dome` now',
    slip: '` dome`',
    rule: 'misread/markup-as-text',
  },
  'a role with two backticks': { text: 'opens :repo:``sky/dome`` now', slip: ':repo:', rule: 'misread/markup-as-text' },
  'a role whose text begins with a space': {
    text: 'opens :repo:` sky/dome` now',
    slip: ':repo:` sky/dome`',
    rule: 'misread/markup-as-text',
  },
  'a link without a start': { text: 'read log <https://a.example>`__ now', slip: '`__', rule: 'misread/markup-as-text' },
  'a literal that goes on': {
    text: 'all ``dome``s and ``disk`` turn',
    slip: '``dome``s and ``disk``',
    rule: 'misread/markup-swallowed',
  },
  'a literal in strong text': {
    text: 'then **opens ``dome`` now** here',
    slip: '**opens ``dome`` now**',
    rule: 'misread/markup-swallowed',
  },
  'a role with one backtick too many': {
    text: 'opens :repo:`sky/dome`` now',
    slip: ':repo:`sky/dome``',
    rule: 'misread/markup-swallowed',
  },
  'a role without its colon': { text: 'opens repo:`sky/dome` now', slip: 'repo:`sky/dome`', rule: 'misread/role-without-colon' },
  'a role without backticks': { text: 'opens :repo:sky/dome now', slip: ':repo:sky/dome', rule: 'misread/role-without-backtick' },
  'a link of Markdown': {
    text: 'read [log](https://a.example) now',
    slip: '[log](https://a.example)',
    rule: 'misread/markdown-link',
  },
  'a link without underscore': {
    text: 'read `log <https://a.example>` now',
    slip: '`log <https://a.example>`',
    rule: 'misread/link-without-underscore',
  },
  'single backticks': { text: 'opens `dome` now', slip: '`dome`', rule: 'misread/default-role' },
  'a word twice': { text: 'opens the the dome now', slip: 'the', rule: 'style/repeated-word' },
  'one slash': { text: 'read https:/a.example/log now', slip: 'https:/a.example/log', rule: 'link/bad-url' },
}

const line = (length: number, character: string) => character.repeat(length)

/** Documents with the text in one of the places where text can stand. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a paragraph': (text) => `Dusk ${text}.\n`,
  'a second line': (text) => `Dusk comes\nand ${text}.\n`,
  'a title': (text) => `Dusk ${text}\n${line(text.length + 5, '=')}\n\nIt gets dark.\n`,
  'a title below an overline': (text) =>
    `${line(text.length + 5, '=')}\nDusk ${text}\n${line(text.length + 5, '=')}\n\nIt gets dark.\n`,
  'an item of a list': (text) => `* Dusk ${text}\n* Dawn\n`,
  'a nested item': (text) => `1. Night\n\n   - Dusk ${text}\n   - Dawn\n`,
  'a term': (text) => `Dusk ${text}\n   It gets dark.\n`,
  'a classifier': (text) => `Dusk : ${text}\n   It gets dark.\n`,
  'a definition': (text) => `Dusk\n   It ${text}.\n`,
  'the body of a field': (text) => `Night\n=====\n\nIt falls.\n\n:dusk: It ${text}.\n`,
  'an option': (text) => `-d  It ${text}.\n`,
  'a line block': (text) => `| Dusk ${text}\n| Dawn\n`,
  'a block quote': (text) => `Dusk:\n\n    It ${text}.\n`,
  'an attribution': (text) => `Dusk:\n\n    It gets dark.\n\n    -- Who ${text}\n`,
  'a footnote': (text) => `Dusk [1]_.\n\n.. [1] It ${text}.\n`,
  'a citation': (text) => `Dusk [Mars]_.\n\n.. [Mars] It ${text}.\n`,
  'a note': (text) => `.. note:: Dusk ${text}.\n`,
  'the title of an admonition': (text) => `.. admonition:: Dusk ${text}\n\n   It gets dark.\n`,
  'a topic': (text) => `.. topic:: Dusk ${text}\n\n   It gets dark.\n`,
  'a rubric': (text) => `.. rubric:: Dusk ${text}\n`,
  'a caption': (text) => `.. figure:: dusk.png\n   :alt: Dusk\n\n   Dusk ${text}.\n`,
  'a legend': (text) => `.. figure:: dusk.png\n   :alt: Dusk\n\n   Dusk.\n\n   It ${text}.\n`,
  'the title of a table': (text) => `.. table:: Dusk ${text}\n\n   ===== =====\n   Mars  Venus\n   ===== =====\n`,
  'a cell of a grid table': (text) => {
    const border = `+------+${line(text.length + 2, '-')}+------+\n`
    return `${border}| Dusk | ${text} | Dawn |\n${border}`
  },
  'a second line of a cell': (text) => {
    const border = `+------+${line(text.length + 2, '-')}+------+\n`
    return `${border}| Dusk | ${'It'.padEnd(text.length)} | Dawn |\n|      | ${text} |      |\n${border}`
  },
  'a cell of a simple table': (text) => {
    const border = `====  ${line(text.length, '=')}  ====\n`
    return `${border}Dusk  ${text}  Dawn\n${border}`
  },
  'a cell of a list table': (text) => `.. list-table::\n\n   * - Dusk\n     - It ${text}\n`,
  'a cell of a CSV table': (text) => `.. csv-table::\n\n   Dusk, "It ${text}"\n`,
}

describe.each(Object.entries(leaks))('%s', (_leak, { text, slip, rule }) => {
  it.each(Object.entries(places))('in %s is one finding there', (_place, documentWith) => {
    const source = documentWith(text)
    // Of a repeated word it is the second one that is too many.
    const offset = rule === 'style/repeated-word' ? source.lastIndexOf(`${slip} dome`) : source.indexOf(slip)
    const found = lint(source, { path: 'goals/orbit/telescopes.rst' })
    expect(
      found.map((diagnostic) => [diagnostic.ruleId, diagnostic.offset, source.slice(diagnostic.offset, diagnostic.endOffset)]),
    ).toEqual([[rule, offset, slip]])
  })
})
