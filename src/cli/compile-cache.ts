/** Keeps compiled code between runs, because compiling takes most of a cold start. Node does this itself since 22.8; for older versions
 * this module does it for the files of the built command, which are CommonJS for this reason.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compilingAsUsual } from './tiers.ts'

/** The part of Node's module loader that compiles a text. Every tool of this kind replaces it. */
interface Loader {
  enableCompileCache?(): void
  prototype: {
    _compile(this: NodeJS.Module, content: string, filename: string): unknown
  }
}

/** Caches the compiled code of the files below a folder. If that fails, files are compiled as usual. */
export function keepCompiledCode(folder: string): void {
  // The executable has the compiled code inside.
  if (process.getBuiltinModule('node:sea')?.isSea()) return
  // Not imported: the default import of a bundled file needs a further file.
  const node = process.getBuiltinModule('node:module') as typeof import('node:module') & Loader
  if (node.enableCompileCache) {
    node.enableCompileCache()
    return
  }
  const cache = cacheFolder(process.env)
  if (cache === undefined) return
  const compile = node.prototype._compile
  node.prototype._compile = function (content, filename) {
    return filename.startsWith(folder) ? runCached(this, content, filename, cache) : compile.call(this, content, filename)
  }
}

/** A folder that only the user can write: another user could otherwise inject code. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined
  const base = env.XDG_CACHE_HOME || (process.platform === 'win32' ? env.LOCALAPPDATA : env.HOME && join(env.HOME, '.cache'))
  return base ? join(base, 'goaldoc', `${process.version}-${process.arch}`) : undefined
}

function runCached(owner: NodeJS.Module, content: string, filename: string, cache: string): unknown {
  const vm = process.getBuiltinModule('node:vm')
  const file = join(cache, `${hash(filename)}.bin`)
  const stamp = stampOf(filename)
  const kept = readCache(file, stamp)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${content}\n})`
  const script = compilingAsUsual(() => new vm.Script(wrapped, { filename, ...(kept ? { cachedData: kept.data } : {}) }))
  const runs = kept && !script.cachedDataRejected ? kept.runs : 0
  if (runs < learning || Date.now() - kept!.written > day) {
    // At the end, so that the cache contains the functions that were compiled during the run.
    atExit(() => writeCache(file, stamp, Math.min(runs + 1, learning), script.createCachedData()))
  }
  const run = script.runInThisContext() as (...args: unknown[]) => unknown
  return run.call(owner.exports, owner.exports, (id: string): unknown => owner.require(id), owner, filename, dirname(filename))
}

const waiting: (() => void)[] = []

/** One listener for all files: Node warns about more than ten. */
function atExit(write: () => void): void {
  if (waiting.length === 0) process.once('exit', writeAll)
  waiting.push(write)
}

/** A run with more processor time, in microseconds, is not learnt from. Its code says which functions V8 compiled further, and V8 would do
 * that with all of them in each short run: 5 ms more.
 */
const longRun = 1_000_000

function writeAll(): void {
  const { user, system } = process.cpuUsage()
  if (user + system < longRun) for (const write of waiting) write()
}

/** V8 compares only the length of a source; the modification time distinguishes versions of equal length. With the number of runs behind
 * it the stamp has 64 bytes: V8 would copy compiled code that does not begin at a multiple of 8.
 */
function stampOf(filename: string): string {
  const { mtimeMs, size } = statSync(filename)
  return `${mtimeMs} ${size}`.padEnd(63)
}

/** A run compiles only the functions that it calls: one without findings never compiles the reports. So the first runs add to the cache,
 * which costs 8 ms each. Later runs only read it, except for one a day: after four times `lint`, each `check` would compile for 5 ms.
 */
const learning = 4
const day = 24 * 60 * 60 * 1000

interface Kept {
  runs: number
  /** When it was written, in milliseconds. */
  written: number
  data: Buffer
}

function readCache(file: string, stamp: string): Kept | undefined {
  try {
    const bytes = readFileSync(file)
    if (bytes.toString('latin1', 0, stamp.length) !== stamp) return undefined
    return { runs: bytes[stamp.length]!, written: statSync(file).mtimeMs, data: bytes.subarray(stamp.length + 1) }
  } catch {
    return undefined
  }
}

/** Written as a whole: another run may read it at the same time. */
function writeCache(file: string, stamp: string, runs: number, data: Buffer): void {
  const beside = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  } catch {
    // The home folder is read-only: the next run compiles again.
    return
  }
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(stamp, 'latin1'), Buffer.of(runs), data]))
    renameSync(beside, file)
  } catch {
    // The disk is full.
    rmSync(beside, { force: true })
  }
}

/** FNV-1a: short, and needs no import. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
