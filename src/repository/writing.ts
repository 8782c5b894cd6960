/** Writes files completely or not at all. The file mode, the owner and links to the file stay the same, and edits of others are
 * not overwritten.
 */
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
import { realPathOf, whyOutside } from './boundary.ts'
import { CannotError, cannot, errorCode, reasonOf } from './errors.ts'

export interface Writing {
  /** The content of the file when it was read. If it has changed since, the file is not written. */
  before?: string | undefined
  /** Whether to create missing folders. */
  withFolders?: boolean
  /** The folder that the file must be in; its repository by default. */
  root?: string
}

/** Writes a file completely or not at all, and only if its bytes change; returns whether it was written. `shown` is its path in
 * messages.
 *
 * A symbolic link inside the repository is followed: its target is replaced, and the link stays.
 * @throws {CannotError} if the file is read-only, has changed since it was read, or is outside of the repository
 */
export function writeText(path: string, text: string, shown = path, options: Writing = {}): boolean {
  return writeBytes(path, Buffer.from(text, 'utf8'), shown, options)
}

/** Like `writeText`, for bytes that are not UTF-8. */
export function writeBytes(path: string, bytes: Buffer, shown = path, options: Writing = {}): boolean {
  try {
    const target = targetOf(path, shown, options.root)
    if (options.withFolders) mkdirSync(dirname(target), { recursive: true })
    const status = statSync(target, { throwIfNoEntry: false })
    const now = bytesOf(target)
    if (now?.equals(bytes)) return false
    if (options.before !== undefined && !isSame(now ?? Buffer.alloc(0), Buffer.from(options.before, 'utf8'))) throw changed(shown)
    // A read-only file is protected on purpose, although replacing it by renaming would be possible.
    if (status && (status.mode & 0o222) === 0) throw cannot(`write ${shown}`, 'it is read-only')
    // Writing takes a while, so that the file can change once more. Another run may have written the same text.
    replace(target, bytes, status, () => {
      const then = bytesOf(target)
      if (!isSame(then, now) && !isSame(then, bytes)) throw changed(shown)
    })
    return true
  } catch (error) {
    if (error instanceof CannotError) throw error
    const isFolderMissing = errorCode(error) === 'ENOENT'
    const advice = isFolderMissing ? `There is no folder ${dirname(shown)}` : undefined
    throw cannot(`write ${shown}`, isFolderMissing ? 'its folder is missing' : reasonOf(error), advice, { cause: error })
  }
}

function changed(shown: string): CannotError {
  return cannot(`write ${shown}`, 'it was changed in the meantime', 'Run the command again')
}

/** The bytes of a file; `undefined` if there is no regular file. */
function bytesOf(target: string): Buffer | undefined {
  return statSync(target, { throwIfNoEntry: false })?.isFile() ? readFileSync(target) : undefined
}

function isSame(left: Buffer | undefined, right: Buffer | undefined): boolean {
  return left === undefined || right === undefined ? left === right : left.equals(right)
}

/** Replaces a file with a new one by renaming: at any moment, either the old or the new file is complete. `check` is called just before,
 * and may throw.
 */
function replace(
  target: string,
  bytes: Buffer,
  before: { mode: number; uid: number; gid: number } | undefined,
  check: () => void,
): void {
  const [folder, name] = [dirname(target), basename(target)]
  sweep(folder, name)
  const beside = join(folder, `.${name}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`)
  try {
    writeFileSync(beside, bytes, { flag: 'wx', flush: true })
    if (before) {
      chmodSync(beside, before.mode & 0o7777)
      keepOwner(beside, before.uid, before.gid)
    }
    check()
    renameSync(beside, target)
  } catch (error) {
    remove(beside)
    throw error
  }
}

/** A temporary file: the name that it is for, and the process that wrote it. */
const temporary = /^\.(.+)\.(\d+)-[0-9a-z]+\.tmp$/

/** Removes the temporary files of earlier runs that were killed while they wrote the same file. */
function sweep(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const [, of, process] = temporary.exec(entry) ?? []
    if (of === name && !isRunning(Number(process))) remove(join(folder, entry))
  }
}

/** Removes the temporary files of killed runs anywhere below a folder, for commands that may refuse to write the same files again. */
export function removeLeftoversBelow(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) removeLeftoversBelow(path)
    else {
      const process = temporary.exec(entry.name)?.[2]
      if (process !== undefined && !isRunning(Number(process))) remove(path)
    }
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

/** The real path of a file, with links resolved. It must be inside of its repository or `root`. */
function targetOf(path: string, shown: string, root?: string): string {
  const outside = whyOutside(path, root)
  if (outside) throw cannot(`write ${shown}`, outside.why, outside.remedy)
  return realPathOf(path)
}

/** Only root can change the owner of a file; otherwise the new file belongs to the current user, as with most editors. */
function keepOwner(path: string, uid: number, gid: number): void {
  try {
    const now = statSync(path)
    if (now.uid !== uid || now.gid !== gid) chownSync(path, uid, gid)
  } catch {
    // The owner cannot be kept, but the content is more important.
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It is already removed, or was never created.
  }
}
