/** The baseline: existing findings are recognised by file, rule and content. */
import { byText, isRecord, linesOf, oneLine, partAround } from '../text/index.ts'
import type { Diagnostic } from './diagnostic.ts'

/** The ignored findings of each file and rule: a key for each, made from its message and the text at its place. */
export interface Baseline {
  version: 2
  files: Record<string, Record<string, string[]>>
}

export interface LintedFile {
  path: string
  source: string
  diagnostics: Diagnostic[]
}

/** Findings of a baseline that no longer exist: the baseline should be updated. */
export interface StaleEntry {
  path: string
  rule: string
  expected: number
  found: number
}

export interface MatchedBaseline<File extends LintedFile> {
  /** The files with the findings that are not in the baseline. */
  results: File[]
  stale: StaleEntry[]
  /** How many findings are in the baseline. */
  hidden: number
}

/** The baseline of these results, sorted by path and rule, so that its file changes only where findings do. */
export function makeBaseline(results: readonly LintedFile[]): Baseline {
  const files: Baseline['files'] = {}
  for (const file of [...results].sort((a, b) => byText(a.path, b.path))) {
    if (file.diagnostics.length === 0) continue
    const keys = keysOf(file)
    const byRule = new Map<string, string[]>()
    for (const { ruleId } of file.diagnostics) byRule.set(ruleId, [])
    for (const [index, { ruleId }] of file.diagnostics.entries()) byRule.get(ruleId)!.push(keys[index]!)
    const sorted = [...byRule].sort(([a], [b]) => byText(a, b))
    files[file.path] = Object.fromEntries(sorted.map(([rule, found]) => [rule, found.sort(byText)]))
  }
  return { version: 2, files }
}

/** The findings that are not in the baseline. `isThere` says whether a path of the baseline still exists; if not, its findings are matched
 * with files that the baseline does not contain. Only files that were linted can be stale.
 */
export function matchBaseline<File extends LintedFile>(
  results: readonly File[],
  baseline: Baseline,
  isThere: (path: string) => boolean = () => true,
): MatchedBaseline<File> {
  const stale: StaleEntry[] = []
  let hidden = 0
  const former = formerNames(results, baseline, isThere)
  const left = results.map((file) => {
    const allowed = entriesOf(baseline, former.get(file.path) ?? file.path)
    const keys = keysOf(file)
    const found = new Map<string, number>()
    const diagnostics = file.diagnostics.filter(({ ruleId }, index) => {
      const open = allowed.get(ruleId)?.open
      const count = open?.get(keys[index]!) ?? 0
      if (count === 0) return true
      open!.set(keys[index]!, count - 1)
      found.set(ruleId, (found.get(ruleId) ?? 0) + 1)
      return false
    })
    hidden += file.diagnostics.length - diagnostics.length
    for (const [rule, { expected }] of allowed) {
      const matched = found.get(rule) ?? 0
      if (matched < expected) stale.push({ path: file.path, rule, expected, found: matched })
    }
    return { ...file, diagnostics }
  })
  return { results: left, stale, hidden }
}

/** Reads a baseline from its parsed JSON; returns the error if it is invalid. */
export function readBaseline(value: unknown): Baseline | string {
  if (isRecord(value) && value.version === 1) return 'it is of version 1, which knew findings by their number alone'
  if (!isRecord(value) || value.version !== 2) return 'it is not a baseline of version `2`'
  if (!isRecord(value.files)) return 'it has no `files`'
  for (const [path, rules] of Object.entries(value.files)) {
    const isKeys = (keys: unknown) => Array.isArray(keys) && keys.every((key) => typeof key === 'string')
    if (!isRecord(rules) || !Object.values(rules).every(isKeys)) return `\`${path}\` has no lists of findings`
  }
  return value as typeof value & Baseline
}

/** The keys of each rule with their numbers. */
function entriesOf({ files }: Baseline, path: string): Map<string, { expected: number; open: Map<string, number> }> {
  const rules = Object.hasOwn(files, path) ? files[path]! : {}
  const counted = (keys: readonly string[]) => {
    const open = new Map<string, number>()
    for (const key of keys) open.set(key, (open.get(key) ?? 0) + 1)
    return { expected: keys.length, open }
  }
  return new Map(Object.entries(rules).map(([rule, keys]) => [rule, counted(keys)]))
}

/** The missing files that are looked at for each finding: one that more of them have says little. */
const mostCandidates = 50

/** The old paths of moved files in the baseline: of the missing files, the one that shares the most findings, and at least half of them. */
function formerNames(
  results: readonly LintedFile[],
  { files }: Baseline,
  isThere: (path: string) => boolean,
): Map<string, string> {
  const former = new Map<string, string>()
  const linted = new Set(results.map(({ path }) => path))
  const added = results.filter(({ path }) => !Object.hasOwn(files, path))
  if (added.length === 0) return former
  const gone = new Map(
    Object.keys(files)
      .filter((path) => !linted.has(path) && !isThere(path))
      .sort(byText)
      .map((path) => [path, Object.values(files[path]!).flat()]),
  )
  /** The missing files that have a finding. */
  const having = new Map<string, Set<string>>()
  for (const [path, keys] of gone) {
    for (const key of keys) {
      const paths = having.get(key)
      if (paths) paths.add(path)
      else having.set(key, new Set([path]))
    }
  }
  for (const file of added) {
    if (gone.size === 0) break
    const keys = new Set(keysOf(file))
    const candidates = new Set([...keys].flatMap((key) => firstOf(having.get(key) ?? [], mostCandidates)))
    const best = [...candidates]
      .map((path) => {
        const known = gone.get(path)!
        return { path, shared: known.filter((key) => keys.has(key)).length, of: known.length }
      })
      .filter(({ shared, of }) => shared * 2 >= of)
      .sort((a, b) => b.shared - a.shared || byText(a.path, b.path))[0]
    if (!best) continue
    former.set(file.path, best.path)
    for (const key of gone.get(best.path)!) having.get(key)!.delete(best.path)
    gone.delete(best.path)
  }
  return former
}

function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const first: Item[] = []
  for (const item of items) {
    if (first.length === count) break
    first.push(item)
  }
  return first
}

/** A key for each finding that stays the same when its text moves or is wrapped differently. */
function keysOf({ source, diagnostics }: LintedFile): string[] {
  const lines = linesOf(source)
  return diagnostics.map(({ message, line, column, endLine }) => {
    const about = lines
      .slice(line - 1, Math.min(endLine, line + 4))
      .map(({ text }, index) => partAround(text, index === 0 ? column : 1))
    return hashed(`${message}\0${oneLine(about.join(' '))}`)
  })
}

/** A text as twelve hexadecimal digits: two sums that each character changes (FNV-1a with different factors). */
function hashed(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1000193]
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(index), 0x5bd1e995)
  }
  const digits = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
  return `${digits(a)}${digits(b ^ (b >>> 15))}`.slice(0, 12)
}
