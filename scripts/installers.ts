/** Installs goaldoc with the real installers from local registries, and runs the commands of the CI files: `npm run installers --
 * [NAME…]`, where NAME is `pip`, `tox`, `ci`, `pre-commit` or `npm`. Builds the wheel first, unless `--wheel FILE` is given.
 * Needs Debian's `python3-venv`, `tox`, `pipx`, `pre-commit` and `man-db`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './executable/run.ts'
import { makeExecutable } from './executable.ts'
import { npm } from './installers/npm.ts'
import { ci, index, newerPreCommit, pip, preCommit, tox } from './installers/python.ts'
import { npmSettings, withNode, withoutNode } from './installers/surroundings.ts'
import { makeWheel } from './wheel.ts'

/** A clone of the last commit of this repository, like pre-commit makes it. */
function clone(to: string): string {
  run('git', ['clone', '--quiet', join(import.meta.dirname, '..'), to])
  return to
}

const { values, positionals } = parseArgs({ options: { wheel: { type: 'string' } }, allowPositionals: true })
const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name)
const folder = mkdtempSync(join(tmpdir(), 'goaldoc-installers-'))
try {
  if (['pip', 'tox', 'ci', 'pre-commit'].some(isWanted)) {
    const around = withoutNode(join(folder, 'python'))
    const wheel = values.wheel ? resolve(values.wheel) : makeWheel(await makeExecutable(), {})
    const server = await index(around, wheel)
    try {
      if (isWanted('pip')) pip(around)
      if (isWanted('tox')) tox(around)
      if (isWanted('ci')) ci(around)
      if (isWanted('pre-commit')) {
        const repository = clone(join(folder, 'goaldoc'))
        // npm builds the hooks of the repository itself.
        const node = withNode({ ...around, env: { ...around.env, ...npmSettings() } }, process.execPath)
        for (const program of ['pre-commit', newerPreCommit(folder)])
          preCommit(around, program, { path: repository, around: node })
      }
    } finally {
      await server.stop()
    }
  }
  if (isWanted('npm')) await npm(join(folder, 'npm'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
