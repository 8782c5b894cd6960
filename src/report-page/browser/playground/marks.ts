/** Findings in the editor: marks with tooltips, and fixes that can be applied there. */
import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import { EditorView } from '@codemirror/view'
import type { Diagnostic, Fix } from '../../../lint/index.ts'
import type { Problem } from '../../playground/question.ts'
import { textOf } from './editor.ts'

export function markFindings(editor: EditorView, diagnostics: readonly Diagnostic[]): void {
  const text = textOf(editor)
  const marks = diagnostics.map(({ offset, endOffset, severity, message, ruleId, fix }): Mark => {
    const name = fix?.safe ? fix.title : `${fix?.title} (unsafe)`
    const actions = fix ? [{ name, apply: () => applyFix(editor, fix, text) }] : []
    return { from: offset, to: endOffset, severity, message, source: ruleId, actions }
  })
  editor.dispatch(setDiagnostics(editor.state, marks))
}

/** Applies a fix for a text, if the editor still has that text. */
export function applyFix(editor: EditorView, { edits }: Fix, text: string): void {
  if (textOf(editor) !== text) return
  const changes = edits.map((edit) => ({ from: edit.offset, to: edit.endOffset, insert: edit.text }))
  const scroll = changes[0] ? [EditorView.scrollIntoView(changes[0].from, { y: 'nearest' })] : []
  editor.dispatch({ changes, effects: scroll })
  editor.focus()
}

export function markProblems(editor: EditorView, problems: readonly Problem[]): void {
  const { length } = editor.state.doc
  const marks = problems.map(
    ({ offset, endOffset, message }): Mark => ({
      from: Math.min(offset, length),
      to: Math.min(endOffset, length),
      severity: 'error',
      message,
    }),
  )
  editor.dispatch(setDiagnostics(editor.state, marks))
}
