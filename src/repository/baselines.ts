/** Reads baselines: findings that are ignored because they existed before. */
import { type Baseline, readBaseline } from '../lint/index.ts'
import { cannot } from './errors.ts'
import { readText, shownPath } from './files.ts'

/** The baseline of a file; if it is invalid, the error as a sentence. Throws a `CannotError` if the file is not JSON. */
export function loadBaseline(file: string, cwd: string): Baseline | string {
  const shown = shownPath(file, cwd)
  try {
    return readBaseline(JSON.parse(readText(file, shown)))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw cannot(`use the baseline ${shown}`, 'it is not JSON', 'Replace it with --update-baseline', { cause: error })
  }
}
