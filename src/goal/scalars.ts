/** Text as YAML scalars: plain where that is safe, quoted where it must be, literal blocks for several lines. */

export type Quote = 'plain' | 'single' | 'double'

/** What other readers of YAML take for something else than text: null, booleans (1.1's too), numbers, the merge key. */
const notText =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:\.inf|\d[\d_]*)|\.nan|[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:e[-+]?\d+)?|0[ox][\da-f]+|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?)$/i

/** Characters that no scalar may hold as they are, and those that some readers take for line breaks. */
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const indicator = /^(?:[-?:](?=\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)/

/** Whether the text is itself as a plain scalar on one line. */
function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || indicator.test(text) || notText.test(text) || /^\s|\s$|[\t\n]|: |:$| #/.test(text) || unprintable.test(text))
    return false
  return !flow || (!/[,[\]{}]/.test(text) && !/^[-?:]/.test(text))
}

/** The text as a scalar on one line; in the wanted quotes where it can be. */
export function inlineScalar(text: string, { quote = 'plain', flow = false }: { quote?: Quote; flow?: boolean } = {}): string {
  if (quote === 'plain' && isPlain(text, flow)) return text
  const single = !unprintable.test(text) && !/[\t\n]/.test(text)
  if (!single || quote === 'double' || (quote === 'plain' && text.includes("'") && !/["\\]/.test(text))) return doubleQuoted(text)
  return `'${text.replaceAll("'", "''")}'`
}

function doubleQuoted(text: string): string {
  const everywhere = new RegExp(unprintable, 'g')
  // JSON's escapes are YAML's too; what JSON leaves as it is and YAML does not is escaped by its code.
  return JSON.stringify(text).replace(everywhere, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Whether a text can be a literal block: some line says something, its last line is not blanks alone, and nothing must be escaped. */
export function fitsLiteral(text: string): boolean {
  return !unprintable.test(text) && /\S/.test(text) && !/\n[^\S\n]+\n*$/.test(text)
}

export interface LiteralOptions {
  /** The column of the lines, 0-based. */
  column: number
  /** The columns that the lines are indented by against what they belong to. */
  step: number
  /** The last line break belongs to the text or not: `|-`, `|` and `|+` as the text needs it. Prose does not care: `|`. */
  exact: boolean
}

/** A literal block: the header and its lines, without a line break at the end. */
export function literalBlock(text: string, { column, step, exact }: LiteralOptions): { header: string; lines: string } {
  const breaks = text.match(/\n*$/)![0].length
  const chomp = !exact ? '' : breaks === 0 ? '-' : breaks === 1 ? '' : '+'
  // A reader counts the blanks of the first line that says something: where the text begins with blanks, it is told.
  const needsIndicator = /^[ \n]/.test(text)
  const body = exact && breaks > 0 ? text.slice(0, -1) : text
  const indent = ' '.repeat(column)
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line))
  return { header: `|${needsIndicator ? step : ''}${chomp}`, lines: lines.join('\n') }
}
