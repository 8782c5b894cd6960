/** The folder in git's own folder where this tool keeps what it would otherwise find out again. It can be removed at any time. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { gitLine, inWorkTree } from './git.ts'

/** Where something about a file is kept; nothing outside of a repository. */
export function keptFile(path: string, kind = ''): string | undefined {
  const place = inWorkTree(path)
  const folder = place && gitLine(place.root, 'rev-parse', '--git-path', 'goaldoc')
  if (!place || !folder) return undefined
  const name = createHash('sha256').update(place.name).digest('hex').slice(0, 32)
  return join(resolve(place.root, folder), `${name}${kind}.json`)
}
