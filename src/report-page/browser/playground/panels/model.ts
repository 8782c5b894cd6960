/** The model. It follows the document until the user edits it; then it can be written to the document. */
import { lintGutter } from '@codemirror/lint'
import { Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { makeEditor, setText, textOf } from '../editor.ts'
import { markProblems } from '../marks.ts'
import { button, layOut } from './controls.ts'
import type { MakePanel } from './panel.ts'

export const model: MakePanel = (element, { engine, question, setDocument, say, refresh }) => {
  let isOwn = false
  let isFilling = false
  const tryToWrite = async () => {
    const asked = question()
    const { document, problems } = await engine.write(asked)
    const now = question()
    if (now.document !== asked.document || now.model !== asked.model)
      return say('Not written: the text changed meanwhile. Write it again')
    const own = problems.filter(({ box }) => box === 'model')
    markProblems(editor, own)
    if (document === undefined) return say(`Not written: ${own[0]?.message ?? 'the model has a mistake'}`)
    setOwn(false)
    setDocument(document)
    say('Wrote the model to the document')
    refresh()
  }
  const write = () => {
    tryToWrite().catch((error: Error) => say(error.message))
  }
  const writeByKey = () => {
    if (isOwn) write()
    return isOwn
  }
  const writeButton = button('Write it to the document', write)
  const readButton = button('Read the document again', () => {
    setOwn(false)
    refresh()
  })
  const setOwn = (value: boolean) => {
    isOwn = value
    writeButton.disabled = !value
    readButton.disabled = !value
  }
  const editor = makeEditor({
    parent: layOut(element, [writeButton, readButton]),
    label: 'Model in YAML',
    extensions: [lintGutter(), Prec.high(keymap.of([{ key: 'Mod-Enter', run: writeByKey }]))],
    changed() {
      if (isFilling) return
      setOwn(true)
      refresh()
    },
  })
  const fill = (text: string) => {
    isFilling = true
    setText(editor, text)
    isFilling = false
  }
  setOwn(false)
  return {
    asks: () => (isOwn ? { model: textOf(editor) } : {}),
    restore(given) {
      setOwn(given.model !== undefined)
      fill(given.model ?? '')
    },
    show(text, problems) {
      fill(text)
      markProblems(editor, problems)
    },
  }
}
