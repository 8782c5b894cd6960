/** Reading and writing text without losing any: encoding, byte-order mark, line endings, mode and symbolic links stay. */
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { cannot, errorCode, reasonOf } from './errors.ts'

export const byteOrderMark = '\uFEFF'

/** The text of a file, with its byte-order mark and line endings as they are. `shown` is how messages call the file.
 * Throws a `CannotError` where it cannot be read or is not UTF-8: decoding it anyway would lose bytes when it is written back. */
export function readText(path: string, shown = path): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw cannot(`read ${shown}`, reasonOf(error), undefined, { cause: error })
  }
  return decode(bytes, shown)
}

/** As `readText`, or nothing where there is no such file. */
export function readTextIfThere(path: string, shown = path): string | undefined {
  return exists(path) ? readText(path, shown) : undefined
}

/** UTF-8 as text, with its byte-order mark; a `CannotError` with the place of the first byte that is none. */
export function decode(bytes: Buffer, shown: string): string {
  const text = bytes.toString('utf8')
  // A replacement character is either in the file or stands for a broken byte; encoding back tells which.
  if (text.includes('\uFFFD') && !Buffer.from(text, 'utf8').equals(bytes)) {
    const back = Buffer.from(text, 'utf8')
    let at = 0
    while (at < bytes.length && bytes[at] === back[at]) at++
    const line = bytes.subarray(0, at).toString('latin1').split('\n').length
    throw cannot(
      `read ${shown}`,
      `line ${line} is not UTF-8 (byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')})`,
      'Save it as UTF-8',
    )
  }
  return text
}

/** Whether a path exists; a path below a file does not, e.g. `.git/index` in a work tree, where `.git` is a file. */
export function exists(path: string): boolean {
  return existsSync(path)
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Writes a file whole or not at all, and only where its bytes change; answers whether they did.
 *
 * A symbolic link is followed: the file behind it is replaced, the link stays. The mode stays. `withFolders` makes missing ones. */
export function writeText(path: string, text: string, shown = path, options: { withFolders?: boolean } = {}): boolean {
  return writeBytes(path, Buffer.from(text, 'utf8'), shown, options)
}

/** As `writeText`, for what is not UTF-8. */
export function writeBytes(path: string, bytes: Buffer, shown = path, options: { withFolders?: boolean } = {}): boolean {
  try {
    const target = followed(path)
    if (options.withFolders) mkdirSync(dirname(target), { recursive: true })
    const before = statSync(target, { throwIfNoEntry: false })
    if (before?.isFile() && before.size === bytes.length && readFileSync(target).equals(bytes)) return false
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`)
    try {
      writeFileSync(beside, bytes, { flag: 'wx' })
      if (before) {
        chmodSync(beside, before.mode & 0o7777)
        keepOwner(beside, before.uid, before.gid)
      }
      renameSync(beside, target)
    } catch (error) {
      removeQuietly(beside)
      // A folder that takes no new file may still hold a file that can be written.
      if (before && ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) writeFileSync(target, bytes)
      else throw error
    }
    return true
  } catch (error) {
    const advice = errorCode(error) === 'ENOENT' ? `There is no folder ${dirname(shown)}` : undefined
    throw cannot(`write ${shown}`, advice ? 'its folder is missing' : reasonOf(error), advice, { cause: error })
  }
}

/** Where a path leads in the end; a link to nothing leads to what it names. */
function followed(path: string): string {
  const link = lstatSync(path, { throwIfNoEntry: false })
  return link?.isSymbolicLink() ? realpathSync(path) : path
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

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made.
  }
}

/** `text` with the byte-order mark and the line endings of `like`: for text that is made anew in the place of another. */
export function inTheStyleOf(like: string, text: string): string {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const mark = like.startsWith(byteOrderMark) ? byteOrderMark : ''
  return mark + (lineEnding(like) === '\r\n' ? bare.replace(/\r?\n/g, '\r\n') : bare)
}

/** The line ending that most lines of a text have. */
function lineEnding(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1
  const windows = text.split('\r\n').length - 1
  return windows * 2 > all ? '\r\n' : '\n'
}

/** A path as people write it: relative to the folder they are in, with slashes, where it is below or near it. */
export function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, resolve(cwd, path))
  const shown = near === '' ? '.' : near.startsWith(join('..', '..', '..')) ? resolve(cwd, path) : near
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown
}
