/** Shows the fixed text as a comparison with the original: new lines, and deleted lines. */
import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { editorState, textOf } from '../editor.ts'
import { button, checkbox, layOut } from './controls.ts'
import type { MakePanel } from './panel.ts'

export const fixed: MakePanel = (element, { question, setDocument, say, refresh }) => {
  const unsafe = checkbox('Unsafe fixes too', refresh)
  const apply = button('Use it as the document', () => {
    setDocument(textOf(editor))
    say('The document has its fixes')
  })
  const editor = new EditorView({ parent: layOut(element, [unsafe.label, apply]) })
  let before: string | undefined
  return {
    asks: () => ({ unsafe: unsafe.input.checked }),
    restore(given) {
      unsafe.input.checked = given.unsafe === true
    },
    show(text) {
      const { document } = question()
      apply.disabled = text === document
      if (before === document && textOf(editor) === text) return
      before = document
      // Unchanged lines are folded only when a state is created, so each comparison needs a new one.
      const comparison = unifiedMergeView({
        original: document,
        mergeControls: false,
        collapseUnchanged: { margin: 3, minSize: 6 },
      })
      const label = 'Fixed document, compared with the document'
      editor.setState(editorState({ label, text, extensions: [comparison, EditorState.readOnly.of(true)] }))
    },
  }
}
