/** The `code` role, and the roles made from it. */
import { restoreBackslashes } from '../escapes.ts'
import { highlight } from '../highlight/index.ts'
import { made, type Role, refused, typedText } from './role.ts'

/**
 * A literal with the class `code`. With a language, its text is taken apart as Pygments does:
 *
 *     | .. role:: python(code)
 *     |    :language: python
 *     |
 *     | Use :python:`orbit(1)`.
 */
export const code: Role = {
  options: ['class', 'language'],
  run(call, parser) {
    const { language, classes = [] } = call.options
    const all = ['code', ...classes]
    const options = { ...call.options, classes: [] }
    const described = { ...call, options }
    if (!language) return made(described, parser, 'literal', { classes: all }, [typedText(call, parser)])
    const typed = restoreBackslashes(call.text)
    const parts = highlight(typed, language)
    if (!parts) {
      const text = `Cannot analyze code. No Pygments lexer found for "${language}".`
      return refused(call, parser, 2, text, parser.rootLine)
    }
    if (!all.includes(language)) all.push(language)
    let at = call.textStart
    // Where the text runs over several lines, the places inside it are not told apart.
    const isPlain = call.textEnd - call.textStart === typed.length
    const children = parts.map((part) => {
      const start = isPlain ? at : call.textStart
      const end = isPlain ? at + part.text.length : call.textEnd
      at = end
      const text = parser.text(part.text, start, end)
      return part.classes.length > 0 ? parser.element('inline', start, end, { classes: part.classes }, [text]) : text
    })
    return made(described, parser, 'literal', { classes: all }, children)
  },
}
