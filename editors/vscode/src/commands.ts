/** What the user can ask for, besides what the editor asks the server itself. */
import {
  commands,
  type Diagnostic,
  languages,
  ProcessExecution,
  Task,
  TaskScope,
  type TextEditor,
  tasks,
  window,
  workspace,
} from 'vscode'
import { type Program, programFor } from './program.ts'
import { readSettings } from './settings.ts'

export function ownProgram(): Program {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath
  return programFor({ ...readSettings(), folder, isTrusted: workspace.isTrusted })
}

/** The editor applies the action that `goaldoc lsp` offers, so that there is one way to fix. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.goaldoc', apply: 'first' })
}

/** Opens the page of a rule that found something at the cursor, or else in the file. */
export async function explain(): Promise<void> {
  const editor = window.activeTextEditor
  const found = editor ? languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'goaldoc') : []
  const here = found.filter(({ range }) => editor?.selection.active && range.contains(editor.selection.active))
  const rules = [...new Set((here.length > 0 ? here : found).flatMap(ruleOf))]
  if (rules.length === 0) {
    void window.showInformationMessage('Cannot explain a rule: goaldoc found nothing in this file')
    return
  }
  const rule = rules.length === 1 ? rules[0] : await window.showQuickPick(rules, { title: 'Explain which rule?' })
  if (rule !== undefined) await commands.executeCommand('goaldoc.openRulePage', rule)
}

/** A rule that has a page comes with its address; mistakes in the configuration have no rule. */
function ruleOf({ code }: Diagnostic): string[] {
  const rule = typeof code === 'object' ? code.value : code
  return rule === undefined ? [] : [String(rule)]
}

export async function render(): Promise<void> {
  await runOnFile('render')
}

export async function pull(): Promise<void> {
  await runOnFile('pull')
}

/** Findings in files that are not open appear in the list of problems by the problem matcher. */
export async function check(): Promise<void> {
  await run('check', ['--format', 'compact'])
}

async function runOnFile(command: 'render' | 'pull'): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor || editor.document.isUntitled) {
    void window.showInformationMessage(`Cannot ${command} a goal: no file is shown. Open its document or its model`)
    return
  }
  if (await saved(editor)) await run(command, [editor.document.uri.fsPath])
}

/** The command reads the file, not the editor. */
async function saved({ document }: TextEditor): Promise<boolean> {
  return !document.isDirty || document.save()
}

/** Runs in a terminal of its own, where the user sees what happened. */
async function run(command: string, given: readonly string[]): Promise<void> {
  const { command: program, args, env } = ownProgram()
  const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath
  const execution = new ProcessExecution(program, [...args, command, ...given], { env, ...(cwd === undefined ? {} : { cwd }) })
  await tasks.executeTask(new Task({ type: 'process' }, TaskScope.Workspace, command, 'goaldoc', execution, '$goaldoc'))
}
