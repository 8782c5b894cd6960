/** What the server answers about files of which a part is missing: no team list, no model, no project, no commit, no newline. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { CodeAction, CompletionItem, Diagnostic, DocumentLink, Location } from 'vscode-languageserver-protocol'
import { type Folder, folder, projects, telescopes } from '../cli/run.ts'
import { type Client, client, rangeOf } from './client.ts'

const page = `Comets
======

See \`Tails\`_, \`here <https://comets.example>\`_ and \`there\`__, :doc:\`/rings\` and halley_.

.. _halley:

Tails
-----

* One.

.. toctree::
   :glob:

   planets/*

.. image:: /ring.png

__ https://comets.example
`
const comet = 'goals/comet.rst'

/** The position in a text after some words of it. */
const atEndOf = (text: string, words: string) => ({ position: rangeOf(text, words).end })
const shown = (locations: Location[] | null) =>
  locations?.map(({ uri, range: { start, end } }) => `${uri.split('/').at(-1)} ${start.line}:${start.character}-${end.character}`)
const labels = (items: CompletionItem[]) => items.map(({ label }) => label)

/** What hovering says, besides the rules of findings. */
const hovered = async (editor: Client, name: string, text: string, words: string) => {
  const said = await editor.ask<{ contents: { value: string } } | null>('textDocument/hover', name, atEndOf(text, words))
  const parts = said?.contents.value.split('\n\n---\n\n').filter((part) => !/^\*\*\[\w+\/[\w-]+\]/.test(part))
  return parts?.join('\n\n---\n\n')
}

describe('in a folder with nothing else', () => {
  const empty = 'title: Comets\nteams:\n'
  let editor: Client
  beforeAll(async () => {
    editor = await client(folder({ 'goals/halley.yaml': empty }).path)
    await editor.open(comet, page)
  })

  const completed = async (name: string, text: string, line: string) => {
    await editor.change(name, `${text}${line}`)
    const lines = `${text}${line}`.split('\n')
    const position = { line: lines.length - 1, character: lines.at(-1)!.length }
    return editor.ask<CompletionItem[]>('textDocument/completion', name, { position })
  }

  test('only names in the file are completed', async () => {
    expect(await completed(comet, page, '\n:doc:`/')).toEqual([])
    expect(labels(await completed(comet, page, '\n:ref:`'))).toEqual(['Comets', 'halley', 'Tails'])
    expect(await completed(comet, page, '\n* ')).toEqual([])
    await editor.open('goals/halley.yaml', empty)
    expect(await completed('goals/halley.yaml', empty, '  - name: ')).toEqual([])
    expect(await completed('goals/halley.yaml', empty, '  - name: halley\n    deliverables:\n      - name: ')).toEqual([])
    await editor.close('goals/halley.yaml')
    await editor.change(comet, page)
  })

  test('names lead to places in the file', async () => {
    const definition = async (words: string) => shown(await editor.ask('textDocument/definition', comet, atEndOf(page, words)))
    expect(await definition(' halley')).toEqual(['comet.rst 5:4-10'])
    expect(await definition('`Tail')).toEqual(['comet.rst 7:0-5'])
    expect(await definition('/ring')).toEqual([])
    expect(await definition('One')).toEqual([])
    const references = async (words: string, includeDeclaration: boolean) =>
      shown(await editor.ask('textDocument/references', comet, { ...atEndOf(page, words), context: { includeDeclaration } }))
    expect(await references('_hal', true)).toEqual(['comet.rst 3:80-86', 'comet.rst 5:4-10'])
    expect(await references('_hal', false)).toEqual(['comet.rst 3:80-86'])
    expect(await references('One', true)).toEqual([])
    expect(await editor.ask<DocumentLink[]>('textDocument/documentLink', comet)).toEqual([])
  })

  test('a file that is not open has no answers', async () => {
    expect(await editor.ask('textDocument/hover', 'goals/other.rst', { position: { line: 0, character: 0 } })).toBeNull()
  })

  test('a command without arguments opens nothing', async () => {
    const [command] = editor.initialized.capabilities.executeCommandProvider!.commands
    for (const given of [{ command: command! }, { command: command!, arguments: ['comet/unknown'] }, { command: 'comet.land' }])
      expect(await editor.connection.sendRequest('workspace/executeCommand', given)).toBeNull()
  })

  test.each([
    ['a last line without a newline', 'The the comet.', '.. goaldoc: ignore-file style/repeated-word\n\nThe the comet.'],
    ['lines that end with CRLF', 'The the comet.\r\n', '.. goaldoc: ignore-file style/repeated-word\r\n\r\nThe the comet.\r\n'],
    ['a byte order mark', '\ufeffThe the comet.\n', '\ufeff.. goaldoc: ignore-file style/repeated-word\n\nThe the comet.\n'],
  ])('a finding is ignored in a file with %s', async (_, text, ignored) => {
    const name = 'goals/the.rst'
    await editor.open(name, text)
    const actions = await editor.actions(name, rangeOf(text, 'the'))
    const action = actions.find(({ title }) => title === 'Ignore style/repeated-word in this file')
    expect(editor.edited(name, (action as CodeAction).edit!)).toBe(ignored)
    await editor.close(name)
  })
})

