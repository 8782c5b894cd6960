/** The Node inside the executable. */
import { join } from 'node:path'
import { fromNpm } from './from-npm.ts'

/** Node 24 starts in less than half the time of Node 20, and is maintained until April 2028. */
const version = '24.21.0'

/** The platform in the notation of npm's packages. */
export const thisPlatform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** Node's binary for a platform (`linux-x64`, `darwin-arm64`, `win-x64`), from its npm package. `wanted` is a version in npm's
 * notation, e.g. `22`.
 */
export function nodeFor(platform: string, wanted: string = version): string {
  return join(fromNpm(`node-${platform}`, wanted), 'bin', platform.startsWith('win') ? 'node.exe' : 'node')
}
