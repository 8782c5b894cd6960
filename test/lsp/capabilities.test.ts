import { beforeAll, expect, test } from 'vitest'
import type {
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol'
import { type Folder, folder, projects, telescopes } from '../cli/run.ts'
import { type Client, client, rangeOf } from './client.ts'

const pages = {
  orbit: `.. _orbit-start:

Orbit
=====

See :doc:\`/moon\`, \`Rings\`_ and :ref:\`the rings <ring-table>\`.

.. _ring-table:

Rings
-----

All of them.
`,
  moon: 'Moon\n====\n\nSee :ref:`the start <orbit-start>` and ring_.\n\n.. _ring:\n\nA ring.\n',
}
const model = `title: Point every telescope by one star catalog
teams:
  - name: hubble
    status: planned
  - name: kepler
`

let place: Folder
let editor: Client
beforeAll(async () => {
  place = folder({
    'reference/projects.yaml': projects,
    'goals/catalog.rst': telescopes,
    'goals/catalog.yaml': model,
    'doc/source/conf.py': 'project = "planets"\n',
    'doc/source/index.rst': 'Planets\n=======\n\n.. toctree::\n\n   orbit\n   moon\n',
    'doc/source/orbit.rst': pages.orbit,
    'doc/source/moon.rst': pages.moon,
  })
  place.git('init', '-q')
  editor = await client(place.path)
  await editor.open('goals/catalog.rst', telescopes)
  await editor.open('doc/source/orbit.rst', pages.orbit)
})

const [goal, orbit, moon] = ['goals/catalog.rst', 'doc/source/orbit.rst', 'doc/source/moon.rst']
const at = (text: string, words: string, by = 1) => {
  const { line, character } = rangeOf(text, words).start
  return { position: { line, character: character + by } }
}
const shown = (locations: Location[]) =>
  locations.map(
    ({ uri, range }) => `${uri.split('/').at(-1)} ${range.start.line}:${range.start.character}-${range.end.character}`,
  )
const inModel = (line: string, yaml: string) => `In the model, goals/catalog.yaml:${line}\n\n\`\`\`yaml\n${yaml}\n\`\`\``
const labels = (items: CompletionItem[]) => items.map(({ label }) => label)

test('sections are symbols', async () => {
  const names = (symbols: DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, children }) => (children?.length ? [name, names(children)] : name))
  const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', goal)
  expect(names(symbols)).toEqual([
    [
      'Point every telescope by one star catalog',
      [
        'Gerrit Topic',
        'Completion Criteria',
        'References',
        'Current State / Anticipated Impact',
        ['Project Teams', ['hubble', 'kepler']],
      ],
    ],
  ])
  expect(symbols[0]!.selectionRange).toEqual(rangeOf(telescopes, 'Point every telescope by one star catalog'))
})

test('sections and blocks are folded', async () => {
  const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', orbit)
  expect(folds).toEqual([
    { startLine: 2, endLine: 12 },
    { startLine: 9, endLine: 12 },
  ])
})

