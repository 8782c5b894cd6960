/** Removes the guards behind the promises of SECURITY.md one by one, in a copy of the repository, and runs the test of the promise, which
 * must fail then.
 *
 *     npm run guards -- [TITLE…]
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guards } from './guards/list.ts'
import { promisesOf } from './guards/promises.ts'

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)

/** A copy of all files that git knows. */
function copyOfRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'goaldoc-guards-'))
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const name of names.toString('utf8').split('\0').filter(Boolean)) cpSync(join(root, name), join(copy, name))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Seconds for a test. Without some guards it would never end. */
const longest = 150

/** Whether a test passes in the copy. */
function passes(copy: string, file: string, title: string): Promise<boolean> {
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%s', '.*')
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--coverage.enabled=false',
    file,
    `--testNamePattern=${pattern}`,
  ]
  return new Promise((done) => {
    const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=1024' }
    // A group of its own, so that workers that never end can be killed too.
    const run = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', env, detached: true })
    const timer = setTimeout(() => process.kill(-run.pid!, 'SIGKILL'), longest * 1000)
    run.on('exit', (code) => {
      clearTimeout(timer)
      done(code === 0)
    })
  })
}

const copy = copyOfRepository()
const unnoticed: string[] = []
try {
  for (const { promise, file, title } of promisesOf(readFileSync(join(root, 'SECURITY.md'), 'utf8'))) {
    if (wanted.length > 0 && !wanted.some((part) => title.includes(part))) continue
    console.log(promise)
    const isPassing = await passes(copy, file, title)
    if (!isPassing) unnoticed.push(`${promise}: its test fails with all guards`)
    for (const { file: guarded, text, without } of isPassing ? (guards[title] ?? []) : []) {
      const path = join(copy, guarded)
      const source = readFileSync(path, 'utf8')
      writeFileSync(
        path,
        source.replace(text, () => without),
      )
      const isNoticed = !(await passes(copy, file, title))
      writeFileSync(path, source)
      const shown = `${guarded}: ${text.replace(/\s+/g, ' ').trim()}`
      console.log(`  ${isNoticed ? 'noticed  ' : 'UNNOTICED'} ${shown}`)
      if (!isNoticed) unnoticed.push(`${promise}: ${shown}`)
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(unnoticed.length === 0 ? 'Every guard is tested' : `Not tested:\n${unnoticed.join('\n')}`)
if (unnoticed.length > 0) process.exitCode = 1
