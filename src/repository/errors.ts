/** Known errors, which the command line prints in one line without a stack trace. */
import { longestYaml, printable, tooLong, whyTooLarge, withShortValues } from '../text/index.ts'

/** An action that failed, in this form: *Cannot ⟨verb⟩ ⟨what⟩: ⟨why⟩. ⟨What to do⟩.* */
export class CannotError extends Error {
  override name = 'CannotError'
  /** Lines to show below the message, e.g. a code frame. */
  readonly detail: string | undefined

  constructor(message: string, options: { detail?: string | undefined; cause?: unknown } = {}) {
    // A single line without control characters, whatever the names and values in it contain.
    super(printable(withShortValues(message)), options.cause === undefined ? undefined : { cause: options.cause })
    this.detail = options.detail
  }
}

/** `what` with its verb (`read goals/orbit.rst`), `why`, and what to do, without full stops. The caller puts values from the user in
 * backticks.
 */
export function cannot(
  what: string,
  why: string,
  advice?: string,
  options: { detail?: string; cause?: unknown } = {},
): CannotError {
  return new CannotError(`Cannot ${what}: ${why}.${advice ? ` ${advice}.` : ''}`, options)
}

/** The error for a document or a model that is too large to be read; `undefined` for others. */
export function notRead(shown: string, text: string): CannotError | undefined {
  const excess = /\.ya?ml$/.test(shown) ? tooLong(text, longestYaml) : whyTooLarge(text)
  return excess === undefined ? undefined : new CannotError(`${shown}:1: not read: ${excess}`)
}

/** The codes of Node's system errors in words. */
const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'part of the path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  ELOOP: 'its symbolic links form a loop',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
}

/** Why a system call failed. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error)
  return (code && reasons[code]) ?? (error instanceof Error ? error.message.split('\n')[0]! : String(error))
}

/** The `code` of a system error. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : undefined
}
