/** Code actions: fixes of findings, all safe fixes at once, comments that suppress a rule, and the page of a rule. */
import type { CodeAction, CodeActionContext, Range, WorkspaceEdit } from 'vscode-languageserver'
import { type Diagnostic, fixAll, type Linter } from '../lint/index.ts'
import { pageOf } from '../repository/index.ts'
import type { Edit } from '../text/index.ts'
import { diagnosticOf } from './diagnostics.ts'
import { editsBetween } from './minimal-edits.ts'
import { areTouching, rangeOf, textEdits } from './place.ts'
import type { OpenFile } from './session.ts'
import { type Budget, suppressHere, suppressInFile } from './suppress.ts'

/** Applies all safe fixes, as `goaldoc lint --fix` does. */
const fixAllKind = 'source.fixAll.goaldoc'
export const actionKinds = ['quickfix', fixAllKind]
/** The command that opens the page of a rule; its argument is the name of the rule. */
export const openPageCommand = 'goaldoc.openRulePage'

/** The limits for suppressions at one place: rules, and characters to lint, because each suppression needs another lint run. Findings
 * count as characters.
 */
const mostSilenced = 4
const mostCharacters = 200_000

/** The fixes that are offered for a range: nobody chooses from a menu of more. */
const mostFixes = 1000

/** The actions for a range of a file. */
export function codeActions(file: OpenFile, range: Range, { only }: CodeActionContext, cwd: string): CodeAction[] {
  const isWanted = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const here = file.withFixes().filter((found) => areTouching(rangeOf(found), range))
  return [...(isWanted('quickfix') ? quickFixes(file, here, cwd) : []), ...(isWanted(fixAllKind) ? fixAllAction(file) : [])]
}

function quickFixes(file: OpenFile, here: readonly Diagnostic[], cwd: string): CodeAction[] {
  const { uri } = file.text
  const fixable = here.filter((found) => found.fix).slice(0, mostFixes)
  const fixes = fixable.map((found): CodeAction => {
    const { title, safe, edits } = found.fix!
    return {
      title: safe ? title : `${title} (unsafe: check the result)`,
      kind: 'quickfix',
      isPreferred: safe,
      diagnostics: [diagnosticOf(found, uri, cwd)],
      edit: editOf(file, edits),
    }
  })
  const rules = [...new Map(here.map((found) => [found.ruleId, found])).values()]
  const budget = { characters: mostCharacters }
  return [
    ...fixes,
    ...rules.slice(0, mostSilenced).flatMap((found) => silencing(file, found, cwd, budget)),
    ...rules.flatMap((found) => opening(file, found, cwd)),
  ]
}

function silencing(file: OpenFile, found: Diagnostic, cwd: string, budget: Budget): CodeAction[] {
  if (file.kind !== 'document' || file.isTooLong) return []
  const places = [
    { title: `Ignore ${found.ruleId} here`, edit: suppressHere(file, found, budget) },
    { title: `Ignore ${found.ruleId} in this file`, edit: suppressInFile(file, found, budget) },
  ]
  return places.flatMap(({ title, edit }) =>
    edit ? [{ title, kind: 'quickfix', diagnostics: [diagnosticOf(found, file.text.uri, cwd)], edit: editOf(file, [edit]) }] : [],
  )
}

function opening(file: OpenFile, found: Diagnostic, cwd: string): CodeAction[] {
  if (pageOf(found.ruleId) === undefined) return []
  const title = `Open the page of ${found.ruleId}`
  return [
    {
      title,
      kind: 'quickfix',
      diagnostics: [diagnosticOf(found, file.text.uri, cwd)],
      command: { title, command: openPageCommand, arguments: [found.ruleId] },
    },
  ]
}

function fixAllAction(file: OpenFile): CodeAction[] {
  if (file.kind === 'model' || file.isTooLong) return []
  const edits = editsBetween(file.source, fixedSource(file))
  return edits.length === 0 ? [] : [{ title: 'Apply all safe fixes', kind: fixAllKind, edit: editOf(file, edits) }]
}

const fixed = new WeakMap<OpenFile, string>()

/** The text after all safe fixes. It is cached, because editors ask again whenever the cursor moves. */
function fixedSource(file: OpenFile): string {
  const known = fixed.get(file) ?? fixAll(file.source, file.options, knowing(file)).source
  fixed.set(file, known)
  return known
}

/** The linter of a file, which does not lint its present text again. */
function knowing(file: OpenFile): Linter {
  return (source, options) => (source === file.source ? [...file.allWithFixes()] : file.linter(source, options))
}

/** An edit of the version that was linted; editors reject it if the text has changed since. */
function editOf({ text }: OpenFile, edits: readonly Edit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: textEdits(text, edits) }] }
}
