import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundleExtension, isPackagerThere, packageExtension } from '../../scripts/vscode.ts'
import { type Folder, folder, projects, telescopes } from '../cli/run.ts'
import { type Stub, stubOf } from './vscode-stub.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
const manifest = read('editors/vscode/package.json') as {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } }
  version: string
  main: string
  contributes: {
    commands: { command: string }[]
    menus: { commandPalette: { command: string }[] }
    configuration: { properties: Record<string, { default: unknown }> }
    problemMatchers: { name: string; pattern: { regexp: string } }[]
  }
}
const { contributes } = manifest
const usual = Object.fromEntries(Object.entries(contributes.configuration.properties).map(([name, of]) => [name, of.default]))

interface Extension {
  activate(context: { subscriptions: { dispose(): void }[] }): Promise<void>
  deactivate(): Promise<void>
}

let bundle: string
const running: Extension[] = []
afterAll(async () => {
  for (const extension of running) await extension.deactivate()
})

/** Starts the bundle as the editor does, which answers the name `vscode` itself. */
async function activated(stub: Stub): Promise<void> {
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown }
  const load = loader._load
  loader._load = (request, ...rest) => (request === 'vscode' ? stub.api : load.call(loader, request, ...rest))
  try {
    const require = createRequire(import.meta.url)
    delete require.cache[bundle]
    const extension = require(bundle) as Extension
    running.push(extension)
    await extension.activate({ subscriptions: [] })
  } finally {
    loader._load = load
  }
}

/** Starts the sources; what jiti has compiled is kept in the `node_modules` of the folder in which it is loaded. */
const bin = (() => {
  const [jiti, main] = ['node_modules/jiti/lib/jiti-register.mjs', 'src/cli/bin.ts'].map(
    (file) => pathToFileURL(join(root, file)).href,
  )
  const start = `process.chdir(cwd)\n  return import(${JSON.stringify(main)})`
  return `const cwd = process.cwd()\nprocess.chdir(${JSON.stringify(root)})\nimport(${JSON.stringify(jiti)}).then(() => {\n  ${start}\n})\n`
})()

/** A repository whose own goaldoc is the one of these sources. */
function repository(files: Record<string, string> = {}): Folder {
  return folder({
    'node_modules/goaldoc/dist/bin.cjs': bin,
    'reference/projects.yaml': projects,
    'goals/orbit.rst': telescopes,
    ...files,
  })
}

const glued = telescopes.replace('comparing them.', 'comparing them.\n* Mars\n* Venus')
const spaced = glued.replace('\n* Mars', '\n\n* Mars')
const gluedFound = ['5: goaldoc misread/glued-list: Missing blank line above the list']

// One editor for all tests that need no other settings.
let place: Folder
let stub: Stub
beforeAll(async () => {
  bundle = join(folder().path, 'extension.cjs')
  await bundleExtension(bundle)
  place = repository({ 'goals/catalog.yaml': 'title: Chart every comet\n' })
  stub = stubOf(place.path, { settings: usual })
  await activated(stub)
})
beforeEach(() => {
  stub.said.length = 0
  stub.ran.length = 0
})

test('without a file, no goal is rendered', async () => {
  await stub.commands.get('goaldoc.render')!()
  expect([stub.said, stub.ran]).toEqual([['Cannot render a goal: no file is shown. Open its document or its model'], []])
})

test('findings are shown and counted; the commands fix and explain them', async () => {
  stub.open('goals/orbit.rst', 'restructuredtext', glued)
  expect(await stub.found('goals/orbit.rst', (found) => found.length > 0)).toEqual(gluedFound)
  expect(stub.statusBar()).toBe('$(warning) goaldoc: 1')
  await stub.commands.get('goaldoc.explain')!()
  expect(stub.said).toEqual([`preview ${pathToFileURL(join(root, 'docs/rules/misread/glued-list.md')).href}`])
  await stub.commands.get('goaldoc.fixAll')!()
  expect(stub.textOf('goals/orbit.rst')).toBe(spaced)
  expect(await stub.found('goals/orbit.rst', (found) => found.length === 0)).toEqual([])
  expect(stub.statusBar()).toBe('$(check) goaldoc')
  await stub.commands.get('goaldoc.explain')!()
  await stub.commands.get('goaldoc.showOutput')!()
  expect(stub.said.slice(1)).toEqual(['Cannot explain a rule: goaldoc found nothing in this file', 'output'])
})

test('the commands run goaldoc on the goal that is shown', async () => {
  stub.open('goals/catalog.yaml', 'yaml', place.read('goals/catalog.yaml'))
  await stub.commands.get('goaldoc.render')!()
  const rendered = place.read('goals/catalog.rst')
  expect(rendered).toMatch(/^=+\n ?Chart every comet\n=+\n/)
  place.write('goals/catalog.rst', rendered.replaceAll('every comet', 'each comets').replace(/=(?==+\n)/g, '='))
  stub.open('goals/catalog.rst', 'restructuredtext', place.read('goals/catalog.rst'))
  await stub.commands.get('goaldoc.pull')!()
  expect(place.read('goals/catalog.yaml')).toBe('title: Chart each comets\n')
  expect(stub.ran.map(({ name, code, matcher }) => [name, code, matcher])).toEqual([
    ['render', 0, '$goaldoc'],
    ['pull', 0, '$goaldoc'],
  ])
})

