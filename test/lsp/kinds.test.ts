/** What differs by the kind of a file, and by what the editor can do. */
import { beforeAll, expect, test } from 'vitest'
import type { CodeAction, CompletionItem } from 'vscode-languageserver-protocol'
import { type Folder, folder, projects, telescopes } from '../cli/run.ts'
import { type Client, client, rangeOf } from './client.ts'

const model = `title: Point every telescope by one star catalog
teams:
  - name: hubble
    planning:
      - https://planets.example/hubble/plan
    deliverables:
      - name: hubble-tools
        status: done
`
const python = 'def orbit():\n    """The orbit of Mars.\n\n    Planets:\n    * Mars\n    * Venus\n    """\n'

let place: Folder
let editor: Client
beforeAll(async () => {
  place = folder({
    'reference/projects.yaml': projects,
    'goals/catalog.rst': telescopes,
    'goals/catalog.yaml': model,
    'goals/comet.rst': telescopes,
    'goals/comet.ts': "export default { title: 'Point every telescope by one star catalog' }\n",
    'notes.yaml': 'planets: 8\n',
  })
  editor = await client(place.path)
})

const after = (text: string, words: string) => ({ position: rangeOf(text, words).end })
const completed = async (name: string, text: string, words: string) =>
  (await editor.ask<CompletionItem[]>('textDocument/completion', name, after(text, words))).map(({ label }) => label)

test('in models, teams and deliverables are completed where they are allowed', async () => {
  const text = `${model}      - name: \n  - name: \n  - note: Mars\n`
  await editor.open('goals/catalog.yaml', text)
  expect(await completed('goals/catalog.yaml', text, 'status: done\n      - name: ')).toEqual(['hubble', 'kepler'])
  expect(await completed('goals/catalog.yaml', text, '- name: \n  - name: ')).toEqual(['kepler'])
  expect(await completed('goals/catalog.yaml', text, '- note: ')).toEqual([])
  await editor.close('goals/catalog.yaml')
})

test('a model has definitions in its document, but no suppressions and no fixes', async () => {
  await editor.open('goals/catalog.yaml', model)
  const definition = await editor.ask<{ uri: string }[]>('textDocument/definition', 'goals/catalog.yaml', after(model, 'hubb'))
  expect(definition.map(({ uri }) => uri)).toEqual([editor.uri('goals/catalog.rst')])
  const wrong = model.replace('title:', 'titel:')
  await editor.change('goals/catalog.yaml', wrong)
  expect(await editor.actions('goals/catalog.yaml', rangeOf(wrong, 'titel'))).toEqual([])
  expect(await editor.ask('textDocument/foldingRange', 'goals/catalog.yaml')).toEqual([])
  expect(await editor.ask('textDocument/documentSymbol', 'goals/catalog.yaml')).toEqual([])
  expect(await editor.ask('textDocument/documentLink', 'goals/catalog.yaml')).toEqual([])
  await editor.close('goals/catalog.yaml')
})

test('hovering a label shows the artifacts of the model, also of one in TypeScript', async () => {
  const said = async (name: string, words: string) =>
    (await editor.ask<{ contents: { value: string } } | null>('textDocument/hover', name, after(telescopes, words)))?.contents
      .value
  await editor.open('goals/catalog.rst', telescopes)
  expect(await said('goals/catalog.rst', 'Planning Art')).toBe(
    'In the model, goals/catalog.yaml:5\n\n```yaml\n- https://planets.example/hubble/plan\n```',
  )
  expect(await said('goals/catalog.rst', 'kepler\n------\n\nPlanning Art')).toBeUndefined()
  await editor.close('goals/catalog.rst')
  await editor.open('goals/comet.rst', telescopes)
  expect(await said('goals/comet.rst', 'Point ev')).toBe(
    "In the model, goals/comet.ts:1\n\n```ts\nexport default { title: 'Point every telescope by one star catalog' }\n```",
  )
  await editor.close('goals/comet.rst')
})

