/** What holds for every text that is typed: findings are those of the command line, and no question makes the server fail. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Folder, folder, projects, telescopes } from '../cli/run.ts'
import { edited } from '../conformance/edits.ts'
import { fixtures } from '../conformance/samples.ts'
import { type Client, client } from './client.ts'

const name = 'goals/orbit.rst'

let place: Folder
let editor: Client
beforeAll(async () => {
  place = folder({
    'reference/projects.yaml': projects,
    'goals/orbit.yaml': 'title: Point every telescope by one star catalog\n',
  })
  editor = await client(place.path)
})

/** A change as it is typed: where, how many characters go, and what comes. */
const keys = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  text: fc.constantFrom(
    '',
    '\n',
    '\n\n',
    '* Mars\n',
    '   ',
    '`',
    '_',
    '::',
    '.. note:: Venus\n',
    '====\n',
    'ö',
    '🪐',
    '\t',
    '\r\n',
  ),
})

interface Found {
  ruleId: string
  severity: string
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What the command line finds in a text: places as `line:column-line:column`. */
async function foundByCommand(text: string): Promise<string[]> {
  place.write(name, text)
  const { out } = await place.goaldoc(['check', name, '--format', 'json', '--all'])
  const { files } = JSON.parse(out) as { files: { path: string; diagnostics: Found[] }[] }
  return files.flatMap(({ path, diagnostics }) =>
    path === name
      ? diagnostics.map(
          (one) => `${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.severity} ${one.message} (${one.ruleId})`,
        )
      : [],
  )
}

const severities = ['', 'error', 'warning', 'info']
const asCommand = ({ range: { start, end }, severity, message, code }: Diagnostic) =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${severities[severity!]} ${message} (${code})`

test('after any keys, the findings are those of the command line', async () => {
  for (const changes of fc.sample(fc.array(keys, { minLength: 1, maxLength: 8 }), { numRuns: 25, seed: 17 })) {
    let found = editor.open(name, telescopes)
    for (const { at, removed, text } of changes) {
      const now = TextDocument.create('', '', 0, editor.textOf(name))
      const offset = Math.floor(at * now.getText().length)
      // Nobody waits for the findings of each key.
      found = editor.type(name, { at: { start: now.positionAt(offset), end: now.positionAt(offset + removed) }, text })
    }
    expect((await found).map(asCommand)).toEqual(await foundByCommand(editor.textOf(name)))
    await editor.close(name)
  }
})

test('no question about any place of a damaged document makes the server fail', async () => {
  const samples = edited(fixtures(), 12, 19)
  const asked = ['hover', 'completion', 'definition', 'prepareRename', 'references', 'rename']
  for (const [index, { source }] of samples.entries()) {
    await editor.open(name, source)
    const document = TextDocument.create('', '', 0, source)
    for (let step = 0; step < 6; step++) {
      const position = document.positionAt(Math.floor(((step + index / samples.length) / 6) * source.length))
      const rest = { position, context: { includeDeclaration: true }, newName: 'Mars' }
      await Promise.all(asked.map((method) => editor.ask(`textDocument/${method}`, name, rest)))
      await editor.actions(name, { start: position, end: position })
    }
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink']) await editor.ask(`textDocument/${method}`, name)
    await editor.close(name)
  }
  expect(samples.length).toBe(12)
})
