/** The laws of fixes, for any document. */
import { applyFixes, fixAll, isFixable, type LintOptions, lint, wordsOf } from '../../src/lint/index.ts'
import { type DocutilsVersion, parseRst } from '../../src/rst/index.ts'
import { askDocutils, governanceNames, isCrash, type MessageRow, type Sample } from '../conformance/oracle.ts'

/** A law that does not hold for a document. */
interface Breach {
  law: string
  sample: Sample
  /** The rules whose fixes were applied. */
  rules: string[]
  /** What was said, or which words differ. */
  detail: string
  fixed: string
}

export interface FixReport {
  documents: number
  /** Those in which something was fixed. */
  fixed: number
  fixes: number
  /** How many safe fixes each rule had. */
  byRule: Map<string, number>
  breaches: Breach[]
}

/** More rounds than this would be no end. */
const mostRounds = 40

/** What `applyFixes` makes of a document, again and again, as somebody from outside would use it. */
function fixRepeatedly(source: string, options: LintOptions) {
  const rules = new Map<string, number>()
  let current = source
  for (let round = 0; round < mostRounds; round++) {
    const found = lint(current, options)
    const safe = found.filter((diagnostic) => isFixable(diagnostic))
    if (safe.length === 0) return { source: current, rules, isFinal: true }
    for (const { ruleId } of safe) if (round === 0 || !rules.has(ruleId)) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1)
    current = applyFixes(current, found)
    if (current.length > 4 * source.length + 10_000) break
  }
  return { source: current, rules, isFinal: false }
}

/** Holds the laws up to documents; docutils is asked where it is wanted, the version of the options or the newest. */
export function fixLaws(
  samples: readonly Sample[],
  options: LintOptions = {},
  { docutils = true, unsafe = true }: { docutils?: boolean; unsafe?: boolean } = {},
): FixReport {
  const report: FixReport = { documents: samples.length, fixed: 0, fixes: 0, byRule: new Map(), breaches: [] }
  const changed: { sample: Sample; fixed: string; rules: string[] }[] = []
  for (const sample of samples) {
    const { source } = sample
    const { source: fixed, rules, isFinal } = fixRepeatedly(source, options)
    const names = [...rules.keys()]
    const broken = (law: string, detail = '', text = fixed) =>
      report.breaches.push({ law, sample, rules: names, detail, fixed: text })
    for (const [rule, count] of rules) report.byRule.set(rule, (report.byRule.get(rule) ?? 0) + count)
    report.fixes += [...rules.values()].reduce((sum, count) => sum + count, 0)
    if (!isFinal) broken('after safe fixes nothing is safely fixable')
    const all = fixAll(source, options)
    if (all.diagnostics.some((found) => isFixable(found))) broken('fixAll leaves nothing safely fixable', '', all.source)
    // Where nothing is safely fixable left, fixing again changes nothing.
    if (!isFinal && fixAll(all.source, options).source !== all.source) broken('fixing twice is fixing once', '', all.source)
    if (all.source !== fixed) broken('fixAll is applyFixes until nothing is left', '', all.source)
    if (unsafe) {
      const bold = fixAll(source, { ...options, unsafe: true })
      if (bold.source.length > 4 * source.length + 10_000) broken('growth is bounded', '', bold.source)
      if (bold.diagnostics.some((found) => isFixable(found, { unsafe: true })))
        broken('unsafe fixes leave nothing fixable', '', bold.source)
      const again = fixAll(bold.source, { ...options, unsafe: true })
      if (again.source !== bold.source) broken('unsafe fixing twice is fixing once', again.source, bold.source)
    }
    if (fixed === source) continue
    report.fixed += 1
    changed.push({ sample, fixed, rules: names })
    const difference = wordDifference(ownWords(source), ownWords(fixed))
    if (difference) broken('the words stay', difference)
  }
  if (docutils) askAbout(changed, report, options.docutils)
  return report
}

function ownWords(source: string): string[] {
  return wordsOf(parseRst(source, { known: governanceNames }), source)
}

/** What docutils itself says of the documents before and after, and which words it shows. */
function askAbout(
  changed: readonly { sample: Sample; fixed: string; rules: string[] }[],
  report: FixReport,
  version: DocutilsVersion | undefined,
): void {
  const before = changed.map(({ sample }) => sample)
  const after = changed.map(({ sample, fixed }) => ({ ...sample, source: fixed }))
  const asked = { known: governanceNames, ...(version ? { version } : {}) }
  const [old, fresh] = [askDocutils('verdict', before, asked), askDocutils('verdict', after, asked)]
  const [oldWords, freshWords] = [askDocutils('words', before, asked), askDocutils('words', after, asked)]
  for (const [index, { sample, fixed, rules }] of changed.entries()) {
    const [was, is] = [old[index]!, fresh[index]!]
    if (isCrash(was) || isCrash(is)) continue
    const more = newMessages(was, is)
    if (more.length > 0) report.breaches.push({ law: 'docutils says no more', sample, rules, detail: more.join('; '), fixed })
    const [had, has] = [oldWords[index]!, freshWords[index]!]
    if (isCrash(had) || isCrash(has)) continue
    const difference = wordDifference(withoutNumbers(had), withoutNumbers(has))
    if (difference) report.breaches.push({ law: 'the words that docutils shows stay', sample, rules, detail: difference, fixed })
  }
}

/** The numbers of lists are text where docutils saw none, and no text where it sees one; the underscore of a link is text as long as the
 * link is broken. */
function withoutNumbers(words: readonly string[]): string[] {
  return words.map((word) => word.replace(/^_+|_+$/g, '')).filter((word) => !/^(?:\d{1,3}|[A-Za-z]|)$/.test(word))
}

/** The messages that a document did not have before, wherever they stand. */
function newMessages(before: readonly MessageRow[], after: readonly MessageRow[]): string[] {
  const left = before.map(([, level, message]) => `${level} ${message}`)
  return after.flatMap(([, level, message]) => {
    const at = left.indexOf(`${level} ${message}`)
    if (at >= 0) left.splice(at, 1)
    return at >= 0 ? [] : [`${level} ${message}`]
  })
}

/** The first words that differ; a word that stood twice in a row may be gone. */
function wordDifference(before: readonly string[], after: readonly string[]): string | undefined {
  let at = 0
  for (const [index, word] of before.entries()) {
    if (word === after[at]) at++
    else if (word !== before[index - 1])
      return `${before.slice(Math.max(0, index - 2), index + 4).join(' ')} -> ${after.slice(Math.max(0, at - 2), at + 4).join(' ')}`
  }
  return at === after.length ? undefined : `more at the end: ${after.slice(at, at + 5).join(' ')}`
}