test('the problem matcher reads each line that check prints', async () => {
  place.write('goals/orbit.rst', glued.replace('kepler\n------', 'keplre\n------'))
  await stub.commands.get('goaldoc.check')!()
  const [{ out, code, matcher }] = stub.ran as [(typeof stub.ran)[0]]
  const [{ name, pattern }] = contributes.problemMatchers as [(typeof contributes.problemMatchers)[0]]
  expect([code, matcher]).toEqual([1, `$${name}`])
  const lines = out.split('\n').filter((line) => line.startsWith('goals/'))
  expect(lines.map((line) => new RegExp(pattern.regexp).exec(line)?.slice(1))).toEqual([
    ['goals/orbit.rst', '6', '1', 'warning', 'Missing blank line above the list', 'misread/glued-list'],
    ['goals/orbit.rst', '45', '1', 'error', 'Unknown team `keplre`; did you mean `kepler`?', 'team/unknown'],
  ])
})

test('settings choose the documents and the program; a program that is not there is said', async () => {
  const place = repository()
  const stub = stubOf(place.path, { settings: { ...usual, 'goaldoc.path': 'no-such-goaldoc' } })
  await activated(stub)
  stub.open('goals/orbit.rst', 'restructuredtext', glued)
  expect(stub.statusBar()).toBe('$(error) goaldoc')
  expect(stub.said).toEqual([
    'Cannot start goaldoc: there is no program `no-such-goaldoc`. Install it in the project (`npm install --save-dev goaldoc`), or set `goaldoc.path` Open Settings',
  ])
  await stub.configure({ 'goaldoc.path': './node_modules/goaldoc/dist/bin.cjs', 'goaldoc.documents': ['goals/*.rst'] })
  expect(await stub.found('goals/orbit.rst', (found) => found.length > 0)).toEqual(gluedFound)
  stub.open('notes/orbit.rst', 'restructuredtext', glued)
  expect(stub.statusBar()).toBeUndefined()
})

test('in a folder that is not trusted, nothing that it contains is run', async () => {
  const place = repository({
    'node_modules/goaldoc/dist/bin.cjs': 'require("node:fs").writeFileSync("ran", "")',
    // What stands in the user's `PATH` instead.
    'bin/goaldoc': '#!/bin/sh\necho "$GOALDOC_NO_CODE" > code\nexit 1\n',
  })
  spawnSync('chmod', ['+x', join(place.path, 'bin/goaldoc')])
  const before = { path: process.env.PATH, cwd: process.cwd() }
  process.env.PATH = `${join(place.path, 'bin')}:${before.path}`
  process.chdir(place.path)
  try {
    const stub = stubOf(place.path, { settings: usual, isTrusted: false })
    await activated(stub)
    expect([place.has('ran'), place.read('code')]).toEqual([false, '1\n'])
    await stub.trust()
    expect(place.has('ran')).toBe(true)
    // The editor keeps these settings of the folder from the extension until then.
    const { untrustedWorkspaces } = manifest.capabilities
    expect(untrustedWorkspaces.restrictedConfigurations).toEqual(['goaldoc.path', 'goaldoc.projectCode'])
  } finally {
    process.chdir(before.cwd)
    process.env.PATH = before.path
  }
})

test('the manifest declares what the code registers and reads', async () => {
  const declared = contributes.commands.map(({ command }) => command).sort()
  // The client registers the server's own command; users meet it as a quick fix.
  expect([...stub.commands.keys()].filter((name) => name !== 'goaldoc.openRulePage').sort()).toEqual(declared)
  expect([...stub.asked].filter((name) => name.startsWith('goaldoc.')).sort()).toEqual(Object.keys(usual).sort())
  expect(contributes.menus.commandPalette.filter(({ command }) => !declared.includes(command))).toEqual([])
  expect(manifest.version).toBe((read('package.json') as { version: string }).version)
  const readme = readFileSync(join(root, 'editors/vscode/README.md'), 'utf8')
  expect(Object.keys(usual).filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([])
})

const why = isPackagerThere ? '' : ' (vsce is not installed: `npm ci --prefix editors/vscode`)'
test.skipIf(!isPackagerThere)(`the package contains the bundle, the manifest and the text for the reader${why}`, async () => {
  const file = join(folder().path, 'goaldoc.vsix')
  await packageExtension(file)
  const { stdout } = spawnSync('python3', ['-m', 'zipfile', '-l', file], { encoding: 'utf8' })
  const files = stdout
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/)[0])
  expect(files.sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/dist/extension.cjs',
    'extension/package.json',
    'extension/readme.md',
  ])
})
