/** Merges every pair of edits, and checks the result; used by tests and by `npm run merges`. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diffLines } from 'diff'
import { readGoal, updateDocument, usualMarkers } from '../../src/document/index.ts'
import { type Goal, parseModel, stringifyModel, updateModel } from '../../src/goal/index.ts'
import { type Merged, mergeVersions } from '../../src/repository/index.ts'
import type { Sample } from '../conformance/oracle.ts'
import { documentEdits, goalEdits, modelEdits } from './merge-edits.ts'

export const mergeProfiles = ['team-artifacts', 'champion', 'checklist'] as const
export const mergeFormats = ['rst', 'yaml'] as const
export type MergeFormat = (typeof mergeFormats)[number]

export interface EditedText {
  kind: string
  /** The text as each side edits it. */
  ours: string
  theirs: string
  /** The edit of the goal, if it is not an edit of the text. */
  edit?: (goal: Goal, word: string) => unknown
}

const words = { ours: 'one', theirs: 'two' } as const

/** A document in the form of a profile, written for this test, and each kind of edit of it. */
export function editsOf(profile: (typeof mergeProfiles)[number], format: MergeFormat): { base: string; edits: EditedText[] } {
  const source = readFileSync(fileURLToPath(new URL(`../fixtures/merge/${profile}.rst`, import.meta.url)), 'utf8')
  const document = readGoal(source).goal
  const base = format === 'rst' ? source : stringifyModel(document)
  const written = (goal: Goal) => (format === 'rst' ? updateDocument(source, goal) : updateModel(base, goal))
  const texts = format === 'rst' ? documentEdits : modelEdits
  const byGoal = Object.entries(goalEdits).flatMap(([kind, edit]) => {
    const side = (word: string) => {
      const goal = structuredClone(document)
      return edit(goal, word) === false ? undefined : written(goal)
    }
    const [ours, theirs] = [side(words.ours), side(words.theirs)]
    if (ours === undefined || theirs === undefined) return []
    // A value that this format cannot express, such as an empty list of references, is not a test of merging.
    const edited = structuredClone(document)
    edit(edited, words.ours)
    const isSaid = same(format === 'rst' ? readGoal(ours).goal : parseModel(ours).goal, edited)
    return [{ kind, ours, theirs, ...(isSaid ? { edit } : {}) }]
  })
  const byText = Object.entries(texts).map(([kind, edit]) => ({
    kind,
    ours: edit(base, words.ours),
    theirs: edit(base, words.theirs),
  }))
  return { base, edits: [...byGoal, ...byText].filter(({ ours, theirs }) => ours !== base && theirs !== base) }
}

export interface MergeFigures {
  pairs: number
  conflicts: number
  byGit: number
  /** Lines of both sides between markers. */
  lines: number
  linesByGit: number
  /** No conflict for goaldoc, but one for git. */
  solved: number
  /** A conflict for goaldoc, but none for git. */
  contradictions: number
  how: Record<string, number>
  fallbacks: Record<string, number>
  broken: string[]
}

function noFigures(): MergeFigures {
  return {
    pairs: 0,
    conflicts: 0,
    byGit: 0,
    lines: 0,
    linesByGit: 0,
    solved: 0,
    contradictions: 0,
    how: {},
    fallbacks: {},
    broken: [],
  }
}

interface Three {
  name: string
  base: string
  ours: string
  theirs: string
  /** The goal that both edits give, if their order does not matter. */
  expected?: Goal
}