test('hovering shows the deliverables and the lead of a team, the line of a target, and the rule of a finding', async () => {
  expect(await editor.ask<Hover>('textDocument/hover', goal, at(telescopes, 'kepler\n---'))).toEqual({
    contents: {
      kind: 'markdown',
      value: `**kepler**: \`kepler\`\n\n* PTL: Johannes\n\nreference/projects.yaml:8\n\n---\n\n${inModel('5', '- name: kepler')}`,
    },
  })
  expect(await editor.ask<Hover>('textDocument/hover', orbit, at(pages.orbit, '`Rings`_'))).toEqual({
    contents: { kind: 'markdown', value: '```rst\nRings\n```' },
  })
  const wrong = telescopes.replace('kepler\n------', 'keplre\n------')
  await editor.change(goal, wrong)
  const { contents } = await editor.ask<{ contents: { value: string } }>('textDocument/hover', goal, at(wrong, 'keplre'))
  expect(contents.value).toMatch(
    /^\*\*\[drift\/renamed\]\(file:.*\n\n---\n\n\*\*\[team\/unknown\]\(file:.*docs\/rules\/team\/unknown\.md\)\*\*: A section for .*\n\nNobody .*\.$/s,
  )
  await editor.change(goal, telescopes)
  expect(await editor.ask('textDocument/hover', goal, at(telescopes, 'Two of the'))).toBeNull()
})

test("hovering shows the purpose of a role, and the model's value for a part of a document", async () => {
  const said = async (name: string, text: string, words: string) =>
    (await editor.ask<{ contents: { value: string } } | null>('textDocument/hover', name, at(text, words)))?.contents.value
  expect(await said(orbit, pages.orbit, ':doc:')).toBe(
    '**:doc:** A link to a document, by its path without extension; `/` begins at the folder of `conf.py`',
  )
  expect(await said(goal, telescopes, 'Point every')).toBe(inModel('1', 'title: Point every telescope by one star catalog'))
  // The status is in the model alone, which the rule says first.
  expect((await said(goal, telescopes, 'hubble\n---'))?.split('\n\n---\n\n').slice(1)).toEqual([
    '**hubble**: `hubble`\n\n* PTL: Edwin\n\nreference/projects.yaml:1',
    inModel('3', '- name: hubble\n  status: planned'),
  ])
  expect(await said(goal, telescopes, 'Completion Criteria')).toBeUndefined()
})

test('documents, entries of a toctree and files are links if they exist', async () => {
  const linked = async (name: string, text: string) => {
    const links = await editor.ask<DocumentLink[]>('textDocument/documentLink', name)
    const lines = text.split('\n')
    return links.map(({ range: { start, end }, target }) => [
      lines[start.line]!.slice(start.character, end.character),
      target!.split('/').slice(-2).join('/'),
    ])
  }
  expect(await linked(orbit, pages.orbit)).toEqual([['/moon', 'source/moon.rst']])
  const index = `${place.read('doc/source/index.rst')}   The moon <moon>\n   comet\n\n.. include:: moon.rst\n.. image:: /orbit.rst\n.. figure:: dust.png\n`
  await editor.open('doc/source/index.rst', index)
  expect(await linked('doc/source/index.rst', index)).toEqual([
    ['orbit', 'source/orbit.rst'],
    ['moon', 'source/moon.rst'],
    ['moon', 'source/moon.rst'],
    ['moon.rst', 'source/moon.rst'],
    ['/orbit.rst', 'source/orbit.rst'],
  ])
  await editor.close('doc/source/index.rst')
})

test('names lead to their definitions and references', async () => {
  const definition = async (name: string, text: string, words: string, by?: number) =>
    shown(await editor.ask<Location[]>('textDocument/definition', name, at(text, words, by)))
  expect(await definition(orbit, pages.orbit, '/moon')).toEqual(['moon.rst 0:0-0'])
  expect(await definition(orbit, pages.orbit, '`Rings`_')).toEqual(['orbit.rst 9:0-5'])
  expect(await definition(orbit, pages.orbit, 'ring-table>')).toEqual(['orbit.rst 7:4-14'])
  expect(await definition(goal, telescopes, 'hubble\n---')).toEqual(['catalog.yaml 2:10-16'])
  expect(
    shown(
      await editor.ask<Location[]>('textDocument/references', orbit, {
        ...at(pages.orbit, 'orbit-start'),
        context: { includeDeclaration: true },
      }),
    ),
  ).toEqual(['orbit.rst 0:4-15', 'moon.rst 3:21-32'])
})

test('completions are offered for the text at the cursor', async () => {
  const complete = async (name: string, before: string, line: string) => {
    await editor.change(name, `${before}${line}`)
    const lines = `${before}${line}`.split('\n')
    const position = { line: lines.length - 1, character: lines.at(-1)!.length }
    return editor.ask<CompletionItem[]>('textDocument/completion', name, { position })
  }
  expect(labels(await complete(orbit, pages.orbit, '\n:doc:`/m'))).toEqual(['/index', '/moon', '/orbit'])
  expect(labels(await complete(orbit, pages.orbit, '\n:ref:`'))).toEqual(
    expect.arrayContaining(['orbit-start', 'ring-table', 'ring']),
  )
  expect(labels(await complete(orbit, pages.orbit, '\n.. no'))).toEqual(expect.arrayContaining(['note', 'toctree']))
  expect(labels(await complete(orbit, pages.orbit, '\nThe :te'))).toEqual(expect.arrayContaining(['term', 'doc']))
  expect(await complete(orbit, pages.orbit, '\nThe `Ri')).toEqual(
    expect.arrayContaining([{ label: 'Rings', kind: 18, insertText: 'Rings`_' }]),
  )
  const withoutKepler = telescopes.slice(0, telescopes.indexOf('kepler\n'))
  expect((await complete(goal, withoutKepler, 'ke')).at(-1)).toEqual({ label: 'kepler', kind: 9, insertText: 'kepler\n------\n' })
  expect(await complete(goal, telescopes.replace(/\n\nCompletion Artifacts:\n$/, '\n\n'), 'C')).toContainEqual({
    label: 'Completion Artifacts:',
    kind: 5,
    insertText: 'Completion Artifacts:\n\n',
  })
  expect(await complete(goal, telescopes, '\n* ke')).toEqual([{ label: 'kepler', kind: 9, insertText: 'kepler: ' }])
  const image = '\n.. image:: ring.png\n   :alt: A ring\n   :'
  expect(labels(await complete(orbit, pages.orbit, image))).toEqual([
    'align',
    'class',
    'height',
    'loading',
    'name',
    'scale',
    'target',
    'width',
  ])
  expect(labels(await complete(orbit, pages.orbit, '\n.. toctree::\n   :max'))).toContain('maxdepth')
  expect(labels(await complete(orbit, pages.orbit, '\nText\n   :'))).toContain('ref')
  await editor.change(goal, telescopes)
  await editor.change(orbit, pages.orbit)
  await editor.open('goals/catalog.yaml', model)
  expect(labels(await complete('goals/catalog.yaml', model, '    status: p'))).toEqual([
    'unanswered',
    'n/a',
    'planned',
    'in-progress',
    'partial',
    'done',
    'not-doing',
  ])
  await editor.close('goals/catalog.yaml')
})

test('a team is renamed in document and model, a target in all references', async () => {
  expect(await editor.ask('textDocument/prepareRename', goal, at(telescopes, 'hubble\n---'))).toEqual(
    rangeOf(telescopes.replace('hubble\n---', 'HUBBLE\n---'), 'HUBBLE'),
  )
  const team = await editor.ask<WorkspaceEdit>('textDocument/rename', goal, {
    ...at(telescopes, 'hubble\n---'),
    newName: 'edwin-hubble',
  })
  expect(editor.edited(goal, team)).toBe(telescopes.replace('hubble\n------', 'edwin-hubble\n------------'))
  expect(
    team.documentChanges!.map(
      (change) =>
        'edits' in change && [change.textDocument.uri.split('/').at(-1), change.textDocument.version === null, change.edits],
    ),
  ).toContainEqual(['catalog.yaml', true, [{ range: rangeOf(model, 'hubble'), newText: 'edwin-hubble' }]])
  await editor.open(moon, pages.moon)
  const ring = await editor.ask<WorkspaceEdit>('textDocument/rename', moon, {
    ...at(pages.moon, 'ring_'),
    newName: 'bright ring',
  })
  expect(editor.edited(moon, ring)).toBe(pages.moon.replace('ring_.', '`bright ring`_.').replace('_ring:', '_bright ring:'))
  const start = await editor.ask<WorkspaceEdit>('textDocument/rename', orbit, {
    ...at(pages.orbit, 'orbit-start'),
    newName: 'origin',
  })
  expect(editor.edited(orbit, start)).toBe(pages.orbit.replace('orbit-start', 'origin'))
  expect(editor.edited(moon, start)).toBe(pages.moon.replace('orbit-start', 'origin'))
  expect(await editor.ask('textDocument/rename', orbit, { ...at(pages.orbit, 'orbit-start'), newName: 'a`b' })).toBeNull()
})
