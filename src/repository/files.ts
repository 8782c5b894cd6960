/** Reads text without loss, and formats paths for messages. */
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { whyOutside } from './boundary.ts'
import { CannotError, cannot, reasonOf } from './errors.ts'

export const byteOrderMark = '\uFEFF'

/** The text of a file, with its byte-order mark and line endings. `shown` is its name in messages. Throws a `CannotError` if the file
 * cannot be read or is not UTF-8: decoding other encodings would lose bytes on writing. Also throws if it is outside of `root`, which
 * is its repository by default.
 */
export function readText(path: string, shown = path, root?: string): string {
  return decode(readBytes(path, shown, root), shown)
}

/** Like `readText`, for a file in any encoding. */
export function readBytes(path: string, shown = path, root?: string): Buffer {
  try {
    // Reading a pipe without a writer would never end.
    if (statSync(path).isFIFO()) throw cannot(`read ${shown}`, 'it is a pipe', 'Use `-` to read the standard input')
    const outside = whyOutside(path, root)
    if (outside) throw cannot(`read ${shown}`, outside.why, outside.remedy)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof CannotError) throw error
    throw cannot(`read ${shown}`, reasonOf(error), undefined, { cause: error })
  }
}

/** Like `readText`; `undefined` if the file does not exist. A link to nothing is an error. */
export function readTextIfThere(path: string, shown = path, root?: string): string | undefined {
  return exists(path) || isBrokenLink(path) ? readText(path, shown, root) : undefined
}

/** Decodes UTF-8, with its byte-order mark; throws a `CannotError` with the place of the first invalid byte. */
export function decode(bytes: Buffer, shown: string): string {
  const text = bytes.toString('utf8')
  const mistake = invalidByteIn(bytes, text)
  if (mistake !== undefined) throw cannot(`read ${shown}`, mistake, 'Save it as UTF-8')
  return text
}

/** Why bytes are not UTF-8, with the place. */
export function invalidByteIn(bytes: Buffer, text = bytes.toString('utf8')): string | undefined {
  // A replacement character was in the file or stands for an invalid byte; encoding it again tells which.
  if (!text.includes('\uFFFD')) return undefined
  const back = Buffer.from(text, 'utf8')
  if (back.equals(bytes)) return undefined
  let at = 0
  while (at < bytes.length && bytes[at] === back[at]) at++
  const line = bytes.subarray(0, at).toString('latin1').split('\n').length
  return `line ${line} is not UTF-8 (byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')})`
}

/** Whether a path exists. A path below a file does not, e.g. `.git/index` in a linked work tree, where `.git` is a file. */
export function exists(path: string): boolean {
  return existsSync(path)
}

/** Whether a path is a link to nothing, or one that leads back to itself. */
export function isBrokenLink(path: string): boolean {
  return !exists(path) && lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Whether a path is a folder; `false` for cyclic links. */
export function isFolder(path: string): boolean {
  return exists(path) && statSync(path).isDirectory()
}

/** `text` with the byte-order mark and line endings of `like`, which it replaces. */
export function inFileStyleOf(like: string, text: string): string {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const mark = like.startsWith(byteOrderMark) ? byteOrderMark : ''
  return mark + (lineEnding(like) === '\r\n' ? bare.replace(/\r?\n/g, '\r\n') : bare)
}

/** The most frequent line ending of a text. */
export function lineEnding(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1
  const windows = text.split('\r\n').length - 1
  return windows * 2 > all ? '\r\n' : '\n'
}

/** A path as people write it: relative to the working directory and with slashes, if it is below or near it. */
export function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, resolve(cwd, path))
  const shown = near === '' ? '.' : near.startsWith(join('..', '..', '..')) ? resolve(cwd, path) : near
  // A file name may contain a newline; a log would show the text after it as a separate line.
  return (sep === '\\' ? shown.replaceAll('\\', '/') : shown).replace(/[\0-\x1f\x7f-\x9f]/g, '\ufffd')
}
