/** Terminal colours. The build keeps picocolors in a file of its own: on load it inspects standard output, which takes 3 ms that runs
 * without colours do not need.
 */
import pc from 'picocolors'

/** The colours of a report, by purpose. */
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
