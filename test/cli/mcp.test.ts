/** The tools of `goaldoc mcp`, called by the client of the official SDK: in this process, and once over standard input and output. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Io, processIo } from '../../src/cli/io.ts'
import { toolServer } from '../../src/cli/mcp-server.ts'
import type { StatusReport } from '../../src/report/index.ts'
import { root } from './project.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const domes = 'goals/selected/domes.rst'

const jiti = join(root, 'node_modules/jiti/lib/jiti-register.mjs')
/** The arguments of Node for a server in another process. */
const serving = ['--import', jiti, join(root, 'src/cli/bin.ts'), 'mcp', '--stdio']

describe('goaldoc mcp', () => {
  let place: Folder
  let client: Client
  let before: string

  const filesOf = () => place.git('status', '--porcelain', '--ignored') + place.git('rev-parse', 'HEAD')

  beforeAll(async () => {
    place = folder({
      [domes]: telescopes,
      'goals/completed/pike/clocks.rst': telescopes,
      'reference/projects.yaml': `${projects}spitzer:\n  deliverables: {}\n`,
    })
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-qm', 'The goals')
    before = filesOf()
    client = new Client({ name: 'a test', version: '1' })
    const [near, far] = InMemoryTransport.createLinkedPair()
    const refused = () => {
      throw new Error('The server prints nothing')
    }
    const io: Io = { ...processIo([]), cwd: place.path, env: {}, out: refused, err: refused }
    await Promise.all([toolServer({ _: [] }, io).connect(far), client.connect(near)])
  })
  afterAll(() => client.close())

  async function call(name: string, given: Record<string, unknown>): Promise<{ text: string; isError: boolean }> {
    const { content, isError } = await client.callTool({ name, arguments: given })
    const [first] = content as { type: string; text: string }[]
    return { text: first!.text, isError: isError === true }
  }
  const answerOf = async (name: string, given: Record<string, unknown>) => JSON.parse((await call(name, given)).text)

  test('has five tools, all of which only read', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['lint', 'explain_rule', 'read_goal', 'status', 'silent_teams'])
    for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
  })

  test('lints a text like the command, and returns the text after its safe fixes', async () => {
    const text = telescopes.replace('Gerrit Topic\n============', 'Gerrit Topic\n=======')
    const { findings, fixed } = await answerOf('lint', { text, path: domes })
    const { out } = await place.goaldoc(['lint', '-', '--stdin-filename', domes, '-f', 'json'], { input: text })
    const [file] = JSON.parse(out).files
    expect(findings.map(({ rule, message, line, column }: Record<string, unknown>) => [rule, message, line, column])).toEqual(
      file.diagnostics.map(({ ruleId, message, line, column }: Record<string, unknown>) => [ruleId, message, line, column]),
    )
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(
      expect.arrayContaining(['rst/title-underline', 'team/missing']),
    )
    const repaired = await place.goaldoc(['lint', '-', '--fix', '--stdin-filename', domes], { input: text })
    expect(fixed).toBe(repaired.out)
  })

  test('explains a rule', async () => {
    expect((await call('explain_rule', { rule: 'team/missing' })).text).toBe(
      (await place.goaldoc(['explain', 'team/missing'])).out,
    )
    expect(await call('explain_rule', { rule: 'team/mising' })).toEqual({
      text: 'Cannot explain team/mising: there is no such rule. The nearest name is `team/missing`.',
      isError: true,
    })
  })

  test('reads a goal as the model that `import` would write', async () => {
    const { text } = await call('read_goal', { goal: 'domes' })
    const copy = folder({ [domes]: telescopes })
    await copy.goaldoc(['import', domes])
    const withoutSchema = (model: string) => model.replace(/^# yaml-language-server.*\n/, '')
    expect(withoutSchema(text)).toBe(withoutSchema(copy.read(domes.replace('.rst', '.yaml'))))
  })

  test('returns the statuses and the unanswered teams of the current files', async () => {
    const report = (await answerOf('status', { goals: ['domes'], teams: ['hubble'] })) as StatusReport
    const { out } = await place.goaldoc(['status', 'domes', '--team', 'hubble', '--format', 'json'])
    expect(report).toEqual(JSON.parse(out))
    const silent = async () => (await answerOf('silent_teams', {})).goals
    expect(await silent()).toEqual([
      { path: domes, title: 'Point every telescope by one star catalog', silent: ['kepler', 'spitzer'] },
    ])
    place.write(domes, telescopes.replace(/(kepler\n------\n\nPlanning Artifacts:)\n/, '$1 None\n'))
    expect((await silent())[0].silent).toEqual(['spitzer'])
    place.write(domes, telescopes)
  })

  test('answers with an error to an unknown goal or team, and to arguments of a wrong type', async () => {
    expect(await call('status', { goals: ['domse'] })).toEqual({
      text: 'Cannot find the goal `domse`: there is no such file or folder, and no goal of that name. The nearest name is `domes`.',
      isError: true,
    })
    expect((await call('status', { teams: ['hubbel'] })).text).toContain('The nearest name is `hubble`')
    expect((await call('read_goal', { goal: 7 })).isError).toBe(true)
    expect((await call('lint', { text: 'Sky\n===\n', path: 'goals/domes.yaml' })).text).toMatch(
      /^Cannot lint goals\/domes\.yaml: /,
    )
  })

  test('speaks over standard input and output', async () => {
    const other = new Client({ name: 'a test', version: '1' })
    const transport = new StdioClientTransport({ command: process.execPath, args: serving, cwd: place.path, stderr: 'pipe' })
    let said = ''
    transport.stderr?.on('data', (text) => {
      said += text
    })
    await other.connect(transport)
    expect(await other.listTools()).toEqual(await client.listTools())
    const asked = { name: 'read_goal', arguments: { goal: domes } }
    expect((await other.callTool(asked)).content).toEqual((await client.callTool(asked)).content)
    await other.close()
    expect(said).toBe('')
  })

  test('answers to hostile calls at once, and names what is too long', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `dome-${index}`)
    expect(await call('status', { goals: many(1001) })).toEqual({
      text: 'Input validation error: Invalid arguments for tool status: goals: Too big: expected array to have <=1000 items',
      isError: true,
    })
    expect((await call('status', { teams: many(1001) })).text).toContain('teams: Too big')
    expect((await call('silent_teams', { goals: ['a'.repeat(1001)] })).text).toContain('Too big')
    const { findings } = await answerOf('lint', { text: 'Dome\n'.repeat(20_001) })
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['style/document-length'])
    let deep: unknown = 'Dome'
    for (let level = 0; level < 5000; level++) deep = [deep]
    expect((await call('lint', { text: deep })).text).toContain('expected string, received array')
    expect((await call('explain_rule', { rule: 'style/tab', moon: deep })).isError).toBe(false)
  })

  test('stops with a message after a line that is longer than ten megabytes', () => {
    const long = spawnSync(process.execPath, serving, { cwd: place.path, input: `${'x'.repeat(11_000_000)}\n`, encoding: 'utf8' })
    expect(long.status).toBe(2)
    expect(long.stderr).toMatch(/^Cannot serve: ReadBuffer exceeded maximum size of \d+ bytes\. Start it again\.\n$/)
  })

  test('reads nothing outside of the repository, and writes nothing', async () => {
    const outside = join(place.path, '../secret-of-mars.rst')
    writeFileSync(outside, telescopes.replace('Point every', 'Secret of the'))
    mkdirSync(join(place.path, 'goals/away'), { recursive: true })
    symlinkSync(outside, join(place.path, 'goals/away/linked.rst'))
    for (const goal of [
      '../secret-of-mars.rst',
      outside,
      'goals/../../secret-of-mars.rst',
      'goals/away/linked.rst',
      '../*.rst',
      '{..,goals}/secret-of-mars.rst',
    ]) {
      const read = await call('read_goal', { goal })
      expect([goal, read.isError, read.text.includes('Secret')]).toEqual([goal, true, false])
    }
    expect((await call('lint', { text: 'Sky\n===\n', path: '../secret-of-mars.rst' })).isError).toBe(true)
    rmSync(outside)
    rmSync(join(place.path, 'goals/away'), { recursive: true })
    expect(filesOf()).toBe(before)
  })
})
