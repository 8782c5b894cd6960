/** Writing files whole or not at all. What a file was, its mode, its owner and the links to it stay; nobody else's edit is lost. */
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { destinationOf, leadsOut } from './boundary.ts'
import { CannotError, cannot, errorCode, reasonOf } from './errors.ts'

export interface Writing {
  /** What the file held when it was read: where it holds something else by now, it is not written. */
  before?: string | undefined
  /** Makes missing folders. */
  withFolders?: boolean
}

/** Writes a file whole or not at all, and only where its bytes change; answers whether they did. `shown` is how messages call it.
 *
 * A symbolic link is followed within the repository: the file behind it is replaced, the link stays.
 * @throws {CannotError} where the file is read-only, was changed since it was read, or lies outside of the repository
 */
export function writeText(path: string, text: string, shown = path, options: Writing = {}): boolean {
  return writeBytes(path, Buffer.from(text, 'utf8'), shown, options)
}

/** As `writeText`, for what is not UTF-8. */
export function writeBytes(path: string, bytes: Buffer, shown = path, options: Writing = {}): boolean {
  try {
    const target = targetOf(path, shown)
    if (options.withFolders) mkdirSync(dirname(target), { recursive: true })
    const status = statSync(target, { throwIfNoEntry: false })
    const now = status?.isFile() ? readFileSync(target) : undefined
    if (now?.equals(bytes)) return false
    if (options.before !== undefined && !(now ?? Buffer.alloc(0)).equals(Buffer.from(options.before, 'utf8')))
      throw cannot(`write ${shown}`, 'it was changed in the meantime', 'Run the command again')
    // Whoever took away the right to write meant it, though renaming would get around it.
    if (status && (status.mode & 0o222) === 0) throw cannot(`write ${shown}`, 'it is read-only')
    replace(target, bytes, status)
    return true
  } catch (error) {
    if (error instanceof CannotError) throw error
    const isFolderMissing = errorCode(error) === 'ENOENT'
    const advice = isFolderMissing ? `There is no folder ${dirname(shown)}` : undefined
    throw cannot(`write ${shown}`, isFolderMissing ? 'its folder is missing' : reasonOf(error), advice, { cause: error })
  }
}

/** Puts a new file in the place of the old one: at any moment there is one of them, whole. */
function replace(target: string, bytes: Buffer, before: { mode: number; uid: number; gid: number } | undefined): void {
  const [folder, name] = [dirname(target), basename(target)]
  sweep(folder, name)
  const beside = join(folder, `.${name}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`)
  try {
    writeFileSync(beside, bytes, { flag: 'wx', flush: true })
    if (before) {
      chmodSync(beside, before.mode & 0o7777)
      keepOwner(beside, before.uid, before.gid)
    }
    renameSync(beside, target)
  } catch (error) {
    remove(beside)
    throw error
  }
}

/** Removes what a run left that was killed while it wrote the same file. */
function sweep(folder: string, name: string): void {
  const start = `.${name}.`
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(start)) continue
    const process = /^(\d+)-[0-9a-z]+\.tmp$/.exec(entry.slice(start.length))?.[1]
    if (process !== undefined && !isRunning(Number(process))) remove(join(folder, entry))
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** The file behind a path, which must be inside of the repository. */
function targetOf(path: string, shown: string): string {
  if (leadsOut(path))
    throw cannot(`write ${shown}`, 'it is a link that leads out of the repository', 'Replace the link by a file')
  return destinationOf(path)
}

/** Only root may give files away; for everybody else the file becomes their own, as with any editor. */
function keepOwner(path: string, uid: number, gid: number): void {
  try {
    const now = statSync(path)
    if (now.uid !== uid || now.gid !== gid) chownSync(path, uid, gid)
  } catch {
    // The owner could not be kept: the content is what matters.
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It is gone already, or was never made.
  }
}
