/** Writes text as YAML scalars: plain if that is safe, quoted if necessary, blocks for text that is long or has several lines. */

export type Quote = 'plain' | 'single' | 'double'

/** The maximum width of a line; longer prose is folded. */
export const lineWidth = 95

/** Text that some YAML reader takes for something else: null, booleans, numbers of all bases, times, dates, the merge key. */
const notText = new RegExp(
  `^(?:${[
    '~|null|true|false|yes|no|on|off|y|n|<<|=',
    '[-+]?\\.(?:inf|nan)',
    '[-+]?(?:\\d[\\d_]*\\.?[\\d_]*|\\.[\\d_]+)(?:e[-+]?\\d+)?',
    '[-+]?0(?:b[01_]+|o[0-7_]+|x[\\da-f_]+)',
    '[-+]?\\d[\\d_]*(?::[0-5]?\\d)+(?:\\.[\\d_]*)?',
    '\\d{4}-\\d\\d?-\\d\\d?(?:(?:t|[ \\t]+)\\d\\d?:\\d\\d.*)?',
  ].join('|')})$`,
  'i',
)

/** Characters that must be escaped in every scalar, and those that some readers take for line breaks. */
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const indicator = /^(?:[-?:](?=\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)/

/** Whether the text can be a plain scalar on one line. */
function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || indicator.test(text) || notText.test(text) || /^\s|\s$|[\t\n]|: |:$| #/.test(text) || unprintable.test(text))
    return false
  return !flow || (!/[,[\]{}]/.test(text) && !/^[-?:]/.test(text))
}

/** The text as a scalar on one line; in the wanted quotes if possible. */
export function inlineScalar(text: string, { quote = 'plain', flow = false }: { quote?: Quote; flow?: boolean } = {}): string {
  if (quote === 'plain' && isPlain(text, flow)) return text
  const single = !unprintable.test(text) && !/[\t\n]/.test(text)
  if (!single || quote === 'double' || (quote === 'plain' && text.includes("'") && !/["\\]/.test(text))) return doubleQuoted(text)
  return `'${text.replaceAll("'", "''")}'`
}

function doubleQuoted(text: string): string {
  const everywhere = new RegExp(unprintable, 'g')
  // YAML understands the escapes of JSON; characters that only YAML must escape get their code.
  return JSON.stringify(text).replace(everywhere, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export interface ScalarPlace {
  /** The column of the lines after the first one, 0-based, and its distance from the column of the key or dash. */
  column: number
  step: number
  /** The columns that are used on the first line, and whether only a dash is there. */
  used: number
  isEntry: boolean
  quote: Quote
}

/** The text as a scalar on as many lines as it needs; lines after the first one are indented. */
export function scalar(text: string, room: ScalarPlace): string {
  const isLong = text.includes('\n')
  if (!isLong) {
    const inline = inlineScalar(text, room)
    if (room.used + inline.length <= lineWidth || (room.isEntry && !inline.includes(' '))) return inline
  }
  const block = (isLong && literalBlock(text, room)) || foldedBlock(text, room)
  return block || quotedLines(text, room)
}

type Block = Pick<ScalarPlace, 'column' | 'step'>

/** Whether the text can be a block: a line is not blank, nothing must be escaped, and the end does not depend on what follows. */
const fitsBlock = (text: string) => !unprintable.test(text) && /\S/.test(text) && !/\n[^\S\n]*\n$|\n[^\S\n]+$/.test(text)

/** Spaces at the end of a line, and more than two blank lines: editors remove them, and YAML linters report them. */
const isUntidy = (text: string) => /[^\S\n](?:\n|$)|\n{4}|^\n{3}/.test(text)

/** The header of a block: the indentation if the text begins with spaces (it could not be detected), and what happens to the last line
 * break.
 */
const header = (sign: '|' | '>', text: string, step: number) =>
  `${sign}${/^[ \n]/.test(text) ? step : ''}${text.endsWith('\n') ? '' : '-'}`

const indented = (lines: readonly string[], column: number) =>
  lines.map((line) => `\n${line === '' ? '' : ' '.repeat(column) + line}`).join('')

/** A literal block; `undefined` if a line would be too long or the text is untidy. `isLoose` accepts such text. */
export function literalBlock(text: string, { column, step }: Block, isLoose = false): string | undefined {
  if (!fitsBlock(text) || (step > 9 && /^[ \n]/.test(text))) return undefined
  const lines = text.replace(/\n$/, '').split('\n')
  if (!isLoose && (isUntidy(text) || lines.some((line) => isTooLong(line, column)))) return undefined
  return header('|', text, step) + indented(lines, column)
}

/** A line of a single word may have any length. */
const isTooLong = (line: string, column: number) => column + line.length > lineWidth && /\S\s/.test(line)

/** A folded block; `undefined` if the text cannot be one. `old` has the previous lines, which are kept if possible. */
export function foldedBlock(text: string, { column, step }: Block, old: readonly string[] = []): string | undefined {
  const lines = text.replace(/\n$/, '').split('\n')
  // Lines that begin with spaces are never folded, nor are the line breaks around them.
  const isFolded = (line: string | undefined) => line !== undefined && !/^[ \t]/.test(line)
  if (!fitsBlock(text) || isUntidy(text) || /^\s/.test(text)) return undefined
  const written = lines.flatMap((line, at): string[] => {
    if (line === '') return ['']
    if (!isFolded(line)) return [line]
    const before = lines.slice(0, at).findLast((other) => other !== '')
    return [...(at > 0 && isFolded(before) ? [''] : []), ...folded(line, lineWidth - column, old)]
  })
  return written.some((line) => isTooLong(line, column)) ? undefined : header('>', text, step) + indented(written, column)
}

/** Folds a line of text to a width: it breaks at single spaces, and keeps the previous lines that the text begins with. */
function folded(text: string, width: number, old: readonly string[]): string[] {
  const lines: string[] = []
  let rest = text
  const first = old.findIndex((line) => line !== '' && text.startsWith(`${line} `))
  for (const line of first < 0 ? [] : old.slice(first)) {
    if (line === '' || !rest.startsWith(`${line} `) || /^\s/.test(rest.slice(line.length + 1))) break
    lines.push(line)
    rest = rest.slice(line.length + 1)
  }
  let line = ''
  for (const word of rest.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line += (line === '' ? '' : ' ') + word
  }
  return [...lines, line]
}

/** Double quotes over several lines, each of which ends with a backslash: works for any text. */
function quotedLines(text: string, { column, used }: ScalarPlace): string {
  const pieces = text.split(/(?<=\n)/).flatMap((line) =>
    doubleQuoted(line)
      .slice(1, -1)
      .split(/(?<= )(?=[^ ])/),
  )
  const lines: string[] = []
  let line = '"'
  for (const piece of pieces) {
    const room = lineWidth - (lines.length === 0 ? used : column) - 2
    if (line.endsWith('\\n') || (line.length > 1 && line.length + piece.length > room)) {
      lines.push(`${line}\\`)
      // Spaces at the start of a line are indentation, unless a backslash marks them as text.
      line = piece.startsWith(' ') ? `\\${piece}` : piece
    } else line += piece
  }
  lines.push(`${line}"`)
  return lines[0] + indented(lines.slice(1), column)
}
