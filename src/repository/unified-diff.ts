/** Two versions of a file as a unified diff, as `git diff` shows them. */
import type { LineRange } from '../lint/index.ts'
import { hunks } from './git.ts'

/** The lines of `after` that differ from `before`, as `openChanges` says them of a file in git. */
export async function changesBetween(before: string, after: string): Promise<LineRange[]> {
  const { createTwoFilesPatch } = await import('diff')
  return hunks(createTwoFilesPatch('a', 'b', before, after, undefined, undefined, { context: 0 }))
}

/** The diff, or nothing where the versions are equal. `patch` and `git apply` take it. */
export async function unifiedDiff(name: string, before: string, after: string, colour = false): Promise<string> {
  if (before === after) return ''
  const { createTwoFilesPatch } = await import('diff')
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 })
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
