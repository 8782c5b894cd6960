/** Suppressions: comments `.. goaldoc: ignore-next RULE -- reason`, or the same after `#` in YAML. */
import type { SourceLine } from '../text/index.ts'
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
  lines.forEach((line, index) => {
    const match = shape.exec(line.text)
    if (!match) return
    const offset = line.offset + match[1]!.length
    if (!isComment(offset)) return
    const kindOffset = offset + match[2]!.length
    const words = match[3]!.trimEnd()
    const kind = /^\S*/.exec(words)![0]
    // The marks of an index page silence nothing.
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
    if (kind === 'ignore-next') Object.assign(suppression, nextBlock(lines, index, syntax, match[1]!.trim() !== ''))
    found.push(suppression)
  })
  pair(found)
  return found
}

/** In a document, the next paragraph, list item or title; in YAML, the next line, or the line on which the comment stands. */
function nextBlock(
  lines: readonly SourceLine[],
  index: number,
  syntax: 'rst' | 'yaml',
  isBehind: boolean,
): { from: number; to: number } {
  if (isBehind) return { from: lines[index]!.offset, to: lines[index]!.next }
  const isBlank = (at: number) => lines[at] !== undefined && lines[at].text.trim() === ''
  let first = index + 1
  while (isBlank(first)) first++
  const start = lines[first]
  if (!start) return { from: 0, to: 0 }
  let last = first
  if (syntax === 'rst') while (lines[last + 1] && !isBlank(last + 1)) last++
  return { from: start.offset, to: lines[last]!.next || start.offset + 1 }
}

function pair(suppressions: Suppression[]): void {
  const open: Suppression[] = []
  for (const suppression of suppressions) {
    if (suppression.kind === 'ignore-start') {
      suppression.from = suppression.endOffset
      suppression.to = Number.POSITIVE_INFINITY
      open.push(suppression)
    } else if (suppression.kind === 'ignore-end') {
      const names = new Set(suppression.rules.map((rule) => rule.name))
      const at = open.findLastIndex((start) => names.size === 0 || start.rules.some((rule) => names.has(rule.name)))
      if (at < 0) suppression.isUnpaired = true
      else open.splice(at, 1)[0]!.to = suppression.offset
    }
  }
  for (const start of open) start.isUnpaired = true
}

/** The findings that are not suppressed; marks the suppressions that were used. Findings about suppressions cannot be suppressed. */
export function suppress(
  diagnostics: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  placeOf = (found: Diagnostic) => found.offset,
): Diagnostic[] {
  if (suppressions.length === 0) return [...diagnostics]
  return diagnostics.filter((diagnostic) => {
    if (diagnostic.ruleId.startsWith('suppression/')) return true
    const offset = placeOf(diagnostic)
    let isSilent = false
    for (const suppression of suppressions) {
      if (offset < suppression.from || offset >= suppression.to) continue
      for (const rule of suppression.rules) {
        if (!covers(rule.name, diagnostic.ruleId)) continue
        rule.isUsed = true
        isSilent = true
      }
    }
    return !isSilent
  })
}

/** Whether a name in a suppression (`*` and `family/*` are allowed) matches a rule. */
export function covers(name: string, ruleId: string): boolean {
  return name === ruleId || name === '*' || (name.endsWith('/*') && ruleId.startsWith(name.slice(0, -1)))
}

/** Joins several lists of findings in order, without duplicates. */
export function sortedOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return [...diagnostics].sort(compareDiagnostics).filter((found) => {
    const key = `${found.ruleId}\0${found.offset}\0${found.endOffset}\0${found.message}\0${found.docutils?.line}\0${found.docutils?.message}`
    return !seen.has(key) && seen.add(key)
  })
}