/** Merges and counts. The checks compare lines, and do not depend on how the merge works. */
function countMerge({ name, base, ours, theirs, expected }: Three, format: MergeFormat, figures: MergeFigures): void {
  const versions = { base, ours, theirs }
  const merged = mergeVersions(versions, `goals/telescopes.${format}`, usualMarkers)
  const text = merged.bytes.toString('utf8')
  const byGit = merged.how === 'lines' ? merged : mergeVersions(versions, 'goals/telescopes.txt', usualMarkers)
  const gitText = byGit.bytes.toString('utf8')
  const [own, git] = [text, gitText].map(inConflict) as [number, number]
  const broken = (fault: string) => void figures.broken.push(`${name}: ${fault}`)
  figures.pairs++
  figures.lines += own
  figures.linesByGit += git
  if (merged.undecided > 0) figures.conflicts++
  if (byGit.undecided > 0) figures.byGit++
  if (byGit.undecided > 0 && merged.undecided === 0) figures.solved++
  if (byGit.undecided === 0 && merged.undecided > 0) figures.contradictions++
  figures.how[merged.how] = (figures.how[merged.how] ?? 0) + 1
  if (merged.fallback)
    figures.fallbacks[merged.fallback.replace(/:.*/, '')] = (figures.fallbacks[merged.fallback.replace(/:.*/, '')] ?? 0) + 1
  if (merged.fallback && process.env.SHOW) console.log('FALLBACK', name, merged.fallback)
  if (git > 0 && own > git) broken(`${own} lines in conflict, ${git} by git`)
  for (const fault of missing(versions, text)) broken(fault)
  if (merged.undecided === 0) for (const fault of restored(versions, text)) broken(fault)
  const read = (one: string) => (format === 'rst' ? readGoal(one, {}).goal : parseModel(one).goal)
  if (expected && byGit.undecided === 0 && gitText !== text && same(read(gitText), expected))
    broken('git is clean and right, and other bytes')
  if (expected && merged.undecided === 0 && !same(read(text), expected)) broken('reads as something else than both edits')
  const turned: Merged = mergeVersions({ base, ours: theirs, theirs: ours }, `goals/telescopes.${format}`, usualMarkers)
  if (turned.undecided > 0 !== merged.undecided > 0) broken('a conflict in one direction only')
  else if (merged.undecided === 0 && turned.bytes.toString('utf8') !== text) broken('depends on the order of the sides')
}

/** All pairs of edits of one document. */
export function mergeMatrix(
  profile: (typeof mergeProfiles)[number],
  format: MergeFormat,
  take: (at: number) => boolean = () => true,
): MergeFigures {
  const { base, edits } = editsOf(profile, format)
  const goal = format === 'rst' ? readGoal(base).goal : parseModel(base).goal!
  const figures = noFigures()
  edits.forEach((first, i) => {
    edits.forEach((second, j) => {
      if (!take(i * edits.length + j)) return
      const expected = bothEdits(goal, first, second)
      const name = `${profile}.${format}: ${first.kind} × ${second.kind}`
      countMerge({ name, base, ours: first.ours, theirs: second.theirs, ...(expected ? { expected } : {}) }, format, figures)
    })
  })
  return figures
}

/** Merges changes of neighbouring versions. For versions 1, 2, 3 of a document: from base 1, the changes of 2 and those of 3, if
 * these can be made to 1; from base 2, the way back to 1 and the changes of 3.
 */
export function mergeVersionsCrossed(samples: readonly Sample[], format: MergeFormat): MergeFigures {
  const figures = noFigures()
  const folder = (sample: Sample | undefined) => sample?.name?.replace(/[^/]+$/, '')
  const said = (text: string) => (format === 'rst' ? text : stringifyModel(readGoal(text).goal))
  samples.forEach((first, at) => {
    const [second, third] = [samples[at + 1], samples[at + 2]]
    if (!second || !third || folder(first) !== folder(second) || folder(first) !== folder(third)) return
    const count = (kind: string, texts: [string, string, string]) => {
      const [base, ours, theirs] = texts.map(said) as [string, string, string]
      if (base !== ours && base !== theirs) countMerge({ name: `${first.name} ${kind}`, base, ours, theirs }, format, figures)
    }
    const picked = mergeVersions({ base: second.source, ours: first.source, theirs: third.source }, 'goals/a.txt', usualMarkers)
    if (picked.undecided === 0) count('forward', [first.source, second.source, picked.bytes.toString('utf8')])
    count('back', [second.source, first.source, third.source])
  })
  return figures
}

