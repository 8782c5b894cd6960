/** Colours of a terminal. The build keeps picocolors in a file of its own: as it is loaded it looks at the standard output, which loads
 * all that streams can do, 3 ms for nothing where no colours are wanted. */
import pc from 'picocolors'

/** A report's colours, by what they are for. */
export interface Colors {
  error(text: string): string
  warning(text: string): string
  info(text: string): string
  bold(text: string): string
  dim(text: string): string
  underline(text: string): string
}

export function terminalColors(): Colors {
  const { red, yellow, blue, bold, dim, underline } = pc.createColors(true)
  return { error: red, warning: yellow, info: blue, bold, dim, underline }
}
