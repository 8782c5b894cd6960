/** Shows two versions of a file as a unified diff, like `git diff`. */
import type { LineRange } from '../lint/index.ts'
import { differingParts, type Region, withoutControls } from '../text/index.ts'

/** The changed lines of `after`, in the form that `openChanges` gives for a file in git. */
export function changesBetween(before: string, after: string): LineRange[] {
  return differingParts(linesIn(before), linesIn(after)).map(({ b, bEnd }) =>
    // A deletion is at the lines around it.
    b === bEnd ? { start: b, end: b + 1 } : { start: b + 1, end: bEnd },
  )
}

/** The name of a file on each side of a diff; `null` if there is no file on that side. */
export interface DiffNames {
  before: string | null
  after: string | null
}

/** The lines around a change. */
const context = 3

/** The diff; empty if the versions are equal. `patch` and `git apply` accept it. */
export async function unifiedDiff(name: string | DiffNames, before: string, after: string, colour = false): Promise<string> {
  if (before === after) return ''
  const names = typeof name === 'string' ? { before: name, after: name } : name
  const [old, changed] = [linesIn(before), linesIn(after)]
  const hunks = groupsOf(differingParts(old, changed)).flatMap((parts) => hunkOf(parts, old, changed))
  const lines = [`--- ${nameOn('a', names.before)}`, `+++ ${nameOn('b', names.after)}`, ...hunks]
  const text = `${lines.join('\n')}\n`
  if (!colour) return text
  const { createColors } = (await import('picocolors')).default
  const colours = createColors(true)
  const paint = (written: string) => {
    // A terminal would obey the control characters of the text, and they could end a colour.
    const line = withoutControls(written)
    return /^(?:---|\+\+\+) /.test(line)
      ? colours.bold(line)
      : line.startsWith('@@')
        ? colours.cyan(line)
        : line.startsWith('+')
          ? colours.green(line)
          : line.startsWith('-')
            ? colours.red(line)
            : line
  }
  return text.split('\n').map(paint).join('\n')
}

/** The lines of a text with their endings. A CR alone does not end a line, as for git. */
function linesIn(text: string): string[] {
  return text.match(/[^\n]+\n?|\n/g) ?? []
}

/** The name of a side, in quotes if it has characters that would break the line, as git writes it. */
function nameOn(side: string, name: string | null): string {
  if (name === null) return '/dev/null'
  const path = `${side}/${name}`
  return /[\0-\x1f"\\\x7f]/.test(path) ? JSON.stringify(path) : path
}

/** Changes whose contexts touch are one hunk. */
function groupsOf(parts: readonly Region[]): Region[][] {
  const groups: Region[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && part.a - last.at(-1)!.aEnd <= 2 * context) last.push(part)
    else groups.push([part])
  }
  return groups
}

function hunkOf(parts: readonly Region[], old: readonly string[], changed: readonly string[]): string[] {
  const [first, last] = [parts[0]!, parts.at(-1)!]
  const lead = Math.min(context, first.a)
  const trail = Math.min(context, old.length - last.aEnd)
  const range = (start: number, end: number) => `${end > start ? start + 1 : start},${end - start}`
  return [
    `@@ -${range(first.a - lead, last.aEnd + trail)} +${range(first.b - lead, last.bEnd + trail)} @@`,
    ...marked(' ', old.slice(first.a - lead, first.a)),
    ...parts.flatMap(({ a, aEnd, b, bEnd }, index) => [
      ...marked('-', old.slice(a, aEnd)),
      ...marked('+', changed.slice(b, bEnd)),
      ...marked(' ', old.slice(aEnd, parts[index + 1]?.a ?? aEnd + trail)),
    ]),
  ]
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
  )
}
