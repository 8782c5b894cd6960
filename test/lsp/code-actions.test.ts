import { expect, test } from 'vitest'
import type { CodeAction } from 'vscode-languageserver-protocol'
import { folder, projects, telescopes } from '../cli/run.ts'
import { edited } from '../conformance/edits.ts'
import { damaged, fixtures, whyNoDamage } from '../conformance/samples.ts'
import { type Client, client, rangeOf } from './client.ts'

const titles = (actions: CodeAction[]) => actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])
const glued = telescopes.replace('comparing them.', 'comparing them.\n* Mars\n* Venus')

/** What an action makes of a text, by its title. */
function applied(editor: Client, name: string, actions: CodeAction[], title: string): string {
  const action = actions.find((one) => one.title === title)
  if (!action?.edit) throw new Error(`Cannot find the action ${title} among ${JSON.stringify(titles(actions))}`)
  return editor.edited(name, action.edit)
}

test('findings can be fixed, suppressed and explained', async () => {
  const place = folder({ 'reference/projects.yaml': projects, 'goals/orbit.rst': telescopes })
  const editor = await client(place.path, { window: { showDocument: { support: true } } })
  const name = 'goals/orbit.rst'
  await editor.open(name, glued)
  const actions = await editor.actions(name, rangeOf(glued, '* Mars'))
  expect(titles(actions)).toEqual([
    ['Insert a blank line', 'quickfix', true],
    ['Ignore misread/glued-list here', 'quickfix', undefined],
    ['Ignore misread/glued-list in this file', 'quickfix', undefined],
    ['Open the page of misread/glued-list', 'quickfix', undefined],
    ['Apply all safe fixes', 'source.fixAll.goaldoc', undefined],
  ])
  const spaced = glued.replace('\n* Mars', '\n\n* Mars')
  expect(applied(editor, name, actions, 'Insert a blank line')).toBe(spaced)
  expect(applied(editor, name, actions, 'Apply all safe fixes')).toBe(spaced)
  expect(applied(editor, name, actions, 'Ignore misread/glued-list here')).toBe(
    glued.replace('Every observatory', '.. goaldoc: ignore-next misread/glued-list\n\nEvery observatory'),
  )
  expect(applied(editor, name, actions, 'Ignore misread/glued-list in this file')).toBe(
    `.. goaldoc: ignore-file misread/glued-list\n\n${glued}`,
  )
  expect(actions[0]!.diagnostics).toEqual([expect.objectContaining({ code: 'misread/glued-list' })])

  expect(titles(await editor.actions(name, rangeOf(glued, '* Mars'), ['source.fixAll']))).toEqual([
    ['Apply all safe fixes', 'source.fixAll.goaldoc', undefined],
  ])
  expect(await editor.actions(name, rangeOf(glued, 'Two of the'), ['quickfix'])).toEqual([])

  const shown = new Promise((resolve) => {
    editor.connection.onRequest('window/showDocument', (params) => {
      resolve(params)
      return { success: true }
    })
  })
  const { command } = actions.find(({ title }) => title.startsWith('Open'))!
  await editor.connection.sendRequest('workspace/executeCommand', { command: command!.command, arguments: command!.arguments })
  expect(await shown).toEqual({
    uri: new URL('../../docs/rules/misread/glued-list.md', import.meta.url).href,
    external: false,
  })
})

test('a suppression does not split a list, and is offered only if it works', async () => {
  const place = folder({})
  const editor = await client(place.path)
  const list = 'The planets:\n\n* Mars is the\n  the red one.\n\n* Venus is is bright.\n\n* Earth.\n'
  await editor.open('list.rst', list)
  const here = 'Ignore style/repeated-word here'
  const second = await editor.actions('list.rst', rangeOf(list, 'is is'))
  expect(applied(editor, 'list.rst', second, here)).toBe(
    list.replace('* Venus', '.. goaldoc: ignore-next style/repeated-word\n\n* Venus'),
  )
})

test('unsafe fixes are marked as unsafe', async () => {
  const place = folder({ 'reference/projects.yaml': projects })
  const editor = await client(place.path)
  const renamed = telescopes.replace('kepler\n------', 'keplre\n------')
  await editor.open('goals/orbit.rst', renamed)
  expect(titles(await editor.actions('goals/orbit.rst', rangeOf(renamed, 'keplre')))).toEqual([
    ['Rename it to `kepler` (unsafe: check the result)', 'quickfix', false],
    ['Ignore team/unknown here', 'quickfix', undefined],
    ['Ignore team/unknown in this file', 'quickfix', undefined],
    ['Open the page of team/unknown', 'quickfix', undefined],
  ])
})

const samples = whyNoDamage() ? edited(fixtures(), 25, 7) : damaged(100, 7)

test(`fix-all gives the bytes of --fix on ${samples.length} damaged documents${whyNoDamage() ? ` (no more: ${whyNoDamage()})` : ''}`, async () => {
  const place = folder({ 'reference/projects.yaml': projects })
  const nameOf = (index: number) => `goals/goal-${String(index).padStart(3, '0')}.rst`
  const editor = await client(place.path)
  const byEditor: string[] = []
  for (const [index, { source }] of samples.entries()) {
    place.write(nameOf(index), source)
    await editor.open(nameOf(index), source)
    const [fix] = await editor.actions(nameOf(index), rangeOf(source, ''), ['source.fixAll.goaldoc'])
    byEditor.push(fix?.edit ? editor.edited(nameOf(index), fix.edit) : source)
    await editor.close(nameOf(index))
  }
  await place.goaldoc(['lint', '--fix', 'goals'])
  const byCommand = samples.map((_, index) => place.read(nameOf(index)))
  expect(byEditor.filter((text, index) => text !== byCommand[index])).toEqual([])
  expect(byCommand.filter((text, index) => text !== samples[index]!.source).length).toBeGreaterThan(samples.length / 4)
}, 400_000)
