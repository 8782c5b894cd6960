/** Reads the saved answers of Gerrit, GitHub and GitLab from files. */
import { join } from 'node:path'
import { openstack } from '../preset/index.ts'
import { type Change, readChanges } from '../roster/index.ts'
import { repositoryRoot } from './boundary.ts'
import { cannot } from './errors.ts'
import { readText, readTextIfThere, shownPath } from './files.ts'

/** The changes of all files, and the files that are incomplete. */
export function changesInFiles(
  paths: readonly string[],
  cwd: string,
  gerrit: string | undefined,
): { changes: Change[]; cut: string[] } {
  const address = gerrit ?? gerritOf(cwd)
  const cut: string[] = []
  let isComplete = false
  const changes = paths.flatMap((path) => {
    const shown = shownPath(path, cwd)
    const text = readText(path, shown)
    try {
      const read = readChanges(text, address)
      if (read.hasMore) cut.push(shown)
      else isComplete = true
      return read.changes
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw cannot(`read the changes in ${shown}`, error.message, 'Save the answer of the forge as it is')
    }
  })
  // If an answer is split into several files, only the last page is complete.
  return { changes, cut: isComplete && paths.length > 1 ? [] : cut }
}

/** The Gerrit server of a checkout according to its `.gitreview`; OpenStack's if it names none. */
function gerritOf(cwd: string): string {
  const root = repositoryRoot(cwd)
  const host = root && /^host\s*=\s*(\S+)/m.exec(readTextIfThere(join(root, '.gitreview')) ?? '')?.[1]
  return `https://${host || openstack.gerritHost}`
}
