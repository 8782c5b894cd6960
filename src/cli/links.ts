/** Whether a terminal shows links. The build keeps this in a file of its own, since only terminals need it. */
import { createSupportsHyperlinks } from 'supports-hyperlinks'

/** Whether standard output shows links; in CI, it never does. */
export function hasLinks(isTTY: boolean): boolean {
  return createSupportsHyperlinks({ isTTY })
}
