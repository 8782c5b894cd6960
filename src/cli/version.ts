/** The version of the package. */
import { readFileSync } from 'node:fs'

/** `src/cli/` and `dist/` (with its chunks) are at different depths, so `package.json` is looked for upwards. */
export function packageVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string
        version?: string
      }
      if (name === 'goaldoc' && version) return version
    } catch {
      // Not in this folder: look one level up.
    }
  }
  return '0.0.0'
}
