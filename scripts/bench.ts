/** Runs all benchmarks in `scripts/bench/`, or the named ones, one after another, because parallel runs would disturb each other.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'bench')
const known = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
      .sort()
  : []
const wanted = process.argv.slice(2)
for (const name of wanted) {
  if (known.includes(name)) continue
  process.stderr.write(`Cannot run the benchmark \`${name}\`: there is none. Known: ${known.join(', ')}\n`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : known) {
  process.stdout.write(`\n# ${name}\n\n`)
  const { status } = spawnSync(process.execPath, ['--import', 'jiti/register', join(folder, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
