/** The machine that takes code apart by a table: states, and what may come next in each.
 *
 * At every place the rules of the state on top are tried in order. What no rule wants is an error of one character, except at
 * the end of a line, which is whitespace and starts again in the state `root`.
 */
import type { HighlightedPart } from './index.ts'

/** Classes, or what makes them of the text, or one for each group of the pattern; the groups are then the whole match. */
export type Kind = string | ((text: string) => string | HighlightedPart[]) | readonly Kind[]

/** What to do behind a match: a number leaves so many states, a name enters one; a function says which, by the text. */
export type Move = number | string | readonly (number | string)[] | ((text: string) => string)

/** The patterns' own flags are not used: all are sticky and Unicode, and `^` and `$` mean lines. An empty pattern is a default. */
export type Rule = readonly [pattern: RegExp, kind: Kind, move?: Move]

export type States = Readonly<Record<string, readonly Rule[]>>

interface State {
  /** All rules in one, each in a group of its own. */
  readonly pattern: RegExp
  readonly rules: readonly { group: number; kind: Kind; move: Move }[]
}

/** A function that takes code apart; the patterns of a state are made when it is first entered. */
export function machine(states: States, start = 'root'): (code: string) => HighlightedPart[] {
  const ready = new Map<string, State>()
  const enter = (name: string): State => {
    let state = ready.get(name)
    if (!state) {
      state = compile(states[name] ?? [])
      ready.set(name, state)
    }
    return state
  }
  return (code) => {
    const parts: HighlightedPart[] = []
    let stack = [enter(start)]
    let at = 0
    while (at < code.length) {
      const { pattern, rules } = stack[stack.length - 1]!
      pattern.lastIndex = at
      const found = pattern.exec(code)
      const rule = found && rules.find(({ group }) => found[group] !== undefined)
      if (!rule) {
        const text = String.fromCodePoint(code.codePointAt(at)!)
        const isEndOfLine = text === '\n'
        if (isEndOfLine) stack = [enter('root')]
        push(parts, text, isEndOfLine ? 'whitespace' : 'error')
        at += text.length
        continue
      }
      at += found[0].length
      if (Array.isArray(rule.kind)) rule.kind.forEach((kind, i) => void push(parts, found[rule.group + 1 + i] ?? '', kind))
      else push(parts, found[0], rule.kind)
      const { move } = rule
      for (const step of typeof move === 'function' ? [move(found[0])] : Array.isArray(move) ? move : [move]) {
        if (typeof step === 'string') stack.push(enter(step))
        // The first state is never left.
        else stack.length = Math.max(1, stack.length - step)
      }
    }
    return parts
  }
}

function compile(rules: readonly Rule[]): State {
  let group = 1
  const numbered = rules.map(([pattern, kind, move = []]) => {
    const rule = { group, kind, move }
    group += groupsIn(pattern) + 1
    return rule
  })
  const source = rules.map(([pattern]) => `(${pattern.source})`).join('|')
  return { pattern: new RegExp(source || '(?!)', 'muy'), rules: numbered }
}

/** How many groups a pattern has: with an empty alternative it always matches. */
function groupsIn(pattern: RegExp): number {
  return new RegExp(`${pattern.source}|`, 'u').exec('')!.length - 1
}

/** Adds what a rule says to the parts. */
function push(parts: HighlightedPart[], text: string, kind: Kind): void {
  if (text === '') return
  const made = typeof kind === 'function' ? kind(text) : (kind as string)
  if (typeof made === 'string') append(parts, text, made)
  else for (const part of made) append(parts, part.text, part.classes.join(' '))
}

/** Lists of classes by their names; the same list is used again. */
const lists = new Map<string, readonly string[]>()

/** Adds text with classes, of which there are many between spaces or none. Neighbours of one kind become one. */
export function append(parts: HighlightedPart[], text: string, names: string): void {
  let classes = lists.get(names)
  if (!classes) {
    classes = names === '' ? [] : names.split(' ')
    lists.set(names, classes)
  }
  const last = parts[parts.length - 1]
  if (last?.classes === classes) last.text += text
  else parts.push({ text, classes })
}
