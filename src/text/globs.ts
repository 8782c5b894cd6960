/** Globs for paths and hosts: `*`, `**`, `?`, `[…]` and `{a,b}`. A glob may come from a stranger, so matching takes time in proportion to
 * glob × path; a regular expression with many stars could take forever.
 */

/** One step of a pattern: the number of steps that a matching character advances; `skip` is the number of steps that may be
 * omitted from here.
 */
interface Step {
  take(character: string): number | undefined
  skip?: number
}

type Matches = (path: string) => boolean

const many = (isOne: (character: string) => boolean): Step => ({
  take: (character) => (isOne(character) ? 0 : undefined),
  skip: 1,
})
const one = (isOne: (character: string) => boolean): Step => ({ take: (character) => (isOne(character) ? 1 : undefined) })
const inFolder = (character: string) => character !== '/'
/** Any number of folders: the start of a name, and the rest of it with its slash. */
const folders: readonly Step[] = [
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
      const steps = [...lead, ...stepsOf(alternative)]
      return (path: string) => walk(steps, path, true)
    })
  })
  return (path) => {
    const plain = path.replaceAll('\\', '/').replace(/^\.\//, '')
    return matchers.some((matches) => matches(plain))
  }
}

/** Whether a path matches a whole pattern of Sphinx: no braces, and `**` matches anything. */
export function patternMatcher(pattern: string): Matches {
  const steps = stepsOf(pattern, { hasFolders: false })
  return (path) => walk(steps, path, false)
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
      inner.finished.push(...done)
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
      steps.push(...folders)
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

/** Follows all steps that are possible at once, character by character. */
function walk(steps: readonly Step[], path: string, takesFolders: boolean): boolean {
  let reached = new Set<number>()
  const reach = (into: Set<number>, index: number): void => {
    into.add(index)
    const skip = steps[index]?.skip
    if (skip && !into.has(index + skip)) reach(into, index + skip)
  }
  reach(reached, 0)
  for (const character of path) {
    // A pattern that names a folder matches everything in it.
    if (takesFolders && character === '/' && reached.has(steps.length)) return true
    const next = new Set<number>()
    for (const index of reached) {
      const by = steps[index]?.take(character)
      if (by !== undefined) reach(next, index + by)
    }
    if (next.size === 0) return false
    reached = next
  }
  return reached.has(steps.length)
}
