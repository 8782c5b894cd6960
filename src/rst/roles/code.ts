/** The `code` role, and the roles made from it. */
import { isKnownToPygments } from './pygments-languages.ts'
import { type Role, roleElement, roleError, typedText } from './role.ts'

/** A literal with the class `code`, and with its language as a class if it has one:
 *
 *     | .. role:: python(code)
 *     |    :language: python
 *     |
 *     | Use :python:`orbit(1)`.
 *
 * The text stays in one piece, as with docutils' setting `syntax_highlight: none`.
 */
export const code: Role = {
  options: ['class', 'language'],
  run(call, parser) {
    const { classes = [] } = call.options
    const { language } = call.options
    const isOff = language === 'none' && parser.docutils.codeLanguageOfRole
    if (language && !isOff && parser.options.syntaxHighlight !== 'none' && !isKnownToPygments(language)) {
      const text = `Cannot analyze code. No Pygments lexer found for "${language}".`
      return roleError(call, parser, 2, text, parser.rootLine)
    }
    const all = ['code', ...classes]
    const named = language ?? (parser.docutils.codeLanguageOfRole ? call.options.roleName : undefined)
    const isNone = parser.docutils.codeLanguageOfRole && named === 'none'
    if (named && !isNone && !all.includes(named)) all.push(named)
    const described = { ...call, options: { ...call.options, classes: [] } }
    return roleElement(described, parser, 'literal', { classes: all }, [typedText(call, parser)])
  },
}
