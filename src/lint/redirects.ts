/** Redirects as Apache reads them from an `.htaccess`: `redirect 301 /OLD /NEW` and `redirectmatch 301 REGEXP /NEW`. */
import { type Match, type Patterns, patternsWithin } from './redirect-patterns.ts'

/** A `redirect` or `redirectmatch` line. */
export interface Redirect {
  /** 0-based. */
  line: number
  isPattern: boolean
  code: string
  from: string
  /** Absent if the page was removed without a replacement (code 410). */
  to?: string
  /** The offsets of the target, or of the whole line if it has no target. */
  offset: number
  endOffset: number
}

const rule =
  /^[ \t]*(redirect|redirectmatch|redirectpermanent|redirecttemp)[ \t]+(?:(\d{3}|permanent|temp|seeother|gone)[ \t]+)?("[^"\n]*"|[^\s"]+)(?:[ \t]+("[^"\n]*"|[^\s"]+))?[ \t]*$/i

const codes: Record<string, string> = { permanent: '301', redirectpermanent: '301', temp: '302', seeother: '303', gone: '410' }

/** The redirects of an `.htaccess`, in its order. Other lines are ignored. */
export function readRedirects(text: string): Redirect[] {
  const found: Redirect[] = []
  let start = 0
  text.split('\n').forEach((whole, line) => {
    const content = whole.replace(/\r$/, '')
    const match = rule.exec(content)
    if (match) {
      const [, word = '', code = '', from = '', to] = match
      const said = to ?? content.trim()
      const offset = start + (to === undefined ? content.indexOf(said) : content.lastIndexOf(said))
      const isPattern = /^redirectmatch$/i.test(word)
      const number = codes[code.toLowerCase()] ?? codes[word.toLowerCase()] ?? (code === '' ? '302' : code)
      const target = to === undefined ? {} : { to: unquoted(to) }
      found.push({ line, isPattern, code: number, from: unquoted(from), ...target, offset, endOffset: offset + said.length })
    }
    start += whole.length + 1
  })
  return found
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1')
}

/** Servers refuse longer addresses. */
const longestAddress = 8190

/** The target of a redirect for a path; `undefined` if the redirect does not match the path or has no target. */
export function targetOf({ isPattern, from, to }: Redirect, path: string): string | undefined {
  if (to === undefined || Math.max(to.length, path.length) > longestAddress) return undefined
  if (isPattern) {
    const match = patternsWithin().matcher(from)(path)
    return match && match !== 'untried' ? to.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '') : undefined
  }
  return isAtOrBelow(path, from) ? to + path.slice(from.length) : undefined
}

function isAtOrBelow(path: string, from: string): boolean {
  return path === from || path.startsWith(from.endsWith('/') ? from : `${from}/`)
}

/** The redirects of a list by the path that they are for, and the patterns, each with its index in the list. */
interface RedirectIndex {
  byPath: ReadonlyMap<string, number>
  patterns: readonly { at: number; match: Match }[]
  isSpent: Patterns['isSpent']
}

const indexes = new WeakMap<readonly Redirect[], RedirectIndex>()

function indexOf(redirects: readonly Redirect[]): RedirectIndex {
  const before = indexes.get(redirects)
  if (before) return before
  const byPath = new Map<string, number>()
  const patterns: { at: number; match: Match }[] = []
  const { matcher, isSpent } = patternsWithin()
  for (const [at, { isPattern, from }] of redirects.entries()) {
    if (isPattern) patterns.push({ at, match: matcher(from) })
    else if (!byPath.has(from)) byPath.set(from, at)
  }
  const index = { byPath, patterns, isSpent }
  indexes.set(redirects, index)
  return index
}

/** The redirect that Apache uses for a path: the first one that matches. */
export function redirectOf(redirects: readonly Redirect[], path: string): Redirect | undefined {
  if (path.length > longestAddress) return undefined
  const { byPath, patterns, isSpent } = indexOf(redirects)
  let first = byPath.get(path) ?? redirects.length
  // A redirect of a folder, with its slash or without, is for everything below it.
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    first = Math.min(first, byPath.get(path.slice(0, slash)) ?? first, byPath.get(path.slice(0, slash + 1)) ?? first)
  }
  for (const { at, match } of patterns) {
    if (at > first || isSpent()) break
    const found = match(path)
    if (found && found !== 'untried') return redirects[at]
  }
  return redirects[first]
}

/** Whether a pattern that is not tried may redirect a path, so that it is unknown where the path leads. */
export function isUndecided(redirects: readonly Redirect[], path: string): boolean {
  const { patterns, isSpent } = indexOf(redirects)
  return (
    path.length > longestAddress || (patterns.length > 0 && isSpent()) || patterns.some(({ match }) => match(path) === 'untried')
  )
}

/** Whether the patterns of a list took so long that the rest was not tried. */
export function isSpent(redirects: readonly Redirect[]): boolean {
  return indexOf(redirects).isSpent()
}

/** The path of an address, without host, query and fragment. */
export function pathOfAddress(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/i, '').split(/[?#]/, 1)[0]!
}

/** Browsers give up after this many redirects. */
const mostHops = 20

/** Whether an address is on another host. */
export function isOnOtherHost(address: string, host: string | undefined): boolean {
  const [, other] = /^https?:\/\/([^/]+)/i.exec(address) ?? []
  return other !== undefined && other.toLowerCase() !== host?.toLowerCase()
}

/** Follows the redirects of a path; `hops` are the targets in order. `isEndless` is true if they form a cycle, or if there are
 * more of them than browsers follow: a redirect such as `/a/` → `/a/b/` makes the path longer each time. Addresses on other hosts
 * than `host`, that of the site, are not followed.
 */
export function followRedirects(
  redirects: readonly Redirect[],
  path: string,
  host?: string,
): { hops: readonly string[]; isEndless: boolean } {
  const hops: string[] = []
  const met = new Set([path])
  for (let at = path; hops.length < mostHops; ) {
    const next = redirectOf(redirects, at)
    const to = next && targetOf(next, at)
    if (to === undefined) return { hops, isEndless: false }
    hops.push(to)
    if (isOnOtherHost(to, host)) return { hops, isEndless: false }
    at = pathOfAddress(to)
    if (met.has(at)) return { hops, isEndless: true }
    met.add(at)
  }
  return { hops, isEndless: true }
}

/** The path that a redirect sends to `target`, e.g. `/a/x` for `/a/` → `/b/` and `/b/x`. `undefined` if there is none. */
export function redirectedPath({ isPattern, from, to }: Redirect, target: string): string | undefined {
  if (to === undefined) return undefined
  if (!isPattern) return target.startsWith(to) ? from + target.slice(to.length) : undefined
  const [, start] = /^\^([^()[\]*+?|\\^$]*)\(\.\*\)\$?$/.exec(from) ?? []
  const [, before] = /^([^$]*)\$1$/.exec(to) ?? []
  return start !== undefined && before !== undefined && target.startsWith(before)
    ? start + target.slice(before.length)
    : undefined
}
