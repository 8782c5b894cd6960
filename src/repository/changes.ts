/** What changed since a revision. git is asked once for the changes of a whole repository, and once for the earlier texts. */
import { dirname } from 'node:path'
import type { LineRange } from '../lint/index.ts'
import { decode } from './files.ts'
import { git, gitWithInput, hunks, inWorkTree } from './git.ts'

/** A change of a file. */
interface FileChange {
  /** The changed lines; all lines if the file is new. */
  ranges: readonly LineRange[]
  /** The earlier text, under any name; absent if there was none. */
  readonly before?: string
}

export interface Changes {
  /** `undefined` if the file is unchanged. */
  of(path: string): FileChange | undefined
}

interface Repository {
  changed: ReadonlyMap<string, Entry>
  /** The names of all files at the revision, for files that git's diff does not contain. */
  known(): ReadonlySet<string>
  text(blob: string): string
}

/** A changed file: its earlier blob, and the changed lines. */
interface Entry {
  blob?: string
  ranges: readonly LineRange[]
}

const everyLine: readonly LineRange[] = [{ start: 1, end: Number.MAX_SAFE_INTEGER }]

/** @param revisionIn what the revision is called in the repository of a folder; it may refuse a folder that is in none */
export function openChanges(revisionIn: (folder: string) => string): Changes {
  const repositories = new Map<string, Repository>()
  return {
    of(path) {
      const place = inWorkTree(path)
      if (!place) {
        revisionIn(dirname(path))
        return { ranges: everyLine }
      }
      const repository = repositories.get(place.root) ?? openRepository(place.root, revisionIn(place.root))
      repositories.set(place.root, repository)
      const entry = repository.changed.get(place.name)
      if (!entry) return repository.known().has(place.name) ? undefined : { ranges: everyLine }
      const { ranges, blob } = entry
      return blob === undefined
        ? { ranges }
        : {
            ranges,
            get before() {
              return repository.text(blob)
            },
          }
    },
  }
}

function openRepository(root: string, revision: string): Repository {
  const changed = changedSince(root, revision)
  let known: Set<string> | undefined
  let texts: ReadonlyMap<string, Buffer> | undefined
  return {
    changed,
    known() {
      known ??= new Set((git(root, 'ls-tree', '-r', '-z', '--name-only', '--full-tree', revision) ?? '').toString().split('\0'))
      return known
    },
    text(blob) {
      texts ??= textsOf(
        root,
        [...changed.values()].flatMap((entry) => entry.blob ?? []),
      )
      return decode(texts.get(blob)!, `a file at ${revision}`)
    },
  }
}

const options = ['--raw', '--no-abbrev', '--patch', '-z', '--unified=0', '--find-renames=40%', '--text']
/** Settings in the user's git configuration that must not affect the output. */
const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--submodule=short', '--inter-hunk-context=0']

/** The files that differ in the work tree. The output has all records first, then a patch for each. */
function changedSince(root: string, revision: string): Map<string, Entry> {
  const said = (git(root, 'diff', ...options, ...plain, revision, '--') ?? '').toString('utf8')
  const changed = new Map<string, Entry>()
  const records: { status: string; blob: string; name: string }[] = []
  let at = 0
  const field = () => {
    const end = said.indexOf('\0', at)
    const text = said.slice(at, end)
    at = end + 1
    return text
  }
  while (said[at] === ':') {
    const [, , blob, , status] = field().split(' ') as [string, string, string, string, string]
    const name = field()
    // The old path of a moved file now contains a new file.
    if (status.startsWith('R')) changed.set(name, { ranges: everyLine })
    records.push({ status: status[0]!, blob, name: /^[RC]/.test(status) ? field() : name })
  }
  const patches = said
    .slice(at)
    .split(/(?:^\0?|\n)diff --git /)
    .slice(1)
  for (const { status, blob, name } of records) {
    // An unmerged file has no patch, and a file whose type changed has two.
    const patch = status === 'U' ? undefined : patches.shift()
    if (status === 'T') patches.shift()
    const isEdited = patch !== undefined && /^[MRC]/.test(status)
    changed.set(name, isEdited ? { blob, ranges: hunks(patch) } : { ranges: everyLine })
  }
  return changed
}

/** The bytes of blobs, read by one process. */
function textsOf(root: string, blobs: readonly string[]): Map<string, Buffer> {
  const texts = new Map<string, Buffer>()
  const bytes = gitWithInput(root, blobs.map((blob) => `${blob}\n`).join(''), 'cat-file', '--batch')!
  let at = 0
  for (const blob of blobs) {
    const end = bytes.indexOf(10, at)
    const size = Number(bytes.toString('latin1', at, end).split(' ')[2])
    texts.set(blob, bytes.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return texts
}
