/** A text editor in the style of the page. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { editorNonce } from '../../playground/editor-nonce.ts'

// The marks of the package are images, which the content security policy forbids.
const waves = (severity: string) => ({
  [`.cm-lintRange-${severity}`]: { backgroundImage: 'none', textDecoration: `underline wavy var(--${severity}) 1px` },
  [`.cm-lint-marker-${severity}`]: { content: "''", width: '0.7em', height: '0.7em', backgroundColor: `var(--${severity})` },
  [`.cm-diagnostic-${severity}`]: { borderLeftColor: `var(--${severity})` },
})

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.45' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--paper-2)', color: 'var(--ink-2)', borderColor: 'var(--line)' },
  '.cm-tooltip': { backgroundColor: 'var(--paper-2)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-tooltip-lint': { maxWidth: 'min(40rem, 90vw)' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--link)', color: 'var(--paper)' },
  '.cm-changedLine': { backgroundColor: 'color-mix(in srgb, var(--done) var(--tint), transparent)' },
  '.cm-changedText': { background: 'color-mix(in srgb, var(--done) calc(2 * var(--tint)), transparent)' },
  '.cm-changedLineGutter': { backgroundColor: 'var(--done)' },
  '.cm-deletedChunk': { backgroundColor: 'color-mix(in srgb, var(--error) var(--tint), transparent)' },
  '.cm-deletedChunk .cm-deletedText': { background: 'color-mix(in srgb, var(--error) calc(2 * var(--tint)), transparent)' },
  '.cm-deletedLineGutter': { backgroundColor: 'var(--error)' },
  '.cm-collapsedLines': { background: 'var(--paper-2)', color: 'var(--ink-2)', '&:before, &:after': { content: '"\\2026"' } },
  '.cm-specialChar': { color: 'var(--error)' },
  '.cm-lintRange-active': { backgroundColor: 'color-mix(in srgb, var(--warning) var(--tint), transparent)' },
  '.cm-lint-marker': { margin: '0.35em 0.2em', borderRadius: '0.2em' },
  '.cm-lintPoint': { '&::after': { borderBottomColor: 'var(--error)' } },
  ...waves('error'),
  ...waves('warning'),
  ...waves('info'),
})

/** Replaces the list of findings of the package: its buttons are inside of options, which screen readers do not announce. */
const places = [
  { key: 'F8', run: nextDiagnostic },
  { key: 'Shift-F8', run: previousDiagnostic },
]

export interface EditorOptions {
  parent: HTMLElement
  /** The label for screen readers. */
  label: string
  text?: string
  extensions?: Extension
  /** Called after the user or the page changed the text. */
  changed?: () => void
}

export function makeEditor({ parent, ...options }: EditorOptions): EditorView {
  return new EditorView({ parent, state: editorState(options) })
}

/** The initial state of an editor. */
export function editorState({ label, text = '', extensions = [], changed }: Omit<EditorOptions, 'parent'>): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      EditorView.cspNonce.of(editorNonce),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed?.()
      }),
      lineNumbers(),
      highlightSpecialChars(),
      history(),
      // The tab key is left to the browser, so that keyboard users can leave the editor.
      keymap.of([...places, ...defaultKeymap, ...historyKeymap]),
      look,
      extensions,
    ],
  })
}

export function textOf(editor: EditorView): string {
  return editor.state.doc.toString()
}

/** Replaces only the part of the text that differs, so that the cursor stays in place. */
export function setText(editor: EditorView, text: string): void {
  const before = textOf(editor)
  if (before === text) return
  const most = Math.min(before.length, text.length)
  let start = 0
  while (start < most && before[start] === text[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end++
  editor.dispatch({ changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) } })
}

/** Selects a range and scrolls to it. */
export function goTo(editor: EditorView, from: number, to: number): void {
  const { length } = editor.state.doc
  const [anchor, head] = [Math.min(from, length), Math.min(to, length)]
  editor.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
  editor.focus()
}
