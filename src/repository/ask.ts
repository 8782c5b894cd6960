/** Reads what `goaldoc ask` needs: the goal on a day, the official teams of that day with their contacts, and the template. */
import { dirname, join } from 'node:path'
import { type AskFormat, askTemplates } from '../report/index.ts'
import { longestTemplate, tooLong } from '../text/index.ts'
import { cannot, reasonOf } from './errors.ts'
import { readText, readTextIfThere, shownPath } from './files.ts'
import { goalsFolder } from './model-paths.ts'
import type { FileHistory } from './versions.ts'

/** The history of a file up to the end of a day, and its text on that day. Throws a `CannotError` if git has no version from that time. */
export function historyUntil(
  history: FileHistory | undefined,
  day: string,
  shown: string,
): { history: FileHistory; text: string } {
  const versions = history?.versions.filter((version) => version.day <= day) ?? []
  if (!history || !versions[0])
    throw cannot(`tell how ${shown} was on ${day}`, 'git has no version from before that day', 'Take a later day')
  return { history: { ...history, versions }, text: history.textOf(versions[0]) }
}

/** Fills the template: the named one, the project's `ask-FORMAT.hbs` beside its goals, or the built-in one. Throws a `CannotError` for a
 * template that cannot be filled.
 */
export async function openAskTemplate(
  format: AskFormat,
  { document, cwd, named }: { document: string; cwd: string; named?: string | undefined },
): Promise<(fields: object) => string> {
  const goals = goalsFolder(dirname(document))
  const usual = goals && join(goals, `ask-${format}.hbs`)
  const path = named ?? usual
  const shown = path === undefined ? 'the built-in template' : shownPath(path, cwd)
  const text = (named === undefined ? usual && readTextIfThere(usual, shown) : readText(named, shown)) ?? askTemplates[format]
  const excess = tooLong(text, longestTemplate)
  if (excess) throw cannot(`use ${shown}`, excess)
  const { default: Handlebars } = await import('handlebars')
  return (fields) => {
    try {
      // A name in a template without a value is an error, not a gap in the mail.
      return Handlebars.compile(text, { noEscape: true, strict: true })(fields)
    } catch (error) {
      const reason = reasonOf(error)
      throw cannot(`use ${shown}`, reason.replace(/[.:]$/, ''), 'See docs/bookkeeping.md for the fields', { cause: error })
    }
  }
}
