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

/** Where a rule sends a path; nothing where it does not concern it. */
export function targetOf({ isPattern, from, to }: Redirect, path: string): string | undefined {
  if (to === undefined) return undefined
  if (isPattern) {
    const match = matchOf(from, path)
    return match && to.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '')
  }
  if (path === from) return to
  const isBelow = path.startsWith(from.endsWith('/') ? from : `${from}/`)
  return isBelow ? to + path.slice(from.length) : undefined
}

function matchOf(pattern: string, path: string): RegExpExecArray | undefined {
  try {
    return new RegExp(pattern).exec(path) ?? undefined
  } catch {
    // Apache reads more kinds of expressions than JavaScript.
    return undefined
  }
}

/** The rule that counts for a path. */
export function redirectOf(redirects: readonly Redirect[], path: string): Redirect | undefined {
  return redirects.find((redirect) => targetOf(redirect, path) !== undefined)
}

/** The path of an address, without its host, query and anchor. */
export function pathOfAddress(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/i, '').split(/[?#]/, 1)[0]!
}

/** Where a path leads, hop by hop; it ends where no rule counts, or with an address that was met before. */
export function hopsOf(redirects: readonly Redirect[], path: string): string[] {
  const hops: string[] = []
  for (let at = path; ; ) {
    const next = redirectOf(redirects, at)
    if (!next) return hops
    const to = targetOf(next, at)!
    const isAgain = to === path || hops.includes(to)
    hops.push(to)
    // What lies on another host is not ours to follow.
    if (isAgain || /^https?:/i.test(to)) return hops
    at = pathOfAddress(to)
  }
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
