/** The regular expressions of redirects and of `conf.py`. They may come from a stranger, and JavaScript tries all ways in which one could
 * match, which can take forever; one that could is not tried.
 */

/** Limits for the steps of one match, and of all matches of one `.htaccess`: less than half a second. */
const mostSteps = 1_000_000
const mostStepsOfAll = 200_000_000
/** What it takes to begin a match. */
const firstSteps = 20
/** As long as the longest address. */
const longestPattern = 8190

/** The match of a pattern in a path; `untried` if the pattern is not tried, so that it may match. */
export type Match = (path: string) => RegExpExecArray | 'untried' | undefined

/** Why a pattern is not tried with usual addresses; `undefined` if it is. */
export function whyUntried(pattern: string): string | undefined {
  if (!expressionOf(pattern)) return 'goaldoc cannot read it'
  return firstSteps + stepsFor(repetitionsOf(pattern), usualAddress) > mostSteps ? 'to match it may take forever' : undefined
}

/** Longer than most addresses of pages. */
const usualAddress = 100

/** The patterns of one `.htaccess`. */
export interface Patterns {
  /** A function that matches a pattern. One that JavaScript cannot read, or that may take too long, is not tried. */
  matcher(pattern: string): Match
  /** Whether all steps are taken, so that no pattern is tried any more. */
  isSpent(): boolean
}

export function patternsWithin(most = mostStepsOfAll): Patterns {
  let left = most
  return {
    matcher(pattern) {
      const [expression, repetitions] = [expressionOf(pattern), repetitionsOf(pattern)]
      return (path) => {
        const steps = firstSteps + stepsFor(repetitions, path.length)
        if (!expression || steps > mostSteps || left <= 0) return 'untried'
        left -= steps
        return expression.exec(path) ?? undefined
      }
    },
    isSpent: () => left <= 0,
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

/** A class without its end takes the rest: it is no pattern. */
const token = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]?|\(\?(?:<?[=!]|:|<\w+>)?|[()|]|(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?|./gs

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
