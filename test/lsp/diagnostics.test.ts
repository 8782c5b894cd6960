import { beforeAll, expect, test } from 'vitest'
import { type Folder, folder, projects, telescopes } from '../cli/run.ts'
import { type Client, client, rangeOf } from './client.ts'

let place: Folder
let editor: Client
beforeAll(async () => {
  place = folder({
    'reference/projects.yaml': projects,
    'goals/orbit.rst': telescopes,
    'goals/catalog.rst': telescopes,
    'goals/catalog.yaml': 'title: Point every telescope by one star catalog\n',
  })
  editor = await client(place.path)
})

const glued = telescopes.replace('comparing them.', 'comparing them.\n* Mars\n* Venus')
const gluedFound = {
  range: { start: { line: 5, character: 0 }, end: { line: 5, character: 6 } },
  severity: 2,
  source: 'goaldoc',
  code: 'misread/glued-list',
  message: 'Missing blank line above the list',
}

test('the server reports its capabilities', () => {
  expect(editor.initialized.serverInfo?.name).toBe('goaldoc')
  expect(editor.initialized.capabilities.codeActionProvider).toEqual({ codeActionKinds: ['quickfix', 'source.fixAll.goaldoc'] })
})

test('findings are those of the text in the editor, and are removed when it is closed', async () => {
  expect(await editor.open('goals/orbit.rst', telescopes)).toEqual([])
  expect(await editor.change('goals/orbit.rst', glued)).toEqual([gluedFound])
  expect(await editor.change('goals/orbit.rst', telescopes)).toEqual([])
  const gone = editor.next('goals/orbit.rst')
  await editor.close('goals/orbit.rst')
  expect(await gone).toEqual([])
})

test('only the last of several quick changes is linted', async () => {
  await editor.open('goals/orbit.rst', telescopes)
  const all = [glued, telescopes, glued, telescopes].map((text) => editor.change('goals/orbit.rst', text))
  expect(await all.at(-1)).toEqual([])
  await editor.close('goals/orbit.rst')
})

test('an unknown team is reported until it is added to the team list', async () => {
  const renamed = telescopes.replace('kepler\n------', 'cassini\n-------')
  const found = await editor.open('goals/orbit.rst', renamed)
  expect(found.map(({ code, range, message }) => [code, range.start.line, message])).toEqual([
    ['team/unknown', 42, 'Unknown team `cassini`'],
    ['team/missing', 47, 'Missing team `kepler`; it belongs at the end'],
  ])
  const again = editor.next('goals/orbit.rst')
  place.write('reference/projects.yaml', projects.replace('kepler:\n  ptl', 'cassini:\n  ptl'))
  await changed('reference/projects.yaml')
  expect(await again).toEqual([])
  place.write('reference/projects.yaml', projects)
  await changed('reference/projects.yaml')
  await editor.close('goals/orbit.rst')
})

test('a saved configuration is used at once, and an error in it is reported', async () => {
  expect(await editor.open('goals/orbit.rst', glued)).toEqual([gluedFound])
  const off = editor.next('goals/orbit.rst')
  place.write('goaldoc.config.yaml', 'rules:\n  misread/glued-list: off\n')
  await changed('goaldoc.config.yaml')
  expect(await off).toEqual([])
  const wrong = editor.next('goals/orbit.rst')
  place.write('goaldoc.config.yaml', 'rule: {}\n')
  await changed('goaldoc.config.yaml')
  expect(await wrong).toEqual([
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 1,
      source: 'goaldoc',
      message: expect.stringContaining('Cannot use goaldoc.config.yaml: it has an error'),
    },
  ])
  const baseline = editor.next('goals/orbit.rst')
  place.write('goals/orbit.rst', glued)
  place.write('goaldoc.config.yaml', 'baseline: goaldoc.baseline.json\n')
  await place.goaldoc(['lint', 'goals/orbit.rst', '--update-baseline'])
  await changed('goaldoc.config.yaml')
  expect(await baseline).toEqual([])
  place.write('goaldoc.config.yaml', '')
  const usual = editor.next('goals/orbit.rst')
  await changed('goaldoc.config.yaml')
  expect(await usual).toEqual([gluedFound])
  await editor.close('goals/orbit.rst')
})

test('a document is compared with its model as it is in the editor, and a model has findings of its own', async () => {
  const model = 'title: Point every telescope by one star catalog\n'
  expect(await editor.open('goals/catalog.rst', telescopes)).toEqual([])
  expect(await editor.open('goals/catalog.yaml', model)).toEqual([])
  const drift = editor.next('goals/catalog.rst', (found) => found.length > 0)
  expect(await editor.change('goals/catalog.yaml', 'title: Point every telescope by two\n')).toEqual([])
  expect((await drift).map(({ code, range, relatedInformation }) => [code, range, relatedInformation])).toEqual([
    [
      'drift/changed',
      rangeOf(telescopes, 'Point every telescope by one star catalog'),
      [
        {
          location: {
            uri: editor.uri('goals/catalog.yaml'),
            range: rangeOf('title: Point every telescope by two', 'Point every telescope by two'),
          },
          message: 'The model',
        },
      ],
    ],
  ])
  expect(await editor.change('goals/catalog.yaml', `${model}planet: Mars\n`)).toEqual([
    {
      range: rangeOf(`${model}planet: Mars`, 'planet'),
      severity: 1,
      source: 'goaldoc',
      code: 'model/unknown-key',
      message: expect.stringContaining('Unknown key `planet`'),
    },
  ])
  await editor.close('goals/catalog.rst')
  await editor.close('goals/catalog.yaml')
})

test('docstrings in Python files are linted, and other files are ignored', async () => {
  const python = 'def orbit():\n    """The orbit.\n\n    Planets:\n    * Mars\n    * Venus\n    """\n'
  expect((await editor.open('orbit.py', python)).map(({ code, range }) => [code, range])).toEqual([
    ['misread/glued-list', rangeOf(python, '* Mars')],
  ])
  await editor.close('orbit.py')
})

async function changed(name: string): Promise<void> {
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(name), type: 2 }] })
}
