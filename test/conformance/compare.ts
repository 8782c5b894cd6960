/** Our answers beside docutils': equal or not, and what kind of difference. */
import { type DocutilsVersion, docutilsMessages, parseRst, toPseudoXml } from '../../src/rst/index.ts'
import { askDocutils, governanceNames, isCrash, type MessageRow, type Sample } from './oracle.ts'

interface TreeDifference {
  sample: Sample
  /** The first line that differs, on both sides, with the line before it. */
  ours: string
  docutils: string
  before: string
  /** One word for the kind: the elements or the message at the place. */
  kind: string
}

export interface TreeReport {
  total: number
  equal: number
  differences: TreeDifference[]
}

/** Compares what the two parsers print. */
export function compareTrees(samples: readonly Sample[], version: DocutilsVersion): TreeReport {
  const report: TreeReport = { total: 0, equal: 0, differences: [] }
  const answers = askDocutils('pseudoxml', samples, { version })
  for (const [index, sample] of samples.entries()) {
    const theirs = answers[index]!
    if (isCrash(theirs)) continue // docutils' own recursion limit and the like: nothing to agree with
    report.total += 1
    const ours = ownPseudoXml(sample, version)
    if (ours === theirs) report.equal += 1
    else report.differences.push({ sample, ...firstDifference(ours, theirs) })
  }
  return report
}

/** Our pseudo-XML, or the error that must never be thrown. */
export function ownPseudoXml(sample: Sample, version: DocutilsVersion): string {
  try {
    return toPseudoXml(parseRst(sample.source, { sphinx: false, syntaxHighlight: 'none', docutils: version, ...sample.options }))
  } catch (error) {
    return `THROWN ${(error as Error).stack?.split('\n').slice(0, 3).join(' | ')}\n`
  }
}

function firstDifference(ours: string, theirs: string): { ours: string; docutils: string; before: string; kind: string } {
  const a = ours.split('\n')
  const b = theirs.split('\n')
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  const [left, right] = [a[at] ?? '', b[at] ?? '']
  return { ours: left, docutils: right, before: b[at - 1] ?? '', kind: `${kindOfLine(left)} / ${kindOfLine(right)}` }
}

function kindOfLine(line: string): string {
  if (line.startsWith('THROWN')) return line
  return /^\s*<(\w+)/.exec(line)?.[1] ?? 'text'
}

interface VerdictDifference {
  sample: Sample
  missing: MessageRow[]
  surplus: MessageRow[]
}

export interface VerdictReport {
  total: number
  /** Documents with the same answer to: is there any message of the level or more? */
  sameVerdict: number
  /** Documents with the same messages. */
  sameMessages: number
  byLine: Score
  byMessage: Score
  differences: VerdictDifference[]
}

export interface Score {
  precision: number
  recall: number
  f1: number
}

/** Compares the messages of parser and transforms, of `level` and more (1 info, 2 warning, 3 error, 4 severe). What Sphinx knows is
 * known to both sides, or in `plain` comparisons to none. */
export function compareVerdicts(samples: readonly Sample[], version: DocutilsVersion, level = 2, plain = false): VerdictReport {
  const report = { total: 0, sameVerdict: 0, sameMessages: 0, differences: [] as VerdictDifference[] }
  const lines = counter()
  const messages = counter()
  const answers = askDocutils('verdict', samples, plain ? { version, sphinx: false } : { version, known: governanceNames })
  for (const [index, sample] of samples.entries()) {
    const answer = answers[index]!
    if (isCrash(answer)) continue
    report.total += 1
    const theirs = answer.filter((row) => row[1] >= level)
    const ours = ownVerdict(sample, version, plain).filter((row) => row[1] >= level)
    if (theirs.length > 0 === ours.length > 0) report.sameVerdict += 1
    lines.add(
      ours.map((row) => String(row[0])),
      theirs.map((row) => String(row[0])),
    )
    const [oursAsText, theirsAsText] = [ours.map((row) => JSON.stringify(row)), theirs.map((row) => JSON.stringify(row))]
    messages.add(oursAsText, theirsAsText)
    const missing = theirs.filter((row) => !oursAsText.includes(JSON.stringify(row)))
    const surplus = ours.filter((row) => !theirsAsText.includes(JSON.stringify(row)))
    if (missing.length + surplus.length === 0) report.sameMessages += 1
    else report.differences.push({ sample, missing, surplus })
  }
  return { ...report, byLine: lines.score(), byMessage: messages.score() }
}

/** Our messages in the oracle's form. */
export function ownVerdict(sample: Sample, version: DocutilsVersion, plain = false): MessageRow[] {
  const known = plain ? { sphinx: false } : { sphinx: true, known: governanceNames }
  try {
    return docutilsMessages(sample.source, { path: 'test data', ...known, docutils: version, ...sample.options }).map(
      ({ line, level, message }) => [line ?? null, level, message.split(/\s+/).filter(Boolean).join(' ')],
    )
  } catch (error) {
    return [[0, 9, `THROWN ${(error as Error).stack?.split('\n').slice(0, 3).join(' | ')}`]]
  }
}

function counter() {
  let [found, surplus, missing] = [0, 0, 0]
  return {
    add(ours: string[], theirs: string[]) {
      const [a, b] = [new Set(ours), new Set(theirs)]
      const both = [...a].filter((each) => b.has(each)).length
      found += both
      surplus += a.size - both
      missing += b.size - both
    },
    score(): Score {
      const precision = found + surplus === 0 ? 1 : found / (found + surplus)
      const recall = found + missing === 0 ? 1 : found / (found + missing)
      return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
    },
  }
}

/** Counts by a key, most frequent first. */
export function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string): [key: string, count: number][] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
