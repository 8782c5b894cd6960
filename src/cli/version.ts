/** The version of the package. */
import { readFileSync } from 'node:fs'

/** Both `src/cli/` and `dist/` (with the chunks in it or below it) are looked for the package they belong to. */
export function packageVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string
        version?: string
      }
      if (name === 'goaldoc' && version) return version
    } catch {
      // Not at this height.
    }
  }
  return '0.0.0'
}
