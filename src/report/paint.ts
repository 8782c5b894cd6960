/** The colours of a report, or none. */
import { type Colors, terminalColors } from './colors.ts'
import type { ReportOptions } from './format.ts'

const same = (text: string) => text
const plain: Colors = { error: same, warning: same, info: same, bold: same, dim: same, underline: same }

export function colorsOf(options: ReportOptions): Colors {
  return options.color ? terminalColors() : plain
}
