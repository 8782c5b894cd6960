/** Programs from npm that are no dependency of this project, because they are large. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const folder = fileURLToPath(new URL('../../.nodes', import.meta.url))

/** The folder of a package of a certain version, which is installed once; its dependencies may be overridden. */
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
