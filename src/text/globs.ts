/** Globs for paths and hosts: `*`, `**`, `?`, `[…]` and `{a,b}`. A glob can be hostile, so matching takes time in proportion to
 * glob × path; a regular expression with many stars could take forever.
 */
import { appendAll } from './lists.ts'

/** One step of a pattern: the number of steps that a matching character advances; `skip` is the number of steps that may be
 * omitted from here.
 */
export interface Step {
  take(character: string): number | undefined
  skip?: number
}

type Matches = (path: string) => boolean

export const many = (isOne: (character: string) => boolean): Step => ({
  take: (character) => (isOne(character) ? 0 : undefined),
  skip: 1,
})
export const one = (isOne: (character: string) => boolean): Step => ({ take: (character) => (isOne(character) ? 1 : undefined) })
/** Whether a character can be part of the name of a file. */
export const inFolder = (character: string) => character !== '/'
/** Any number of folders: the start of a name, and the rest of it with its slash. */
export const folders: readonly Step[] = [
  { take: (character) => (inFolder(character) ? 1 : undefined), skip: 2 },
  { take: (character) => (inFolder(character) ? 0 : -1) },
]

/** Whether a path with `/` between its folders matches one of the globs. A glob without `/` matches the name in any folder. A glob that
 * names a folder matches everything below it.
 */
export function globMatcher(globs: readonly string[]): Matches {
  const matchers = globs.flatMap((glob) => {
    const pattern = glob.replace(/^\.?\//, '').replace(/\/$/, '/**')
    const lead = glob.replace(/\/$/, '').includes('/') ? [] : folders
    return alternatives(pattern).map((alternative) => {
      return follower([...lead, ...stepsOf(alternative)], true)
    })
  })
  return (path) => {
    const plain = path.replaceAll('\\', '/').replace(/^\.\//, '')
    return matchers.some((matches) => matches(plain))
  }
}

/** Whether a path matches a whole pattern of Sphinx: no braces, and `**` matches anything. */
export function patternMatcher(pattern: string): Matches {
  return follower(stepsOf(pattern, { hasFolders: false }), false)
}

/** The highest number of alternatives in braces; a glob with more of them is matched literally. */
const mostAlternatives = 256

/** Expands braces: `a{b,c}` becomes `ab` and `ac`. */
function alternatives(glob: string): string[] {
  let done = ['']
  let open: { before: string[]; finished: string[] }[] = []
  for (const character of glob) {
    const inner = open.at(-1)
    if (character === '{') {
      open.push({ before: done, finished: [] })
      done = ['']
    } else if (inner && (character === ',' || character === '}')) {
      appendAll(inner.finished, done)
      done = ['']
      if (character === '}') {
        open = open.slice(0, -1)
        done = inner.before.flatMap((before) => inner.finished.map((text) => before + text))
      }
    } else done = done.map((text) => text + character)
    if (done.length > mostAlternatives) return [glob]
  }
  return open.length > 0 ? [glob] : done
}

function stepsOf(pattern: string, { hasFolders = true } = {}): Step[] {
  const steps: Step[] = []
  for (let at = 0; at < pattern.length; ) {
    const choice = pattern[at] === '[' ? /^\[[^\]][^\]]*\]/.exec(pattern.slice(at))?.[0] : undefined
    if (hasFolders && pattern.startsWith('**/', at)) {
      appendAll(steps, folders)
      at += 3
    } else if (pattern.startsWith('**', at)) {
      steps.push(many(() => true))
      at += 2
    } else if (pattern[at] === '*') {
      steps.push(many(inFolder))
      at += 1
    } else if (pattern[at] === '?') {
      steps.push(one(inFolder))
      at += 1
    } else if (choice) {
      steps.push(one(oneOf(choice)))
      at += choice.length
    } else {
      const character = String.fromCodePoint(pattern.codePointAt(at)!)
      steps.push(one((other) => other === character))
      at += character.length
    }
  }
  return steps
}

/** A character class: `[a-z]`, `[!a-z]`. */
function oneOf(choice: string): (character: string) => boolean {
  const isNegated = choice[1] === '!'
  const members = [...choice.slice(isNegated ? 2 : 1, -1)]
  return (character) => {
    const isIn = members.some((first, index) => {
      if (members[index + 1] !== '-' || members[index + 2] === undefined) return first === character
      return first <= character && character <= members[index + 2]!
    })
    return isIn !== isNegated
  }
}

/** The steps that are reached after some characters, and where further characters lead from there. */
interface State {
  steps: readonly number[]
  next: Map<string, State>
}

/** The states of a pattern that are remembered: many paths share them, and new ones are made when a path needs them. */
const mostStates = 2000

/** Follows all steps that are possible at once, character by character. */
export function follower(steps: readonly Step[], takesFolders: boolean): Matches {
  let known = new Map<string, State>()
  const stateOf = (reached: Set<number>): State => {
    const sorted = [...reached].sort((a, b) => a - b)
    const key = sorted.join()
    const before = known.get(key)
    if (before) return before
    // States that are no longer in the map are forgotten with the paths that lead to them.
    if (known.size >= mostStates) {
      known = new Map()
      start.next.clear()
    }
    const made = { steps: sorted, next: new Map() }
    known.set(key, made)
    return made
  }
  const reach = (into: Set<number>, index: number): void => {
    into.add(index)
    const skip = steps[index]?.skip
    if (skip && !into.has(index + skip)) reach(into, index + skip)
  }
  const first = new Set<number>()
  reach(first, 0)
  const start: State = { steps: [...first], next: new Map() }
  const after = ({ steps: reached }: State, character: string): State => {
    const next = new Set<number>()
    for (const index of reached) {
      const by = steps[index]?.take(character)
      if (by !== undefined) reach(next, index + by)
    }
    return stateOf(next)
  }
  return (path) => {
    let state = start
    for (const character of path) {
      // A pattern that names a folder matches everything in it.
      if (takesFolders && character === '/' && state.steps.includes(steps.length)) return true
      let next = state.next.get(character)
      if (!next) {
        next = after(state, character)
        state.next.set(character, next)
      }
      if (next.steps.length === 0) return false
      state = next
    }
    return state.steps.includes(steps.length)
  }
}
