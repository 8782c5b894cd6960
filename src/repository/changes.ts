/** What changed since a revision: one question to git for a whole repository, and one for what its files were. */
import type { LineRange } from '../lint/index.ts'
import { decode } from './files.ts'
import { git, hunks, inWorkTree } from './git.ts'

/** A change of a file. */
interface FileChange {
  /** The lines that it touched; all of them where the file is new. */
  ranges: readonly LineRange[]
  /** The text of before, under whatever name; absent where there was none. */
  readonly before?: string
}

export interface Changes {
  /** Nothing where the file is as it was. */
  of(path: string): FileChange | undefined
}

interface Repository {
  changed: ReadonlyMap<string, Entry>
  /** The names of all files at the revision, for those that git's diff does not tell of. */
  known(): ReadonlySet<string>
  text(blob: string): string
}

/** A file that differs: the blob that it was, and the lines that changed. */
interface Entry {
  blob?: string
  ranges: readonly LineRange[]
}

const everyLine: readonly LineRange[] = [{ start: 1, end: Number.MAX_SAFE_INTEGER }]

export function openChanges(revision: string): Changes {
  const repositories = new Map<string, Repository>()
  return {
    of(path) {
      const place = inWorkTree(path)
      if (!place) return { ranges: everyLine }
      const repository = repositories.get(place.root) ?? openRepository(place.root, revision)
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
/** What somebody's configuration of git shall not change. */
const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--submodule=short', '--inter-hunk-context=0']

/** The files that differ in the work tree. The records come first, then a patch for each. */
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
    const [, , blob = '', , status = ''] = field().split(' ')
    const name = field()
    // At the old name of a file that was moved, whatever stands is new.
    if (status.startsWith('R')) changed.set(name, { ranges: everyLine })
    records.push({ status: status[0]!, blob, name: /^[RC]/.test(status) ? field() : name })
  }
  const patches = said
    .slice(at)
    .split(/(?:^|\n|\0)diff --git /)
    .slice(1)
  for (const { status, blob, name } of records) {
    // What is not merged has no patch, and what became a file of another type has two.
    const patch = status === 'U' ? undefined : patches.shift()
    if (status === 'T') patches.shift()
    const isEdited = patch !== undefined && /^[MRC]/.test(status)
    changed.set(name, isEdited ? { blob, ranges: hunks(patch) } : { ranges: everyLine })
  }
  return changed
}

/** The bytes of blobs, all by one process. */
function textsOf(root: string, blobs: readonly string[]): Map<string, Buffer> {
  const texts = new Map<string, Buffer>()
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  const bytes = execFileSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: blobs.map((blob) => `${blob}\n`).join(''),
    maxBuffer: 1 << 30,
  })
  let at = 0
  for (const blob of blobs) {
    const end = bytes.indexOf(10, at)
    const size = Number(bytes.toString('latin1', at, end).split(' ')[2])
    texts.set(blob, bytes.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return texts
}
