/** The version of the package. */
import { createRequire } from 'node:module'

/** `src/cli/` and `dist/` (with its chunks) are at different depths, so `package.json` is searched for in the folders above. It
 * is loaded with `require`, because the executable contains it.
 */
export function packageVersion(): string {
  const require = createRequire(import.meta.filename)
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = require(up) as { name?: string; version?: string }
      if (name === 'goaldoc' && version) return version
    } catch {
      // Not in this folder: look one level up.
    }
  }
  return '0.0.0'
}
