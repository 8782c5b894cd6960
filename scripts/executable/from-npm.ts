/** Installs programs from npm that are too large to be dependencies of this project. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const folder = fileURLToPath(new URL('../../.nodes', import.meta.url))

/** The folder of a version of a package, which is installed on the first call. Versions of its dependencies can be overridden. */
export function fromNpm(name: string, version: string, overrides: Record<string, string> = {}): string {
  const place = join(folder, `${name.replaceAll('/', '-')}-${version}`)
  const made = join(place, 'node_modules', name)
  if (!existsSync(made)) {
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, overrides }))
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--force', '--prefer-offline']
    run('npm', ['install', ...flags, `${name}@${version}`], { cwd: place })
  }
  return made
}
