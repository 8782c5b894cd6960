/** Text of other people is no markup in Markdown, and no formula in a spreadsheet. */
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { formatChanges, statusFormats } from '../../src/report/index.ts'

const piece = fc.constantFrom(
  ...['<img src=x>', '<!--', '-->', '[a](b)', '![a](b)', '](c)', '[a]:', '`', '``', '```', '*', '_', '**', '~~', '~', '#', '##'],
  ...[
    '- ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '| ',
    '---',
    '===',
    '&lt;',
    '&#42;',
    '&',
    '\\',
    '    ',
    '\t',
    '\n',
    ' ',
    ':',
    '::',
    '!',
    '<',
    '>',
  ],
  ...['Mars', 'R&D', '火星', '1', 'x;y', '=1+2', '@sum', '-2+3', '+1', '＝1', '"', ',', ';'],
)
const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))

const reader = unified().use(remarkParse).use(remarkGfm)

/** The types of the nodes of a Markdown text, and the text of its headings, paragraphs and code, without spaces. */
function readMarkdown(markdown: string) {
  const types = new Set<string>()
  let said = ''
  const visit = (node: { type: string; value?: string; children?: unknown[] }) => {
    types.add(node.type)
    said += node.value ?? ''
    for (const child of node.children ?? []) visit(child as typeof node)
  }
  visit(reader.parse(markdown))
  return { types: [...types], said: said.replace(/\s/g, '') }
}

/** What is left of a text: line ends and commands to a runner become replacement characters. */
const bare = (written: string) => written.replace(/[\s\ufffd:#]/g, '')

const commit = { day: '2027-02-01', commit: '0'.repeat(40) }
const goalWith = (path: string, title: string, team: string, by: string, url: string) => {
  const answer = { name: team, status: 'planned' as const, since: { ...commit, by }, last: { ...commit, by } }
  const changes = { state: 'open', day: '2027-02-01', url }
  return { path, title, isOver: false, counts: {}, teams: [{ ...answer, changes, deliverables: [] }], missing: [team] }
}
const statusAs = (name: string, goal: ReturnType<typeof goalWith>) =>
  statusFormats.find((format) => format.name === name)!.format({ version: 1, goals: [goal], counts: {} } as never)

test('the status in Markdown has no markup of others', () => {
  fc.assert(
    fc.property(text, text, text, text, text, (path, title, team, by, url) => {
      const { types, said } = readMarkdown(
        statusAs('markdown', goalWith(path, title, team, by, `https://planets.example/${url}`)),
      )
      expect(types.sort()).toEqual(['heading', 'inlineCode', 'link', 'list', 'listItem', 'paragraph', 'root', 'text'])
      for (const part of [title, path, team, by]) expect(bare(said)).toContain(bare(part))
    }),
  )
})

test('changes in Markdown have no markup of others', () => {
  fc.assert(
    fc.property(text, text, text, text, text, (path, title, name, before, after) => {
      const change = { kind: 'changed' as const, of: name, before, after }
      const goal = { path, title, kind: 'changed' as const, criteria: [change], text: [change] }
      const teams = [{ name, kind: 'renamed' as const, was: before, changes: [change] }]
      const report = { version: 1 as const, from: 'HEAD', to: 'HEAD', goals: [{ ...goal, teams }] }
      const { types, said } = readMarkdown(formatChanges(report as never, 'markdown'))
      expect(types.sort()).toEqual(['heading', 'inlineCode', 'list', 'listItem', 'paragraph', 'root', 'text'])
      for (const part of [title, path, name, before, after]) expect(bare(said)).toContain(bare(part))
    }),
  )
})

test('no cell of the status as CSV is a formula, whatever separates the cells', () => {
  fc.assert(
    fc.property(text, text, text, (path, team, by) => {
      const csv = statusAs('csv', goalWith(path, 'Mars', team, by, ''))
      for (const separator of [',', ';', '\t'])
        for (const cell of cellsOf(csv, separator)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/)
    }),
  )
})

/** The cells of a table, as a spreadsheet reads them. */
function cellsOf(csv: string, separator: string): string[] {
  const cells = ['']
  let isQuoted = false
  const characters = [...csv]
  for (const [at, character] of characters.entries()) {
    if (character === '"') {
      // A second quote inside of quotes stands for one.
      if (!isQuoted && characters[at - 1] === '"') cells[cells.length - 1] += character
      isQuoted = !isQuoted
    } else if (!isQuoted && (character === separator || character === '\n')) cells.push('')
    else cells[cells.length - 1] += character
  }
  return cells
}
