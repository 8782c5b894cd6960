/** Cuts bodies out of a block: indented lines, or text up to a blank line. */
import { type Block, dedent, type Line } from '../lines.ts'
import { leadingWhitespace } from '../whitespace.ts'

/** The lines of an indented body, without their indentation. */
export interface Indented {
  /** Dedented, without blank lines at the start, but with those at the end. */
  lines: Block
  indent: number
  /** The index of the first line after the body and its blank lines, in the block that it was cut from. */
  next: number
  /** Whether the body ends with a blank line or with the block. */
  blankFinish: boolean
}

export interface IndentedOptions {
  /** The required indentation of every line; by default the smallest that is found. */
  indent?: number
  /** How much to cut from the first line, which belongs to the body with any indentation. */
  firstIndent?: number
  /** The body ends before the first blank line. */
  untilBlank?: boolean
  /** Keep the indentation of all lines except the first, see `firstIndent`. */
  keepIndent?: boolean
}

/** Cuts the indented body that starts at line `start` of a block. */
export function indentedBody(block: Block, start: number, options: IndentedOptions = {}): Indented {
  const known = options.indent
  const firstIndent = options.firstIndent ?? known
  let indent = known
  let end = start
  if (firstIndent !== undefined) end++
  let blankFinish = true
  for (; end < block.length; end++) {
    const text = block[end]!.text
    if (text === '') {
      if (options.untilBlank) break
      continue
    }
    const lineIndent = text.charCodeAt(0) === 32 ? leadingWhitespace(text) : 0
    if (lineIndent === 0 || (known !== undefined && lineIndent < known)) {
      blankFinish = end > start && block[end - 1]!.text === ''
      break
    }
    if (known === undefined) indent = indent === undefined ? lineIndent : Math.min(indent, lineIndent)
  }
  const next = Math.min(end, block.length)
  const lines: Line[] = []
  for (let i = start; i < next; i++) {
    const line = block[i]!
    const columns = i === start && firstIndent !== undefined ? firstIndent : options.keepIndent ? 0 : (indent ?? 0)
    const cut = dedent(line, columns)
    if (cut.text !== '' || lines.length > 0) lines.push(cut)
  }
  return { lines, indent: indent ?? 0, next, blankFinish }
}

/** The index of the first blank line at or after `start`; the length of the block if there is none. */
export function endOfText(block: Block, start: number): number {
  let end = start
  while (end < block.length && block[end]!.text !== '') end++
  return end
}

/** The lines without blank lines at the end. */
export function trimBottom(lines: Block): Block {
  let end = lines.length
  while (end > 0 && lines[end - 1]!.text === '') end--
  return end === lines.length ? lines : lines.slice(0, end)
}
