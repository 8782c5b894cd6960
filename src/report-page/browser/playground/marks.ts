/** Findings in the editor: marks with tooltips, and fixes that can be applied there. */
import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import type { Diagnostic } from '../../../lint/index.ts'
import type { Problem } from '../../playground/question.ts'
import { textOf } from './editor.ts'

export function markFindings(editor: EditorView, diagnostics: readonly Diagnostic[]): void {
  const text = textOf(editor)
  const marks = diagnostics.map(({ offset, endOffset, severity, message, ruleId, fix }): Mark => {
    const apply = () => {
      // The edits are for the text that was looked at.
      if (!fix || textOf(editor) !== text) return
      editor.dispatch({ changes: fix.edits.map((edit) => ({ from: edit.offset, to: edit.endOffset, insert: edit.text })) })
      editor.focus()
    }
    const actions = fix ? [{ name: fix.safe ? fix.title : `${fix.title} (unsafe)`, apply }] : []
    return { from: offset, to: endOffset, severity, message, source: ruleId, actions }
  })
  editor.dispatch(setDiagnostics(editor.state, marks))
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
