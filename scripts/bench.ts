/** Runs benchmarks one after another, because parallel runs would disturb each other, and prints one table.
 *
 * Without names, all that take minutes; `hostile` and `memory`, which take longer, are run by their names.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'bench')
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()
/** What has tables of its own. */
const long = ['hostile', 'memory']
const wanted = process.argv.slice(2)
for (const name of wanted) {
  if (known.includes(name)) continue
  process.stderr.write(`Cannot run the benchmark \`${name}\`: there is none. Known: ${known.join(', ')}\n`)
  process.exit(2)
}
const names = wanted.length > 0 ? wanted : known.filter((name) => !long.includes(name))
const day = new Date().toISOString().slice(0, 10)
process.stdout.write(
  `Processor time, medians of what was measured in turns (least to most). ${day}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n\n`,
)
if (names.some((name) => !long.includes(name))) process.stdout.write('| what | measured | wanted |\n|---|---|---|\n')
for (const name of names) {
  if (long.includes(name)) process.stdout.write(`\n# ${name}\n\n`)
  const { status } = spawnSync(process.execPath, ['--import', 'jiti/register', join(folder, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
