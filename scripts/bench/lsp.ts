/** Measures the language server: the time from a key press to its findings, in a goal of 800 lines with its teams and its model, and in a
 * document of 5,000 lines, and the memory after 5,000 edits.
 *
 * Editor and server share the machine; if it is busy, the processor time shows the cost of the server itself.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { row } from '../measure.ts'

const bin = join(import.meta.dirname, '../../dist/bin.cjs')
if (!existsSync(bin)) {
  process.stderr.write('Cannot time the server: it is not built. Run `npm run build`.\n')
  process.exit(2)
}
const keys = Number(process.env.KEYS ?? 200)
const edits = Number(process.env.EDITS ?? 5000)

/** A goal with this number of lines: teams of fourteen lines each. */
function goalOf(lines: number): string {
  const head =
    '====================\n Chart every comet\n====================\n\nEvery observatory sends its comets.\n\nProject Teams\n=============\n\n'
  const count = Math.ceil((lines - head.split('\n').length) / 14)
  const teams = Array.from({ length: count }, (_, index) => {
    const name = `observatory-${String(index).padStart(3, '0')}`
    const link = `https://planets.example/${name}`
    return `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\n* ${link}/plan\n* The *first* chart is \`\`ready\`\`.\n\nCompletion Artifacts:\n\n* ${link}/chart\n* None\n\n`
  })
  return `${head}${teams.join('\n')}`
}

const folder = mkdtempSync(join(tmpdir(), 'goaldoc-bench-'))
// The goal has what a goal has: a list of teams, and a model.
const goal = join(folder, 'goals/goal-800.rst')
for (const name of ['reference', 'goals']) mkdirSync(join(folder, name))
const official = goalOf(800).match(/^observatory-\d+$/gm)!
const entry = (name: string) => `${name}:\n  deliverables:\n    ${name}:\n      repos: []\n`
writeFileSync(join(folder, 'reference/projects.yaml'), official.map(entry).join(''))
writeFileSync(goal, goalOf(800))
execFileSync(process.execPath, [bin, 'import', goal], { cwd: folder, stdio: 'ignore' })
const server = spawn(process.execPath, ['--expose-gc', bin, 'lsp', '--stdio'], {
  cwd: folder,
  stdio: ['pipe', 'pipe', 'inherit'],
})
const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
let told: (params: PublishDiagnosticsParams) => void = () => {}
connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => told(params))
connection.listen()
await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} })
await connection.sendNotification('initialized', {})

const answerOf = (version: number) =>
  new Promise<void>((resolve) => {
    told = (params) => {
      if (params.version === version) resolve()
    }
  })

/** Types characters in the middle of a document; each one after the findings of the last one have arrived. */
async function typing(
  name: string,
  text: string,
  count: number,
  every = 0,
  look: (done: number) => void = () => {},
): Promise<number[]> {
  const uri = pathToFileURL(join(folder, name)).href
  writeFileSync(join(folder, name), text)
  const line = Math.floor(text.split('\n').length / 2)
  let version = 1
  const opened = answerOf(version)
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'restructuredtext', version, text },
  })
  await opened
  const times: number[] = []
  for (let key = 0; key < count; key++) {
    const start = performance.now()
    const answered = answerOf(++version)
    const at = { line, character: 0 }
    // Alternately inserts and deletes a letter.
    const change =
      key % 2 === 0
        ? { range: { start: at, end: at }, text: 'x' }
        : { range: { start: at, end: { line, character: 1 } }, text: '' }
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
    await answered
    times.push(performance.now() - start)
    if (every && (key + 1) % every === 0) look(key + 1)
  }
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  return times.slice(Math.min(20, count / 10))
}

/** The processor time of the server in ms; the kernel counts in hundredths of a second. */
const spent = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
const share = (values: number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)]!.toFixed(1)

for (const [file, lines] of [
  ['goals/goal-800.rst', 800],
  ['document-5000.rst', 5000],
] as const) {
  const text = goalOf(lines)
  const before = spent()
  const times = await typing(file, text, keys)
  const mean = ((spent() - before) / keys).toFixed(1)
  const name = `editor: from a key to the findings of ${text.split('\n').length} lines`
  row(`${name}, ms of the clock (95 %)`, `${share(times, 0.5)} (${share(times, 0.95)})`, lines === 800 ? '50' : '')
  row(`${name}, ms of processor time`, mean)
}
const sizes: string[] = []
await typing('long-day.rst', goalOf(200), edits, Math.ceil(edits / 5), () => sizes.push(memory().toFixed(0)))
row(`editor: MiB of the server, at each fifth of ${edits} edits`, sizes.join(', '), 'flat')
await connection.sendRequest('shutdown')
await connection.sendNotification('exit')
connection.dispose()
rmSync(folder, { recursive: true })
