/** The Node that the executable carries. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

/** Node 24 starts in less than half of the time of Node 20, and is maintained until April 2028. */
const version = '24.21.0'

const folder = fileURLToPath(new URL('../../.nodes', import.meta.url))

/** Node's binary for a platform (`linux-x64`, `darwin-arm64`, `win-x64`), from its npm package. */
export function nodeFor(platform: string): string {
  return nodeFromNpm(platform, version)
}

/** The same for another version of Node, as npm understands it: `22`. */
function nodeFromNpm(platform: string, wanted: string): string {
  const place = join(folder, `${platform}-${wanted}`)
  const binary = join(place, 'node_modules', `node-${platform}`, 'bin', platform.startsWith('win') ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'package.json'), '{ "private": true }\n')
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--force', '--prefer-offline']
    run('npm', ['install', ...flags, `node-${platform}@${wanted}`], { cwd: place })
  }
  return binary
}
