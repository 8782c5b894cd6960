/** Compiled code, kept between runs: of what a cold start takes, compiling is the most. Node does it itself from 22.8 on; for older
 * ones this does it for the files of the built command, which are CommonJS for this reason. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'

/** The part of Node's module loader that turns a text into code. It is what every tool of this kind takes hold of. */
interface Loader {
  prototype: {
    _compile(this: NodeJS.Module, content: string, filename: string): unknown
  }
}

/** Keeps the compiled code of the files below a folder. Where that is not possible, files are compiled as ever. */
export function keepCompiledCode(folder: string): void {
  const node = module as typeof module & { enableCompileCache?: () => void } & Loader
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

/** A folder of the user's own: whoever can write into it can run code as the user. */
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
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${content}\n})`, {
    filename,
    ...(kept ? { cachedData: kept.data } : {}),
  })
  const runs = kept && !script.cachedDataRejected ? kept.runs : 0
  if (runs < learning) {
    // At the end, so that it holds what was compiled on the way.
    atExit(() => writeCache(file, stamp, runs + 1, script.createCachedData()))
  }
  const run = script.runInThisContext() as (...args: unknown[]) => unknown
  return run.call(owner.exports, owner.exports, (id: string): unknown => owner.require(id), owner, filename, dirname(filename))
}

const waiting: (() => void)[] = []

/** One listener for all files: Node warns of more than ten. */
function atExit(write: () => void): void {
  if (waiting.length === 0) process.once('exit', () => waiting.forEach((one) => void one()))
  waiting.push(write)
}

/** V8 compares the length of a source only; its time of change tells versions of equal length apart. */
function stampOf(filename: string): string {
  const { mtimeMs, size } = statSync(filename)
  return `${mtimeMs} ${size}`.padEnd(48)
}

/** A run compiles the functions that it calls: one that finds nothing never learns how to report. So the first runs add to the cache,
 * at 8 ms each; later ones only read it. */
const learning = 4

function readCache(file: string, stamp: string): { runs: number; data: Buffer } | undefined {
  try {
    const bytes = readFileSync(file)
    if (bytes.toString('latin1', 0, stamp.length) !== stamp) return undefined
    return { runs: bytes[stamp.length]!, data: bytes.subarray(stamp.length + 1) }
  } catch {
    return undefined
  }
}

/** Whole or not at all: another run may read it at this moment. */
function writeCache(file: string, stamp: string, runs: number, data: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const beside = `${file}.${process.pid}.tmp`
    writeFileSync(beside, Buffer.concat([Buffer.from(stamp, 'latin1'), Buffer.of(runs), data]))
    renameSync(beside, file)
  } catch {
    // A home that cannot be written to: the next run compiles again.
  }
}

/** FNV-1a: short, and loads nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
