/** Whether a terminal shows links. The build keeps this in a file of its own, since only terminals need it. */
import { createSupportsHyperlinks } from 'supports-hyperlinks'

/** For standard output; no terminal has any in CI. */
export function hasLinks(isTTY: boolean): boolean {
  return createSupportsHyperlinks({ isTTY })
}
