/** Calls git. Arguments are passed as arrays, never through a shell. */
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { Markers } from '../document/index.ts'
import type { LineRange } from '../lint/index.ts'
import { repositoryRoot } from './boundary.ts'
import { cannot } from './errors.ts'
import { decode, exists } from './files.ts'

/** Most runs do not use git, so the module that starts processes is loaded on first use. */
const processes = () => process.getBuiltinModule('node:child_process')

/** The output of git; `undefined` if it failed or is not installed. */
export function git(cwd: string, ...args: string[]): Buffer | undefined {
  return gitWithInput(cwd, '', ...args)
}

/** Like `git`, with a text on its standard input. */
export function gitWithInput(cwd: string, input: string, ...args: string[]): Buffer | undefined {
  try {
    return processes().execFileSync('git', [...gitSettings, ...args], {
      cwd,
      ...(input === '' ? {} : { input }),
      stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 30,
      env: plainEnvironment(),
    })
  } catch {
    return undefined
  }
}

/** Like `git`, as one line of text. */
export function gitLine(cwd: string, ...args: string[]): string | undefined {
  return git(cwd, ...args)
    ?.toString('utf8')
    .trim()
}

/** Settings for every call of git, before the command. */
export const gitSettings = [
  // A pull request can contain a folder that git takes for a bare repository, and its configuration can name programs to run.
  'safe.bareRepository=explicit',
  // A program in the configuration of a folder that was unpacked from an archive does not run because somebody opens it.
  'core.fsmonitor=false',
  // What the log prints must not depend on the user's configuration.
  'i18n.logOutputEncoding=UTF-8',
  'log.diffMerges=separate',
  'log.showRoot=true',
  'log.showSignature=false',
].flatMap((setting) => ['-c', setting])

/** Output must not depend on the user's language or pager. GIT_DIR and similar variables stay, because hooks run with them. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', GIT_PAGER: 'cat', GIT_OPTIONAL_LOCKS: '0' }
}

/** The root of the work tree that a folder is in. */
export function workTree(folder: string): string | undefined {
  return gitLine(folder, 'rev-parse', '--show-toplevel') || undefined
}

/** A file at a revision; `undefined` if it does not exist there. */
export function fileAt(path: string, revision: string): string | undefined {
  const place = inWorkTree(path)
  return place && textAt(place.root, place.name, revision)
}

/** Like `fileAt`, for a path in the work tree. */
export function textAt(root: string, name: string, revision: string): string | undefined {
  const bytes = git(root, 'show', '--end-of-options', `${revision}:${name}`)
  return bytes && decode(bytes, `${name} at ${revision}`)
}

/** Whether git tracks a file. In a repository of another user, it does not, unless the user has added that to `safe.directory`.
 * With `GIT_DIR`, git takes every folder for the top of the work tree, so the repository must be around the file.
 */
export function isTracked(path: string): boolean {
  if (repositoryRoot(path) === undefined) return false
  const found = git(dirname(path), '--literal-pathspecs', 'ls-files', '--error-unmatch', '--', basename(path))
  return found !== undefined
}

/** The commit of a name; `undefined` if git does not know it. */
export function revision(folder: string, name: string): string | undefined {
  return gitLine(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`) || undefined
}

/** Like `revision`, but throws a `CannotError` that says what to do. */
export function revisionOrThrow(folder: string, name: string): string {
  const found = revision(folder, name)
  if (found) return found
  const action = `compare with ${name}`
  if (isDistrusted(folder)) throw cannot(action, distrustedRepository.why, distrustedRepository.remedy)
  if (!workTree(folder)) throw cannot(action, 'this is not a git repository', 'Run it in a checkout')
  if (!revision(folder, 'HEAD')) throw cannot(action, 'there is no commit yet', 'Commit what there is first')
  throw cannot(action, 'git does not know this revision', 'Fetch it, or name another one')
}

/** The error and its remedy if git refuses to work because the repository belongs to another user. */
export const distrustedRepository = {
  why: 'the repository belongs to another user, and git refuses to read it',
  remedy: 'Add it to `safe.directory` in the configuration of git (`git help config`), or run goaldoc as its owner',
}

/** A warning for people if the history counts as empty because git refuses to read the repository; `undefined` if it does not. */
export function unreadHistory(path: string): string | undefined {
  const root = repositoryRoot(path)
  const user = process.geteuid?.()
  if (root === undefined || user === undefined || [root, resolve(root, '.git')].every((one) => statSync(one).uid === user))
    return undefined
  return isDistrusted(root) ? `The history was not read: ${distrustedRepository.why}. ${distrustedRepository.remedy}` : undefined
}

/** Whether git refuses to read a repository because it belongs to another user. */
export function isDistrusted(folder: string): boolean {
  const { stderr } = processes().spawnSync('git', [...gitSettings, 'rev-parse', '--show-toplevel'], {
    cwd: folder,
    encoding: 'utf8',
    env: plainEnvironment(),
  })
  return /dubious ownership/.test(stderr ?? '')
}

/** The new side of each hunk in a unified diff without context. If lines were only deleted, the lines before and after the gap count as
 * changed, because a finding about missing text stands there.
 */
export function hunks(diff: string): LineRange[] {
  const ranges: LineRange[] = []
  for (const [, from, count] of diff.matchAll(/(?:^|\n)@@ -\S+ \+(\d+)(?:,(\d+))? @@/g)) {
    const start = Number(from)
    const length = count === undefined ? 1 : Number(count)
    // A deletion after line N is written `+N,0`.
    ranges.push(length === 0 ? { start, end: start + 1 } : { start, end: start + length - 1 })
  }
  return ranges
}

/** Merges three files by lines with git; `conflicts` is the number of conflicts. `undefined` if git cannot merge them, e.g. binary files.
 */
export function mergeTexts(
  paths: { base: string; ours: string; theirs: string },
  { labels, size, style }: Markers,
): { text: Buffer; conflicts: number } | undefined {
  const names = [labels.ours, labels.base, labels.theirs].flatMap((label) => ['-L', label])
  // Without a style on the command line, git uses the configuration of the folder it runs in.
  const options = [...gitSettings, '-c', 'merge.conflictStyle=merge', 'merge-file', '-p', '-q', `--marker-size=${size}`]
  const run = processes().spawnSync(
    'git',
    [...options, ...(style === 'merge' ? [] : [`--${style}`]), ...names, paths.ours, paths.base, paths.theirs],
    { maxBuffer: 1 << 28, env: plainEnvironment() },
  )
  // git returns the number of conflicts (at most 127), or 255 if it failed.
  return run.status === null || run.status > 127 ? undefined : { text: run.stdout, conflicts: run.status }
}

/** The root of the work tree of a path, and its name as git writes it. */
export function inWorkTree(path: string): { root: string; name: string } | undefined {
  const root = repositoryRoot(dirname(resolve(path)))
  if (!root) return undefined
  const folder = dirname(resolve(path))
  const real = exists(folder) ? realpathSync(folder) : folder
  const name = relative(realpathSync(root), resolve(real, relative(folder, resolve(path))))
  return { root, name: name.split(sep).join('/') }
}
