/** What `goaldoc ask` takes from files: the goal as of a day, the official teams of that day with their people, the wording. */
import { dirname, join } from 'node:path'
import { type AskFormat, askTemplates } from '../report/index.ts'
import { cannot } from './errors.ts'
import { readText, readTextIfThere, shownPath } from './files.ts'
import { goalsFolder } from './model-paths.ts'
import type { FileHistory } from './versions.ts'

/** The history of a file as it was at the end of a day, and its text then.
 * Throws a `CannotError` where git has no version of that time. */
export function asOfDay(history: FileHistory | undefined, day: string, shown: string): { history: FileHistory; text: string } {
  const versions = history?.versions.filter((version) => version.day <= day) ?? []
  if (!history || !versions[0])
    throw cannot(`tell how ${shown} was on ${day}`, 'git has no version from before that day', 'Take a later day')
  return { history: { ...history, versions }, text: history.textOf(versions[0]) }
}

/** Fills the wording: the template that is named, the project's `ask-FORMAT.hbs` among its goals, or the built-in one.
 * Throws a `CannotError` for a template that cannot be filled. */
export async function openWording(
  format: AskFormat,
  { document, cwd, named }: { document: string; cwd: string; named?: string | undefined },
): Promise<(fields: object) => string> {
  const goals = goalsFolder(dirname(document))
  const usual = goals && join(goals, `ask-${format}.hbs`)
  const path = named ?? usual
  const shown = path === undefined ? 'the built-in template' : shownPath(path, cwd)
  const text = (named === undefined ? usual && readTextIfThere(usual, shown) : readText(named, shown)) ?? askTemplates[format]
  const { default: Handlebars } = await import('handlebars')
  return (fields) => {
    try {
      // What a template names and nobody fills is an error, and no hole in a mail.
      return Handlebars.compile(text, { noEscape: true, strict: true })(fields)
    } catch (error) {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
      throw cannot(`use ${shown}`, reason.replace(/[.:]$/, ''), 'See docs/bookkeeping.md for the fields', { cause: error })
    }
  }
}
