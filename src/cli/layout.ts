/** Lays out text for a terminal of 80 columns. */
import { largest } from '../text/index.ts'

const width = 80

/** Wraps words into lines with an indentation, without a newline at the end. A line break in the text counts as a space. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}

export function paragraph(text: string, indent = 0): string {
  return `${' '.repeat(indent)}${wrapped(text, indent)}\n`
}

/** The maximum width of the left column; a longer entry has a line of its own. */
const leftmost = 42

/** Two columns, indented by two spaces. */
export function table(rows: readonly (readonly [string, string])[]): string {
  const fitting = rows.map(([left]) => left.length).filter((length) => length <= leftmost)
  const indent = 4 + Math.max(0, largest(fitting))
  return rows
    .map(([left, right]) => {
      const isOver = left.length > indent - 4
      return `  ${isOver ? `${left}\n${' '.repeat(indent)}` : left.padEnd(indent - 2)}${wrapped(right, indent)}\n`
    })
    .join('')
}