describe('a team list', () => {
  test('without people and deliverables gives the name and the place of a team', async () => {
    const place = folder({
      'reference/projects.yaml':
        'hubble:\n  deliverables: {}\nkepler:\n  ptl:\n    name: Johannes\n    irc: stargazer\n    email: johannes@planets.example\n  deliverables: {}\n',
    })
    place.git('init', '-q')
    const editor = await client(place.path)
    await editor.open(comet, telescopes)
    expect(await hovered(editor, comet, telescopes, 'hubb')).toBe('**hubble**\n\nreference/projects.yaml:1')
    expect(await hovered(editor, comet, telescopes, 'kepl')).toBe(
      '**kepler**\n\n* PTL: Johannes (stargazer) johannes@planets.example\n\nreference/projects.yaml:3',
    )
  })
})

describe('a model', () => {
  const long = Array.from({ length: 14 }, (_, index) => `      - https://planets.example/${index}\n`).join('')
  const model = `title: Point every telescope by one star catalog
summary: |
  Every observatory keeps a catalog.
teams:
  - name: hubble
    planning:
${long}`
  let place: Folder
  let editor: Client
  beforeAll(async () => {
    place = folder({
      'goals/catalog.rst': telescopes,
      'goals/catalog.yaml': model,
      'goals/alone.yaml': model,
      'goals/code.rst': telescopes,
      'goals/code.ts': "export default { title: 'Point every telescope by one star catalog', teams: [{ name: 'hubble' }] }\n",
    })
    editor = await client(place.path)
    await editor.open('goals/catalog.rst', telescopes)
  })

  test('is shown up to a number of lines', async () => {
    const lines = long
      .split('\n')
      .slice(0, 12)
      .map((line) => line.trim())
    expect(await hovered(editor, 'goals/catalog.rst', telescopes, 'Planning Art')).toBe(
      `In the model, goals/catalog.yaml:7\n\n\`\`\`yaml\n${lines.join('\n')}\n…\n\`\`\``,
    )
  })

  test('says nothing about what is not in it', async () => {
    for (const words of ['Completion Art', 'Completion Crit', 'Two of the', 'kepl'])
      expect((await hovered(editor, 'goals/catalog.rst', telescopes, words)) ?? '').toBe('')
  })

  test('without a document has no definitions elsewhere, and nothing to say about its findings', async () => {
    expect(await editor.open('goals/alone.yaml', model)).toEqual([])
    expect(shown(await editor.ask('textDocument/definition', 'goals/alone.yaml', atEndOf(model, 'hubb')))).toEqual([])
    const wrong = model.replace('summary', 'sumary')
    expect((await editor.change('goals/alone.yaml', wrong)).map(({ code }) => code)).toEqual(['model/unknown-key'])
    expect(await hovered(editor, 'goals/alone.yaml', wrong, 'suma')).toBeUndefined()
    await editor.close('goals/alone.yaml')
  })

  test('in TypeScript has no places of names', async () => {
    await editor.open('goals/code.rst', telescopes)
    expect(shown(await editor.ask('textDocument/definition', 'goals/code.rst', atEndOf(telescopes, 'hubb')))).toEqual([])
  })
})

test('a team is referred to by its title', async () => {
  const editor = await client(folder().path)
  const text = `${telescopes}\nSee \`hubble\`_.\n`
  await editor.open(comet, text)
  const context = { includeDeclaration: false }
  expect(shown(await editor.ask('textDocument/references', comet, { ...atEndOf(text, '\nhub'), context }))).toEqual([
    'comet.rst 33:0-6',
    'comet.rst 49:5-11',
  ])
})

test('findings about what changed since the last commit follow commits and saved files', async () => {
  const place = folder({ 'reference/projects.yaml': projects, [comet]: telescopes })
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-qm', 'Comets')
  const editor = await client(place.path)
  const codes = (found: Diagnostic[]) => found.map(({ code }) => code)
  expect(codes(await editor.open(comet, telescopes))).toEqual([])
  const without = telescopes.replace('Completion Artifacts:\n\nkepler', 'kepler')
  expect(codes(await editor.change(comet, without))).toEqual(['team/label'])
  place.write(comet, without)
  const saved = editor.next(comet)
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: editor.uri(comet) } })
  expect(codes(await saved)).toEqual(['team/label'])
})

test('a new document of a project is known when it is saved; a baseline of another version hides nothing', async () => {
  const index = 'Planets\n=======\n\nSee :doc:`rings`.\n'
  const place = folder({ 'conf.py': 'project = "planets"\n', 'index.rst': index })
  const editor = await client(place.path)
  const changed = async (name: string) => {
    const found = editor.next('index.rst')
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(name), type: 1 }] })
    return (await found).map(({ code }) => code)
  }
  expect((await editor.open('index.rst', index)).map(({ code }) => code)).toEqual(['sphinx/unknown-document'])
  place.write('goaldoc.baseline.json', '{"version": 99}')
  place.write('goaldoc.config.yaml', 'baseline: goaldoc.baseline.json\n')
  expect(await changed('goaldoc.config.yaml')).toEqual(['sphinx/unknown-document'])
  place.write('rings.rst', ':orphan:\n\nRings\n=====\n')
  expect(await changed('rings.rst')).toEqual([])
})
