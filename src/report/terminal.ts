/** Colours and links of a report. */
import { type Colors, terminalColors } from './colors.ts'
import type { ReportOptions } from './format.ts'

const same = (text: string) => text
const plain: Colors = { error: same, warning: same, info: same, bold: same, dim: same, underline: same }

/** A text as a link for terminals: the control sequence OSC 8 with the address, the text, and the sequence without an address. */
export function terminalLink(text: string, address: string | undefined): string {
  return address === undefined ? text : `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\`
}

export function colorsOf(options: ReportOptions): Colors {
  return options.color ? terminalColors() : plain
}
