/** Reads baselines: findings that are ignored because they existed before. */
import { type Baseline, readBaseline } from '../lint/index.ts'
import { cannot } from './errors.ts'
import { exists, readText, shownPath } from './files.ts'

/** The baseline of a file; if it is invalid, the error as a sentence. Throws a `CannotError` if the file is not JSON. */
export function loadBaseline(file: string, cwd: string): Baseline | string {
  const shown = shownPath(file, cwd)
  if (!exists(file)) throw cannot(`read ${shown}`, 'there is no such file', 'Write it with --update-baseline')
  try {
    return readBaseline(JSON.parse(readText(file, shown)))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw cannot(`use the baseline ${shown}`, 'it is not JSON', 'Replace it with --update-baseline', { cause: error })
  }
}
