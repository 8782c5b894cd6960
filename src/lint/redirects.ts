/** Redirects as Apache reads them from an `.htaccess`: `redirect 301 /OLD /NEW` and `redirectmatch 301 REGEXP /NEW`. */

/** One rule, with the offsets of what it says. */
export interface Redirect {
  /** 0-based. */
  line: number
  isPattern: boolean
  code: string
  from: string
  /** Absent where a page is gone for good. */
  to?: string
  /** Of the target, or of the whole rule where it has none. */
  offset: number
  endOffset: number
}

const rule =
  /^[ \t]*(redirect|redirectmatch|redirectpermanent|redirecttemp)[ \t]+(?:(\d{3}|permanent|temp|seeother|gone)[ \t]+)?("[^"\n]*"|[^\s"]+)(?:[ \t]+("[^"\n]*"|[^\s"]+))?[ \t]*$/i

const codes: Record<string, string> = { permanent: '301', redirectpermanent: '301', temp: '302', seeother: '303', gone: '410' }

/** The rules in the order in which they count; what else a file holds is passed over. */
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

/** Where a rule sends a path; nothing where it does not concern it, or where the page is gone. */
export function targetOf({ isPattern, from, to }: Redirect, path: string): string | undefined {
  if (to === undefined) return undefined
  if (isPattern) {
    const match = matchOf(from, path)
    return match && to.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '')
  }
  return isAtOrBelow(path, from) ? to + path.slice(from.length) : undefined
}

function isAtOrBelow(path: string, from: string): boolean {
  return path === from || path.startsWith(from.endsWith('/') ? from : `${from}/`)
}

function matchOf(pattern: string, path: string): RegExpExecArray | undefined {
  try {
    return new RegExp(pattern).exec(path) ?? undefined
  } catch {
    // Apache reads more kinds of expressions than JavaScript.
    return undefined
  }
}

/** The rule that counts for a path: the first that concerns it. */
export function redirectOf(redirects: readonly Redirect[], path: string): Redirect | undefined {
  return redirects.find(({ isPattern, from }) => (isPattern ? matchOf(from, path) !== undefined : isAtOrBelow(path, from)))
}

/** The path of an address, without its host, query and anchor. */
export function pathOfAddress(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/i, '').split(/[?#]/, 1)[0]!
}

/** How many redirects browsers follow. */
const mostHops = 20

/** Whether an address is on another host. */
export function isElsewhere(address: string, host: string | undefined): boolean {
  const [, other] = /^https?:\/\/([^/]+)/i.exec(address) ?? []
  return other !== undefined && other.toLowerCase() !== host?.toLowerCase()
}

/** Where a path leads, hop by hop, and whether it never arrives: at an address that was met before, or where a browser gives up, because a
 * rule such as `/a/` → `/a/b/` makes the path longer each time. What is not on `host`, that of the site, is not followed. */
export function hopsOf(
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
    if (isElsewhere(to, host)) return { hops, isEndless: false }
    at = pathOfAddress(to)
    if (met.has(at)) return { hops, isEndless: true }
    met.add(at)
  }
  return { hops, isEndless: true }
}

/** The path that a rule with a prefix sends to `target`, e.g. `/a/x` for `/a/` → `/b/` and `/b/x`. */
export function originOf({ isPattern, from, to }: Redirect, target: string): string | undefined {
  if (to === undefined) return undefined
  if (!isPattern) return target.startsWith(to) ? from + target.slice(to.length) : undefined
  const [, start] = /^\^([^()[\]*+?|\\^$]*)\(\.\*\)\$?$/.exec(from) ?? []
  const [, before] = /^([^$]*)\$1$/.exec(to) ?? []
  return start !== undefined && before !== undefined && target.startsWith(before)
    ? start + target.slice(before.length)
    : undefined
}
