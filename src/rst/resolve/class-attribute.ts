/** The directive `class` without content: its classes apply to the next element, wherever that is. */
import type { Line } from '../lines.ts'
import { lastWithBlankLines } from './place.ts'
import { type Resolution, report } from './report.ts'
import type { Survey } from './survey.ts'

/** Reports each `class` directive that no element follows. `lineAtEnd` is docutils' line for directives inside other elements. */
export function resolveClasses(
  resolution: Resolution,
  survey: Survey,
  lines: readonly Line[],
  lineAtEnd: number | undefined,
): void {
  for (const { node, parent } of survey.pendingClasses) {
    if (survey.takenClasses.has(node)) continue
    const { directive = 'class' } = (node.data?.details ?? {}) as { directive?: string }
    const isOuter = parent.type === 'document' || parent.type === 'section'
    const line = isOuter ? lastWithBlankLines(node, lines) : lineAtEnd
    report(resolution, 3, `No suitable element following "${directive}" directive`, line, node)
  }
}
