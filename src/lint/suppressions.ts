/** Suppressions: comments `.. goaldoc: ignore-next RULE -- reason`, or the same after `#` in YAML. */
import { indexFrom, once, type SourceLine } from '../text/index.ts'
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts'

export const suppressionKinds = ['ignore-next', 'ignore-start', 'ignore-end', 'ignore-file'] as const

/** A rule's name in a suppression, with its place. */
interface SuppressedRule {
  name: string
  offset: number
  endOffset: number
  isUsed: boolean
}

export interface Suppression {
  /** One of `suppressionKinds`, or the unknown word instead of it. */
  kind: string
  rules: SuppressedRule[]
  reason: string
  /** The whole comment. */
  offset: number
  endOffset: number
  /** The offset after `goaldoc:`, where the kind begins. */
  kindOffset: number
  /** The range in which findings must begin to be suppressed. Empty for an `ignore-end`. */
  from: number
  to: number
  /** An `ignore-start` without its end, or the reverse. */
  isUnpaired: boolean
}

/** A rule, a family (`style/*`) or everything (`*`). */
const ruleName = /[\w*-]+(?:\/[\w*-]+)?/g

/** The suppressions of a text. `isComment` tells real comments from examples in literal blocks, by offset. */
export function findSuppressions(
  source: string,
  lines: readonly SourceLine[],
  syntax: 'rst' | 'yaml' = 'rst',
  isComment: (offset: number) => boolean = () => true,
): Suppression[] {
  if (!source.includes('goaldoc:')) return []
  const shape =
    syntax === 'rst' ? /^(\s*)(\.\.[ \t]+goaldoc:[ \t]*)(?![ \t])(.*)$/ : /^((?:.*?\s)?)(#[ \t]*goaldoc:[ \t]*)(?![ \t])(.*)$/
  const found: Suppression[] = []
  const nextBlock = blocksAfter(lines, syntax)
  lines.forEach((line, index) => {
    const match = shape.exec(line.text)
    if (!match) return
    const offset = line.offset + match[1]!.length
    if (!isComment(offset)) return
    const kindOffset = offset + match[2]!.length
    const words = match[3]!.trimEnd()
    const kind = /^\S*/.exec(words)![0]
    // The marks of generated index pages are not suppressions.
    if (kind === 'index' || kind === 'index-end') return
    const reasonAt = words.search(/(?:^|\s)--(?:\s|$)/)
    const list = reasonAt < 0 ? words.slice(kind.length) : words.slice(kind.length, Math.max(reasonAt, kind.length))
    const listOffset = kindOffset + kind.length
    const rules = [...list.matchAll(ruleName)].map((name) => ({
      name: name[0],
      offset: listOffset + name.index,
      endOffset: listOffset + name.index + name[0].length,
      isUsed: false,
    }))
    const reason = reasonAt < 0 ? '' : words.slice(reasonAt).replace(/^\s*--\s*/, '')
    const suppression = {
      kind,
      rules,
      reason,
      offset,
      endOffset: kindOffset + words.length,
      kindOffset,
      from: 0,
      to: 0,
      isUnpaired: false,
    }
    if (kind === 'ignore-file') suppression.to = Number.POSITIVE_INFINITY
    if (kind === 'ignore-next') Object.assign(suppression, nextBlock(index, match[1]!.trim() !== ''))
    found.push(suppression)
  })
  pair(found)
  return found
}

/** Finds the range of an `ignore-next`: in a document, the next paragraph, list item or title; in YAML, the next line, or the
 * line that ends with the comment.
 */
function blocksAfter(
  lines: readonly SourceLine[],
  syntax: 'rst' | 'yaml',
): (index: number, isAtLineEnd: boolean) => { from: number; to: number } {
  const isBlank = (line: SourceLine) => line.text.trim() === ''
  /** The last line of the block to which each line belongs. */
  const lastLines = once(() => {
    const last = new Int32Array(lines.length)
    for (let index = lines.length - 1; index >= 0; index--) {
      const isEnd = syntax === 'yaml' || index + 1 === lines.length || isBlank(lines[index + 1]!)
      last[index] = isEnd ? index : last[index + 1]!
    }
    return last
  })
  return (index, isAtLineEnd) => {
    if (isAtLineEnd) return { from: lines[index]!.offset, to: lines[index]!.next }
    let first = index + 1
    while (first < lines.length && isBlank(lines[first]!)) first++
    const start = lines[first]
    return start ? { from: start.offset, to: lines[lastLines()[first]!]!.next || start.offset + 1 } : { from: 0, to: 0 }
  }
}

function pair(suppressions: Suppression[]): void {
  /** Starts without an end so far; `byRule` has them by the rules that they name. Closed ones are removed when they are last. */
  const open: Suppression[] = []
  const byRule = new Map<string, Suppression[]>()
  const closed = new Set<Suppression>()
  const top = (stack: Suppression[] = []): Suppression | undefined => {
    while (stack.length > 0 && closed.has(stack.at(-1)!)) stack.pop()
    return stack.at(-1)
  }
  for (const suppression of suppressions) {
    const names = new Set(suppression.rules.map((rule) => rule.name))
    if (suppression.kind === 'ignore-start') {
      suppression.from = suppression.endOffset
      suppression.to = Number.POSITIVE_INFINITY
      open.push(suppression)
      for (const name of names) {
        const stack = byRule.get(name)
        if (stack) stack.push(suppression)
        else byRule.set(name, [suppression])
      }
    } else if (suppression.kind === 'ignore-end') {
      const starts = names.size === 0 ? [top(open)] : [...names].map((name) => top(byRule.get(name)))
      const start = starts.reduce((last, one) => (one && one.offset > (last?.offset ?? -1) ? one : last), undefined)
      if (!start) suppression.isUnpaired = true
      else {
        start.to = suppression.offset
        closed.add(start)
      }
    }
  }
  for (const start of open) start.isUnpaired = !closed.has(start)
}

/** The findings that are not suppressed; marks the suppressions that were used. Findings about suppressions cannot be suppressed. */
export function suppress<Found extends Pick<Diagnostic, 'ruleId' | 'offset'>>(
  diagnostics: readonly Found[],
  suppressions: readonly Suppression[],
  placeOf = (found: Found) => found.offset,
): Found[] {
  if (suppressions.length === 0) return [...diagnostics]
  const byRule = new Map<string, { found: Found; offset: number }[]>()
  for (const found of diagnostics) {
    if (found.ruleId.startsWith('suppression/')) continue
    const list = byRule.get(found.ruleId)
    if (list) list.push({ found, offset: placeOf(found) })
    else byRule.set(found.ruleId, [{ found, offset: placeOf(found) }])
  }
  for (const list of byRule.values()) list.sort((a, b) => a.offset - b.offset)
  const silent = new Set<Found>()
  for (const [name, ranges] of rangesByName(suppressions)) {
    for (const [ruleId, list] of byRule) {
      if (!matchesRule(name, ruleId)) continue
      // Ranges are sorted, so findings in an earlier range need no second look.
      let next = 0
      for (const { from, to, rule } of ranges) {
        const first = indexFrom(list, from)
        if (first < list.length && list[first]!.offset < to) rule.isUsed = true
        for (next = Math.max(next, first); next < list.length && list[next]!.offset < to; next++) silent.add(list[next]!.found)
      }
    }
  }
  return diagnostics.filter((found) => !silent.has(found))
}

interface Range {
  from: number
  to: number
  rule: SuppressedRule
}

/** The ranges of each name in suppressions, sorted. */
function rangesByName(suppressions: readonly Suppression[]): Map<string, Range[]> {
  const ranges = new Map<string, Range[]>()
  for (const { from, to, rules } of suppressions) {
    for (const rule of rules) {
      const list = ranges.get(rule.name)
      if (list) list.push({ from, to, rule })
      else ranges.set(rule.name, [{ from, to, rule }])
    }
  }
  for (const list of ranges.values()) list.sort((a, b) => a.from - b.from)
  return ranges
}

/** Whether a name in a suppression (`*` and `family/*` are allowed) matches a rule. */
export function matchesRule(name: string, ruleId: string): boolean {
  return name === ruleId || name === '*' || (name.endsWith('/*') && ruleId.startsWith(name.slice(0, -1)))
}

/** Joins several lists of findings in order, without duplicates. */
export function joinFindings(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  const sorted = [...diagnostics].sort(compareDiagnostics)
  return sorted.filter((found, index) => {
    // Most findings are the only one at their place.
    if (sorted[index - 1]?.offset !== found.offset && sorted[index + 1]?.offset !== found.offset) return true
    const key = `${found.ruleId}\0${found.offset}\0${found.endOffset}\0${found.message}\0${found.docutils?.line}\0${found.docutils?.message}`
    return !seen.has(key) && seen.add(key)
  })
}
