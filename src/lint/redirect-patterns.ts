/** The regular expressions of redirects. They may come from a stranger, and JavaScript tries all ways in which one could match, which can
 * take forever; one that could is not tried.
 */

/** Limits for the steps of one match, and of all matches of one `.htaccess`: a fifth of a second. */
const mostSteps = 1_000_000
const mostStepsOfAll = 20_000_000
/** As long as the longest address. */
const longestPattern = 8190

/** A function that matches patterns against paths. A pattern that JavaScript cannot read, or that may take too long, matches nothing. */
export function patternsWithin(most = mostStepsOfAll): (pattern: string) => (path: string) => RegExpExecArray | undefined {
  const known = new Map<string, { expression: RegExp | undefined; repetitions: number }>()
  let left = most
  return (pattern) => {
    let found = known.get(pattern)
    if (!found) {
      found = { expression: expressionOf(pattern), repetitions: repetitionsOf(pattern) }
      known.set(pattern, found)
    }
    const { expression, repetitions } = found
    return (path) => {
      const steps = stepsFor(repetitions, path.length)
      if (!expression || steps > Math.min(mostSteps, left)) return undefined
      left -= steps
      return expression.exec(path) ?? undefined
    }
  }
}

function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern)
  } catch {
    // Apache accepts some that JavaScript does not.
    return undefined
  }
}

/** In how many ways some repetitions can share out a path. */
function stepsFor(repetitions: number, length: number): number {
  if (repetitions === Number.POSITIVE_INFINITY) return repetitions
  let steps = length + 1
  for (let count = 2; count <= repetitions; count++) steps *= (length + count) / count
  return steps
}

const token = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)?|[()|]|(?:[*+?]|\{\d+,?\d*\})[?+]?|./gs

/** The number of places in a pattern that can match more or less; infinite if one of them is inside of a repetition. A pattern that may
 * begin anywhere has one more.
 */
export function repetitionsOf(pattern: string): number {
  if (pattern.length > longestPattern) return Number.POSITIVE_INFINITY
  let count = pattern.startsWith('^') ? 0 : 1
  /** Whether each open group has such a place. */
  const groups = [false]
  let isOpenGroup = false
  for (const [part] of pattern.matchAll(token)) {
    const isQuantifier = /^(?:[*+?]|\{\d)/.test(part)
    if (isQuantifier && isOpenGroup && part[0] !== '?') return Number.POSITIVE_INFINITY
    isOpenGroup = false
    if (isQuantifier) count++
    if (part === '|') count++
    if (isQuantifier || part === '|') groups[groups.length - 1] = true
    if (part.startsWith('(')) groups.push(false)
    if (part === ')' && groups.length > 1) {
      isOpenGroup = groups.pop()!
      groups[groups.length - 1] ||= isOpenGroup
    }
  }
  return count
}
