/** Grandfathering: findings that were there before count by file, rule and number. */
import { isRecord } from '../goal/index.ts'
import type { Diagnostic } from './diagnostic.ts'

/** For each file and rule the number of findings that are let pass. */
export interface Baseline {
  version: 1
  files: Record<string, Record<string, number>>
}

export interface LintedFile {
  path: string
  diagnostics: Diagnostic[]
}

/** An entry of a baseline that is larger than what was found: something was repaired, and the baseline should say so. */
export interface StaleEntry {
  path: string
  rule: string
  expected: number
  found: number
}

/** The baseline of what was found, in the order of paths and rules, so that its file changes only where findings do. */
export function makeBaseline(results: readonly LintedFile[]): Baseline {
  const files: Baseline['files'] = {}
  for (const { path, diagnostics } of [...results].sort((a, b) => compare(a.path, b.path))) {
    const counts = countByRule(diagnostics)
    if (counts.size > 0) files[path] = Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)))
  }
  return { version: 1, files }
}

/** What the baseline does not let pass. Where a file has more findings of a rule than it may, all of them are shown: which one is new
 * cannot be known. Only files that were linted can be stale. */
export function matchBaseline<File extends LintedFile>(
  results: readonly File[],
  baseline: Baseline,
): { results: File[]; stale: StaleEntry[] } {
  const stale: StaleEntry[] = []
  const left = results.map((file) => {
    const allowed = Object.hasOwn(baseline.files, file.path) ? baseline.files[file.path]! : {}
    const counts = countByRule(file.diagnostics)
    for (const [rule, expected] of Object.entries(allowed)) {
      const found = counts.get(rule) ?? 0
      if (found < expected) stale.push({ path: file.path, rule, expected, found })
    }
    const isNew = (diagnostic: Diagnostic) => (counts.get(diagnostic.ruleId) ?? 0) > (allowed[diagnostic.ruleId] ?? 0)
    return { ...file, diagnostics: file.diagnostics.filter(isNew) }
  })
  return { results: left, stale }
}

/** A baseline from its parsed JSON, or what is wrong with it. */
export function readBaseline(value: unknown): Baseline | string {
  if (!isRecord(value) || value.version !== 1) return 'expected a baseline of version `1`'
  if (!isRecord(value.files)) return 'expected `files`'
  for (const [path, counts] of Object.entries(value.files)) {
    if (!isRecord(counts) || Object.values(counts).some((count) => !Number.isInteger(count)))
      return `expected rules with numbers for \`${path}\``
  }
  return value as unknown as Baseline
}

function countByRule(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { ruleId } of diagnostics) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  return counts
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