/** One edit after the other, if both orders give the same. */
function bothEdits(goal: Goal, first: EditedText, second: EditedText): Goal | undefined {
  if (!first.edit || !second.edit || first === second) return undefined
  // Two sides that reorder the same list contradict each other.
  if ([first, second].every(({ kind }) => /move|swap|reorder/.test(kind))) return undefined
  const [a, b] = [structuredClone(goal), structuredClone(goal)]
  try {
    const done = [
      first.edit(a, words.ours),
      second.edit(a, words.theirs),
      second.edit(b, words.theirs),
      first.edit(b, words.ours),
    ]
    if (done.includes(false)) return undefined
  } catch {
    return undefined
  }
  return JSON.stringify(a) === JSON.stringify(b) ? a : undefined
}

function same(a: Goal | undefined, b: Goal): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner !== undefined && !['layout', 'status', 'written', 'profile'].includes(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  )
}

/** Lines of both sides between markers. */
function inConflict(text: string): number {
  let [count, isIn] = [0, false]
  for (const line of text.split('\n')) {
    if (line.startsWith('<<<<<<<')) isIn = true
    else if (line.startsWith('>>>>>>>')) isIn = false
    else if (isIn && !line.startsWith('=======')) count++
  }
  return count
}

/** The words of each line; a line without words (an underline, a marker) is ignored. */
const said = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^(?:<{7}|={7}|>{7})(?: |$)/.test(line))
    .map((line) =>
      line
        .replace(/^\s*(?:[*+-]|#\.|\d+\.)\s+/, '')
        .replace(/[^\p{L}\p{N}/:.-]+/gu, ' ')
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))

function counts(lines: readonly string[]): Map<string, number> {
  const map = new Map<string, number>()
  for (const line of lines) map.set(line, (map.get(line) ?? 0) + 1)
  return map
}

/** Lines that a side added and that the result does not contain, unless their words are in it, joined with an edit of the other
 * side.
 */
function missing({ base, ours, theirs }: { base: string; ours: string; theirs: string }, text: string): string[] {
  const [before, result] = [counts(said(base)), counts(said(text))]
  const all = counts(said(text).flatMap((line) => line.split(/[\s,]+/)))
  const old = counts(said(base).flatMap((line) => line.split(/[\s,]+/)))
  return [ours, theirs].flatMap((side) =>
    [...counts(said(side))].flatMap(([line, count]) => {
      const added = count - (before.get(line) ?? 0)
      if (added <= 0 || (result.get(line) ?? 0) >= added) return []
      const fresh = line.split(/[\s,]+/).filter((word) => !old.has(word))
      return fresh.length > 0 && fresh.every((word) => all.has(word)) ? [] : [`lost \`${line}\``]
    }),
  )
}

/** Lines that one side removed and the other side did not change, but that the clean result still contains. */
function restored({ base, ours, theirs }: { base: string; ours: string; theirs: string }, text: string): string[] {
  const [before, left, right, result] = [base, ours, theirs, text].map((one) => counts(said(one))) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ]
  const movedBy = (side: string) =>
    said(
      diffLines(base, side)
        .map((part) => (part.added ? part.value : ''))
        .join('\n'),
    )
  // A side that moves a line has changed it.
  const moved = new Set([...movedBy(ours), ...movedBy(theirs)])
  return [...before].flatMap(([line, count]) => {
    if (moved.has(line)) return []
    const fewest = Math.min(left.get(line) ?? 0, right.get(line) ?? 0)
    const more = Math.max(0, (left.get(line) ?? 0) - count) + Math.max(0, (right.get(line) ?? 0) - count)
    return (result.get(line) ?? 0) > fewest + more ? [`back again \`${line}\``] : []
  })
}
