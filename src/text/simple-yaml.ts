/** Reads the common form of YAML line by line, so that a start does not load the YAML parser, which takes longer than all the rest of
 * reading a configuration or a model.
 *
 *     | # A comment
 *     | title: Chart every comet      scalars on one line, plain or in quotes
 *     | summary: >-                   blocks without digits in the header
 *     |   Every observatory sends
 *     |   its comets.
 *     | teams:
 *     | - name: hubble                lists in the column of their key, or deeper
 *     |   planning: []                lists of scalars in brackets
 *
 * For anything else (anchors, tags, tabs, text over several lines, duplicate keys, and everything that is not YAML), it returns
 * `undefined`, and the text is read with the YAML parser.
 */

/** What a YAML text states. */
export type YamlValue = null | boolean | number | string | YamlValue[] | { [key: string]: YamlValue }

/** The lines of a text, and the line that is read next. */
interface Reading {
  lines: string[]
  at: number
}

/** Characters that YAML or one of its readers treats in a special way, and spaces at the end of a line. */
const unusual = /[^\n\x20-\x7e\u00a1-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff]| (?:\n|$)/

/** A key and what follows it. */
const keyLine = /^(?:([A-Za-z_$][\w$./*-]{0,99})|'([^'\\]{0,99})'|"([^"\\]{0,99})"):(?: +([^ ].*))?$/

/** Words that are no text. */
const constants: Readonly<Record<string, YamlValue>> = {
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
}

/** Values may be nested so deeply; the reader is recursive. */
const mostLevels = 32

/** The value of a text in the common form; `undefined` for any other text. */
export function readSimpleYaml(text: string): { value: YamlValue } | undefined {
  if (!text.endsWith('\n') || unusual.test(text)) return undefined
  const reading: Reading = { lines: text.split('\n'), at: 0 }
  skip(reading)
  if (reading.lines[reading.at] === '---') reading.at++
  skip(reading)
  const value = reading.at < reading.lines.length && column(reading) === 0 ? node(reading, 0, 0) : undefined
  return value === undefined || reading.at < reading.lines.length ? undefined : { value }
}

/** Skips empty lines and comments. */
function skip(reading: Reading): void {
  while (reading.at < reading.lines.length && /^ *(?:#|$)/.test(reading.lines[reading.at]!)) reading.at++
}

/** The column of the text of the next line; -1 at the end. */
function column({ lines, at }: Reading): number {
  return at < lines.length ? indentation(lines[at]!) : -1
}

function indentation(line: string): number {
  let count = 0
  while (line.charCodeAt(count) === 32) count++
  return count
}

function isEntry({ lines, at }: Reading, from: number): boolean {
  const line = lines[at]
  return line !== undefined && line.charAt(from) === '-' && (line.length === from + 1 || line.charAt(from + 1) === ' ')
}

/** A list or a mapping whose first line is the next one. */
function node(reading: Reading, from: number, level: number): YamlValue | undefined {
  if (level > mostLevels) return undefined
  return isEntry(reading, from) ? list(reading, from, level) : mapping(reading, from, level)
}

function list(reading: Reading, from: number, level: number): YamlValue | undefined {
  const values: YamlValue[] = []
  while (column(reading) === from && isEntry(reading, from)) {
    const line = reading.lines[reading.at]!
    const inner = from + 1 + indentation(line.slice(from + 1))
    let value: YamlValue | undefined
    if (keyLine.test(line.slice(inner))) {
      // The keys of the entry stand below its first one, as if the dash were a space.
      reading.lines[reading.at] = ' '.repeat(inner) + line.slice(inner)
      value = level > mostLevels ? undefined : mapping(reading, inner, level + 1)
    } else value = content(reading, line.slice(inner), from, level, false)
    if (value === undefined) return undefined
    values.push(value)
    skip(reading)
  }
  return values
}

function mapping(reading: Reading, from: number, level: number): YamlValue | undefined {
  const value: { [key: string]: YamlValue } = {}
  while (column(reading) === from) {
    const match = keyLine.exec(reading.lines[reading.at]!.slice(from))
    if (!match) return undefined
    const key = match[1] ?? match[2] ?? match[3]!
    if ((match[1] !== undefined && Object.hasOwn(constants, key)) || Object.hasOwn(value, key) || key === '__proto__')
      return undefined
    // A list may stand in the column of its key.
    const inner = content(reading, match[4] ?? '', from, level, true)
    if (inner === undefined) return undefined
    value[key] = inner
    skip(reading)
  }
  return value
}

/** The value after a key or a dash in the column `from`. */
function content(reading: Reading, text: string, from: number, level: number, isAfterKey: boolean): YamlValue | undefined {
  reading.at++
  if (text === '|' || text === '|-' || text === '>' || text === '>-') return block(reading, text, from)
  skip(reading)
  const below = column(reading)
  if (text === '' || text.startsWith('#')) {
    if (below > from) return node(reading, below, level + 1)
    return isAfterKey && below === from && isEntry(reading, below) ? list(reading, below, level + 1) : null
  }
  // Text that continues on the next line.
  return below > from ? undefined : scalar(text)
}

/** A block of text whose header is above the next line. */
function block(reading: Reading, header: string, from: number): string | undefined {
  const { lines } = reading
  const own = column(reading)
  if (own <= from || lines[reading.at] === '') return undefined
  const found: string[] = []
  for (; reading.at < lines.length; reading.at++) {
    const line = lines[reading.at]!
    const start = indentation(line)
    if (line !== '' && start < own) {
      if (start > from) return undefined
      break
    }
    // Lines that are indented more are not folded.
    if (header.startsWith('>') && start > own) return undefined
    found.push(line.slice(own))
  }
  while (found.at(-1) === '') found.pop()
  const text = found.join('\n')
  const end = header.endsWith('-') ? '' : '\n'
  return (header.startsWith('>') ? text.replace(/(?<!\n)\n(?!\n)/g, ' ').replace(/\n(\n+)/g, '$1') : text) + end
}

/** A scalar or a list in brackets, with a comment behind it. */
function scalar(text: string): YamlValue | undefined {
  const quoted = /^(?:'([^']*(?:''[^']*)*)'|"([^"\\]*(?:\\["\\nt][^"\\]*)*)"|(\[\])|(\{\}))(?: +#.*)?$/.exec(text)
  if (quoted) {
    if (quoted[1] !== undefined) return quoted[1].replaceAll("''", "'")
    if (quoted[2] !== undefined) return JSON.parse(`"${quoted[2]}"`) as string
    return quoted[3] ? [] : {}
  }
  const entries = /^\[ ?((?:[A-Za-z][\w./*-]*|'[^'\\]*'|"[^"\\]*")(?:, (?:[A-Za-z][\w./*-]*|'[^'\\]*'|"[^"\\]*"))*) ?\]$/.exec(
    text,
  )
  if (entries) {
    const all = entries[1]!.match(/'[^']*'|"[^"]*"|[^'", ]+/g)!.map(scalar)
    return all.includes(undefined) ? undefined : (all as YamlValue[])
  }
  const at = text.indexOf(' #')
  return plain(at < 0 ? text : text.slice(0, at).trimEnd())
}

/** Text without quotes. */
function plain(text: string): YamlValue | undefined {
  if (text.includes(': ') || text.endsWith(':')) return undefined
  if (Object.hasOwn(constants, text)) return constants[text]
  if (/^(?:[A-Za-z_$(/;<=^\u00a1-\uffff]|:[a-z])/.test(text)) return text
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text)
  return /^\d{4}-\d\d-\d\d$|^\d+(?:\.\d+)? [A-Za-z]/.test(text) ? text : undefined
}
