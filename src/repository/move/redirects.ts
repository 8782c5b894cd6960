/** Updates redirects and their tests for a move: one redirect from the old address to the new one, without chains. */
import { followRedirects, pathOfAddress, readRedirects, redirectedPath, redirectOf, targetOf } from '../../lint/index.ts'
import { cannot } from '../errors.ts'
import { lineEnding } from '../files.ts'

/** The addresses of a page before and after, as paths. */
export interface AddressMove {
  from: string
  to: string
}

/** The `.htaccess` after a move. `shown` is its path in messages.
 * @throws {CannotError} if another redirect leads away from the new address
 */
export function moveRedirects(text: string, { from, to }: AddressMove, shown: string): string {
  const before = readRedirects(text)
  const lines = linesOf(text)
  const origins = new Map<number, string>()
  const kept: (string | undefined)[] = [...lines]
  for (const redirect of before) {
    const { line, isPattern } = redirect
    const isOfPage = !isPattern && (redirect.from === to || redirect.from === from)
    if (isOfPage) kept[line] = undefined
    else if (!isPattern && redirect.to !== undefined && pathOfAddress(redirect.to) === from)
      kept[line] = replaceLast(lines[line]!, from, to)
    else {
      const origin = redirectedPath(redirect, from)
      // Only if this is the redirect that Apache uses for the path.
      if (origin !== undefined && origin !== to && redirectOf(before, origin) === redirect) origins.set(line, origin)
    }
  }
  const blocking = redirectOf(
    before.filter(({ line }) => kept[line] !== undefined),
    from,
  )
  const own = `redirect 301 ${from} ${to}`
  const after = kept.flatMap((line, index) => [
    ...(index === blocking?.line ? [own] : []),
    ...(origins.has(index) ? [`redirect 301 ${origins.get(index)} ${to}`] : []),
    ...(line === undefined ? [] : [line]),
  ])
  if (!blocking) after.push(own)
  const written = joined(after, text)
  const redirects = readRedirects(written)
  const away = redirectOf(redirects, to)
  const place = before.find((one) => one.from === away?.from && one.to === away.to)
  if (away)
    throw cannot(
      `move to ${to}`,
      `line ${(place ?? away).line + 1} of ${shown} leads away from this address${away.to === undefined ? '' : `, to ${targetOf(away, to)}`}`,
      'Remove that redirect first',
    )
  return written
}

/** The `whereto` tests after a move: `path code target` in each line. Every address that leads to the page is tested. */
export function moveRedirectTests(text: string, { from, to }: AddressMove, redirects: string): string {
  const rules = readRedirects(redirects)
  const tested = new Set<string>()
  const lines = linesOf(text).flatMap((line) => {
    const [path, code, target] = line.trim().split(/\s+/)
    if (path === undefined || path.startsWith('#') || code === undefined) return [line]
    if (path === to || path === from) return []
    tested.add(path)
    return target !== undefined && pathOfAddress(target) === from ? [replaceLast(line, from, to)] : [line]
  })
  const leading = rules.filter(({ isPattern, to: target, from: path }) => !isPattern && target === to && !tested.has(path))
  const added = leading.filter(({ from: path }) => followRedirects(rules, path).hops.length === 1)
  return joined([...lines, ...added.map(({ from: path, code }) => `${path} ${code} ${to}`)], text)
}

function replaceLast(line: string, from: string, to: string): string {
  const at = line.lastIndexOf(from)
  return line.slice(0, at) + to + line.slice(at + from.length)
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/)
}

function joined(lines: readonly string[], like: string): string {
  const end = lineEnding(like)
  return lines.length === 0 ? '' : `${lines.join(end)}${end}`
}
