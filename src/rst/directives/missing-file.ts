/** docutils' messages about files that a directive names, for callers who know the files: this project's parser reads none. */
import type { Level } from '../context.ts'
import { type DocutilsVersion, docutilsBehaviour, newestDocutils } from '../versions.ts'

interface FileProblem {
  level: Level
  message: string
}

/** The message about a file that does not exist. */
export function missingFile(directive: string, path: string, version: DocutilsVersion = newestDocutils): FileProblem {
  const docutils = docutilsBehaviour(version)
  const isTable = directive === 'csv-table'
  return {
    level: docutils.fileErrors && !isTable ? 3 : 4,
    message: `Problems with "${directive}" directive path:\n${isTable ? '' : 'InputError: '}[Errno 2] No such file or directory: '${path}'.`,
  }
}

/** The message about an included file without the text that `option` names. */
export function missingText(option: string, version: DocutilsVersion = newestDocutils): FileProblem {
  const docutils = docutilsBehaviour(version)
  return {
    level: docutils.fileErrors ? 3 : 4,
    message: `Problem with "${option}" option of "include" directive:\nText not found.`,
  }
}
