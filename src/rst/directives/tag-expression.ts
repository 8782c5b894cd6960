/** The condition of Sphinx's `only`: tags with `and`, `or`, `not` and parentheses. Errors are worded like those of Jinja, which evaluates
 * it.
 */

interface Token {
  kind: 'name' | 'string' | 'integer' | 'mark'
  text: string
}

const token = /\s+|([A-Za-z_]\w*)|(\d[\w.]*)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([-+*/~%()[\]{}=!<>.:|,;])/y

const atEnd = 'end of template'

/** Jinja's error message for a condition; `undefined` if it is valid. */
export function tagProblem(text: string): string | undefined {
  const read = tokensOf(text)
  if ('problem' in read) return read.problem
  const { tokens } = read
  let at = 0
  const operand = (): string | undefined => {
    while (tokens[at]?.text === 'not') at++
    const next = tokens[at++]
    if (next?.text === '(') {
      const inner = expression()
      if (inner !== undefined) return inner
      const closing = tokens[at++]
      if (closing?.text === ')') return undefined
      return closing ? `expected token ')', got '${shown(closing)}'` : `unexpected ${atEnd}, expected ')'.`
    }
    return next?.kind === 'name' ? undefined : `unexpected token '${next ? shown(next) : atEnd}'`
  }
  const expression = (): string | undefined => {
    let problem = operand()
    while (problem === undefined && (tokens[at]?.text === 'and' || tokens[at]?.text === 'or')) {
      at++
      problem = operand()
    }
    return problem
  }
  return expression() ?? (at < tokens.length ? 'chunk after expression' : undefined)
}

function shown({ kind, text }: Token): string {
  return kind === 'mark' || kind === 'name' ? text : kind
}

function tokensOf(text: string): { tokens: Token[] } | { problem: string } {
  const tokens: Token[] = []
  let open = 0
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) return { problem: `unexpected char '${text[at]}' at ${at}` }
    const [whole, name, integer, string, mark] = match
    if (mark === '(') open++
    if (mark === ')' && open-- === 0) return { problem: "unexpected ')'" }
    const kind = name ? 'name' : integer ? 'integer' : string ? 'string' : mark ? 'mark' : undefined
    if (kind) tokens.push({ kind, text: whole })
  }
  return { tokens }
}
