/** Makes text of other people safe for terminals, logs and pages: replaces characters that control a terminal or change the
 * direction of writing.
 */
import { isRecord } from './values.ts'

/** Control characters other than line ends and tabs, and the marks of bidirectional text. */
export const controlCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Half of a surrogate pair, which UTF-8 cannot represent. */
export const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text as one line: without line ends, after which its rest could be read as something else, e.g. as a command of the runner.
 * Each character keeps its width.
 */
export function printable(text: string): string {
  return text.replace(controlCharacters, '\ufffd').replace(/[\t\n\r]/g, (character) => (character === '\t' ? ' ' : '\ufffd'))
}

/** A text with its lines and tabs, but without characters that a terminal obeys. */
export function withoutControls(text: string): string {
  return text.replace(controlCharacters, '\ufffd').replace(/\r(?!\n)/g, '\ufffd')
}

/** A text that may have several lines. */
export function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printable).join('\n')
}

/** The characters of a value in a message. */
const longestValue = 200

/** A message in which long values in backticks are cut: a name in a hostile file can be a megabyte long. */
export function withShortValues(message: string): string {
  if (message.length <= longestValue) return message
  return message.replace(/`([^`]*)`/g, (whole, value: string) =>
    value.length > longestValue ? `\`${value.slice(0, longestValue).replace(/[\ud800-\udbff]$/, '')}…\`` : whole,
  )
}

/** Lines that contain no commands. The runners of GitHub and Azure execute lines that begin with `::`, and `##[…]` anywhere in a
 * line.
 */
export function withoutCommands(lines: string): string {
  return lines.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1\ufffd').replace(/##(?=\w*\[)/g, '#\ufffd')
}

/** A value in which every text is one line and contains no command to a runner. */
export function printableIn<Value>(value: Value): Value {
  const made = (inner: unknown): unknown => {
    if (typeof inner === 'string') return withoutCommands(printable(inner))
    if (Array.isArray(inner)) return inner.map(made)
    return isRecord(inner) ? Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, made(item)])) : inner
  }
  return made(value) as Value
}

/** JSON, indented and with a newline at its end. Its values are exact; control characters are escaped. */
export function jsonOf(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `${JSON.stringify(value, null, 2).replace(controlCharacters, escaped)}\n`
}
