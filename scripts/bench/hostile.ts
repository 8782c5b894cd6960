/** Documents that are made to keep the linter busy: CPU seconds and memory of `goaldoc lint`, at 64, 256 and 1024 KiB.
 *
 * Three kinds of rows are worth a look: those that were killed, those that take over a second, and those whose time grows by far more
 * than their size. `npm run bench -- hostile` takes a quarter of an hour; `KIND=fences` runs the kinds whose name holds that.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostileDocuments } from '../hostile.ts'

const bin = join(import.meta.dirname, '../../dist/bin.cjs')
const sizes = [64, 256, 1024]
/** Seconds after which a process is killed. */
const limit = 45
const folder = mkdtempSync(join(tmpdir(), 'goaldoc-hostile-'))
const [document, usage, hook] = ['goal.rst', 'usage.json', 'hook.cjs'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
writeFileSync(
  hook,
  `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())))`,
)

/** CPU seconds and mebibytes of one run; nothing where it was killed. */
function measure(source: string): { seconds: number; memory: number } | undefined {
  writeFileSync(document, source)
  writeFileSync(usage, '')
  spawnSync(process.execPath, ['-r', hook, bin, 'lint', document], {
    stdio: 'ignore',
    timeout: limit * 1000,
    killSignal: 'SIGKILL',
  })
  const text = readFileSync(usage, 'utf8')
  if (text === '') return undefined
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(text) as NodeJS.ResourceUsage
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, memory: Math.round(maxRSS / 1024) }
}

const titles = sizes.map((size) => `${size} KiB`).join(' | ')
process.stdout.write(
  `| CPU seconds of \`goaldoc lint\` | ${titles} | MiB at the most |\n|---|${'---|'.repeat(sizes.length + 1)}\n`,
)
for (const { name } of hostileDocuments(64)) {
  if (!name.includes(process.env.KIND ?? '')) continue
  const runs = sizes.map((size) => measure(hostileDocuments(size * 1024).find((input) => input.name === name)!.source))
  const cells = runs.map((run) => run?.seconds.toFixed(2) ?? 'killed').join(' | ')
  process.stdout.write(`| ${name.replaceAll('|', '\\|')} | ${cells} | ${Math.max(...runs.map((run) => run?.memory ?? 0))} |\n`)
}
rmSync(folder, { recursive: true })
