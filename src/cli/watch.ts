/** `--watch`: runs again whenever a file changes, and prints only what changed. */
import { basename } from 'node:path'
import type { Diagnostic } from '../lint/index.ts'
import { plural, type Result } from '../report/index.ts'
import { CannotError, cannot, forgetProfiles, gitIgnored, isFolder, reasonOf, repositoryRoot } from '../repository/index.ts'
import { surplus } from '../text/index.ts'
import type { Arguments, Option } from './command.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'

export const watchOption = {
  type: 'boolean',
  describe: 'Run again after each change; print what is new',
} as const satisfies Option

/** What the last run found. */
export interface LastRun {
  /** The findings that the last run did not have; those of this run are remembered. */
  fresh(results: readonly Result[]): Result[]
}

/** `tell` gets a line about findings that are gone. */
export function openLastRun(tell: (line: string) => void): LastRun {
  let known = new Map<string, string[]>()
  return {
    fresh(results) {
      const now = new Map<string, string[]>()
      const fresh = results.map((result): Result => {
        const keyOf = (found: Diagnostic) => keyIn(result, found)
        const before = known.get(result.path) ?? []
        now.set(result.path, result.diagnostics.map(keyOf))
        return { ...result, diagnostics: surplus(result.diagnostics, keyOf, before) }
      })
      for (const [path, before] of known) {
        const gone = surplus(before, (key) => key, now.get(path) ?? []).length
        if (gone > 0) tell(`${plural(gone, 'finding')} of ${path} ${gone === 1 ? 'is' : 'are'} gone`)
      }
      known = now
      return fresh
    },
  }
}

/** A finding is the same if it is about the same text, wherever that stands now. */
function keyIn({ source }: Result, { ruleId, severity, message, offset, endOffset }: Diagnostic): string {
  return [ruleId, severity, message, source.slice(offset, endOffset)].join('\0')
}

/** Files that change: each call of the listener stands for one or more. */
export interface Watcher {
  on(listener: () => void): void
  close(): Promise<void>
}

/** Runs once, and again after each change, until `stopped`. Changes during a run make one more run. Returns the last exit code. */
export async function runOnChanges(
  watcher: Watcher,
  stopped: Promise<unknown>,
  run: () => Promise<number>,
  quiet = 50,
): Promise<number> {
  let isStopped = false
  let isChanged = true
  let wake = () => {}
  watcher.on(() => {
    isChanged = true
    wake()
  })
  stopped.then(() => {
    isStopped = true
    wake()
  })
  let code = 0
  while (!isStopped) {
    if (isChanged) {
      isChanged = false
      code = await run()
    } else {
      await new Promise<void>((done) => {
        wake = done
      })
      // An editor writes several files, or one in several steps.
      await new Promise((done) => setTimeout(done, quiet))
    }
  }
  await watcher.close()
  return code
}

/** Runs a command again and again; `run` gets the arguments as they are, and what the last run found. */
export async function watch(args: Arguments, io: Io, run: (io: Io, memory: LastRun) => Promise<number>): Promise<number> {
  refuse(args)
  const watcher = await watcherOf(args, io)
  const stopped = new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  })
  io.err('Watching; Ctrl-C ends it\n')
  let said = new Set<string>()
  const memory = openLastRun((line) => io.err(`${line}\n`))
  return runOnChanges(watcher, stopped, async () => {
    forgetProfiles()
    const now = new Set<string>()
    const once: Io['err'] = (text, isPainted) => {
      now.add(text)
      if (!said.has(text)) io.err(text, isPainted)
    }
    try {
      return await run(Object.create(io, { err: { value: once } }) as Io, memory)
    } catch (error) {
      if (!(error instanceof CannotError)) throw error
      // A configuration that is being written may have errors.
      once(`${error.message}\n${error.detail ? `${error.detail}\n` : ''}`)
      return 2
    } finally {
      said = now
    }
  })
}

function refuse({ _: paths, format, ...args }: Arguments): void {
  const flag = ['hook', 'update-baseline', 'diff', 'statistics', 'print-config'].find((name) => args[name])
  if (flag) throw cannot(`use --watch with --${flag}`, 'that is for one run', 'Leave one of them away')
  if (paths.includes('-')) throw cannot('watch standard input', 'it does not change', 'Name files or folders')
  const wrong = ((format ?? []) as string[]).find((name) => !name.includes(':') && !/^(?:pretty|compact|auto)$/.test(name))
  if (wrong)
    throw cannot(
      `use --watch with --format ${wrong}`,
      'programs read the findings of one run',
      `Write a file: --format ${wrong}:FILE`,
    )
}

/** Folders that no file of ours is in. */
const neverWatched = new Set(['.git', '.tox', 'node_modules', '__pycache__'])

/** Watches the repository, since findings depend on models, the configuration, the team list and other documents. */
async function watcherOf({ _: paths }: Arguments, io: Io): Promise<Watcher> {
  const { watch } = await import('chokidar')
  const root = repositoryRoot(io.cwd) ?? io.cwd
  const isIgnored = gitIgnored(root)
  const named = paths.map((path) => absolutePath(path, io)).filter((path) => !/[*?[{]/.test(path))
  const ignored = (path: string) => neverWatched.has(basename(path)) || (!named.includes(path) && isIgnored(path, isFolder(path)))
  const watcher = watch([root, ...named], { ignoreInitial: true, ignored })
  await new Promise<void>((done, fail) => {
    watcher.once('ready', () => done())
    watcher.once('error', (error) =>
      fail(cannot('watch the files', reasonOf(error), 'Name fewer folders, or raise the limit of the system')),
    )
  })
  return { on: (listener) => watcher.on('all', () => listener()), close: () => watcher.close() }
}
