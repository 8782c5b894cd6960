/** Shows two versions of a file as a unified diff, like `git diff`. */
import type { LineRange } from '../lint/index.ts'
import { hunks } from './git.ts'

/** The changed lines of `after`, in the form that `openChanges` gives for a file in git. */
export async function changesBetween(before: string, after: string): Promise<LineRange[]> {
  const { createTwoFilesPatch } = await import('diff')
  return hunks(createTwoFilesPatch('a', 'b', before, after, undefined, undefined, { context: 0 }))
}

/** The name of a file on each side of a diff; `null` if there is no file on that side. */
export interface DiffNames {
  before: string | null
  after: string | null
}

/** The diff; `undefined` if the versions are equal. `patch` and `git apply` accept it. */
export async function unifiedDiff(name: string | DiffNames, before: string, after: string, colour = false): Promise<string> {
  if (before === after) return ''
  const { createTwoFilesPatch } = await import('diff')
  const names = typeof name === 'string' ? { before: name, after: name } : name
  const [left, right] = [
    names.before === null ? '/dev/null' : `a/${names.before}`,
    names.after === null ? '/dev/null' : `b/${names.after}`,
  ]
  const patch = createTwoFilesPatch(left, right, before, after, undefined, undefined, { context: 3 })
  const text = patch.replace(/^=+\n/, '').replace(/^((?:---|\+\+\+) .*?)\t?$/gm, '$1')
  if (!colour) return text
  const { createColors } = (await import('picocolors')).default
  const colours = createColors(true)
  const paint = (line: string) =>
    /^(?:---|\+\+\+) /.test(line)
      ? colours.bold(line)
      : line.startsWith('@@')
        ? colours.cyan(line)
        : line.startsWith('+')
          ? colours.green(line)
          : line.startsWith('-')
            ? colours.red(line)
            : line
  return text.split('\n').map(paint).join('\n')
}
