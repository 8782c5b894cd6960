/** Code actions: fixes of findings, all safe fixes at once, comments that suppress a rule, and the page of a rule. */
import type { CodeAction, CodeActionContext, Range, WorkspaceEdit } from 'vscode-languageserver'
import { type Diagnostic, fixAll } from '../lint/index.ts'
import { pageOf } from '../repository/index.ts'
import type { Edit } from '../text/index.ts'
import { diagnosticOf } from './diagnostics.ts'
import { editsBetween } from './minimal-edits.ts'
import { rangeOf, textEdits, touch } from './place.ts'
import type { Look } from './session.ts'
import { suppressHere, suppressInFile } from './suppress.ts'

/** Applies all safe fixes, as `goaldoc lint --fix` does. */
const fixAllKind = 'source.fixAll.goaldoc'
export const actionKinds = ['quickfix', fixAllKind]
/** The command that opens the page of a rule; its argument is the name of the rule. */
export const openPageCommand = 'goaldoc.openRulePage'

/** The limit of rules for which a suppression is offered at one place, because each one needs another lint run. */
const mostSilenced = 4

/** The actions for a range of a file. */
export function codeActions(look: Look, range: Range, { only }: CodeActionContext, cwd: string): CodeAction[] {
  const isWanted = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const here = look.withFixes().filter((found) => touch(rangeOf(found), range))
  return [...(isWanted('quickfix') ? quickFixes(look, here, cwd) : []), ...(isWanted(fixAllKind) ? fixAllAction(look) : [])]
}

function quickFixes(look: Look, here: readonly Diagnostic[], cwd: string): CodeAction[] {
  const { uri } = look.text
  const fixes = here.flatMap((found): CodeAction[] => {
    if (!found.fix) return []
    const { title, safe, edits } = found.fix
    return [
      {
        title: safe ? title : `${title} (unsafe: check the result)`,
        kind: 'quickfix',
        isPreferred: safe,
        diagnostics: [diagnosticOf(found, uri, cwd)],
        edit: editOf(look, edits),
      },
    ]
  })
  const rules = [...new Map(here.map((found) => [found.ruleId, found])).values()]
  return [
    ...fixes,
    ...rules.slice(0, mostSilenced).flatMap((found) => silencing(look, found, cwd)),
    ...rules.flatMap((found) => opening(look, found, cwd)),
  ]
}

function silencing(look: Look, found: Diagnostic, cwd: string): CodeAction[] {
  if (look.kind !== 'document') return []
  const places = [
    { title: `Ignore ${found.ruleId} here`, edit: suppressHere(look, found) },
    { title: `Ignore ${found.ruleId} in this file`, edit: suppressInFile(look, found) },
  ]
  return places.flatMap(({ title, edit }) =>
    edit ? [{ title, kind: 'quickfix', diagnostics: [diagnosticOf(found, look.text.uri, cwd)], edit: editOf(look, [edit]) }] : [],
  )
}

function opening(look: Look, found: Diagnostic, cwd: string): CodeAction[] {
  if (pageOf(found.ruleId) === undefined) return []
  const title = `Open the page of ${found.ruleId}`
  return [
    {
      title,
      kind: 'quickfix',
      diagnostics: [diagnosticOf(found, look.text.uri, cwd)],
      command: { title, command: openPageCommand, arguments: [found.ruleId] },
    },
  ]
}

function fixAllAction(look: Look): CodeAction[] {
  if (look.kind === 'model') return []
  const edits = editsBetween(look.source, fixedSource(look))
  return edits.length === 0 ? [] : [{ title: 'Apply all safe fixes', kind: fixAllKind, edit: editOf(look, edits) }]
}

const fixed = new WeakMap<Look, string>()

/** The text after all safe fixes. It is cached, because editors ask again whenever the cursor moves. */
function fixedSource(look: Look): string {
  const known = fixed.get(look) ?? fixAll(look.source, look.options, look.linter).source
  fixed.set(look, known)
  return known
}

/** An edit of the version that was linted; editors reject it if the text has changed since. */
function editOf({ text }: Look, edits: readonly Edit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: textEdits(text, edits) }] }
}
