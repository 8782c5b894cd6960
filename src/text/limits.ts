/** Limits for untrusted texts. The parsers of YAML and Markdown take much longer for a character than the one for documents. */

/** Characters of a YAML file: ten times the longest model, and seven times the team list of OpenStack. */
export const longestYaml = 500_000

/** The message for a text that is too long to be read; `undefined` for others. */
export function tooLong(text: string, most: number): string | undefined {
  return text.length > most ? `${text.length} characters are too many; at most ${most} are read` : undefined
}

/** The levels of lists and mappings in YAML. Goals have seven, team lists five. */
const mostLevels = 100

/** A token of the YAML parser's first step, which is not recursive. */
interface YamlToken {
  type: string
  offset?: number
  value?: unknown
  items?: readonly { key?: unknown; value?: unknown }[]
}

/** The offset at which YAML has too many levels. The parser's second step is recursive: thousands of levels overflow the stack, and if V8
 * compiles an expression just then, the whole process ends.
 */
export function tooDeepAt(tokens: Iterable<YamlToken>): number | undefined {
  const open = Array.from(tokens, (token) => ({ token, level: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, level } = next
    if (level > mostLevels) return token.offset ?? 0
    const inner = token.items ? token.items.flatMap(({ key, value }) => [key, value]) : [token.value]
    const isCollection = token.items !== undefined
    for (const child of inner)
      if (typeof child === 'object' && child) open.push({ token: child as YamlToken, level: level + Number(isCollection) })
  }
  return undefined
}
