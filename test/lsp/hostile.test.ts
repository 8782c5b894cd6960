/** Hostile documents in an editor; `npm run bench -- hostile` measures larger ones. */
import { beforeAll, expect, test } from 'vitest'
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node'
import { editorKinds } from '../../scripts/hostile/editors.ts'
import { folder } from '../cli/run.ts'
import { type Client, client } from './client.ts'

const start = { line: 0, character: 0 }

let editor: Client
beforeAll(async () => {
  editor = await client(folder({ 'goals/dome.png': '' }).path)
})

test('a document that is too long has one finding, and no other answers', async () => {
  const name = 'goals/domes.rst'
  const text = `Domes\n=====\n\n.. image:: dome.png\n\n* Mars\n  * Venus\n\n${'Dome_\n'.repeat(20_000)}`
  const last = { start: { line: 20_000, character: 0 }, end: { line: 20_000, character: 5 } }
  const found = await editor.open(name, text)
  expect(found.map(({ code, range }) => [code, range])).toEqual([['style/document-length', last]])
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
    expect([method, await editor.ask(`textDocument/${method}`, name)]).toEqual([method, []])
  const at = { position: start }
  for (const method of ['hover', 'prepareRename'])
    expect([method, await editor.ask(`textDocument/${method}`, name, at)]).toEqual([method, null])
  expect(await editor.ask('textDocument/definition', name, at)).toEqual([])
  expect(await editor.ask('textDocument/references', name, { ...at, context: { includeDeclaration: true } })).toEqual([])
  expect(await editor.ask('textDocument/rename', name, { ...at, newName: 'Venus' })).toBe(null)
  const titles = (await editor.actions(name, last)).map(({ title }) => title)
  expect(titles).toEqual(['Open the page of style/document-length'])
})

test('suppressions at a place are tried up to a number of characters and findings', async () => {
  // Each line has a tab and a repeated word, which are two rules.
  const text = (lines: number) => `Domes\n=====\n\n${'The dome the the\tmoon sees\n\n'.repeat(lines)}`
  const offered = async (name: string, lines: number) => {
    await editor.open(name, text(lines))
    const actions = await editor.actions(name, { start: { line: 3, character: 0 }, end: { line: 3, character: 25 } }, [
      'quickfix',
    ])
    return actions.map(({ title }) => title).filter((title) => title.startsWith('Ignore'))
  }
  const here = ['style/repeated-word', 'style/tab'].flatMap((rule) => [`Ignore ${rule} here`, `Ignore ${rule} in this file`])
  expect(await offered('few.rst', 2)).toEqual(here)
  expect(await offered('many.rst', 600)).toEqual(here.slice(0, 2))
})

test('a thousand fixes are offered for a range, in the order of the text', async () => {
  const name = 'many-tabs.rst'
  const found = await editor.open(name, 'Io\tsees\n\n'.repeat(1001))
  expect(found).toHaveLength(1001)
  const fixes = (await editor.actions(name, { start, end: { line: 2001, character: 0 } }, ['quickfix'])).filter(
    ({ isPreferred }) => isPreferred !== undefined,
  )
  expect(fixes.map(({ diagnostics }) => diagnostics![0]!.range.start.line)).toEqual(
    Array.from({ length: 1000 }, (_, index) => index * 2),
  )
})

test('a thousand changes at once end with the findings of the last one', async () => {
  const name = 'domes.rst'
  await editor.open(name, 'Domes\n=====\n\nThe dome of Mars\n')
  const typed = Array.from({ length: 1000 }, (_, index) =>
    editor.type(name, {
      at: { start: { line: 3, character: 0 }, end: { line: 3, character: index % 2 } },
      text: index % 2 ? '' : '\t',
    }),
  )
  expect(await typed.at(-1)).toEqual([])
  expect(editor.textOf(name)).toBe('Domes\n=====\n\nThe dome of Mars\n')
})

test('addresses that are no files of this machine stop no answer', async () => {
  const addresses = ['//host/mars.rst', '/..%2f..%2fmars.rst', '/%00/mars.rst', '/%ff/mars.rst', '///mars.rst', ':mars.rst']
  const fresh = await client(folder().path)
  const text = '* Mars\nVenus\n'
  for (const uri of addresses.map((rest) => `file:${rest}`)) {
    const found = new Promise<string[]>((resolve) => {
      fresh.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
        if (params.uri === uri) resolve(params.diagnostics.map(({ code }) => String(code)))
      })
    })
    const textDocument = { uri, languageId: 'restructuredtext', version: 1, text }
    await fresh.connection.sendNotification('textDocument/didOpen', { textDocument })
    expect([uri, await found]).toEqual([uri, ['rst/blank-line']])
    await fresh.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] })
    expect(await fresh.connection.sendRequest('textDocument/foldingRange', { textDocument })).toEqual([])
  }
  // Other documents have answers too, and so has a folder with such an address.
  expect(await fresh.ask('textDocument/hover', 'goals/mars.rst', { position: start })).toBe(null)
  const elsewhere = await client('/goals', {}, undefined, 'file://host/goals')
  expect(elsewhere.initialized.serverInfo?.name).toBe('goaldoc')
})

test('no request throws for hostile documents', async () => {
  // All of them take half a minute.
  for (const { name, prepare } of editorKinds.filter((_, index) => index % 16 === 0)) {
    const works = [prepare(300)].flat()
    const failed = await Promise.all(works.map((work) => work())).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect([name, failed]).toEqual([name, undefined])
  }
})
