/** The assignments at the top level of a Python file, as far as they are literal: strings, numbers, lists, dictionaries, and names of such
 * values.
 *
 * Nothing is run. A grammar of Python takes 30 ms to load, as long as the rest of a run, so this reads the little that settings
 * need.
 */

/** A value that is not literal: a call, an attribute, a formatted string, a condition. */
export const unknown: unique symbol = Symbol('unknown')
export type PythonValue = string | number | boolean | null | typeof unknown | PythonValue[] | Map<string, PythonValue>

/** The key that stands for all keys of a dictionary that are not literal. */
export const computedKeys = '**'

interface Token {
  kind: 'string' | 'name' | 'number' | 'mark' | 'newline'
  text: string
  /** The value of a string; absent for a formatted or bytes string. */
  value?: string
  /** Whether it is the first token of its line, and its column. */
  column?: number
}

const token =
  /([A-Za-z]{0,2})("""|'''|"|')|([A-Za-z_]\w*)|(\d[\w.]*)|(\r\n|\r|\n)|#[^\r\n]*|\\(?:\r\n|\r|\n)|[ \t\f]+|(\*\*=?|\/\/=?|[-+*/%|&^@]=|->|:=|[^\s\w])/y

/** The values of names at the end of the file. If a branch or a loop sets a name, a list contains what any branch adds; other values are
 * `unknown`.
 */
export function pythonValues(source: string): Map<string, PythonValue> {
  const state: State = { values: new Map(), room: mostJoined }
  for (const { tokens, isTop } of statementsOf(tokensOf(source))) run(tokens, state, isTop)
  return state.values
}

/** The entries and characters of all values that are joined from others: each line of a file could double a value. */
const mostJoined = 2_000_000

interface State {
  values: Map<string, PythonValue>
  room: number
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let lineStart = 0
  let depth = 0
  for (let at = 0; at < source.length; ) {
    token.lastIndex = at
    const match = token.exec(source)
    if (!match) break
    const [whole, prefix = '', quote, name, number, newline, mark] = match
    const column = tokens.length === 0 || tokens.at(-1)!.kind === 'newline' ? at - lineStart : undefined
    at = token.lastIndex
    const push = (made: Token) => tokens.push(column === undefined ? made : { ...made, column })
    if (quote !== undefined) {
      const end = endOfString(source, at, quote)
      const value = stringValue(source.slice(at, end), prefix)
      push({ kind: 'string', text: whole, ...(value === undefined ? {} : { value }) })
      at = Math.min(source.length, end + quote.length)
    } else if (name !== undefined) push({ kind: 'name', text: name })
    else if (number !== undefined) push({ kind: 'number', text: number })
    else if (newline !== undefined) {
      lineStart = at
      if (depth === 0 && tokens.length > 0 && tokens.at(-1)!.kind !== 'newline') tokens.push({ kind: 'newline', text: newline })
    } else if (mark !== undefined) {
      if ('([{'.includes(mark)) depth++
      else if (')]}'.includes(mark)) depth = Math.max(0, depth - 1)
      push({ kind: 'mark', text: mark })
    }
  }
  return tokens
}

function endOfString(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source.startsWith(quote, at)) return at
    else if (quote.length === 1 && (source[at] === '\n' || source[at] === '\r')) return at
  }
  return source.length
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' }

function stringValue(text: string, prefix: string): string | undefined {
  if (/[fb]/i.test(prefix)) return undefined
  const lines = text.replace(/\r\n?/g, '\n')
  if (/r/i.test(prefix)) return lines
  return lines.replace(/\\(\n|.)/g, (whole, next: string) => (next === '\n' ? '' : (escapes[next] ?? whole)))
}

function statementsOf(tokens: readonly Token[]): { tokens: Token[]; isTop: boolean }[] {
  const statements: { tokens: Token[]; isTop: boolean }[] = []
  let current: Token[] = []
  const close = () => {
    if (current.length > 0) statements.push({ tokens: current, isTop: current[0]!.column === 0 })
    current = []
  }
  for (const next of tokens) {
    if (next.kind === 'newline') close()
    else current.push(next)
  }
  close()
  return statements
}

/** `name = value`, `name += value`, `name: Type = value`, `name['key'] = value`, `name.append(value)`, `name.extend(value)`. */
function run(tokens: readonly Token[], state: State, isTop: boolean): void {
  const { values } = state
  const [first, second] = tokens
  if (first?.kind !== 'name' || second === undefined) return
  const name = first.text
  const assigned = tokens.findIndex(({ kind, text }) => kind === 'mark' && (text === '=' || text === '+='))
  const set = (value: PythonValue) => values.set(name, isTop ? value : either(values.get(name), value, state))
  if (second.text === '.') {
    const [, , method, open] = tokens
    if (open?.text !== '(' || !values.has(name)) return
    const value = read(tokens.slice(4, -1), state)
    if (method?.text === 'append') set(joined(values.get(name)!, [value], state))
    else if (method?.text === 'extend') set(joined(values.get(name)!, value, state))
    else if (method?.text === 'insert' || method?.text === 'update') set(unknown)
    return
  }
  if (assigned < 0) return
  const value = read(tokens.slice(assigned + 1), state)
  if (second.text === '+=') set(joined(values.get(name) ?? unknown, value, state))
  else if (second.text === '[') {
    const known = values.get(name)
    const key = tokens[2]?.value
    if (known instanceof Map && key !== undefined && isTop) known.set(key, value)
    else if (values.has(name)) set(unknown)
  } else if (second.text === '=' || second.text === ':') set(value)
}

/** The value of a name that a branch may set: a list with the entries of all branches; otherwise unknown. */
function either(before: PythonValue | undefined, value: PythonValue, state: State): PythonValue {
  if (!Array.isArray(value)) return unknown
  const added = new Set(value)
  const kept: PythonValue[] = Array.isArray(before) ? before.filter((entry) => !added.has(entry)) : []
  return joined(kept, value, state)
}

function joined(a: PythonValue, b: PythonValue, state: State): PythonValue {
  if (typeof a === 'string' && typeof b === 'string') return hasRoom(state, a.length + b.length) ? a + b : unknown
  if (!Array.isArray(a)) return unknown
  const more: PythonValue[] = Array.isArray(b) ? b : [unknown]
  return hasRoom(state, a.length + more.length) ? [...a, ...more] : unknown
}

function hasRoom(state: State, size: number): boolean {
  state.room -= size
  return state.room >= 0
}

/** Python accepts no more open brackets. */
const mostLevels = 200

/** Reads an expression; a part that cannot be read is `unknown`. */
function read(tokens: readonly Token[], state: State): PythonValue {
  let at = 0
  let level = 0
  const isMark = (text: string) => tokens[at]?.kind === 'mark' && tokens[at]!.text === text
  const value = sum()
  return at === tokens.length ? value : isMark(',') ? tuple(value) : unknown

  function tuple(first: PythonValue): PythonValue {
    const entries: PythonValue[] = [first]
    while (isMark(',') && ++at < tokens.length) entries.push(sum())
    return at === tokens.length ? entries : unknown
  }

  function sum(): PythonValue {
    let left = term()
    while (isMark('+')) {
      at++
      left = joined(left, term(), state)
    }
    return left
  }

  function term(): PythonValue {
    const found = atom()
    // A call, an attribute, an index or an operator: not a literal.
    if (at >= tokens.length || ['+', ',', ')', ']', '}', ':'].includes(tokens[at]!.text)) return found
    skip()
    return unknown
  }

  function skip(): void {
    for (let depth = 0; at < tokens.length; at++) {
      const { kind, text } = tokens[at]!
      if (kind !== 'mark') continue
      if (depth === 0 && (text === ',' || text === ')' || text === ']' || text === '}')) return
      if ('([{'.includes(text)) depth++
      else if (')]}'.includes(text)) depth--
    }
  }

  function atom(): PythonValue {
    const next = tokens[at]
    if (!next) return unknown
    at++
    if (next.kind === 'string') {
      let text: string | undefined = next.value
      for (; tokens[at]?.kind === 'string'; at++) text = text === undefined ? undefined : joinedText(text, tokens[at]!.value)
      return text ?? unknown
    }
    if (next.kind === 'number') return Number.isNaN(Number(next.text)) ? unknown : Number(next.text)
    if (next.kind === 'name') {
      if (next.text === 'True' || next.text === 'False') return next.text === 'True'
      return next.text === 'None' ? null : (state.values.get(next.text) ?? unknown)
    }
    if (!'[({'.includes(next.text)) return unknown
    if (level >= mostLevels) {
      at = tokens.length
      return unknown
    }
    level++
    const value = next.text === '{' ? dictionary() : list(next.text === '[' ? ']' : ')')
    level--
    return value
  }

  function joinedText(text: string, more: string | undefined): string | undefined {
    return more === undefined ? undefined : text + more
  }

  function list(end: string): PythonValue {
    const entries: PythonValue[] = []
    let isTuple = end === ']'
    while (!isMark(end)) {
      entries.push(sum())
      if (!isMark(',')) break
      isTuple = true
      at++
    }
    if (!isMark(end)) {
      skip()
      at++
      return [...entries, unknown]
    }
    at++
    return isTuple || entries.length === 0 ? entries : entries[0]!
  }

  function dictionary(): PythonValue {
    const entries = new Map<string, PythonValue>()
    const set: PythonValue[] = []
    while (!isMark('}')) {
      if (isMark('**')) {
        skip()
        entries.set(computedKeys, unknown)
        if (!isMark(',')) break
        at++
        continue
      }
      const key = sum()
      if (isMark(':')) {
        at++
        const entry = sum()
        if (typeof key === 'string') entries.set(key, entry)
      } else set.push(key)
      if (!isMark(',')) break
      at++
    }
    if (!isMark('}')) return unknown
    at++
    return set.length > 0 ? set : entries
  }
}