test('Python files have findings and fixes, but no names', async () => {
  await editor.open('orbit.py', python)
  const actions = await editor.actions('orbit.py', rangeOf(python, '* Mars'))
  expect(actions.map(({ title }) => title)).toEqual([
    'Insert a blank line',
    'Open the page of misread/glued-list',
    'Apply all safe fixes',
  ])
  const [fix] = await editor.actions('orbit.py', rangeOf(python, ''), ['source.fixAll'])
  expect(editor.edited('orbit.py', (fix as CodeAction).edit!)).toBe(python.replace('Planets:\n', 'Planets:\n\n'))
  expect(await completed('orbit.py', python, 'The orbit')).toEqual([])
  expect(await editor.ask('textDocument/prepareRename', 'orbit.py', after(python, 'The orb'))).toBeNull()
  expect(
    await editor.ask('textDocument/references', 'orbit.py', { ...after(python, 'orb'), context: { includeDeclaration: true } }),
  ).toEqual([])
  await editor.close('orbit.py')
})

test('a file of another kind has no findings and no answers', async () => {
  await editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: editor.uri('notes.yaml'), languageId: 'yaml', version: 1, text: 'planets: 8\n' },
  })
  expect(await editor.ask('textDocument/hover', 'notes.yaml', { position: { line: 0, character: 2 } })).toBeNull()
  place.write('goaldoc.config.yaml', 'ignores: [goals/catalog.rst]\n')
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('goaldoc.config.yaml'), type: 1 }],
  })
  await editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: editor.uri('goals/catalog.rst'), languageId: 'restructuredtext', version: 1, text: telescopes },
  })
  expect(await editor.ask('textDocument/documentSymbol', 'goals/catalog.rst')).toBeNull()
  place.write('goaldoc.config.yaml', 'rule: {}\n')
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('goaldoc.config.yaml'), type: 2 }],
  })
  // What is wrong is shown as a finding; a question has no answer.
  expect(await editor.ask('textDocument/documentSymbol', 'goals/catalog.rst')).toBeNull()
})

test('an unsaved document is treated as a file in the folder; rules are links where the editor has them', async () => {
  const fresh = await client(folder().path, { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } })
  const text = 'Planets:\n* Mars\n* Venus\n'
  const uri = 'untitled:Untitled-1'
  const found = new Promise((resolve) => {
    fresh.connection.onNotification('textDocument/publishDiagnostics', resolve)
  })
  await fresh.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'restructuredtext', version: 1, text },
  })
  const page = new URL('../../docs/rules/misread/glued-list.md', import.meta.url).href
  expect(await found).toMatchObject({
    uri,
    version: 1,
    diagnostics: [{ code: 'misread/glued-list', codeDescription: { href: page } }],
  })
})

test('an editor that can watch files is told which ones; without watching, saved files are linted again', async () => {
  const here = folder({ 'goals/orbit.rst': telescopes })
  const watching = await client(here.path, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } })
  expect(await watching.registered).toEqual([
    {
      method: 'workspace/didChangeWatchedFiles',
      registerOptions: {
        watchers: ['**/*.{rst,txt,yaml,yml,json,hbs}', '**/goaldoc.config.ts', '**/conf.py'].map((globPattern) => ({
          globPattern,
        })),
      },
    },
  ])
  const glued = telescopes.replace('comparing them.', 'comparing them.\n* Mars\n* Venus')
  expect(await watching.open('goals/orbit.rst', glued)).toHaveLength(1)
  here.write('goaldoc.config.yaml', 'rules:\n  misread/glued-list: off\n')
  const off = watching.next('goals/orbit.rst')
  const textDocument = { uri: watching.uri('goaldoc.config.yaml'), languageId: 'yaml', version: 1, text: '' }
  await watching.connection.sendNotification('textDocument/didOpen', { textDocument })
  await watching.connection.sendNotification('textDocument/didSave', { textDocument })
  expect(await off).toEqual([])
})
